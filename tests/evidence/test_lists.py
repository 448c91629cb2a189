"""Lists whose lead-in gives their items a unit."""

import pytest

from factcheck import check_claim
from factcheck.evidence.lists import lead_in


@pytest.mark.parametrize(
    ("language", "claim", "page", "verdict"),
    [
        ("en", "Roads received 31 million crowns.", "Costs, in million crowns:\n- parks: 8\n- roads: 31", "supported"),
        ("en", "Roads received 31 million crowns.", "Spending (million crowns):\nschools: 18\nroads: 31", "supported"),
        ("en", "Roads received 31 million euros.", "Costs in million euros:\n- parks: 8\n- roads: 31", "supported"),
        ("en", "Roads received 31 crowns.", "Costs, in million crowns:\n- parks: 8\n- roads: 31", "unchecked"),
        ("ru", "На дороги ушёл 31 миллион рублей.", "Расходы (млн рублей):\n— школы: 18\n— дороги: 31", "supported"),
        ("de", "Für Wege gab es 31 Mio. Euro.", "Ausgaben in Mio. Euro:\n- Schulen: 18\n- Wege: 31", "supported"),
        ("en", "Torv has 9 schools.", "Schools by town:\n- Oberg: 14\n- Torv: 9\n- Velm: 21", "supported"),
    ],
)  # fmt: skip
def test_an_item_has_the_unit_of_its_lead_in(language, claim, page, verdict):
    assert check_claim(claim, page, language, language).figures[0].verdict == verdict


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("Spending:\n- roads: #", "Spending:"),
        ("Spending:\nroads: 4\n\nparks: #", "Spending:"),
        ("Spending:\nThe town paid for its roads. Nobody knows how.\nroads: #", None),
        ("Spending:\n" + "- roads\n" * 40 + "- parks: #", None),
        ("- roads: #", None),
        ("The town spent # on roads, which nobody had thought of before the flood came and went in one night.", None),
    ],
)
def test_a_lead_in_is_the_line_with_a_colon_over_the_items(page, line):
    assert lead_in(page, page.index("#")) == line
