"""Office files as cited pages: Word files, ODT and EPUB in reading order with their notes, workbooks row by row."""

from __future__ import annotations

from factcheck.documents import READERS
from factcheck.documents.packaged import PackageError
from factcheck.documents.sniffing import XLSX
from factcheck.documents.xlsx import XlsxError, extract_xlsx
from factcheck.model import Page, PageProblem, Position, UncheckedReason

_REASONS = {"empty": UncheckedReason.NO_TEXT, "too_large": UncheckedReason.TOO_LARGE}


def read_document_page(payload: bytes, media_type: str) -> Page | PageProblem:
    """The page that a Word file, ODT or EPUB is: a block to a line, the notes after the body."""
    try:
        document = READERS[media_type](payload, None)
    except PackageError as error:
        return _problem(error.signal, str(error))
    lines = [*(block.text.text for block in document.blocks), *(note.text.text for note in document.notes)]
    return Page("\n".join(lines), media_type, title=document.title, language=document.language)


def read_workbook_page(payload: bytes) -> Page | PageProblem:
    """The page that a workbook is: a row to a line, each sheet's name as the position where it begins."""
    try:
        sheets = extract_xlsx(payload)
    except XlsxError as error:
        return _problem(error.signal, str(error))
    lines: list[str] = []
    positions: list[Position] = []
    length = 0
    for sheet in sheets:
        positions.append(Position(length, sheet.name))
        lines.extend((sheet.name, *sheet.rows))
        length += len(sheet.name) + 1 + sum(len(row) + 1 for row in sheet.rows)
    return Page("\n".join(lines), XLSX, positions=tuple(positions))


def _problem(signal: str, detail: str) -> PageProblem:
    reason = _REASONS.get(signal.partition("_")[2], UncheckedReason.UNSUPPORTED_MEDIA)
    return PageProblem(dead=False, reason=reason, signal=signal, detail=detail)
