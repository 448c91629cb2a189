"""Where a sentence falls into clauses, and what of a claim stands in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Found

JOINT = re.compile(
    r"[,;()](?!\d)|\s[—–-]\s|\s(?:and|but|while|whereas|although|и|а|но|і|але|ды|oraz|ale|und|aber|et|mais|bet|ir)\s",
    re.IGNORECASE,
)
"""What parts two clauses."""


def stands_in(found: Found, tokens: range) -> bool:
    """Whether one of the places of `found` is among the page's `tokens`."""
    return any(token in tokens for token in found.tokens)
