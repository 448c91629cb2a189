"""Where a sentence falls into clauses, and what of a claim stands in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Found
    from factcheck.evidence.page_figures import PageFigure
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Quantity, Span

JOINT = re.compile(
    r"[,;()](?!\d)|\s[—–-]\s|\s(?:and|but|while|whereas|although|и|а|но|і|але|ды|oraz|ale|und|aber|et|mais|bet|ir)\s",
    re.IGNORECASE,
)
"""What parts two clauses."""


def stands_in(found: Found, tokens: range) -> bool:
    """Whether one of the places of `found` is among the page's `tokens`."""
    return any(token in tokens for token in found.tokens)


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's figure put to one of the page's, with the claim's keys that are not judged."""

    claim: Claim
    quantity: Quantity
    figure: PageFigure
    reading: PageReading
    keys: tuple[Found, ...]

    @property
    def sentence(self) -> Span:
        """The sentence of the page's figure."""
        return self.reading.sentences[self.figure.sentence]
