"""What a page says of itself decides what it is: error pages, placeholders, walls, empty frames, and what looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from body_situations import TABLES
from fault_server import FaultServer

from factcheck.capture import Archive, capture_all
from factcheck.forwarding import follow_refreshes
from factcheck.model import Page
from factcheck.pages import read_page


def word(page):
    if isinstance(page, Page):
        return "page"
    return "dead" if page.dead else page.reason.value


def furnish(server):
    paths = {}
    for right, bodies in TABLES.items():
        for number, (name, body) in enumerate(bodies.items()):
            path = f"/{right}/{number}"
            kind = "text/plain" if name == "plain text" else "text/html; charset=utf-8"
            server.html(path, body.encode(), Content_Type=kind)
            paths[path] = (right, name)
    return paths


def check(paths, base, settings):
    wrong = {}
    with Archive(settings) as archive:
        captures = capture_all([base + path for path in paths], settings, archive=archive)
        results = follow_refreshes(captures, settings, archive)
        for path, (right, name) in paths.items():
            capture = results[base + path]
            page = read_page(capture, archive.read_payload(capture))
            if word(page) != right:
                wrong[name] = (right, word(page), getattr(page, "detail", ""))
    assert wrong == {}


@pytest.mark.parametrize("way", ["direct", "proxy"])
def test_every_body_is_what_it_is(way, serving, settings, request):
    server = FaultServer()
    serving.start(server)
    paths = furnish(server)
    base, chosen = server.url, replace(settings, per_host=8)
    if way == "proxy":
        request.getfixturevalue("proxy").names["velm.example:80"] = server.port
        base, chosen = "http://velm.example", replace(chosen, allow_hosts=())
    check(paths, base, chosen)
