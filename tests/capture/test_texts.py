"""The text that was judged is kept beside the page, once, where replay does not take it for the page."""

from __future__ import annotations

import errno
import gzip
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from factcheck.archive_commands import capture_lines
from factcheck.capture import Archive, capture_all
from factcheck.capture import warc as warc_module
from factcheck.capture.inspection import Inspection, inspect
from factcheck.errors import ArchiveError
from factcheck.model import CaptureSource


def records(settings):
    found = []
    for path in sorted(settings.archive_dir.glob("*.warc.gz*")):
        with path.open("rb") as file:
            found += [(each.rec_type, each.rec_headers, each.content_stream().read()) for each in ArchiveIterator(file)]
    return found


def texts(settings):
    return [(headers, body) for kind, headers, body in records(settings) if kind == "conversion"]


def judged(url, text, settings):
    """One run: the page captured, and its text kept."""
    with Archive(settings) as archive:
        capture = capture_all([url], settings, archive=archive)[url]
        archive.keep_text(capture, text)
    return capture


def test_the_text_names_its_page_and_lies_in_the_run_s_file(server, settings):
    url = server.html("/page")
    capture = judged(url, "Zażółć gęślą jaźń", settings)
    [(headers, body)] = texts(settings)
    assert body.decode() == "Zażółć gęślą jaźń"
    assert headers.get_header("WARC-Target-URI") == f"urn:text:{url}"
    assert headers.get_header("WARC-Refers-To") == capture.warc.record_id
    assert headers.get_header("Content-Type") == "text/plain; charset=utf-8"
    [path] = settings.archive_dir.iterdir()
    checker = Checker(type("Arguments", (), {"inputs": [str(path)], "verbose": False})())
    checker.process_all()
    assert checker.exit_value == 0


def test_an_unchanged_text_is_written_once_and_a_changed_one_again(server, settings):
    url = server.html("/page")
    judged(url, "first", settings)
    files = {path.name: path.read_bytes() for path in settings.archive_dir.iterdir()}
    judged(url, "first", settings)
    assert {path.name: path.read_bytes() for path in settings.archive_dir.iterdir()} == files
    judged(url, "second", settings)
    judged(url, "first", replace(settings, refresh=True))
    assert sorted(body for _, body in texts(settings)) == [b"first", b"second"]


def test_a_text_stays_known_when_the_page_s_bytes_change(server, settings):
    url = server.html("/page", b"<p>one</p>")
    judged(url, "the text", settings)
    server.html("/page", b"<p>one</p><!-- 2 -->")
    judged(url, "the text", replace(settings, refresh=True))
    assert len(texts(settings)) == 1


def test_the_index_made_anew_knows_the_texts(server, settings):
    url = server.html("/page")
    judged(url, "the text", settings)
    shutil.rmtree(settings.cache_dir)
    judged(url, "the text", settings)
    assert len(texts(settings)) == 1


def test_lists_and_replay_pass_over_texts_and_the_check_reads_them(server, settings):
    judged(server.html("/page"), "the text", settings)
    assert [line.split("\t")[0] for line in capture_lines(settings.archive_dir)] == [f"{server.url}/page"]
    [path] = settings.archive_dir.iterdir()
    seen = Inspection()
    assert list(inspect(settings.archive_dir, seen)) == []
    assert seen.records == len(records(settings))
    data = path.read_bytes()
    path.write_bytes(data[: data.rfind(b"\x1f\x8b\x08")] + packed_again(data))
    [damage] = inspect(settings.archive_dir, Inspection())
    assert "digest" in damage.words


def packed_again(data):
    return gzip.compress(gzip.decompress(data[data.rfind(b"\x1f\x8b\x08") :]).replace(b"the text", b"The text"))


def test_what_only_reads_the_archive_writes_no_text(server, settings):
    url = server.html("/page")
    capture_all([url], settings)
    judged(url, "the text", replace(settings, offline=True))
    capture = judged(url, "the text", replace(settings, archive_only_hosts=("127.0.0.1",)))
    assert capture.source is CaptureSource.ARCHIVE
    assert texts(settings) == []
    # A page taken young from the archive is judged as one just fetched: its run may have been broken off before.
    assert judged(url, "the text", settings).source is CaptureSource.CACHE
    assert len(texts(settings)) == 1


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_an_archive_nobody_may_write_in_is_still_read(server, settings, monkeypatch, caplog, code):
    url = server.html("/page")
    capture_all([url], settings)
    real = Path.open

    def denied(self, mode="r", *args, **kwargs):
        if "x" in mode:
            raise OSError(code, os.strerror(code))
        return real(self, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", denied)
    judged(url, "the text", settings)
    assert "cannot be archived" in caplog.text


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_text_that_cannot_be_written_is_an_error_and_no_page_is_lost(server, settings, monkeypatch, code):
    url = server.html("/page")

    def full(*_):
        raise OSError(code, os.strerror(code))

    with Archive(settings) as archive:
        capture = capture_all([url], settings, archive=archive)[url]
        with monkeypatch.context() as broken:
            broken.setattr(warc_module, "_write_all", full)
            with pytest.raises(ArchiveError, match="cannot be archived"):
                archive.keep_text(capture, "the text")
    judged(url, "the text", settings)
    assert [kind for kind, _, _ in records(settings)].count("conversion") == 1
    assert list(inspect(settings.archive_dir, Inspection())) == []


def test_one_run_writes_one_file(server, settings):
    with Archive(settings) as archive:
        for number in range(3):
            url = server.html(f"/{number}")
            archive.keep_text(capture_all([url], settings, archive=archive)[url], str(number))
    assert len(list(settings.archive_dir.iterdir())) == 1
    assert len(texts(settings)) == 3


def test_a_file_that_is_sealed_takes_no_more(settings):
    file = warc_module.WarcFile(settings.archive_dir, Archive(settings).opened_at)
    file.append([])
    file.seal()
    with pytest.raises(ValueError, match="sealed"):
        file.append([])
