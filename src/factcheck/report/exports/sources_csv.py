"""The sources as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from typing import Any

from factcheck.report.exports.source_rows import COLUMNS, source_rows


def csv_bytes(data: dict[str, Any]) -> bytes:
    """The sources of format-1 `data`: UTF-8 with a byte order mark, without which Excel takes it for Windows-1252."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    writer.writerows([["" if value is None else value for value in row] for row in source_rows(data)])
    return text.getvalue().encode("utf-8-sig")
