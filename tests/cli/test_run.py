"""`factcheck run`: what it hands to the audit, what it says, and what it ends with."""

from __future__ import annotations

import errno
import re
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.console import ReaderGoneError
from factcheck.errors import ArchiveError, BriefError
from factcheck.model import BriefProblem, CitationStatus

V, M, U, D, R, X = CitationStatus
PROBLEM = BriefProblem("torn.md", "torn.md: empty")


@pytest.fixture
def audited(monkeypatch, made):
    """Let the audit answer with what `audited.result` holds (or raise it), and keep what it was asked."""

    class Audited:
        result = made([V])
        paths = settings = None

    def audit(paths, settings, progress=None, keep_text=None):
        Audited.paths, Audited.settings = list(paths), settings
        progress.brief("notes.md")
        if isinstance(Audited.result, BaseException):
            raise Audited.result
        return Audited.result

    monkeypatch.setattr(import_module("factcheck.pipeline"), "audit", audit)
    return Audited


CODES = [
    ([[V, U, R, X]], {}, 0),
    ([[V], [M]], {}, 1),
    ([[D]], {}, 1),
    ([[V]], {"problems": (PROBLEM,)}, 3),
    ([[M]], {"problems": (PROBLEM,)}, 1),
    ([[D]], {"network_down": True}, 3),
    ([[D]], {"interrupted": True}, 130),
    ([], {"problems": (PROBLEM,)}, 3),
]


@pytest.mark.parametrize(("statuses", "facts", "code"), CODES)
def test_the_exit_code_says_what_the_audit_came_to(statuses, facts, code, audited, made, factcheck):
    audited.result = made(*statuses, **facts)
    assert factcheck("run").code == code


@pytest.mark.parametrize(
    ("fail_on", "code"), [("none", 0), ("mismatched", 0), ("dead", 1), ("unchecked,dead", 1), ("verified", 1)]
)
def test_fail_on_decides_what_is_a_finding(fail_on, code, audited, made, factcheck):
    audited.result = made([V, D])
    assert factcheck("run", "--fail-on", fail_on).code == code


def test_it_ends_with_the_counts_in_words_and_the_place_of_the_report(audited, made, factcheck):
    audited.result = made([V, V, M, D])
    ended = factcheck("run", "--reports-dir", "out")
    assert ended.out.splitlines()[:3] == [
        "1 brief, 4 citations: 2 verified, 1 mismatched, 0 unsupported, 1 dead, 0 reachable, 0 unchecked",
        "5 figures: 0 supported, 0 mismatched, 0 not found, 5 unchecked; 1 uncited",
        "1 quotation: 0 supported, 0 mismatched, 0 not found, 1 unchecked",
    ]
    place = re.fullmatch(r"Report: (out/.+/report\.html)", ended.out.splitlines()[3])
    assert Path(place[1]).is_file()
    assert ended.err == "read notes.md\n"


def test_quiet_leaves_only_the_result(audited, factcheck):
    ended = factcheck("run", "-q")
    assert ended.err == ""
    assert ended.out.splitlines()[-1].startswith("Report: reports/")


def test_verbose_twice_shows_the_library_s_own_log(audited, factcheck, monkeypatch):
    shown = []
    monkeypatch.setattr("logging.basicConfig", lambda **options: shown.append(options))
    assert factcheck("run", "-vv").code == 0
    assert audited.settings.verbosity == 2
    assert shown


def test_paths_and_flags_reach_the_audit(audited, factcheck):
    flags = ["--offline", "--max-age", "12h", "--fail-on", "dead", "--ignore-robots", "--strict", "--reports-dir", "o"]
    factcheck("run", "a.md", "b", *flags)
    told = audited.settings
    assert audited.paths == [Path("a.md"), Path("b")]
    assert (told.offline, told.max_age_s, told.obey_robots, told.strict) == (True, 43_200, False, True)
    assert (told.fail_on, told.reports_dir) == (frozenset({CitationStatus.DEAD}), Path("o"))


def test_a_flag_that_is_not_given_leaves_the_configuration_alone(audited, factcheck, folder):
    (folder / "factcheck.toml").write_text('offline = true\nobey_robots = false\nbriefs = ["here"]\n')
    factcheck("run")
    assert (audited.settings.offline, audited.settings.obey_robots) == (True, False)
    assert audited.paths == [Path("here")]


def test_another_configuration_can_be_named(audited, factcheck, folder, monkeypatch):
    (folder / "other.toml").write_text("attempts = 9\n")
    factcheck("run", "--config", "other.toml")
    assert audited.settings.attempts == 9
    monkeypatch.setenv("FACTCHECK_CONFIG", "other.toml")
    factcheck("run")
    assert audited.settings.attempts == 9


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"problems": (PROBLEM,)}, "factcheck: torn.md: empty"),
        ({"problems": (BriefProblem("a.md", "empty"),)}, "factcheck: a.md: empty"),
        ({"network_down": True}, "factcheck: no host could be reached: check the network or the proxy; "),
        ({"interrupted": True}, "factcheck: stopped: what was captured is kept, the rest is left "),
    ],
)
def test_what_kept_the_audit_from_being_whole_is_said_and_the_report_written(facts, line, audited, made, factcheck):
    audited.result = made([V], **facts)
    ended = factcheck("run", "-q")
    assert ended.err.startswith(line)
    assert ended.err.count("\n") == 1
    assert "Report: " in ended.out


def test_without_any_readable_brief_there_is_no_report(audited, made, factcheck, folder):
    audited.result = made(problems=(PROBLEM, BriefProblem("b.md", "binary")))
    ended = factcheck("run")
    assert ended.out == ""
    assert not (folder / "reports").exists()


ERRORS = [
    (BriefError("drafts: no brief in this folder"), 3, "factcheck: drafts: no brief in this folder"),
    (ArchiveError("a.warc: torn\nat 12"), 3, "factcheck: a.warc: torn at 12"),
    (OSError(errno.ENOSPC, "No space left on device", "x.warc"), 3, "factcheck: x.warc: No space left on device"),
    (KeyboardInterrupt(), 130, "factcheck: stopped before anything could be reported"),
]


@pytest.mark.parametrize(("error", "code", "line"), ERRORS)
def test_an_error_is_one_line_and_a_code(error, code, line, audited, factcheck):
    audited.result = error
    ended = factcheck("run", "-q")
    assert (ended.code, ended.out, ended.err.strip()) == (code, "", line)


def test_a_bug_keeps_its_traceback_and_is_no_finding(audited, factcheck):
    audited.result = ZeroDivisionError("surprise")
    ended = factcheck("run", "-q")
    assert ended.code == 3
    assert "ZeroDivisionError: surprise" in ended.err
    assert ended.err.splitlines()[-1].startswith("factcheck: this is a bug in factcheck")


USAGE = [
    (["run", "--ofline"], "No such option"),
    (["run", "--max-age", "soon"], "--max-age: expected a time like 20, '90s', '12h' or '7d', not 'soon'"),
    (["run", "--fail-on", "ded"], "--fail-on: expected one of "),
    (["run", "--offline", "--refresh"], "offline and refresh contradict each other"),
    (["run", "--config", "gone.toml"], "gone.toml: cannot be read: No such file or directory"),
    (["parse", "--format", "yaml", "a.md"], "Invalid value for '--format': 'yaml' is not one of "),
    (["parse"], "Missing argument 'PATHS...'"),
    (["audit"], "No such command 'audit'"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_wrong_usage_is_one_line_and_2(arguments, message, audited, factcheck):
    ended = factcheck(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert ended.err.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error(audited, factcheck, monkeypatch):
    def gone(_text):
        raise ReaderGoneError

    monkeypatch.setattr("factcheck.cli.audits.say", gone)
    ended = factcheck("run", "-q")
    assert (ended.code, ended.err) == (141, "")


def test_without_a_command_the_help_is_shown_and_the_code_is_2(factcheck):
    ended = factcheck()
    assert ended.code == 2
    assert "Commands:" in ended.err


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["parse", "-h"]])
def test_help_is_a_result(arguments, factcheck):
    ended = factcheck(*arguments)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Usage: factcheck")
