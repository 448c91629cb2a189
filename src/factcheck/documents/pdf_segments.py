"""Words of a PDF's page → segments: printed lines, or the cells of one, told by the boxes of their characters."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.documents.pdf_raised import Box, is_label, is_raised, label_length, plain_label, raise_text

if TYPE_CHECKING:
    from collections.abc import Iterator

NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
CELL_SEPARATOR = " | "
# Where a blank is wider than so many line heights, two cells of a table meet.  Figures are kept apart sooner, since
# "196 373" may be one number; words later, since justified text in a narrow column is spread wide.
_DIGIT_GAP = 0.45
_CELL_GAP = 1.0
_WORD_GAP = 2.5
_GLUED = 0.18
_JUSTIFIED_GAPS, _ALIKE = 3, 1.3
_OVERLAP = 0.5
AFTER_LABEL = ".,;:!?)]”’»\"'"


class Segment:
    """Words that stand side by side: a printed line, or one cell of it."""

    __slots__ = ("bottom", "boxes", "broken", "gaps", "height", "left", "pieces", "right")

    def __init__(self, word: str, box: Box, end: Box, *, broken: bool) -> None:
        """Begin with one word; `broken` says that a hyphen divides it from the next line's first word."""
        self.pieces = [word]
        self.gaps: list[float] = []
        self.left, self.bottom, self.right = box[0], box[1], end[2]
        self.height = max(box[3] - box[1], end[3] - end[1], 0.1)
        self.boxes: list[Box] = [(box[0], box[1], end[2], box[1] + self.height)]  # of each word
        self.broken = broken

    @property
    def text(self) -> str:
        """The words with the blanks and separators between them."""
        return "".join(self.pieces)

    @property
    def settled(self) -> str:
        """The text of a whole line: blanks that are all as wide as each other part the words of justified text."""
        gaps = self.gaps
        if len(gaps) < _JUSTIFIED_GAPS or max(gaps) > _ALIKE * min(gaps):
            return self.text
        return "".join(" " if piece == CELL_SEPARATOR else piece for piece in self.pieces)

    def add(self, word: str, box: Box, end: Box, separator: str, *, broken: bool) -> None:
        """Go on with the next word."""
        self._raise_lone_label(box)
        if separator:
            self.gaps.append(box[0] - self.right)
        height = max(box[3] - box[1], end[3] - end[1])
        if height > self.height:
            self.bottom, self.height = box[1], height
        self.pieces += [separator, word]
        self.boxes.append((box[0], box[1], end[2], box[1] + height))
        self.right = max(self.right, end[2])
        self.broken = broken

    def blanks(self) -> Iterator[tuple[float, float]]:
        """Where each blank between two words begins and ends."""
        return ((one[2], other[0]) for one, other in pairwise(self.boxes))

    def gap_at(self, place: float) -> int | None:
        """The number of the first word to the right of `place`, if that falls into a blank."""
        return next((n for n, (left, right) in enumerate(self.blanks(), start=1) if left < place < right), None)

    def parted(self, at: int) -> tuple[Segment, Segment]:
        """The words before the one with the number `at`, and the others."""
        return self._stretch(0, at), self._stretch(at, len(self.boxes))

    def _stretch(self, first: int, end: int) -> Segment:
        made = Segment("", NOWHERE, NOWHERE, broken=self.broken and end == len(self.boxes))
        made.pieces, made.boxes = self.pieces[2 * first : 2 * end - 1], self.boxes[first:end]
        made.left, made.right = made.boxes[0][0], max(box[2] for box in made.boxes)
        tallest = max(made.boxes, key=lambda box: box[3] - box[1])
        made.bottom, made.height = tallest[1], max(tallest[3] - tallest[1], 0.1)
        if len(made.boxes) > 1 and is_label(label := plain_label(made.pieces[0])):
            # Beside the other column's words it may have seemed to be raised, or not to be.
            made.pieces[0] = raise_text(label) if is_raised(made.boxes[1], made.boxes[0]) else label
        made.gaps = [right - left for left, right in made.blanks()]
        return made

    def _raise_lone_label(self, following: Box) -> None:
        """Raise the only word so far if it is a note's label that stands higher than the word after it."""
        if len(self.pieces) == 1 and is_raised(following, _band(self)) and is_label(self.pieces[0]):
            self.pieces[0] = raise_text(self.pieces[0])

    def absorb(self, other: Segment, separator: str) -> None:
        """Go on with a segment of the same printed line."""
        self._raise_lone_label(_band(other))
        if other.height > self.height:
            self.bottom, self.height = other.bottom, other.height
        if separator:
            self.gaps.append(other.left - self.right)
        self.gaps += other.gaps
        self.pieces += [separator, *other.pieces]
        self.boxes += other.boxes
        self.right = max(self.right, other.right)
        self.broken = other.broken


def quarter_turns(first: Box, end: Box) -> int:
    """The quarter turns against the clock of a word of several characters, by the way from its first to its last."""
    along, up = end[0] - first[0], end[1] - first[1]
    if abs(up) > 2 * abs(along):
        return 1 if up > 0 else 3
    return 2 if along < -abs(up) else 0


def as_turned(box: Box, turn: int) -> Box:
    """The box as it lies when the page is turned so that the word reads from left to right."""
    left, bottom, right, top = box
    if box is NOWHERE or turn == 0:
        return box
    if turn == 1:
        return bottom, -right, top, -left
    return (-right, -top, -left, -bottom) if turn == 2 else (-top, left, -bottom, right)


def sign_between(left: str, right: str, before: Box, after: Box, between: str) -> str | None:
    """What stands between two words: nothing, a blank, a cell's border; None where the second begins a new line."""
    height = max(before[3] - before[1], after[3] - after[1], 0.1)
    if before is NOWHERE or after is NOWHERE:
        return " "
    if after[3] < before[1] + 0.2 * height or after[1] > before[3] - 0.2 * height:
        return None
    gap = after[0] - before[2]
    if gap < -2 * height:
        return None
    return gap_sign(left, right, gap / height) if between else ""


def gap_sign(left: str, right: str, gap: float) -> str:
    """The sign for a gap of so many line heights: words may be spread wide in a narrow column, figures not."""
    digits = left.isdigit() + right.isdigit()
    limit = _WORD_GAP if not digits else _CELL_GAP if digits == 1 else _DIGIT_GAP
    return CELL_SEPARATOR if gap > limit else " "


def overlap(one: Segment, other: Segment) -> bool:
    """Whether two segments stand on one line."""
    both = min(one.bottom + one.height, other.bottom + other.height) - max(one.bottom, other.bottom)
    return both >= _OVERLAP * min(one.height, other.height)


def same_line(line: Segment, following: Segment) -> str | None:
    """What joins two segments that PDFium parts although they are one printed line; None where they are two."""
    height = max(line.height, following.height)
    gap = (following.left - line.right) / height
    if line.broken or not overlap(line, following) or gap < -_OVERLAP:
        return None
    text = following.text
    if gap > _CELL_GAP and not any(c.isdigit() for c in text[:12]):
        return None
    if gap <= _GLUED and is_raised(_band(line), _band(following)) and (length := _raised_label(text)):
        following.pieces = [raise_text(text[:length]) + text[length:]]
        return ""
    glued = gap <= _GLUED and not is_raised(_band(following), _band(line)) and not text[:1].isalnum()
    return "" if glued else gap_sign(line.text[-1:], text[:1], gap)


def _raised_label(text: str) -> int:
    """The length of the label that a raised segment begins with; letters are one only where nothing follows them."""
    length = label_length(text)
    return length if text[:1].isdigit() or not text[length:].strip(AFTER_LABEL) else 0


def _band(segment: Segment) -> Box:
    return segment.left, segment.bottom, segment.right, segment.bottom + segment.height
