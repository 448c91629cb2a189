"""Between which values a figure lies that agrees with a claim's, and how values are looked up by such windows.

The windows are somewhat wider than what `agreement` allows: what lies outside of them cannot agree.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from factcheck.evidence.units import equivalents, is_currency
from factcheck.model import Hedge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from factcheck.model import Quantity

_HEDGED, _ROUNDED, _ROUND_NUMBER = 0.151, 0.051, 0.0101  # as `agreement` has them, and a little more
_THOUSAND = 1000
_CONVERTED = 0.08  # a conversion 7 %
_POINTS = 0.75  # percentage points in which a fraction and a percentage are one
_MORE = 1 + 1e-6
_PERCENT = "percent"

Window = tuple[float, float]
"""The lowest and the highest value."""
Places = tuple[list[float], list[int]]
"""Values in ascending order, and the sentence of each."""


def windows(quantity: Quantity) -> Iterator[Window]:
    """What the value of an agreeing figure may be, in any of its units."""
    if quantity.low is None:
        return
    apart = _apart(quantity)
    for low, high in ((quantity.low, quantity.high), *quantity.alternatives):
        yield _around(low, high, apart)
        ends = zip(
            equivalents(low, quantity.unit), equivalents(low if high is None else high, quantity.unit), strict=True
        )
        yield from (_around(*end, _CONVERTED) for end in ends if end[0] != low)
        if is_currency(quantity.unit):
            yield _around(low * 100, high and high * 100, apart)  # in cents


def _apart(quantity: Quantity) -> float:
    """By what part of the claim's value an agreeing one may differ: its hedge, or the digits that it leaves out."""
    low = abs(float(quantity.low or 0))
    if quantity.hedge is not Hedge.EXACT or not low:
        return _HEDGED
    rounded = min(_ROUNDED, float(quantity.step or 0) / 2 / low)
    return max(rounded * _MORE, _ROUND_NUMBER if low >= _THOUSAND else 0)


def _around(low: Decimal, high: Decimal | None, part: float) -> Window:
    ends = float(low), float(low if high is None else high)
    first, last = sorted(map(abs, ends))
    return (first * (1 - part) if ends[0] * ends[1] > 0 else 0.0), last * (1 + part)


def is_share(quantity: Quantity) -> bool:
    """Whether the quantity is a part of something: a percentage, a fraction, "28 of 31"."""
    part = quantity.unit in {None, "share"} and quantity.low is not None and 0 < quantity.low < 1
    return quantity.unit == _PERCENT or quantity.part_of is not None or part


def share_windows(quantity: Quantity) -> Iterator[Window]:
    """What the share may be in percent."""
    if quantity.low is None:
        return
    share = float(abs(quantity.low))
    if quantity.part_of:
        share = share / float(quantity.part_of) * 100
    elif quantity.unit != _PERCENT:
        share *= 100
    apart = max(_POINTS, float(quantity.step or 1) / 2 + 0.01 if quantity.unit == _PERCENT else 0, share * _HEDGED)
    yield share - apart, share + apart


def significant(value: float) -> str:
    """The digits of `value` without its zeros."""
    return f"{value:.15g}".partition("e")[0].replace(".", "").strip("0") or "0"


def leading_value(digits: str) -> float:
    """The value of digits without their zeros, from 1 to 10."""
    return int(digits) / float(10 ** (len(digits) - 1))


def room_after(value: float) -> float:
    """How much may be added to a number: less than one of its last digit that is no zero."""
    added = 1.0
    while value and value % (10 * added) == 0:
        added *= 10
    return added


def leading(low: float, high: float) -> Iterator[Window]:
    """The first digits of the values from `low` to `high`, from 1 to 10."""
    if low <= 0:
        yield 0.0, 10.0
        return
    scale = 10.0 ** -math.floor(math.log10(low))
    yield low * scale, min(10.0, high * scale)
    if high * scale >= 10:
        yield 1.0, high * scale / 10


def part_in_percent(one: float, other: float) -> float:
    """The smaller of two numbers in percent of the larger."""
    less, more = sorted((one, other))
    return 100 * less / more if more else 0.0


def mantissa(value: float) -> float:
    """A positive value with its first digit before the point."""
    return value * 10.0 ** -math.floor(math.log10(value))


def places_of(pairs: Iterable[tuple[float, int]]) -> Places:
    """Pairs of a value and a sentence, in ascending order."""
    ordered = sorted(pairs)
    return [value for value, _ in ordered], [sentence for _, sentence in ordered]


def between(places: Places, low: float, high: float) -> list[int]:
    """The sentences of the values from `low` to `high`."""
    return places[1][bisect_left(places[0], low) : bisect_right(places[0], high)]
