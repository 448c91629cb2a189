"""Dead pages come back from web archives: an archive of our own making, and the real pywb where it is installed."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

import pytest
from fault_server import with_body
from warcio.archiveiterator import ArchiveIterator

from factcheck.capture import Archive, capture_all, find_memento, find_mementos, timegates
from factcheck.model import CaptureSource

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared"))
FROZEN = SHARED / "web" / "frozen-small.warc.gz"
PYWB = shutil.which("wayback", path=os.environ.get("FACTCHECK_PYWB", os.environ.get("PATH")))
GONE = "http://gone.example/page"
COPIES = {"20200101000000": "Wed, 01 Jan 2020 00:00:00 GMT", "20240601120000": "Sat, 01 Jun 2024 12:00:00 GMT"}


@pytest.fixture(autouse=True)
def _rested():
    timegates.resting.clear()


@pytest.fixture
def gate(server, settings):
    """A web archive with two copies of one page."""

    async def negotiate(ask):
        asked = ask.headers.get("accept-datetime", "")
        stamp = "20200101000000" if "2019" in asked or "2020" in asked else "20240601120000"
        await ask.answer(302, b"", (("Location", f"/web/{stamp}/{GONE}"), ("Vary", "accept-datetime")))

    server.pages[f"/web/{GONE}"] = negotiate
    for stamp, date in COPIES.items():
        server.html(
            f"/web/{stamp}id_/{GONE}",
            f"<p>as of {stamp}</p>".encode(),
            Memento_Datetime=date,
            Link=f'<{GONE}>; rel="original", <{server.url}/web/{GONE}>; rel="timegate"',
        )
    return replace(settings, timegates=(f"{server.url}/web/",), allow_hosts=())


@pytest.mark.parametrize(
    ("near", "stamp"),
    [
        (None, "20240601120000"),
        (datetime(2019, 5, 1, tzinfo=UTC), "20200101000000"),
        (datetime(2024, 1, 1, tzinfo=UTC), "20240601120000"),
    ],
)
def test_the_copy_nearest_to_a_time_comes_back(server, gate, near, stamp):
    memento = find_memento(GONE, gate, near)
    assert memento.source is CaptureSource.MEMENTO
    assert memento.memento_url == f"{server.url}/web/{stamp}id_/{GONE}"
    assert (memento.requested_url, memento.final_url) == (GONE, GONE)
    assert memento.captured_at.strftime("%Y%m%d%H%M%S") == stamp
    assert "/robots.txt" not in server.paths()
    with Archive(gate) as archive:
        assert archive.read_payload(memento) == f"<p>as of {stamp}</p>".encode()
    asked = len(server.asked)
    assert find_memento(GONE, replace(gate, offline=True), near) == memento
    shutil.rmtree(gate.cache_dir)
    assert find_memento(GONE, gate, near) == memento
    assert len(server.asked) == asked


def test_many_copies_go_into_one_file(server, gate):
    found = find_mementos({GONE: None, "http://never.example/": None}, gate)
    assert list(found) == [GONE]
    assert len(list(gate.archive_dir.iterdir())) == 1


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (404, (("Memento-Datetime", COPIES["20240601120000"]),)),
        (200, ()),
        (200, (("Memento-Datetime", "yesterday"),)),
    ],
)
def test_what_is_no_copy_of_a_page_is_none(server, gate, status, headers):
    server.pages[f"/web/20240601120000id_/{GONE}"] = with_body(b"hm", *headers, status=status)
    assert find_memento(GONE, gate, None) is None


def test_an_archive_that_does_not_have_it_is_asked_for_the_next(server, gate):
    assert find_memento("http://never.example/", gate, None) is None
    assert find_memento(GONE, gate, None)


@pytest.mark.parametrize("status", [429, 503])
def test_an_archive_that_is_busy_is_left_in_peace(server, gate, status):
    server.pages[f"/web/{GONE}"] = with_body(b"busy", ("Retry-After", "60"), status=status)
    for _ in range(3):
        assert find_memento(GONE, gate, None) is None
    assert server.paths().count(f"/web/{GONE}") == 1


def test_an_archive_that_is_not_there_is_asked_once_and_the_next_one_answers(server, gate):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        missing = f"http://127.0.0.1:{unused.getsockname()[1]}/web/"
        both = replace(gate, timegates=(missing, *gate.timegates))
        assert find_memento(GONE, both, None) is not None
        assert missing in timegates.resting
        assert find_memento("http://never.example/", replace(gate, timegates=(missing,)), None) is None


def test_offline_and_without_a_timegate_nothing_is_asked(server, gate):
    assert find_memento(GONE, replace(gate, offline=True), None) is None
    assert find_memento(GONE, replace(gate, timegates=()), None) is None
    assert server.asked == []


# --- the real pywb ---------------------------------------------------------------------------------------------------

CONFIG = "collections_root: collections\nframed_replay: false\nenable_memento: true\nredirect_to_exact: true\n"


def run_pywb(folder, warcs):
    """Starts pywb on these files; gives its process and the TimeGate's address."""
    manager = Path(PYWB).with_name("wb-manager")
    subprocess.run([manager, "init", "pages"], cwd=folder, check=True, capture_output=True)
    subprocess.run([manager, "add", "pages", *warcs], cwd=folder, check=True, capture_output=True)
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [PYWB, "-b", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return process, f"http://127.0.0.1:{port}/pages/"
        time.sleep(0.1)
    process.kill()
    raise RuntimeError("pywb did not start")


@pytest.mark.skipif(PYWB is None, reason="pywb is not installed (FACTCHECK_PYWB names the folder of its programs)")
@pytest.mark.skipif(not FROZEN.exists(), reason="the real pages are not here")
def test_real_pages_come_back_from_pywb(settings, tmp_path):
    with FROZEN.open("rb") as file:
        pages = {
            record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        }
    wanted = dict.fromkeys(list(pages)[:12])
    process, gate = run_pywb(tmp_path, [FROZEN])
    try:
        kept = replace(settings, timegates=(gate,))
        found = find_mementos({**wanted, "http://never.example/": None}, kept)
    finally:
        process.kill()
        process.wait()
    assert set(found) == set(wanted)
    with Archive(kept) as archive:
        for url, memento in found.items():
            assert archive.read_payload(memento) == pages[url]
            assert memento.captured_at.year >= 2000


@pytest.mark.skipif(PYWB is None, reason="pywb is not installed (FACTCHECK_PYWB names the folder of its programs)")
def test_our_archive_replays_in_pywb_revisits_included(server, settings, tmp_path):
    body = b"<p>worth storing once</p>" * 99

    async def page(ask):
        if ask.headers.get("if-none-match"):
            await ask.answer(304, b"", (("ETag", '"1"'),))
        else:
            await ask.answer(200, body, (("ETag", '"1"'),))

    server.pages["/conditional"] = page
    same = server.html("/same", body + b"!")
    urls = [server.url + "/conditional", same]
    with Archive(settings) as archive:
        first = capture_all(urls, settings, archive=archive)
        for url in urls:
            archive.keep_text(first[url], "worth storing once")
    time.sleep(1.1)
    capture_all([urls[0]], replace(settings, max_age_s=0.0))
    capture_all([urls[1]], replace(settings, refresh=True))
    process, gate = run_pywb(tmp_path, sorted(settings.archive_dir.iterdir()))
    try:
        replayed = replace(settings, archive_dir=tmp_path / "replayed", timegates=(gate,))
        found = find_mementos(dict.fromkeys(urls), replayed)
        with urlopen(f"{gate}cdx?url={urls[0]}&output=json") as answer:
            listed = [json.loads(line) for line in answer]
        with urlopen(f"{gate}id_/urn:text:{urls[0]}") as answer:
            text = answer.read()
    finally:
        process.kill()
        process.wait()
    assert [line["mime"] for line in listed] == ["text/html", "warc/revisit"]  # the text is no version of the page
    assert text == b"worth storing once"
    with Archive(replayed) as archive:
        assert [archive.read_payload(found[url]) for url in urls] == [body, body + b"!"]
    for url in urls:
        assert found[url].captured_at > first[url].captured_at
