"""A brief is called the same wherever in its project the audit is started."""

from __future__ import annotations

import pytest

from factcheck.history import brief_name, mark_findings


def brief(path):
    figure = {"text": "4", "start": 0, "end": 1, "footnotes": [], "verdict": "unchecked", "evidence": None}
    claim = {"id": "k1", "text": "4 it is.", "links": [], "figures": [figure], "quotations": []}
    return {"path": path, "claims": [claim], "citations": []}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project/below/drafts").mkdir(parents=True)
    return tmp_path / "project"


@pytest.mark.parametrize(
    ("marker", "content"), [("factcheck.toml", ""), ("pyproject.toml", "[tool.factcheck]\n"), (".git", "")]
)
def test_names_and_keys_do_not_depend_on_where_the_audit_is_started(project, monkeypatch, marker, content):
    (project / marker).write_text(content, "utf-8")
    keys = set()
    starts = {".": "below/drafts/a.md", "below": "../below/drafts/a.md", "below/drafts": "a.md"}
    for folder, path in starts.items():
        monkeypatch.chdir(project / folder)
        assert brief_name(path) == "below/drafts/a.md"
        assert brief_name(str(project / "below/drafts/a.md")) == "below/drafts/a.md"
        data = {"briefs": [brief(path)]}
        mark_findings(data)
        keys.add(data["briefs"][0]["claims"][0]["figures"][0]["key"])
    assert len(keys) == 1


def test_a_foreign_pyproject_is_no_project_of_ours(project, monkeypatch):
    (project / "factcheck.toml").write_text("", "utf-8")
    (project / "below/pyproject.toml").write_text("[project]\n", "utf-8")
    monkeypatch.chdir(project / "below")
    assert brief_name("drafts/a.md") == "below/drafts/a.md"


def test_outside_any_project_the_working_directory_counts(project, monkeypatch):
    monkeypatch.chdir(project)
    assert brief_name("below/a.md") == "below/a.md"
    assert brief_name("../a.md") == "../a.md"
    assert brief_name("/nowhere/a.md") == "/nowhere/a.md"


def test_what_a_stored_report_calls_a_brief_it_is_called_for_good(project, monkeypatch):
    monkeypatch.chdir(project)
    data = {"briefs": [brief("a.md")]}
    mark_findings(data)
    key = data["briefs"][0]["claims"][0]["figures"][0]["key"]
    monkeypatch.chdir(project / "below")
    mark_findings(data)
    assert (data["briefs"][0]["name"], data["briefs"][0]["claims"][0]["figures"][0]["key"]) == ("a.md", key)
