"""Notes printed among a document's blocks, as page-wise converters leave them: told from the body, put together.

Such a note is a paragraph that begins with its marker, mostly below a rule at the end of its page.  It may run on over
several paragraphs, and over the page: then its rest stands first below the next rule, and a paragraph of the body that
the page cut goes on after the notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.briefs.layout import URL_START, ends_in_url, ends_sentence, goes_on
from factcheck.documents.textbuilder import pieces_of
from factcheck.model import Block, BlockKind, Document, Link, Marker, NoteText
from factcheck.patterns import regex
from factcheck.records import record
from factcheck.text import join_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

_RULE = regex(r"^[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_AFTER_LABEL = regex(r"[\])}.:]{0,2}\s*")
_LONG_PARAGRAPH = 300
_ORPHANS = 2  # paragraphs that may stand below a rule before the first labelled note


@dataclass(eq=False, repr=False)
class _OpenNote:
    """A note whose blocks are being gathered."""

    label: str
    blocks: list[int] = field(default_factory=list)


@record
class PartedNotes:
    """The numbers of the blocks that are body, and the notes that the others make."""

    body: tuple[int, ...]
    notes: tuple[NoteText, ...]


def part_notes(document: Document) -> PartedNotes:
    """Part the printed notes from the body of a document with blocks."""
    return _Parting(document).run()


class _Parting:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks = document.blocks
        self.leading: dict[int, Marker] = {}
        elsewhere: set[str] = set()
        for marker in document.markers:
            if marker.start == 0 and self.blocks[marker.block].kind is not BlockKind.HEADING:
                self.leading[marker.block] = marker
            else:
                elsewhere.add(marker.label)
        self.marked = elsewhere
        self.notes: list[_OpenNote] = []
        self.body: list[int] = []
        self._open: _OpenNote | None = None
        self._below_rule = False

    def run(self) -> PartedNotes:
        rules = _rules_before(self.document) if self.leading else set()
        for number, block in enumerate(self.blocks):
            self._below_rule = self._below_rule or number in rules
            if block.kind is BlockKind.HEADING:
                self._open, self._below_rule = None, False
            if not self._take(number, block):
                self.body.append(number)
                self._open = None
                self._below_rule = False
        links = _links_by_block(self.document.links)
        return PartedNotes(tuple(self.body), tuple(self._note(note, links) for note in self.notes))

    def _take(self, number: int, block: Block) -> bool:
        """Whether the block is part of a note; it is then added to it."""
        if self._begins_note(number, block):
            self._open = _OpenNote(self.leading[number].label, [number])
            self.notes.append(self._open)
            return True
        if self._open is not None and self._continues(self._open.blocks[-1], number):
            self._open.blocks.append(number)
            return True
        if self._open is None and self._below_rule and self.notes and self._is_orphan(number):
            self._open = self.notes[-1]
            self._open.blocks.append(number)
            return True
        return False

    def _begins_note(self, number: int, block: Block) -> bool:
        marker = self.leading.get(number)
        if marker is None or len(block.text.text) <= marker.end or block.kind is BlockKind.HEADING:
            return False
        return marker.label in self.marked or self._below_rule or self._open is not None

    def _continues(self, last: int, number: int) -> bool:
        """Whether block `number` goes on with the note whose last block is `last`, or the body does."""
        block = self.blocks[number]
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CODE}:
            return False
        text, before = block.text.text, self.blocks[last].text.text
        if URL_START.match(text):
            return True
        if before[-1:] not in ";,:" and (ends_in_url(before) or ends_sentence(before)):
            return False
        resumes = goes_on(text) and bool(self.body) and not ends_sentence(self.blocks[self.body[-1]].text.text)
        return not (resumes and len(text) > _LONG_PARAGRAPH)

    def _is_orphan(self, number: int) -> bool:
        """Whether a paragraph right below a rule is the rest of the last note: a labelled note must follow at once."""
        following = range(number + 1, min(number + 1 + _ORPHANS, len(self.blocks)))
        for later in following:
            if self.blocks[later].kind is BlockKind.HEADING:
                return False
            if later in self.leading:
                return self._unfinished(self.notes[-1])
        return False

    def _unfinished(self, note: _OpenNote) -> bool:
        text = self.blocks[note.blocks[-1]].text.text
        return text[-1:] in ";,:" or not (ends_in_url(text) or text.endswith("."))

    def _note(self, note: _OpenNote, links: dict[int, list[Link]]) -> NoteText:
        pieces: list[tuple[str, int]] = []
        for place, number in enumerate(note.blocks):
            mapped = self.blocks[number].text
            start = 0
            if place == 0:
                start = self.leading[number].end
                skipped = _AFTER_LABEL.match(mapped.text, start)
                start = skipped.end() if skipped else start
            else:
                pieces.append(("\n", mapped.origin(0)))
            pieces.extend(self._with_breaks(piece) for piece in pieces_of(mapped, start))
        targets = [link.url for number in note.blocks for link in links.get(number, ()) if link.url is not None]
        return NoteText(note.label, join_pieces(pieces), self.blocks[note.blocks[0]].page, tuple(targets))

    def _with_breaks(self, piece: tuple[str, int]) -> tuple[str, int]:
        """A blank that stands for a line end of the source is that line end again."""
        string, origin = piece
        return ("\n" if string == " " and self.document.text[origin : origin + 1] in "\r\n" else string), origin


def _rules_before(document: Document) -> set[int]:
    """The blocks that a rule stands before."""
    found = set()
    end = 0
    for number, block in enumerate(document.blocks):
        start = block.text.origin(0)
        if end < start and _RULE.search(document.text[end:start]):
            found.add(number)
        end = max(end, block.text.origin(len(block.text.text)))
    return found


def _links_by_block(links: Sequence[Link]) -> dict[int, list[Link]]:
    by_block: dict[int, list[Link]] = {}
    for link in links:
        if link.block is not None:
            by_block.setdefault(link.block, []).append(link)
    return by_block
