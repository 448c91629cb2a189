"""Which lines of a PDF's page belong together as the lines of one note: by place and by the size of their type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.documents.pdf import PdfLine

CELL = " | "
ROW_BARS = 2  # a row has three cells; one wide blank may stand in any line
_LEAST_LETTERS = 3
_CLOSE = 2.0  # line heights from one line of a note to the next
_MOST_REST = 7
_ALIKE = 1.13
_NOTES_APART, _TIGHT = 2.6, 1.4  # line heights from one note to the next, and from line to line


def extent(lines: Sequence[PdfLine], first: int, barred: set[int]) -> list[int]:
    """The lines from `first` on that follow each other closely in type of one size."""
    found = [first]
    while (
        (n := found[-1] + 1) < len(lines)
        and n not in barred
        and is_next(lines[n - 1], lines[n])
        and alike(lines[first], lines[n])
    ):
        found.append(n)
    return found


def set_apart_above(lines: Sequence[PdfLine], first: int, barred: set[int]) -> list[int]:
    """The few lines above the first label that no paragraph begins with, where notes are as large as the body.

    They stand apart from the body by a gap: what a page or column cut off.
    """
    at = first
    while at > 0 and at - 1 not in barred and first - at < _MOST_REST:
        above, below = lines[at - 1], lines[at]
        limit = _NOTES_APART if at == first else _TIGHT
        if not (is_beside(above, below) and 0 < above.bottom - below.bottom <= limit * below.height):
            break
        at -= 1
    if at == first or first - at == _MOST_REST or not alike(lines[at], lines[first]):
        return []
    return list(range(at, first))


def is_beside(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines share a part of the page's width, as those of one column do."""
    return other.left <= one.right and other.right >= one.left


def is_next(above: PdfLine, below: PdfLine) -> bool:
    """Whether a line is the next in print: right below, in the same column, of the same size."""
    distance = above.bottom - below.bottom
    height = max(above.height, below.height)
    return is_beside(above, below) and 0.3 * height < distance < _CLOSE * height and alike(above, below)


def alike(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines are set in type of about one size."""
    low, high = sorted((one.height, other.height))
    return high <= low * _ALIKE


def is_running(line: PdfLine) -> bool:
    """Whether a line may be running text: words, not a row of cells, not a lone number."""
    letters = sum(map(str.isalpha, line.text))
    return line.text.count(CELL) < ROW_BARS and letters > max(_LEAST_LETTERS, len(line.text) // 3)
