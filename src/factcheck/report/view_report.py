"""The whole report as the page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.totals import tallies, totals_of
from factcheck.report.view_brief import brief_view
from factcheck.report.view_memory import change_places, changed_items, changes_view, reviews_view
from factcheck.report.view_run import ReportView
from factcheck.report.view_twice import agreeing, twice_views
from factcheck.report.words import (
    NOUNS,
    VERDICT_MEANINGS,
    VERDICT_WORDS,
    WARNING_SENTENCES,
    count_words,
    moment,
    said,
    time_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.report.view import BriefView, Totals
    from factcheck.report.view_twice import Places

    Json = dict[str, Any]


def report_view(data: Json, places: Places | None = None, home: str | None = None) -> ReportView:
    """The view of format-1 `data`; of several briefs the one that needs a person most comes first.

    `home` is the list of all briefs, where `data` is of one of several; then `places` has where sentences that are
    stated twice are shown.
    """
    single = len(data["briefs"]) == 1
    up = "../" if home else ""
    briefs = [brief_view(brief, number, 1 if single else 2, up) for number, brief in enumerate(data["briefs"], 1)]
    changed = changed_items(data)
    changes: dict[tuple[str, str], str] = {}
    for brief, view in zip(data["briefs"], briefs, strict=True):
        changes |= change_places(brief, view, "", changed)
    return ReportView(
        **run_parts(data),
        title=_title(briefs),
        age=age_words([days for brief in data["briefs"] for days in capture_ages(data, brief)]),
        totals=totals_of(data["briefs"]),
        briefs=tuple(sorted(briefs, key=lambda view: need(view.totals))),
        twice=tuple(twice_views(data, places)),
        changes=changes_view(data, changes),
        home=home,
    )


def run_parts(head: Json) -> dict[str, Any]:
    """The fields of a `RunView` that need nothing but format 1 without its briefs."""
    return {
        "generated_at": head["generated_at"],
        "generated": time_words(head["generated_at"]),
        "version": head["tool"]["version"],
        "commit": head.get("commit"),
        "warnings": tuple(_warnings(head)),
        "problems": tuple((problem["path"], problem["message"]) for problem in head.get("problems", ())),
        "agreeing": agreeing(head),
        "legend": tallies({}, VERDICT_WORDS, VERDICT_MEANINGS),
        "reviews": reviews_view(head),
    }


def _title(briefs: Sequence[BriefView]) -> str:
    if not briefs:
        return said("no_briefs")
    return briefs[0].title if len(briefs) == 1 else count_words(len(briefs), "brief")


def need(totals: Totals) -> tuple[int, ...]:
    """Sorts what needs a person first: contradicted, dead, not found, not checked."""
    return tuple(-totals.count(key) for key in ("mismatched", "dead", "not_found", "unsupported", "unchecked"))


def capture_ages(data: Json, brief: Json) -> list[int]:
    """How old the captures of a brief were when the report was made: the youngest and the oldest, in days."""
    made = moment(data["generated_at"])
    captures = [citation["capture"] for citation in brief["citations"]]
    ages = [max(0, (made - moment(capture["captured_at"])).days) for capture in captures if capture is not None]
    return [min(ages), max(ages)] if ages else []


def age_words(ages: Sequence[int]) -> str | None:
    """``sources read 0–3 days ago``; None where nothing was read."""
    if not ages:
        return None
    if max(ages) == 0:
        return said("read_today")
    least, most = min(ages), max(ages)
    return said("read_ago", days=count_words(most, "day") if least == most else f"{least}–{most} {NOUNS['day'][1]}")


def _warnings(data: Json) -> Iterable[str]:
    """What must be known of a run that was not whole, before anything else is read."""
    return (sentence for flag, sentence in WARNING_SENTENCES.items() if data.get(flag))
