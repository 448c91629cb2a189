"""The tables of a Word file: rows of cells, a merged cell said again in each of its rows."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_SAID_AGAIN = 400
_WIDEST = 64


@dataclass(slots=True)
class _Cell:
    pieces: list[str] = field(default_factory=list)
    width: int = 1
    merge: bool | None = None  # False where a merged cell begins, True where it goes on


@dataclass(slots=True)
class _Table:
    rows: list[str] = field(default_factory=list)
    cells: list[_Cell] | None = None
    deleted: bool = False
    merged: dict[int, str] = field(default_factory=dict)


class Tables:
    """The tables that are open; finished ones go to the innermost of `sinks`, where cells put their own."""

    def __init__(self, sinks: list[list[str]]) -> None:
        """With the stack of places that finished blocks go to."""
        self._sinks = sinks
        self._open: list[_Table] = []

    def start(self) -> None:
        """A table begins."""
        self._open.append(_Table())

    def end(self) -> None:
        """A table ends."""
        if self._open:
            rows = "".join(self._open.pop().rows)
            self._sinks[-1].append(f"<table>{rows}</table>")

    def start_row(self) -> None:
        """A row begins."""
        if self._open:
            self._open[-1].cells, self._open[-1].deleted = [], False

    def delete_row(self) -> None:
        """The row was deleted by a tracked change."""
        if self._open:
            self._open[-1].deleted = True

    def end_row(self) -> None:
        """A row ends."""
        table = self._open[-1] if self._open else None
        if table is None or table.cells is None:
            return
        if not table.deleted:
            table.rows.append(f"<tr>{''.join(_written(table))}</tr>")
        table.cells = None

    def start_cell(self) -> None:
        """A cell begins: what is written goes there."""
        cell = _Cell()
        if self._open and self._open[-1].cells is not None:
            self._open[-1].cells.append(cell)
        self._sinks.append(cell.pieces)

    def end_cell(self) -> None:
        """A cell ends."""
        if len(self._sinks) > 1:
            self._sinks.pop()

    def widen(self, columns: str) -> None:
        """The open cell is that many columns wide."""
        if (cell := self._cell()) and columns.isdecimal():
            cell.width = min(int(columns[:4]), _WIDEST)

    def merge(self, *, goes_on: bool) -> None:
        """The open cell is merged with the one above it (`goes_on`) or with those below."""
        if cell := self._cell():
            cell.merge = goes_on

    def _cell(self) -> _Cell | None:
        cells = self._open[-1].cells if self._open else None
        return cells[-1] if cells else None


def _written(table: _Table) -> list[str]:
    """The cells of the open row."""
    written: list[str] = []
    column = 0
    for cell in table.cells or ():
        text = "".join(cell.pieces)
        if cell.merge:
            text = table.merged.get(column, text)
        elif cell.merge is False and len(text) <= _MOST_SAID_AGAIN and "<a " not in text:
            table.merged[column] = text
        else:
            table.merged.pop(column, None)
        written.append(f"<td>{text}</td>")
        column += cell.width
    return written
