"""Note labels that stand alone on a line, above or below their note: what extractors make of raised labels.

A raised label has a baseline of its own, so that an extractor may set it on a line before its note, or behind it.  Such
a line looks like a page number; what tells it is a marker of the same number shortly before, and that it counts on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.briefs.note_chain import NoteStart, marked_in
from factcheck.briefs.note_extent import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.briefs.lines import Line

_LONE = re.compile(r"\d{1,3}")
_MARKER = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[^\W_][.!?,;:…)\]\"'”’»%])|(?<=[.!?,…][)\]\"'”’»]))(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})"
    r"(?=[\s.,;:!?)\]\"'”’»–—]|$)"
)
_NEAR = 200  # lines that may stand between a marker and its note
_LEAST = 3  # of such labels, or they are numbers of something else
_MOST_SKIPPED = 3
_LEAST_LETTERS = 3


def lone_labelled_notes(lines: Sequence[Line]) -> tuple[list[Note], set[int]]:
    """The notes whose labels stand alone, and the lines of these labels; none where there are fewer than three."""
    labels = _chain(lines)
    if len(labels) < _LEAST:
        return [], set()
    notes: list[Note] = []
    taken = set(labels)
    for n, label in labels.items():
        block = _block(lines, n, taken)
        if sum(character.isalpha() for m in block for character in lines[m].text) >= _LEAST_LETTERS:
            notes.append(Note(NoteStart(block[0], label, 0, 0.0), block))
            taken.update(block)
    if len(notes) < _LEAST:
        return [], set()
    return sorted(notes, key=lambda note: note.start.line), set(labels)


def _chain(lines: Sequence[Line]) -> dict[int, str]:
    """The lone numbers that count up, each behind a marker that shows it."""
    marked: dict[int, int] = {}
    chain: dict[int, str] = {}
    last = 0
    for n, line in enumerate(lines):
        if _LONE.fullmatch(line.text):
            number = int(line.text)
            is_next = last < number <= last + _MOST_SKIPPED if chain else number > 0
            if is_next and n - marked.get(number, -_NEAR) < _NEAR:
                chain[n], last = line.text, number
            continue
        for number in marked_in(line.text, _MARKER):
            marked[number] = n
    return chain


def _block(lines: Sequence[Line], n: int, taken: set[int]) -> list[int]:
    """The lines of the note that the label in line `n` belongs to: those set tight to it, below or else above."""
    below = _tight(lines, n, taken, 1)
    if below and lines[below[0]].gap == 0:
        return below
    above = _tight(lines, n, taken, -1)
    return above[::-1] or below


def _tight(lines: Sequence[Line], n: int, taken: set[int], step: int) -> list[int]:
    """The lines from `n` on, one way, without an empty line between; only below may one stand before the first."""
    found: list[int] = []
    at = n + step
    while 0 <= at < len(lines) and at not in taken and lines[at].page == lines[n].page:
        gap = lines[at].gap if step > 0 else lines[at + 1].gap
        if gap > 0 and (found or step < 0):
            break
        found.append(at)
        at += step
    return found
