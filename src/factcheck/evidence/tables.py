"""The tables of a page: which row labels and which column header a cell stands under.

`pages` writes a row as one line, its cells set apart by bars and empty cells left out, so that a header row has as many
cells as the rows below it, or one fewer where the corner is empty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import QuantityKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.evidence.page_figures import PageFigure

CELLS = " | "
_MOST_CELLS = 100  # a line of more is no row that anybody reads, and its cells would be searched for every figure
_WORDS = re.compile(r"[^\W\d_]{3,}")
_DIGIT = re.compile(r"\d")
_DATED = frozenset({QuantityKind.YEAR, QuantityKind.DATE, QuantityKind.RANGE})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its span in the page's text; `is_label` where it has words and no digits, `is_data` where it counts."""

    span: Span
    is_label: bool
    is_data: bool
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the header cells above its own cells, None where it has no header row.

    `caption` is the line right above the table, `first` the number of the row's first cell that counts something;
    `years` are those of all its header cells.
    """

    cells: tuple[Cell, ...]
    starts: tuple[int, ...]
    first: int
    header: tuple[Cell | None, ...] | None = None
    years: frozenset[int] = frozenset()
    caption: Span | None = None

    def cell_at(self, offset: int) -> int:
        """The number of the cell that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def labels(self, index: int) -> tuple[Span, ...]:
        """What the cell is labelled with: the row's first cells up to the first figure, and the words next before it.

        Tables set side by side have a label in the middle of the row, which is then the only one.
        """
        own = self.own_label(index)
        return (own,) if own is not None else tuple(cell.span for cell in self.cells[: min(self.first, index)])

    def own_label(self, index: int) -> Span | None:
        """The label in the middle of the row that stands next before the cell."""
        last = next((i for i in range(index - 1, self.first, -1) if self.cells[i].is_label), None)
        return self.cells[last].span if last is not None else None

    def header_of(self, index: int) -> Cell | None:
        """The header cell of the column."""
        return self.header[index] if self.header is not None else None

    def years_of(self, index: int) -> frozenset[int]:
        """The years that the column's header names."""
        header = self.header_of(index)
        return header.years if header is not None else frozenset()


def table_rows(
    text: str, sentences: Sequence[Span], figures_in: Callable[[int], Sequence[PageFigure]]
) -> dict[int, Row]:
    """Every row of `text` by the number of its sentence; `figures_in` gives a sentence's figures."""
    if CELLS not in text:
        return {}
    rows: dict[int, Row] = {}
    for block in _blocks(text, sentences):
        caption = sentences[block[0] - 1] if block[0] else None
        rows.update(_headed({n: _cells(text, sentences[n], figures_in(n)) for n in block}, caption))
    return rows


def _blocks(text: str, sentences: Sequence[Span]) -> Iterator[list[int]]:
    """Runs of neighbouring rows, as numbers of sentences."""
    run: list[int] = []
    for number, span in enumerate(sentences):
        if 0 < text.count(CELLS, span.start, span.end) < _MOST_CELLS:
            run.append(number)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _cells(text: str, row: Span, figures: Iterable[PageFigure]) -> tuple[Cell, ...]:
    cells = []
    placed = deque(figures)
    start = row.start
    for part in text[row.start : row.end].split(CELLS):
        span = Span(start, start + len(part))
        inside = []
        while placed and placed[0].quantity.start < span.end:
            inside.append(placed.popleft().quantity)
        years = frozenset(year for q in inside if q.kind in _DATED for year in _years(q.low, q.high, q.iso_date))
        data = bool(_DIGIT.search(part)) and (not inside or any(q.kind not in _DATED for q in inside))
        cells.append(Cell(span, bool(_WORDS.search(part)) and not _DIGIT.search(part), data, years))
        start = span.end + len(CELLS)
    return tuple(cells)


def _years(low: object, high: object, iso_date: str | None) -> Iterator[int]:
    if iso_date and not iso_date.startswith("-") and iso_date[:4].isdecimal():
        yield int(iso_date[:4])
    for end in (low, high):
        if end is not None and str(end).isdecimal():
            yield int(str(end))


def _headed(block: Mapping[int, tuple[Cell, ...]], caption: Span | None) -> Iterator[tuple[int, Row]]:
    """The rows of one table, each with the header row last seen above it; header rows themselves have none."""
    header: tuple[Cell, ...] | None = None
    above = True
    for number, cells in block.items():
        heads = not any(cell.is_data for cell in cells[1:]) and not cells[0].is_data
        if heads and above:
            header = cells
            yield number, _row(cells, None, caption)
            continue
        above = heads and above
        yield number, _row(cells, _over(cells, header), caption)


def _row(cells: tuple[Cell, ...], header: tuple[Cell | None, ...] | None, caption: Span | None) -> Row:
    starts = tuple(cell.span.start for cell in cells)
    first = next((number for number, cell in enumerate(cells) if cell.is_data), len(cells))
    years = frozenset(year for cell in header or () if cell is not None for year in cell.years)
    return Row(cells, starts, first, header, years, caption)


def _over(cells: tuple[Cell, ...], header: tuple[Cell, ...] | None) -> tuple[Cell | None, ...] | None:
    """The header cell over each cell, the last over the last."""
    missing = len(cells) - len(header) if header is not None else -1
    if header is None or missing not in {0, 1}:
        return None
    return (*[None] * missing, *header)
