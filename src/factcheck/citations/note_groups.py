"""Notes that begin at 1 (or at an asterisk) again: on every page, in every chapter, once for each list of them.

A label alone does not name such a note, so that each gets one of its own, and a printed label is tied to the note on
the marker's page, or to the next one that follows it in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Brief, NoteText

_MOST_GROUPS = 60  # that a marker is weighed against where its place does not tell


@record
class _Namesakes:
    """The notes of one printed label: their groups, own labels, pages and places in the text, each list in order."""

    groups: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def at(self, first: int, end: int) -> list[tuple[int, str]]:
        return list(zip(self.groups[first:end], self.labels[first:end], strict=True))


class NoteGroups:
    """The notes of a brief in groups, and which of them a printed label may mean at a place of the text."""

    def __init__(self, brief: Brief) -> None:
        """Part the notes of `brief` where a label comes again."""
        self._page_starts = brief.page_starts
        self._by_label: dict[str, _Namesakes] = {}
        group, inside = 0, set[str]()
        for note, own in zip(brief.notes, own_labels(brief.notes), strict=True):
            if note.label in inside:
                group, inside = group + 1, set()
            inside.add(note.label)
            same = self._by_label.setdefault(note.label, _Namesakes())
            same.groups.append(group)
            same.labels.append(own)
            same.pages.append(note.page or 0)
            same.places.append(note.text.origin(0))
        self.restarts = group > 0
        last = max((block.text.origin(0) for block in brief.blocks), default=0)
        self._at_end = bool(brief.notes) and min(note.text.origin(0) for note in brief.notes) > last

    def meant(self, label: str, offset: int) -> list[tuple[int, str]]:
        """Group number and own label of each note that `label`, printed at `offset`, may mean; the likeliest alone."""
        same = self._by_label.get(label)
        if same is None:
            return []
        if len(same.groups) == 1:
            return same.at(0, 1)
        if self._page_starts:
            page = bisect_right(self._page_starts, offset)
            first = bisect_left(same.pages, page)
            if first < len(same.pages) and same.pages[first] <= page + 1:  # a long note may find no room on its page
                return same.at(first, first + 1)
            return same.at(0, _MOST_GROUPS) if self._at_end else []
        if self._at_end:
            return same.at(0, _MOST_GROUPS)
        first = min(bisect_right(same.places, offset), len(same.places) - 1)
        return same.at(first, first + 1)


def own_labels(notes: Sequence[NoteText]) -> tuple[str, ...]:
    """A label for each note that no other has: the printed one, with its page or its turn where that was used before.

    ``1``, then ``1 (p. 2)`` on page 2, or ``1 (2)`` where there are no pages.
    """
    used: set[str] = set()
    turns: dict[str, int] = {}
    labels = []
    for note in notes:
        label = note.label
        turns[label] = turn = turns.get(label, 0) + 1
        if label in used and note.page is not None:
            label = f"{note.label} (p. {note.page})"
        while label in used:
            label = f"{note.label} ({turn})"
            turn += 1
        used.add(label)
        labels.append(label)
    return tuple(labels)
