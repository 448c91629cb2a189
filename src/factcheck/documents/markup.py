"""HTML bytes → an lxml tree, and a tree → lines of text in reading order, without recursion.

Nothing is left out but what no reader is meant to read as text (scripts, styles, templates): what looks hidden is
often a folded table or text that a script shows.  A table row is one line with its cells set apart, a block is one
line, and no blank is put inside a word.  Superscript digits are written as Unicode superscripts, so that the note
number in "1200<sup>3</sup>" can never be read as a digit of the figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

CELL_SEPARATOR = " | "
MAX_LINE_CHARACTERS = 1_000_000

_DROPPED = frozenset("script style template head noframes object applet canvas datalist".split())
_BLOCKS = frozenset(
    """
    html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr iframe label legend li main menu nav noscript ol
    optgroup option p pre search section select summary table tbody textarea tfoot thead title tr td th ul video audio
    """.split()
)
_FORMATTING = frozenset(
    "b i em strong u font mark small big sub sup tt code kbd abbr s del ins wbr var dfn bdi".split()
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
    "tr": BlockKind.TABLE_ROW,
}
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
# Soft hyphens, zero-width blanks and joiners of Latin text, byte order marks: no reader sees them, and they part words.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED_NUMBER = re.compile(r"[\d+\-−(),; ]{1,12}")
_MAX_CELL_CHARACTERS = 600
_MAX_OPEN_ANCHORS = 8
_MAX_REPEATED_ROWS = 60
_MAX_REPEATED_CHARACTERS = 120


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


def parse_html(text: str) -> _Element | None:
    """The tree of a decoded page, however broken; None where there is no element at all."""
    from lxml import etree  # noqa: PLC0415 - a heavy module that plain-text briefs do not need

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    cleaned = text.replace("\x00", "\ufffd")
    try:
        parser.feed(cleaned.encode("utf-8", "replace"))
        root: _Element | None = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return root


def lines_of(
    root: _Element,
    *,
    markers: Mapping[_Element, str] | None = None,
    skipped: Iterable[_Element] = (),
    split_breaks: bool = True,
) -> list[Line]:
    """The lines of `root` in reading order.

    `markers` are the elements that print a note marker, with their labels; `skipped` elements are left out; with
    `split_breaks` a ``<br>`` ends a line unless the sentence plainly runs on.
    """
    flow = _Flow(markers or {}, set(skipped), split_breaks)
    flow.walk(root)
    return flow.output


@dataclass(slots=True)
class _Cell:
    lines: list[Line] = field(default_factory=list)
    nested: bool = False
    rows: int = 1


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class _OpenAnchor:
    start: int
    target: str
    marker: bool


class _Flow:
    """The walk's state: the line being written, the sinks that finished lines go to, and what is open around it."""

    def __init__(self, markers: Mapping[_Element, str], skipped: set[_Element], split_breaks: bool) -> None:
        self.output: list[Line] = []
        self._sinks = [self.output]
        self._rows: list[_Row] = []
        self._cells: list[_Cell] = []
        self._carried: list[dict[int, tuple[Line, int]]] = []
        self._markers = markers
        self._skipped = skipped
        self._split_breaks = split_breaks
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._anchors: list[Anchor] = []
        self._open: list[_OpenAnchor] = []
        self._kinds: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self._lists = 0
        self._preformatted = 0
        self._raised = 0
        self._lowered = 0
        self._closed: str | None = None
        self._parted = False
        self._breaks = 0

    def walk(self, root: _Element) -> None:
        from lxml import etree  # noqa: PLC0415 - loaded by whoever made the tree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "end":
                if tag not in _DROPPED and element not in self._skipped:
                    self._end(element, tag)
                if element.tail and element is not root:
                    self._write(element.tail)
            elif tag in _DROPPED or element in self._skipped:
                walker.skip_subtree()
            else:
                self._start(element, tag)
                if element.text:
                    self._write(element.text)
        self._flush()

    # --- tags

    def _start(self, element: _Element, tag: str) -> None:
        if tag == "br":
            self._breaks += 1
            return
        if tag in _BLOCKS:
            self._start_block(element, tag)
        elif self._closed is not None:
            self._parted = True
        if tag == "sup":
            self._raised += 1
        elif tag == "sub":
            self._lowered += 1
        marker = self._markers.get(element)
        if marker is not None:
            self._open.append(_OpenAnchor(self._length, marker, marker=True))
        elif tag == "a":
            self._open.append(_OpenAnchor(self._length, element.get("href") or "", marker=False))

    def _start_block(self, element: _Element, tag: str) -> None:
        self._flush()
        if tag in ("pre", "textarea"):
            self._preformatted += 1
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists += 1
        if tag in _HEADINGS:
            self._kinds.append((BlockKind.HEADING, _HEADINGS[tag]))
        elif tag in _KINDS:
            self._kinds.append((_KINDS[tag], self._lists if tag == "li" else 0))
        if tag == "table":
            self._carried.append({})
            for cell in self._cells[-1:]:
                cell.nested = True
        elif tag == "tr" and self._carried:
            self._rows.append(_Row())
        elif tag in ("td", "th") and self._rows:
            cell = _Cell(rows=_span(element.get("rowspan")))
            self._cells.append(cell)
            self._sinks.append(cell.lines)

    def _end(self, element: _Element, tag: str) -> None:
        if tag == "sup":
            self._raised -= 1
        elif tag == "sub":
            self._lowered -= 1
        if element in self._markers or tag == "a":
            self._close_anchor()
        if tag in _BLOCKS:
            self._end_block(tag)
        elif tag != "br":
            self._closed = tag

    def _end_block(self, tag: str) -> None:
        self._flush()
        if tag in ("pre", "textarea"):
            self._preformatted -= 1
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists -= 1
        if tag in ("td", "th") and self._cells and self._rows:
            self._sinks.pop()
            self._rows[-1].cells.append(self._cells.pop())
        if tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        if tag in _HEADINGS or tag in _KINDS:
            self._kinds.pop()
        if tag == "table":
            self._carried.pop()

    def _end_row(self, row: _Row) -> None:
        cells = row.cells
        filled = [cell for cell in cells if cell.lines]
        layout = any(cell.nested or _characters(cell) > _MAX_CELL_CHARACTERS for cell in cells)
        if layout:
            self._sinks[-1].extend(line for cell in filled for line in cell.lines)
            return
        columns = self._with_carried([(_joined(cell), cell.rows) for cell in cells])
        lines = [line for line in columns if line is not None]
        if lines:
            self._sinks[-1].append(_row_line(lines))

    def _with_carried(self, cells: list[tuple[Line | None, int]]) -> list[Line | None]:
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
            entry = next(waiting, None)
            if entry is None:
                break
            own, rows = entry
            columns.append(own)
            if own is not None and rows > 1 and len(own.text) <= _MAX_REPEATED_CHARACTERS:
                carried[column] = (replace(own, anchors=()), min(rows, _MAX_REPEATED_ROWS) - 1)
        return columns

    # --- text

    def _write(self, text: str) -> None:
        text = _INVISIBLE.sub("", text)
        if self._preformatted:
            self._write_preformatted(text)
            return
        text = _BLANKS.sub(" ", text)
        if not text or (text == " " and (self._breaks or not self._length)):
            return
        if self._breaks:
            self._break(text)
        if text[0] == " " and (not self._length or self._last == " "):
            text = text[1:]
        if text:
            self._append(self._set_apart(text))

    def _write_preformatted(self, text: str) -> None:
        for index, piece in enumerate(text.split("\n")):
            if index:
                self._flush()
            piece = piece.strip("\r").replace("\t", "    ")  # noqa: PLW2901 - the same piece, tabs as blanks
            if piece:
                self._append(piece)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]
        self._closed = None
        self._parted = False
        if self._length > MAX_LINE_CHARACTERS:
            self._flush()

    def _set_apart(self, text: str) -> str:
        """`text` raised or lowered as its tags say, with a blank before it where two elements meet without one."""
        before = self._last if self._length else ""
        if self._raised:
            if _RAISED_NUMBER.fullmatch(text) and before not in ("[", "("):
                return text.translate(_RAISED)
            return f" {text}" if before.isdecimal() and len(text) == 1 and text.isalpha() else text
        if self._lowered:
            return text.translate(_LOWERED) if before.isdigit() else text
        if self._parted and self._closed not in _FORMATTING and _reads_apart(before, text[0]):
            return f" {text}"
        return text

    def _break(self, text: str) -> None:
        breaks, self._breaks = self._breaks, 0
        runs_on = breaks == 1 and text.lstrip()[:1].islower() and (self._last.isalpha() or self._last in ",–—")
        if not self._split_breaks or runs_on:
            if self._length and self._last != " ":
                self._append(" ")
        else:
            self._flush()

    def _close_anchor(self) -> None:
        if not self._open:
            return
        anchor = self._open.pop()
        if self._length > anchor.start:
            self._anchors.append(Anchor(anchor.start, self._length, anchor.target, anchor.marker))

    def _flush(self) -> None:
        """End the line; anchors that are still open go on in the next one."""
        self._closed, self._parted, self._breaks = None, False, 0
        for anchor in self._open[-_MAX_OPEN_ANCHORS:]:
            if self._length > anchor.start:
                self._anchors.append(Anchor(anchor.start, self._length, anchor.target, anchor.marker))
            anchor.start = 0
        line = self._line()
        self._parts, self._anchors, self._length, self._last = [], [], 0, ""
        if line is not None:
            self._sinks[-1].append(line)

    def _line(self) -> Line | None:
        raw = "".join(self._parts)
        text = raw.rstrip() if self._preformatted else raw.strip()
        if not text.strip():
            return None
        shift = 0 if self._preformatted else len(raw) - len(raw.lstrip())
        kind, level = self._kinds[-1]
        if kind is BlockKind.TABLE_ROW:
            kind, level = BlockKind.PARAGRAPH, 0
        anchors = sorted((a for a in (_trimmed(a, raw, shift, len(text)) for a in self._anchors) if a), key=_place)
        return Line(kind, text, level, tuple(anchors))


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


def _span(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= 4 else 1


def _characters(cell: _Cell) -> int:
    return sum(len(line.text) for line in cell.lines)


def _joined(cell: _Cell) -> Line | None:
    return _run_together(cell.lines, " ") if cell.lines else None


def _row_line(cells: list[Line]) -> Line:
    if len(cells) == 1:
        return cells[0]
    return replace(_run_together(cells, CELL_SEPARATOR), kind=BlockKind.TABLE_ROW, level=0)


def _run_together(lines: list[Line], separator: str) -> Line:
    if len(lines) == 1:
        return lines[0]
    anchors: list[Anchor] = []
    offset = 0
    for line in lines:
        anchors.extend(replace(a, start=a.start + offset, end=a.end + offset) for a in line.anchors)
        offset += len(line.text) + len(separator)
    return Line(lines[0].kind, separator.join(line.text for line in lines), lines[0].level, tuple(anchors))
