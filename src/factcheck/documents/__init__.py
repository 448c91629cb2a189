"""Bytes of a document → Document, by what the bytes are.

The seam where formats plug in: a dict from media type to reader.  Readers are imported when they are needed, so that
reading a Markdown brief loads no PDF library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.documents import sniffing
from factcheck.documents.decoding import decode_brief
from factcheck.errors import BriefError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from factcheck.model import Document

__all__ = ["READERS", "read_document"]


def _markdown(data: bytes, charset: str | None) -> Document:
    from factcheck.documents.markdown import read_markdown  # noqa: PLC0415 - loads markdown-it

    decoded = decode_brief(data, charset)
    return read_markdown(decoded.text, decoded.encoding)


def _plain(data: bytes, charset: str | None) -> Document:
    from factcheck.documents.plain import read_plain  # noqa: PLC0415 - as the other readers

    decoded = decode_brief(data, charset)
    return read_plain(decoded.text, decoded.encoding)


def _html(data: bytes, charset: str | None) -> Document:
    from factcheck.documents.html import read_html  # noqa: PLC0415 - loads lxml

    return read_html(data, charset)


def _pdf(data: bytes, _charset: str | None) -> Document:
    from factcheck.documents.pdf import read_pdf  # noqa: PLC0415 - loads json and subprocess

    return read_pdf(data)


def _docx(data: bytes, _charset: str | None) -> Document:
    from factcheck.documents.docx import read_docx  # noqa: PLC0415 - loads lxml

    return read_docx(data)


def _ole(data: bytes, _charset: str | None) -> Document:
    from factcheck.documents.docx import refuse_ole  # noqa: PLC0415 - as the other readers

    return refuse_ole(data)


def _epub(data: bytes, _charset: str | None) -> Document:
    from factcheck.documents.epub import read_epub  # noqa: PLC0415 - loads lxml

    return read_epub(data)


def _odt(data: bytes, _charset: str | None) -> Document:
    from factcheck.documents.odt import read_odt  # noqa: PLC0415 - loads lxml

    return read_odt(data)


def _by_pandoc(media_type: str) -> Callable[[bytes, str | None], Document]:
    def read(data: bytes, charset: str | None) -> Document:
        from factcheck.documents.pandoc import read_by_pandoc  # noqa: PLC0415 - loads lxml

        return read_by_pandoc(data, media_type, charset)

    return read


READERS: Mapping[str, Callable[[bytes, str | None], Document]] = {
    sniffing.MARKDOWN: _markdown,
    sniffing.PLAIN: _plain,
    sniffing.HTML: _html,
    sniffing.PDF: _pdf,
    sniffing.DOCX: _docx,
    sniffing.OLE: _ole,
    sniffing.EPUB: _epub,
    sniffing.ODT: _odt,
    **{media_type: _by_pandoc(media_type) for media_type in (sniffing.LATEX, sniffing.RST)},
}


def read_document(
    data: bytes, media_type: str | None = None, name: str | None = None, folder: Path | None = None
) -> Document:
    """Read `data` as what its content shows it to be; `media_type` and `name` settle what the content leaves open.

    `folder` is where the file lies: a Markdown brief may name bibliographies there.

    Raises `BriefError` for what is empty, binary or in no readable encoding, `PageError` for a broken or locked PDF or
    office file, and where pandoc is needed and is not installed.
    """
    declared, charset = _declaration(media_type)
    found = sniffing.sniff(data, declared, name)
    if found not in READERS:
        raise BriefError(f"this is {found}, which is not read; export it as DOCX, HTML, Markdown, PDF or plain text")
    document = READERS[found](data, charset)
    if found == sniffing.MARKDOWN:
        from factcheck.documents.markdown_cites import with_cited_works  # noqa: PLC0415 - as the readers

        return with_cited_works(document, folder)
    return document


def _declaration(media_type: str | None) -> tuple[str | None, str | None]:
    """The type and the charset parameter of a Content-Type."""
    kind, *parameters = (media_type or "").split(";")
    charset = None
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            charset = value.strip().strip("\"'") or None
    return kind.strip().lower() or None, charset
