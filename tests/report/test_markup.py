"""The page is good HTML, by two judges: html-validate's recommended rules, and the Nu checker that the W3C runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.history import mark_findings
from factcheck.report import full_data, report_data

SAMPLE = Path(__file__).parents[2] / "reports/sample/report.html"


@pytest.fixture
def pages(audit, empty_audit, long_audit, put, tmp_path):
    """The page with everything on it, of two briefs, of none, of a long one, and the sample that is handed out."""
    data = report_data(audit, "0.1.0")
    mark_findings(data)
    second = {**data["briefs"][0], "path": "second.md"}
    return [
        put("one", full_data(audit, tmp_path / "none")),
        put("two", {**data, "briefs": [*data["briefs"], second]}),
        put("empty", report_data(empty_audit, "0.1.0")),
        put("long", report_data(long_audit, "0.1.0")),
        SAMPLE,
    ]


def test_pages_have_nothing_that_html_validate_holds_against_them(pages, in_browser):
    assert in_browser("validate.mjs", *pages) == []


def test_pages_have_no_error_by_the_nu_checker(pages, browser_modules):
    checker = browser_modules / "node_modules/vnu-jar/build/dist/vnu.jar"
    if shutil.which("java") is None or not checker.exists():
        pytest.skip("needs java and the packages of tests/report/browser/package.json")
    command = ["java", "-jar", checker, "--errors-only", "--stdout", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["messages"]
    assert [(one["url"], one.get("lastLine"), one["message"]) for one in found] == []
