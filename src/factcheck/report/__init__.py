"""Findings for people and programs: format 1 as JSON, and one self-contained HTML page made from it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.errors import ReportError
from factcheck.report.data import Json, report_data
from factcheck.report.parsed import parse_data, unchecked_finding
from factcheck.report.write import json_bytes, json_chunks, write_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from factcheck.model import Audit
    from factcheck.report.copies import TextCopies

__all__ = [
    "full_data",
    "html_bytes",
    "json_bytes",
    "parse_data",
    "render_html",
    "report_data",
    "unchecked_finding",
    "write_data",
    "write_pages",
    "write_report",
]


def write_report(
    audit: Audit,
    reports_dir: Path,
    tool_version: str | None = None,
    reviews_dir: Path | None = None,
    copies: TextCopies | None = None,
) -> Path:
    """Write ``report.json`` and ``report.html`` into a new folder of `reports_dir`, named by the run's UTC time.

    ``latest`` then points to it; with `copies` the texts of the cited pages lie in its ``captures``.  Returns the
    folder.  Raises ReportError with one line where it cannot be written; then nothing half-written is left.
    """
    data = full_data(audit, reports_dir, tool_version, reviews_dir, copies)
    return write_data(data, reports_dir, audit.generated_at, copies)


def full_data(
    audit: Audit,
    reports_dir: Path,
    tool_version: str | None = None,
    reviews_dir: Path | None = None,
    copies: TextCopies | None = None,
) -> Json:
    """The whole report of `audit`: its findings, what changed since the last one stored, and people's reviews."""
    from factcheck.history import remember  # noqa: PLC0415 - so that `parse` loads nothing of the history

    data = report_data(audit, tool_version or __version__, copies)
    remember(data, reports_dir, reviews_dir)
    return data


def write_data(data: Json, reports_dir: Path, generated_at: datetime, copies: TextCopies | None = None) -> Path:
    """Write a report that is complete already; as `write_report`."""
    return write_files(_files(data, copies), reports_dir, generated_at)


def _files(data: Json, copies: TextCopies | None) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of a run's folder, each made when it is written."""
    from factcheck.report.site import pages  # noqa: PLC0415 - jinja2 is loaded only where a page is made

    yield "report.json", json_chunks(data)
    if copies is not None:
        yield from copies.files()
    head = {key: value for key, value in data.items() if key != "briefs"}
    yield from ((name, [content]) for name, content in pages(head, data["briefs"]))


def write_pages(stored: Path, reviews_dir: Path | None, today: date) -> Path:
    """Make the pages of a stored report again beside it, with the reviews that are kept now; returns the first page.

    The report is read brief by brief.  Raises ReportError where it cannot be read, or a page cannot be written.
    """
    from factcheck.history import streamed_report, with_reviews  # noqa: PLC0415 - only here
    from factcheck.report.copies import lying_in, with_copies  # noqa: PLC0415 - as above
    from factcheck.report.exports import lacking, write_export  # noqa: PLC0415 - only here
    from factcheck.report.site import pages  # noqa: PLC0415 - as above

    head, briefs = streamed_report(stored)
    target = stored
    try:
        found = with_copies(with_reviews(head, briefs, reviews_dir, today), lying_in(stored.parent))
        for name, content in pages(head, found):
            target = stored.parent / name
            target.parent.mkdir(exist_ok=True)
            write_export(content, target)
    except OSError as error:
        raise ReportError(f"{target}: cannot be written ({error.strerror or error}); choose a file with -o") from error
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise lacking(error, stored) from error
    return target


def render_html(data: Json) -> str:
    """The report page of format-1 `data`: no network, no other file is needed, now or when it is opened."""
    from factcheck.report.html import page  # noqa: PLC0415 - jinja2 is loaded only where a page is made

    return page(data)


def html_bytes(data: Json) -> bytes:
    """The report page of format-1 `data` as it is stored."""
    return render_html(data).encode("utf-8", "replace")
