"""Who did it to whom, and what is counted."""

import pytest

from factcheck import check_claim
from factcheck.evidence.roles import swapped

SWAPPED = [
    ("Osmark sold 300 ships to Velland.", "Velland sold 300 ships to Osmark.", True),
    ("Osmark took 300 ships from Velland.", "Velland took 300 ships from Osmark.", True),
    ("Osmark lent Velland 300 ships.", "Velland lent Osmark 300 ships.", True),
    ("Poets earn 30 percent less than painters.", "Painters earn 30 percent less than poets.", True),
    ("Osmark sold 300 ships to Velland.", "300 ships were sold by Osmark to Velland.", False),
    ("Osmark sold 300 ships to Velland.", "Velland bought 300 ships from Osmark.", False),
    ("Osmark sold 300 ships to Velland.", "Osmark, which is rich, sold 300 ships to Velland.", False),
    ("Poets earn 30 percent less than painters.", "Poets earn 30 percent less than all painters.", False),
    ("The council of Osmark was founded in 1997.", "The council was founded in 1997 in Osmark.", False),
]


@pytest.mark.parametrize(("claim", "page", "expected"), SWAPPED)
def test_parties_changed_round(claim, page, expected):
    assert swapped(claim, page, "en") is expected


COUNTED = [
    ("The firm has 45 employees.", "The firm has 45 shops and 300 employees.", "en", "said_differently"),
    ("The firm has 45 employees.", "The firm has 45 workers.", "en", "supported_exactly"),
    ("The firm has 45 employees in Osmark.", "The firm has 45 people in Osmark.", "en", "supported_exactly"),
    ("В районе 48 школ.", "В районе 48 магазинов, а школ почти нет.", "ru", "said_differently"),
    ("В районе 48 школ.", "Всего в районе 48 школ и 60 магазинов.", "ru", "supported_exactly"),
    ("Die Gemeinde hat 85 Vereine.", "Die Gemeinde hat 85 Hunde und viele Vereine.", "de", "said_differently"),
]


@pytest.mark.parametrize(("claim", "page", "language", "rule"), COUNTED)
def test_another_thing_counted_is_left_to_a_person(claim, page, language, rule):
    (figure,) = check_claim(claim, page, language, language).figures
    assert figure.rule == rule
