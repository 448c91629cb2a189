"""Figures that a page does not write but that follow from two of one passage: a sum, a difference, a share, a change.

What is found here is offered for review and never counts as support: arithmetic cannot know whether the two figures
may be added.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.evidence.agreement import plain
from factcheck.evidence.alignment import BEST_SCORE
from factcheck.model import Match, MatchLevel, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence.alignment import Context
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Quantity

_PASSAGES = 3
_FIGURES = 8
_LEAST_COVERAGE = 0.45
_LEAST_SIZE = 20
_TOLERANCE = Decimal("0.005")
_COUNTED = frozenset({QuantityKind.NUMBER, QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENT})


def derive(quantity: Quantity, context: Context, reading: PageReading) -> Match | None:
    """The best-aligned passage two of whose figures give the claim's; None where there is none.

    Small numbers come out of any two figures, so that only those of 20 or more, or with a decimal, are tried.
    """
    if quantity.low is None or quantity.low != quantity.high or quantity.kind not in _COUNTED:
        return None
    if quantity.low < _LEAST_SIZE and quantity.low == quantity.low.to_integral_value():
        return None
    for sentence in _best_sentences(context):
        figures = [f for f in reading.figures_in(sentence) if _is_single(f.quantity)][:_FIGURES]
        for one, other in combinations(figures, 2):
            words = _reckoned(quantity, one.quantity, other.quantity)
            if words is not None:
                return _offer(quantity, context, reading, (one, other), words)
    return None


def _is_single(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.low == quantity.high and quantity.kind in _COUNTED


def _best_sentences(context: Context) -> Sequence[int]:
    covered = [s for s, c in context.coverage.items() if c / context.total >= _LEAST_COVERAGE]
    return sorted(covered, key=lambda s: -context.coverage[s])[:_PASSAGES]


def _reckoned(asked: Quantity, one: Quantity, other: Quantity) -> str | None:
    for value, words in _results(one, other, asked):
        if asked.low and abs(value - asked.low) <= max(abs(asked.low) * _TOLERANCE, (asked.step or Decimal(0)) / 2):
            return f"{words} is {plain(value)}; the claim says {asked.text}."
    return None


def _results(one: Quantity, other: Quantity, asked: Quantity) -> Iterator[tuple[Decimal, str]]:
    left, right = one.low or Decimal(0), other.low or Decimal(0)
    units = {one.unit, other.unit} - {asked.unit}
    if not units or (units == {None} and one.unit != other.unit):
        yield left + right, f"{one.text} plus {other.text}"
        yield abs(left - right), f"The difference of {one.text} and {other.text}"
    if asked.unit == "percent" and one.unit == other.unit != "percent" and left > 0 and right > 0:
        yield min(left, right) / max(left, right) * 100, f"The share of {one.text} and {other.text} in percent"
        yield abs(right - left) / left * 100, f"The change from {one.text} to {other.text} in percent"


def _offer(
    quantity: Quantity, context: Context, reading: PageReading, pair: tuple[PageFigure, PageFigure], words: str
) -> Match:
    first, last = sorted(pair, key=lambda f: f.quantity.start)
    score = context.align(first.token, first.sentence).score / BEST_SCORE
    passage = reading.passage(first.quantity.start, last.quantity.end)
    return Match(
        MatchLevel.DERIVED, passage, quantity.low, quantity.high, quantity.unit, round(min(1.0, score), 3), None, words
    )
