"""URLs broken as layout programs break them: what is stated without other readings is the true URL."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.citations import find_citations
from factcheck.citations.foreign_words import folded, is_foreign_word

TAILS = [", p. 5.", " (accessed 5 May 2020).", ".", "; Berg, A. (2020), Prices.", " and the ministry’s reply.", ""]
URLS = [
    "https://www.example.org/press/annual-report-on-energy-security-2020",
    "https://example.org/publications/2019/12/14/regional-development-of-the-western-valleys.pdf",
    "https://news.example.com/politics/ministers-agree-on-border-guards?utm_source=letter&id=48213",
    "https://example.net/sites/default/files/documents/Harbour_Press_Working_Paper_17.pdf",
    "https://example.ru/novosti/bezopasnost/voennoe-sotrudnichestvo-belorussii-i-rossii-2021",
    "https://example.ru/politika/2020/08/15/prezident-zayavil-o-novyh-ucheniyah.shtml",
    "https://example.by/palityka/minister-abarony-raskazau-pra-vajskovyja-vuchenni",
    "https://example.ua/ekonomika/uryad-zatverdyv-byudzhet-na-nastupnyj-rik-1042970",
    "https://example.pl/polityka/ministerstwo-obrony-narodowej-bezpieczenstwo-granicy.html",
    "https://example.de/wirtschaft/bundesregierung-beschliesst-energiepolitik-a-1290513.html",
    "https://example.fr/politique/le-gouvernement-presente-son-rapport-sur-la-securite_6123_3210.html",
    "https://example.lt/naujienos/lietuvos-gynybos-ministerija-saugumo-politika/1542",
    "https://example.org/item/9f1c2d3e-4b5a-6c7d-8e9f-0a1b2c3d4e5f/view",
    "https://example.org/blob/d41d8cd98f00b204e9800998ecf8427e/raw",
    "https://example.org/?token=eyJpZCI6IjEyMzQ1Njc4OTAxMjM0NTY3ODkwIiwibmFtZSI6ImFiYyJ9&x=1",
    "https://example.ru/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/2020/5",
    "https://doi.org/10.1000/09668136.2014.899769",
    "https://example.org/doi/full/10.1000/1468-2346.12509",
]


def stated(make_brief_of, note):
    return find_citations(make_brief_of(["The ministry denies it.1"], {"1": note})).citations


def added(url, at):
    return f"{url[:at]}-\n{url[at:]}"


def newline(url, at):
    return f"{url[:at]}\n{url[at:]}"


def places(url, pattern):
    first = url.index("/", 8) + 1
    return [match.end() for match in re.finditer(pattern, url) if match.end() > first + 1]


# Each way of breaking with the places where programs break so: between letters, at a hyphen, at a mark, anywhere.
WAYS = {
    "hyphen added": (added, r"(?<![%A-Z0-9])[a-z](?=[a-z]{2})"),
    "hyphen kept": (newline, r"-(?=\w)"),
    "at a mark": (newline, r"[/._?=&](?=[\w%])"),
    "before a mark": (newline, r"\w(?=[/._?=&-]\w)"),
    "between two characters": (newline, r"\w(?=\w\w)"),
}


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_other_url_is_stated_with_confidence(make_brief_of, way, data):
    broken, pattern = WAYS[way]
    url = data.draw(st.sampled_from([url for url in URLS if places(url, pattern)]))
    note = broken(url, data.draw(st.sampled_from(places(url, pattern)))) + data.draw(st.sampled_from(TAILS))
    (citation,) = stated(make_brief_of, note)
    assert citation.url in {url, None} or citation.alternative_urls, note
    assert citation.url is None or citation.url == url or url in citation.alternative_urls, note


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_blank_before_marks_of_a_url_is_noticed(make_brief_of, data):
    url = data.draw(st.sampled_from(URLS))
    at = data.draw(st.sampled_from(places(url, r"\w(?=[\w%]+[/_=?&.]\w)")))
    citation = stated(make_brief_of, f"{url[:at]} {url[at:]}{data.draw(st.sampled_from(TAILS))}")[0]
    assert citation.url in {url, None} or citation.alternative_urls


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_annotation_decides_every_break(make_brief_of, data):
    url = data.draw(st.sampled_from(URLS))
    cuts = sorted(data.draw(st.sets(st.sampled_from(places(url, r"[\w%](?=\w\w)")), min_size=1, max_size=4)))
    note, last = "", 0
    for cut in cuts:
        note += url[last:cut] + data.draw(st.sampled_from(["-\n", "\n"]))
        last = cut
    note += url[last:] + data.draw(st.sampled_from(TAILS))
    brief = make_brief_of(["The ministry denies it.1"], {"1": note}, listed=[url])
    (citation,) = find_citations(brief).citations
    assert (citation.url, citation.alternative_urls) == (url, ())
    assert {repair.evidence for repair in citation.repairs} >= {"link annotation"}


S = "https://example.org/"
WHOLE = [
    # at a hyphen of the URL
    ("press/annual-|report-2020", "press/annual-report-2020"),
    ("a/energy-|security-of-the-valley", "a/energy-security-of-the-valley"),
    ("a/peace-|loving-neighbours", "a/peace-loving-neighbours"),
    ("2013-04-|29/trade", "2013-04-29/trade"),
    ("2013-|04-29/trade", "2013-04-29/trade"),
    ("29-04-|2013/trade", "29-04-2013/trade"),
    ("review-2018-|2019.pdf", "review-2018-2019.pdf"),
    ("wp-|content/uploads/a.pdf", "wp-content/uploads/a.pdf"),
    ("wp-|json/x", "wp-json/x"),
    ("en-|us/library", "en-us/library"),
    ("licenses/by-|nc/3.0", "licenses/by-nc/3.0"),
    ("plans-for-a-|base", "plans-for-a-base"),
    ("bezopasnost-|rossii", "bezopasnost-rossii"),
    ("prezident-|belarusi-zayavil", "prezident-belarusi-zayavil"),
    ("ministerstwo-|obrony", "ministerstwo-obrony"),
    ("polityka-|zagraniczna", "polityka-zagraniczna"),
    ("politique-|gouvernement", "politique-gouvernement"),
    ("energiepolitik-|bundesregierung", "energiepolitik-bundesregierung"),
    ("saugumo-|politika", "saugumo-politika"),
    ("report-4-|2", "report-4-2"),
    # a hyphen of the layout
    ("publica-|tions/x", "publications/x"),
    ("govern-|ment/x", "government/x"),
    ("a/inde-|pendence-day", "a/independence-day"),
    ("a/re-|gional-policy", "a/regional-policy"),
    ("strate-|giceurope/1", "strategiceurope/1"),
    ("a-bezopas-|nosti-b", "a-bezopasnosti-b"),
    ("a-sotrudni-|chestvo-b", "a-sotrudnichestvo-b"),
    ("a-ministe-|rstva-b", "a-ministerstva-b"),
    ("a-bezpie-|czenstwo-b", "a-bezpieczenstwo-b"),
    ("a-gospo-|darka-b", "a-gospodarka-b"),
    ("a-gouverne-|ment-b", "a-gouvernement-b"),
    ("a-sicher-|heit-b", "a-sicherheit-b"),
    ("a-valsty-|bes-b", "a-valstybes-b"),
    ("a-ekono-|mika-b", "a-ekonomika-b"),
    # at a mark, before it, anywhere
    ("press/|2020/report", "press/2020/report"),
    ("press/2020|/report", "press/2020/report"),
    ("report.|pdf", "report.pdf"),
    ("report|.pdf", "report.pdf"),
    ("list?|id=5&x=1", "list?id=5&x=1"),
    ("list|?id=5&x=1", "list?id=5&x=1"),
    ("list?id=|5&x=1", "list?id=5&x=1"),
    ("list?id=5&|x=1", "list?id=5&x=1"),
    ("list?id=5|&x=1", "list?id=5&x=1"),
    ("a_long|_name_of_it", "a_long_name_of_it"),
    ("a_long_|name_of_it", "a_long_name_of_it"),
    ("a/1042|970/b", "a/1042970/b"),
    ("annual|-report", "annual-report"),
    ("page#sec|tion-2", "page#section-2"),
    # codes
    ("a?q=%D0%-|BE", "a?q=%D0%BE"),
    ("a?q=%D0%|BE", "a?q=%D0%BE"),
    ("a/%D0-|%BD%D0%B0", "a/%D0%BD%D0%B0"),
    ("a/%D0%BD%D0%BE%D0%B2-|%D0%BE%D1%81%D1%82%D0%B8", "a/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
    ("i/9f1c2d3e-|4b5a-6c7d-8e9f-0a1b2c3d4e5f", "i/9f1c2d3e-4b5a-6c7d-8e9f-0a1b2c3d4e5f"),
    ("i/9f1c2d3e-4b5a-6c7d-8e9f-0a1b-|2c3d4e5f", "i/9f1c2d3e-4b5a-6c7d-8e9f-0a1b2c3d4e5f"),
    ("i/9f1c-|2d3e-4b5a-6c7d-8e9f-0a1b2c3d4e5f", "i/9f1c2d3e-4b5a-6c7d-8e9f-0a1b2c3d4e5f"),
    ("b/d41d8cd98f00b204-|e9800998ecf8427e", "b/d41d8cd98f00b204e9800998ecf8427e"),
    ("b/da39a3ee5e6b4b0d3255-|bfef95601890afd80709", "b/da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    (
        "?t=eyJpZCI6IjEyMzQ1Njc4OTAxMjM0-|NTY3ODkwIiwibmFtZSI6ImFiYyJ9",
        "?t=eyJpZCI6IjEyMzQ1Njc4OTAxMjM0NTY3ODkwIiwibmFtZSI6ImFiYyJ9",
    ),
    ("doi/10.1000/1468|-2346.12509", "doi/10.1000/1468-2346.12509"),
    ("doi/10.1000/096681|36.2014.899769", "doi/10.1000/09668136.2014.899769"),
    ("wiki/Mercury_(pla|net)", "wiki/Mercury_(planet)"),
    ("wiki/Mercury_|(planet)", "wiki/Mercury_(planet)"),
    ("a,1|,2.html", "a,1,2.html"),
    # several breaks
    ("energy-|security/publica-|tions/2020", "energy-security/publications/2020"),
    ("press/|annual-|report.|pdf", "press/annual-report.pdf"),
]


@pytest.mark.parametrize(("print_", "path"), WHOLE)
def test_breaks_that_are_mended(make_brief_of, print_, path):
    found = stated(make_brief_of, f"{S}{print_}, p. 5.".replace("|", "\n"))
    assert [citation.url for citation in found] == [S + path]


@pytest.mark.parametrize(("print_", "path"), WHOLE)
def test_the_same_breaks_with_an_annotation_leave_nothing_open(make_brief_of, print_, path):
    brief = make_brief_of(["It denies it.1"], {"1": f"{S}{print_}, p. 5.".replace("|", "\n")}, listed=[S + path])
    (citation,) = find_citations(brief).citations
    assert (citation.url, citation.alternative_urls) == (S + path, ())


@pytest.mark.parametrize(
    ("print_", "path"),
    [
        ("blorp-|grunz", "blorp-grunz"),
        ("co-|operation-2020", "co-operation-2020"),
        ("black-|mail", "black-mail"),
        ("a/merrow-|lind-x-y", "a/merrowlind-x-y"),
        ("a/room-|mate-2", "a/roommate-2"),
        ("ids/4821-|3077", "ids/48213077"),
    ],
)
def test_what_words_cannot_decide_has_both_spellings(make_brief_of, print_, path):
    (citation,) = stated(make_brief_of, f"{S}{print_}, p. 5.".replace("|", "\n"))
    assert S + path in {citation.url, *citation.alternative_urls}
    assert citation.alternative_urls


def test_words_of_the_brief_in_its_own_letters_are_evidence_for_their_transliteration(make_brief_of):
    note = "https://example.by/a-krakavia-\nkau-b"
    plain = find_citations(make_brief_of(["Так кажуць.1"], {"1": note})).citations[0]
    known = find_citations(make_brief_of(["Так кажуць кракавякаў.1"], {"1": note})).citations[0]
    assert plain.repairs[0].evidence != "one known word"
    assert known.repairs[0].evidence == "one known word"
    assert known.url == "https://example.by/a-krakaviakau-b"


@pytest.mark.parametrize(
    ("word", "other"),
    [("Россия", "rossiya"), ("Россия", "rossija"), ("юстиция", "justiciya"), ("щит", "schit"), ("Łódź", "lodz")],
)
def test_spellings_of_a_word_are_one(word, other):
    assert folded(word) == folded(other)


@pytest.mark.parametrize(
    "word",
    [
        *("bezopasnosti", "prezidenta", "belorussii", "gosudarstvennyj", "безопасности", "палітыкі", "безпеки"),
        *("bezpieczeństwa", "stosunki", "bevölkerung", "statistiques", "lietuvos", "ministerija"),
    ],
)
def test_words_of_the_languages_at_hand(word):
    assert is_foreign_word(word)


@pytest.mark.parametrize("word", ["nosti", "litiki", "ungs", "xqkwz", "ab", "report"])
def test_what_is_no_word_of_them(word):
    assert not is_foreign_word(word)


def test_compounds_are_words_beside_others_only():
    assert is_foreign_word("wirtschaftspolitik", 2)
    assert not is_foreign_word("konfliktrossii")
