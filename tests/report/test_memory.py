"""What is known from before, in the stored report and on the page: changes since the last audit, and reviews."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

import jsonschema
import pytest

from factcheck.history.reviews import Review, reviews_text
from factcheck.model import CitationStatus, VerdictKind
from factcheck.report import full_data, json_bytes, write_report

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
    changed = replace(first, citations=citations, claims=first.claims[:-1])
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
