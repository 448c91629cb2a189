"""What is still to be done, most of it, one of them, for several years, or the other way round."""

import pytest

from factcheck import check_claim

NOT_SO = [
    ("en", "The railway bought 50 engines.", "The railway was to buy 50 engines from Velmar."),
    ("en", "The town planted 900 oaks.", "The council told the town to plant 900 oaks."),
    ("ru", "Завод купил 40 станков.", "Директор призвал завод купить 40 станков."),
    ("pl", "Gmina zbudowała 25 domów.", "Radni kazali gminie zbudować 25 domów."),
    ("de", "Die Stadt baute 12 Schulen.", "Der Rat mahnte die Stadt, 12 Schulen zu bauen."),
    ("fr", "La commune a planté 900 arbres.", "La commune envisage de planter 900 arbres."),
    ("en", "The town built 6 schools.", "What the town wants to build:\n- 6 schools\n- 2 bridges"),
    ("ru", "В селе построено 6 школ.", "Что обещают построить в селе:\n— 6 школ\n— 2 моста"),
    ("en", "The mill lost 8 million euros.", "One of its branches, the mill of Torv, lost up to 8 million euros."),
    ("ru", "Убытки сети — 8 млн рублей.", "Убытки одного из магазинов сети составили 8 млн рублей."),
    ("en", "In 2021 the fund paid for 62 doctors.", "In six years, by 2021, the fund paid for 62 doctors."),
    ("ru", "За год осудили 62 рыбака.", "За шесть лет осудили 62 рыбака."),
    ("en", "The fine is 10,000 euros.", "The fine is a maximum of 10,000 euros."),
    ("en", "Boys scored 71 points and girls 78.", "Boys scored 78 points and girls 71."),
    ("pl", "Na zachodzie spadło 30 mm śniegu, na wschodzie 55.", "Na zachodzie spadło 55 mm śniegu, na wschodzie 30."),
    ("ru", "Вельм получил 40 миллионов, а Торв 15 миллионов.", "Вельм получил 15 миллионов, а Торв — 40 миллионов."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "claim", "page"), NOT_SO)
def test_what_is_not_said_as_done_is_left_to_a_person(language, claim, page):
    assert check_claim(claim, page, language, language).verdict in {"unchecked", "mismatched"}


SO = [
    ("en", "The railway bought 50 engines.", "The railway managed to buy 50 engines."),
    ("en", "The town planted 900 oaks.", "The grant was spent by the town to plant 900 oaks."),
    ("en", "The town wants to plant 900 oaks.", "The mayor told the town to plant 900 oaks, as the town wants."),
    ("ru", "Завод купил 40 станков.", "Завод смог купить 40 станков."),
    ("de", "Die Stadt baute 12 Schulen.", "Der Stadt gelang es, 12 Schulen zu bauen."),
    ("en", "The town built 6 schools.", "What the town has built:\n- 6 schools\n- 2 bridges"),
    ("en", "The mill employs 80 people.", "One of the largest mills of Velm employs 80 people, and the mill grows."),
    ("en", "Boys scored 78 points and girls 71.", "Boys scored 78 points and girls 71."),
    ("en", "The road is 180 kilometres long.", "It is a 180 km road from the capital to the coast."),
]


@pytest.mark.parametrize(("language", "claim", "page"), SO)
def test_what_was_done_in_the_end_is_supported(language, claim, page):
    assert check_claim(claim, page, language, language).verdict == "supported"


def test_a_page_that_tells_of_long_ago_gives_no_year_by_its_date():
    page = "Published 4 May 2016\nThe refinery of Velm, which was founded long ago, is to get another director."
    claim = "The refinery of Velm was founded in 2016."
    assert check_claim(claim, page, "en", "en").verdict != "supported"
