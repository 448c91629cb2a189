"""Rises set against falls, "over" against "under": a figure that agrees in value may still say the opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Hedge

if TYPE_CHECKING:
    from factcheck.model import Quantity

_ABOVE = frozenset({Hedge.OVER, Hedge.AT_LEAST})
_BELOW = frozenset({Hedge.UNDER, Hedge.ALMOST, Hedge.UP_TO})


def directions_conflict(claimed: Quantity, found: Quantity) -> bool:
    """Whether one figure goes up and the other down, or one is over a value and the other under the same one.

    Both must say so themselves.
    """
    rising = claimed.direction is not None and found.direction is not None and claimed.direction != found.direction
    return rising or _on_other_sides(claimed, found)


def _on_other_sides(claimed: Quantity, found: Quantity) -> bool:
    """Over 400 and fewer than 400; "over 400" and "almost 450" may well be one number."""
    if claimed.low != found.low or claimed.high != found.high:
        return False
    sides = {claimed.hedge in _ABOVE, found.hedge in _ABOVE}
    return len(sides) == 2 and bool(_BELOW & {claimed.hedge, found.hedge})
