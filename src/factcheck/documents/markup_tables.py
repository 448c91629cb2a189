"""Table cells → rows: a row of figures is one line, a table that only lays out a page is not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.documents.markup_lines import Line, run_together
from factcheck.model import BlockKind

CELL_SEPARATOR = " | "
_MAX_CELL_CHARACTERS = 600
_MAX_REPEATED_ROWS = 60
_MAX_REPEATED_CHARACTERS = 120
_MAX_SPAN_DIGITS = 4


@dataclass(slots=True)
class _Cell:
    lines: list[Line] = field(default_factory=list)
    nested: bool = False
    rows: int = 1


class TableSink:
    """Where finished lines go: to the page, or to the table cell that is open.

    A cell that spans rows is said again in each of them, so that every figure stands beside its label.
    """

    def __init__(self) -> None:
        """A page without lines."""
        self.lines: list[Line] = []
        self._sinks = [self.lines]
        self._rows: list[list[_Cell]] = []
        self._cells: list[_Cell] = []
        self._carried: list[dict[int, tuple[Line, int]]] = []

    def add(self, line: Line) -> None:
        """A finished line."""
        self._sinks[-1].append(line)

    def start(self, tag: str, rowspan: str | None) -> None:
        """A ``table``, ``tr``, ``td`` or ``th`` begins."""
        if tag == "table":
            self._carried.append({})
            if self._cells:
                self._cells[-1].nested = True
        elif tag == "tr" and self._carried:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._cells.append(_Cell(rows=_span(rowspan)))
            self._sinks.append(self._cells[-1].lines)

    def end(self, tag: str) -> None:
        """A ``table``, ``tr``, ``td`` or ``th`` ends."""
        if tag in ("td", "th") and self._cells and self._rows:
            self._sinks.pop()
            self._rows[-1].append(self._cells.pop())
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        elif tag == "table" and self._carried:
            self._carried.pop()

    def _end_row(self, cells: list[_Cell]) -> None:
        if any(cell.nested or _characters(cell) > _MAX_CELL_CHARACTERS for cell in cells):
            self._sinks[-1].extend(line for cell in cells for line in cell.lines)
            return
        lines = [line for line in self._with_carried(cells) if line is not None]
        if lines:
            self.add(_row_line(lines))

    def _with_carried(self, cells: list[_Cell]) -> list[Line | None]:
        """The row's cells with those that span down from rows above it in their columns."""
        carried = self._carried[-1]
        columns: list[Line | None] = []
        waiting = iter(cells)
        for column in range(len(cells) + len(carried)):
            if column in carried:
                line, left = carried.pop(column)
                columns.append(line)
                if left > 1:
                    carried[column] = (line, left - 1)
                continue
            cell = next(waiting, None)
            if cell is None:
                break
            own = run_together(cell.lines, " ") if cell.lines else None
            columns.append(own)
            if own is not None and cell.rows > 1 and len(own.text) <= _MAX_REPEATED_CHARACTERS:
                carried[column] = (replace(own, anchors=()), min(cell.rows, _MAX_REPEATED_ROWS) - 1)
        return columns


def _span(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= _MAX_SPAN_DIGITS else 1


def _characters(cell: _Cell) -> int:
    return sum(len(line.text) for line in cell.lines)


def _row_line(cells: list[Line]) -> Line:
    if len(cells) == 1:
        return cells[0]
    return replace(run_together(cells, CELL_SEPARATOR), kind=BlockKind.TABLE_ROW, level=0)
