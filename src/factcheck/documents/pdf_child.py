"""What opens a PDF in a child process (see `isolated_child`).

Answers: ``{"pages": […], "title": …, "language": …}`` or
``{"problem": "locked" | "broken" | "too_large"}``.  A page is ``{"label", "lines", "links"}`` (and ``"pictures"`` where
there is no line, ``"broken"`` where it cannot be opened), a line ``[text, left, bottom, right, height]`` in points from
the page's lower left corner, a link ``[url, printed text]``.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

from factcheck.documents.pdf_raised import Box, is_label, is_raised, label_length, letter_at_end, raise_text

_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
_CELL_SEPARATOR = " | "
# Where a blank is wider than so many line heights, two cells of a table meet.  Figures are kept apart sooner, since
# "196 373" may be one number; words later, since justified text in a narrow column is spread wide.
_DIGIT_GAP = 0.45
_CELL_GAP = 1.0
_WORD_GAP = 2.5
_GLUED = 0.18
_JUSTIFIED_GAPS, _ALIKE = 3, 1.3
_OVERLAP = 0.5
_LINE_HYPHENS = "\ufffe\x02"  # PDFium's signs for a hyphen at a line's end; it leaves out the break after it
_WORD = re.compile("[^\\s\ufffe\x02]*[\ufffe\x02]|[^\\s\ufffe\x02]+")
_AFTER_LABEL = ".,;:!?)]”’»\"'"
_MAX_LINKS = 5_000
_PASSWORD_ERROR = 4


class Segment:
    """Words that stand side by side: a printed line, or one cell of it."""

    __slots__ = ("bottom", "broken", "gaps", "height", "left", "pieces", "right")

    def __init__(self, word: str, box: Box, end: Box, *, broken: bool) -> None:
        """Begin with one word; `broken` says that a hyphen divides it from the next line's first word."""
        self.pieces = [word]
        self.gaps: list[float] = []
        self.left, self.bottom, self.right = box[0], box[1], end[2]
        self.height = max(box[3] - box[1], end[3] - end[1], 0.1)
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
        return "".join(" " if piece == _CELL_SEPARATOR else piece for piece in self.pieces)

    def add(self, word: str, box: Box, end: Box, separator: str, *, broken: bool) -> None:
        """Go on with the next word."""
        self._raise_lone_label(box)
        if separator:
            self.gaps.append(box[0] - self.right)
        height = max(box[3] - box[1], end[3] - end[1])
        if height > self.height:
            self.bottom, self.height = box[1], height
        self.pieces += [separator, word]
        self.right = max(self.right, end[2])
        self.broken = broken

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
        self.right = max(self.right, other.right)
        self.broken = other.broken


class TextPage:
    """One page's characters with their boxes."""

    def __init__(self, raw: Any, page: Any) -> None:
        """Load the characters of `page` by PDFium's functions in `raw`."""
        self._raw = raw
        self._textpage = page.get_textpage()
        self._rect = raw.FS_RECTF()
        self.text: str = self._textpage.get_text_range()
        self._same = len(self.text) == self._textpage.count_chars()

    def under(self, left: float, bottom: float, right: float, top: float) -> str:
        """The text inside a rectangle."""
        return str(self._textpage.get_text_bounded(left, bottom, right, top))

    def box(self, index: int) -> Box | None:
        """Left, bottom, right, top of the character `index` of `text`."""
        if not self._same:
            index = self._raw.FPDFText_GetCharIndexFromTextIndex(self._textpage.raw, index)
        rect = self._rect
        if index < 0 or not self._raw.FPDFText_GetLooseCharBox(self._textpage.raw, index, ctypes.byref(rect)):
            return None
        return rect.left, rect.bottom, rect.right, rect.top

    def lines(self) -> list[list[Any]]:
        """The page's printed lines in the order of its content stream."""
        merged: list[Segment] = []
        for segment in self._segments():
            separator = _same_line(merged[-1], segment) if merged else None
            if separator is None:
                merged.append(segment)
            else:
                merged[-1].absorb(segment, separator)
        return [[s.settled, s.left, s.bottom, s.right, s.height] for s in merged]

    def _segments(self) -> list[Segment]:
        segments: list[Segment] = []
        end_before, last, turned = 0, _NOWHERE, 0
        for found in _WORD.finditer(self.text):
            first, end = self.box(found.start()), self.box(found.end() - 1)
            first, end = first or _NOWHERE, end or first or _NOWHERE
            turn = _turn(first, end) if found.end() - found.start() > 1 else turned
            first, end = _turned(first, turn), _turned(end, turn)
            if turn != turned:
                last, turned = (-1e9, -1e9, -1e9, -1e9), turn
            word, broken = self._word(found.group(), found.start(), (first, end))
            between = self.text[end_before : found.start()]
            current = segments[-1] if segments else None
            separator = None
            if current is not None and not current.broken and "\n" not in between and "\r" not in between:
                separator = _separator(current.text[-1:], word[:1], last, first, between)
            if separator is not None and is_label(word) and is_raised(last, first):
                word, separator = raise_text(word), "" if separator == " " else separator
            if current is None or separator is None:
                segments.append(Segment(word, first, end, broken=broken))
            else:
                current.add(word, first, end, separator, broken=broken)
            end_before, last = found.end(), end
        return segments

    def _word(self, printed: str, start: int, ends: tuple[Box, Box]) -> tuple[str, bool]:
        """The word with raised labels as such and its line-end hyphen as a hyphen; whether it has that."""
        broken = printed[-1] in _LINE_HYPHENS
        characters = list(printed[:-1] + "-" if broken else printed)
        reference: Box | None = None
        for at, character in enumerate(printed):
            if not at or not "0" <= character <= "9":
                continue
            if characters[at - 1] == printed[at - 1]:
                reference = self.box(start + at - 1)
            own = self.box(start + at)
            if reference and own and is_raised(reference, own):
                characters[at] = raise_text(character)
        if len(printed) > 1:
            self._raise_ends(characters, printed, start, ends)
        return "".join(max(c, " ") for c in characters), broken

    def _raise_ends(self, characters: list[str], printed: str, start: int, ends: tuple[Box, Box]) -> None:
        """Raise the letters at a word's end, or the label at its beginning, that are set so."""
        first, end = ends
        if is_raised(end, first):
            for at in range(label_length(printed)):
                own = self.box(start + at)
                if own is None or not is_raised(end, own):
                    break
                characters[at] = raise_text(printed[at])
            return
        last = letter_at_end(printed)
        if last is None or (last == len(printed) - 1 and not is_raised(first, end)):
            return
        at = last
        while at > 0 and "a" <= printed[at] <= "z":
            own = self.box(start + at)
            if own is None or not is_raised(first, own):
                break
            at -= 1
        label = printed[at + 1 :].rstrip(_AFTER_LABEL)
        if is_label(label) and not printed[at].isdigit():
            characters[at + 1 : at + 1 + len(label)] = raise_text(label)


def _turn(first: Box, end: Box) -> int:
    """The quarter turns against the clock of a word of several characters, by the way from its first to its last."""
    along, up = end[0] - first[0], end[1] - first[1]
    if abs(up) > 2 * abs(along):
        return 1 if up > 0 else 3
    return 2 if along < -abs(up) else 0


def _turned(box: Box, turn: int) -> Box:
    """The box as it lies when the page is turned so that the word reads from left to right."""
    left, bottom, right, top = box
    if box is _NOWHERE or turn == 0:
        return box
    if turn == 1:
        return bottom, -right, top, -left
    return (-right, -top, -left, -bottom) if turn == 2 else (-top, left, -bottom, right)


def _separator(left: str, right: str, before: Box, after: Box, between: str) -> str | None:
    """What stands between two words: nothing, a blank, a cell's border; None where the second begins a new line."""
    height = max(before[3] - before[1], after[3] - after[1], 0.1)
    if before is _NOWHERE or after is _NOWHERE:
        return " "
    if after[3] < before[1] + 0.2 * height or after[1] > before[3] - 0.2 * height:
        return None
    gap = after[0] - before[2]
    if gap < -2 * height:
        return None
    return _gap_sign(left, right, gap / height) if between else ""


def _gap_sign(left: str, right: str, gap: float) -> str:
    """The sign for a gap of so many line heights: words may be spread wide in a narrow column, figures not."""
    digits = left.isdigit() + right.isdigit()
    limit = _WORD_GAP if not digits else _CELL_GAP if digits == 1 else _DIGIT_GAP
    return _CELL_SEPARATOR if gap > limit else " "


def _same_line(line: Segment, following: Segment) -> str | None:
    """What joins two segments that PDFium parts although they are one printed line; None where they are two."""
    height = max(line.height, following.height)
    overlap = min(line.bottom + line.height, following.bottom + following.height) - max(line.bottom, following.bottom)
    gap = (following.left - line.right) / height
    if line.broken or overlap < _OVERLAP * min(line.height, following.height) or gap < -_OVERLAP:
        return None
    text = following.text
    if gap > _CELL_GAP and not any(c.isdigit() for c in text[:12]):
        return None
    if gap <= _GLUED and is_raised(_band(line), _band(following)) and (length := _raised_label(text)):
        following.pieces = [raise_text(text[:length]) + text[length:]]
        return ""
    glued = gap <= _GLUED and not is_raised(_band(following), _band(line)) and not text[:1].isalnum()
    return "" if glued else _gap_sign(line.text[-1:], text[:1], gap)


def _raised_label(text: str) -> int:
    """The length of the label that a raised segment begins with; letters are one only where nothing follows them."""
    length = label_length(text)
    return length if text[:1].isdigit() or not text[length:].strip(_AFTER_LABEL) else 0


def _band(segment: Segment) -> Box:
    return segment.left, segment.bottom, segment.right, segment.bottom + segment.height


def _plain(text: str) -> str:
    """`text` without what PDFium puts in: U+FFFE and U+0002 stand for a hyphen at a line's end."""
    text = text.replace("\ufffe", "-").replace("\x02", "-")
    return "".join(max(c, " ") for c in text)


def links_of(raw: Any, document: Any, page: Any, text: TextPage) -> list[list[str]]:
    """The page's link annotations that hold a web address, with the text that they cover."""
    links: list[list[str]] = []
    start, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while len(links) < _MAX_LINKS and raw.FPDFLink_Enumerate(page.raw, ctypes.byref(start), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(min(length, 8192))
        raw.FPDFAction_GetURIPath(document.raw, action, buffer, len(buffer))
        url = buffer.value.decode("utf-8", "replace")
        raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect))
        covered = text.under(rect.left, rect.bottom, rect.right, rect.top)
        links.append([url, " ".join(_plain(covered).split())])
    return links


def read(data: bytes, max_characters: int | str) -> dict[str, Any]:
    """The whole answer for one file."""
    import pypdfium2  # noqa: PLC0415 - loaded after the limits are set
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError:
        locked = raw.FPDF_GetLastError() == _PASSWORD_ERROR
        return {"problem": "locked" if locked else "broken"}
    pages: list[dict[str, Any]] = []
    characters = 0
    for number in range(count):
        page = _read_page(raw, document, number)
        characters += sum(len(line[0]) for line in page["lines"])
        if characters > int(max_characters):
            return {"problem": "too_large"}
        pages.append(page)
    if not pages:
        return {"problem": "broken"}
    return {"pages": pages, "title": _title(document), "language": _language(raw, document)}


def _read_page(raw: Any, document: Any, number: int) -> dict[str, Any]:
    import pypdfium2  # noqa: PLC0415 - loaded after the limits are set

    try:
        page = document[number]
        text = TextPage(raw, page)
    except pypdfium2.PdfiumError:
        return {"label": "", "lines": [], "links": [], "broken": True}
    lines = text.lines()
    answer: dict[str, Any] = {
        "label": _label(document, number),
        "lines": lines,
        "links": links_of(raw, document, page, text),
    }
    if not lines:
        answer["pictures"] = next(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=4), None) is not None
    page.close()
    return answer


def _label(document: Any, number: int) -> str:
    label = document.get_page_label(number)
    return label if isinstance(label, str) else ""


def _title(document: Any) -> str | None:
    title = document.get_metadata_dict().get("Title", "")
    return " ".join(title.split())[:500] or None


def _language(raw: Any, document: Any) -> str | None:
    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length <= 64:
        return None
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00") or None
