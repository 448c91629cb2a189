"""`factcheck parse`: what briefs cite and claim, on standard output and nowhere else."""

from __future__ import annotations

import json

import pytest

BRIEF = """# Ice on the lake

The lake froze in 4 of 10 winters.[^1]

[^1]: The lake office, https://lake.example/ice
"""


@pytest.fixture
def briefs(folder):
    for name in ("a.md", "b.md"):
        (folder / name).write_text(BRIEF, encoding="utf-8")
    (folder / "torn.md").write_bytes(b"")


def test_a_table_shows_every_brief(briefs, factcheck):
    ended = factcheck("parse", "a.md", "b.md")
    assert (ended.code, ended.err) == (0, "")
    assert [line for line in ended.out.splitlines() if ".md: " in line] == [
        "a.md: Ice on the lake",
        "b.md: Ice on the lake",
    ]
    assert "https://lake.example/ice" in ended.out


def test_json_is_format_1_with_everything_unchecked(briefs, factcheck):
    ended = factcheck("parse", "a.md", "--format", "json")
    data = json.loads(ended.out)
    assert (ended.code, ended.err, data["format"]) == (0, "", 1)
    assert data["summary"]["citation_status"]["unchecked"] == data["summary"]["citations"] == 1


def test_a_brief_that_cannot_be_read_is_told_and_the_others_are_shown(briefs, factcheck):
    ended = factcheck("parse", ".", "--format", "json")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert [brief["path"] for brief in json.loads(ended.out)["briefs"]] == ["a.md", "b.md"]
