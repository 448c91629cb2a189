"""More that hosts do, judged to the end: the outcome that a reader is told, direct and through a proxy."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from email.utils import formatdate
from time import time

import pytest
from fault_server import FaultServer, chunked, first, packed, redirect, sending, with_body

from factcheck.capture import Archive, capture_all
from factcheck.forwarding import follow_refreshes
from factcheck.model import CaptureFailure, Page
from factcheck.pages import read_page

TEXT = "<h1>Бюджет</h1><p>The budget of Velm rose by 4.2 percent in 2019, to 715 million crowns, the auditors say.</p>"
BODY = TEXT.encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
PLAIN = with_body(BODY)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
JPEG = b"\xff\xd8\xff\xe0" + bytes(200)
FIREWALL = (
    b"<title>Your access to this site has been limited by the site owner</title>"
    b"<p>Your access to this service has been limited. (HTTP response code 503)</p>"
)
HOME = b"<title>Velm</title><p>Welcome to the town of Velm, its bridges, its market and its archive of letters.</p>"


def typed(body, content_type, *headers, status=200):
    return with_body(body, ("Content-Type", content_type), *headers, status=status)


def raw(head, body=BODY):
    return sending(head + body)


async def new_cookie_each_time(ask):
    await ask.answer(302, b"", (("Location", ask.target), ("Set-Cookie", f"turn={ask.count}")))


async def needs_two_cookies(ask):
    cookies = ask.headers.get("cookie", "")
    if "a=1" in cookies and "b=2" in cookies:
        await ask.answer(200, BODY)
    elif "a=1" in cookies:
        await ask.answer(302, b"", (("Location", ask.target), ("Set-Cookie", "b=2; Path=/")))
    else:
        await ask.answer(302, b"", (("Location", ask.target), ("Set-Cookie", "a=1; HttpOnly")))


def later(seconds):
    return formatdate(time() + seconds, usegmt=True)


STATUSES = {
    f"{status}": (with_body(BODY, status=status), right)
    for status, right in {
        400: "blocked",
        402: "login_required",
        405: "blocked",
        406: "blocked",
        407: "*",
        409: "blocked",
        418: "blocked",
        421: "blocked",
        423: "blocked",
        444: "blocked",
        495: "blocked",
        499: "blocked",
        505: "server_error",
        511: "server_error",
        530: "server_error",
        599: "server_error",
        201: "no_text",
        202: "no_text",
        226: "*",
        300: "*",
        304: "*",
        305: "*",
        306: "*",
        206: "*",
    }.items()
}
SITUATIONS = STATUSES | {
    # --- rate limits
    "429 absurd": (with_body(b"", ("Retry-After", "99999999999999"), status=429), "rate_limited"),
    "429 date": (with_body(b"", ("Retry-After", later(7200)), status=429), "rate_limited"),
    "429 past date": (first(1, with_body(b"", ("Retry-After", later(-60)), status=429), PLAIN), "page"),
    "429 negative": (with_body(b"", ("Retry-After", "-5"), status=429), "rate_limited"),
    "429 words": (with_body(b"", ("Retry-After", "soon"), status=429), "rate_limited"),
    "429 fraction": (with_body(b"", ("Retry-After", "0.5"), status=429), "rate_limited"),
    "503 later": (with_body(b"", ("Retry-After", "7200"), status=503), "server_error"),
    "503 soon": (first(1, with_body(b"", ("Retry-After", "0"), status=503), PLAIN), "page"),
    "403 then fine": (first(1, with_body(b"", status=403), PLAIN), "page"),
    # --- redirects
    "no location": (with_body(BODY, status=301), "connection_error"),
    "empty location": (with_body(BODY, ("Location", ""), status=302), "*"),
    "blank location": (redirect("  "), "*"),
    "relative up": (redirect("../page"), "page"),
    "relative query": (redirect("?x=1"), "page"),
    "relative scheme": (redirect("//10.0.0.1/page"), "refused_address"),
    "with fragment": (redirect("/page#part"), "page"),
    "with blanks": (redirect("/with blank"), "page"),
    "with tabs": (redirect("/pa\tge"), "page"),
    "utf-8": (redirect("/страница".encode().decode("latin-1")), "page"),
    "percent": (redirect("/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0"), "page"),
    "two locations": (with_body(b"", ("Location", "/page"), ("Location", "/page"), status=302), "page"),
    "upper scheme": (redirect("HTTP://10.0.0.1/"), "refused_address"),
    "data": (redirect("data:text/html,hello"), "refused_address"),
    "ftp": (redirect("ftp://velm.example/page"), "refused_address"),
    "mailto": (redirect("mailto:office@velm.example"), "refused_address"),
    "blob": (redirect("blob:https://velm.example/1"), "refused_address"),
    "about": (redirect("about:blank"), "refused_address"),
    "to ipv6 loopback": (redirect("http://[::1]/"), "refused_address"),
    "to nat64 metadata": (redirect("http://[64:ff9b::a9fe:a9fe]/"), "refused_address"),
    "to 6to4 private": (redirect("http://[2002:a00:1::]/"), "refused_address"),
    "to cgnat": (redirect("http://100.64.0.1/"), "refused_address"),
    "to zero": (redirect("http://0/"), "refused_address"),
    "to octal": (redirect("http://0177.0.0.1/x"), "*"),
    "to hex": (redirect("http://0xa9fea9fe/"), "refused_address"),
    "to fullwidth": (redirect("http://１６９.２５４.１６９.２５４/".encode().decode("latin-1")), "refused_address"),
    "to azure": (redirect("http://168.63.129.16/"), "refused_address"),
    "to google's metadata": (redirect("http://metadata.google.internal/"), "refused_address"),
    "to a dotted name": (redirect("http://localhost./"), "refused_address"),
    "to ssh": (redirect("http://velm.example:22/"), "refused_address"),
    "to redis": (redirect("http://velm.example:6379/"), "refused_address"),
    "to userinfo": (redirect("http://velm@10.0.0.1/"), "refused_address"),
    "cookies twice": (needs_two_cookies, "page"),
    "cookies for ever": (new_cookie_each_time, "server_error"),
    "to the home page": (redirect("/"), "dead"),
    "to a language's home page": (redirect("/ru/"), "dead"),
    "to index.html": (redirect("/index.html"), "dead"),
    "to an error page": (redirect("/errors/404.html"), "dead"),
    "to not-found": (redirect("/page-not-found"), "dead"),
    "to a login": (redirect("/login?next=x"), "login_required"),
    "refresh to home": (with_body(b'<meta http-equiv="refresh" content="0;url=/"><p>Moved</p>'), "dead"),
    "refresh to a page": (with_body(b'<meta http-equiv="refresh" content="0;url=/page"><p>Moved</p>'), "page"),
    "refresh to a private host": (with_body(b'<meta http-equiv=refresh content="0;url=http://10.0.0.1/">'), "*"),
    "refresh header": (with_body(b"<p>Moved</p>", ("Refresh", "0; url=/page")), "page"),
    "script to home": (with_body(b"<script>window.location.href='/';</script>"), "dead"),
    "script to a page": (with_body(b"<script>location.replace('/page')</script><p>Moving</p>"), "page"),
    "script to a private host": (with_body(b"<script>location='http://10.0.0.1/'</script>"), "refused_address"),
    "300 with a packed body": (
        with_body(packed(BODY), ("Location", "/page"), ("Content-Encoding", "gzip"), status=300),
        "*",
    ),
    # --- bodies
    "empty": (with_body(b""), "no_text"),
    "blank": (with_body(b"  \r\n\t "), "no_text"),
    "no type": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY)), "page"),
    "octets": (typed(BODY, "application/octet-stream"), "page"),
    "nonsense type": (typed(BODY, "nonsense"), "page"),
    "html as pdf": (typed(BODY, "application/pdf"), "page"),
    "html as image": (typed(BODY, "image/png"), "page"),
    "pdf as html": (typed(PDF, "text/html"), "unsupported_media"),
    "image as html": (typed(PNG, "text/html"), "unsupported_media"),
    "image as pdf": (typed(JPEG, "application/pdf"), "unsupported_media"),
    "image": (typed(PNG, "image/png"), "unsupported_media"),
    "video": (typed(bytes(4) + b"ftypmp42" + bytes(90), "video/mp4"), "unsupported_media"),
    "zip": (typed(b"PK\x03\x04" + bytes(90), "application/zip"), "unsupported_media"),
    "json": (typed(b'{"budget": "715 million crowns", "year": 2019}', "application/json"), "page"),
    "json error": (typed(b'{"error": "no such record"}', "application/json"), "server_error"),
    "text": (typed(b"The budget of Velm rose by 4.2 percent.", "text/plain"), "page"),
    "csv": (typed(b"year;budget\n2019;715\n2020;720\n", "text/csv"), "page"),
    "xml": (typed(b"<?xml version='1.0'?><r><b>715 million crowns</b></r>", "text/xml"), "page"),
    "gzip file unsaid": (typed(packed(BODY), "text/html"), "unsupported_media"),
    "gzip said, plain sent": (with_body(BODY, ("Content-Encoding", "gzip")), "connection_error"),
    "deflate said, gzip sent": (with_body(packed(BODY), ("Content-Encoding", "deflate")), "connection_error"),
    "zstd": (with_body(b"\x28\xb5\x2f\xfd" + BODY, ("Content-Encoding", "zstd")), "connection_error"),
    "unknown coding": (with_body(BODY, ("Content-Encoding", "velm")), "connection_error"),
    "gzip bad sum": (with_body(packed(BODY)[:-8] + bytes(8), ("Content-Encoding", "gzip")), "connection_error"),
    "gzip without end": (with_body(packed(BODY)[:-8], ("Content-Encoding", "gzip")), "connection_error"),
    "gzip in two headers": (
        with_body(gzip.compress(packed(BODY)), ("Content-Encoding", "gzip"), ("Content-Encoding", "gzip")),
        "page",
    ),
    "GZIP": (with_body(packed(BODY), ("Content-Encoding", "GZIP")), "page"),
    "deflate bare": (with_body(zlib.compress(BODY)[2:-4], ("Content-Encoding", "deflate")), "page"),
    "windows-1251": (typed(TEXT.encode("cp1251"), "text/html; charset=windows-1251"), "page"),
    "koi8-r said in meta": (typed(b"<meta charset=koi8-r>" + TEXT.encode("koi8-r"), "text/html"), "page"),
    "utf-16": (typed(TEXT.encode("utf-16"), "text/html"), "page"),
    "utf-16 said, without its mark": (typed(TEXT.encode("utf-16-le"), "text/html; charset=utf-16le"), "page"),
    "utf-16 said, big end first": (typed(TEXT.encode("utf-16-be"), "text/html; charset=UTF-16BE"), "page"),
    "utf-16 said of a picture": (typed(PNG, "text/html; charset=utf-16le"), "unsupported_media"),
    "a firewall's 503": (typed(FIREWALL, "text/html", status=503), "blocked"),
    "to an error page that is told the number": (redirect("/error?code=404"), "dead"),
    "utf-8 said, cp1251 sent": (typed(TEXT.encode("cp1251"), "text/html; charset=utf-8"), "page"),
    "unknown set": (typed(BODY, "text/html; charset=velm-1"), "page"),
    # --- HTTP
    "http/0.9": (sending(BODY), "connection_error"),
    "http/1.0": (raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"), "page"),
    "icy": (raw(b"ICY 200 OK\r\n\r\n"), "connection_error"),
    "no reason": (raw(b"HTTP/1.1 200\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"), "page"),
    "status of two digits": (raw(b"HTTP/1.1 20 OK\r\n\r\n"), "connection_error"),
    "bare line feeds": (raw(b"HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n\n"), "page"),
    "folded header": (raw(HEAD + b"X-Long: a\r\n b\r\nConnection: close\r\n\r\n"), "page"),
    "line without colon": (raw(HEAD + b"nonsense\r\nConnection: close\r\n\r\n"), "*"),
    "latin-1 header": (raw(HEAD + b"X-Place: M\xfcnchen\r\nConnection: close\r\n\r\n"), "page"),
    "zero byte in header": (raw(HEAD + b"X: a\x00b\r\nConnection: close\r\n\r\n"), "*"),
    "length twice alike": (
        raw(HEAD + b"Content-Length: %d\r\nContent-Length: %d\r\n\r\n" % (len(BODY), len(BODY))),
        "page",
    ),
    "length twice, different": (raw(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n"), "connection_error"),
    "length of words": (raw(HEAD + b"Content-Length: many\r\n\r\n"), "connection_error"),
    "length below zero": (raw(HEAD + b"Content-Length: -5\r\n\r\n"), "connection_error"),
    "length too long": (raw(HEAD + b"Content-Length: 9999\r\n\r\n"), "connection_error"),
    "length too short": (raw(HEAD + b"Content-Length: 40\r\n\r\n"), "connection_error"),
    "chunked and length": (
        raw(HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", chunked(BODY, b"")),
        "page",
    ),
    "chunks with extensions": (
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"%x;a=b\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY)),
        "page",
    ),
    "chunks with trailers": (
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunked(BODY) + b"0\r\nX-Sum: 1\r\n\r\n"),
        "page",
    ),
    "chunk of huge size": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"), "connection_error"),
    "chunks without end": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunked(BODY)), "connection_error"),
    "gzip as transfer coding": (
        raw(HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n", chunked(packed(BODY), b"")),
        "*",
    ),
    "a thousand cookies": (with_body(BODY, *(("Set-Cookie", f"c{n}=1") for n in range(1000))), "page"),
    "header of 200 KB": (with_body(BODY, ("X-Long", "y" * 200_000)), "too_large"),
    "upgrade": (sending(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"), "connection_error"),
    "hints for ever": (
        sending(*[b"HTTP/1.1 103 Early Hints\r\n\r\n"] * 40, HEAD + b"Connection: close\r\n\r\n" + BODY),
        "page",
    ),
    "reset at first, then fine": (first(2, sending(b"", then="reset"), PLAIN), "page"),
    "204 with a body": (raw(b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n"), "no_text"),
    "205": (sending(b"HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n"), "no_text"),
    "404 of PDF": (typed(b"", "application/pdf", status=404), "dead"),
    "410": (with_body(BODY, status=410), "dead"),
}
SHARED = {
    "/": with_body(HOME),
    "/ru/": with_body(HOME),
    "/index.html": with_body(HOME),
    "/page": PLAIN,
    "/errors/404.html": PLAIN,
    "/page-not-found": PLAIN,
    "/error?code=404": PLAIN,
    "/login?next=x": with_body(b"<form><input type=password></form>"),
    "/with%20blank": PLAIN,
    "/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0": PLAIN,
    "/robots.txt": with_body(b"", status=404),
}


@pytest.fixture
def quick(settings):
    return replace(settings, read_timeout_s=1.0, total_timeout_s=6.0, attempts=3, per_host=1)


def furnish(serving):
    made = {}
    for number, (name, (page, _)) in enumerate(SITUATIONS.items()):
        path = f"/deep/{number}"
        server = FaultServer({**SHARED, path: page, f"{path}?x=1": PLAIN, "/deep/?x=1": PLAIN})
        serving.start(server)
        made[name] = (server, path)
    return made


def judged(urls, settings):
    with Archive(settings) as archive:
        found = capture_all(list(urls.values()), settings, archive=archive)
        found = follow_refreshes(found, settings, archive)
        return {name: word(found[url], archive) for name, url in urls.items()}


def word(outcome, archive):
    if isinstance(outcome, CaptureFailure):
        return ("dead" if outcome.dead else outcome.reason.value), f"{outcome.signal}: {outcome.detail}"
    page = read_page(outcome, archive.read_payload(outcome))
    if isinstance(page, Page):
        return "page", page.text
    return ("dead" if page.dead else page.reason.value), f"{page.signal}: {page.detail}"


def check(found):
    wrong = {
        name: (right, *found[name])
        for name, (_, right) in SITUATIONS.items()
        if (found[name][0] in {"page", "dead"} if right == "*" else found[name][0] != right)
    }
    assert wrong == {}


@pytest.mark.parametrize("way", ["direct", "proxy"])
def test_every_situation_ends_as_it_should(way, serving, quick, request):
    made = furnish(serving)
    if way == "direct":
        urls = {name: server.url + path for name, (server, path) in made.items()}
        check(judged(urls, quick))
        return
    names, urls = request.getfixturevalue("proxy").names, {}
    for number, (name, (server, path)) in enumerate(made.items()):
        names[f"host{number}.example:80"] = server.port
        urls[name] = f"http://host{number}.example{path}"
    check(judged(urls, replace(quick, allow_hosts=())))
