"""The lines of one PDF page → its paragraphs, by where the lines stand and how they end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.documents.pdf import PdfLine, PdfPage

CELL_SEPARATOR = " | "
_NUMBER = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(?:[•▪■●–*\u2023\uf0b7\uf0a7-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_NOTE = re.compile(r"\d{1,3}\s+\S")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|p\.|стр\.|с\.|s\.|seite|str\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})[-–—\s]*", re.IGNORECASE
)
_LEADERS = re.compile(r"[ |]*\.(?: ?\.){3,}[ |]*")
# A sentence does not end with so short a word in small letters ("of", "the", "и", "der").
_OPEN = re.compile(r"\s[^\W\dA-ZА-ЯЁ_]{1,3}$")
_RUNNING_LINES = 2
_RUNNING_PAGES = 3
_ROW_NUMBERS = 3
_CLOSED = (".", "!", "?", ":", "…", ".”", ".»", '."', "?”", "!”")
_FULL = 0.86
_SAME_HEIGHT = 0.12
_LEADING = 2.3
_NARROW_HEIGHTS = 9
_SHORT_CELL = 4
_NO_HEIGHT = 0.1  # of a line whose place is not known
_SMALL = 0.93
_MARGIN_STEP = 12


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, on page number `page` (from 0); `small` is set where the type is a footnote's."""

    lines: list[PdfLine]
    page: int
    small: bool = False

    def stands_beside(self, line: PdfLine) -> bool:
        """Whether a row of figures stands to the right of this label, between its first and its last line."""
        cells = line.text.split(CELL_SEPARATOR)
        figures = all(cell[:1].isdigit() or not cell[:1].isalnum() for cell in cells)
        first, last, middle = self.lines[0], self.lines[-1], line.bottom + line.height / 2
        right = max(own.right for own in self.lines)
        return figures and line.left >= right and last.bottom <= middle <= first.bottom + first.height


def body_height(pages: Iterable[PdfPage]) -> float:
    """The line height in which most of the document is set."""
    heights: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            heights[round(line.height, 1)] += len(line.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def running_heads(pages: Iterable[PdfPage]) -> frozenset[str]:
    """The lines at the top or foot of several pages that differ in nothing but the page's number (shown as #)."""
    counts: Counter[str] = Counter()
    for number, page in enumerate(pages):
        counts.update({_folded(line.text, page, number) for line in _edge_lines(page)})
    often = (text for text, count in counts.items() if count >= _RUNNING_PAGES)
    return frozenset(text for text in often if len(_DIGITS.findall(text)) < _ROW_NUMBERS)


def _folded(text: str, page: PdfPage, number: int) -> str:
    """`text` in lower case with the page's own number as #: no other figure of a running head changes."""
    own = (page.label, str(number + 1))
    return _DIGITS.sub(lambda found: "#" if found.group() in own else found.group(), text.casefold()).strip()


def paragraphs_of(page: PdfPage, number: int, running: frozenset[str], height: float) -> list[Paragraph]:
    """The paragraphs of a page in the order of its content stream, without running heads and page numbers."""
    lines = _body_lines(page, number, running)
    right = _right_edges(lines)
    paragraphs: list[Paragraph] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs else None
        if last is not None and (_continues(last.lines[-1], line, right) or last.stands_beside(line)):
            last.lines.append(line)
        else:
            paragraphs.append(Paragraph([line], number, _NO_HEIGHT < line.height < _SMALL * height))
    return paragraphs


def is_row(line: PdfLine) -> bool:
    """Whether a line is a table's row: cells set apart, or numbers and little else."""
    cells = line.text.split(CELL_SEPARATOR)
    if len(cells) > 2 or (len(cells) == 2 and cells[1].count(" ") < _SHORT_CELL):
        return True
    words = line.text.split()
    numbers = sum(bool(_NUMBER.search(word)) for word in words)
    return numbers >= 2 and numbers * 2 >= len(words)


def crosses(tail: PdfLine, line: PdfLine) -> bool:
    """Whether the sentence that `tail` leaves open goes on in `line`, in the next column or on the next page."""
    if is_row(tail) or is_row(line) or abs(tail.height - line.height) > _SAME_HEIGHT * max(tail.height, _NO_HEIGHT):
        return False
    if tail.text.endswith(_CLOSED) or _ITEM.match(line.text) or _NOTE.match(line.text):
        return False
    return line.text[:1].islower() or _OPEN.search(tail.text[-5:]) is not None


def _body_lines(page: PdfPage, number: int, running: frozenset[str]) -> list[PdfLine]:
    edges = {id(line) for line in _edge_lines(page)}
    kept = (
        line
        for line in page.lines
        if line.text.strip() and not (id(line) in edges and _is_running(line, page, number, running))
    )
    return [_without_leaders(line) for line in kept]


def _is_running(line: PdfLine, page: PdfPage, number: int, running: frozenset[str]) -> bool:
    alone = _PAGE_NUMBER.fullmatch(line.text) is not None or line.text.strip() == page.label
    return alone or _folded(line.text, page, number) in running


def _without_leaders(line: PdfLine) -> PdfLine:
    """The line without the dots that lead from a label to its figure."""
    if "...." not in line.text and ". . . ." not in line.text:
        return line
    return replace(line, text=_LEADERS.sub(CELL_SEPARATOR, line.text).strip(" |") or line.text)


def _edge_lines(page: PdfPage) -> list[PdfLine]:
    placed = sorted((line for line in page.lines if line.height > _NO_HEIGHT), key=lambda line: line.bottom)
    if len(placed) <= 2 * _RUNNING_LINES:
        return []
    return placed[:_RUNNING_LINES] + placed[-_RUNNING_LINES:]


def _right_edges(lines: list[PdfLine]) -> dict[int, float]:
    """For each left margin (in steps of 12 points) how far its lines reach."""
    edges: dict[int, float] = {}
    for line in lines:
        key = round(line.left / _MARGIN_STEP)
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _continues(tail: PdfLine, line: PdfLine, right: dict[int, float]) -> bool:
    """Whether `line` goes on the paragraph that `tail` ends, both on one page."""
    if min(tail.height, line.height) <= _NO_HEIGHT:
        return line.text[:1].islower()
    if is_row(tail) or is_row(line) or abs(tail.height - line.height) > _SAME_HEIGHT * tail.height:
        return False
    if not _below(tail, line):
        return crosses(tail, line)
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
    """Whether `tail` reaches its column's right edge, so that it was the edge that ended it."""
    key = round(tail.left / _MARGIN_STEP)
    edge = max(right.get(k, 0.0) for k in (key - 1, key, key + 1, round(line.left / _MARGIN_STEP)))
    left = min(tail.left, line.left)
    width = edge - left
    return width > _NARROW_HEIGHTS * tail.height and tail.right - left >= _FULL * width
