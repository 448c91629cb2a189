"""A claim against a page, as the public API gives it."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check_claim
from factcheck.checks import check_against
from factcheck.model import CitedQuantity, Claim, MatchLevel, Page, Position, VerdictKind
from factcheck.quantities import find_quantities

PAGE = (
    "Water report of the town of Selby\n"
    "The reservoir at Selby held 4.8 million litres in June 2021, the water board said.\n"
    "Repairs of the dam cost 310,000 euros, and 17 workers were hired.\n"
    "The board meets at 19:30 in the town hall of Selby on Thursday.\n"
)


def figure(claim, page=PAGE, number=0, **languages):
    return check_claim(claim, page, **({"claim_language": "en", "page_language": "en"} | languages)).figures[number]


def test_a_supported_figure_shows_the_pages_passage():
    found = figure("The reservoir at Selby held 4.8 million litres in June 2021.")
    assert (found.verdict, found.rule) == (VerdictKind.SUPPORTED, "supported_exactly")
    assert found.text == "4.8 million litres"
    assert "4.8 million" in found.evidence.passage.exact
    assert found.evidence.passage.prefix.endswith("The reservoir at Selby held ")
    assert found.evidence.low == Decimal(4_800_000)
    assert found.terms


def test_a_mismatch_shows_the_rival_as_its_evidence():
    found = figure("The reservoir at Selby held 4.2 million litres in June 2021.")
    assert (found.verdict, found.rule) == (VerdictKind.MISMATCHED, "same_subject_other_value")
    assert found.evidence.level is MatchLevel.RIVAL
    assert "4.8 million" in found.evidence.passage.exact


def test_a_figure_that_is_nowhere_has_no_evidence():
    found = figure("The airline of Norlandia bought 92 aeroplanes.")
    assert found.verdict is VerdictKind.NOT_FOUND
    assert found.evidence is None
    assert found.rival is None


def test_a_time_of_day_is_compared_across_clocks():
    assert figure("The board of Selby meets at 7.30 p.m. in the town hall.").verdict is VerdictKind.SUPPORTED
    assert figure("The board of Selby meets at 8.30 p.m. in the town hall.").verdict is VerdictKind.MISMATCHED


def test_a_claim_without_anything_to_check_is_unchecked():
    result = check_claim("The town hall is beautiful.", PAGE)
    assert result.verdict is VerdictKind.UNCHECKED
    assert result.figures == ()
    assert result.quotations == ()


def test_the_locator_is_the_page_that_the_figure_stands_on():
    text = "The dam of Selby was built in 1931.\nRepairs of the dam of Selby cost 310,000 euros.\n"
    page = Page(text, "application/pdf", language="en", positions=(Position(0, "p. 1"), Position(36, "p. 2")))
    words = "Repairs of the dam of Selby cost 310,000 euros."
    claim = Claim("k", words, 0, 0, 0, figures=tuple(map(CitedQuantity, find_quantities(words, "en"))), language="en")
    assert check_against(claim, page).figures[0].evidence.passage.locator == "p. 2"


def test_strict_mode_answers_no_more_than_the_normal_one():
    words = "Repairs of the dam cost 310,000 euros, and 17 workers were hired."
    claim = Claim("k", words, 0, 0, 0, figures=tuple(map(CitedQuantity, find_quantities(words, "en"))), language="en")
    page = Page(PAGE, "text/html", language="en")
    for normal, strict in zip(
        check_against(claim, page).figures, check_against(claim, page, strict=True).figures, strict=True
    ):
        assert strict.verdict in {normal.verdict, VerdictKind.UNCHECKED, VerdictKind.NOT_FOUND}


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "1" * 5000, "5% " * 3000, "| 1 | 2 | 3\n" * 500, "\u202e5\u202c % …" * 200]
)
def test_odd_pages_are_read(text):
    assert check_claim("It rose by 5% in 2019, to 12.", text).figures


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=120), st.text(max_size=300))
def test_any_claim_and_page_are_checked_without_error(claim, page):
    result = check_claim(claim, page)
    for found in result.figures:
        assert found.text == claim[found.quantity.start : found.quantity.end]
        if found.verdict is VerdictKind.SUPPORTED:
            assert found.evidence is not None
