"""A made-up address beside a suspicious page tells whether it is one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from body_situations import FIGURE, NAV, PROSE, article, html
from fault_server import FaultServer, redirect

from factcheck.capture import Archive, capture_all
from factcheck.model import Page
from factcheck.pages import Likeness, read_page, seems_gone, seems_walled
from factcheck.probing import mark_stand_ins, sibling_of


class CatchAll(FaultServer):
    """Answers what it does not know with `other`."""

    other = None

    async def handle(self, reader, writer):
        pages, other = self.pages, self.other

        class Pages(dict):
            def get(self, path, default=None):
                return pages.get(path) or (other if other and path != "/robots.txt" else default)

        self.pages = Pages(pages)
        await super().handle(reader, writer)


@pytest.fixture
def catching(serving):
    made = CatchAll()
    serving.start(made)
    return made


def answering(body, status=200):
    async def page(ask):
        await ask.answer(status, body.encode())

    return page


def judged(paths, server, settings):
    """What the pages at `paths` are: ``page``, ``dead`` or a reason; and how often more than they was asked for."""
    urls = [server.url + path for path in paths]
    before = len(server.asked)
    with Archive(settings) as archive:
        results = mark_stand_ins(capture_all(urls, settings, archive=archive), settings, archive)
        found = [read_page(results[url], archive.read_payload(results[url])) for url in urls]
    words = ["page" if isinstance(page, Page) else "dead" if page.dead else page.reason.value for page in found]
    asked = [ask.target for ask in server.asked[before:]]
    return words, [path for path in asked if path not in paths and path != "/robots.txt"]


ODD = html("Velm", f"<h2>Whoops, 404!</h2><p>{PROSE[:1500]}</p><ul>{NAV}</ul>")
LOST = html("Velm", "<p>We have looked in every drawer of the town hall, and it is in none of them. Go home.</p>")
LIST = html("Velm reports", f"<h1>All reports</h1><ul>{NAV}</ul><p>{PROSE[:400]}</p>")


def test_a_host_that_says_the_same_of_a_made_up_address_has_no_such_page(catching, settings):
    catching.other = answering(ODD)
    words, probes = judged(["/reports/bridges-2019.html"], catching, settings)
    assert words == ["dead"]
    assert len(probes) == 1
    assert probes[0].startswith("/reports/factcheck-")
    assert probes[0].endswith(".html")


def test_a_page_of_which_the_host_knows_others_is_one(catching, settings):
    catching.pages["/reports/404-errors.html"] = answering(ODD)
    assert judged(["/reports/404-errors.html"], catching, settings)[0] == ["page"]


def test_nothing_is_probed_without_suspicion(catching, settings):
    catching.other = answering(article("Bridges of Velm"))
    assert judged(["/reports/bridges-2019.html"], catching, settings) == (["page"], [])


def test_cited_pages_with_the_same_words_are_probed_once_a_folder_and_never_again(catching, settings):
    catching.other = answering(LOST)
    paths = ["/a/one", "/a/two", "/b/three", "/b/four"]
    words, probes = judged(paths, catching, settings)
    assert words == ["dead"] * 4
    assert len(probes) == 2
    again = replace(settings, max_age_s=0.0)
    assert judged(paths, catching, again) == (words, [])
    assert judged(paths, catching, replace(settings, offline=True)) == (words, [])


def test_real_pages_that_are_all_but_the_same_are_pages(catching, settings):
    paths = [f"/stations/{n}" for n in range(5)]
    for n, path in enumerate(paths):
        catching.pages[path] = answering(html(f"Station {n}", f"<p>{PROSE[:300]}</p><p>Level: {n}.4 m</p>"))
    words, probes = judged(paths, catching, settings)
    assert words == ["page"] * 5
    assert len(probes) == 1


def test_links_that_all_lead_to_one_page_are_dead_if_made_up_ones_do_too(catching, settings):
    catching.pages["/reports"] = answering(LIST)
    catching.other = redirect("/reports")
    assert judged(["/reports/2019/bridges.pdf", "/reports/2020/roads.pdf"], catching, settings)[0] == ["dead"] * 2


def test_one_link_that_leads_away_is_dead_if_a_made_up_one_does_too(catching, settings):
    catching.pages["/reports"] = answering(LIST)
    catching.other = redirect("/reports")
    assert judged(["/reports/2019/bridges.pdf"], catching, settings)[0] == ["dead"]


def test_links_that_moved_together_are_alive(catching, settings):
    catching.pages["/reports"] = answering(LIST)
    for path in ("/old/bridges", "/old/roads"):
        catching.pages[path] = redirect("/reports")
    assert judged(["/old/bridges", "/old/roads"], catching, settings)[0] == ["page"] * 2


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (
            html("Velm", "<p>Registration first</p><form><input type=password></form><p>Some words of welcome.</p>"),
            "page",
        ),
        (html("Velm", "<p>Please solve this: <img src=captcha.png></p>"), "page"),
        (html("Just a moment...", "<p>Verifying</p>"), "blocked"),
        (html("Velm", "<div id=root></div><script src=/x.js></script>"), "no_text"),
    ],
)
def test_a_wall_before_every_page_is_never_dead(catching, settings, body, word):
    catching.other = answering(body)
    assert judged(["/a/one", "/a/two"], catching, settings)[0] == [word] * 2


def test_a_probe_obeys_robots(catching, settings):
    catching.pages["/robots.txt"] = answering("User-agent: *\nAllow: /a/one\nAllow: /a/two\nDisallow: /")
    catching.other = answering(LOST)
    words, probes = judged(["/a/one", "/a/two"], catching, settings)
    assert (words, probes) == (["page"] * 2, [])


@pytest.mark.parametrize(
    ("url", "beginning", "end"),
    [
        ("https://m.example/a/b.html", "https://m.example/a/factcheck-", ".html"),
        ("https://m.example/a/b/", "https://m.example/a/factcheck-", "/"),
        ("https://m.example/n/123456", "https://m.example/n/9", ""),
        ("https://m.example/view.php?x=1&id=77", "https://m.example/view.php?x=1&id=9", ""),
        ("https://m.example/view.php?id=bridges", "https://m.example/view.php?id=factcheck-", ""),
        ("https://m.example/?p=3#top", "https://m.example/?p=9", ""),
    ],
)
def test_a_sibling_is_of_the_same_kind_and_the_same_each_time(url, beginning, end):
    made = sibling_of(url)
    assert made.startswith(beginning)
    assert made.endswith(end)
    assert made == sibling_of(url) != url


@pytest.mark.parametrize("url", ["https://m.example/", "https://m.example", "http://[broken"])
def test_a_home_page_has_no_sibling(url):
    assert sibling_of(url) is None


def test_signs_are_read_in_linear_time():
    for hostile in (b"<script>" * 40_000, b"<!--" * 80_000, b"<title>" * 50_000, b"<" * 300_000, b"a b " * 90_000):
        seems_gone(hostile)
        seems_walled(hostile)
        Likeness.of(hostile)


def test_likeness():
    one, other = (Likeness.of(html("x", body).encode()) for body in (f"<p>{PROSE}</p>", FIGURE))
    assert one.is_like(one)
    assert not one.is_like(other)
    assert one.is_like(Likeness.of(html("y", f"<p>{PROSE}</p><p>Nothing more</p>").encode()))
