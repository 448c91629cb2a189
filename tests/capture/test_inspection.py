"""Damage of every kind is found in WARC files, and none where there is none."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import pytest
from fault_server import redirect

from factcheck.archive_commands import capture_lines
from factcheck.capture import Archive, capture_all
from factcheck.capture.inspection import Inspection, inspect
from factcheck.errors import ArchiveError

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[2] / "../shared"))


def looked_at(folder):
    seen = Inspection()
    return [(damage.offset, damage.words) for damage in inspect(folder, seen)], seen


@pytest.fixture
def archived(server, settings):
    """An archive with one file: warcinfo, and response and request of three pages."""
    server.pages["/old"] = redirect("/1")
    urls = [server.html("/1", b"<p>one</p>" * 90), server.html("/2", b"<p>two</p>" * 90), server.url + "/old"]
    results = capture_all(urls, settings)
    (path,) = settings.archive_dir.glob("*.warc.gz")
    return path, [results[url].warc.offset for url in urls]


def members(path):
    """The bytes of each record, packed as they lie in the file."""
    data, starts = path.read_bytes(), []
    at = data.find(b"\x1f\x8b\x08")
    while at >= 0:
        starts.append(at)
        at = data.find(b"\x1f\x8b\x08", at + 3)
    return [data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=True)]


def test_what_was_captured_is_whole(archived):
    path, _ = archived
    damages, seen = looked_at(path.parent)
    assert damages == []
    assert (seen.files, seen.records) == (1, len(members(path)))


def test_a_changed_page_is_found_at_its_byte(archived):
    path, offsets = archived
    parts = members(path)
    where = next(i for i, part in enumerate(parts) if b"<p>two</p>" in gzip.decompress(part))
    parts[where] = gzip.compress(gzip.decompress(parts[where]).replace(b"<p>two</p>", b"<p>TWO</p>", 1))
    path.write_bytes(b"".join(parts))
    damages, _ = looked_at(path.parent)
    assert damages == [
        (sum(map(len, parts[:where])), "the record is not what was written: its block digest is another")
    ]
    assert damages[0][0] == offsets[1]


def test_a_record_shorter_than_it_says_is_found(archived):
    path, _ = archived
    parts = members(path)
    text = gzip.decompress(parts[1])
    parts[1] = gzip.compress(text.replace(b"WARC-Block-Digest", b"X-Old")[:-300])
    path.write_bytes(b"".join(parts))
    damages, _ = looked_at(path.parent)
    assert any("the record says that it holds" in words for _, words in damages)


@pytest.mark.parametrize("cut", [1, 40])
def test_a_torn_tail_is_found_and_left_as_it_is(archived, cut):
    path, _ = archived
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    damages, _ = looked_at(path.parent)
    assert [words for _, words in damages] == [f"the last {len(members(path)[-1])} bytes are no whole record"]
    assert path.stat().st_size == len(whole) - cut


def test_the_tail_of_a_run_that_was_broken_off_is_no_damage(archived):
    path, _ = archived
    path.write_bytes(path.read_bytes()[:-20])
    path.rename(path.with_name(path.name + ".open"))
    damages, seen = looked_at(path.parent)
    assert (damages, seen.files) == ([], 1)


@pytest.mark.parametrize("packed", [True, False], ids=["packed", "plain"])
@pytest.mark.parametrize("hole", [0, 1, 3])
def test_what_stands_behind_a_hole_is_looked_at_and_found(archived, settings, packed, hole):
    path, _ = archived
    urls = [line.split("\t")[0] for line in capture_lines(path.parent)]
    parts = members(path)
    if not packed:
        path.unlink()
        path = path.with_name("others.warc")
        parts = [gzip.decompress(part) for part in parts]
    damaged = bytearray(parts[hole])
    damaged[:60] = bytes(60)
    path.write_bytes(b"".join([*parts[:hole], damaged, *parts[hole + 1 :]]))
    end = sum(map(len, parts[: hole + 1]))
    start = end - len(damaged) - (4 if hole and not packed else 0)  # the empty lines after a record count for the next
    damages, seen = looked_at(path.parent)
    assert damages == [(start, f"{end - start} bytes are no whole record; it goes on at byte {end}")]
    assert seen.records == len(parts) - 1
    kept = {name for name, part in (("1", 1), ("2", 3)) if part != hole}
    shutil.rmtree(settings.cache_dir)
    with Archive(settings) as archive:
        assert {url[-1] for url in urls if archive.find(url)} >= kept
    assert {line.split("\t")[0][-1] for line in capture_lines(path.parent)} >= kept


def test_a_file_made_to_be_misread_is_read_a_few_times_over_at_most(tmp_path):
    # Each record begins within the one before it, and none of them ends.
    head = gzip.compress(b"WARC/1.1\r\n", 0)[:-8]
    (tmp_path / "nested.warc.gz").write_bytes(head.replace(b"\x01", b"\x00", 1) * 20_000)
    (tmp_path / "nested.warc").write_bytes(b"\nWARC/1.1\r\n\r\n" * 20_000)
    damages, seen = looked_at(tmp_path)
    assert len(damages) >= 2
    assert seen.records == 0


def test_what_is_named_like_a_file_and_is_none_is_passed_over(archived, settings, caplog):
    path, _ = archived
    (path.parent / "folder.warc.gz").mkdir()
    (path.parent / "nowhere.warc.gz").symlink_to("nothing")
    os.mkfifo(path.parent / "pipe.warc")
    assert looked_at(path.parent)[0] == []
    with Archive(settings):
        pass
    assert {record.getMessage().partition(": ")[0].rpartition("/")[2] for record in caplog.records} == {
        "folder.warc.gz",
        "nowhere.warc.gz",
        "pipe.warc",
    }


def test_plain_files_of_others_are_read_too(tmp_path):
    def record(body, *fields):
        head = ["WARC/1.0", "WARC-Type: resource", "WARC-Target-URI: http://a.example/", "WARC-Record-ID: <urn:uuid:1>"]
        lines = [*head, "WARC-Date: 2025-01-01T00:00:00Z", *fields, f"Content-Length: {len(body)}", "", ""]
        return "\r\n".join(lines).encode() + body + b"\r\n\r\n"

    (tmp_path / "others.warc").write_bytes(
        record(b"hello", "WARC-Payload-Digest: sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N")
        + record(b"hello", "WARC-Payload-Digest: md5:5d41402abc4b2a76b9719d911017c592")
        + record(b"hello", "WARC-Payload-Digest: sha1:2AAE6C35C94FCFB415DBE95F408B9CE91EE846ED")
        + record(b"hello", "WARC-Payload-Digest: rot13:uryyb")
        + record(b"hello", "WARC-Truncated: length")
    )
    (tmp_path / "notes.txt").write_text("no archive")
    (tmp_path / "nothing.warc.gz").touch()
    (tmp_path / "page.warc").write_bytes(b"<html>not an archive")
    damages, seen = looked_at(tmp_path)
    assert [words for _, words in damages] == [
        "the file is empty",
        "the page is not what was captured: its payload digest is another",
        "the page was cut off when it was captured (length)",
        "the last 20 bytes are no whole record",
    ]
    assert (seen.files, seen.records) == (3, 5)


def test_an_archive_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(ArchiveError, match="there is no archive"):
        looked_at(tmp_path / "nowhere")


@pytest.mark.skipif(not (SHARED / "web/frozen-small.warc.gz").exists(), reason="the frozen pages are not here")
def test_real_captures_of_another_tool_are_whole(tmp_path):
    shutil.copy(SHARED / "web/frozen-small.warc.gz", tmp_path)
    damages, seen = looked_at(tmp_path)
    assert damages == []
    assert seen.records > 100


def test_looking_does_not_open_the_archive(archived, settings):
    path, _ = archived
    before = {each.name: each.stat().st_mtime_ns for each in path.parent.iterdir()}
    looked_at(path.parent)
    assert {each.name: each.stat().st_mtime_ns for each in path.parent.iterdir()} == before
    with Archive(settings):
        pass


CORPUS = SHARED / "corpora/warcio-data"
# Of each file with something wrong, where; the others are whole.
DAMAGED = {
    "example-bad-non-chunked.warc.gz": [0],  # all of it packed as one member: no record can be found in it
    "example-digest.warc": [2758],  # made with a wrong digest
    "example-trunc.warc": [1197, 2560],  # a record that is six bytes longer than it says, and so has another digest
    "example-wrong-chunks.warc.gz": [0, 0, 516],  # a member that ends within its record, and goes on in the next
}


@pytest.mark.skipif(not CORPUS.exists(), reason="warcio's own test data are not here")
@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.warc*")) if CORPUS.exists() else [], ids=lambda path: path.name)
def test_the_files_of_another_tool_s_tests_are_judged_rightly(tmp_path, path):
    shutil.copy(path, tmp_path)
    damages, _ = looked_at(tmp_path)
    assert [offset for offset, _ in damages] == DAMAGED.get(path.name, [])
