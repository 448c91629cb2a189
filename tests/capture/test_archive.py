"""The archive: what other tools wrote, torn tails, planted rows, lost indexes, full disks, killed runs."""

from __future__ import annotations

import errno
import gzip
import json
import os
import pickle
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import diskcache
import pytest
from fault_server import chunked, with_body
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from factcheck.capture import Archive, capture_all
from factcheck.capture import warc as warc_module
from factcheck.capture.index import Index, JsonDisk, UnsafeRowError
from factcheck.errors import ArchiveError
from factcheck.model import Capture, CaptureSource

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared"))


def write_warc(path, pages, *, packed=True, version="1.0"):
    """A file as other tools write it: `pages` are (url, status, headers, body, date)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for number, (url, status, headers, body, date) in enumerate(pages):
            lines = [f"HTTP/1.1 {status} OK", *(f"{name}: {value}" for name, value in headers)]
            block = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
            name = uuid.uuid5(uuid.NAMESPACE_URL, f"{url}{number}")
            fields = (
                f"WARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Target-URI: {url}\r\n"
                f"WARC-Date: {date}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}"
            )
            head = f"WARC/{version}\r\n{fields}\r\n\r\n"
            record = head.encode("utf-8") + block + b"\r\n\r\n"
            file.write(gzip.compress(record) if packed else record)
    return path


def page(url, body=b"<p>stored</p>", status=200, date="2025-05-01T10:00:00Z", *headers):
    return url, status, [("Content-Type", "text/html; charset=utf-8"), *headers], body, date


PAGES = [
    page("http://one.example/", b"<p>old</p>", 200, "2024-01-01T00:00:00Z"),
    page("http://one.example/", b"<p>new</p>", 200, "2025-01-01T00:00:00Z"),
    page("http://two.example/old", b"", 301, "2025-01-01T00:00:00Z", ("Location", "http://one.example/")),
    page("http://three.example/", b"gone", 404),
    page("http://loop.example/", b"", 302, "2025-01-01T00:00:00Z", ("Location", "/")),
    page(
        "http://packed.example/",
        gzip.compress(b"<p>packed</p>"),
        200,
        "2025-01-01T00:00:00Z",
        ("Content-Encoding", "gzip"),
    ),
    page("http://plain.example/", b"<p>not packed</p>", 200, "2025-01-01T00:00:00Z", ("Content-Encoding", "gzip")),
    page(
        "http://chunked.example/",
        chunked(b"<p>in ", b"pieces</p>", b""),
        200,
        "2025-01-01T00:00:00Z",
        ("Transfer-Encoding", "chunked"),
    ),
]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_files_of_other_tools_are_read(settings, packed, version):
    write_warc(settings.archive_dir / f"foreign.warc{'.gz' if packed else ''}", PAGES, packed=packed, version=version)
    with Archive(settings) as archive:
        bodies = {
            url: archive.read_payload(archive.find(url))
            for url in [page[0] for page in PAGES]
            if archive.find(url) is not None
        }
        moved = archive.find("http://two.example/old")
        assert archive.find("http://four.example/") is None
    assert bodies == {
        "http://one.example/": b"<p>new</p>",
        "http://two.example/old": b"<p>new</p>",
        "http://three.example/": b"gone",
        "http://packed.example/": b"<p>packed</p>",
        "http://plain.example/": b"<p>not packed</p>",
        "http://chunked.example/": b"<p>in pieces</p>",
    }
    assert moved.final_url == "http://one.example/"
    assert moved.redirects[0].location == "http://one.example/"
    assert (moved.source, moved.media_type, moved.charset) == (CaptureSource.ARCHIVE, "text/html", "utf-8")
    assert moved.captured_at == datetime(2025, 1, 1, tzinfo=UTC)
    assert moved.warc.file.startswith(str(settings.archive_dir))


def test_spellings_of_one_address_find_one_page(settings):
    write_warc(settings.archive_dir / "a.warc.gz", [page("http://one.example/a%20b?q=1"), page("http://one.example/")])
    with Archive(settings) as archive:
        for url in ("HTTP://ONE.example:80/a%20b?q=1#part", "http://one.example./a b?q=1"):
            assert archive.find(url) is not None, url
        assert archive.find("http://one.example").final_url == "http://one.example/"
        assert archive.find("http://[::1/") is None


def test_two_archives_do_not_answer_for_one_another(settings, tmp_path):
    write_warc(tmp_path / "a" / "a.warc.gz", [page("http://one.example/", b"A")])
    write_warc(tmp_path / "b" / "b.warc.gz", [page("http://one.example/", b"B"), page("http://two.example/")])
    for name, body in (("a", b"A"), ("b", b"B"), ("a", b"A")):
        with Archive(replace(settings, archive_dir=tmp_path / name)) as archive:
            assert archive.read_payload(archive.find("http://one.example/")) == body
            assert (archive.find("http://two.example/") is None) is (name == "a")


def test_a_file_that_comes_goes_or_changes_is_noticed(settings):
    path = write_warc(settings.archive_dir / "a.warc.gz", [page("http://one.example/")])
    with Archive(settings) as archive:
        assert archive.find("http://one.example/")
    write_warc(settings.archive_dir / "b.warc.gz", [page("http://two.example/")])
    with Archive(settings) as archive:
        assert archive.find("http://two.example/")
    write_warc(path, [page("http://three.example/")])
    with Archive(settings) as archive:
        assert archive.find("http://one.example/") is None
        assert archive.find("http://two.example/")
        assert archive.find("http://three.example/")
        path.unlink()
        assert archive.find("http://three.example/") is None
    with Archive(settings) as archive:
        assert archive.find("http://two.example/")


def test_an_archive_that_is_not_there_is_empty(settings):
    with Archive(settings) as archive:
        assert archive.find("http://one.example/") is None
    assert not settings.archive_dir.exists()


@pytest.mark.parametrize(
    "junk", [b"", b"not a WARC file", b"\x1f\x8b\x08nonsense", b"WARC/1.0\r\nContent-Length: x\r\n\r\n"]
)
def test_a_file_that_is_no_warc_is_passed_over(settings, junk):
    settings.archive_dir.mkdir()
    (settings.archive_dir / "junk.warc.gz").write_bytes(junk)
    write_warc(settings.archive_dir / "z.warc.gz", [page("http://one.example/")])
    with Archive(settings) as archive:
        assert archive.find("http://one.example/")


def test_a_record_that_was_changed_behind_our_back_is_an_error(settings):
    path = write_warc(settings.archive_dir / "a.warc", [page("http://one.example/", b"<p>stored</p>")], packed=False)
    with Archive(settings) as archive:
        capture = archive.find("http://one.example/")
        path.write_bytes(path.read_bytes().replace(b"stored", b"forged"))
        with pytest.raises(ArchiveError, match="not the one that was captured"):
            archive.read_payload(capture)
        path.write_bytes(b"WARC/1.0\r\n")
        with pytest.raises(ArchiveError):
            archive.read_payload(capture)
        path.unlink()
        with pytest.raises(ArchiveError):
            archive.read_payload(capture)


def test_a_bomb_in_a_foreign_file_is_not_unpacked(settings):
    body = gzip.compress(bytes(30_000_000))
    write_warc(
        settings.archive_dir / "a.warc.gz",
        [page("http://one.example/", body, 200, "2025-01-01T00:00:00Z", ("Content-Encoding", "gzip"))],
    )
    with Archive(settings) as archive:
        assert archive.find("http://one.example/") is None


@pytest.mark.parametrize("packed", [True, False])
def test_a_torn_foreign_file_is_read_up_to_the_tear_and_left_alone(settings, packed):
    path = settings.archive_dir / f"a.warc{'.gz' if packed else ''}"
    write_warc(path, [page(f"http://host{number}.example/", os.urandom(999)) for number in range(3)], packed=packed)
    torn = path.read_bytes()[:-40]
    path.write_bytes(torn)
    with Archive(settings) as archive:
        assert archive.find("http://host1.example/")
        assert archive.find("http://host2.example/") is None
    assert path.read_bytes() == torn


# --- our own files ---------------------------------------------------------------------------------------------------


def ours(settings):
    return sorted(settings.archive_dir.iterdir())


def capture_pages(server, settings, count=4):
    urls = [server.html(f"/{number}", f"<p>page {number}</p>".encode() * 50) for number in range(count)]
    return capture_all(urls, settings)


def test_what_is_written_passes_the_tools_checks(server, settings, capsys):
    server.pages["/chunked"] = with_body(
        chunked(b"one", b"two", b""), ("Transfer-Encoding", "chunked"), ("X-Latin", "caf\xe9")
    )
    capture_all([server.url + "/chunked", server.html("/page"), server.html("/gone", status=404)], settings)
    (path,) = ours(settings)
    assert path.name.startswith("factcheck-")
    assert path.name.endswith(".warc.gz")
    checker = Checker(type("Arguments", (), {"inputs": [str(path)], "verbose": False})())
    checker.process_all()
    assert checker.exit_value == 0
    with path.open("rb") as file:
        records = [
            (record.rec_type, record.rec_headers, record.content_stream().read()) for record in ArchiveIterator(file)
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo"] + ["response", "request"] * 3
    assert {headers.protocol for _, headers, _ in records} == {"WARC/1.1"}
    responses = {headers.get_header("WARC-Target-URI"): body for kind, headers, body in records if kind == "response"}
    assert responses[server.url + "/chunked"] == b"onetwo"
    for (_, response, _), (_, request, _) in zip(records[1::2], records[2::2], strict=True):
        assert request.get_header("WARC-Concurrent-To") == response.get_header("WARC-Record-ID")
    assert b"X-Latin: caf\xe9" in gzip.decompress(path.read_bytes())


def test_fastwarc_agrees(server, settings):
    fastwarc = pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    capture_pages(server, settings)
    (path,) = ours(settings)
    with path.open("rb") as file:
        records = list(fastwarc.ArchiveIterator(file))
        assert len(records) == 9


def test_the_index_is_made_anew_from_the_files(server, settings):
    results = capture_pages(server, settings)
    shutil.rmtree(settings.cache_dir)
    with Archive(settings) as archive:
        for url, capture in results.items():
            found = archive.find(url)
            assert replace(found, source=CaptureSource.NETWORK) == capture
            assert archive.read_payload(found) == archive.read_payload(capture)


def test_a_torn_file_of_ours_is_cut_back(server, settings):
    results = capture_pages(server, settings)
    (path,) = ours(settings)
    shutil.rmtree(settings.cache_dir)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    with Archive(settings) as archive:
        assert sum(archive.find(url) is not None for url in results) == len(results)
    assert len(path.read_bytes()) < len(whole) - 30
    with path.open("rb") as file:
        assert [record.rec_type for record in ArchiveIterator(file)][-1] == "response"


@pytest.mark.parametrize("member", [0, 1, 3])
@pytest.mark.parametrize("left_open", [False, True])
def test_a_damaged_file_of_ours_is_no_torn_one_and_keeps_what_stands_behind(server, settings, member, left_open):
    urls = [server.html(f"/{number}") for number in range(3)]
    capture_all(urls, settings)
    [path] = settings.archive_dir.glob("*.warc.gz")
    content = bytearray(path.read_bytes())
    starts = [at for at in range(len(content)) if content[at : at + 3] == b"\x1f\x8b\x08"]
    content[starts[member] + 30] ^= 0xFF
    path.unlink()
    path = path.with_name(path.name + ".open") if left_open else path
    path.write_bytes(content)
    with Archive(settings):
        pass
    [kept] = settings.archive_dir.glob("*.warc.gz*")
    assert kept.read_bytes() == content


@pytest.mark.parametrize("torn", [0, 1, 200])
def test_what_a_killed_run_left_open_is_taken_up(server, settings, torn):
    results = capture_pages(server, settings)
    (path,) = ours(settings)
    left = path.with_name(path.name + ".open")
    path.rename(left)
    left.write_bytes(left.read_bytes() + b"\x1f\x8b\x08\x00torn"[:torn])
    with Archive(settings) as archive:
        assert all(archive.read_payload(archive.find(url)) for url in results)
    assert ours(settings) == [path]


def test_an_open_file_without_a_whole_record_is_removed(settings):
    settings.archive_dir.mkdir()
    (settings.archive_dir / "factcheck-x.warc.gz.open").write_bytes(b"\x1f\x8b")
    with Archive(settings):
        assert ours(settings) == []


def test_the_file_of_a_run_under_way_is_left_alone_and_read(settings):
    started = datetime.now(UTC)
    file = warc_module.WarcFile(settings.archive_dir, started)
    file.append([])
    with Archive(settings):
        assert ours(settings) == [file.open_path]
    assert file.seal() == file.path
    assert ours(settings) == [file.path]
    assert file.seal() is None


# --- planted rows ----------------------------------------------------------------------------------------------------


class Evil:
    def __reduce__(self):
        return (os.mkdir, (str(Evil.target),))


def database(settings):
    return next(settings.cache_dir.rglob("cache.db"))


def test_a_planted_pickle_is_never_read(settings, tmp_path):
    write_warc(settings.archive_dir / "a.warc.gz", [page("http://one.example/")])
    Evil.target = tmp_path / "pwned"
    with Archive(settings) as archive:
        assert archive.find("http://one.example/")
    rows = sqlite3.connect(database(settings))
    with rows:
        planted = sqlite3.Binary(pickle.dumps(Evil()))
        rows.execute("UPDATE Cache SET mode = 4, value = ?", (planted,))
        rows.execute(
            "INSERT INTO Cache (key, raw, store_time, access_time, mode, value) VALUES (?, 0, 0, 0, 4, ?)",
            (planted, planted),
        )
    rows.close()
    with Archive(settings) as archive:
        assert archive.find("http://one.example/"), "the index is derived: it is made anew"
        index = archive.index
        assert list(index._rows)
    assert not Evil.target.exists()


def test_the_disk_refuses_what_only_unpickling_could_read(tmp_path):
    disk = JsonDisk(str(tmp_path))
    for mode, filename, value in (
        (4, None, b"x"),
        (4, "file.val", None),
        (2, "../../etc/passwd", None),
        (1, None, b"x"),
    ):
        with pytest.raises(UnsafeRowError):
            disk.fetch(mode, filename, value, read=False)
    with pytest.raises(UnsafeRowError):
        disk.get(pickle.dumps(Evil), False)
    with pytest.raises(TypeError):
        disk.put(("a", 1))
    assert disk.fetch(*disk.store({"a": [1]}, False)[1:], False) == {"a": [1]}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 99])
def test_a_damaged_index_is_made_anew(settings, damage):
    write_warc(settings.archive_dir / "a.warc.gz", [page("http://one.example/")])
    with Archive(settings):
        pass
    path = database(settings)
    for other in path.parent.glob("cache.db-*"):
        other.unlink()
    path.write_bytes(damage)
    with Archive(settings) as archive:
        assert archive.find("http://one.example/")


@pytest.mark.parametrize("value", [None, 7, [], {"file": "x"}, {"odd": 1}, "text"])
def test_a_row_of_another_shape_is_no_row(settings, value):
    index = Index(settings)
    index._set("url:http://one.example/", value)
    assert index.row("http://one.example/") is None
    index.close()


def test_a_cache_folder_that_cannot_be_made_leaves_the_index_in_memory(server, settings, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept = replace(settings, cache_dir=tmp_path / "file")
    url = server.html("/page")
    assert capture_all([url], kept)[url].source is CaptureSource.NETWORK
    assert capture_all([url], kept)[url].source is CaptureSource.CACHE


# --- disks that are full or read-only --------------------------------------------------------------------------------


def failing(monkeypatch, what, after, code):
    """Has the given call of the WARC file fail from its `after`-th time on."""
    calls = 0

    def broken(real):
        def call(*args, **kwargs):
            nonlocal calls
            calls += 1
            if calls > after:
                raise OSError(code, os.strerror(code))
            return real(*args, **kwargs)

        return call

    if what == "write":
        monkeypatch.setattr(warc_module, "_write_all", broken(warc_module._write_all))
    elif what == "fsync":
        monkeypatch.setattr(warc_module.os, "fsync", broken(os.fsync))
    elif what == "rename":
        monkeypatch.setattr(Path, "rename", broken(Path.rename))
    else:
        monkeypatch.setattr(Path, "mkdir", broken(Path.mkdir))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize(
    ("what", "after"),
    [("mkdir", 0), *(("write", after) for after in range(7)), ("fsync", 0), ("fsync", 1), ("fsync", 2), ("rename", 0)],
)
def test_a_disk_that_fails_is_one_clear_error_and_loses_nothing(server, settings, monkeypatch, what, after, code):
    with monkeypatch.context() as broken:
        failing(broken, what, after, code)
        with pytest.raises(ArchiveError) as caught:
            capture_pages(server, replace(settings, per_host=1), 6)
    assert str(settings.archive_dir) in str(caught.value)
    assert "\n" not in str(caught.value)
    whole = {"mkdir": 0, "write": max(0, after - 1)}.get(what, 6)
    results = capture_pages(server, settings, 6)
    assert sum(capture.source is CaptureSource.CACHE for capture in results.values()) == whole
    with Archive(settings) as archive:
        assert all(archive.read_payload(capture) for capture in results.values())
    assert not list(settings.archive_dir.glob("*.open"))


@pytest.mark.parametrize("call", ["set", "get", "add", "transact", "__delitem__"])
@pytest.mark.parametrize("after", [0, 1, 3, 9])
def test_an_index_that_fails_costs_no_capture(server, settings, monkeypatch, call, after):
    real, calls = getattr(diskcache.Cache, call), 0

    def full(*args, **kwargs):
        nonlocal calls
        calls += 1
        if calls > after:
            raise sqlite3.OperationalError("database or disk is full")
        return real(*args, **kwargs)

    with monkeypatch.context() as broken:
        broken.setattr(diskcache.Cache, call, full)
        results = capture_pages(server, settings, 6)
        with Archive(settings) as archive:
            assert all(archive.read_payload(capture) for capture in results.values())
    asked = len(server.asked)
    again = capture_pages(server, settings, 6)
    assert {capture.payload_sha256 for capture in again.values()} == {c.payload_sha256 for c in results.values()}
    assert len(server.asked) == asked


def test_an_archive_that_cannot_be_listed_is_one_clear_error(settings, monkeypatch):
    settings.archive_dir.mkdir()

    def denied(self):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(ArchiveError, match="cannot be read"):
        Archive(settings)


# --- killed runs -----------------------------------------------------------------------------------------------------

RUN = """
import json, sys
from pathlib import Path
from factcheck.capture import capture_all
from factcheck.config import Settings
folder, base, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
settings = Settings(archive_dir=folder / "archive", cache_dir=folder / "cache", allow_hosts=("127.0.0.1",), delay_s=0.0)
def told(url, outcome):
    print(json.dumps([url, outcome.payload_sha256]), flush=True)
capture_all([f"{base}/{number}" for number in range(count)], settings, told)
"""


@pytest.mark.parametrize("round_", range(int(os.environ.get("FACTCHECK_KILLS", "6"))))
def test_a_run_that_is_killed_loses_nothing_that_it_reported(server, settings, tmp_path, round_):
    count = 60
    for number in range(count):
        server.html(f"/{number}", random.Random(number).randbytes(3000 + 900 * number))
    command = [sys.executable, "-c", RUN, str(tmp_path), server.url, str(count)]
    reported = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        wanted = random.Random(round_).randrange(1, count)
        for line in run.stdout:
            url, digest = json.loads(line)
            reported[url] = digest
            if len(reported) >= wanted:
                time.sleep(random.Random(round_).random() / 100)
                run.send_signal(signal.SIGKILL)
                break
        for line in run.stdout:
            if line.endswith("]\n"):
                url, digest = json.loads(line)
                reported[url] = digest
    with Archive(settings) as archive:
        for url, digest in reported.items():
            assert archive.find(url).payload_sha256 == digest
    for path in ours(settings):
        assert path.name.endswith(".warc.gz")
        with path.open("rb") as file:
            assert all(record.content_stream().read() is not None for record in ArchiveIterator(file))
    asked = len(server.asked)
    results = capture_all([f"{server.url}/{number}" for number in range(count)], settings)
    assert all(isinstance(capture, Capture) for capture in results.values())
    assert len(server.asked) - asked <= count - len(reported) + 1


# --- real files ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not (SHARED / "web" / "frozen-small.warc.gz").exists(), reason="the real pages are not here")
def test_every_real_page_is_found_and_whole(settings):
    settings.archive_dir.mkdir()
    (settings.archive_dir / "real.warc.gz").symlink_to(SHARED / "web" / "frozen-small.warc.gz")
    with (SHARED / "web" / "frozen-small.warc.gz").open("rb") as file:
        pages = {
            record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        }
    results = capture_all(list(pages), replace(settings, offline=True))
    with Archive(settings) as archive:
        assert {url: archive.read_payload(capture) for url, capture in results.items()} == pages


CORPUS = SHARED / "corpora" / "warcio-data"


@pytest.mark.skipif(not CORPUS.exists(), reason="warcio's own test data are not here")
@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.warc*")) if CORPUS.exists() else [], ids=lambda path: path.name)
def test_good_damaged_and_cut_files_are_read_without_a_crash(settings, path):
    settings.archive_dir.mkdir()
    shutil.copyfile(path, settings.archive_dir / path.name)
    before = (settings.archive_dir / path.name).read_bytes()
    with Archive(settings) as archive:
        archive.find("http://example.com/")
    assert (settings.archive_dir / path.name).read_bytes() == before
