"""Freshness, offline, archive-only hosts, conditional requests, robots, politeness, and what makes a link dead."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from fault_server import FaultServer, first, redirect, sending, with_body
from warcio.archiveiterator import ArchiveIterator

from factcheck.capture import Archive, capture_all, network_down
from factcheck.capture import connections as connections_module
from factcheck.capture.client import Client
from factcheck.errors import UsageError
from factcheck.model import Capture, CaptureFailure, CaptureSource, UncheckedReason


def one(url, settings, **changes):
    return capture_all([url], replace(settings, **changes))[url]


def kinds(settings):
    found = []
    for path in sorted(settings.archive_dir.iterdir()):
        with path.open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file, check_digests="raise")]
    return found


# --- freshness -------------------------------------------------------------------------------------------------------


def test_a_young_page_is_not_asked_for_again(server, settings):
    url = server.html("/page")
    server.pages["/old"] = redirect("/page")
    assert one(url, settings).source is CaptureSource.NETWORK
    assert one(server.url + "/old", settings).source is CaptureSource.NETWORK
    asked = len(server.asked)
    again = capture_all([url, server.url + "/old"], settings)
    assert [capture.source for capture in again.values()] == [CaptureSource.CACHE] * 2
    assert again[server.url + "/old"].redirects[0].location == "/page"
    assert len(server.asked) == asked
    assert one(url, settings, refresh=True).source is CaptureSource.NETWORK
    assert one(url, settings, max_age_s=0.0).source is CaptureSource.NETWORK


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_failure_is_never_an_answer_from_the_cache(server, settings, status):
    url = server.html("/page", status=status)
    for expected in (1, 2):
        outcome = one(url, settings, attempts=1, second_agent="none")
        assert (outcome.http_status, outcome.source) == (status, CaptureSource.NETWORK)
        assert server.paths().count("/page") == expected


@pytest.mark.parametrize(
    "location", ["/page?q='a'", "/shelf/../page", "/page?q={a}|b", "/./page", "/p\u00e4ge", "\\page"]
)
def test_what_a_redirect_leads_to_is_found_again_however_it_was_spelled(server, settings, location):
    async def page(ask):
        await ask.answer(
            302 if ask.target == "/old" else 200, b"here", (("Location", location),) * (ask.target == "/old")
        )

    server.raw = page
    url = server.url + "/old"
    live = one(url, settings, obey_robots=False)
    asked = len(server.asked)
    again = one(url, settings, obey_robots=False)
    kept = one(url, settings, offline=True)
    assert (again.source, kept.source) == (CaptureSource.CACHE, CaptureSource.ARCHIVE)
    assert {again.payload_sha256, kept.payload_sha256} == {live.payload_sha256}
    assert len(server.asked) == asked


def test_offline_takes_whatever_the_archive_has(server, settings):
    page, gone = server.html("/page"), server.html("/gone", status=404)
    capture_all([page, gone], settings)
    asked = len(server.asked)
    results = capture_all([page, gone, server.url + "/new"], replace(settings, offline=True, refresh=True, max_age_s=0))
    assert [type(outcome) for outcome in results.values()] == [Capture, Capture, CaptureFailure]
    assert {results[url].source for url in (page, gone)} == {CaptureSource.ARCHIVE}
    missing = results[server.url + "/new"]
    assert (missing.reason, missing.signal) == (UncheckedReason.OFFLINE, "offline")
    assert len(server.asked) == asked
    assert not network_down(results)


def test_a_host_that_is_archive_only_is_never_asked(server, settings):
    url = server.html("/page")
    one(url, settings)
    asked = len(server.asked)
    kept = replace(settings, archive_only_hosts=("*.0.0.1",), refresh=True)
    assert one(url, kept).source is CaptureSource.ARCHIVE
    missing = one(server.url + "/new", kept)
    assert (missing.reason, missing.signal) == (UncheckedReason.NOT_FETCHED, "archive_only")
    assert len(server.asked) == asked
    assert isinstance(one("http://[::1/", kept), CaptureFailure)


def test_an_unchanged_page_is_a_revisit_and_not_sent_again(server, settings):
    async def page(ask):
        if ask.headers.get("if-none-match") == '"v1"':
            await ask.answer(304, b"", (("ETag", '"v1"'), ("Content-Length", "0")))
        else:
            await ask.answer(
                200, b"<p>version 1</p>", (("ETag", '"v1"'), ("Last-Modified", "Sat, 01 Nov 2025 10:00:00 GMT"))
            )

    server.pages["/page"] = page
    url = server.url + "/page"
    first_time = one(url, settings)
    again = one(url, settings, max_age_s=0.0)
    assert server.asked[-1].headers["if-modified-since"] == "Sat, 01 Nov 2025 10:00:00 GMT"
    assert again.source is CaptureSource.CACHE
    assert again.http_status == 200
    assert again.captured_at >= first_time.captured_at
    assert again.payload_sha256 == first_time.payload_sha256
    assert again.warc == first_time.warc
    assert kinds(settings).count("revisit") == 1
    with Archive(settings) as archive:
        assert archive.read_payload(again) == b"<p>version 1</p>"
    assert one(url, settings, refresh=True).source is CaptureSource.NETWORK
    assert "if-none-match" not in server.asked[-1].headers


def test_a_304_that_nobody_asked_for_is_a_failure(server, settings):
    server.pages["/page"] = sending(b"HTTP/1.1 304 Not Modified\r\n\r\n")
    outcome = one(server.url + "/page", settings)
    assert (outcome.reason, outcome.signal) == (UncheckedReason.SERVER_ERROR, "unexpected_304")


def test_the_same_bytes_again_are_stored_once(server, settings):
    url = server.html("/page", b"<p>long enough to be worth it</p>" * 100)
    before = one(url, settings)
    after = one(url, settings, refresh=True)
    assert after.warc == before.warc
    assert kinds(settings).count("revisit") == 1
    (settings.cache_dir / "captures").rename(settings.cache_dir / "lost")
    with Archive(settings) as archive:
        found = archive.find(url)
        assert found.captured_at == after.captured_at
        assert archive.read_payload(found) == archive.read_payload(before)


def test_nothing_is_written_if_nothing_was_fetched(settings):
    capture_all(["http://10.0.0.1/", "nonsense", ""], settings)
    assert not settings.archive_dir.exists()
    assert capture_all([], settings) == {}


# --- headers ---------------------------------------------------------------------------------------------------------


def test_the_request_says_who_asks_and_asks_as_a_browser(server, settings):
    one(server.html("/page"), settings, contact="mailto:me@example.org")
    headers = server.asked[-1].headers
    assert headers["user-agent"].startswith("factcheck/")
    assert "mailto:me@example.org" in headers["user-agent"]
    assert headers["accept"].startswith("text/html")
    assert headers["accept-encoding"] == "gzip, deflate"
    assert {"cookie", "authorization", "referer"}.isdisjoint(headers)
    assert {ask.method for ask in server.asked} == {"GET"}


def test_a_netrc_is_not_read(server, settings, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    one(server.html("/page"), settings)
    assert all("authorization" not in ask.headers for ask in server.asked)


def test_cookies_stay_in_one_chain_and_on_one_host(serving, proxy, settings):
    one_host, other = FaultServer(), FaultServer()
    serving.start(one_host)
    serving.start(other)
    proxy.names |= {"one.example:80": one_host.port, "other.example:80": other.port}
    one_host.pages["/start"] = redirect("/next", cookie="key=secret-word; Path=/; HttpOnly")
    one_host.pages["/next"] = redirect("http://other.example/page", cookie="key=gone; Max-Age=0")
    other.pages["/page"] = redirect("http://one.example/end")
    one_host.html("/end")
    one_host.html("/alone")
    assert one("http://one.example/start", settings).http_status == 200
    one("http://one.example/alone", settings)
    cookies = {ask.target: ask.headers.get("cookie") for ask in [*one_host.asked, *other.asked]}
    assert cookies["/next"] == "key=secret-word"
    assert {cookies[path] for path in ("/start", "/page", "/end", "/alone")} == {None}
    everything = b"".join(_unpacked(path) for path in settings.archive_dir.iterdir())
    assert b"secret-word" not in everything
    assert b"key=[redacted]; Path=/; HttpOnly" in everything


def _unpacked(path):
    import gzip

    return gzip.decompress(path.read_bytes())


# --- robots ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (with_body(b"User-agent: *\nDisallow: /private"), True),
        (with_body(b"User-agent: *\nDisallow: /"), False),
        (with_body(b"User-agent: factcheck\nDisallow: /"), False),
        (with_body(b"User-agent: *\nDisallow: /\n\nUser-agent: factcheck\nAllow: /"), True),
        (with_body(b"no", status=403), True),
        (with_body(b"no", status=404), True),
        (redirect("/other-robots"), False),
        (redirect("/robots.txt"), True),
        (redirect("http://10.0.0.1/robots.txt"), True),
        (with_body(b"<html>not rules</html>"), True),
        (with_body(b"\x00\xff" * 99), True),
        (with_body(b"#" * 600_000 + b"\nUser-agent: *\nDisallow: /"), True),
    ],
)
def test_robots_txt_is_read_as_rfc_9309_says(server, settings, robots, allowed):
    server.pages["/robots.txt"] = robots
    server.pages["/other-robots"] = with_body(b"User-agent: *\nDisallow: /page")
    outcome = one(server.html("/page"), settings)
    if allowed:
        assert isinstance(outcome, Capture)
    else:
        assert (outcome.reason, outcome.signal) == (UncheckedReason.ROBOTS, "robots_disallowed")
        assert "/page" not in server.paths()
        assert isinstance(one(server.url + "/page", settings, obey_robots=False), Capture)


def test_rules_that_cannot_be_had_forbid_everything(server, settings):
    server.pages["/robots.txt"] = with_body(b"busy", status=503)
    outcome = one(server.html("/page"), settings)
    assert (outcome.reason, outcome.signal, outcome.http_status) == (UncheckedReason.ROBOTS, "robots_unreachable", 503)
    assert "/page" not in server.paths()


def test_rules_are_asked_for_once_a_day(server, settings):
    urls = [server.html(f"/{number}") for number in range(5)]
    capture_all(urls, settings)
    capture_all(urls, replace(settings, refresh=True))
    assert server.paths().count("/robots.txt") == 1


def test_every_hop_s_rules_hold(serving, server, settings):
    other = FaultServer()
    serving.start(other)
    other.pages["/robots.txt"] = with_body(b"User-agent: *\nDisallow: /")
    server.pages["/page"] = redirect(other.html("/page"))
    outcome = one(server.url + "/page", settings)
    assert outcome.signal == "robots_disallowed"
    assert len(outcome.redirects) == 1
    assert other.paths() == ["/robots.txt"]


# --- politeness ------------------------------------------------------------------------------------------------------


def test_a_host_s_pace_is_kept(server, settings, monkeypatch):
    asked = []
    real = Client.get

    async def get(self, target, headers):
        asked.append(time.monotonic())
        return await real(self, target, headers)

    monkeypatch.setattr(Client, "get", get)
    capture_all([server.html(f"/{number}") for number in range(6)], replace(settings, delay_s=0.05))
    assert len(asked) == 7
    assert min(later - earlier for earlier, later in pairwise(asked)) > 0.03


def test_few_requests_at_a_time_go_to_one_host(server, settings):
    under_way = peak = 0

    async def slow(ask):
        nonlocal under_way, peak
        under_way += 1
        peak = max(peak, under_way)
        await asyncio.sleep(0.05)
        under_way -= 1
        await ask.answer(200, b"here")

    for number in range(9):
        server.pages[f"/{number}"] = slow
    capture_all([f"{server.url}/{number}" for number in range(9)], settings)
    assert peak == settings.per_host


def test_none_is_asked_before_its_retry_after_is_over(server, settings):
    served = []
    early = []

    async def limited(ask):
        now = time.monotonic()
        recent = [at for at in served if now - at < 0.5]
        if len(recent) >= 5:
            early.append(now)
            await ask.answer(429, b"wait", (("Retry-After", "1"),))
            return
        served.append(now)
        await ask.answer(200, b"here")

    for number in range(25):
        server.pages[f"/{number}"] = limited
    results = capture_all([f"{server.url}/{number}" for number in range(25)], replace(settings, obey_robots=False))
    assert all(isinstance(outcome, Capture) for outcome in results.values())
    assert len(server.asked) <= 30
    for closed in early:
        assert not [ask for ask in server.asked if closed + 0.1 < ask.at < closed + 0.95]


def test_a_host_that_asks_for_an_hour_delays_nobody(serving, server, settings):
    closed = FaultServer()
    serving.start(closed)
    for number in range(9):
        closed.pages[f"/{number}"] = with_body(b"wait", ("Retry-After", "3600"), status=429)
    urls = [f"{closed.url}/{number}" for number in range(9)]
    page = server.html("/page")
    results = capture_all([*urls, page], settings)
    assert isinstance(results[page], Capture)
    assert {results[url].reason for url in urls} == {UncheckedReason.RATE_LIMITED}
    assert len(closed.asked) <= 1 + settings.per_host
    assert not network_down(results)


def test_a_busy_host_that_asks_for_an_hour_is_a_server_error(server, settings):
    url = server.html("/page", status=503, Retry_After="3600")
    assert one(url, settings).http_status == 503
    assert server.paths().count("/page") == 1


# --- what is dead, and what is only unreachable ----------------------------------------------------------------------


def no_such_host(*_args, **_kwargs):
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def only_live(monkeypatch):
    """The one name that is found is live.example, at the loopback server."""
    real = socket.getaddrinfo
    known = {"live.example": "127.0.0.1", "127.0.0.1": "127.0.0.1"}
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *a, **k: real(known[host], *a, **k) if host in known else no_such_host(),
    )


def test_a_name_that_does_not_exist_is_dead_if_others_are_found(server, settings, monkeypatch):
    only_live(monkeypatch)
    monkeypatch.setattr("factcheck.capture.entry.refusal", lambda _: None)  # as if the loopback were a public address
    url = server.html("/page").replace("127.0.0.1", "live.example")
    told = []
    allowed = replace(settings, allow_hosts=(*settings.allow_hosts, "live.example"))
    results = capture_all([url, "http://gone.example/"], allowed, lambda _, outcome: told.append(outcome))
    gone = results["http://gone.example/"]
    assert isinstance(results[url], Capture)
    assert (gone.signal, gone.dead, gone.reason) == ("no_such_host", True, UncheckedReason.CONNECTION_ERROR)
    assert not network_down(results)
    assert len(told) == 2


@pytest.mark.parametrize("witness", ["127.0.0.1", "live.example"])
def test_a_server_of_ones_own_proves_nothing_of_other_names(server, settings, monkeypatch, witness):
    only_live(monkeypatch)
    url = server.html("/page").replace("127.0.0.1", witness)
    allowed = replace(settings, allow_hosts=(*settings.allow_hosts, "live.example"))
    results = capture_all([url, "http://gone.example/"], allowed)
    assert isinstance(results[url], Capture)
    assert (results["http://gone.example/"].signal, results["http://gone.example/"].dead) == ("no_such_host", False)


def test_without_a_network_nothing_is_dead(settings, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", no_such_host)
    results = capture_all([f"http://host{number}.example/" for number in range(5)], settings)
    assert {(outcome.signal, outcome.dead) for outcome in results.values()} == {("no_such_host", False)}
    assert network_down(results)


@pytest.mark.parametrize("code", [socket.EAI_AGAIN, socket.EAI_FAIL])
def test_a_resolver_that_does_not_know_proves_nothing(server, settings, monkeypatch, code):
    url = server.html("/page")
    real = socket.getaddrinfo

    def look_up(host, *args, **kwargs):
        if host[0].isdigit():
            return real(host, *args, **kwargs)
        raise socket.gaierror(code, "try again")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    outcome = capture_all([url, "http://gone.example/"], replace(settings, attempts=1))["http://gone.example/"]
    assert (outcome.signal, outcome.dead) == ("dns_failure", False)


def test_a_refused_connection_alone_is_a_network_that_is_down(settings):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        results = capture_all([url], replace(settings, attempts=1))
    assert results[url].signal == "connection_refused"
    assert network_down(results)


def test_a_proxy_that_is_not_there_is_a_network_that_is_down(settings, monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    results = capture_all(["http://a.example/", "https://b.example/"], settings)
    assert {(outcome.signal, outcome.dead) for outcome in results.values()} == {("proxy_unreachable", False)}
    assert network_down(results)


def test_a_proxy_that_will_not_connect_is_named(proxy, settings):
    proxy.refuse = 407
    results = capture_all(["http://a.example/", "https://b.example/"], settings)
    assert {outcome.signal for outcome in results.values()} == {"proxy_refused"}
    assert network_down(results)
    assert network_down({}) is False


# --- the way to a host -----------------------------------------------------------------------------------------------


def test_the_address_that_was_judged_is_the_one_that_is_asked(server, settings, monkeypatch):
    """DNS rebinding: a name is looked up once per connection, and never again by the socket."""
    server.html("/page")
    looked_up = []

    def look_up(host, port, *_args, **_kwargs):
        looked_up.append(host)
        answer = "127.0.0.1" if len(looked_up) % 2 else "169.254.169.254"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answer, port))]

    monkeypatch.setattr(connections_module, "resolve", lambda host, port: [info[4][0] for info in look_up(host, port)])
    url = f"http://wiki.example:{server.port}/page"
    outcome = one(url, settings, allow_hosts=("wiki.example",), obey_robots=False)
    assert isinstance(outcome, Capture)
    assert looked_up == ["wiki.example"]
    assert server.asked[-1].headers["host"] == f"wiki.example:{server.port}"


def test_a_name_that_turns_out_to_be_private_is_not_asked(server, settings, monkeypatch):
    monkeypatch.setattr(connections_module, "resolve", lambda *_: ["127.0.0.1", "::1"])
    outcome = one(f"http://pages.example:{server.port}/", settings, allow_ports=(server.port,))
    assert (outcome.reason, outcome.signal) == (UncheckedReason.REFUSED_ADDRESS, "refused_address")
    assert server.connections == 0


def test_through_a_proxy_no_name_is_looked_up(serving, proxy, settings, monkeypatch):
    server = FaultServer()
    serving.start(server)
    server.html("/page")
    proxy.names["pages.example:80"] = server.port
    looked_up = []
    real = connections_module.resolve
    monkeypatch.setattr(connections_module, "resolve", lambda host, port: (looked_up.append(host), real(host, port))[1])
    assert one("http://pages.example/page", settings).http_status == 200
    assert looked_up == []
    for url in ("http://169.254.169.254/", "http://2852039166/", "http://0xa9.254.43518/", "http://localhost/"):
        assert one(url, settings).reason is UncheckedReason.REFUSED_ADDRESS
    assert all("pages.example" in ask.target for ask in proxy.asked)


@pytest.mark.parametrize("no_proxy", ["127.0.0.1", "*", "127.0.0.0/8", "localhost, 127.0.0.1"])
def test_no_proxy_is_respected(server, proxy, settings, monkeypatch, no_proxy):
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert one(server.html("/page"), settings).http_status == 200
    assert proxy.asked == []


def test_the_operator_s_name_and_password_go_to_the_proxy_only(serving, proxy, settings, monkeypatch):
    server = FaultServer()
    serving.start(server)
    server.html("/page")
    proxy.names["pages.example:80"] = server.port
    monkeypatch.setenv("HTTP_PROXY", proxy.url.replace("http://", "http://me:word@"))
    assert one("http://pages.example/page", settings).http_status == 200
    assert proxy.asked[-1].headers["proxy-authorization"] == "Basic bWU6d29yZA=="
    assert "authorization" not in server.asked[-1].headers


def test_a_proxy_that_cannot_be_used_is_the_user_s_affair(settings, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "socks5h://me:word@127.0.0.1:1080")
    with pytest.raises(UsageError) as caught:
        capture_all(["http://pages.example/"], settings)
    assert "word" not in str(caught.value)


def test_a_connection_that_the_host_closed_meanwhile_is_no_failure(server, settings):
    async def once(ask):
        await ask.answer(200, b"here")
        ask.writer.close()

    for number in range(4):
        server.pages[f"/{number}"] = once
    results = capture_all([f"{server.url}/{number}" for number in range(4)], replace(settings, attempts=1, per_host=1))
    assert all(isinstance(outcome, Capture) for outcome in results.values())


def test_a_kept_connection_is_used_again(server, settings):
    capture_all([server.html(f"/{number}") for number in range(6)], replace(settings, per_host=1))
    assert server.connections == 1


# --- the run itself --------------------------------------------------------------------------------------------------


def test_an_interrupted_run_keeps_what_is_done(server, settings):
    urls = [server.html(f"/{number}") for number in range(30)]

    def stop(_url, _outcome):
        if len(told) == 5:
            signal.raise_signal(signal.SIGINT)
        told.append(_url)

    told = []
    results = capture_all(urls, replace(settings, per_host=1), stop)
    captured = [outcome for outcome in results.values() if isinstance(outcome, Capture)]
    others = [outcome for outcome in results.values() if isinstance(outcome, CaptureFailure)]
    assert captured
    assert {(outcome.reason, outcome.signal) for outcome in others} == {(UncheckedReason.NOT_FETCHED, "interrupted")}
    assert list(results) == urls
    with Archive(settings) as archive:
        assert all(archive.read_payload(capture) for capture in captured)


def test_a_run_can_be_made_from_within_a_loop(server, settings):
    url = server.html("/page")

    async def notebook():
        return capture_all([url], settings)

    assert asyncio.run(notebook())[url].http_status == 200


def test_two_runs_at_once_ask_for_nothing_twice(server, settings):
    async def slow(ask):
        await asyncio.sleep(0.02)
        await ask.answer(200, b"here")

    urls = []
    for number in range(12):
        server.pages[f"/{number}"] = slow
        urls.append(f"{server.url}/{number}")
    found = {}
    runs = [
        threading.Thread(target=lambda name=name: found.update({name: capture_all(urls, settings)})) for name in "ab"
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert all(isinstance(outcome, Capture) for results in found.values() for outcome in results.values())
    assert sorted(server.paths()) == sorted({*server.paths()})
    with Archive(settings) as archive:
        for results in found.values():
            assert all(archive.read_payload(capture) == b"here" for capture in results.values())


RUN = """
import sys
from pathlib import Path
from factcheck.capture import capture_all
from factcheck.config import Settings
folder, urls = Path(sys.argv[1]), sys.argv[2:]
settings = Settings(archive_dir=folder / "archive", cache_dir=folder / "cache", allow_hosts=("127.0.0.1",), delay_s=0.0)
results = capture_all(urls, settings)
print(*(outcome.payload_sha256 for outcome in results.values()))
"""


def test_three_programs_at_once_ask_for_nothing_twice(server, settings, tmp_path):
    urls = [server.html(f"/{number}", b"page %d" % number) for number in range(40)]
    command = [sys.executable, "-c", RUN, str(tmp_path), *urls]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = {run.communicate(timeout=60)[0] for run in runs}
    assert {run.returncode for run in runs} == {0}
    assert len(said) == 1
    assert sorted(server.paths()) == sorted({*server.paths()})


def test_the_lease_of_a_run_that_is_dead_is_taken_over(server, settings):
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    url = server.html("/page")
    with Archive(settings) as archive:
        archive.index.keep_note(f"lease:127.0.0.1:{server.port}", [socket.gethostname(), gone.pid, "x"], 300)
    assert one(url, settings).http_status == 200


def test_a_bug_in_one_capture_is_not_the_end_of_the_others(server, settings, monkeypatch, caplog):
    from factcheck.capture.chain import Fetcher

    real = Fetcher.fetch

    async def fetch(self, url, *args, **kwargs):
        if url.endswith("/bug"):
            raise ZeroDivisionError("a bug")
        return await real(self, url, *args, **kwargs)

    monkeypatch.setattr(Fetcher, "fetch", fetch)
    urls = [server.html("/bug"), server.html("/page")]
    results = capture_all(urls, settings)
    assert results[urls[0]].signal == "connection_failed"
    assert results[urls[1]].http_status == 200
    assert "a bug" in caplog.text


def test_a_retry_asks_for_the_rules_again(server, settings):
    server.pages["/robots.txt"] = first(1, sending(b"", then="reset"), with_body(b""))
    assert one(server.html("/page"), settings).http_status == 200


def test_what_a_web_archive_answers_is_not_the_live_page(server, settings):
    original = server.html(
        "/page",
        Memento_Datetime="Thu, 15 May 2025 10:00:00 GMT",
        Link=f'<{server.url}/page>; rel="original", <{server.url}/tg>; rel="timegate"',
    )
    copy = server.html(
        "/web/20250515100000/http://gone.example/",
        Memento_Datetime="Thu, 15 May 2025 10:00:00 GMT",
        Link='<http://gone.example/>; rel="original"',
    )
    results = capture_all([original, copy], settings)
    assert {outcome.source for outcome in results.values()} == {CaptureSource.MEMENTO}
    assert results[original].memento_url is None
    assert results[copy].memento_url == copy
    assert results[copy].captured_at.isoformat() == "2025-05-15T10:00:00+00:00"
    asked = len(server.asked)
    assert capture_all([original, copy], settings) == results
    assert len(server.asked) == asked
