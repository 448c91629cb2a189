"""A stored report in other forms, made again from format-1 data alone, without network."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError
from factcheck.history import replace_file
from factcheck.report.copies import lying_in, with_copies

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the file name it gets beside the report, and the module and function that make its bytes."""

    file_name: str
    module: str
    function: str


_HERE = __name__
FORMS = {
    "html": Form("report.html", "factcheck.report", "html_bytes"),
    "md": Form("report.md", f"{_HERE}.markdown", "markdown_bytes"),
    "docx": Form("report.docx", f"{_HERE}.docx_comments", "docx_bytes"),
    "pdf": Form("report.pdf", f"{_HERE}.pdf", "pdf_bytes"),
    "csv": Form("sources.csv", f"{_HERE}.sources_csv", "csv_bytes"),
    "xlsx": Form("sources.xlsx", f"{_HERE}.sources_xlsx", "xlsx_bytes"),
    "csl-json": Form("sources.csl.json", f"{_HERE}.csl_json", "csl_json_bytes"),
    "biblatex": Form("sources.bib", f"{_HERE}.biblatex", "biblatex_bytes"),
}


def export(data: dict[str, Any], form: str, stored: Path | None = None, beside: Path | None = None) -> bytes:
    """Format-1 `data` in one of `FORMS`, whose libraries are loaded only now.

    A page links to the copies of texts that lie in `beside`, the folder that it is made for; without one to none.
    Raises `ReportError`, naming `stored`, the file that `data` is from, where `data` lacks what format 1 has, or a
    program that is needed is not there.
    """
    wanted = FORMS[form]
    make = getattr(import_module(wanted.module), wanted.function)
    try:
        made: bytes = make({**data, "briefs": list(with_copies(data["briefs"], lying_in(beside)))})
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise lacking(error, stored) from error
    return made


def lacking(error: Exception, stored: Path | None = None) -> ReportError:
    """What is said of a stored report that has not what it should: anybody may have written it."""
    what = f"{type(error).__name__}: {error}"
    return ReportError(
        f"{stored or 'the report'}: has not what format 1 asks for ({what}); make it again with factcheck run"
    )


def write_export(content: bytes, path: Path) -> None:
    """Put `content` at `path` in one step, over what was there.  Raises `ReportError` where it cannot be written."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise ReportError(
            f"{path}: cannot be written ({error.strerror or error}); choose another file with -o"
        ) from error
