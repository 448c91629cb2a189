"""Pieces of HTML text → lines: blanks collapsed, no word parted, raised digits kept apart from figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import BlockKind

MAX_LINE_CHARACTERS = 1_000_000
# Elements that only change the look of letters: two of them may share a word.
FORMATTING = frozenset("b i em strong u font mark small big sub sup tt code kbd abbr s del ins wbr var dfn bdi".split())
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
# Soft hyphens, zero-width blanks, word joiners, byte order marks: no reader sees them, and they part words.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED_NUMBER = re.compile(r"[\d+\-−(),; ]{1,12}")
_MAX_OPEN_ANCHORS = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link or note marker inside a line: its text's [start, end), and what it points to."""

    start: int
    end: int
    target: str
    marker: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a page: a paragraph, heading, list item, caption or table row; `text` has no line break."""

    kind: BlockKind
    text: str
    level: int = 0
    anchors: tuple[Anchor, ...] = ()


class LineWriter:
    """The line being written; what is open around it (raised, preformatted, anchors) stands over a line's end."""

    def __init__(self, *, split_breaks: bool) -> None:
        """With `split_breaks` a ``<br>`` ends a line unless the sentence plainly runs on; else it is a blank."""
        self._split_breaks = split_breaks
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._anchors: list[Anchor] = []
        self._open: list[Anchor] = []
        self._closed: str | None = None
        self._parted = False
        self._breaks = 0
        self.preformatted = 0
        self.raised = 0
        self.lowered = 0

    def write(self, text: str) -> list[str]:
        """Add a text node; the lines that it ends are returned as the texts to follow after a flush each."""
        text = _INVISIBLE.sub("", text)
        if self.preformatted:
            return [piece.strip("\r").replace("\t", "    ") for piece in text.split("\n")]
        text = _BLANKS.sub(" ", text)
        if not text or (text == " " and (self._breaks or not self._length)):
            return []
        return ["", text] if self._breaks and self._ends_at_break(text) else [text]

    def append(self, text: str) -> None:
        """Put `text` at the end of the line."""
        if not self.preformatted:
            if text[:1] == " " and (not self._length or self._last == " "):
                text = text[1:]
            text = self._set_apart(text) if text else ""
        if not text:
            return
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]
        self._closed, self._parted = None, False

    @property
    def is_full(self) -> bool:
        """Whether the line is so long that it must be ended."""
        return self._length > MAX_LINE_CHARACTERS

    def line_break(self) -> None:
        """A ``<br>``."""
        self._breaks += 1

    def open_inline(self) -> None:
        """An element begins inside the line."""
        self._parted = self._closed is not None

    def close_inline(self, tag: str) -> None:
        """An element ends inside the line."""
        self._closed = tag

    def open_anchor(self, target: str, *, marker: bool) -> None:
        """A link or marker begins."""
        self._open.append(Anchor(self._length, 0, target, marker))

    def close_anchor(self) -> None:
        """The last link or marker that began ends."""
        if self._open:
            self._keep(self._open.pop())

    def flush(self, kind: BlockKind, level: int) -> Line | None:
        """End the line, if there is one; anchors that are still open go on in the next one."""
        for index in range(max(0, len(self._open) - _MAX_OPEN_ANCHORS), len(self._open)):
            self._keep(self._open[index])
            self._open[index] = replace(self._open[index], start=0)
        raw, anchors = "".join(self._parts), self._anchors
        self._parts, self._anchors, self._length, self._last = [], [], 0, ""
        self._closed, self._parted, self._breaks = None, False, 0
        if not raw.strip():
            return None
        text = raw.rstrip() if self.preformatted else raw.strip()
        shift = 0 if self.preformatted else len(raw) - len(raw.lstrip())
        trimmed = (_trimmed(anchor, raw, shift, len(text)) for anchor in anchors)
        return Line(kind, text, level, tuple(sorted((a for a in trimmed if a), key=_place)))

    def _keep(self, anchor: Anchor) -> None:
        if self._length > anchor.start:
            self._anchors.append(replace(anchor, end=self._length))

    def _ends_at_break(self, text: str) -> bool:
        breaks, self._breaks = self._breaks, 0
        runs_on = breaks == 1 and text.lstrip()[:1].islower() and (self._last.isalpha() or self._last in ",–—")
        if self._split_breaks and not runs_on:
            return True
        if self._length and self._last != " ":
            self.append(" ")
        return False

    def _set_apart(self, text: str) -> str:
        """`text` raised or lowered as its tags say, with a blank before it where two elements meet without one."""
        before = self._last if self._length else ""
        if self.raised:
            if _RAISED_NUMBER.fullmatch(text) and before not in ("[", "("):
                return text.translate(_RAISED)
            return f" {text}" if before.isdecimal() and len(text) == 1 and text.isalpha() else text
        if self.lowered:
            return text.translate(_LOWERED) if before.isdigit() else text
        if self._parted and self._closed not in FORMATTING and _reads_apart(before, text[0]):
            return f" {text}"
        return text


def run_together(lines: list[Line], separator: str) -> Line:
    """Several lines as one, with their anchors moved along."""
    if len(lines) == 1:
        return lines[0]
    anchors: list[Anchor] = []
    offset = 0
    for line in lines:
        anchors.extend(replace(a, start=a.start + offset, end=a.end + offset) for a in line.anchors)
        offset += len(line.text) + len(separator)
    return Line(lines[0].kind, separator.join(line.text for line in lines), lines[0].level, tuple(anchors))


def _place(anchor: Anchor) -> tuple[int, int]:
    return anchor.start, -anchor.end


def _trimmed(anchor: Anchor, raw: str, shift: int, length: int) -> Anchor | None:
    start, end = anchor.start, anchor.end
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    start, end = start - shift, min(end - shift, length)
    return replace(anchor, start=start, end=end) if end > start >= 0 else None


def _reads_apart(left: str, right: str) -> bool:
    """Whether two characters that meet at the seam of two elements belong to different words."""
    if not left or left.isspace() or right.isspace():
        return False
    if left.isdigit() or right.isdigit():
        return left.isalnum() and right.isalnum()
    return right.isalnum() and (left in ".:;!?)" or (left.islower() and right.isupper()))
