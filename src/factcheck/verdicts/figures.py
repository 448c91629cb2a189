"""The verdict on one figure against one page.

The thresholds are probabilities of the two decisions of `evidence`.  They are set once for all figures, stricter for
years and small numbers, which stand on every page; what falls between them is for a person to check.
"""

from __future__ import annotations

from factcheck.model import DESIGNATION, FigureEvidence, Hedge, Match, MatchLevel, Quantity, QuantityKind, Verdict
from factcheck.records import record
from factcheck.verdicts.rules import verdict

_BY_LEVEL = {
    MatchLevel.EXACT: "supported_exactly",
    MatchLevel.UNIT_MISSING: "supported_without_unit",
    MatchLevel.ROUNDED: "supported_by_rounding",
    MatchLevel.HEDGED: "supported_by_hedge",
    MatchLevel.FRACTION: "supported_by_fraction",
    MatchLevel.CONVERTED: "supported_by_conversion",
    MatchLevel.IN_RANGE: "supported_in_range",
    MatchLevel.PAGE_DATE: "supported_by_page_date",
}
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


@record
class Thresholds:
    """The least probabilities for a verdict; `doubt` is that below which a verdict is not even undecided."""

    supported: float = 0.5
    supported_common: float = 0.65
    mismatched: float = 0.6
    doubt: float = 0.35


NORMAL = Thresholds()
"""Those of an audit, chosen on cross-validated pairs; `supported_common` is for years and small numbers."""

OUTRANKED = 0.11
"""Where a rival's passage aligns so much better than the agreeing figure's (scores of 0 to 1), nothing is decided."""

ONE_PASSAGE = 100
"""Characters within which two figures stand side by side."""

STRICT = Thresholds(supported=0.7, supported_common=0.8, mismatched=0.75)
"""Those of ``--strict``: fewer answers, and surer ones."""


def judge_figure(evidence: FigureEvidence, *, strict: bool = False, objection: str | None = None) -> Verdict:
    """The verdict on one figure against one page.

    `objection` says in words what the page's clause does with the figure and the claim does not (``denies it``).
    """
    limits = STRICT if strict else NORMAL
    compatible, rival = evidence.compatible, evidence.rival
    if compatible is not None and compatible.level is MatchLevel.DERIVED:
        return verdict("derived", compatible.calculation or "It follows from two figures of one passage.")
    least = limits.supported_common if stands_everywhere(evidence.quantity) else limits.supported
    if compatible is not None and evidence.support >= least:
        return _supported(compatible, evidence, objection)
    against = (1 - evidence.support) * evidence.contradiction
    if rival is not None and against >= limits.mismatched:
        return _mismatch(rival, evidence)
    if max(evidence.support, against) >= limits.doubt:
        return _undecided(evidence)
    if compatible is not None and not stands_everywhere(evidence.quantity):
        # Saying "not found" of a figure that an editor then finds with one search would cost the report its credit.
        words = f"The page has “{compatible.passage.exact}”, but not clearly on this subject. Check by hand."
        return verdict("undecided", words)
    return verdict("not_found", f"No passage on this subject has {_said(evidence.quantity)} or contradicts it.")


def _supported(compatible: Match, evidence: FigureEvidence, objection: str | None) -> Verdict:
    """Supported, unless a rival's passage fits clearly better, it goes the other way, or is said differently."""
    if evidence.rival is not None and outranks(evidence.rival, compatible):
        return _undecided(evidence)
    if evidence.direction_conflict:
        return _direction_conflict(compatible, evidence.quantity)
    if objection is not None:
        words = f"The page has “{compatible.passage.exact}”, but {objection}. Check by hand."
        return verdict("said_differently", words)
    name = "supported_by_name" if evidence.quantity.unit == DESIGNATION else _BY_LEVEL[compatible.level]
    return verdict(name, _agreement_in_words(compatible, evidence.quantity))


def outranks(rival: Match, compatible: Match) -> bool:
    """Whether the rival stands in another passage that fits clearly better; figures side by side are of one passage.

    Of names with different numbers each is another thing, however near they stand.
    """
    if compatible.level is MatchLevel.IN_RANGE and rival.score >= compatible.score:
        return True
    if compatible.unit == DESIGNATION:
        return rival.score > compatible.score
    apart = abs(rival.passage.start - compatible.passage.start) > ONE_PASSAGE
    return apart and rival.score - compatible.score > OUTRANKED


def stands_everywhere(quantity: Quantity) -> bool:
    """Years and whole numbers of one or two digits: found on most pages whatever they are about."""
    if quantity.kind in {QuantityKind.YEAR, QuantityKind.RANGE}:
        return True
    return quantity.low is not None and abs(quantity.low) < 100 and quantity.low == int(quantity.low)


def _said(quantity: Quantity) -> str:
    return f"“{quantity.text}”"


def _agreement_in_words(match: Match, quantity: Quantity) -> str:
    if match.calculation:
        return match.calculation
    place = f" on {match.passage.locator}" if match.passage.locator else ""
    return f"The page says “{match.passage.exact}”{place}; the brief says {_said(quantity)}."


def _mismatch(rival: Match, evidence: FigureEvidence) -> Verdict:
    quantity = evidence.quantity
    name = "same_subject_other_date" if quantity.kind in _DATED else "same_subject_other_value"
    if quantity.unit == DESIGNATION:
        if evidence.compatible is not None:
            return _undecided(evidence)  # the page has the very name: with another number it is another
        name = "same_name_other_number"
    if rival.calculation:
        return verdict(name, f"{rival.calculation} The brief says {_said(quantity)}.")
    return verdict(name, f"The page says “{rival.passage.exact}”; the brief says {_said(quantity)}.")


_SIDES = frozenset({Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.ALMOST, Hedge.UP_TO})


def _direction_conflict(match: Match, quantity: Quantity) -> Verdict:
    apart = (
        "one says more and the other less"
        if quantity.hedge in _SIDES
        else "one says it rose and the other that it fell"
    )
    words = f"The page has “{match.passage.exact}”, but {apart}: {_said(quantity)}."
    return verdict("direction_conflict", words)


def _undecided(evidence: FigureEvidence) -> Verdict:
    shown = [f"“{m.passage.exact}”" for m in (evidence.compatible, evidence.rival) if m is not None]
    return verdict("undecided", f"Not sure enough: the page has {' and '.join(shown)}. Check by hand.")
