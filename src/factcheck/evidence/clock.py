"""Times of day: a claim's "7 p.m." set against a page's "19 h 00", "19:00 Uhr" or "о 19 годині"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.evidence.records import Agreement
from factcheck.model import MatchLevel, Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNIT = "time_of_day"
"""The unit of a time of day, which counts minutes since midnight."""

_HALF_DAY = 720
_TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])"
    r"(?:\s?[:.hч]\s?(?P<minute>[0-5]\d)(?![\d%]))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?"
    r"|\s(?P<word>uhr|heures?|h|godz|val|o'clock|год(?:ин[аиіу]?)?|гадзін[аыу]?|час(?:а|ов)?)\b)?",
    re.IGNORECASE,
)
_SMALL = 24
_LONGEST = 24


def as_time(claim: str, quantity: Quantity) -> Quantity | None:
    """The claim's figure as a time of day; None where it is none."""
    if quantity.unit == UNIT:
        return quantity
    if quantity.unit is not None or quantity.low is None or quantity.low > _SMALL:
        return None
    match = _TIME.match(claim, quantity.start, quantity.start + _LONGEST)
    if match is None or not (match["half"] or match["word"]) or (match["word"] or "").lower() == "h":
        return None
    return replace(quantity, unit=UNIT, low=_minutes(match), high=_minutes(match), kind=QuantityKind.NUMBER)


def claimed_times(claim: str, figures: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The times of day in a claim that are not among its `figures` already."""
    taken = [(figure.start, figure.end) for figure in figures]
    found = (time for time in times_of_day(claim) if time.unit == UNIT)
    return tuple(t for t in found if all(t.end <= start or end <= t.start for start, end in taken))


def times_of_day(text: str) -> Iterator[Quantity]:
    """Every time of day in `text`: with minutes, a.m. or p.m., or a word for the hour."""
    for match in _TIME.finditer(text):
        if match["minute"] or match["half"] or match["word"]:
            minutes = _minutes(match)
            yield Quantity(match.group(), match.start(), match.end(), minutes, minutes, UNIT, QuantityKind.NUMBER)


def _minutes(match: re.Match[str]) -> Decimal:
    hour = int(match["hour"])
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Decimal(hour * 60 + int(match["minute"] or 0))


def compare_times(claimed: Quantity, found: Quantity) -> Agreement | None:
    """The same time, or another; a page that does not say which half of the day may mean either."""
    if claimed.low is None or found.low is None:
        return None
    if claimed.low == found.low:
        return Agreement(MatchLevel.EXACT)
    if claimed.low % _HALF_DAY == found.low % _HALF_DAY and "m" not in found.text.lower():
        return Agreement(MatchLevel.EXACT)
    return Agreement(MatchLevel.RIVAL)
