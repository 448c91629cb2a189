"""`factcheck report`: a stored run in another form, without network."""

from __future__ import annotations

import json

import pytest

from factcheck.cli import REPORT_FORMS
from factcheck.model import CitationStatus
from factcheck.report import write_report
from factcheck.report.exports import FORMS

V, M, *_ = CitationStatus


@pytest.fixture
def stored(made, folder):
    return write_report(made([V, M]), folder / "reports", "0.1.0")


def test_the_command_knows_every_form():
    assert set(REPORT_FORMS) == set(FORMS)


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"pdf"}))
def test_the_form_stands_beside_the_report(form, stored, factcheck):
    ended = factcheck("report", "latest", "--to", form)
    assert (ended.code, ended.err) == (0, "")
    assert (stored / FORMS[form].file_name).stat().st_size > 0
    assert ended.out == f"reports/latest/{FORMS[form].file_name}\n"


def test_the_run_may_be_a_folder_a_name_or_a_file(stored, factcheck):
    for run in (stored, stored.name, stored / "report.json"):
        assert factcheck("report", run, "--to", "csv", "-o", "out.csv").out == "out.csv\n"


def test_a_dash_is_standard_output(stored, program):
    ended = program("report", "latest", "--to", "md", "-o", "-")
    assert (ended.code, ended.err) == (0, "")
    assert "# Ice on the lake" in ended.out
    assert not (stored / "report.md").exists()


def test_the_page_rendered_again_is_the_page(stored, factcheck):
    before = (stored / "report.html").read_bytes()
    factcheck("report", "latest", "--to", "html", "-o", "again.html")
    assert (stored.parents[1] / "again.html").read_bytes() == before


WRONG = [
    (("report", "latest", "--to", "md"), 3, "there is no report yet"),
    (("report", "no-such-run", "--to", "md"), 3, "no-such-run: there is no report yet"),
    (("report", "latest"), 2, "Missing option '--to'"),
    (("report", "latest", "--to", "rtf"), 2, "'rtf' is not one of"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), WRONG)
def test_what_cannot_be_done_is_one_line(arguments, code, message, factcheck):
    ended = factcheck(*arguments)
    assert (ended.code, ended.out) == (code, "")
    assert message in ended.err


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 2, "briefs": []}', '{"format": 1}', "[" * 100_000])
def test_what_is_no_report_is_one_line(content, factcheck, folder):
    (folder / "report.json").write_text(content, "utf-8")
    ended = factcheck("report", folder, "--to", "csv")
    assert ended.code == 3
    assert "is no report of format 1" in ended.err


def test_a_brief_that_lacks_everything_is_one_line(factcheck, folder):
    (folder / "report.json").write_text(json.dumps({"format": 1, "briefs": [{}]}), "utf-8")
    ended = factcheck("report", folder, "--to", "csv")
    assert ended.code == 3
    assert ended.err.count("\n") == 1
