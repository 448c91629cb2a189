"""Notes that begin at 1 (or at an asterisk) again: on every page, in every chapter, once for each list of them.

A label alone does not name such a note, so that each gets one of its own, and a printed label is tied to the note on
the marker's page, or to the next one that follows it in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Brief, NoteText

_MOST_GROUPS = 60  # that a marker is weighed against where its place does not tell


@dataclass(frozen=True, slots=True)
class _Group:
    """Notes whose labels differ: by printed label the note's number."""

    notes: dict[str, int]
    first: int


class NoteGroups:
    """The notes of a brief in groups, and which of them a printed label may mean at a place of the text."""

    def __init__(self, brief: Brief) -> None:
        """Part the notes of `brief` where a label comes again."""
        self._notes = brief.notes
        self._page_starts = brief.page_starts
        self.labels = own_labels(brief.notes)
        self.groups = _groups(brief.notes)
        last = max((block.text.origin(0) for block in brief.blocks), default=0)
        self._at_end = bool(brief.notes) and min(note.text.origin(0) for note in brief.notes) > last

    @property
    def restarts(self) -> bool:
        """Whether any label is used twice."""
        return len(self.groups) > 1

    def meant(self, label: str, offset: int) -> list[tuple[int, str]]:
        """Group number and own label of each note that `label`, printed at `offset`, may mean; the likeliest alone."""
        having = [(number, group.notes[label]) for number, group in enumerate(self.groups) if label in group.notes]
        if len(having) > 1 and self._page_starts:
            having = self._on_page(having, offset)
        elif len(having) > 1 and not self._at_end:
            after = [pair for pair in having if self._notes[pair[1]].text.origin(0) > offset]
            having = after[:1] or having[-1:]
        return [(number, self.labels[note]) for number, note in having[:_MOST_GROUPS]]

    def _on_page(self, having: list[tuple[int, int]], offset: int) -> list[tuple[int, int]]:
        page = bisect_right(self._page_starts, offset)
        for wanted in (page, page + 1):  # a long note may find no room on its page
            found = [pair for pair in having if self._notes[pair[1]].page == wanted]
            if found:
                return found[:1]
        return having if self._at_end else []


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


def _groups(notes: Sequence[NoteText]) -> list[_Group]:
    groups: list[_Group] = []
    for number, note in enumerate(notes):
        if not groups or note.label in groups[-1].notes:
            groups.append(_Group({}, number))
        groups[-1].notes[note.label] = number
    return groups
