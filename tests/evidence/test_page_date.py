"""A date that only the page's own date gives: not for what the sentence puts at another time."""

import pytest

from factcheck import check_claim

DATED = "Published: 3 May 2019\n"


@pytest.mark.parametrize(
    ("sentence", "language", "rule"),
    [
        ("The bridge over the Oster was opened by the mayor.", "en", "supported_by_page_date"),
        ("The bridge over the Oster was opened by the mayor last month.", "en", None),
        ("The bridge over the Oster was opened by the mayor yesterday.", "en", None),
        ("The bridge over the Oster will be opened by the mayor next week.", "en", None),
        ("The bridge over the Oster, begun ten years ago, was opened by the mayor.", "en", "supported_by_page_date"),
    ],
)
def test_only_what_was_on_that_day(sentence, language, rule):
    claim = "The bridge over the Oster was opened by the mayor on 3 May 2019."
    found = check_claim(claim, DATED + sentence, "en", language).figures[0]
    assert (found.rule == rule) if rule else (found.verdict not in ("supported", "mismatched"))


def test_yesterday_is_no_contradiction_of_the_day_before():
    claim = "The bridge over the Oster was opened by the mayor on 2 May 2019."
    page = DATED + "The bridge over the Oster was opened by the mayor yesterday."
    assert check_claim(claim, page, "en", "en").figures[0].verdict != "mismatched"


def test_a_year_is_not_given_by_a_page_that_speaks_of_the_last():
    claim = "The bridge over the Oster was opened by the mayor in 2019."
    page = DATED + "The bridge over the Oster was opened by the mayor last year."
    assert check_claim(claim, page, "en", "en").figures[0].verdict != "supported"


ASSEMBLY = "On 3 May 2019 the assembly of Velm announced twelve debates."


@pytest.mark.parametrize(
    ("head", "sentence", "rule"),
    [
        # a page that was changed since is dated twice, whichever comes first
        ("Updated: 9 August 2021\nBy Karin Holt\n3 May 2019\n", "", "supported_by_page_date"),
        ("Updated: 9 August 2021\nBy Karin Holt\n5 May 2019\n", "", "same_subject_other_date"),
        ("Updated: 9 August 2021\nBy Karin Holt\n5 May 2019\nUpdated: 3 May 2019\n", "", "supported_by_page_date"),
        # the year that belongs to a noun dates no event, one after "in" does
        ("3 May 2019\n", " for the 2020 campaign", "supported_by_page_date"),
        ("3 May 2019\n", " in 2016", None),
        # a date behind the title's bar is the page's
        ("Debates in Velm - The Tern - 03.05.2019\n", "", "supported_by_page_date"),
    ],
)
def test_every_date_that_a_page_gives_itself(head, sentence, rule):
    page = head + f"The assembly of Velm announced twelve debates{sentence}, its chairman said."
    found = check_claim(ASSEMBLY, page, "en", "en").figures[0]
    assert (found.rule == rule) if rule else (found.verdict not in ("supported", "mismatched"))


def test_a_mere_year_is_given_by_the_first_date_only():
    page = "Updated: 9 August 2021\nBy Karin Holt\n3 May 2019\nThe assembly of Velm announced twelve debates."
    claim = "The assembly of Velm announced twelve debates in 2019."
    assert next(f for f in check_claim(claim, page, "en", "en").figures if f.text == "2019").verdict != "supported"
