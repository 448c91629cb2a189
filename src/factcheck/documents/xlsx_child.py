"""What opens a workbook in a child process (see `isolated_child`).

Answers ``{"sheets": [[name, [row, …]], …]}``, a row being its cells set apart by " | ", or ``{"problem": …}``:
``broken``, ``locked`` or ``too_large``.  A cell says what its reader sees: 0.184 in a percent format
is "18.4%", a day is in ISO 8601, a number is whole, without grouping.
"""

from __future__ import annotations

import io
import warnings
from datetime import datetime, time
from typing import Any

from factcheck.documents.zipped_parts import TooLargeError, ZippedParts

_SEPARATOR = " | "
_MIDNIGHT = time(0)
_DIGITS = 15  # what a spreadsheet keeps of a number


def read(data: bytes, most_characters: str) -> dict[str, Any]:
    """The whole answer for one file."""
    try:
        _measure(ZippedParts(data))
        return {"sheets": _sheets(data, int(most_characters))}
    except TooLargeError:
        return {"problem": "too_large"}
    except MemoryError:
        raise
    except RuntimeError as error:
        return {"problem": "locked" if "encrypted" in str(error) else "broken"}
    except Exception:  # noqa: BLE001 - openpyxl answers made-up files with errors of every kind
        return {"problem": "broken"}


def _measure(parts: ZippedParts) -> None:
    """Unpack all markup once to see that it stays within bounds: openpyxl reads whole parts into memory."""
    for name in parts.names:
        if name.endswith((".xml", ".rels")) and "/worksheets/" not in name:
            for _ in parts.pieces(name):
                pass


def _sheets(data: bytes, most_characters: int) -> list[list[Any]]:
    import openpyxl  # noqa: PLC0415 - loaded under the child's limits

    warnings.simplefilter("ignore")
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets: list[list[Any]] = []
    left = most_characters
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # the size that a sheet declares may lie
        rows: list[str] = []
        for cells in sheet.iter_rows():
            row = _SEPARATOR.join(filter(None, map(_shown, cells)))
            left -= len(row) + 1
            if left < 0:
                raise TooLargeError
            if row:
                rows.append(row)
        sheets.append([sheet.title, rows])
    return sheets


def _shown(cell: Any) -> str:
    """A cell's value as its format shows it."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(" ", "minutes")
    if isinstance(value, int | float):
        if "%" in str(cell.number_format or ""):
            return f"{value * 100:.{_DIGITS - 3}g}%"
        return str(value) if isinstance(value, int) else f"{value:.{_DIGITS}g}"
    return " ".join(str(value).split())
