"""Progress: a bar for a person at a terminal, lines for a log, nothing for the quiet."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from factcheck.model import Capture, CaptureFailure, CaptureSource, UncheckedReason, WarcLocation
from factcheck.progress import BarProgress, PlainProgress, SilentProgress, outcome, shown_progress

NOW = datetime(2026, 11, 21, tzinfo=UTC)
CAPTURE = Capture(
    "https://a.example/", "https://a.example/", 200, (), None, None, NOW, CaptureSource.NETWORK, "0" * 64, 0,
    WarcLocation("a.warc.gz", 0, "urn:uuid:0"),
)  # fmt: skip
FAILURE = CaptureFailure("https://b.example/", UncheckedReason.TIMEOUT, "read_timeout", "nothing came for 20 s", NOW)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def outside_of_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def shown(stream, verbosity, captures=60):
    with shown_progress(verbosity, stream) as progress:
        progress.brief("drafts/[red]notes.md")
        progress.total(captures)
        for number in range(captures):
            progress.captured(f"https://a.example/{number}", CAPTURE if number else FAILURE)
    return type(progress)


def test_a_log_gets_a_line_per_brief_and_per_25_captures():
    stream = io.StringIO()
    assert shown(stream, 0) is PlainProgress
    assert stream.getvalue().splitlines() == [
        "read drafts/[red]notes.md",
        "capturing 60 pages",
        "captured 25 of 60 pages",
        "captured 50 of 60 pages",
        "captured 60 of 60 pages",
    ]


def test_a_verbose_run_gets_a_line_per_capture_even_on_a_terminal():
    stream = Terminal()
    assert shown(stream, 1, captures=2) is PlainProgress
    assert stream.getvalue().splitlines()[2:] == [
        "https://a.example/0: timeout (read_timeout)",
        "https://a.example/1: 200, from the network",
    ]


def test_a_quiet_run_gets_nothing():
    stream = Terminal()
    assert shown(stream, -1) is SilentProgress
    assert stream.getvalue() == ""


def test_a_terminal_gets_a_bar_with_the_names_as_they_are():
    stream = Terminal()
    assert shown(stream, 0) is BarProgress
    assert "60/60" in stream.getvalue()


@pytest.mark.parametrize(("variable", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_a_terminal_without_a_person_gets_lines(variable, value, monkeypatch):
    monkeypatch.setenv(variable, value)
    assert shown(Terminal(), 0) is PlainProgress


def test_progress_goes_to_standard_error(capsys):
    with shown_progress(0) as progress:
        progress.brief("notes.md")
    assert capsys.readouterr() == ("", "read notes.md\n")


def test_a_capture_is_told_in_a_few_words():
    assert (outcome(CAPTURE), outcome(FAILURE)) == ("200, from the network", "timeout (read_timeout)")


LEFT = CaptureFailure("https://c.example/", UncheckedReason.NOT_FETCHED, "interrupted", "the run was stopped", NOW)


@pytest.mark.parametrize(("verbosity", "own"), [(0, []), (1, ["https://a.example/0: 200, from the network"])])
def test_a_run_that_is_stopped_says_how_far_it_came(verbosity, own):
    stream = io.StringIO()
    with shown_progress(verbosity, stream) as progress:
        progress.total(40)
        for number in range(40):
            progress.captured(f"https://a.example/{number}", LEFT if number else CAPTURE)
    assert stream.getvalue().splitlines() == ["capturing 40 pages", *own, "stopped: captured 1 of 40 pages"]


def test_the_bar_stays_where_a_stopped_run_came_to():
    with shown_progress(0, Terminal()) as progress:
        assert isinstance(progress, BarProgress)
        progress.total(40)
        progress.captured("https://a.example/", CAPTURE)
        progress.captured("https://c.example/", LEFT)
        assert progress.bar.tasks[0].completed == 1
