"""The import table of docs/architecture.md, held by reading every import of the package, lazy ones included."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "factcheck"

RECORDS = {"errors", "model", "patterns", "records"}
GROUND = RECORDS | {"config", "config_values", "text", "words", "quantities", "urls", "documents"}
STAGES = {"briefs", "citations", "quotations", "claims", "capture", "pages", "evidence", "verdicts", "consistency"}
ABOVE = {
    *(
        "checks",
        "findings",
        "intake",
        "comparison",
        "conclusion",
        "forwarding",
        "held",
        "probing",
        "saving",
        "pipeline",
    ),
    *("archived", "page_checks", "reading_ahead", "workers"),
}
COMMAND_LINE = {"archive_commands", "cli", "console", "exits", "explain", "progress", "starter"}

MAY_IMPORT = {
    "errors": set(),
    "records": set(),
    "patterns": set(),
    "model": {"records"},
    "config_values": {"errors"},
    "config": RECORDS | {"config_values"},
    "urls": RECORDS,
    "text": {"model", "records"},
    "words": set(),
    "quantities": {"model", "records", "text"},
    "documents": RECORDS | {"text"},
    "briefs": GROUND,
    "citations": GROUND,
    "quotations": GROUND,
    "claims": GROUND | {"quotations"},
    "capture": RECORDS | {"config", "urls"},
    "pages": RECORDS | {"documents", "text"},
    "evidence": RECORDS | {"text", "words", "quantities"},
    "verdicts": {"model", "records"},
    "consistency": GROUND,
    "checks": GROUND | STAGES,
    "findings": GROUND | STAGES,
    "intake": GROUND | STAGES | {"findings"},
    "workers": set(),
    "page_checks": GROUND | STAGES | {"checks"},
    "reading_ahead": GROUND | STAGES | {"page_checks", "workers"},
    "comparison": GROUND | STAGES | {"checks", "findings", "intake", "page_checks", "reading_ahead"},
    "conclusion": GROUND | STAGES | {"comparison", "findings", "intake"},
    "forwarding": GROUND | {"capture", "pages"},
    "probing": GROUND | {"capture", "pages"},
    "saving": GROUND | {"capture"},
    "held": GROUND | {"capture", "pages"},
    "archived": GROUND | {"capture", "pages"},
    "pipeline": GROUND | STAGES | ABOVE,
    "history": RECORDS,
    "report": RECORDS | {"config", "history"},
    "cli": GROUND | STAGES | ABOVE | COMMAND_LINE | {"history", "report"},
    "archive_commands": {"capture", "console"},
    "console": {"history", "model"},
    "exits": {"model"},
    "explain": {"errors", "history", "verdicts", "report"},
    "progress": {"console", "model"},
    "starter": {"config", "errors"},
    "__init__": GROUND | STAGES | ABOVE,
    "__main__": {"cli"},
}

HELD_TO = {
    "ada_url": {"urls"},
    "babel": {"quantities"},
    "bs4": {"documents", "pages"},
    "cchardet": {"documents"},
    "certifi": {"capture"},
    "click": {"cli"},
    "diskcache": {"capture"},
    "docx": {"report"},
    "h11": {"capture"},
    "httpx": {"capture"},
    "jinja2": {"report"},
    "lxml": {"documents", "pages"},
    "markdown_it": {"documents", "pages"},
    "markupsafe": {"report"},
    "mdit_py_plugins": {"documents", "pages"},
    "openpyxl": {"documents", "report"},
    "platformdirs": {"capture"},
    "protego": {"capture"},
    "pypdfium2": {"documents", "pages"},
    "rapidfuzz": {"evidence"},
    "rich": {"progress"},
    "tenacity": {"capture"},
    "warcio": {"capture"},
}


def unit_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> set[str]:
    """Dotted names of all imports; of ``from factcheck import x`` the name x too, since it may be a module."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names |= {f"factcheck.{a.name}" for a in node.names} if node.module == "factcheck" else {str(node.module)}
    return names


@cache
def imports() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        found.setdefault(unit_of(path), set()).update(imported(ast.parse(path.read_text(encoding="utf-8"))))
    return found


@pytest.mark.parametrize("unit", sorted(imports()))
def test_a_unit_imports_only_what_the_table_allows(unit):
    assert unit in MAY_IMPORT, f"{unit} is not in the table: add it here and to docs/architecture.md"
    own = {name.split(".")[1] for name in imports()[unit] if name.startswith("factcheck.")}
    assert own - {unit, "__version__"} <= MAY_IMPORT[unit]


@pytest.mark.parametrize("unit", sorted(imports()))
def test_a_library_is_held_to_its_units(unit):
    roots = {name.split(".")[0] for name in imports()[unit]} - set(sys.stdlib_module_names) - {"factcheck"}
    homeless = {root for root in roots if unit not in HELD_TO.get(root, set())}
    assert not homeless, f"{unit} imports {homeless}: give each library its unit here, or use it where it lives"


def test_no_stage_imports_another():
    stages = STAGES - {"quotations"}  # the half of claims that reads quotation marks
    for unit in stages:
        assert not {f"factcheck.{other}" for other in stages - {unit}} & imports().get(unit, set())


def test_nobody_imports_the_command_line():
    for unit, names in imports().items():
        if unit not in COMMAND_LINE | {"__main__"}:
            assert not {name for name in names for ours in COMMAND_LINE if name.startswith(f"factcheck.{ours}")}


def test_the_architecture_page_names_every_unit():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [unit for unit in sorted(imports()) if not unit.startswith("__") and f"`{unit}`" not in page] == []


def test_no_unit_has_a_name_that_says_nothing():
    empty = {"utils", "helpers", "manager", "core", "common", "misc"}
    assert [path for path in PACKAGE.rglob("*.py") if path.stem in empty] == []
