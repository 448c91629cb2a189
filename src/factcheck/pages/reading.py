"""A capture's bytes → a Page, or the PageProblem that says why they are not one: judged first, then read."""

from __future__ import annotations

from dataclasses import replace

from factcheck.documents.charset import Decoded, decode_web
from factcheck.model import Capture, Page, PageProblem, UncheckedReason
from factcheck.pages.gone import judge_plain, judge_redirect
from factcheck.pages.html_page import judge_html
from factcheck.pages.media import Medium, sniff
from factcheck.pages.plain_text import json_error, read_csv, read_json, read_xml, unwrap
from factcheck.pages.status import judge_status
from factcheck.pages.suspicion import seems_gone
from factcheck.pages.walls import judge_challenge_headers

MAX_CHARACTERS = 20_000_000
_LEAST_CHARACTERS = 12
_OK = 200


def read_page(capture: Capture, payload: bytes, *, wherever: bool = False) -> Page | PageProblem:
    """The page that `capture` holds (`payload` is its decoded body), or what stands in its place.

    `wherever` reads a page although many addresses lead to it, unless it speaks of something not found.
    """
    medium = sniff(payload, capture.media_type, capture.charset)
    problem = _with_status(judge_challenge_headers(capture), capture) or _judge_refusal(capture, payload, medium)
    if problem is None:
        problem = judge_redirect(capture)
    if problem is not None:
        return problem
    if not payload.strip():
        return _no_text("empty", "The server sent an empty page.")
    page = _READERS[medium](capture, payload)
    if isinstance(page, Page) and capture.stand_in is not None and not (wherever and not seems_gone(payload)):
        return PageProblem(dead=True, reason=None, signal="soft_404", detail=capture.stand_in)
    return page


def page_from_text(text: str, language: str | None = None) -> Page:
    """A page of which only the text is known."""
    return Page(text.replace("\r\n", "\n").replace("\r", "\n")[:MAX_CHARACTERS], "text/plain", language=language)


def _judge_refusal(capture: Capture, payload: bytes, medium: Medium) -> PageProblem | None:
    """What the status proves; the body of a refusal may show that a bot wall stands behind it."""
    problem = judge_status(capture)
    if problem is None or medium is not Medium.HTML or not payload:
        return problem
    judged = judge_html(capture, decode_web(payload, capture.charset))
    if not isinstance(judged, PageProblem) or judged.reason is not UncheckedReason.BLOCKED:
        return problem
    # A page that is said to be gone is believed to be, unless it is plainly a wall that hides all pages alike.
    if problem.dead and judged.signal != "bot_wall":
        return problem
    return _with_status(judged, capture)


def _with_status(problem: PageProblem | None, capture: Capture) -> PageProblem | None:
    """What a page or its headers say, and the status that they came with."""
    if problem is None or capture.http_status == _OK:
        return problem
    return replace(problem, detail=f"{problem.detail.rstrip('.')} (HTTP {capture.http_status}).")


def _read_html(capture: Capture, payload: bytes) -> Page | PageProblem:
    return _enough(judge_html(capture, decode_web(payload, capture.charset)))


def _read_pdf(_capture: Capture, payload: bytes) -> Page | PageProblem:
    from factcheck.documents.pdf import PdfError, extract_pdf  # noqa: PLC0415 - only PDFs need it
    from factcheck.pages.pdf_text import join_pages  # noqa: PLC0415 - only PDFs need it

    try:
        content = extract_pdf(payload)
    except PdfError as error:
        return PageProblem(dead=False, reason=_PDF_REASONS[error.signal], signal=error.signal, detail=str(error))
    text, positions = join_pages(content)
    return Page(text, "application/pdf", title=content.title, language=content.language, positions=positions)


def _read_text(capture: Capture, payload: bytes) -> Page | PageProblem:
    decoded = decode_web(payload, capture.charset)
    declared = (capture.media_type or "").lower()
    if (problem := judge_plain(decoded.text)) is not None:
        return problem
    text = read_csv(decoded.text) if "csv" in declared or "tab-separated" in declared else unwrap(decoded.text)
    return _plain_page(capture, text, decoded, "text/plain")


def _read_json(capture: Capture, payload: bytes) -> Page | PageProblem:
    decoded = decode_web(payload, capture.charset)
    if (message := json_error(decoded.text)) is not None:
        detail = f"The address answers with an error in place of data (“{message}”)."
        return PageProblem(dead=False, reason=UncheckedReason.SERVER_ERROR, signal="api_error", detail=detail)
    return _plain_page(capture, read_json(decoded.text) or unwrap(decoded.text), decoded, "application/json")


def _read_xml(capture: Capture, payload: bytes) -> Page | PageProblem:
    decoded = decode_web(payload, capture.charset)
    return _plain_page(capture, read_xml(decoded.text), decoded, "application/xml")


def _plain_page(capture: Capture, text: str, decoded: Decoded, medium: str) -> Page | PageProblem:
    return _enough(
        Page(text[:MAX_CHARACTERS], capture.media_type or medium, decoding=f"{decoded.encoding} ({decoded.rule})")
    )


def _enough(page: Page | PageProblem) -> Page | PageProblem:
    if isinstance(page, PageProblem):
        return page
    if len(page.text) > MAX_CHARACTERS:
        return PageProblem(
            dead=False,
            reason=UncheckedReason.TOO_LARGE,
            signal="text_too_long",
            detail="The page's text is too long to be read.",
        )
    letters = sum(c.isalnum() for c in page.text[:2000])
    if letters < _LEAST_CHARACTERS:
        return _no_text("no_text", "The page holds no text: it may be drawn by a script.")
    if page.text.count("\ufffd") * 20 > len(page.text):
        return _no_text("undecodable", "The page's bytes are not text in the character set that it names.")
    return page


def _refuse_media(capture: Capture, _payload: bytes) -> PageProblem:
    return _unsupported(
        "media", f"The link leads to a picture, sound or film ({capture.media_type or 'no type given'})."
    )


def _read_office(capture: Capture, payload: bytes) -> Page | PageProblem:
    from factcheck.documents import sniffing  # noqa: PLC0415 - only office files need it
    from factcheck.pages.office import read_document_page, read_workbook_page  # noqa: PLC0415 - the same

    kind = sniffing.sniff(payload)
    if kind in (sniffing.DOCX, sniffing.ODT, sniffing.EPUB):
        return read_document_page(payload, kind)
    return read_workbook_page(payload) if kind == sniffing.XLSX else _refuse_office(capture, payload)


def _refuse_office(capture: Capture, _payload: bytes) -> PageProblem:
    return _unsupported(
        "office_file", f"The link leads to an office file or archive ({capture.media_type or 'no type given'})."
    )


def _refuse_binary(capture: Capture, _payload: bytes) -> PageProblem:
    return _unsupported(
        "binary", f"The link leads to bytes that are no text ({capture.media_type or 'no type given'})."
    )


def _unsupported(signal: str, detail: str) -> PageProblem:
    return PageProblem(dead=False, reason=UncheckedReason.UNSUPPORTED_MEDIA, signal=signal, detail=detail)


def _no_text(signal: str, detail: str) -> PageProblem:
    return PageProblem(dead=False, reason=UncheckedReason.NO_TEXT, signal=signal, detail=detail)


_PDF_REASONS = {
    "pdf_locked": UncheckedReason.UNSUPPORTED_MEDIA,
    "pdf_broken": UncheckedReason.UNSUPPORTED_MEDIA,
    "pdf_empty": UncheckedReason.NO_TEXT,
    "pdf_scanned": UncheckedReason.NO_TEXT,
    "pdf_too_costly": UncheckedReason.TOO_LARGE,
}
_READERS = {
    Medium.HTML: _read_html,
    Medium.PDF: _read_pdf,
    Medium.TEXT: _read_text,
    Medium.XML: _read_xml,
    Medium.JSON: _read_json,
    Medium.OFFICE: _read_office,
    Medium.MEDIA: _refuse_media,
    Medium.BINARY: _refuse_binary,
}
