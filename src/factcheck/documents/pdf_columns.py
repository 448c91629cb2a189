"""Columns of a page whose content stream goes from line to line across them → the order in which they are read.

Most programs write one column after the other, and their order is kept.  Some write each printed line through all
columns: then the same strip of the page stays blank on line after line, with running text on both sides of it, and the
stream crosses it again and again.  A table's cells are no running text and stay side by side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.documents.pdf_segments import overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.documents.pdf_segments import Segment

_LEAST_GAP = 0.7  # line heights: wider than the blanks of most justified lines
_LEAST_ROWS = 8
_MOST_GUTTERS = 5
_MOST_SEGMENTS = 20_000
_MOST_ACROSS = 0.35  # of the rows between the first and the last that the strip parts
_LEAST_WIDTH = 14  # characters of a column's line: the cells of tables are narrower
_LEAST_LETTERS, _LEAST_RUNNING = 0.65, 0.3

_APART, _MOST_HEADS = 1.6, 3  # line heights, and lines

_Gap = tuple[float, float, float]  # from where, to where, and the bottom of its line


def in_reading_order(segments: list[Segment]) -> list[Segment]:
    """The segments of one page, those that run through several columns parted there, column after column."""
    if not _LEAST_ROWS <= len(segments) <= _MOST_SEGMENTS:
        return segments
    gutters = sorted(_gutters(segments))
    if not gutters:
        return segments
    top, foot = _margins(segments)
    parts: list[tuple[Segment, int | None]] = []
    for segment in segments:
        if foot < segment.bottom < top:
            parts += [(part, _column(part, gutters)) for part in _parted(segment, gutters)]
        else:
            parts.append((segment, None))
    columns = [[part for part, column in parts if column == number] for number in range(len(gutters) + 1)]
    return list(_ordered(parts, len(columns))) if all(map(_is_prose, columns)) else segments


def _margins(segments: Sequence[Segment]) -> tuple[float, float]:
    """The height above which a running head stands, and below which a running foot: lone lines with space between."""
    bottoms = sorted({segment.bottom for segment in segments}, reverse=True)
    heights = sorted(segment.height for segment in segments)
    apart = _APART * heights[len(heights) // 2]
    return _edge(bottoms, apart) or bottoms[0] + 1.0, _edge(bottoms[::-1], apart) or bottoms[-1] - 1.0


def _edge(bottoms: Sequence[float], apart: float) -> float | None:
    """The middle of the first wide space after one of the outermost lines."""
    outermost = pairwise(bottoms[: _MOST_HEADS + 1])
    return next(((one + other) / 2 for one, other in outermost if abs(one - other) > apart), None)


def _gutters(segments: Sequence[Segment]) -> Iterator[float]:
    """Places from left to right that the stream crosses, at a wide blank, on many lines and few times without."""
    gaps = list(_gaps(segments))
    most = 0
    for _ in range(_MOST_GUTTERS):
        place, crossing = _deepest(gaps)
        most = max(most, len(crossing))
        if len(crossing) < max(_LEAST_ROWS, most // 3):
            return
        low, high = min(gap[2] for gap in crossing), max(gap[2] for gap in crossing)
        across = sum(low <= s.bottom <= high and s.left < place < s.right and s.gap_at(place) is None for s in segments)
        if across > _MOST_ACROSS * (len(crossing) + across):
            return
        yield place
        gaps = [gap for gap in gaps if not gap[0] < place < gap[1]]


def _gaps(segments: Sequence[Segment]) -> Iterator[_Gap]:
    for segment in segments:
        for left, right in segment.blanks():
            if right - left > _LEAST_GAP * segment.height:
                yield left, right, segment.bottom
    for one, other in pairwise(segments):
        if other.left - one.right > _LEAST_GAP * one.height and overlap(one, other):
            yield one.right, other.left, one.bottom


def _deepest(gaps: Sequence[_Gap]) -> tuple[float, list[_Gap]]:
    """The place that most gaps hold, in the middle of where they all are blank; and these gaps."""
    edges = sorted([*((left, 1) for left, _, _ in gaps), *((right, -1) for _, right, _ in gaps)])
    depth = best = 0
    place = 0.0
    for (at, step), (following, _) in pairwise(edges):
        depth += step
        if depth > best:
            best, place = depth, (at + following) / 2
    return place, [gap for gap in gaps if gap[0] < place < gap[1]]


def _parted(segment: Segment, gutters: Sequence[float]) -> Iterator[Segment]:
    """The segment, parted at each of `gutters` that falls into a blank of it."""
    rest = segment
    for place in gutters:
        at = rest.gap_at(place)
        if at is not None:
            first, rest = rest.parted(at)
            yield first
    yield rest


def _column(segment: Segment, gutters: Sequence[float]) -> int | None:
    """The column that a segment stands in; None where it goes across."""
    if any(segment.left < place < segment.right for place in gutters):
        return None
    return sum(place <= segment.left for place in gutters)


def _is_prose(column: Sequence[Segment]) -> bool:
    """Whether the lines of a column are running text, where one breaks off and the next goes on, and no cells."""
    texts = [segment.text for segment in column]
    if len(texts) < _LEAST_ROWS // 2:
        return False
    printed = "".join(texts).replace(" ", "")
    wide = sorted(map(len, texts))[len(texts) // 2] >= _LEAST_WIDTH
    running = sum(b[:1].islower() or a[-1:] == "-" for a, b in pairwise(texts))
    return (
        wide
        and sum(map(str.isalpha, printed)) >= _LEAST_LETTERS * len(printed)
        and running >= _LEAST_RUNNING * len(texts)
    )


def _ordered(parts: Sequence[tuple[Segment, int | None]], count: int) -> Iterator[Segment]:
    """Column by column what stands between lines that belong to none."""
    columns: list[list[Segment]] = [[] for _ in range(count)]
    for part, number in parts:
        if number is not None:
            columns[number].append(part)
            continue
        for column in columns:
            yield from column
            column.clear()
        yield part
    for column in columns:
        yield from column
