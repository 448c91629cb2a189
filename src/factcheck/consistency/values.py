"""Two figures of one kind: the same, rounded, qualified differently, or different."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.model import Hedge, QuantityKind

if TYPE_CHECKING:
    from factcheck.model import Quantity

_APPROXIMATE = frozenset({Hedge.ABOUT, Hedge.ALMOST})
_FLOOR = frozenset({Hedge.OVER, Hedge.AT_LEAST})
_CEILING = frozenset({Hedge.UNDER, Hedge.UP_TO})
_ABOUT = Decimal("0.1")
"""How far "about" reaches, as a share of the larger value."""
_FAR = Decimal("1.5")
"""How far above its bound a value may be for "over" to be said of it."""
_COMPARED = frozenset(
    {
        QuantityKind.PERCENT,
        QuantityKind.PERCENTAGE_POINTS,
        QuantityKind.MONEY,
        QuantityKind.COUNT,
        QuantityKind.DURATION,
        QuantityKind.RATIO,
        QuantityKind.AGE,
        QuantityKind.NUMBER,
        QuantityKind.DATE,
        QuantityKind.YEAR,
    }
)
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR})
_YEAR_DIGITS = 4


class Standing(StrEnum):
    """How two figures stand to each other."""

    SAME = "same"
    WITHIN = "within"  # a date inside a period that is written less precisely
    ROUNDED = "rounded"
    HEDGED = "hedged"
    DIFFERENT = "different"
    OPEN = "open"  # the wording leaves it open: "over 400" and 900, dates without a year


def group_of(quantity: Quantity) -> str | None:
    """What figures `quantity` can be set against: one name for one kind and unit; None where it is not compared."""
    if quantity.kind not in _COMPARED:
        return None
    if quantity.kind in _DATED:
        return "date" if quantity.iso_date else None
    return None if quantity.low is None else f"{quantity.kind.value}/{quantity.unit or ''}"


def stand(left: Quantity, right: Quantity) -> Standing:
    """How two figures of one group stand to each other; symmetric."""
    if left.kind in _DATED:
        return _stand_of_dates(left, right)
    if left.part_of != right.part_of and None not in {left.part_of, right.part_of}:
        return Standing.OPEN
    if (left.low, left.high) == (right.low, right.high):
        return Standing.SAME if left.hedge is right.hedge else Standing.HEDGED
    if _is_range(left) or _is_range(right):
        return Standing.HEDGED if _overlap(left, right) else Standing.DIFFERENT
    if _overlap(left, right):
        return Standing.OPEN  # another reading of an ambiguous separator
    return _stand_of_values(left, right)


def _stand_of_dates(left: Quantity, right: Quantity) -> Standing:
    one, other = left.iso_date or "", right.iso_date or ""
    if one == other:
        return Standing.SAME if left.kind is right.kind else Standing.WITHIN
    if one.startswith("-") != other.startswith("-"):
        bare, full = (one, other) if one.startswith("-") else (other, one)
        return Standing.WITHIN if full[_YEAR_DIGITS + 1 :] == bare[2:] else Standing.OPEN
    if one.startswith(other) or other.startswith(one) or _overlap(left, right):
        return Standing.WITHIN
    return Standing.DIFFERENT


def _is_range(quantity: Quantity) -> bool:
    return quantity.low != quantity.high


def _overlap(left: Quantity, right: Quantity) -> bool:
    return any(
        low <= other_high and other_low <= high
        for low, high in _readings(left)
        for other_low, other_high in _readings(right)
    )


def _readings(quantity: Quantity) -> tuple[tuple[Decimal, Decimal], ...]:
    if quantity.low is None or quantity.high is None:
        return ()
    return ((quantity.low, quantity.high), *quantity.alternatives)


def _stand_of_values(left: Quantity, right: Quantity) -> Standing:
    bounds = _stand_of_bounds(left, right)
    if bounds is not None:
        return bounds
    one, other = left.low or Decimal(0), right.low or Decimal(0)
    apart = abs(one - other)
    if _rounds(left, right, apart):
        return Standing.ROUNDED
    if {left.hedge, right.hedge} & _APPROXIMATE and apart <= _ABOUT * max(abs(one), abs(other)):
        return Standing.HEDGED
    return Standing.DIFFERENT


def _rounds(left: Quantity, right: Quantity, apart: Decimal) -> bool:
    """Whether the one with fewer digits is the other, rounded."""
    if left.step is None or right.step is None or left.step == right.step:
        return False
    return 2 * apart <= max(left.step, right.step)


def _stand_of_bounds(left: Quantity, right: Quantity) -> Standing | None:
    """Of a bound (over, at most) and a value; None where neither is a bound."""
    if not {left.hedge, right.hedge} & (_FLOOR | _CEILING):
        return None
    floor, ceiling = _reach(left)
    other_floor, other_ceiling = _reach(right)
    low = max((bound for bound in (floor, other_floor) if bound is not None), default=None)
    high = min((bound for bound in (ceiling, other_ceiling) if bound is not None), default=None)
    if low is not None and high is not None and low > high:
        return Standing.DIFFERENT
    one, other = sorted((abs(left.low or Decimal(0)), abs(right.low or Decimal(0))))
    return Standing.HEDGED if other <= _FAR * one else Standing.OPEN


def _reach(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The values that a hedged figure leaves open; None is no bound."""
    low, high = quantity.low or Decimal(0), quantity.high or Decimal(0)
    if quantity.hedge in _FLOOR:
        return low, None
    if quantity.hedge in _CEILING:
        return None, high
    margin = _ABOUT * abs(low) if quantity.hedge in _APPROXIMATE else Decimal(0)
    return low - margin, high + margin
