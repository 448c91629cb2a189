"""Whom a figure is said of: another land, another name, another statement, a denial or another time beside it."""

from __future__ import annotations

import pytest

from factcheck.checks import check_claim

OTHERS = (
    "Trade round the Lind Sea\n"
    "Norway grew fast. Denmark accounts for at least 41 % of the herring trade, the office says.\n"
    "Harbourcast, a company that tows barges, serves about 3,100 skippers. Vessbrook has a yard near Harbourcast.\n"
)
HOUSE = (
    "In 2016 the shelter took in 452 cats. Five years later, that number was 2,895 cats.\n"
    "The towns have signed 74 agreements on fishing, however, none deals with seal hunting.\n"
    "The old kennel in Oster has room for 679 dogs (in Wenden 330 dogs).\n"
    "The bank of Lind raised its rates to 11.5 percent and inflation remains high, at 6.25 percent.\n"
    "The cook insists on exactly 60 beans for each cup. The guests drink from cups of clay.\n"
    "The shelter raised 30 million euros. The keeper Milo Brandt was bitten on 7 October 2021.\n"
    "On 13 October 2021 he was discharged. More than 54,000 new wells were dug in the province that year.\n"
    "The wells led to nearly 11,000 leaks in the province.\n"
)


@pytest.mark.parametrize(
    ("page", "claim", "figure"),
    [
        (OTHERS, "Norway accounts for at least 41 % of the herring trade.", "41"),
        (OTHERS, "Vessbrook serves about 3,100 skippers.", "3,100"),
        (HOUSE, "In 2016 the shelter took in 2,895 cats.", "2,895"),
        (HOUSE, "The towns have signed 74 agreements on seal hunting.", "74"),
        (HOUSE, "The old kennel in Wenden has room for 679 dogs.", "679"),
        (HOUSE, "Inflation stood at 11.5 percent.", "11.5"),
        (HOUSE, "The cook uses exactly 60 cups.", "60"),
        (HOUSE, "The shelter raised 30 million euros a year.", "30 million"),
        (HOUSE, "The shelter raised 30 million euros per cat.", "30 million"),
        (HOUSE, "Milo Brandt was discharged on 7 October 2021.", "7 October 2021"),
        (HOUSE, "Nearly 11,000 new wells were dug in the province.", "11,000"),
    ],
)
def test_a_figure_of_something_else_is_left_to_a_person(page, claim, figure):
    (check,) = [check for check in check_claim(claim, page, "en", "en").figures if figure in check.text]
    assert check.verdict != "supported", check.explanation


@pytest.mark.parametrize(
    ("page", "claim", "figure"),
    [
        (OTHERS, "Denmark accounts for at least 41 % of the herring trade.", "41"),
        (OTHERS, "Harbourcast serves about 3,100 skippers.", "3,100"),
        (HOUSE, "In 2016 the shelter took in 452 cats.", "452"),
        (HOUSE, "The towns have signed 74 agreements on fishing.", "74"),
        (HOUSE, "The old kennel in Oster has room for 679 dogs.", "679"),
        (HOUSE, "The bank of Lind raised its rates to 11.5 percent.", "11.5"),
        (HOUSE, "The shelter raised 30 million euros.", "30 million"),
        (HOUSE, "Milo Brandt was bitten on 7 October 2021.", "7 October 2021"),
        (HOUSE, "More than 54,000 new wells were dug in the province.", "54,000"),
    ],
)
def test_the_same_figure_of_its_own_is_supported(page, claim, figure):
    (check,) = [check for check in check_claim(claim, page, "en", "en").figures if figure in check.text]
    assert check.verdict == "supported", check.explanation


@pytest.mark.parametrize(
    ("page", "language", "claim"),
    [
        (
            "Эмираты дают 40 % расходов на порты в крае. Оман строит порт.",
            "ru",
            "Oman accounts for 40 % of port spending.",
        ),
        ("Załoga „Liny” to 679 osób (na Nimitzu 330 osób).", "pl", "The crew of the Nimitz numbers 679 people."),
    ],
)
def test_names_tell_in_another_language_too(page, language, claim):
    (check,) = check_claim(claim, page, "en", language).figures
    assert check.verdict != "supported", check.explanation
