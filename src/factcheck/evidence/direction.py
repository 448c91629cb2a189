"""Rises set against falls: a figure that agrees in value may still say the opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Quantity


def directions_conflict(claimed: Quantity, found: Quantity) -> bool:
    """Whether the claim's figure goes up and the page's down, or the other way round; both must say so themselves."""
    return claimed.direction is not None and found.direction is not None and claimed.direction != found.direction
