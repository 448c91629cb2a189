"""`<meta http-equiv=refresh>` against real sockets: followed as a redirect, within bounds, under the guard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.capture import Archive, capture_all
from factcheck.forwarding import follow_refreshes
from factcheck.model import Capture, CaptureFailure, CaptureSource, CitationStatus, UncheckedReason
from factcheck.pipeline import audit

HARVEST = (
    "<html lang=en><title>Harvest</title><p>Farmers in Lind brought in 5,812 tonnes of barley in 2024, the grain "
    "office says. Potatoes suffered from the wet spring.</p>"
)


def onward(target, delay=0, words="This page has moved, please follow the link."):
    return f'<html><head><meta http-equiv="refresh" content="{delay}; url={target}"></head><p>{words}</p></html>'


PAGES = {
    "/harvest": HARVEST,
    "/moved": onward("/harvest"),
    "/old/entity": onward("/found?a=1&amp;b=2"),
    "/found?a=1&b=2": HARVEST,
    "/slow": onward("/harvest", 6),
    "/itself": onward("/itself#top"),
    "/one": onward("/two"),
    "/two": onward("/one"),
    "/a1": onward("/a2"),
    "/a2": onward("/a3"),
    "/a3": onward("/a4"),
    "/a4": onward("/a5"),
    "/a5": HARVEST,
    "/inside": onward("http://169.254.169.254/latest/"),
    "/script": onward("javascript:alert(1)"),
    "/bad": onward("http://[::1/"),
    "/lost": onward("/no-such-page"),
    "/wall": onward("/", words="Just a moment...").replace("<head>", "<head><title>Just a moment...</title>"),
    "/shelf/deep/page": onward("/"),
    "/": "<html><title>Home</title><p>Welcome to the house of grain and its many friends.</p>",
}


@pytest.fixture
def base(site):
    for path, page in PAGES.items():
        site.put(path, page)
    return site.address


def led(base, path, settings):
    url = base + path
    with Archive(settings) as archive:
        return follow_refreshes(capture_all([url], settings, archive=archive), settings, archive)[url]


@pytest.mark.parametrize(
    ("path", "end", "hops"),
    [
        ("/harvest", "/harvest", []),
        ("/moved", "/harvest", ["/moved"]),
        ("/old/entity", "/found?a=1&b=2", ["/old/entity"]),
        ("/slow", "/slow", []),
        ("/itself", "/itself", []),
        ("/one", "/two", ["/one"]),
        ("/a1", "/a4", ["/a1", "/a2", "/a3"]),
        ("/script", "/script", []),
        ("/bad", "/bad", []),
    ],
)
def test_a_page_that_leads_on_at_once_is_followed(base, settings, path, end, hops):
    outcome = led(base, path, settings)
    assert isinstance(outcome, Capture)
    assert (outcome.requested_url, outcome.final_url) == (base + path, base + end)
    assert [(hop.url, hop.http_status) for hop in outcome.redirects] == [(base + hop, 200) for hop in hops]


def test_the_guard_applies_to_where_it_leads(base, settings):
    outcome = led(base, "/inside", settings)
    assert isinstance(outcome, CaptureFailure)
    assert (outcome.reason, outcome.requested_url) == (UncheckedReason.REFUSED_ADDRESS, base + "/inside")
    assert [hop.location for hop in outcome.redirects] == ["http://169.254.169.254/latest/"]


def test_what_stands_in_a_page_s_place_is_not_followed(base, settings):
    assert led(base, "/wall", settings).final_url == base + "/wall"


def test_the_archive_leads_the_same_way_without_the_network(base, settings):
    live = led(base, "/moved", settings)
    kept = led(base, "/moved", replace(settings, offline=True))
    assert (kept.final_url, kept.redirects, kept.payload_sha256) == (
        live.final_url,
        live.redirects,
        live.payload_sha256,
    )
    assert kept.source is CaptureSource.ARCHIVE


def test_an_audit_judges_the_page_that_a_reader_comes_to(tmp_path, base, settings):
    sentence = "Farmers in Lind brought in 5,812 tonnes of barley in 2024, the grain office says."
    paths = ("moved", "lost", "shelf/deep/page", "wall")
    path = tmp_path / "brief.md"
    body = "\n\n".join(f"{sentence}[^{n}]" for n in range(1, len(paths) + 1))
    path.write_text(body + "\n\n" + "\n".join(f"[^{n}]: <{base}/{name}>" for n, name in enumerate(paths, 1)) + "\n")
    citations = audit([path], settings).briefs[0].citations
    assert [found.status for found in citations] == [
        CitationStatus.VERIFIED,
        CitationStatus.DEAD,
        CitationStatus.DEAD,
        CitationStatus.UNCHECKED,
    ]
    assert citations[0].capture.redirects[0].url == base + "/moved"
