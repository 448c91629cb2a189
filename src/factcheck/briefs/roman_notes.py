"""Notes that are counted in small Roman numerals, as Word's endnotes are: ``iv`` behind a word, ``iv`` before a note.

A numeral alone is too much like a word; what tells the notes is that they count up from ``i`` without a gap and that
most have their marker in the text before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.briefs.layout import URL_START
from factcheck.briefs.note_chain import NoteStart
from factcheck.patterns import regex
from factcheck.text import roman_numeral

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcheck.briefs.lines import Line

_MOST = 89
_NUMBERS = {roman_numeral(number): number for number in range(1, _MOST + 1)}
_START = regex(r"(?:([ivxl]{1,8})[.)]?|\[([ivxl]{1,8})\])(?:\s+|(?=https?:|www\.|[^\W\d_a-z]|[\"“„«])|$)")
# Behind a word or what closes a sentence; the text gives few other words of these letters there.
_MARKER = regex(r"(?:(?<=[^\W_])|(?<=[.,;:!?…»”“’\"')%\]]))([ivxl]{1,8})(?=[\s.,;:!?)»”]|$)|\[([ivxl]{1,8})\]")
_FIRST = frozenset("ivxl[")
_LEAST = 3
_MARKED = 0.6
_WEIGHT = 2.0


def roman_starts(lines: Sequence[Line], excluded: Container[int]) -> list[NoteStart]:
    """The lines that begin notes ``i``, ``ii``, ``iii`` …, in order; none where there are fewer than three."""
    starts: list[NoteStart] = []
    for n, line in enumerate(lines):
        if line.text[0] not in _FIRST or n in excluded:
            continue
        start = _START.match(line.text)
        numeral = (start.group(1) or start.group(2)) if start else ""
        if start and _NUMBERS.get(numeral) == len(starts) + 1 and _begins(lines, n, start.end()):
            starts.append(NoteStart(n, numeral, start.end(), _WEIGHT))
    if len(starts) < _LEAST:
        return []
    marked = _first_marked(lines[: starts[-1].line])
    found = sum(marked.get(start.label, start.line) < start.line for start in starts)
    return starts if found >= _MARKED * len(starts) else []


def _first_marked(lines: Sequence[Line]) -> dict[str, int]:
    """For each numeral that stands like a marker, the first line where it does."""
    marked: dict[str, int] = {}
    for n, line in enumerate(lines):
        for match in _MARKER.finditer(line.text):
            marked.setdefault(match.group(1) or match.group(2), n)
    return marked


def _begins(lines: Sequence[Line], n: int, skip: int) -> bool:
    """Whether a note's words stand behind its label, or below it where it stands alone."""
    rest = lines[n].text[skip:] or (lines[n + 1].text if n + 1 < len(lines) else "")
    return bool(rest) and (URL_START.match(rest) is not None or not rest[0].islower())
