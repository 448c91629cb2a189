"""The lines of a PDF → paragraphs, one to a line, with the pages' labels as positions.

Lines are joined where the printed line is full or the sentence plainly runs on, so that a sentence is whole, over a
page's end too; a row of a table stays a line of its own.  Nothing is left out but running heads and page numbers that
come back page after page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.documents.pdf import PdfContent, PdfLine, PdfPage

CELL_SEPARATOR = " | "
_NUMBER = re.compile(r"\d")
_ITEM = re.compile(r"(?:[•▪■●–*\u2023\uf0b7\uf0a7-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_NOTE = re.compile(r"\d{1,3}\s+\S")
_DIGITS = re.compile(r"\d+")
_RUNNING_LINES = 2
_RUNNING_PAGES = 3
_CLOSED = (".", "!", "?", ":", "…", ".”", ".»", '."', "?”", "!”")
_FULL = 0.86
_SAME_HEIGHT = 0.12
_LEADING = 2.3
_NARROW_HEIGHTS = 9


@dataclass(slots=True)
class _Written:
    """The text so far, and where each page begins in it."""

    pieces: list[str]
    positions: list[Position]
    length: int = 0
    tail: PdfLine | None = None

    def place(self, label: str) -> None:
        if not self.positions or self.positions[-1].label != label:
            self.positions.append(Position(self.length, label))

    def start(self, line: PdfLine) -> None:
        if self.length:
            self._add("\n")
        self._add(line.text)
        self.tail = line

    def go_on(self, line: PdfLine) -> None:
        if self._is_broken_word(line.text):
            self.pieces[-1] = self.pieces[-1][:-1]
            self.length -= 1
        elif not (self.pieces[-1].endswith("-") and self.pieces[-1][-2:-1].isalnum()):
            self._add(" ")
        self._add(line.text)
        self.tail = line

    def _is_broken_word(self, follows: str) -> bool:
        last = self.pieces[-1]
        return last[-1:] in "-\u00ad\u2010" and last[-2:-1].isalpha() and follows[:1].islower()

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def join_pages(content: PdfContent) -> tuple[str, tuple[Position, ...]]:
    """The text of all pages and the positions ``p. LABEL`` at which they begin."""
    running = _running_heads(content.pages)
    written = _Written([], [])
    for page in content.pages:
        label = f"p. {page.label}"
        body = [
            line for line in page.lines if (line.text and _fold(line.text) not in running) or not _at_edge(line, page)
        ]
        right = _right_edges(body)
        placed = False
        for line in body:
            tail = written.tail
            joined = tail is not None and (_continues(tail, line, right) if placed else _crosses(tail, line))
            if joined:
                written.go_on(line)
            else:
                written.start(line)
            if not placed:
                _place_at_line(written, label, line)
                placed = True
    return "".join(written.pieces), tuple(written.positions)


def _place_at_line(written: _Written, label: str, line: PdfLine) -> None:
    start = written.length - len(line.text)
    written.positions.append(Position(start, label))


def _fold(text: str) -> str:
    return _DIGITS.sub("#", text.casefold()).strip()


def _edge_lines(page: PdfPage) -> list[PdfLine]:
    placed = sorted((line for line in page.lines if line.height), key=lambda line: line.bottom)
    return placed[:_RUNNING_LINES] + placed[-_RUNNING_LINES:] if len(placed) > 2 * _RUNNING_LINES else []


def _at_edge(line: PdfLine, page: PdfPage) -> bool:
    return any(line is edge for edge in _edge_lines(page))


def _running_heads(pages: Iterable[PdfPage]) -> frozenset[str]:
    """The lines at the top or foot of several pages that differ in nothing but their digits, and hold few of those."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_fold(line.text) for line in _edge_lines(page)})
    return frozenset(text for text, count in counts.items() if count >= _RUNNING_PAGES and text.count("#") <= 2)


def _right_edges(lines: list[PdfLine]) -> dict[int, float]:
    """For each left margin (in steps of 12 points) how far its lines reach."""
    edges: dict[int, float] = {}
    for line in lines:
        key = round(line.left / 12)
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _is_row(line: PdfLine) -> bool:
    """Whether a line is a table's row: cells set apart, or numbers and little else."""
    if CELL_SEPARATOR in line.text:
        return True
    words = line.text.split()
    numbers = sum(bool(_NUMBER.search(word)) for word in words)
    return numbers >= 2 and numbers * 2 >= len(words)


def _continues(tail: PdfLine, line: PdfLine, right: dict[int, float]) -> bool:
    """Whether `line` goes on the paragraph that `tail` ends, both on one page."""
    if not tail.height or not line.height:
        return line.text[:1].islower()
    if _is_row(tail) or _is_row(line) or abs(tail.height - line.height) > _SAME_HEIGHT * tail.height:
        return False
    if not _below(tail, line):
        return _crosses(tail, line)
    if _ITEM.match(line.text) and not line.text[:1].islower():
        return False
    runs_on = line.text[:1].islower() or tail.text.endswith((",", "-", "–", "\u00ad"))
    if tail.text.endswith(_CLOSED) and not runs_on:
        return _is_full(tail, line, right) and not _NOTE.match(line.text)
    return runs_on or _is_full(tail, line, right)


def _below(tail: PdfLine, line: PdfLine) -> bool:
    drop = tail.bottom - line.bottom
    overlaps = line.left < tail.right and tail.left < line.right
    return overlaps and 0.3 * tail.height < drop < _LEADING * tail.height


def _is_full(tail: PdfLine, line: PdfLine, right: dict[int, float]) -> bool:
    key = round(tail.left / 12)
    edge = max(right.get(k, 0.0) for k in (key - 1, key, key + 1, round(line.left / 12)))
    width = edge - min(tail.left, line.left)
    return width > _NARROW_HEIGHTS * tail.height and tail.right - min(tail.left, line.left) >= _FULL * width


def _crosses(tail: PdfLine, line: PdfLine) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    if _is_row(tail) or _is_row(line) or abs(tail.height - line.height) > _SAME_HEIGHT * max(tail.height, 0.1):
        return False
    return line.text[:1].islower() and not tail.text.endswith(_CLOSED)
