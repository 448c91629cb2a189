"""`factcheck archive`: damage ends with 3, every capture is listed, and the whole is exported."""

from __future__ import annotations

import zipfile

import pytest

RECORD = (
    "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
    "WARC-Target-URI: http://a.example/\x1b[31m\r\nContent-Type: text/html\r\n{}Content-Length: 5\r\n\r\nhello\r\n\r\n"
)


@pytest.fixture
def archive(folder):
    path = folder / "references" / "archive" / "pages.warc"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RECORD.format(""), newline="")
    return path


def test_a_whole_archive_is_clean(factcheck, archive):
    ended = factcheck("archive", "check")
    assert (ended.code, ended.out, ended.err) == (0, "1 file, 1 record: all whole\n", "")


def test_damage_is_one_line_each_and_ends_with_3(factcheck, archive):
    archive.write_text(RECORD.format("WARC-Block-Digest: sha1:AAAA\r\n") + "rubbish", newline="")
    ended = factcheck("archive", "check", "--archive-dir", str(archive.parent))
    assert ended.code == 3
    first, second, last = ended.out.splitlines()
    assert first.endswith("pages.warc: byte 0: the record is not what was written: its block digest is another")
    assert second.endswith("the last 11 bytes are no whole record")
    assert last == "1 file, 1 record: 2 problems"


def test_the_list_shows_where_each_capture_lies(factcheck, archive):
    ended = factcheck("archive", "list")
    url, status, at, file, offset = ended.out.rstrip("\n").split("\t")
    assert (ended.code, status, at, offset) == (0, "200", "2025-01-01T00:00:00Z", "0")
    assert "\x1b" not in url
    assert file.endswith("references/archive/pages.warc")


def test_the_export_is_one_file(factcheck, archive, folder):
    ended = factcheck("archive", "export", "--wacz", "pages.wacz")
    assert (ended.code, ended.out) == (0, "pages.wacz: 1 file, 1 capture, 1 page\n")
    assert "archive/pages.warc" in zipfile.ZipFile(folder / "pages.wacz").namelist()


@pytest.mark.parametrize("command", [["check"], ["list"], ["export", "--wacz", "a.wacz"]])
def test_without_an_archive_there_is_one_line_that_says_so(factcheck, folder, command):
    ended = factcheck("archive", *command, "--archive-dir", "nowhere")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.count("\n") == 1
    assert "nowhere: there is no archive" in ended.err


def test_an_export_needs_a_file(factcheck):
    assert factcheck("archive", "export").code == 2
