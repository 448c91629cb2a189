"""`factcheck explain`: rules by name, findings of the last run by id."""

from __future__ import annotations

import json

import pytest

from factcheck.explain import meanings
from factcheck.model import CitationStatus, UncheckedReason
from factcheck.verdicts import RULES

FIGURE = {
    "text": "4 of 10", "verdict": "not_found", "rule": "absent", "explanation": "No such figure stands there.",
    "evidence": None,
    "rival": {"citation": "c1", "prefix": None, "exact": "3 of 10", "suffix": None, "locator": None},
    "review": {"initials": "AB", "verdict": "not_found", "reason": "It is\x1b not.", "expires": "2027-05-21",
               "lapsed": True, "because": "evidence_changed"},
}  # fmt: skip
QUOTATION = {
    "text": "an open question", "verdict": "supported", "rule": "exact_after_normalising",
    "evidence": {"citation": "c1", "prefix": "it is ", "exact": "an open\x1b[31m question", "suffix": " still",
                 "locator": "p. 7", "calculation": "74.6 rounds to 75"},
    "review": {"initials": "CD", "verdict": "supported", "reason": "Read it.", "expires": "2027-05-21",
               "lapsed": False},
}  # fmt: skip
CITATION = {
    "id": "c1", "footnote": "1", "url": "https://lake.example/1", "status": "dead", "reason": "It is gone.",
    "capture": {"captured_at": "2026-11-21T18:00:00Z", "http_status": 404, "final_url": "https://lake.example/gone",
                "remarks": ["The host answered only a second User-Agent."]},
    "failure": {"reason": "timeout", "detail": None, "http_status": 503}, "warnings": ["The page has no #place."],
    "saving": {"state": "not_submitted", "detail": "it is gone", "memento_url": None},
    "memento": {"memento_url": "https://web.archive.example/1"},
    "repairs": [{"kind": "kept_hyphen", "evidence": "a capture in the archive"}],
    "alternative_urls": ["https://lake.example/one"],
}  # fmt: skip
BARE = {"id": "c2", "footnote": None, "url": None, "raw_url": None, "status": "unchecked", "reason": None}
CLAIM = {"id": "k1", "text": "The lake froze.", "footnotes": ["1"], "figures": [FIGURE], "quotations": [QUOTATION]}
EMPTY = {"id": "k2", "text": "See there.", "footnotes": [], "figures": [], "quotations": []}


@pytest.fixture
def reported(folder):
    run = folder / "reports" / "2026-11-21T18-02-00Z"
    run.mkdir(parents=True)
    briefs = [
        {"path": "a.md", "citations": [CITATION, BARE], "claims": [CLAIM, EMPTY]},
        {"path": "b.md", "citations": [], "claims": [EMPTY]},
    ]
    (run / "report.json").write_text(json.dumps({"format": 1, "briefs": briefs}))
    (folder / "reports" / "latest").symlink_to(run.name)
    return run


@pytest.mark.parametrize("word", [*RULES, *CitationStatus, *UncheckedReason, "uncited", "source_dead", "not_compared"])
def test_every_rule_status_and_reason_is_explained(word, factcheck):
    ended = factcheck("explain", word)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{word}: {meanings()[word]}\n"


def test_a_near_miss_is_helped(reported, factcheck):
    assert factcheck("explain", "verifed").err.endswith("; did you mean 'verified'?\n")


EXPLAINED = [
    (
        "c1",
        [
            "a.md, note 1: https://lake.example/1",
            "  dead: It is gone.",
            "  a hyphen at a line's end was kept (evidence: a capture in the archive)",
            "  may also be https://lake.example/one",
            "  captured 2026-11-21T18:00:00Z with status 404: https://lake.example/gone",
            "  archived copy: https://web.archive.example/1",
            "  no page with status 503: timeout",
            "  The host answered only a second User-Agent.",
            "  note: The page has no #place.",
            "  web archive: not submitted: it is gone",
        ],
    ),
    ("c2", ["a.md: no address", "  unchecked: no reason given"]),
    (
        "k1",
        [
            "a.md, notes 1: The lake froze.",
            "  “4 of 10” not found by the rule absent. No such figure stands there.",
            "    the same source has also c1: …[3 of 10]…",
            r"    AB decided: not found (lapsed: evidence changed). It is\x1b not.",
            "  “an open question” supported by the rule exact_after_normalising.",
            r"    c1, p. 7: …it is [an open\x1b[31m question] still…",
            "    reckoned: 74.6 rounds to 75",
            "    CD decided: supported (until 2027-05-21). Read it.",
        ],
    ),
    (
        "k2",
        [
            "a.md, no note: See there.",
            "  It has no figure and no quotation to check.",
            "b.md, no note: See there.",
            "  It has no figure and no quotation to check.",
        ],
    ),
]


@pytest.mark.parametrize(("name", "lines"), EXPLAINED)
def test_a_finding_of_the_last_run_is_shown_with_its_evidence(name, lines, reported, factcheck):
    ended = factcheck("explain", name)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == lines


def test_latest_may_be_a_file_with_the_run_s_name(reported, factcheck, folder):
    (folder / "reports" / "latest").unlink()
    (folder / "reports" / "latest").write_text(f"{reported.name}\n")
    assert factcheck("explain", "c2").code == 0


def test_the_reports_can_lie_elsewhere(reported, factcheck, folder):
    (folder / "reports").rename(folder / "moved")
    assert factcheck("explain", "c2", "--reports-dir", "moved").code == 0


def test_an_unknown_name_is_wrong_usage(reported, factcheck):
    ended = factcheck("explain", "k\x1b99")
    assert (ended.code, ended.out) == (2, "")
    assert "no rule, status or reason, and no claim or citation of" in ended.err
    assert "\x1b" not in ended.err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no report yet; make one with factcheck run"),
        (b"{", "is no report of format 1"),
        (b"\xff", "is no report of format 1"),
        (b"[" * 100_000, "is no report of format 1"),
        (b'{"briefs": 3}', "is no report of format 1"),
        (b'{"briefs": [{}]}', "is no report of format 1"),
        (
            b'{"format":1,"briefs":[{"path":"a","citations":[{"id":"k1","status":3,"failure":5}],"claims":[]}]}',
            "has not what format 1 asks for",
        ),
        ("folder", "cannot be read"),
    ],
)
def test_a_report_that_cannot_be_read_is_one_line(content, message, reported, factcheck):
    report = reported / "report.json"
    report.unlink()
    if content == "folder":
        report.mkdir()
    elif content is not None:
        report.write_bytes(content)
    ended = factcheck("explain", "k1")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert message in ended.err


def test_a_pointer_that_cannot_be_read_is_one_line(reported, factcheck, folder):
    (folder / "reports" / "latest").unlink()
    (folder / "reports" / "latest").write_bytes(b"\xff")
    ended = factcheck("explain", "k1")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
