"""The public face: what `factcheck.__all__` promises can be imported, is typed, and costs nothing until it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

import factcheck

PROMISED = ["FactcheckError", "Settings", "audit", "check_claim", "find_quantities", "read_brief"]


def test_the_promised_names_are_all_there_is():
    assert sorted(factcheck.__all__) == PROMISED


@pytest.mark.parametrize("name", PROMISED)
def test_a_promised_name_can_be_imported_and_is_documented(name):
    assert getattr(factcheck, name).__doc__


def test_type_checkers_see_the_same_names():
    tree = ast.parse(Path(factcheck.__file__).read_text(encoding="utf-8"))
    seen = {alias.asname for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen - {None} == set(PROMISED)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = factcheck.nonsense


def test_the_package_is_marked_as_typed_and_ships_its_data():
    for name in ("py.typed", "starter.toml"):
        assert files("factcheck").joinpath(name).is_file()


def test_the_version_is_the_installed_one():
    assert version("factcheck") == factcheck.__version__


def loaded_after(code: str) -> set[str]:
    command = f"{code}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_audit_is_a_function_whatever_was_imported_before():
    code = "import factcheck; from factcheck.cli import main; factcheck.read_brief; assert callable(factcheck.audit)"
    assert "factcheck" in loaded_after(code)


HEAVY = {"babel", "bs4", "diskcache", "httpx", "jinja2", "lxml", "markdown_it", "pypdfium2", "rich", "warcio"}


@pytest.mark.parametrize("code", ["import factcheck", "import factcheck.cli"])
def test_importing_loads_no_stage_and_no_heavy_library(code):
    loaded = loaded_after(code)
    stages = {"pipeline", "briefs", "capture", "checks", "documents", "evidence", "pages", "quantities", "report"}
    assert not {f"factcheck.{stage}" for stage in stages} & loaded
    assert not HEAVY & loaded


def test_parsing_loads_neither_the_network_nor_the_report_page():
    assert not {"httpx", "diskcache", "warcio", "jinja2", "rich"} & loaded_after("from factcheck.pipeline import parse")
