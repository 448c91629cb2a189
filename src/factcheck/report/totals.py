"""Counts in words, and the bar they are drawn as."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.report.summary import is_uncited, unchecked_reason
from factcheck.report.view import Tally, Totals
from factcheck.report.words import (
    STATUS_MEANINGS,
    STATUS_WORDS,
    VERDICT_MEANINGS,
    VERDICT_WORDS,
    count_words,
    reason_sentence,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Json = dict[str, Any]

BAR_WIDTH = 1000
_LEAST_WIDTH = 6
"""Of a bar of 1000: one dead link among a thousand must still be seen."""


def shown_verdict(claim: Json, finding: Json) -> str:
    """The verdict as the page shows it: an unchecked finding that rests on nothing is ``uncited``."""
    if finding["verdict"] == "unchecked" and is_uncited(claim, finding):
        return "uncited"
    return str(finding["verdict"])


def totals_of(briefs: Sequence[Json]) -> Totals:
    """The counts over `briefs`: sources by status, figures and quotations by verdict, the unchecked by reason."""
    return totals_from([counts_of(brief) for brief in briefs])


@dataclass(frozen=True, slots=True)
class BriefCounts:
    """What one brief adds to the totals: small, so that those of a thousand can be kept."""

    extent: tuple[int, int, int, int]
    statuses: Counter[str]
    verdicts: Counter[str]
    reasons: Counter[str]


def counts_of(brief: Json) -> BriefCounts:
    """The counts of one brief: notes, sources, figures and quotations; and by status, by verdict, by reason."""
    figures = [(claim, found) for claim in brief["claims"] for found in claim["figures"]]
    quotations = [(claim, found) for claim in brief["claims"] for found in claim["quotations"]]
    return BriefCounts(
        extent=(len(brief["footnotes"]), len(brief["citations"]), len(figures), len(quotations)),
        statuses=Counter(citation["status"] for citation in brief["citations"]),
        verdicts=Counter(shown_verdict(claim, found) for claim, found in (*figures, *quotations)),
        reasons=Counter(reason for citation in brief["citations"] if (reason := unchecked_reason(citation))),
    )


def totals_from(counts: Sequence[BriefCounts]) -> Totals:
    """The totals over briefs whose counts are given."""
    extent = [sum(numbers) for numbers in zip((0, 0, 0, 0), *(found.extent for found in counts), strict=True)]
    reasons = sum((found.reasons for found in counts), Counter[str]())
    statuses = tallies(sum((found.statuses for found in counts), Counter[str]()), STATUS_WORDS, STATUS_MEANINGS)
    return Totals(
        line=tuple(map(count_words, extent, ("note", "source", "figure", "quotation"))),
        statuses=statuses,
        verdicts=tallies(sum((found.verdicts for found in counts), Counter[str]()), VERDICT_WORDS, VERDICT_MEANINGS),
        reasons=tuple(
            said("because", count=count, reason=reason_sentence(word))
            for word, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
        ),
        bar_label=said(
            "bar",
            counts=", ".join(f"{tally.count} {tally.word}" for tally in statuses if tally.count) or said("none"),
        ),
    )


def tallies(counts: Mapping[str, int], words: Mapping[str, str], meanings: Mapping[str, str]) -> tuple[Tally, ...]:
    """One tally for each of `words` in their order, laid end to end on a bar of 1000."""
    total = sum(counts.get(key, 0) for key in words)
    widths = _widths([counts.get(key, 0) for key in words], total)
    placed, x = [], 0
    for (key, word), width in zip(words.items(), widths, strict=True):
        placed.append(Tally(key, word, meanings[key], counts.get(key, 0), x, width))
        x += width
    return tuple(placed)


def _widths(counts: Sequence[int], total: int) -> list[int]:
    """Shares of the bar that add up to it, none so thin that it cannot be seen."""
    if not total:
        return [0 for _ in counts]
    widths = [max(_LEAST_WIDTH, count * BAR_WIDTH // total) if count else 0 for count in counts]
    widest = widths.index(max(widths))
    widths[widest] += BAR_WIDTH - sum(widths)
    return widths
