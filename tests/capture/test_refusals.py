"""Hosts that refuse our own User-Agent, and answers that are not whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fault_server import chunked, dripping, packed, sending, with_body
from warcio.archiveiterator import ArchiveIterator

from factcheck.capture import Archive, capture_all
from factcheck.model import Capture, CaptureFailure, CaptureSource

TEXT = b"<p>The budget rose by 4.2 percent.</p>" * 30
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def only_for(word, status=403, headers=()):
    async def page(ask):
        if word in ask.headers["user-agent"]:
            await ask.answer(200, TEXT)
        else:
            await ask.answer(status, b"no robots", headers)

    return page


def agents(server, path):
    return [ask.headers["user-agent"].partition("/")[0] for ask in server.asked if ask.target == path]


@pytest.mark.parametrize("status", [403, 406, 999])
def test_a_host_that_refuses_our_name_is_asked_once_more_and_the_capture_says_so(server, settings, status):
    server.pages["/page"] = only_for("Mozilla", status)
    capture = capture_all([server.url + "/page"], settings)[server.url + "/page"]
    assert (capture.http_status, agents(server, "/page")) == (200, ["factcheck", "Mozilla"])
    assert "Mozilla/5.0" in capture.remarks[0]
    assert "factcheck" in server.asked[-1].headers["user-agent"]
    again = capture_all([server.url + "/page"], replace(settings, offline=True))[server.url + "/page"]
    assert (again.http_status, again.remarks, again.source) == (200, capture.remarks, CaptureSource.ARCHIVE)


def test_both_answers_are_archived(server, settings):
    server.pages["/page"] = only_for("Mozilla")
    capture_all([server.url + "/page"], settings)
    (path,) = settings.archive_dir.glob("*.warc.gz")
    with path.open("rb") as file:
        kept = [
            record.http_headers.get_statuscode()
            for record in ArchiveIterator(file)
            if record.rec_type == "response" and record.rec_headers.get_header("WARC-Target-URI").endswith("/page")
        ]
    assert sorted(kept) == ["200", "403"]


def test_a_host_that_refuses_every_name_is_asked_twice_once(server, settings):
    urls = [server.url + f"/{n}" for n in range(6)]
    for n in range(6):
        server.pages[f"/{n}"] = with_body(b"no", status=403)
    results = capture_all(urls, replace(settings, per_host=1))
    assert [results[url].http_status for url in urls] == [403] * 6
    assert all(not results[url].remarks for url in urls)
    assert sum(ask.target != "/robots.txt" for ask in server.asked) == 7


def test_a_host_that_answered_to_the_second_name_is_asked_by_it_from_then_on(server, settings):
    urls = [server.url + f"/{n}" for n in range(6)]
    for n in range(6):
        server.pages[f"/{n}"] = only_for("Mozilla")
    results = capture_all(urls, replace(settings, per_host=1))
    assert [results[url].http_status for url in urls] == [200] * 6
    assert all(results[url].remarks for url in urls)
    assert sum(ask.target != "/robots.txt" for ask in server.asked) == 7


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, (("cf-mitigated", "challenge"),)),
        (403, (("x-datadome", "protected"),)),
        (401, ()),
        (404, ()),
        (451, ()),
        (429, (("Retry-After", "0"),)),
    ],
)
def test_a_wall_and_a_busy_host_are_not_asked_under_another_name(server, settings, status, headers):
    server.pages["/page"] = only_for("Mozilla", status, headers)
    capture_all([server.url + "/page"], settings)
    assert set(agents(server, "/page")) == {"factcheck"}


def test_the_second_name_can_be_another_or_none(server, settings):
    server.pages["/page"] = only_for("Velm")
    url = server.url + "/page"
    assert capture_all([url], settings)[url].http_status == 403
    assert capture_all([url], replace(settings, second_agent="none"))[url].http_status == 403
    assert agents(server, "/page") == ["factcheck", "Mozilla", "factcheck"]
    assert capture_all([url], replace(settings, second_agent="Velm/1"))[url].http_status == 200


PARTIAL = {
    "short of its length": (sending(HEAD + b"Content-Length: 5000\r\n\r\n" + TEXT), "disconnect"),
    "longer than its length": (sending(HEAD + b"Content-Length: 100\r\n\r\n" + TEXT), "disconnect"),
    "reset": (sending(HEAD + b"Content-Length: 5000\r\n\r\n" + TEXT, pause_s=0.1, then="reset"), "disconnect"),
    "chunks cut off": (
        sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(TEXT) + b"ff\r\nabc"),
        "disconnect",
    ),
    "gzip cut off": (with_body(packed(TEXT * 9)[:-9], ("Content-Encoding", "gzip")), "disconnect"),
    "too large": (with_body(b"z" * 70_000), "length"),
    "drip": (dripping(HEAD + b"Content-Length: 9999\r\n\r\n" + TEXT, 0.05), "time"),
    "hang": (sending(HEAD + b"Content-Length: 9999\r\n\r\n" + TEXT, then="hang"), "time"),
}


@pytest.mark.parametrize("name", PARTIAL)
@pytest.mark.parametrize("way", ["direct", "proxy"])
def test_what_came_of_an_answer_that_is_not_whole_is_kept_and_never_a_page(name, way, server, settings, request):
    page, reason = PARTIAL[name]
    server.pages["/cut"] = page
    url, chosen = server.url + "/cut", replace(settings, attempts=1, read_timeout_s=0.5, max_body_bytes=60_000)
    if way == "proxy":
        request.getfixturevalue("proxy").names["velm.example:80"] = server.port
        url, chosen = "http://velm.example/cut", replace(chosen, allow_hosts=())
    outcome = capture_all([url], chosen)[url]
    assert isinstance(outcome, CaptureFailure), name
    assert not outcome.dead
    (path,) = settings.archive_dir.glob("*.warc.gz")
    with path.open("rb") as file:
        kept = [
            (record.rec_headers.get_header("WARC-Truncated"), len(record.raw_stream.read()))
            for record in ArchiveIterator(file, no_record_parse=True)
            if record.rec_type == "response" and record.rec_headers.get_header("WARC-Target-URI") == url
        ]
    assert [truncated for truncated, _ in kept] == [reason]
    with Archive(settings) as archive:
        assert archive.find(url) is None
    assert isinstance(capture_all([url], replace(chosen, offline=True))[url], CaptureFailure)


def test_a_whole_page_is_kept_beside_a_later_part_of_it(server, settings):
    url = server.html("/page", TEXT)
    first = capture_all([url], settings)[url]
    server.pages["/page"] = sending(HEAD + b"Content-Length: 5000\r\n\r\n" + TEXT[:50])
    assert isinstance(capture_all([url], replace(settings, refresh=True, attempts=2))[url], CaptureFailure)
    kept = capture_all([url], replace(settings, offline=True))[url]
    assert isinstance(kept, Capture)
    assert kept.payload_sha256 == first.payload_sha256
