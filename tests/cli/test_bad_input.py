"""Bad input, met by the program itself: one line on standard error, the right exit code, nothing half-written."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

BRIEF = """# Ice on the lake

The lake froze in 4 of 10 winters.[^1]

[^1]: The lake office, https://lake.example/ice
"""
OFFLINE = ("run", "--offline", "-q")


@pytest.fixture
def brief(folder):
    path = folder / "good.md"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def own_cache(folder, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder / ".cache"))
    monkeypatch.setenv("FACTCHECK_ARCHIVE_ONLY_HOSTS", "*.example")


def one_line(ended, *words):
    assert ended.err.count("\n") == 1, ended.err
    assert ended.err.startswith("factcheck: ")
    assert all(word in ended.err for word in words), ended.err


BAD = [
    ("gone.md", None, 2, ["gone.md: no such file"]),
    ("empty.md", b"", 3, ["empty.md", "empty"]),
    ("blank.txt", b" \n\n\t\n", 3, ["blank.txt", "empty"]),
    ("binary.md", bytes(range(256)) * 8, 3, ["binary.md", "binary"]),
    ("nul.txt", b"Some text\0\0\0\0 and more\0\0", 3, ["nul.txt"]),
    ("latin.md", b"The caf\xe9 counted 12 guests. \x81\x8d\x9d\n" * 3, 3, ["latin.md", "byte 0x81 at offset 28"]),
    ("torn.pdf", b"%PDF-1.7\n1 0 obj\n<<", 3, ["torn.pdf"]),
]


@pytest.mark.parametrize("command", [("parse",), OFFLINE])
@pytest.mark.parametrize(("name", "content", "code", "words"), BAD)
def test_a_brief_that_cannot_be_read_is_one_line(name, content, code, words, command, program, folder):
    if content is not None:
        (folder / name).write_bytes(content)
    ended = program(*command, name)
    one_line(ended, *words)
    assert (ended.code, ended.out) == (code, "")
    assert not (folder / "reports").exists()


def test_a_folder_without_briefs_is_one_line(program, folder):
    (folder / "drafts").mkdir()
    (folder / "drafts" / "data.csv").write_text("1,2\n")
    ended = program(*OFFLINE, "drafts")
    one_line(ended, "drafts", "no brief")
    assert (ended.code, ended.out) == (3, "")


def test_a_bad_brief_among_good_ones_is_told_and_the_others_go_on(program, brief, folder):
    (folder / "empty.md").write_bytes(b"")
    ended = program(*OFFLINE, "good.md", "empty.md")
    one_line(ended, "empty.md", "empty")
    assert ended.code == 3
    assert ended.out.startswith("1 brief, 1 citation: ")
    assert Path(folder / "reports/latest/report.json").is_file()


CONFIGURATIONS = [
    (b"attempts = ", ["factcheck.toml: not valid TOML"]),
    (b"\xff\xfe", ["factcheck.toml: not UTF-8: byte 0xff at offset 0"]),
    (b"ofline = true", ["factcheck.toml: unknown key 'ofline'; did you mean 'offline'?"]),
    (b'attempts = "many"', ["factcheck.toml: attempts: expected a number, not 'many'"]),
]


@pytest.mark.parametrize(("content", "words"), CONFIGURATIONS)
def test_a_broken_configuration_is_one_line(content, words, program, brief, folder):
    (folder / "factcheck.toml").write_bytes(content)
    ended = program(*OFFLINE, "good.md")
    one_line(ended, *words)
    assert (ended.code, ended.out) == (2, "")


def test_a_file_where_reports_should_go_is_told_before_anything_is_done(program, brief, folder):
    (folder / "out").write_text("mine")
    for place in ("out", "out/below"):
        ended = program(*OFFLINE, "good.md", "--reports-dir", place)
        one_line(ended, "out", "--reports-dir")
        assert (ended.code, ended.out) == (3, "")
    assert (folder / "out").read_text() == "mine"


# Root passes over permission bits by a capability; without it root is bound by them like anyone.
BOUND = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.getuid() == 0 else ()
needs_bits = pytest.mark.skipif(
    bool(BOUND) and shutil.which("setpriv") is None, reason="root, and no setpriv to drop its capability with"
)


@needs_bits
def test_a_brief_that_may_not_be_read_is_one_line(program, brief):
    brief.chmod(0)
    ended = program("parse", "good.md", before=BOUND)
    one_line(ended, "good.md", "Permission denied")
    assert ended.code == 3


@needs_bits
@pytest.mark.parametrize("name", ["factcheck.toml", "named.toml"])
def test_a_configuration_that_may_not_be_read_is_one_line(name, program, brief, folder):
    (folder / name).write_text("")
    (folder / name).chmod(0)
    ended = program(*OFFLINE, "good.md", "--config", name, before=BOUND)
    one_line(ended, f"{name}: cannot be read: Permission denied")
    assert ended.code == 2


@needs_bits
def test_a_read_only_output_folder_is_one_line(program, brief, folder):
    (folder / "out").mkdir(mode=0o500)
    ended = program(*OFFLINE, "good.md", "--reports-dir", "out", before=BOUND)
    one_line(ended, "out: cannot be written to", "--reports-dir")
    assert (ended.code, ended.out, list((folder / "out").iterdir())) == (3, "", [])


@pytest.mark.parametrize("limit", [0, 100, 4000])
def test_a_disk_that_is_full_leaves_nothing_half_written(limit, program, brief, folder):
    """No file may grow beyond `limit` bytes: a write fails in the middle, as on a full disk."""
    program(*OFFLINE, "good.md")  # makes the cache, whose own files are not the matter here
    before = sorted(folder.rglob("*.json"))
    latest = (folder / "reports/latest").resolve()

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = program(*OFFLINE, "good.md", preexec_fn=limited)
    one_line(ended)
    assert (ended.code, ended.out) == (3, "")
    assert sorted(folder.rglob("*.json")) == before
    assert (folder / "reports/latest").resolve() == latest
    assert [path.name for path in (folder / "reports").iterdir() if path.name not in {latest.name, "latest"}] == []


def test_a_full_device_as_standard_output_is_one_line(program, brief):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "parse", brief], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
    assert b"No space left on device" in done.stderr


def test_a_reader_that_goes_away_makes_no_noise(brief):
    command = f"{sys.executable} -m factcheck parse {brief} --format json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("141\n", "")


def opened_by_reader(fifo, running):
    """The pipe's writing end, as soon as the program has it open for reading: it is then in the middle of its work."""
    while running.poll() is None:
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.01)
    return os.open(os.devnull, os.O_WRONLY)


def test_ctrl_c_is_one_line_and_130(folder):
    fifo = folder / "slow.toml"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "factcheck", "run", "--config", str(fifo)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        end = opened_by_reader(fifo, running)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
        os.close(end)
    assert (running.returncode, out) == (130, b"")
    assert err == b"factcheck: stopped before anything could be reported\n"


def test_a_name_that_is_no_text_is_shown_and_does_no_harm(program, folder):
    ended = program("parse", b"a\xff\x1b[2J\nb.md".decode("utf-8", "surrogateescape"))
    one_line(ended, r"a\udcff\x1b[2J b.md")
    assert ended.code == 2


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_the_json_of_parse_is_utf8_whatever_the_locale(locale, program, brief, monkeypatch):
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    brief.write_text(BRIEF.replace("lake", "jezioro Śniardwy"), encoding="utf-8")
    ended = program("parse", "good.md", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert "Śniardwy" in ended.out


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_keeps_the_report_and_the_code(closed, brief, folder):
    command = f"exec {sys.executable} -m factcheck run --offline good.md {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stdout + done.stderr
    assert (folder / "reports/latest/report.json").is_file()


def test_an_empty_list_of_statuses_is_no_way_to_say_none(program, brief):
    ended = program(*OFFLINE, "good.md", "--fail-on", "")
    one_line(ended, "--fail-on", "none")
    assert ended.code == 2
