"""A figure in the making, from the number to what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities import kinds

if TYPE_CHECKING:
    from factcheck.model import Hedge, QuantityKind

ONE = Decimal(1)


@dataclass(slots=True)
class Draft:
    """A figure in the making at tokens [start, end): first a number, then all that the words around it add."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal | None = None
    plain: bool = False
    """Digits without any separator or scale: may be a year."""
    other: Decimal | None = None
    """Another reading of the separator."""
    unit: str | None = None
    kind: QuantityKind = kinds.COUNT
    hedge: Hedge = kinds.EXACT
    iso_date: str | None = None
    of: str | None = None
    part_of: Decimal | None = None
    scaled: bool = False
    spelled: bool = False
    bare: bool = True
    """No unit of its own: may share the next figure's."""
    money_before: bool = False
    factor: Decimal = ONE
    """What the scale words multiply by."""
    counted_at: int = 0
    """Where what is counted is said, if further on than right after the figure."""
    time: str | None = None
    per: str | None = None
    """The base of its rate, where it is a number: 1000."""


@dataclass(slots=True)
class Number(Draft):
    """A number as it is read: bounds, worth of the last digit, and how it was written."""

    low: Decimal
    high: Decimal
    vague: bool = False
    """An order of magnitude: *hundreds of thousands*."""
    share: bool = False
    """A fraction that multiplies nothing."""
