"""The child process that opens a PDF: bytes on stdin, one JSON object on stdout.

It is run by its path in an isolated interpreter (``python -I pdf_child.py MEMORY_BYTES CPU_SECONDS MAX_CHARACTERS``),
never imported by the package, and imports nothing of it: what a hostile file can reach is this process, which holds no
secrets, writes no file, and is limited in memory and time.  Answers: ``{"pages": […], "title": …, "language": …}`` or
``{"problem": "locked" | "broken" | "too_large"}``.  A page is ``{"label", "lines", "links"}``, a line ``[text, left,
bottom, right, height]`` in points from the page's lower left corner, a link ``[url, printed text]``.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CELL_SEPARATOR = " | "
# Where a blank is wider than this many line heights, two cells of a table meet; digits are kept apart sooner, since
# "196 373" may be one number.
_CELL_GAP = 1.0
_DIGIT_GAP = 0.45
_RAISED_HEIGHT = 0.82
_RAISED_BY = 0.1
_MAX_LINKS = 5_000
_PASSWORD_ERROR = 4


def limit(memory_bytes: int, cpu_s: int) -> None:
    """Bind this process to its limits, where the system knows them."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - Windows; the parent's wall clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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

    def box(self, index: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right, top of the character `index` of `text`."""
        if not self._same:
            index = self._raw.FPDFText_GetCharIndexFromTextIndex(self._textpage.raw, index)
        rect = self._rect
        if index < 0 or not self._raw.FPDFText_GetLooseCharBox(self._textpage.raw, index, ctypes.byref(rect)):
            return None
        return rect.left, rect.bottom, rect.right, rect.top

    def lines(self) -> list[list[Any]]:
        """The page's lines in the order of its content stream."""
        lines: list[list[Any]] = []
        start = 0
        for piece in self.text.splitlines(keepends=True):
            stripped = piece.rstrip()
            first = start + len(piece) - len(piece.lstrip())
            last = start + len(stripped) - 1
            if stripped.strip():
                lines.append(self._line(first, last))
            start += len(piece)
        return lines

    def _line(self, first: int, last: int) -> list[Any]:
        text = self.text[first : last + 1]
        begin, end = self.box(first), self.box(last)
        if begin is None or end is None:
            return [_plain(text), 0.0, 0.0, 0.0, 0.0]
        height = max(begin[3] - begin[1], end[3] - end[1], 0.1)
        pieces = self._pieces(text, first, height)
        return [_plain("".join(pieces)), begin[0], begin[1], max(end[2], begin[2]), height]

    def _pieces(self, text: str, first: int, height: float) -> list[str]:
        pieces = list(text)
        for at, character in enumerate(text):
            if character == " " and 0 < at < len(text) - 1:
                if self._parts_cells(text, first, at, height):
                    pieces[at] = _CELL_SEPARATOR
            elif character.isdigit() and at and self._is_raised(text, pieces, first, at):
                pieces[at] = character.translate(_RAISED)
        return pieces

    def _parts_cells(self, text: str, first: int, at: int, height: float) -> bool:
        left, right = text[at - 1], text[at + 1]
        if left == " " or right == " ":
            return False
        before, after = self.box(first + at - 1), self.box(first + at + 1)
        if before is None or after is None:
            return False
        gap = after[0] - before[2]
        return gap > (_DIGIT_GAP if left.isdigit() and right.isdigit() else _CELL_GAP) * height

    def _is_raised(self, text: str, pieces: list[str], first: int, at: int) -> bool:
        """Whether a digit stands smaller and higher than the character it is glued to."""
        if text[at - 1].isspace():
            return False
        if text[at - 1].isdigit() and pieces[at - 1] != text[at - 1]:
            before = self._reference(text, pieces, first, at)
        else:
            before = self.box(first + at - 1)
        own = self.box(first + at)
        if before is None or own is None:
            return False
        height = before[3] - before[1]
        return own[3] - own[1] <= _RAISED_HEIGHT * height and own[1] >= before[1] + _RAISED_BY * height

    def _reference(self, text: str, pieces: list[str], first: int, at: int) -> tuple[float, float, float, float] | None:
        while at > 0 and (pieces[at - 1] != text[at - 1]):
            at -= 1
        return self.box(first + at - 1) if at else None


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


def read(data: bytes, max_characters: int) -> dict[str, Any]:
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
        if characters > max_characters:
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
    answer = {"label": _label(document, number), "lines": text.lines(), "links": links_of(raw, document, page, text)}
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


def main() -> None:
    """Read stdin under limits and answer on stdout."""
    memory_bytes, cpu_s, max_characters = (int(argument) for argument in sys.argv[1:4])
    limit(memory_bytes, cpu_s)
    try:
        answer = read(sys.stdin.buffer.read(), max_characters)
    except MemoryError:
        answer = {"problem": "too_large"}
    json.dump(answer, sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main()
