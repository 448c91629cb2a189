"""What comes of pages that misbehave: real sockets, direct and through a proxy."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
from fault_server import (
    FaultServer,
    chunked,
    dripping,
    first,
    gzip_bomb,
    packed,
    redirect,
    sending,
    with_body,
)

from factcheck.capture import Archive, capture_all
from factcheck.model import Capture, CaptureFailure, UncheckedReason

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
TEXT = b"<p>The budget rose by 4.2 percent.</p>" * 30
PLAIN = with_body(TEXT)
CLOSED = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"

# path → (page, what is expected: an HTTP status of a whole answer, or reason and signal of a failure)
SITUATIONS = {
    "/plain": (PLAIN, 200),
    "/201": (with_body(TEXT, status=203), 203),
    "/204": (sending(b"HTTP/1.1 204 No Content\r\n\r\n"), 204),
    "/404": (with_body(b"gone", status=404), 404),
    "/410": (with_body(b"gone", status=410), 410),
    "/401": (with_body(b"who?", ("WWW-Authenticate", "Basic"), status=401), 401),
    "/403": (with_body(b"no", status=403), 403),
    "/451": (with_body(b"no", status=451), 451),
    "/999": (with_body(b"no", status=999), 999),
    "/500": (with_body(b"oops", status=500), 500),
    "/501": (with_body(b"oops", status=501), 501),
    "/503": (with_body(b"busy", status=503), 503),
    "/503-then-200": (first(1, with_body(b"busy", status=503), PLAIN), 200),
    "/502-502-200": (first(2, with_body(b"busy", status=502), PLAIN), 200),
    "/reset-then-200": (first(1, sending(b"", then="reset"), PLAIN), 200),
    "/429-then-200": (first(1, with_body(b"wait", ("Retry-After", "0"), status=429), PLAIN), 200),
    "/429": (with_body(b"wait", ("Retry-After", "0"), status=429), ("rate_limited", "http_429")),
    "/429-hour": (with_body(b"wait", ("Retry-After", "3600"), status=429), ("rate_limited", "http_429")),
    "/gzip": (with_body(packed(TEXT), ("Content-Encoding", "gzip")), 200),
    "/x-gzip": (with_body(packed(TEXT), ("Content-Encoding", "x-gzip")), 200),
    "/gzip-members": (with_body(packed(TEXT[:9]) + packed(TEXT[9:]), ("Content-Encoding", "gzip")), 200),
    "/gzip-padded": (with_body(packed(TEXT) + b"\0\0\0", ("Content-Encoding", "gzip")), 200),
    "/gzip-twice": (with_body(packed(packed(TEXT)), ("Content-Encoding", "gzip, gzip")), 200),
    "/deflate": (with_body(zlib.compress(TEXT), ("Content-Encoding", "deflate")), 200),
    "/deflate-raw": (with_body(zlib.compress(TEXT)[2:-4], ("Content-Encoding", "deflate")), 200),
    "/identity": (with_body(TEXT, ("Content-Encoding", "identity")), 200),
    "/not-gzip": (with_body(TEXT, ("Content-Encoding", "gzip")), ("connection_error", "bad_content_encoding")),
    "/brotli": (with_body(TEXT, ("Content-Encoding", "br")), ("connection_error", "bad_content_encoding")),
    "/gzip-cut": (with_body(packed(TEXT)[:-30], ("Content-Encoding", "gzip")), ("connection_error", "truncated")),
    "/gzip-9-times": (
        with_body(packed(TEXT), ("Content-Encoding", ", ".join(["gzip"] * 9))),
        ("connection_error", "bad_content_encoding"),
    ),
    "/chunked": (sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(TEXT, TEXT, b"")), 200),
    "/chunked-cut": (
        sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(TEXT) + b"ff\r\nabc"),
        ("connection_error", "truncated"),
    ),
    "/chunked-nonsense": (
        sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"),
        ("connection_error", "not_http"),
    ),
    "/length-cut": (sending(HEAD + b"Content-Length: 5000\r\n\r\n" + TEXT), ("connection_error", "truncated")),
    "/no-length": (sending(CLOSED + TEXT), 200),
    "/http-1.0": (sending(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + TEXT), 200),
    "/100-continue": (sending(b"HTTP/1.1 100 Continue\r\n\r\n" + CLOSED + TEXT), 200),
    "/103": (sending(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + CLOSED + TEXT), 200),
    "/empty": (sending(CLOSED), 200),
    "/reset": (sending(b"", then="reset"), "connection_error"),
    "/reset-in-body": (
        sending(HEAD + b"Content-Length: 5000\r\n\r\nabc", pause_s=0.1, then="reset"),
        "connection_error",
    ),
    "/nothing": (sending(b""), ("connection_error", "empty_answer")),
    "/half-head": (sending(b"HTTP/1.1 200 OK\r\nContent-Ty"), ("connection_error", "truncated")),
    "/ssh": (sending(b"SSH-2.0-OpenSSH_9.6\r\n"), ("connection_error", "not_http")),
    "/smtp": (sending(b"220 mail ESMTP\r\n"), ("connection_error", "not_http")),
    "/bytes": (sending(bytes(range(256))), ("connection_error", "not_http")),
    "/http-2": (sending(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + bytes(18)), ("connection_error", "not_http")),
    "/bomb-gzip": (with_body(gzip_bomb(200), ("Content-Encoding", "gzip")), ("too_large", "body_too_large")),
    "/bomb-double": (
        with_body(packed(gzip_bomb(200)), ("Content-Encoding", "gzip, gzip")),
        ("too_large", "body_too_large"),
    ),
    "/bomb-announced": (
        sending(HEAD + b"Content-Length: 99999999999\r\n\r\n" + TEXT, then="hang"),
        ("too_large", "body_too_large"),
    ),
    "/header-flood": (
        sending(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (i, b"y" * 1000) for i in range(2000))),
        ("too_large", "header_too_large"),
    ),
    "/header-line": (sending(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 3_000_000), ("too_large", "header_too_large")),
    "/hang": (sending(b"", then="hang"), ("timeout", "read_timeout")),
    "/hang-in-head": (sending(b"HTTP/1.1 200 OK\r\nX", then="hang"), ("timeout", "drip")),
    "/hang-in-body": (sending(HEAD + b"Content-Length: 99\r\n\r\na", then="hang"), ("timeout", "read_timeout")),
    "/drip-head": (dripping(b"HTTP/1.1 200 OK\r\nX: ", 0.05), ("timeout", "drip")),
    "/drip-chunk-size": (dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;", 0.05), ("timeout", "drip")),
    "/drip-trailer": (dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: ", 0.05), ("timeout", "drip")),
    "/drip-body": (dripping(HEAD + b"Content-Length: 99999\r\n\r\n", 0.05), ("timeout", "drip")),
    "/302": (redirect("/plain"), 200),
    "/301": (redirect("/plain", 301), 200),
    "/303": (redirect("/plain", 303), 200),
    "/307": (redirect("/plain", 307), 200),
    "/308": (redirect("plain", 308), 200),
    "/302-nowhere": (with_body(b"hm", status=302), 302),
    "/300": (with_body(b"hm", ("Location", "/plain"), status=300), 300),
    "/loop": (redirect("/loop"), ("server_error", "redirect_loop")),
    "/ping": (redirect("/pong"), ("server_error", "redirect_loop")),
    "/pong": (redirect("/ping"), ("server_error", "redirect_loop")),
    "/to-404": (redirect("/404"), 404),
    "/cookie-wall": (first(1, redirect("/cookie-wall", cookie="seen=1"), PLAIN), 200),
    "/to-metadata": (redirect("http://169.254.169.254/latest/meta-data/"), ("refused_address", "refused_address")),
    "/to-private": (redirect("http://10.0.0.7/"), ("refused_address", "refused_address")),
    "/to-loopback": (redirect("http://127.1.2.3/"), ("refused_address", "refused_address")),
    "/to-decimal": (redirect("http://2852039166/"), ("refused_address", "refused_address")),
    "/to-mapped": (redirect("http://[::ffff:169.254.169.254]/"), ("refused_address", "refused_address")),
    "/to-localhost": (redirect("http://localhost/"), ("refused_address", "refused_address")),
    "/to-file": (redirect("file:///etc/passwd"), ("refused_address", "refused_scheme")),
    "/to-javascript": (redirect("javascript:alert(1)"), ("refused_address", "refused_scheme")),
    "/to-userinfo": (redirect("http://name:word@example.org/"), ("refused_address", "refused_userinfo")),
    "/to-port": (redirect("http://example.org:25/"), ("refused_address", "refused_port")),
    "/to-nonsense": (redirect("http://[::1/"), "*"),
    "/to-utf8": (redirect("/стр".encode().decode("latin-1")), 200),
    "/%D1%81%D1%82%D1%80": (PLAIN, 200),
    **{
        f"/step-{i}": (redirect(f"/step-{i + 1}"), 200 if i > 2 else ("server_error", "too_many_redirects"))
        for i in range(13)
    },
    "/step-13": (PLAIN, 200),
}
ASKED = [
    path
    for path in SITUATIONS
    if not (path.startswith("/step-") and path not in {"/step-0", "/step-2", "/step-3", "/step-12"})
]


@pytest.fixture
def quick(settings):
    """Limits that a test can wait for."""
    return replace(settings, read_timeout_s=1.0, total_timeout_s=6.0, attempts=3, per_host=1)


def describe(outcome):
    if isinstance(outcome, Capture):
        return outcome.http_status
    assert isinstance(outcome, CaptureFailure)
    return outcome.reason.value, outcome.signal


def agrees(outcome, expected):
    if expected == "*":
        return isinstance(outcome, CaptureFailure)
    if isinstance(expected, str):
        return isinstance(outcome, CaptureFailure) and outcome.reason == expected
    return describe(outcome) == expected


def furnish(serving):
    """A server for each situation, so that none sees the politeness that another earned."""
    made = {}
    for path in ASKED:
        server = FaultServer({name: page for name, (page, _) in SITUATIONS.items()})
        serving.start(server)
        made[path] = server
    return made


def check(results, urls, archive):
    wrong = {}
    for path, url in urls.items():
        outcome = results[url]
        if not agrees(outcome, SITUATIONS[path][1]):
            wrong[path] = (describe(outcome), getattr(outcome, "detail", None))
        assert getattr(outcome, "dead", False) is False
        if isinstance(outcome, Capture):
            assert len(archive.read_payload(outcome)) == outcome.payload_length
            if outcome.http_status == 200 and path not in {"/empty", "/chunked"}:
                assert archive.read_payload(outcome) == TEXT, path
    assert wrong == {}


def test_every_situation_has_its_outcome_on_a_direct_way(serving, quick):
    servers = furnish(serving)
    urls = {path: server.url + path for path, server in servers.items()}
    results = capture_all(list(urls.values()), quick)
    with Archive(quick) as archive:
        check(results, urls, archive)


def test_every_situation_has_its_outcome_through_a_proxy(serving, proxy, quick):
    servers = furnish(serving)
    urls = {}
    for number, (path, server) in enumerate(servers.items()):
        proxy.names[f"host{number}.example:80"] = server.port
        urls[path] = f"http://host{number}.example{path}"
    results = capture_all(list(urls.values()), replace(quick, allow_hosts=()))
    with Archive(quick) as archive:
        check(results, urls, archive)


def test_the_order_and_the_keys_of_the_result_are_those_of_the_urls(server, settings):
    urls = [server.html(f"/{name}") for name in "cab"]
    told = []
    results = capture_all([*urls, urls[0]], settings, lambda url, _: told.append(url))
    assert list(results) == urls
    assert sorted(told) == sorted(urls)
    assert server.paths().count("/c") == 1


def test_hops_are_kept_with_their_status_and_target(server, settings):
    server.pages["/old"] = redirect("/new", 301)
    server.html("/new")
    capture = capture_all([server.url + "/old"], settings)[server.url + "/old"]
    assert capture.final_url == server.url + "/new"
    assert [(hop.url, hop.http_status, hop.location) for hop in capture.redirects] == [
        (server.url + "/old", 301, "/new")
    ]
    assert capture.redirects[0].address == capture.address == "127.0.0.1"
    failure = capture_all([server.url + "/gone"], replace(settings, deny_hosts=("127.0.0.1",)))[server.url + "/gone"]
    assert (failure.reason, failure.signal) == (UncheckedReason.REFUSED_ADDRESS, "denied_host")
