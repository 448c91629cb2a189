"""The whole report as the page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.totals import tallies, totals_of
from factcheck.report.view import ReportView
from factcheck.report.view_brief import brief_view
from factcheck.report.view_memory import changes_view, reviews_view
from factcheck.report.view_twice import agreeing, twice_views
from factcheck.report.words import VERDICT_MEANINGS, VERDICT_WORDS, count_words, moment, time_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.report.view import BriefView

    Json = dict[str, Any]


def report_view(data: Json) -> ReportView:
    """The view of format-1 `data`; of several briefs the one that needs a person most comes first."""
    single = len(data["briefs"]) == 1
    briefs = [brief_view(brief, number, 1 if single else 2) for number, brief in enumerate(data["briefs"], 1)]
    return ReportView(
        title=_title(briefs),
        generated_at=data["generated_at"],
        generated=time_words(data["generated_at"]),
        version=data["tool"]["version"],
        commit=data.get("commit"),
        age=_age(data),
        warnings=tuple(_warnings(data)),
        problems=tuple((problem["path"], problem["message"]) for problem in data.get("problems", ())),
        totals=totals_of(data["briefs"]),
        briefs=tuple(sorted(briefs, key=_need)),
        twice=tuple(twice_views(data)),
        agreeing=agreeing(data),
        legend=tallies({}, VERDICT_WORDS, VERDICT_MEANINGS),
        changes=changes_view(data, list(zip(data["briefs"], briefs, strict=True))),
        reviews=reviews_view(data),
    )


def _title(briefs: Sequence[BriefView]) -> str:
    if not briefs:
        return "No brief was read"
    return briefs[0].title if len(briefs) == 1 else count_words(len(briefs), "brief")


def _need(brief: BriefView) -> tuple[int, ...]:
    """Sorts what needs a person first: contradicted, dead, not found, not checked."""
    return tuple(-brief.totals.count(key) for key in ("mismatched", "dead", "not_found", "unsupported", "unchecked"))


def _age(data: Json) -> str | None:
    """How old the captures were when the report was made, in days."""
    made = moment(data["generated_at"])
    captures = [citation["capture"] for brief in data["briefs"] for citation in brief["citations"]]
    ages = [max(0, (made - moment(capture["captured_at"])).days) for capture in captures if capture is not None]
    if not ages:
        return None
    if max(ages) == 0:
        return "sources read today"
    span = f"{max(ages)}" if min(ages) == max(ages) else f"{min(ages)}–{max(ages)}"
    return f"sources read {span} {'day' if span == '1' else 'days'} ago"


def _warnings(data: Json) -> Iterable[str]:
    if data.get("network_down"):
        yield "No host could be reached: nothing is said here about links being alive or dead."
    if data.get("interrupted"):
        yield "The run was stopped before it was done: what was not fetched is marked so."
    if data.get("offline"):
        yield "The audit was run without network: only pages in the archive were compared."
