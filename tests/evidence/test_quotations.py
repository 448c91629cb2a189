"""Quotations: word for word, with gaps, altered, translated, absent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.evidence import weigh_quotations
from factcheck.model import CitedQuotation, Claim, Page
from factcheck.quotations import find_quotations

PAGE = Page(
    "The minister spoke on Monday.\n"
    "“We shall not – under any circumstances – sell the old harbour to anybody,” she said."
    " “The town’s people have built it, and the people shall keep it.”\nNothing else happened in the house.",
    "text/html",
    language="en",
)


def weighed(claim, page=PAGE, language="en"):
    cited = tuple(CitedQuotation(q) for q in find_quotations(claim))
    return weigh_quotations(Claim("k", claim, 0, 0, 0, quotations=cited, language=language), page)[0]


@pytest.mark.parametrize(
    ("claim", "gaps"),
    [
        ('She said: "we shall not - under any circumstances - sell the old harbour to anybody".', 0),
        ("She said “We shall not (…) sell the old harbour to anybody”.", 1),
        ("She said “We shall not … sell the old harbour […] and the people shall keep it”.", 2),
        ("She said “sell the old harbour to anybody. The town's people have built it”.", 1),
    ],
)
def test_marks_gaps_and_capitals_do_not_matter(claim, gaps):
    found = weighed(claim)
    if found.exact:
        assert found.similarity == 1.0
    assert found.exact or found.similarity > 0.8
    assert found.gaps <= gaps


def test_the_passage_is_the_pages_own_words():
    found = weighed("She said “we shall not (…) sell the old harbour”.")
    assert found.best.exact == "We shall not – under any circumstances – sell the old harbour"
    assert PAGE.text[found.best.start : found.best.end] == found.best.exact


@pytest.mark.parametrize(
    ("claim", "altered"),
    [
        ("She said “We shall not sell the new harbour to anybody at all under any circumstances”.", True),
        ("She said “The town's people have built it, and the people shall keep it up”.", False),
        ("She said “The town's people have sold it, and the people shall keep it”.", True),
    ],
)
def test_a_changed_word_of_meaning_is_told_from_a_small_one(claim, altered):
    found = weighed(claim)
    assert not found.exact
    assert found.altered is altered
    assert "{+" in found.difference


def test_a_turned_sentence_is_altered():
    found = weighed("She said “We shall under any circumstances sell the old harbour to anybody”.")
    assert found.altered
    assert "[-not-]" in found.difference


def test_an_absent_quotation_is_not_similar():
    found = weighed("She said “Let them eat cake in every village of the kingdom”.")
    assert found.similarity < 0.6
    assert not found.exact


def test_a_quotation_in_another_language_is_translated():
    page = Page(
        "Министр говорил о море.\nМы не продадим старый порт никому, сказал он в понедельник на рынке.",
        "text/html",
        language="ru",
    )
    found = weighed("He said “We shall not sell the old port to anybody” on Monday.", page)
    assert found.translated
    assert "порт" in found.best.exact


def test_an_empty_page_has_nothing():
    found = weighed("She said “We shall not sell the harbour”.", Page("", "text/html", language="en"))
    assert found.best is None
    assert found.similarity == 0


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["a", "bb", "the", "harbour", "…", "(…)", "[it]", "—", "7"]), max_size=40))
def test_any_quotation_is_weighed_without_error(words):
    claim = "“" + " ".join(words) + "”"
    for cited in find_quotations(claim):
        found = weigh_quotations(Claim("k", claim, 0, 0, 0, quotations=(CitedQuotation(cited),)), PAGE)[0]
        assert 0 <= found.similarity <= 1


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("He said “we will [not] leave the union”.", "He said: “We will leave the union.”"),
        ("He said “we will leave […] the union”.", "“We will leave nothing behind. The union comes first,” he said."),
        ("He said “the town … keeps its word to us”.", "The town is old. It never said that it keeps its word to us."),
    ],
)
def test_no_gap_hides_a_denial(claim, page):
    assert not weighed(claim, Page(page, "text/html", language="en")).exact


def test_a_denial_that_is_quoted_or_stands_on_the_page_is_no_matter():
    page = Page("“We will, as ever, not leave the union,” he said.", "text/html", language="en")
    assert weighed("He said “we will … not leave the union”.", page).exact
    assert weighed("He said “we will […] [not] leave the union”.", page).exact
