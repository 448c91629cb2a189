"""Captured bytes of every medium become text, or are refused with a reason."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Page, PageProblem, UncheckedReason
from factcheck.pages import page_from_text, read_page
from factcheck.pages.media import Medium, sniff
from factcheck.pages.metadata import iso_date
from factcheck.pages.plain_text import read_csv, read_json, read_xml, unwrap

NO = UncheckedReason.NO_TEXT
LD = json.dumps(
    {
        "@graph": [
            {
                "@type": ["NewsArticle"],
                "headline": "Gas imports fell",
                "datePublished": "2021-05-04T23:30:00+03:00",
                "author": [{"name": "Anna Nowak"}, "Ivan Petrov", {"url": "x"}],
                "publisher": {"name": "The Courier"},
            }
        ]
    }
)
STATEMENTS = {
    "json-ld": f"<script type='application/ld+json'>{LD}</script>",
    "meta": "<meta property='article:published_time' content='2021-05-04'><meta name=author content='Anna Nowak'>"
    "<meta name=author content='Ivan Petrov'><meta property='og:site_name' content='The Courier'>"
    "<meta property='og:title' content='Gas imports fell'>",
    "highwire": "<meta name=citation_title content='Gas imports fell'><meta name=citation_author content='Anna Nowak'>"
    "<meta name=citation_author content='Ivan Petrov'><meta name=citation_publication_date content='2021/05/04'>"
    "<meta name=citation_journal_title content='The Courier'>",
}


@pytest.mark.parametrize("head", STATEMENTS.values(), ids=STATEMENTS)
def test_a_page_says_what_it_is(captured, head):
    source = (
        f"<html lang=en-GB><head><title>Gas imports fell | The Courier</title>{head}</head><p>Imports were 4.2 bcm."
    )
    page = read_page(captured(), source.encode())
    assert isinstance(page, Page)
    assert (page.title, page.language, page.published) == ("Gas imports fell", "en", "2021-05-04")
    assert (page.authors, page.site) == (("Anna Nowak", "Ivan Petrov"), "The Courier")
    assert (page.text, page.decoding) == ("Imports were 4.2 bcm.", "utf-8 (utf-8)")


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2021-05-04T10:00:00Z", "2021-05-04"),
        ("2021-05-04 10:00", "2021-05-04"),
        ("2021/5/4", "2021-05-04"),
        ("20210504", "2021-05-04"),
        ("2021-05", "2021-05"),
        ("2021", "2021"),
        ("Tue, 04 May 2021 10:00:00 GMT", "2021-05-04"),
        ("May 4, 2021", "2021-05-04"),
        ("2021-13-04", None),
        ("1970-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
        ("Foo 4, 2021", None),
    ],
)
def test_dates_keep_their_precision(stated, date):
    assert iso_date(stated) == date


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("<article><time datetime='2020-02-03'>3 February</time></article><time datetime='2021-01-01'>", "2020-02-03"),
        (
            "<time datetime='2019-01-02'>a</time><time itemprop=datePublished datetime='2020-02-03'>b</time>",
            "2020-02-03",
        ),
        ("<time datetime='2019-01-02'>a</time>", "2019-01-02"),
        ("<time datetime='2019-01-02'>a</time><time datetime='2020-01-02'>b</time>", None),
    ],
)
def test_time_elements_date_a_page_only_where_it_is_clear(captured, source, published):
    page = read_page(captured(), f"<p>Enough words to be read as a page.</p>{source}".encode())
    assert isinstance(page, Page)
    assert page.published == published


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", "Die Mühle an der Oster steht seit dem Herbst still, und der Müller ist nicht mehr im Ort.", "de"),
        ("de", "The mill on the Oster has stood still since autumn, and the miller is not in the village.", "en"),
        ("ru", "Млин на Острі стоїть від осені, і мірошник не живе в селі, бо його будинок продали.", "uk"),
        ("da", "Møllen ved åen har stået stille siden efteråret, og mølleren er ikke i byen.", "da"),
        ("de", "Mühle Oster: Roggen, Weizen, Hafer, Fuhren, Karren, Säcke, Wehr, Turm, Brücke, Kanal", "de"),
    ],
)
def test_a_template_s_language_is_not_believed_against_the_words_of_the_text(captured, declared, text, language):
    payload = f"<html lang={declared}><title>x</title><p>{text}</p>".encode()
    page = read_page(captured(), payload)
    assert isinstance(page, Page)
    assert page.language == language


def test_a_declared_language_that_the_script_belies_is_not_believed(captured):
    page = read_page(captured(), "<html lang=en><p>Добыча газа выросла на четыре процента за год".encode())
    assert isinstance(page, Page)
    assert page.language is None


def test_an_article_that_a_script_draws_is_read_from_its_metadata(captured):
    head = json.dumps({"@type": "Article", "articleBody": "Imports fell to 4.2 bcm in 2021. " * 20})
    page = read_page(captured(), f"<script type='application/ld+json'>{head}</script><p>Loading the page…".encode())
    assert isinstance(page, Page)
    assert "4.2 bcm" in page.text


@pytest.mark.parametrize(
    ("data", "declared", "medium"),
    [
        (b"%PDF-1.7 x", "text/html", Medium.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.7 x", None, Medium.PDF),
        (b"<!DOCTYPE html><p>", "application/pdf", Medium.HTML),
        (b"<html>%PDF-", "text/html", Medium.HTML),
        (b"  <?xml version='1.0'?><!DOCTYPE html><html>", "application/xml", Medium.HTML),
        (b"<?xml version='1.0'?><rss>", "text/xml", Medium.XML),
        (b'{"a": 1}', "application/json", Medium.JSON),
        (b"a,b", "text/csv", Medium.TEXT),
        (b"words", None, Medium.TEXT),
        (b"words", "text/html; charset=utf-8", Medium.HTML),
        (b"\x89PNG\r\n\x1a\n", "text/html", Medium.MEDIA),
        (b"\x00\x00\x00\x18ftypmp42", None, Medium.MEDIA),
        (b"RIFF0000WEBPVP8", None, Medium.MEDIA),
        (b"<svg>", "image/svg+xml", Medium.MEDIA),
        (b"text that claims to be sound", "audio/mpeg", Medium.MEDIA),
        (b"PK\x03\x04", "application/zip", Medium.OFFICE),
        (gzip.compress(b"x"), "text/html", Medium.BINARY),
        (bytes(range(32)) * 9, "text/html", Medium.BINARY),
        ("\ufeffслова".encode("utf-16"), "text/plain", Medium.TEXT),
    ],
)
def test_the_bytes_say_what_they_are(data, declared, medium):
    assert sniff(data, declared) is medium


@pytest.mark.parametrize(
    ("data", "media_type", "reason", "signal"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg", UncheckedReason.UNSUPPORTED_MEDIA, "media"),
        (b"PK\x03\x04" + bytes(40), "application/vnd.ms-excel", UncheckedReason.UNSUPPORTED_MEDIA, "office_file"),
        (gzip.compress(b"x" * 99), "text/html", UncheckedReason.UNSUPPORTED_MEDIA, "binary"),
        (b"", "text/html", UncheckedReason.NO_TEXT, "empty"),
        (b" \n ", "text/plain", UncheckedReason.NO_TEXT, "empty"),
        (b"<html><body><div id=root></div><script>x</script>", "text/html", UncheckedReason.NO_TEXT, "needs_script"),
        (
            b"<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
            "text/html",
            NO,
            "needs_script",
        ),
        ("<p>Включите JavaScript в браузере".encode(), "text/html", NO, "needs_script"),
        (b"<!-- nothing -->", "text/html", UncheckedReason.NO_TEXT, "no_text"),
        (
            "слова и слова".encode("utf-16-le") + b"\xff" * 900,
            "text/plain",
            UncheckedReason.UNSUPPORTED_MEDIA,
            "binary",
        ),
        (b"%PDF-1.7\nbroken", "application/pdf", UncheckedReason.UNSUPPORTED_MEDIA, "pdf_broken"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(captured, data, media_type, reason, signal):
    problem = read_page(captured(media_type=media_type), data)
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.reason, problem.signal) == (False, reason, signal)


def test_a_body_in_another_set_than_declared_is_no_page(captured):
    problem = read_page(captured(charset="utf-16"), b"odd " * 40 + b"\xd8\xd8" * 200)
    assert isinstance(problem, PageProblem)


def test_a_pdf_has_its_pages_as_positions(captured, maker):
    lines = [
        "In 2021 the country imported 4.2 billion cubic metres of natural gas, which was a tenth less than in",
        "2020.",
    ]
    pages = [[maker.Text(72, 700 - 14 * i, line) for i, line in enumerate(lines)], [maker.Text(72, 700, "Table 3")]]
    page = read_page(captured(media_type="application/pdf"), maker.pdf(pages, labels="0 <</S /D /St 7>>", title="Gas"))
    assert isinstance(page, Page)
    assert page.text == f"{lines[0]} {lines[1]}\nTable 3"
    assert [(p.label, page.text[p.start :][:7]) for p in page.positions] == [("p. 7", "In 2021"), ("p. 8", "Table 3")]
    assert page.title == "Gas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry reported that imports of natural gas\ncame to 4.2 bcm in 2021.\n\nSecond paragraph",
            "The ministry reported that imports of natural gas came to 4.2 bcm in 2021.\nSecond paragraph",
        ),
        ("short\nlines", "short\nlines"),
        (
            "Gas      4.2 bcm      and a long row of a table\nOil      5.1",
            "Gas      4.2 bcm      and a long row of a table\nOil      5.1",
        ),
        (
            "A long line of text that ends where the terminal ends,\n- an item",
            "A long line of text that ends where the terminal ends,\n- an item",
        ),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_hard_wrapped_lines_are_joined(text, expected):
    assert unwrap(text) == expected


def test_json_csv_and_xml_become_lines():
    assert read_json('{"a": {"b": [1, "two  words", null]}, "c": true}') == "b: 1\nb: two words\nc: True"
    assert read_json("{") is None
    assert read_json("[" * 100_000) is None
    assert read_csv('a;"b;c"\n1;2,5\n\n') == "a | b;c\n1 | 2,5"
    assert read_xml("<rss><t>Gas &amp; oil</t><d><![CDATA[<p>4.2 bcm</p>]]></d>&#49;</rss>") == "Gas & oil\n4.2 bcm\n1"


@pytest.mark.parametrize("media_type", ["text/plain", "text/csv", "application/json", "application/rss+xml"])
def test_other_texts_are_pages(captured, media_type):
    page = read_page(
        captured(media_type=media_type),
        b'<?xml version="1.0"?>' * ("xml" in media_type) + b"imports were 4.2 bcm, all in all",
    )
    assert isinstance(page, Page)
    assert "4.2 bcm" in page.text


def test_a_text_is_a_page():
    page = page_from_text("a\r\nb", "en")
    assert (page.text, page.language) == ("a\nb", "en")


def test_xml_bombs_are_harmless(captured, shared):
    for file in (shared / "corpora" / "defusedxml" / "xmltestdata").iterdir():
        page = read_page(captured(media_type="application/xml"), file.read_bytes())
        assert isinstance(page, Page | PageProblem)
        assert not isinstance(page, Page) or len(page.text) < 100_000


@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(str.encode), st.binary(max_size=99).map(b"<html><p>".__add__)
    ),
    st.sampled_from(["text/html", "text/plain", "text/csv", "application/json", "text/xml", None, "x", "image/png"]),
    st.sampled_from([200, 404, 503, 204]),
    st.sampled_from([None, "utf-8", "utf-16", "gb2312", "\x00"]),
)
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_a_page_or_a_problem(captured, data, media_type, status, charset):
    result = read_page(captured(media_type=media_type, status=status, charset=charset), data)
    assert isinstance(result, Page | PageProblem)
    assert not isinstance(result, Page) or "\r" not in result.text
