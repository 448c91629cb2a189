"""URLs as people and programs misprint them: what can only be meant one way is mended, nothing else."""

import pytest

from factcheck.model import FootnoteKind, Repair


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("hxxp://example.org/a", "http://example.org/a"),
        ("hxxps://example[.]org/a", "https://example.org/a"),
        ("http:// example.org/a/b", "http://example.org/a/b"),
        ("https:// www.example.org/a", "https://www.example.org/a"),
        ("https//:example.org/a", "https://example.org/a"),
        ("https//example.org/a", "https://example.org/a"),
        ("http:/example.org/a", "http://example.org/a"),
        ("https:example.org/a", "https://example.org/a"),
        ("htttp://example.org/a", "http://example.org/a"),
        ("http ://example.org/a", "http://example.org/a"),
        ("http;//example.org/a", "http://example.org/a"),
        (r"http:\\example.org/a", "http://example.org/a"),
        ("http//www.example.org/x", "http://www.example.org/x"),
        ("http://http://example.org/a", "http://example.org/a"),
        ("https://https//example.org/a", "https://example.org/a"),
        ("https://www. example.org/a", "https://www.example.org/a"),
        ("www. example.org/a", "http://www.example.org/a"),
        ("https://example. org/a", "https://example.org/a"),
        ("https://doi.org/ 10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｏｒｇ／ａ", "https://example.org/a"),
        ("https：//example.org/a", "https://example.org/a"),
    ],
)
def test_misprinted_beginnings(urls_of, note, url):
    assert urls_of(f"See {note}, p. 5.") == [url]


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("（https://example.org/a）", "https://example.org/a"),
        ("https://example.org/a。", "https://example.org/a"),
        ("«https://example.org/a».", "https://example.org/a"),
        ("https://example.org/annual-report…", "https://example.org/annual-report"),
        ("https://example.org/a...", "https://example.org/a"),
        ("(https://example.org/wiki/Mercury_(planet))", "https://example.org/wiki/Mercury_(planet)"),
        ("https://example.org/a[accessed 5 May 2020]", "https://example.org/a"),
        ("https://example.org/a(accessed 5 May 2020)", "https://example.org/a"),
        ("https://example.org/a.Accessed 5 May 2020", "https://example.org/a"),
        ("https://example.org/a.pdf(5.05.2020).", "https://example.org/a.pdf"),
        ("https://example.org/a.html,с.5", "https://example.org/a.html"),
        ("https://example.org/a;p.12-14.", "https://example.org/a"),
    ],
)
def test_what_hangs_on_a_url(urls_of, note, url):
    assert urls_of(note) == [url]


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("http://exa\u200bmple.org/\u200ba\u200bb", "http://example.org/ab"),
        ("https://example.org/long\u00ad-name", "https://example.org/long-name"),
        ("https://example.org/publica\u00ad\ntions/2020", "https://example.org/publications/2020"),
        ("https://example.org/annual\u2010report", "https://example.org/annual-report"),
        ("https://example.org/\ufb01les/\u02dcberg", "https://example.org/files/~berg"),
        ("https://example.org/?x=1&amp;y=2", "https://example.org/?x=1&y=2"),
        ("https://fa.example.org/می\u200cخواهم", "https://fa.example.org/می\u200cخواهم"),
        ("https://ja.example.org/水星（惑星）", "https://ja.example.org/水星（惑星）"),
    ],
)
def test_what_a_layout_puts_into_a_url(cite, note, url):
    citation = cite(["One.1"], {"1": note}).citations[0]
    assert citation.url == url
    assert (Repair("cleaned", "characters that a layout or a format puts in") in citation.repairs) is (
        "\u00ad\n" in note or url not in note
    )


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("doi 10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("DOI10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("doi.org/10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("https://doi.org/doi:10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("doi:https://doi.org/10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("DOI: http://dx.doi.org/10.1000/xyz", "http://dx.doi.org/10.1000/xyz"),
        ("(doi:10.1000/abc(3))", "https://doi.org/10.1000/abc(3)"),
        ("doi:10.1000/abc[12]d", "https://doi.org/10.1000/abc[12]d"),
        (
            "doi:10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O, p. 4",
            "https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O",
        ),
    ],
)
def test_spellings_of_a_doi(urls_of, note, url):
    assert urls_of(note) == [url]


@pytest.mark.parametrize(
    ("note", "urls"),
    [
        ("Example.org/report", ["http://Example.org/report"]),
        ("EXAMPLE.ORG/REPORT", ["http://EXAMPLE.ORG/REPORT"]),
        ("Naviny.by/news/5", ["http://Naviny.by/news/5"]),
        ("кто.рф/статья", ["http://кто.рф/статья"]),
        ("www.example.org/a;www.example.net/b", ["http://www.example.org/a", "http://www.example.net/b"]),
        ("tut.by/naviny.by", []),
        ("Lenta.ru/Kommersant", []),
        ("пример.рф", []),
        ("arXiv:2001.00001, ISSN 1234-5678, urn:nbn:de:101:1-2019", []),
        ("tel:+375 29 123 45 67, @office", []),
        ("https://twitter.com/intent/tweet?url=https://example.org/", []),
        ("https://www.facebook.com/sharer/sharer.php?u=https://example.org", []),
    ],
)
def test_which_bare_hosts_are_addresses(urls_of, note, urls):
    assert urls_of(note) == urls


@pytest.mark.parametrize(
    "note",
    [
        "https://example.org/reports/annu…",
        "https://example.org/…/a",
        "https://example.org/.../a",
        "https://example.org/a[...]",
        "https://example.org/item/{id}",
        "https://example.org/a- see also the other study",
    ],
)
def test_a_url_with_a_part_left_out_is_truncated(cite, note):
    found = cite(["One.1"], {"1": note})
    assert found.footnotes[0].kind is FootnoteKind.TRUNCATED
    assert [citation.url for citation in found.citations] == [None]


def test_a_shortened_print_is_completed_by_the_formats_own_link(cite):
    notes = {"1": ("www.example.org/reports/annu…", ("https://www.example.org/reports/annual",))}
    (citation,) = cite(["One.1"], notes, media_type="text/html").citations
    assert (citation.url, citation.repairs) == (
        "https://www.example.org/reports/annual",
        (Repair("completed", "link target"),),
    )


@pytest.mark.parametrize(
    ("note", "url", "alternatives"),
    [
        ("https://example.org/a b/c.pdf", "https://example.org/ab/c.pdf", ("https://example.org/a",)),
        ("https://example.org/x ?id=5, p. 3", "https://example.org/x?id=5", ("https://example.org/x",)),
        ("https://example.org/annual- report/2020", "https://example.org/annual-report/2020", None),
        ("https://example.org/annu al, p. 5", "https://example.org/annual", ("https://example.org/annu",)),
        ("https://example.org/blo rp, p. 5", "https://example.org/blo", ("https://example.org/blorp",)),
        ("https://example.org/a and/or more", "https://example.org/a", ("https://example.org/aand/or",)),
        ("https://example.org/a by the ministry", "https://example.org/a", ()),
        ("https://example.org/a.pdf x", "https://example.org/a.pdf", ()),
        ("https://example.org/a 05/05/2020", "https://example.org/a", None),
        ("https://example.org/a 12-14", "https://example.org/a", ()),
        ("https://example.org/a A/RES/70/1", "https://example.org/a", None),
        ("https://example.org/a state-of-the-art review", "https://example.org/a", None),
        ("https://example.org/a #5", "https://example.org/a", None),
    ],
)
def test_a_blank_inside_a_url(cite, note, url, alternatives):
    (citation,) = cite(["One.1"], {"1": note}).citations
    assert citation.url == url
    assert alternatives is None or citation.alternative_urls == alternatives
