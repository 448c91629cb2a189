"""The pages of a PDF → text, a paragraph to a line, with the pages' labels as positions.

Lines are joined where the printed line is full or the sentence plainly runs on, so that a sentence is whole, over a
column's and a page's end too; a row of a table stays a line of its own.  Nothing is left out but page numbers and the
running heads that come back page after page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Position
from factcheck.pages.pdf_lines import (
    CELL_SEPARATOR,
    Paragraph,
    body_height,
    crosses,
    is_row,
    paragraphs_of,
    running_heads,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.documents.pdf import PdfContent, PdfPage

_WORD = re.compile(r"\w+(?:-\w+)*")
_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")
_HYPHENS = ("-", "\u00ad", "\u2010")
_LONGEST_WORD = 80


def join_pages(content: PdfContent) -> tuple[str, tuple[Position, ...]]:
    """The text of all pages and the positions ``p. LABEL`` at which they begin."""
    running, height = running_heads(content.pages), body_height(content.pages)
    paragraphs = [p for i, page in enumerate(content.pages) for p in paragraphs_of(page, i, running, height)]
    writer = _Writer(content.pages)
    for paragraph in _in_reading_order(paragraphs):
        writer.write(paragraph)
    return "".join(writer.pieces), tuple(writer.positions)


def _in_reading_order(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with footnotes put before the paragraph that they would part from its continuation."""
    ordered: list[Paragraph] = []
    notes: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.small and ordered and not ordered[-1].small:
            notes.append(paragraph)
            continue
        if notes and not crosses(ordered[-1].lines[-1], paragraph.lines[0]):
            ordered.extend(notes)
        elif notes:
            ordered[-1:-1] = notes
        notes = []
        ordered.append(paragraph)
    return [*ordered, *notes]


class _Writer:
    """The text so far, and where each page begins in it."""

    def __init__(self, pages: Iterable[PdfPage]) -> None:
        self._labels = [f"p. {page.label}" for page in pages]
        self._words = _words(pages)
        self._last: Paragraph | None = None
        self._length = 0
        self._page = -1
        self.pieces: list[str] = []
        self.positions: list[Position] = []

    def write(self, paragraph: Paragraph) -> None:
        """Add a paragraph, going on the last one where the sentence does."""
        last = self._last
        goes_on = last is not None and crosses(last.lines[-1], paragraph.lines[0])
        if last is not None and not goes_on:
            self._add("\n")
        for index, line in enumerate(paragraph.lines):
            if index or goes_on:
                self._join(line.text, beside=is_row(line) or line.left >= paragraph.lines[0].right)
            if not index:
                self._place(paragraph.page)
            self._add(line.text)
        self._last = paragraph

    def _place(self, page: int) -> None:
        if page > self._page:
            self.positions.append(Position(self._length, self._labels[page]))
            self._page = page

    def _join(self, follows: str, *, beside: bool) -> None:
        last = self.pieces[-1]
        if beside:
            self._add(CELL_SEPARATOR)
        elif self._is_broken_word(last, follows):
            self.pieces[-1] = last[:-1]
            self._length -= 1
        elif not (last.endswith(_HYPHENS) and last[-2:-1].isalnum()):
            self._add(" ")

    def _is_broken_word(self, last: str, follows: str) -> bool:
        """Whether the hyphen at a line's end only divides a word: not where the document has it inside a line."""
        if not (last.endswith(_HYPHENS) and last[-2:-1].isalpha() and follows[:1].islower()):
            return False
        begun, ended = _LAST_WORD.search(last[-_LONGEST_WORD:-1]), _FIRST_WORD.match(follows[:_LONGEST_WORD])
        if begun is None or ended is None:
            return True
        first, second = begun.group().casefold(), ended.group().casefold()
        return f"{first}-{second}" not in self._words or f"{first}{second}" in self._words

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)


def _words(pages: Iterable[PdfPage]) -> frozenset[str]:
    """The words inside the document's lines: they show how a word that a line's end divides is spelled elsewhere."""
    return frozenset(word.casefold() for page in pages for line in page.lines for word in _WORD.findall(line.text))
