"""The sources as an Excel workbook of one sheet."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from factcheck.report.exports.source_rows import COLUMNS, source_rows

_WIDTHS = {"brief": 28, "reason": 40, "url": 48, "final_url": 48, "title": 48, "memento_url": 48, "printed_url": 48}
_WIDTH = 16


def xlsx_bytes(data: dict[str, Any]) -> bytes:
    """The sources of format-1 `data`, head row in bold and kept in sight; texts are texts, never formulas or links."""
    book = Workbook(write_only=True)
    # The library's types know half of what such a sheet can.
    sheet: Any = book.create_sheet("Sources")
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
    sheet.freeze_panes = "A2"
    rows = list(source_rows(data))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"
    sheet.append([_cell(sheet, name, bold=True) for name in COLUMNS])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: str | int | None, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl would take a text that begins with "=" for a formula
    if bold:
        cell.font = Font(bold=True)
    return cell
