"""Headers of other columns, opposite prepositions, words turned round, spans of years."""

import pytest

from factcheck import check_claim

CARS = "Cars and lorries\nTown | Cars 2021 | Lorries 2021\nDolm | 310 | 640\nRinsk | 640 | 120"


@pytest.mark.parametrize(
    ("language", "claim", "page", "verdict"),
    [
        ("en", "In 2021 Dolm had 310 cars.", CARS, "supported"),
        ("en", "In 2021 Dolm had 640 cars.", CARS, "unchecked"),
        ("en", "Exports to China fell by 20 percent.", "Exports from China fell by 20 percent.", "unchecked"),
        ("en", "Exports to China fell by 20 percent.", "Exports to China fell by 20 percent.", "supported"),
        ("de", "Flüge nach Velmar kosten 90 Euro.", "Flüge aus Velmar kosten 90 Euro.", "unchecked"),
        ("en", "Deaths outnumbered births by 2,000.", "Births outnumbered deaths by 2,000.", "unchecked"),
        ("en", "Births outnumbered deaths by 2,000.", "Births outnumbered deaths by 2,000.", "supported"),
        ("en", "In 2021, 75 editors were jailed.", "Between 2014 and 2021, 75 editors were jailed.", "unchecked"),
        ("en", "In 2021, 75 editors were jailed.", "In 2014 and 2021, 75 editors were jailed.", "supported"),
        ("en", "Half of the prisoners are foreigners.", "Half of the foreigners are prisoners of war.", "unchecked"),
        ("en", "Among adults, 9 percent cannot read.", "Among children, 9 percent cannot read.", "unchecked"),
        ("en", "The mill cost 8 million crowns.", "Nothing shows that the mill cost 8 million crowns.", "unchecked"),
    ],
)  # fmt: skip
def test_whose_and_which_way(language, claim, page, verdict):
    assert check_claim(claim, page, language, language).verdict == verdict


def test_two_countries_with_their_figures_exchanged_across_languages():
    page = "Węgry zyskały 3, a Polska straciła 5 miejsc."
    assert check_claim("Poland gained 3 and Hungary lost 5 seats.", page, "en", "pl").verdict != "supported"
