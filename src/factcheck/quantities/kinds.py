"""The members of the enumerations as plain names: to look one up in its class costs as much as a call (Python 3.11)."""

from __future__ import annotations

from factcheck.model import Hedge, QuantityKind

PERCENT = QuantityKind.PERCENT
PERCENTAGE_POINTS = QuantityKind.PERCENTAGE_POINTS
MONEY = QuantityKind.MONEY
COUNT = QuantityKind.COUNT
NUMBER = QuantityKind.NUMBER
RATIO = QuantityKind.RATIO
DURATION = QuantityKind.DURATION
AGE = QuantityKind.AGE
ORDINAL = QuantityKind.ORDINAL
YEAR = QuantityKind.YEAR
DATE = QuantityKind.DATE
RANGE = QuantityKind.RANGE

EXACT = Hedge.EXACT
ABOUT = Hedge.ABOUT
ALMOST = Hedge.ALMOST
OVER = Hedge.OVER
UNDER = Hedge.UNDER
UP_TO = Hedge.UP_TO
AT_LEAST = Hedge.AT_LEAST

HEDGES: dict[str, Hedge] = {hedge.value: hedge for hedge in Hedge}
"""The hedges by their names in the tables."""
