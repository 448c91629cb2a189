"""What the parts of this package hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import MatchLevel


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a page's figure stands to the claim's: `calculation` says in words what was reckoned, if anything was."""

    level: MatchLevel
    calculation: str | None = None
