"""What opens a PDF in a child process (see `isolated_child`).

Answers: ``{"pages": […], "title": …, "language": …}`` or
``{"problem": "locked" | "broken" | "too_large"}``.  A page is ``{"label", "lines", "links"}`` (and ``"pictures"`` where
there is no line, ``"broken"`` where it cannot be opened), a line ``[text, left, bottom, right, height]`` in points from
the page's lower left corner, a link ``[url, printed text]``.
"""

from __future__ import annotations

import ctypes
from typing import Any

from factcheck.documents.pdf_words import TextPage, plain

_MAX_LINKS = 5_000
_PASSWORD_ERROR = 4


def links_of(raw: Any, document: Any, page: Any, text: TextPage) -> list[list[str]]:
    """The page's link annotations that hold a web address, with the text that they cover."""
    links: list[tuple[int, str, str]] = []
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
        place = text.index_at(rect.left, (rect.bottom + rect.top) / 2)
        links.append((len(text.text) if place is None else place, url, " ".join(plain(covered).split())))
    # Some programs write a page's annotations from its end; a link's rectangles are wanted in the order of its words.
    return [[url, words] for _, url, words in sorted(links, key=lambda link: link[0])]


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
