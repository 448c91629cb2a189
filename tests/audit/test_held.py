"""A capture that the archive already has decides how a broken URL is spelled; what is no page decides nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.capture import capture_all
from factcheck.held import HeldPages
from factcheck.intake import read_brief
from factcheck.model import Repair
from factcheck.pipeline import audit, parse

PAGE = (
    "<html lang=en><title>Blorp and Grunz</title><p>Farmers in Lind brought in 5,812 tonnes of barley in 2024, the "
    "grain office says. Potatoes suffered from the wet spring.</p>"
)
WALL = "<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"


@pytest.fixture
def site(site):
    site.put("/blorp-grunz/2", PAGE)
    site.put("/wall-qwxz", WALL, 403)
    site.put("/soft-qwxz", "<html><title>404 Not Found</title><h1>Page not found</h1><p>Sorry.</p>")
    site.put("/both-grunz/2", PAGE)
    site.put("/bothgrunz/2", PAGE)
    site.put("/deep/home-qwxz", status=302, Location="/")
    site.put("/", "<html><title>Home</title><p>Welcome to the house of grain and its many friends.</p>")
    return site


BODY = (
    "The grain office of Lind says that 5,812 tonnes were brought in.1 The farmers of the\nvalley say that it was far "
    "less, and that the office counts what was\nsold twice.2 Nobody knows.\n\n"
)


def brief(tmp_path, note):
    path = tmp_path / "brief.txt"
    path.write_text(f"{BODY}1 {note}\n2 Berg, A., The Winter, 2020.\n")
    return path


def cited(tmp_path, note, known_urls=()):
    (citation,) = read_brief(brief(tmp_path, note), known_urls).apparatus.citations
    return citation


def test_a_held_page_decides_a_break_that_words_leave_open(site, settings, tmp_path):
    note = f"{site.address}/blorp-\ngrunz/2"
    guessed = cited(tmp_path, note)
    assert guessed.url == f"{site.address}/blorpgrunz/2"
    assert guessed.alternative_urls == (f"{site.address}/blorp-grunz/2",)
    capture_all([f"{site.address}/blorp-grunz/2"], settings)
    with HeldPages(settings) as held:
        known = cited(tmp_path, note, held)
    assert (known.url, known.alternative_urls) == (f"{site.address}/blorp-grunz/2", ())
    assert known.repairs == (Repair("kept_hyphen", "a capture in the archive"),)


@pytest.mark.parametrize("path", ["/gone-qwxz", "/wall-qwxz", "/soft-qwxz", "/deep/home-qwxz"])
def test_a_refusal_is_no_evidence(site, settings, tmp_path, path):
    capture_all([site.address + path], settings)
    with HeldPages(settings) as held:
        assert site.address + path not in held
        citation = cited(tmp_path, f"{site.address}{path[:-4]}\n{path[-4:]}", held)
    assert "a capture in the archive" not in [repair.evidence for repair in citation.repairs]


def test_where_both_spellings_are_held_neither_is_evidence(site, settings, tmp_path):
    capture_all([f"{site.address}/both-grunz/2", f"{site.address}/bothgrunz/2"], settings)
    with HeldPages(settings) as held:
        citation = cited(tmp_path, f"{site.address}/both-\ngrunz/2", held)
    assert citation.alternative_urls != ()


def test_without_an_archive_none_is_made(settings, tmp_path):
    with HeldPages(settings) as held:
        assert "https://example.org/" not in held
        assert cited(tmp_path, "https://example.org/blorp-\ngrunz/2", held).alternative_urls != ()
    assert not settings.archive_dir.exists()
    assert not settings.cache_dir.exists()


def test_the_second_audit_knows_what_the_first_one_found(site, settings, tmp_path):
    path = brief(tmp_path, f"{site.address}/blorp-\ngrunz/2")
    first = audit([path], settings).briefs[0].citations[0]
    assert [repair.kind for repair in first.citation.repairs] == ["dropped_layout_hyphen", "alternative_url"]
    assert site.asked["/blorpgrunz/2"] == 1
    second = audit([path], replace(settings, offline=True)).briefs[0].citations[0]
    assert second.citation.url == first.citation.url == f"{site.address}/blorp-grunz/2"
    assert second.citation.repairs == (Repair("kept_hyphen", "a capture in the archive"),)
    assert parse([path]).briefs[0].citations[0].citation.url == f"{site.address}/blorpgrunz/2"
