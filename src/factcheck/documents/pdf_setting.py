"""How a PDF's lines are set: which are in smaller type than the body, and where a blank line belongs between two."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.documents.pdf import PdfLine, PdfPage

_OTHER_SIZE = 1.12
_NOTE_SIZE = 1.07
_WIDER = 1.25
_FARTHEST = 3.0  # line heights: what is farther away is another part of the page, not the next line
_LEAST_PAIRS = 3
_OFTEN = 4


class Setting:
    """The heights of the type and the usual distances from line to line of a document."""

    def __init__(self, pages: Sequence[PdfPage]) -> None:
        """Measure `pages`."""
        self._pages = pages
        written: Counter[float] = Counter()
        distances: dict[int, Counter[float]] = {}
        for page in pages:
            for line in page.lines:
                written[round(line.height * 2) / 2] += len(line.text)
            for above, below in pairwise(page.lines):
                distance = above.bottom - below.bottom
                if not _is_other_size(above, below) and 0.5 * above.height < distance < _FARTHEST * above.height:
                    distances.setdefault(round(above.height), Counter())[round(distance * 2) / 2] += 1
        self._body = max(written, key=written.__getitem__, default=0.0)
        self._usual = {height: _usual(counted) for height, counted in distances.items()}

    def is_small(self, line: PdfLine) -> bool:
        """Whether a line is in smaller type than most of the text."""
        return line.height * _OTHER_SIZE < self._body

    def is_smaller(self, line: PdfLine) -> bool:
        """Whether a line is smaller than most of the text by a point in eleven, as notes may be."""
        return line.height * _NOTE_SIZE < self._body

    def parts_after(self, page: int, index: int) -> bool:
        """Whether a blank line belongs after a page's line: before type of another size, or a wider gap.

        Nothing is said at a page's or column's end but by the size of the type: a sentence may go on there.
        """
        lines = self._pages[page].lines
        above = lines[index]
        if index + 1 < len(lines):
            below = lines[index + 1]
            return _is_other_size(above, below) or self._is_wide(above, below)
        following = next((after.lines[0] for after in self._pages[page + 1 :] if after.lines), None)
        return following is None or _is_other_size(above, following)

    def _is_wide(self, above: PdfLine, below: PdfLine) -> bool:
        usual = self._usual.get(round(above.height))
        distance = above.bottom - below.bottom
        if usual is None or distance <= 0 or below.left > above.right or below.right < above.left:
            return False
        return distance > usual * _WIDER


def _usual(counted: Counter[float]) -> float | None:
    """The smallest distance that is frequent: paragraphs may be as many as lines, and stand farther apart."""
    if counted.total() < _LEAST_PAIRS:
        return None
    return min(distance for distance, times in counted.items() if times * _OFTEN >= max(counted.values()))


def _is_other_size(above: PdfLine, below: PdfLine) -> bool:
    low, high = sorted((above.height, below.height))
    return high > low * _OTHER_SIZE
