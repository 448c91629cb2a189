"""The README tells the truth: its commands exist, its output is what a run prints, its files are there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factcheck.cli import commands
from factcheck.exits import Exit

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
AUDIT = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factcheck run"
CHECK = "python3 -m venv .venv && .venv/bin/pip install tox && .venv/bin/tox"


def block_after(first_line: str) -> str:
    return next(text for _, text in BLOCKS if text.startswith(first_line))


def without_times(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ", "TIME", text)


def shown_commands() -> list[str]:
    lines = [line.removeprefix("$ ") for _, text in BLOCKS for line in text.splitlines()]
    return sorted({re.split(r"\s{2,}", line)[0] for line in lines if line.startswith("factcheck ")})


@pytest.mark.parametrize("line", shown_commands())
def test_every_command_shown_is_one_that_the_program_takes(line):
    name, *arguments = shlex.split(line)[1:]
    parent = click.Context(commands, info_name="factcheck", **commands.context_settings)
    if "--help" not in arguments:
        commands.commands[name].make_context(name, arguments, parent=parent).close()


def test_every_command_is_shown():
    assert {line.split()[1] for line in shown_commands()} == set(commands.commands)


@pytest.mark.parametrize("name", ["run"])
def test_the_help_shown_is_the_program_s(name):
    shown = block_after(f"$ factcheck {name} --help\n").split("\n", 1)[1]
    parent = click.Context(commands, info_name="factcheck", **commands.context_settings)
    context = click.Context(commands.commands[name], info_name=name, parent=parent, terminal_width=100)
    assert shown.split() == context.get_help().split()


def test_the_exit_codes_are_the_program_s():
    table = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    prose = {int(code) for code in re.findall(r"Also (\d+).* and (\d+) when", README)[0]}
    assert table | prose == set(Exit)


def test_what_a_reader_needs_first_stands_first():
    first = "\n".join(README.splitlines()[:40])
    assert AUDIT in first
    assert "Report: reports/" in first
    assert "| exit code |" in first
    assert "**Limits.**" in first


def test_ci_runs_the_second_command_as_it_stands_here():
    assert f"\n{CHECK}\n" in README
    assert f"\n{CHECK}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/configuration.md", "docs/architecture.md"])
def test_every_file_that_is_linked_is_there(name):
    page = ROOT / name
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """The files that a run from a fresh clone reads."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / ".git").mkdir()
    shutil.copytree(ROOT / "references", folder / "references")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def printed_by_a_run(folder: Path) -> tuple[str, int]:
    command = [sys.executable, "-m", "factcheck", "run"]
    told = {**os.environ, "FACTCHECK_CACHE_DIR": str(folder / ".cache")}
    done = subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False)
    return done.stderr + done.stdout, done.returncode


def test_the_run_shown_is_what_a_run_prints(clone):
    """Where the example's verdicts have changed for good, ``python tests/test_readme.py`` renews the README."""
    printed, code = printed_by_a_run(clone)
    assert without_times(printed) == without_times(block_after("read references/briefs/"))
    assert code == Exit.FINDINGS


def test_the_python_shown_runs(clone, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(clone / ".cache"))
    code = next(text for language, text in BLOCKS if language == "python")
    done = subprocess.run([sys.executable, "-c", code], cwd=clone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("supported ")


def rewrite() -> None:
    """Put a run of today into the README."""
    printed, code = printed_by_a_run(ROOT)
    assert code == Exit.FINDINGS, printed
    (ROOT / "README.md").write_text(README.replace(block_after("read references/"), printed), encoding="utf-8")


if __name__ == "__main__":
    rewrite()
