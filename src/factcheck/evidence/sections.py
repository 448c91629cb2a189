"""Headings: what a page says under "Report for 2020" is of 2020, and what it says under "Pinsk" is of Pinsk.

A heading is a short line that no mark ends, with text under it.  Only the nearest one above a passage is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.model import Span
from factcheck.words import lexicon
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence.alignment import Found
    from factcheck.evidence.page_figures import PageFigure
    from factcheck.evidence.reading import PageReading

_LONGEST = 70  # code points of a heading
_MOST_WORDS = 8
_REACH = 4_000  # code points above a passage in which its heading is looked for
_NO_HEADING = re.compile(r"[.!?;,:|]\s*$|\s\|\s|\t|^\s*[-•—–*·▪◦]\s|^\s*\d{1,2}[.)]\s")
_LETTERS = re.compile(r"[^\W\d_]{3,}|^\s*(?:19|20)\d\d\s*$")  # words, or a year alone


def heading_over(reading: PageReading, offset: int) -> Span | None:
    """The nearest heading above the line of `offset`; None where there is none near."""
    return next(_headings(reading.text, offset), None)


def _headings(text: str, offset: int) -> Iterator[Span]:
    """The headings above `offset`, from below; a line over a shorter one of its kind is another's text."""
    end = text.rfind("\n", 0, offset)
    told = True
    while end > 0 and offset - end < _REACH:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if is_heading(line):
            if told:
                yield Span(start, end)
            told = False
        elif line.strip():
            told = True
        end = start - 1


def is_heading(line: str) -> bool:
    """Whether `line` is short, of words, and ends in no mark."""
    return (
        0 < len(line.strip()) <= _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and _NO_HEADING.search(line) is None
        and _LETTERS.search(line) is not None
    )


def under_another_name(found: Sequence[Found], reading: PageReading, offset: int) -> str | None:
    """The name in the heading over `offset`, where the claim's names stand in other headings alone.

    A title, which is over the whole page, is none of these.
    """
    named = {t for f in found if f.key.kind is KeyKind.NAME for t in f.tokens}
    if not named or not all(_in_heading(reading, token) for token in named):
        return None
    heading = heading_over(reading, offset)
    if heading is None or named & set(reading.tokens_in(heading)):
        return None
    if named & set(reading.tokens_in(reading.sentences[reading.sentence_at(offset)])):
        return None
    words = (reading.tokens[token] for token in reading.tokens_in(heading))
    return next((word for word in words if _is_name(word, reading.language)), None)


def _in_heading(reading: PageReading, token: int) -> bool:
    at = reading.token_starts[token]
    start, end = reading.text.rfind("\n", 0, at) + 1, reading.text.find("\n", at)
    return start > 0 and end > 0 and is_heading(reading.text[start:end])


def stands_in_heading(reading: PageReading, figure: PageFigure) -> bool:
    """Whether `figure` stands in a heading with text under it."""
    at = figure.quantity.start
    start, end = reading.text.rfind("\n", 0, at) + 1, reading.text.find("\n", at)
    return end > 0 and is_heading(reading.text[start:end])


def _is_name(word: str, language: str | None) -> bool:
    small = word.lower()
    return word[0].isupper() and not (is_grammar(small, language) or lexicon.ideas(small, language))
