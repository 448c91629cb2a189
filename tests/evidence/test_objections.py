"""Denials, forecasts, other dates, and hedges that point to other sides: what agrees in value and says the opposite."""

import pytest

from factcheck import check_claim
from factcheck.evidence import objection
from factcheck.model import Claim, Passage, Quantity, QuantityKind

CLAIM = "40 percent of the members trust the board."


def denied(page, claim=CLAIM, exact="40"):
    at = page.index(exact)
    passage = Passage(at, at + len(exact), page[:at], exact, page[at + len(exact) :])
    asked = Claim("k1", claim, 0, len(claim), 0)
    return objection(asked, Quantity(exact, 0, 2, None, None, None, QuantityKind.NUMBER), passage, None) is not None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("40 percent of the members do not trust the board", True),
        ("40 percent of the members don't trust the board", True),
        ("Nobody said that 40 percent trust the board", True),
        ("40 процентов членов не доверяют правлению", True),
        ("40 procent członków nie ufa zarządowi", True),
        ("40 % der Mitglieder vertrauen dem Vorstand nicht", True),
        ("40 % des membres n'ont pas confiance", True),
        ("40 percent of the members trust the board, which is not much", False),
        ("It was not a good year. 40 percent of the members trust the board", False),
        ("No more than 40 percent, and not only the young, trust the board", False),
        ("не более 40 процентов членов доверяют правлению", False),
        ("nicht mehr als 40 % der Mitglieder", False),
        ("40 percent of the members trust the board, 9 do not", False),
        ("The knot of 40 notes", False),
    ],
)
def test_a_clause_that_says_not(page, expected):
    assert denied(page) is expected


@pytest.mark.parametrize(
    "claim",
    ["40 percent do not trust the board.", "40 percent distrust the board.", "40 percent lack trust in the board."],
)
def test_a_claim_that_denies_itself_is_not_denied(claim):
    assert denied("40 percent of the members do not trust the board", claim) is False


SIDES = [
    ("Over 400 people came to the fair.", "Fewer than 400 people came to the fair.", "direction_conflict"),
    ("At most 400 people came to the fair.", "At least 400 people came to the fair.", "direction_conflict"),
    ("Over 400 people came to the fair.", "More than 400 people came to the fair.", "supported_exactly"),
    ("Over 400 people came to the fair.", "Exactly 400 people came to the fair.", "supported_exactly"),
]


@pytest.mark.parametrize(("claim", "page", "rule"), SIDES)
def test_over_is_not_under(claim, page, rule):
    assert [figure.rule for figure in check_claim(claim, page, "en", "en").figures] == [rule]


DIFFERENTLY = [
    ("Exports grew by 7.5 percent in 2021.", "Exports are expected to grow by 7.5 percent in 2021."),
    ("Exports grew by 7.5 percent in 2021.", "Exports grew by 3.5 percent in 2021 and by 7.5 percent in 2020."),
    ("Turnout was 62 percent in 2019.", "Turnout was 62 percent in 2015 and 48 percent in 2019."),
    ("Turnout was 62 percent in 2019.", "Turnout was 48 and 62 percent in 2019 and 2015, respectively."),
    ("Turnout was 62 percent in 2019 and 48 percent in 2015.", "In 2015 turnout was 62 percent, in 2019 48 percent."),
]


@pytest.mark.parametrize(("claim", "page"), DIFFERENTLY)
def test_a_figure_of_another_date_or_of_the_future_is_not_supported(claim, page):
    assert check_claim(claim, page, "en", "en").figures[0].verdict != "supported"


ALIKE = [
    ("Exports are expected to grow by 7.5 percent in 2021.", "Exports are forecast to grow by 7.5 percent in 2021."),
    ("Exports grew by 7.5 percent in 2020.", "Exports grew by 3.5 percent in 2021 and by 7.5 percent in 2020."),
    ("Turnout was 62 percent in 2019.", "Turnout rose from 48 percent in 2015 to 62 percent in 2019."),
    ("Turnout was 62 percent in 2019.", "Turnout was 48 and 62 percent in 2015 and 2019, respectively."),
    ("Turnout was 62 percent in 2019.", "Of 2015 and 2017 little is known; turnout was 62 percent in 2019."),
]


@pytest.mark.parametrize(("claim", "page"), ALIKE)
def test_a_figure_that_is_said_alike_is_supported(claim, page):
    assert check_claim(claim, page, "en", "en").figures[0].verdict == "supported"


NOT_SO = [
    ("The city built 640 flats.", "The city plans to build 640 flats.", "en"),
    (
        "The sanctions cost the firm 20 million euros.",
        "If they went on, they would cost the firm 20 million euros.",
        "en",
    ),
    ("The army lost 70 tanks.", "The ministry called it a fabrication that the army lost 70 tanks.", "en"),
    ("The plant makes 4,000 tractors a year.", "The plant makes 4,000 tractors a month.", "en"),
    ("The firm earned 85 million euros in 2021.", "The firm earned 85 million euros in the first half of 2021.", "en"),
    ("The country has 320 hospitals.", "There are 320 hospitals in the capital alone.", "en"),
    ("The debt is 18,400 euros.", "The debt is 18,400 euros per inhabitant.", "en"),
    ("Exports reached 6.3 billion euros in 2019.", "Exports reached 6.3 billion euros in 2016.", "en"),
    ("Завод построил 18 домов.", "Завод планирует построить 18 домов.", "ru"),
    ("Rząd wydał 90 mln złotych.", "Zdementowano doniesienia, że rząd wydał 90 mln złotych.", "pl"),
    ("Die Stadt hat 320 Wohnungen gebaut.", "Die Stadt will 320 Wohnungen bauen.", "de"),
    ("La ville a créé 150 emplois.", "La ville devrait créer 150 emplois.", "fr"),
    ("Vyriausybė skyrė 12 mln. eurų keliams.", "Vyriausybė neskyrė 12 mln. eurų keliams.", "lt"),
    ("Уряд виділив 40 млн гривень.", "Уряд обіцяє виділити 40 млн гривень.", "uk"),
    ("Краіна купіла 24 аўтобусы.", "Краіна плануе купіць 24 аўтобусы.", "be"),
]


@pytest.mark.parametrize(("claim", "page", "language"), NOT_SO)
def test_what_is_not_so_or_only_of_a_part_is_left_to_a_person(claim, page, language):
    figure = check_claim(claim, page, language, language).figures[0]
    assert figure.verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "page", "language"),
    [
        ("The city plans to build 640 flats.", "The city will build 640 flats by the river.", "en"),
        ("Minsk has 320 hospitals.", "There are 320 hospitals in the capital, Minsk.", "en"),
        ("The debt is 18,400 euros per head.", "The debt is 18,400 euros per inhabitant.", "en"),
        ("Die Stadt will 320 Wohnungen bauen.", "Die Stadt plant 320 Wohnungen.", "de"),
        ("Завод выпускает 600 автобусов в год.", "Ежегодно завод выпускает 600 автобусов.", "ru"),
    ],
)
def test_what_is_said_alike_in_other_words_is_supported(claim, page, language):
    assert check_claim(claim, page, language, language).figures[0].verdict == "supported"


def test_a_number_that_is_part_of_a_name_is_neither_denied_nor_planned():
    page = "Brandt, who was injured, would not start in the Velm-Torv 355 on Sunday. Orla Dern took her place."
    assert check_claim("Orla Dern replaced Brandt in the Velm-Torv 355.", page).verdict == "supported"


def test_the_year_of_a_report_is_not_that_of_its_figures():
    page = "At 88%, Norland had the highest share of people in good health in 2014."
    checked = check_claim("A 2016 report found that 88% of people in Norland were in good health.", page)
    assert {found.text: found.verdict for found in checked.figures}["88%"] == "supported"
