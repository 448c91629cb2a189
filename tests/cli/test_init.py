"""`factcheck init` starts a folder and never overwrites."""

from __future__ import annotations

import pytest

from factcheck.config import Settings, load_settings


def test_it_writes_a_configuration_that_says_the_defaults_and_makes_the_folders(factcheck, folder):
    ended = factcheck("init")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == ["factcheck.toml written", "references/briefs made", "references/archive made"]
    assert load_settings(environment={}) == Settings()
    assert (folder / "references/briefs").is_dir()


def test_what_is_there_is_left_as_it_is(factcheck, folder):
    (folder / "factcheck.toml").write_text("attempts = 9\n")
    assert factcheck("init").code == 0
    ended = factcheck("init")
    assert ended.out.count("is there already: left as it is") == 3
    assert (folder / "factcheck.toml").read_text() == "attempts = 9\n"


def test_a_configured_pyproject_is_not_overruled(factcheck, folder):
    (folder / "pyproject.toml").write_text("[tool.factcheck]\nattempts = 9\n")
    assert "pyproject.toml is there already" in factcheck("init").out
    assert not (folder / "factcheck.toml").exists()


def test_a_folder_can_be_named_and_is_made(factcheck, folder):
    factcheck("init", "new/place")
    assert (folder / "new/place/factcheck.toml").is_file()


@pytest.mark.parametrize("there", ["factcheck.toml", "references"])
def test_something_else_in_the_way_is_one_line(there, factcheck, folder):
    (folder / there).symlink_to("nowhere/at/all")
    ended = factcheck("init")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert f"{there}" in ended.err
