"""Two columns printed side by side on each line, as "-layout" extractors leave them: the left one is read first.

The right column begins at one place of the line, behind blanks; what has many cells, few letters or narrow parts is a
table and stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, chain, groupby
from typing import TYPE_CHECKING

from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.briefs.lines import Line

_GAP = regex(r"(?<=\S) {2,}(?=\S)")
_LEAST_LINES = 12  # of a page with columns
_LEAST_COLUMN, _MOST_COLUMN = 24, 110  # characters to the left of the right column
_SHARE, _MOST_CROSSING = 0.4, 0.3
_LEAST_WIDTH, _LEAST_LETTERS = 18, 0.65
_COLUMNS, _THIRD = 3, 0.25
_LONGEST_PAGE = 400  # lines: what has no pages is no page


def in_column_order(lines: Sequence[Line]) -> list[Line]:
    """The lines with those of two columns parted, on each page the left column before the right."""
    ordered: list[Line] = []
    for _, on_page in groupby(lines, key=lambda line: line.page):
        page = list(on_page)
        column = _right_column(page)
        if column is not None:
            ordered.extend(_parted(page, (column,)))
            continue
        three = _two_columns_more(page)
        ordered.extend(page if three is None else _parted(page, three))
    return ordered


def _two_columns_more(page: Sequence[Line]) -> tuple[int, int] | None:
    """Where the second and third column of a page begin; None where there are not three."""
    if not _LEAST_LINES <= len(page) <= _LONGEST_PAGE or sum(map(_is_apart, page)) < _SHARE * len(page):
        return None
    open_lines, starts, ends = _blank_strips(page)
    least = (1 - _MOST_CROSSING) * len(page)
    strips = [column for column in range(_LEAST_COLUMN, _MOST_COLUMN) if open_lines[column] >= least]
    columns = [a for a, b in zip(strips, [*strips[1:], _MOST_COLUMN + 1], strict=True) if b - a > 1]
    inside = [c for c in columns if starts[c - _LEAST_WIDTH] >= _THIRD * len(page) <= len(page) - ends[c]]
    if len(inside) != _COLUMNS - 1 or inside[1] - inside[0] < _LEAST_COLUMN:
        return None
    first, second = inside
    parts: list[list[str]] = [[], [], []]
    for line in page:
        for cells, part in zip(parts, _cells(line, (first, second)) or (), strict=False):
            cells.extend([part.text] if part is not None else [])
    return (first, second) if all(map(_is_prose, parts)) else None


def _right_column(page: Sequence[Line]) -> int | None:
    """Where the right column of a page begins: behind a strip of blanks; None where there is but one column."""
    if not _LEAST_LINES <= len(page) <= _LONGEST_PAGE or sum(map(_is_apart, page)) < _SHARE * len(page):
        return None
    open_lines, starts, ends = _blank_strips(page)
    needed = _SHARE * len(page)
    fitting = [
        (open_lines[column], -column)
        for column in range(_LEAST_COLUMN, _MOST_COLUMN)
        if starts[column - _LEAST_WIDTH] >= needed and len(page) - ends[column] >= needed
    ]
    if not fitting or max(fitting)[0] < (1 - _MOST_CROSSING) * len(page):
        return None
    column = -max(fitting)[1]
    sides = [side for line in page if (side := _split(line, column)) is not None]
    left_parts = [a.text for a, _ in sides if a is not None]
    right_parts = [b.text for _, b in sides if b is not None]
    return column if _is_prose(left_parts) and _is_prose(right_parts) else None


def _blank_strips(page: Sequence[Line]) -> tuple[list[int], list[int], list[int]]:
    """For each column of characters, the lines that `_split` could part there, that begin before it, that end there."""
    parted, begun, ended = ([0] * (_MOST_COLUMN + 1) for _ in range(3))

    def count(places: list[int], first: int, end: int) -> None:
        if first < _MOST_COLUMN:
            places[first] += 1
            places[min(end, _MOST_COLUMN)] -= 1

    for line in page:
        end = line.lead + len(line.text)
        count(parted, 0, line.lead + 1)
        count(parted, end + 1, _MOST_COLUMN)
        count(begun, line.lead + 1, _MOST_COLUMN)
        count(ended, end, _MOST_COLUMN)
        for gap in _GAP.finditer(line.text[: max(0, _MOST_COLUMN + 40 - line.lead)]):
            count(parted, line.lead + gap.start() + 2, line.lead + gap.end() + 1)
    return list(accumulate(parted)), list(accumulate(begun)), list(accumulate(ended))


def _is_apart(line: Line) -> bool:
    """Whether a line begins far to the right or has a wide blank in it."""
    return line.lead >= _LEAST_COLUMN or _GAP.search(line.text[:400]) is not None


def _is_prose(parts: Sequence[str]) -> bool:
    """Whether the parts of lines are running text and no cells."""
    if len(parts) < _LEAST_LINES // 2:
        return False
    whole = "".join(parts)
    letters = sum(map(str.isalpha, whole))
    inner = sum(_GAP.search(part) is not None for part in parts)
    wide = sorted(map(len, parts))[len(parts) // 2] >= _LEAST_WIDTH
    return wide and letters >= _LEAST_LETTERS * len(whole.replace(" ", "")) and inner * 3 < len(parts)


def _split(line: Line, column: int) -> tuple[Line | None, Line | None] | None:
    """The parts of a line to the left and right of a column's beginning; None where it goes across."""
    at = column - line.lead
    if at <= 0:
        return None, line
    if len(line.text) < at:
        return line, None
    if line.text[at - 2 : at].strip():
        return None
    left = line.text[:at].rstrip()
    rest = line.text[at:].lstrip()
    right = replace(line, text=rest, start=line.end - len(rest), lead=0)
    return replace(line, text=left, trailed=True), right


def _cells(line: Line, columns: Sequence[int]) -> list[Line | None] | None:
    """The parts of a line between the beginnings of `columns`, ascending; None where it goes across one of them."""
    cells: list[Line | None] = []
    rest: Line | None = line
    for column in reversed(columns):
        sides = (None, None) if rest is None else _split(rest, column)
        if sides is None:
            return None
        rest, right = sides
        cells.append(right)
    return [rest, *reversed(cells)]


def _parted(page: Sequence[Line], columns: Sequence[int]) -> Iterator[Line]:
    """The page's lines: each stretch between lines that go across has its left part first, then those to the right."""
    parts: list[list[Line]] = [[] for _ in range(len(columns) + 1)]
    for line in page:
        cells = _cells(line, columns)
        if cells is None:
            yield from (*chain.from_iterable(parts), line)
            parts = [[] for _ in parts]
            continue
        for part, cell in zip(parts, cells, strict=True):
            if cell is not None:
                # Rows of the other columns between are no empty lines.
                part.append(replace(cell, lead=min(cell.lead, 4)))
    yield from chain.from_iterable(parts)
