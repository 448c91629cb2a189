"""What a host's robots.txt does to a page, TLS that is none, and names that are not found, as a reader is told it."""

from __future__ import annotations

import socket
import ssl
from dataclasses import replace

import pytest
import trustme
from fault_server import FaultServer, redirect, sending, with_body

from factcheck.capture import capture_all, connections
from factcheck.model import Capture, CaptureFailure, UncheckedReason

PAGE = b"<p>The budget of Velm rose to 715 million crowns in 2019.</p>"
CLOSED = b"User-agent: *\nDisallow: /"
FOR_US = b"User-agent: factcheck\nDisallow: /\n\nUser-agent: *\nAllow: /"
OTHERS = b"User-agent: *\nDisallow: /\n\nUser-agent: factcheck\nAllow: /"

ROBOTS = {
    "none": (with_body(b"", status=404), "page"),
    "gone": (with_body(b"", status=410), "page"),
    "forbidden": (with_body(b"", status=403), "page"),
    "login": (with_body(b"", status=401), "page"),
    "empty": (with_body(b""), "page"),
    "an HTML page": (with_body(b"<html><h1>Velm</h1></html>"), "page"),
    "closed": (with_body(CLOSED), "robots"),
    "closed to us": (with_body(FOR_US), "robots"),
    "closed to others": (with_body(OTHERS), "page"),
    "closed elsewhere": (with_body(b"User-agent: *\nDisallow: /private"), "page"),
    "closed by pattern": (with_body(b"User-agent: *\nDisallow: /*.html$"), "robots"),
    "longer rule allows": (with_body(b"User-agent: *\nDisallow: /\nAllow: /deep/"), "page"),
    "server error": (with_body(b"", status=500), "robots"),
    "unavailable": (with_body(b"", status=503), "robots"),
    "moved and closed": (redirect("/rules"), "robots"),
    "moved round and round": (redirect("/robots.txt"), "page"),
    "moved inside": (redirect("http://169.254.169.254/robots.txt"), "page"),
    "hanging": (sending(b"", then="hang"), "timeout"),
    "closed, windows-1251": (with_body("# Закрыто\n".encode("cp1251") + CLOSED), "robots"),
    "closed, behind a megabyte": (with_body(b"#" * (1 << 20) + b"\n" + CLOSED), "page"),
}


def word(outcome):
    return "page" if isinstance(outcome, Capture) else outcome.reason.value


@pytest.mark.parametrize("way", ["direct", "proxy"])
def test_robots(way, serving, settings, request):
    urls = {}
    names = request.getfixturevalue("proxy").names if way == "proxy" else {}
    for number, (name, (robots, _)) in enumerate(ROBOTS.items()):
        server = FaultServer({"/robots.txt": robots, "/rules": with_body(CLOSED), "/deep/a.html": with_body(PAGE)})
        serving.start(server)
        names[f"host{number}.example:80"] = server.port
        base = f"http://host{number}.example" if way == "proxy" else server.url
        urls[name] = f"{base}/deep/a.html"
    chosen = replace(settings, read_timeout_s=1.0, attempts=1, allow_hosts=() if way == "proxy" else ("127.0.0.1",))
    found = capture_all(list(urls.values()), chosen)
    assert {name: word(found[url]) for name, url in urls.items()} == {
        name: right for name, (_, right) in ROBOTS.items()
    }
    ignoring = capture_all(list(urls.values()), replace(chosen, obey_robots=False, refresh=True))
    assert {word(outcome) for outcome in ignoring.values()} == {"page"}


def tls_with(serving, set_up):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    set_up(context)
    server = FaultServer(tls=context)
    serving.start(server)
    server.html("/page")
    return server


class Raw(FaultServer):
    """Answers a TLS greeting with bytes that are none."""

    said = b""

    async def handle(self, reader, writer):
        await reader.read(100)
        writer.write(self.said)
        await writer.drain()
        writer.close()


@pytest.mark.parametrize("said", [b"\x15\x03\x01\x00\x02\x02\x28", b"SSH-2.0-velm\r\n", bytes(60), b""])
def test_a_handshake_of_nonsense_is_no_secure_connection(serving, settings, said):
    server = Raw()
    server.said = said
    serving.start(server)
    url = f"https://127.0.0.1:{server.port}/page"
    outcome = capture_all([url], replace(settings, attempts=1))[url]
    assert isinstance(outcome, CaptureFailure)
    assert (outcome.reason, outcome.dead) == (UncheckedReason.TLS_ERROR, False)


def test_a_protocol_of_old_is_a_tls_error(serving, settings):
    def old(context):
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.maximum_version = ssl.TLSVersion.TLSv1_1

    with pytest.warns(DeprecationWarning, match="TLSv1"):
        server = tls_with(serving, old)
    url = f"{server.url}/page"
    outcome = capture_all([url], replace(settings, attempts=1))[url]
    assert (outcome.reason, outcome.dead) == (UncheckedReason.TLS_ERROR, False)


@pytest.mark.parametrize(
    ("number", "signal", "tries"),
    [(socket.EAI_NONAME, "no_such_host", 1), (socket.EAI_AGAIN, "dns_failure", 2), (socket.EAI_FAIL, "dns_failure", 2)],
)
def test_a_name_that_does_not_exist_is_told_from_a_resolver_that_is_away(settings, monkeypatch, number, signal, tries):
    asked = []

    def resolve(host, _port):
        asked.append(host)
        raise socket.gaierror(number, "no answer")

    monkeypatch.setattr(connections, "resolve", resolve)
    url = "http://velm.example/page"
    outcome = capture_all([url], replace(settings, attempts=2, obey_robots=False))[url]
    assert (outcome.signal, outcome.dead, len(asked)) == (signal, False, tries)
