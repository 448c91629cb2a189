"""Workbooks (XLSX) → the rows of their sheets, read with openpyxl in a child process under limits."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.documents.isolation import ChildError, Limits, read_isolated
from factcheck.errors import PageError

MAX_CHARACTERS = 5_000_000
_CHILD = "factcheck.documents.xlsx_child"
_MESSAGES = {
    "locked": "The workbook is locked with a password.",
    "broken": "The workbook is broken and cannot be opened.",
    "too_large": "The workbook takes more memory or time to read than is allowed.",
    "empty": "The workbook holds no text.",
}


class XlsxError(PageError):
    """A workbook that cannot be read; `signal` is ``xlsx_locked``, ``xlsx_broken`` …."""

    def __init__(self, name: str) -> None:
        """The refusal that `name` stands for."""
        super().__init__(_MESSAGES[name])
        self.signal = f"xlsx_{name}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows that are not empty, cells set apart by " | "."""

    name: str
    rows: tuple[str, ...]


def extract_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook in its own order; raises `XlsxError` with one line that says why not."""
    try:
        answer = read_isolated(_CHILD, data, Limits(), str(MAX_CHARACTERS))
    except ChildError as error:
        raise XlsxError("broken" if error.crashed else "too_large") from error
    if "problem" in answer:
        raise XlsxError(str(answer["problem"]))
    sheets = tuple(Sheet(name, tuple(rows)) for name, rows in answer["sheets"])
    if not any(sheet.rows for sheet in sheets):
        raise XlsxError("empty")
    return sheets
