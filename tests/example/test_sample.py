"""The report that is kept in reports/sample/ is what the program makes of the example today."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("sample_of_example", Path(__file__).with_name("sample.py"))
MODULE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(MODULE)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return MODULE.sample(tmp_path_factory.mktemp("cache"))


def test_the_findings_are_those_of_the_sample(made):
    kept = json.loads((MODULE.SAMPLE / "report.json").read_bytes())
    assert json.loads(made["report.json"]) == kept, "if it is meant: python tests/example/sample.py"


def test_the_page_is_that_of_the_sample(made):
    kept = (MODULE.SAMPLE / "report.html").read_bytes()
    assert made["report.html"] == kept, "if it is meant: python tests/example/sample.py"


def test_the_copies_of_the_sources_are_those_of_the_sample(made):
    kept = {path.relative_to(MODULE.SAMPLE).as_posix(): path.read_bytes() for path in MODULE.SAMPLE.glob("captures/*")}
    assert {name: made[name] for name in made if name.startswith("captures/")} == kept
