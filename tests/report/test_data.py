"""Format 1: the schema holds, the sets are closed, the offsets slice back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import CitationStatus, FootnoteKind, QuantityKind, UncheckedReason, VerdictKind
from factcheck.report import json_bytes, parse_data, report_data, unchecked_finding
from factcheck.report.values import decimal_text, known, time_text

SCHEMA = json.loads(files("factcheck.report").joinpath("schema/report-1.schema.json").read_text("utf-8"))


def check(data) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(json_bytes(data)), SCHEMA, cls=jsonschema.Draft202012Validator)


def test_report_of_everything_obeys_the_schema(audit):
    check(report_data(audit, "0.1.0"))


def test_report_of_nothing_obeys_the_schema(empty_audit):
    data = report_data(empty_audit, "0.1.0")
    check(data)
    assert data["summary"]["citation_status"] == dict.fromkeys(CitationStatus, 0)


def test_sample_shows_every_status_verdict_and_note_kind(audit):
    brief = report_data(audit, "0.1.0")["briefs"][0]
    assert {c["status"] for c in brief["citations"]} == set(CitationStatus)
    assert {f["verdict"] for k in brief["claims"] for f in k["figures"]} == set(VerdictKind)
    assert {n["kind"] for n in brief["footnotes"]} == set(FootnoteKind)


@pytest.mark.parametrize(
    ("definition", "member", "closed"),
    [("figure", "kind", QuantityKind), ("footnote", "kind", FootnoteKind)],
)
def test_schema_closes_the_same_sets_as_the_model(definition, member, closed):
    assert SCHEMA["$defs"][definition]["properties"][member]["enum"] == [item.value for item in closed]


def test_schema_knows_every_reason():
    assert SCHEMA["$defs"]["reason"]["enum"] == [*[reason.value for reason in UncheckedReason], None]


def test_figures_and_quotations_slice_out_of_their_claim(audit):
    for claim in report_data(audit, "0.1.0")["briefs"][0]["claims"]:
        for found in [*claim["figures"], *claim["quotations"]]:
            assert claim["text"][found["start"] : found["end"]] == found["text"]


def test_mismatched_figure_shows_the_rival_passage(audit):
    data = report_data(audit, "0.1.0")["briefs"][0]
    (figure,) = [f for k in data["claims"] for f in k["figures"] if f["verdict"] == "mismatched"]
    assert (figure["low"], figure["evidence"]["low"]) == ("4200000000", "4800000000")
    assert figure["evidence"]["exact"] == "4.8 billion cubic metres"
    assert figure["evidence"]["citation"] == "c1a"
    assert figure["rival"] is None


def test_body_gives_the_text_back_in_order(audit):
    brief = report_data(audit, "0.1.0")["briefs"][0]
    claims = {claim["id"]: claim for claim in brief["claims"]}
    assert [part["claim"] for block in brief["body"] for part in block["parts"] if "claim" in part] == list(claims)
    letters = "".join(
        part.get("text") or claims[part["claim"]]["text"] for block in brief["body"] for part in block["parts"]
    )
    markers = sorted(audit.briefs[0].apparatus.markers, key=lambda m: (m.block, m.start), reverse=True)
    for_blocks = [block.text.text for block in audit.briefs[0].brief.blocks]
    for marker in markers:
        text = for_blocks[marker.block]
        for_blocks[marker.block] = text[: marker.start] + text[marker.end :]
    assert letters.split() == "".join(for_blocks).split()


def test_claim_that_points_nowhere_is_still_in_the_body(audit):
    finding = audit.briefs[0]
    lost = replace(finding.claims[0], claim=replace(finding.claims[0].claim, block=99))
    astray = replace(finding.claims[1], claim=replace(finding.claims[1].claim, start=10**6, end=10**6 + 5))
    moved = replace(audit, briefs=(replace(finding, claims=(lost, astray, *finding.claims[2:])),))
    brief = report_data(moved, "0")["briefs"][0]
    placed = {part.get("claim") for block in brief["body"] for part in block["parts"]}
    assert {claim["id"] for claim in brief["claims"]} <= placed


def test_uncited_figures_are_counted_apart_and_among_the_unchecked(audit):
    summary = report_data(audit, "0.1.0")["summary"]
    assert summary["uncited"] == 2
    assert summary["figures"]["unchecked"] == 5
    assert sum(summary["unchecked_reasons"].values()) == summary["citation_status"]["unchecked"]


def test_missing_note_has_no_text_rather_than_an_empty_one(audit):
    notes = report_data(audit, "0.1.0")["briefs"][0]["footnotes"]
    assert [note["text"] for note in notes if note["kind"] == "missing"] == [None]


def test_parsed_brief_is_unchecked_throughout(audit):
    finding = audit.briefs[0]
    claims = [found.claim for found in finding.claims]
    bare = unchecked_finding(finding.brief, finding.apparatus, claims)
    data = parse_data(replace(audit, briefs=(bare,)), "0.1.0")
    check(data)
    brief = data["briefs"][0]
    assert {c["status"] for c in brief["citations"]} == {"unchecked"}
    assert {c["reason"] for c in brief["citations"]} == {"not_fetched", "truncated_url"}
    assert {f["verdict"] for k in brief["claims"] for f in k["figures"] + k["quotations"]} == {"unchecked"}
    assert data["summary"]["uncited"] == 2


def test_half_a_surrogate_pair_cannot_break_the_file(audit):
    finding = audit.briefs[0]
    odd = replace(audit, briefs=(replace(finding, brief=replace(finding.brief, title="a\ud800b")),))
    assert json.loads(json_bytes(report_data(odd, "0")))["briefs"][0]["title"] == "a?b"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (Decimal("4.2E+9"), "4200000000"),
        (Decimal("12.80"), "12.8"),
        (Decimal("-0.0"), "0"),
        (Decimal(1) / 3, "0.333333"),
        (Decimal(10**9) / 3, "333333333.333333"),
        (Decimal(10) / 10, "1"),
        (Decimal("0.1234567"), "0.1234567"),
        (Decimal("NaN"), None),
        (Decimal("1E+999999"), None),
        (Decimal("1E-999999"), None),
    ],
)
def test_decimals_are_plain_and_trimmed(value, text):
    assert decimal_text(value) == text


@settings(deadline=None, max_examples=200)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_every_decimal_obeys_the_schema(value):
    text = decimal_text(value)
    jsonschema.validate(text, SCHEMA["$defs"]["decimal"])
    if text is not None:
        assert abs(Decimal(text) - value) <= Decimal("0.000001")


def test_times_are_utc():
    moment = datetime(2026, 11, 21, 23, 30, 1, 999, tzinfo=timezone(timedelta(hours=2)))
    assert time_text(moment) == "2026-11-21T21:30:01Z"


@pytest.mark.parametrize(("text", "expected"), [(None, None), ("", None), (" \n", None), ("a ", "a ")])
def test_absent_text_is_null(text, expected):
    assert known(text) == expected
