"""`factcheck review`: a downloaded file is taken in, shown beside its finding, and lapses; and what a run remembers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest

from factcheck.history.reviews import Review, reviews_text
from factcheck.model import CitationStatus, VerdictKind

V, M, U, D, R, X = CitationStatus


@pytest.fixture
def run(monkeypatch, made, factcheck):
    """Run with an audit made up of these statuses; what was said, and the report that was stored."""

    def run(*statuses, **facts):
        done = made(list(statuses), **facts)
        monkeypatch.setattr(import_module("factcheck.pipeline"), "audit", lambda *_: done)
        ended = factcheck("run", "-q")
        place = ended.out.splitlines()[-1].removeprefix("Report: ").replace("report.html", "report.json")
        with open(place, encoding="utf-8") as file:  # noqa: PTH123 - relative to the folder of the test
            return ended, json.load(file)

    return run


@pytest.fixture
def downloaded(folder):
    def downloaded(report, **change):
        brief = report["briefs"][0]
        found = brief["claims"][0]["figures"][0]
        facts = {
            "brief": brief["path"],
            "finding": found["key"],
            "verdict": VerdictKind.SUPPORTED,
            "reason": "I asked the lake office.",
            "initials": "AB",
            "expires": date(2099, 5, 21),
            "evidence": found["evidence_digest"],
            "subject": found["text"],
        }
        path = folder / "reviews-notes-2026-11-21.toml"
        path.write_text(reviews_text([Review(**facts | change)]), "utf-8")
        return path

    return downloaded


def test_the_first_run_says_nothing_of_changes_and_the_next_one_does(run):
    ended, report = run(V, V, D)
    assert report["changes"] is None
    assert "Since" not in ended.out
    ended, report = run(V, D, V)
    assert ended.out.splitlines()[3] == "Since the audit of 2026-11-21T18:02:00Z: citations 1 broken, 1 fixed"
    assert [change["change"] for change in report["changes"]["citations"]] == ["broken", "fixed"]
    ended, _ = run(V, D, V)
    assert ended.out.splitlines()[3] == "Since the audit of 2026-11-21T18:02:00Z: no change"


def test_a_review_is_taken_in_and_shown_beside_its_finding(run, downloaded, factcheck, folder):
    _, report = run(V)
    ended = factcheck("review", "apply", downloaded(report))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "1 review kept in references/reviews/reviews-notes-2026-11-21.toml\n"
    ended, report = run(V)
    assert "1 review: 0 lapsed; 0 unused, 0 malformed\n" in ended.out
    found = report["briefs"][0]["claims"][0]["figures"][0]
    assert (found["verdict"], found["review"]["verdict"]) == ("unchecked", "supported")
    assert factcheck("review", "list").out == (
        "holds: 4 of 10 in notes.md: supported by AB until 2099-05-21 "
        "(references/reviews/reviews-notes-2026-11-21.toml): I asked the lake office.\n"
    )
    ended = factcheck("review", "lint")
    assert (ended.code, ended.out) == (0, "1 review, all hold\n")


LINTED = [
    ({"expires": date(2026, 11, 1)}, "expired: 4 of 10 in notes.md"),
    ({"evidence": "a" * 24}, "evidence changed: 4 of 10 in notes.md"),
    ({"finding": "a" * 24}, "unused: 4 of 10 in notes.md"),
]


@pytest.mark.parametrize(("change", "line"), LINTED)
def test_lint_names_what_does_not_count(change, line, run, downloaded, factcheck):
    _, report = run(V)
    path = downloaded(report, **change)
    for arguments in ((path,), ()):
        factcheck("review", "apply", path)
        ended = factcheck("review", "lint", *arguments)
        assert ended.code == 1
        assert ended.out.startswith(line)
        assert ended.out.count("\n") == 1
    ended, _ = run(V)
    assert "(factcheck review lint)" in ended.out


def test_lint_names_what_is_malformed(factcheck, folder):
    (folder / "r.toml").write_text("format = 1\n[[review]]\nbrief = 3\n[[review]]\n", "utf-8")
    ended = factcheck("review", "lint", "r.toml")
    assert (ended.code, ended.out) == (1, "r.toml: review 1: finding is missing\nr.toml: review 2: brief is missing\n")


def test_a_malformed_file_is_not_taken_in(factcheck, folder):
    (folder / "r.toml").write_text("format = 1\n[[review]]\nbrief = 3\n[[review]]\n", "utf-8")
    ended = factcheck("review", "apply", "r.toml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == ("factcheck: r.toml: review 1: finding is missing (and 1 more: factcheck review lint r.toml)\n")


def test_what_a_review_says_cannot_steer_the_terminal(run, downloaded, factcheck):
    _, report = run(V)
    factcheck("review", "apply", downloaded(report, reason="\x1b[31mred\nsecond line"))
    assert factcheck("review", "list").out.endswith("\\x1b[31mred second line\n")


def test_where_nothing_is_kept_it_says_so(factcheck):
    assert factcheck("review", "list").out == "no reviews are kept\n"
    assert factcheck("review", "lint").out == "0 reviews, all hold\n"
    assert factcheck("review", "lint", "none.toml").code == 2


def test_a_brief_that_was_added_is_said(monkeypatch, made, factcheck):
    for statuses in ([V],), ([V], [D]):
        done = replace(made(*statuses))
        monkeypatch.setattr(import_module("factcheck.pipeline"), "audit", lambda *_, done=done: done)
        ended = factcheck("run", "-q")
    assert "Since the audit of 2026-11-21T18:02:00Z: 1 brief added\n" in ended.out
