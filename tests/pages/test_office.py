"""Office files as cited pages: workbooks row by row with their sheets as positions, Word files with their notes."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from factcheck.documents import xlsx_child
from factcheck.model import Page, PageProblem, UncheckedReason
from factcheck.pages import read_page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def packages():
    place = Path(__file__).parents[1] / "documents" / "package_maker.py"
    spec = importlib.util.spec_from_file_location("package_maker_for_pages", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def workbook():
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Gas"
    first.append(["Year", "Imports,\nbcm", "Share", None, "As of", "Final"])
    first.append([2024, 4.2, 0.184, None, datetime(2025, 3, 1), True])  # noqa: DTZ001 - a cell has no zone
    first["C2"].number_format = "0.0%"
    first.append([None, 1234567.25, "n/a", None, datetime(2025, 3, 1, 9, 30), False])  # noqa: DTZ001 - the same
    book.create_sheet("Empty")
    book.create_sheet("Heat")["B3"] = "420 000 homes"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_workbook_is_a_page_of_rows_with_its_sheets_as_positions(captured):
    page = read_page(captured(media_type="application/octet-stream"), workbook())
    assert isinstance(page, Page)
    assert page.text.splitlines() == [
        "Gas",
        "Year | Imports, bcm | Share | As of | Final",
        "2024 | 4.2 | 18.4% | 2025-03-01 | TRUE",
        "1234567.25 | n/a | 2025-03-01 09:30 | FALSE",
        "Empty",
        "Heat",
        "420 000 homes",
    ]
    assert [(p.label, page.text[p.start :].splitlines()[0]) for p in page.positions] == [
        ("Gas", "Gas"),
        ("Empty", "Empty"),
        ("Heat", "Heat"),
    ]


def test_a_word_file_is_a_page_with_its_notes(captured, packages):
    data = packages.docx(
        packages.paragraph("Imports fell", packages.footnote(1), " by 4.2%."),
        notes={1: packages.paragraph("Provisional.")},
    )
    page = read_page(captured(media_type=DOCX), data)
    assert isinstance(page, Page)
    assert page.text.splitlines() == ["Imports fell¹ by 4.2%.", "Provisional."]
    assert page.media_type == DOCX


def torn(data):
    return data[: len(data) // 2]


def bomb(_):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("xl/sharedStrings.xml", bytes(300_000_000))
    return target.getvalue()


@pytest.mark.parametrize(
    ("change", "signal", "reason"),
    [
        (torn, "xlsx_broken", UncheckedReason.UNSUPPORTED_MEDIA),
        (bomb, "xlsx_too_large", UncheckedReason.TOO_LARGE),
        (lambda _: b"PK\x03\x04 ppt/ " + bytes(50), "office_file", UncheckedReason.UNSUPPORTED_MEDIA),
        (lambda _: b"PK\x03\x04 word/ " + bytes(50), "docx_broken", UncheckedReason.UNSUPPORTED_MEDIA),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_name(captured, change, signal, reason):
    problem = read_page(captured(media_type="application/zip"), change(workbook()))
    assert isinstance(problem, PageProblem)
    assert (problem.signal, problem.reason, problem.dead) == (signal, reason, False)


def test_the_child_answers_in_this_process_too():
    assert [name for name, _ in xlsx_child.read(workbook(), "10000")["sheets"]] == ["Gas", "Empty", "Heat"]
    assert xlsx_child.read(workbook(), "3") == {"problem": "too_large"}
    assert xlsx_child.read(b"", "3") == {"problem": "broken"}
