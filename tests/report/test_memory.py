"""What is known from before, in the stored report and on the page: changes since the last audit, and reviews."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

import jsonschema
import pytest
from docx import Document

from factcheck.history.reviews import Review, reviews_text
from factcheck.model import CitationStatus, VerdictKind
from factcheck.report import full_data, json_bytes, render_html, report_data, write_report
from factcheck.report.exports import export

SCHEMA = json.loads(files("factcheck.report").joinpath("schema/report-1.schema.json").read_text("utf-8"))


def obeys(data) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(json_bytes(data)), SCHEMA, cls=jsonschema.Draft202012Validator)


def found_in(data):
    claims = [claim for brief in data["briefs"] for claim in brief["claims"]]
    return [found for claim in claims for found in claim["figures"] + claim["quotations"]]


@pytest.fixture
def later(audit):
    """The same audit a day later: what was dead is back, one sentence is gone."""
    first, *others = audit.briefs
    citations = tuple(
        replace(found, status=CitationStatus.VERIFIED) if found.status is CitationStatus.DEAD else found
        for found in first.citations
    )
    struck = next(claim for claim in reversed(first.claims) if claim.figures)
    changed = replace(first, citations=citations, claims=tuple(claim for claim in first.claims if claim is not struck))
    return replace(audit, briefs=(changed, *others), generated_at=datetime(2026, 11, 22, 18, tzinfo=UTC))


@pytest.fixture
def reviewed(audit, tmp_path):
    """A folder with a review that holds, one that expired, one whose evidence changed, one without a finding."""

    def review(found, **change):
        facts = {"brief": "references/briefs/heat.md", "finding": found["key"], "evidence": found["evidence_digest"]}
        facts |= {"verdict": VerdictKind.SUPPORTED, "reason": "I <b>asked</b> them.", "initials": "AB"}
        return Review(**facts | {"expires": date(2027, 5, 21), "subject": found["text"]} | change)

    one, two, three, four, *_ = found_in(full_data(audit, tmp_path))
    reviews = [
        review(one),
        review(two, expires=date(2026, 11, 20)),
        review(three, evidence="a" * 24),
        review(four, finding="b" * 24, subject="<i>gone</i>"),
    ]
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "reviews-heat-2026-11-01.toml").write_text(reviews_text(reviews), "utf-8")
    (tmp_path / "reviews" / "torn.toml").write_text("<torn>", "utf-8")
    return tmp_path / "reviews"


def test_what_is_remembered_obeys_the_schema(audit, later, reviewed, tmp_path):
    first = full_data(audit, tmp_path / "reports", reviews_dir=reviewed)
    obeys(first)
    assert first["changes"] is None
    write_report(audit, tmp_path / "reports")
    data = full_data(later, tmp_path / "reports", reviews_dir=reviewed)
    obeys(data)
    assert data["changes"]["summary"]["citations"]["fixed"] > 0
    assert data["changes"]["summary"]["findings"]["gone"] > 0
    assert (data["reviews"]["applied"], data["reviews"]["lapsed"], len(data["reviews"]["unused"])) == (3, 2, 1)


def test_every_finding_has_a_key_of_its_own(audit, tmp_path):
    keys = [found["key"] for found in found_in(full_data(audit, tmp_path))]
    assert len(set(keys)) == len(keys)


# --- on the page -----------------------------------------------------------------------------------------------------


@pytest.fixture
def page(audit, later, reviewed, tmp_path):
    write_report(audit, tmp_path / "reports")
    return render_html(full_data(later, tmp_path / "reports", reviews_dir=reviewed))


def test_what_changed_stands_near_the_top(page, outline):
    text = outline(page).text
    before_the_text = text[: text.index("The brief has") if "The brief has" in text else len(text)]
    assert "Since the audit of 21 Nov 2026 18:02 UTC" in before_the_text
    assert "2 sources put right" in before_the_text
    assert "no longer there" in before_the_text
    assert "dead → verified" in before_the_text


def test_a_person_s_verdict_stands_beside_the_machine_s(audit, reviewed, tmp_path, outline):
    page = render_html(full_data(audit, tmp_path / "reports", reviews_dir=reviewed))
    text = outline(page).text
    assert "AB decided: verified until 21 May 2027 I <b>asked</b> them." in text
    assert "AB decided: verified (lapsed: it has expired)" in text
    assert "AB decided: verified (lapsed: the evidence is not what it was)" in text
    assert "3 findings reviewed by a person, 2 reviews lapsed" in text
    assert "“<i>gone</i>” in references/briefs/heat.md" in text
    assert "torn.toml: not valid TOML" in text


@pytest.mark.parametrize("form", ["md", "docx"])
def test_an_annotated_copy_has_the_person_s_verdict_too(form, audit, reviewed, tmp_path):
    made = export(full_data(audit, tmp_path / "reports", reviews_dir=reviewed), form)
    if form == "docx":
        comments = [comment.text for comment in Document(io.BytesIO(made)).comments]
        assert "AB decided: verified (until 21 May 2027). I <b>asked</b> them." in comments[0]
        assert "(lapsed: it has expired)" in comments[1]
    else:
        assert "AB decided: verified (until 21 May 2027). I \\<b\\>asked\\</b\\> them." in made.decode()


def test_every_anchor_of_a_change_is_there(page, outline):
    found = outline(page)
    assert found.open == []
    ids = found.having("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in found.having("href") if href.startswith("#")} <= set(ids)


def test_a_page_of_data_without_memory_has_none(audit, outline):
    text = outline(render_html(report_data(audit, "0.1.0"))).text
    assert "Since the audit" not in text
    assert "decided:" not in text
