"""Children: an answer, a crash, every limit; pandoc: what it reads, what it may not, what is said without it."""

from __future__ import annotations

import shutil
import sys

import pytest

from factcheck.documents import isolated_child, pandoc, read_document
from factcheck.documents.isolation import ChildError, Limits, read_isolated, run_isolated
from factcheck.documents.sniffing import LATEX, RST
from factcheck.errors import PageError

SH = shutil.which("sh")
MEGABYTE = 1024 * 1024


def shell(script, data=b"", **limits):
    return run_isolated(SH, data, Limits(memory_bytes=1024 * MEGABYTE, **limits), "-c", script)


def test_a_program_gets_the_bytes_and_answers():
    assert shell("cat", b"bytes") == b"bytes"


@pytest.mark.parametrize(
    ("script", "limits", "crashed", "limited"),
    [
        ("exit 3", {}, False, False),
        ("kill -SEGV $$", {}, True, False),
        ("sleep 60", {"wall_s": 0.2}, False, True),
        ("while :; do :; done", {"cpu_s": 1}, False, True),
        ("yes", {"answer_bytes": 1000}, False, True),
    ],
)
def test_each_end_is_told_apart(script, limits, crashed, limited):
    with pytest.raises(ChildError) as caught:
        shell(script, **limits)
    assert (caught.value.crashed, caught.value.limited) == (crashed, limited)


def test_a_busy_machine_refuses_no_file():
    waiting = "sleep 3"  # as a child does that shares the processor with many others: of CPU time it takes next to none
    assert shell(waiting, cpu_s=1) == b""
    assert Limits().wall_s >= 10 * Limits().cpu_s


def test_a_child_writes_no_file(tmp_path):
    with pytest.raises(ChildError):
        shell(f"echo words > {tmp_path}/file")
    assert (tmp_path / "file").read_text() == ""


def test_a_reader_without_room_says_too_large():
    assert isolated_child.answer("factcheck.no_such_module", [], b"") == {"problem": "too_large"}
    assert read_isolated("factcheck.documents.docx_child", b"", Limits(), "1") == {"problem": "broken"}


@pytest.fixture
def installed():
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")


TEX = r"""% a comment
\documentclass{article}
\title{Gas}\date{1 May 2026}
\begin{document}\maketitle
Imports fell\footnote{See \url{https://m.example/a_b}.} by 4.2\%. \input{/etc/passwd}
\end{document}
"""
REST = """Gas
===

Imports fell by 4.2%. [1]_

.. include:: /etc/passwd

.. [1] See https://m.example/a.
"""


@pytest.mark.parametrize(("source", "media_type", "url"), [(TEX, LATEX, "a_b"), (REST, RST, "a")])
@pytest.mark.usefixtures("installed")
def test_latex_and_rest_are_known_by_their_content_and_read_in_a_sandbox(source, media_type, url):
    document = read_document(source.encode(), name="brief.txt")
    assert document.media_type == media_type
    assert [(n.label, n.links) for n in document.notes] == [("1", (f"https://m.example/{url}",))]
    assert [m.label for m in document.markers] == ["1"]
    assert "root:" not in document.text
    assert "May" not in document.text


@pytest.mark.parametrize(
    ("source", "message"),
    [(r"\documentclass{a}\begin{document}\begin{itemize}", "cannot read"), (r"\documentclass{article}", "no text")],
)
@pytest.mark.usefixtures("installed")
def test_what_pandoc_cannot_read_is_refused_in_one_line(source, message):
    with pytest.raises(PageError, match=r"\A[^\n]+\Z") as caught:
        read_document(source.encode())
    assert message in str(caught.value)


def test_a_missing_pandoc_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PageError, match=r"\AThis is LaTeX, .* pandoc, .* install it \(apt-get install pandoc;[^\n]*\Z"):
        read_document(TEX.encode())


def test_a_pandoc_that_takes_too_much_is_stopped(monkeypatch, tmp_path):
    slow = tmp_path / "pandoc"
    slow.write_text(f"#!{SH}\nsleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(slow))
    monkeypatch.setattr(pandoc, "_LIMITS", Limits(memory_bytes=1024 * MEGABYTE, wall_s=0.2))
    with pytest.raises(PageError, match="more memory or time"):
        read_document(TEX.encode())


def test_a_child_is_the_same_interpreter():
    answer = run_isolated(sys.executable, b"", Limits(), "-c", "import sys; print(sys.version_info[:2])")
    assert answer.decode().strip() == str(sys.version_info[:2])
