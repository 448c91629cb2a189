"""URLs of texts whose line-end hyphens an extractor took out: what is put back, and what is offered beside."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document

BODY = """\
The harbour office of Merrow counts what comes in and what
goes out, and it prints the sum of both at the end of the
year, when the clerks have little else to do and the quays
are empty.{marker} Nobody else keeps such a list, although
three other towns on the same coast have tried it twice and
given up each time, because their clerks were called away
to other work before the second year was over. What they
had written by then is kept in the town hall, where it may
be read on any day of the week but Sunday by those who ask
for it in time and bring a letter from the mayor with them.
"""
NOTES = """\
1 Harbour office of Merrow, Goods landed and shipped,
second issue, {url}.
2 Town hall of Merrow, The lists of the harbour, which
are open to all, first part, {other}.
"""


def _brief(url, other="https://merrow.example/lists"):
    bodies = "\n".join(BODY.format(marker=number if number < 3 else "") for number in range(1, 6))
    return bodies + "\n" + NOTES.format(url=url, other=other)


def _citation(text, label="1"):
    document = read_document(text.encode(), name="brief.txt")
    found = find_citations(lay_out(document, "brief.txt", "0" * 64))
    return next(each for each in found.citations if each.footnote == label)


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        (
            "https://port.example/the-old-harbourmarket-and-its-clerks",
            "https://port.example/the-old-harbour-market-and-its-clerks",
        ),
        (
            "https://port.example/pages/Winter-StormDamage-Report.pdf",
            "https://port.example/pages/Winter-Storm-Damage-Report.pdf",
        ),
        (
            "https://port.example/wpcontent/uploads/goods-of-the-year.pdf",
            "https://port.example/wp-content/uploads/goods-of-the-year.pdf",
        ),
    ],
)
def test_two_words_that_meet_at_a_full_line_are_parted_again(printed, url):
    """The spelling as printed stays the first alternative, and the repair is told."""
    found = _citation(_brief(printed))
    assert (found.url, found.alternative_urls[0]) == (url, printed)
    assert [repair.kind for repair in found.repairs if repair.kind == "restored_hyphen"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("https://port.example/reports-of-the-year/a45959950", "https://port.example/reports-of-the-year/a-45959950"),
        (
            "https://port.example/sites/default/files/202012/goods.pdf",
            "https://port.example/sites/default/files/2020-12/goods.pdf",
        ),
        (
            "https://harbourclerks.example/goods/that/came/in/last/year",
            "https://harbour-clerks.example/goods/that/came/in/last/year",
        ),
    ],
)
def test_where_words_do_not_tell_the_print_stays_with_the_other_spelling_beside_it(printed, meant):
    found = _citation(_brief(printed))
    assert found.url == printed
    assert meant in found.alternative_urls


def test_another_print_of_the_url_has_the_hyphen():
    whole = "https://port.example/of-the-harbour-dues.html"
    found = _citation(_brief("https://port.example/of-theharbour-dues.html", other=whole))
    assert found.url == whole
    assert found.alternative_urls == ("https://port.example/of-theharbour-dues.html",)


def test_a_word_of_its_own_is_not_parted():
    url = "https://port.example/the-old-lighthouse-and-its-clerks.html"
    found = _citation(_brief(url))
    assert (found.url, found.alternative_urls) == (url, ())


def test_a_text_that_breaks_words_at_line_ends_has_lost_no_hyphen():
    text = _brief("https://port.example/the-old-harbourmarket-and-its-clerks").replace("what\ngoes", "what hap-\npens")
    assert _citation(text).url == "https://port.example/the-old-harbourmarket-and-its-clerks"
