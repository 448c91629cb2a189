"""The sources of a report as a table: one row a citation, the same columns in CSV and XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.exports.plain_text import one_line
from factcheck.report.words import STATUS_WORDS, repair_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]

COLUMNS = (
    "brief",
    "note",
    "status",
    "reason",
    "url",
    "final_url",
    "title",
    "authors",
    "publisher",
    "published",
    "accessed",
    "captured_at",
    "capture_source",
    "http_status",
    "media_type",
    "memento_url",
    "memento_at",
    "locators",
    "printed_url",
    "repairs",
    "archive_file",
    "archive_offset",
    "sha256",
    "other_readings",
    "warnings",
    "saved_copy",
)
_LARGEST_CELL = 32_000
"""Characters; Excel refuses a file with a cell of more than 32,767."""
# OWASP, "CSV Injection": a cell that begins so is run as a formula.  The wide forms are read as the plain ones in some
# locales, and a line feed moves the formula to the beginning of a line.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def source_rows(data: Json) -> Iterator[tuple[str | int | None, ...]]:
    """A row for each citation of format-1 `data`, in the order of `COLUMNS`; every text is safe in a spreadsheet."""
    for brief in data["briefs"]:
        for citation in brief["citations"]:
            yield tuple(
                value if isinstance(value, int) else safe_cell(value) for value in _values(brief["path"], citation)
            )


def safe_cell(text: str | None) -> str | None:
    """`text` on one line and never a formula: one that would begin as such gets an apostrophe before it."""
    if text is None:
        return None
    cell = one_line(text)[:_LARGEST_CELL]
    # Judged before blanks are taken off as well: what begins with a tab was meant to be a formula.
    return f"'{cell}" if cell.startswith(_FORMULA) or text.startswith(_FORMULA) else cell


def _values(brief: str, citation: Json) -> tuple[str | int | None, ...]:
    capture, memento = citation["capture"] or {}, citation["memento"] or {}
    reference, page = citation["reference"], citation.get("page") or {}
    warc = capture.get("warc") or {}
    return (
        brief,
        citation["footnote"],
        STATUS_WORDS[citation["status"]],
        citation["reason"],
        citation["url"],
        capture.get("final_url"),
        page.get("title") or reference["title"] or (citation.get("link") or {}).get("text"),
        "; ".join(reference["authors"]) or None,
        reference.get("publisher"),
        page.get("published") or reference["published"],
        reference["accessed"],
        capture.get("captured_at"),
        capture.get("source"),
        capture.get("http_status"),
        capture.get("media_type"),
        memento.get("memento_url") or memento.get("final_url"),
        memento.get("captured_at"),
        "; ".join(locator["label"] for locator in citation["locators"]) or None,
        citation["raw_url"],
        "; ".join(repair_words(repair["kind"]) for repair in citation["repairs"]) or None,
        warc.get("file"),
        warc.get("offset"),
        capture.get("payload_sha256"),
        " ".join(citation.get("alternative_urls", ())) or None,
        " ".join(citation.get("warnings", ())) or None,
        (citation.get("saving") or {}).get("memento_url"),
    )
