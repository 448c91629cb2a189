"""Reports as small as format 1 lets them be, and a way to say what a later one is like."""

from __future__ import annotations

import pytest


def made_citation(number, status="verified", url=None, footnote=None):
    return {
        "id": f"c{number}",
        "footnote": footnote or str(number),
        "url": url or f"https://lake.example/{number}",
        "raw_url": None,
        "reference": {"authors": [], "title": None, "published": None, "accessed": None},
        "status": status,
    }


def made_figure(text, verdict="supported", number=1, exact="four winters", start=0):
    evidence = {"citation": f"c{number}", "prefix": "ice in ", "exact": exact, "suffix": " of ten"}
    return {
        "text": text,
        "start": start,
        "end": start + len(text),
        "footnotes": [str(number)],
        "verdict": verdict,
        "evidence": evidence if exact else None,
        "rival": None,
    }


def made_claim(number, text, *figures):
    return {"id": f"k{number}", "text": text, "links": [], "figures": list(figures), "quotations": []}


def made_brief(citations, claims, path="notes/lake.md"):
    return {"path": path, "citations": citations, "claims": claims}


def made_report(*briefs, generated_at="2026-11-21T18:02:09Z", **facts):
    return {"format": 1, "generated_at": generated_at, "briefs": list(briefs), **facts}


class Make:
    citation, figure, claim, brief, report = map(
        staticmethod, (made_citation, made_figure, made_claim, made_brief, made_report)
    )

    @staticmethod
    def lake(**change):
        """One brief, one note, one sentence with one figure; any of their facts may be told otherwise."""
        text = change.pop("sentence", "The lake froze in 4 of 10 winters.")
        status, url = change.pop("status", "verified"), change.pop("url", None)
        figure = made_figure(change.pop("figure", "4 of 10"), **change)
        return made_report(made_brief([made_citation(1, status, url)], [made_claim(1, text, figure)]))


@pytest.fixture
def make():
    return Make
