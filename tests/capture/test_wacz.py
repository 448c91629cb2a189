"""An archive as one WACZ file: whole, indexed, with its pages, and valid in the eyes of the format's own tool."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from fault_server import redirect

from factcheck.capture import Archive, capture_all
from factcheck.capture.cdx import entries, surt
from factcheck.capture.wacz import export_wacz
from factcheck.errors import ArchiveError


@pytest.fixture
def exported(server, settings, tmp_path):
    long = b"<p>long enough to be worth a revisit</p>" * 40
    server.pages["/old"] = redirect("/page")
    server.html("/data", b"{}", Content_Type="application/json")
    server.html("/picture", b"\x89PNG", Content_Type="image/png")
    urls = [server.html("/page", long), server.url + "/old", server.url + "/data", server.url + "/picture"]
    capture_all([*urls, server.html("/gone", status=404)], settings)
    with Archive(settings) as archive:
        again = capture_all(urls, replace(settings, refresh=True), archive=archive)
        archive.keep_text(again[urls[0]], "long enough")
    target = tmp_path / "pages.wacz"
    return export_wacz(settings.archive_dir, target), target, server


def test_every_part_is_there_with_its_digest(exported, settings):
    done, target, _ = exported
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        package = archive.read("datapackage.json")
        described = json.loads(package)
        digest = json.loads(archive.read("datapackage-digest.json"))
        assert digest["hash"] == "sha256:" + hashlib.sha256(package).hexdigest()
        for part in described["resources"]:
            content = archive.read(part["path"])
            assert (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}") == (part["bytes"], part["hash"])
        warcs = [info for info in archive.infolist() if info.filename.startswith("archive/")]
    assert {info.compress_type for info in warcs} == {zipfile.ZIP_STORED}
    assert described["wacz_version"] == "1.1.1"
    assert done.files == len(warcs) == len(list(settings.archive_dir.glob("*.warc.gz"))) == 2
    assert sorted(target.parent.glob(".*")) == []


def test_the_index_leads_to_every_record(exported):
    done, target, _ = exported
    with zipfile.ZipFile(target) as archive:
        lines = gzip.decompress(archive.read("indexes/index.cdx.gz")).decode().splitlines()
        assert lines == sorted(lines)
        assert len(lines) == done.records
        for line in lines:
            found = json.loads(line.split(" ", 2)[2])
            start, length = int(found["offset"]), int(found["length"])
            record = gzip.decompress(archive.read(f"archive/{found['filename']}")[start : start + length])
            assert record.startswith(b"WARC/1.1")
            assert f"WARC-Target-URI: {found['url']}\r\n".encode() in record
        first, *blocks = archive.read("indexes/index.idx").decode().splitlines()
        assert json.loads(first.split(" ", 2)[2]) == {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}
        assert json.loads(blocks[0].split(" ", 2)[2])["offset"] == 0
    assert any('"mime": "warc/revisit"' in line for line in lines)


def test_the_page_list_names_what_a_reader_opens(exported):
    done, target, server = exported
    with zipfile.ZipFile(target) as archive:
        head, *pages = map(json.loads, archive.read("pages/pages.jsonl").splitlines())
    assert head["format"] == "json-pages-1.0"
    assert {page["url"].removeprefix(server.url) for page in pages} == {"/page", "/data"}
    assert done.pages == len(pages) == len({page["id"] for page in pages})


WACZ = os.environ.get("FACTCHECK_WACZ") or shutil.which("wacz")


@pytest.mark.skipif(WACZ is None, reason="the format's own tool is not installed (pip install wacz; FACTCHECK_WACZ)")
def test_the_format_s_own_tool_finds_it_valid(exported):
    _, target, _ = exported
    done = subprocess.run([WACZ, "validate", "-f", str(target)], capture_output=True, text=True, check=False)
    assert "the passed WACZ is valid" in done.stdout, done.stdout + done.stderr


def test_many_captures_are_indexed_in_blocks(settings, tmp_path):
    settings.archive_dir.mkdir()
    record = (
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{0}>\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
        "WARC-Target-URI: http://a.example/{0}\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"
    )
    plain = settings.archive_dir / "others.warc"
    plain.write_text("".join(record.format(number) for number in range(700)), newline="")
    done = export_wacz(settings.archive_dir, tmp_path / "a.wacz")
    assert (done.records, done.pages) == (700, 700)
    with zipfile.ZipFile(tmp_path / "a.wacz") as archive:
        packed = archive.read("indexes/index.cdx.gz")
        blocks = [
            json.loads(line.split(" ", 2)[2]) for line in archive.read("indexes/index.idx").decode().splitlines()[1:]
        ]
    assert len(blocks) == 3
    lines = [gzip.decompress(packed[b["offset"] : b["offset"] + b["length"]]).count(b"\n") for b in blocks]
    assert lines == [300, 300, 100]


def test_an_empty_or_missing_archive_and_a_folder_that_cannot_be_written(exported, settings, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArchiveError, match="holds no captures"):
        export_wacz(tmp_path / "empty", tmp_path / "b.wacz")
    with pytest.raises(ArchiveError, match="there is no archive"):
        export_wacz(tmp_path / "nowhere", tmp_path / "b.wacz")
    with pytest.raises(ArchiveError, match="cannot be written"):
        export_wacz(settings.archive_dir, tmp_path / "no/such/folder/b.wacz")
    assert not (tmp_path / "b.wacz").exists()


def test_a_torn_file_is_listed_as_far_as_it_is_whole(settings, server):
    capture_all([server.html("/1"), server.html("/2")], settings)
    (path,) = settings.archive_dir.glob("*.warc.gz")
    listed = [(entry.stored.url, entry.offset) for entry in entries(path)]
    path.write_bytes(path.read_bytes()[: listed[1][1] + 20])
    assert [(entry.stored.url, entry.offset) for entry in entries(path)] == listed[:1]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://127.0.0.1:8080/A/b/?b=2&a=1", "1,0,0,127:8080)/a/b?a=1&b=2"),
        ("https://www.Example.com/", "com,example)/"),
        ("https://www2.example.com:8443/Path/", "com,example:8443)/path"),
        ("http://example.com/a?", "com,example)/a"),
        ("http://e.com//a//b", "com,e)/a/b"),
        ("https://e.com:443/a?b=2&a=1&a=0", "com,e)/a?a=0&a=1&b=2"),
        ("http://e.com/?q=A+B", "com,e)/?q=a+b"),
        ("urn:x:y", "urn:x:y"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_keys_are_those_of_the_internet_archive(url, key):
    assert surt(url) == key
