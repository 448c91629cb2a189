"""Two figures of one kind in one sentence: each is told with its own words, and not with its neighbour's."""

from __future__ import annotations

import pytest

from factcheck import check_claim

CHEESE = "In 2021 the plant in Oster made 45 tonnes of cheese, and the plant in Wenden made 62 tonnes of cheese."
FLATS = "In the city 34% of flats are rented, in the countryside 12%."
TOWNS = "Tarn has 3.7 million inhabitants, Selm 1.9 million."
HOUSES = "Every fifth house in our district stands empty all year round, and every third one stands empty in winter."
MOVA = "У горадзе здаюць 34% кватэр, у вёсцы — толькі 12%."
MONTHS = "The dairy sold 45 tonnes of butter in May and 62 tonnes in June."

CASES = [
    ("The plant in Oster made 45 tonnes of cheese.", CHEESE, True),
    ("The plant in Wenden made 62 tonnes of cheese.", CHEESE, True),
    ("The plant in Wenden made 45 tonnes of cheese.", CHEESE, False),
    ("The plant in Oster made 62 tonnes of cheese in 2021.", CHEESE, False),
    ("In the city 34% of flats are rented.", FLATS, True),
    ("In the countryside 34% of flats are rented.", FLATS, False),
    ("In the city 12% of flats are rented.", FLATS, False),
    ("Tarn has 3.7 million inhabitants.", TOWNS, True),
    ("Selm has 1.9 million inhabitants.", TOWNS, True),
    ("Selm has 3.7 million inhabitants.", TOWNS, False),
    ("Tarn has 1.9 million inhabitants.", TOWNS, False),
    ("Every third house in our district stands empty all year.", HOUSES, False),
    ("У вёсцы здаюць 12% кватэр.", MOVA, True),
    ("The dairy sold 62 tonnes of butter in June.", MONTHS, True),
    ("Tarn has 3.7 million inhabitants, and Selm 1.9 million.", TOWNS, True),
]


@pytest.mark.parametrize(("claim", "page", "right"), CASES)
def test_figure_is_that_of_its_own_part_of_the_sentence(claim, page, right):
    figures = [found for found in check_claim(claim, page).figures if not found.text.isdigit()]
    assert figures
    assert all((found.verdict == "supported") == right for found in figures), [found.explanation for found in figures]
