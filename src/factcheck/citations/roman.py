"""Markers in small Roman numerals, for notes that are counted so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.citations.candidates import STRONG, Candidate
from factcheck.model import BlockKind
from factcheck.patterns import regex
from factcheck.text import roman_numeral

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block

_MOST = 89
NUMBERS = {roman_numeral(number): number for number in range(1, _MOST + 1)}
"""What each numeral counts."""
_MARKER = regex(r"(?:(?<=[^\W_])|(?<=[.,;:!?…»”“’\"')%\]]))([ivxl]{1,8})(?=[\s.,;:!?)»”]|$)|\[([ivxl]{1,8})\]")
_LEAST = 3
_IN_WORD = 1.0  # plausibility of a numeral that may be the end of the word before it
_WORD_BEFORE = regex(r"[^\W\d_]{3}$")


def counts_in_roman(labels: Sequence[str]) -> bool:
    """Whether the notes `labels` are those of counts: ``i``, ``ii``, ``iii`` among them."""
    return sum(roman_numeral(number) in labels for number in range(1, _LEAST + 1)) == _LEAST


def roman_candidates(blocks: Sequence[Block]) -> Iterator[Candidate]:
    """Every numeral that may be a marker, in reading order; its label is the number."""
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.CODE:
            continue
        text = block.text.text
        for match in _MARKER.finditer(text):
            value = NUMBERS.get(match.group(1) or match.group(2))
            if value is not None and match.start():
                yield Candidate(str(value), number, match.start(), match.end(), _score(text, match))


def _score(text: str, match: re.Match[str]) -> float:
    before = text[max(0, match.start() - 3) : match.start()]
    if not before[-1].isalpha():
        return STRONG + 1.0
    return _IN_WORD if _WORD_BEFORE.search(before) else 0.0
