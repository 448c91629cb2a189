"""One fact in other words, and facts of other groups and times in nearly the same."""

import pytest

LOAN = "У 2020 годзе Вельмар узяў крэдыт на 600 мільёнаў долараў."
CONTRADICTING = [
    ("en", "The Torvik treaty was signed on 2 June 2015.", "Signed on 9 June 2015, the Torvik treaty ended the war."),
    ("en", "Maria Holt was born in 1958.", "Born in 1963, Maria Holt studied law in Velmar."),
    ("pl", "W 2019 roku w Orzewie mieszkało 81 tysięcy osób.", "Orzewo liczyło w 2019 roku 64 tysiące mieszkańców."),
    ("fr", "En 2020, la dette de Norlande atteignait 41 %.", "La dette de Norlande représentait 58 % en 2020."),
    ("be", LOAN, "Крэдыт, які Вельмар узяў у 2020 годзе, склаў 900 мільёнаў долараў."),
]  # fmt: skip
APART = [
    ("en", "The Halden dam was begun in 1961.", "Completed in 1967, the Halden dam feeds the valley."),
    ("en", "The Torvik treaty was signed on 2 June 2015.", "Signed on 9 June 2015, the Lusk treaty ended the war."),
    ("en", "The first wave of the Halden survey covered 1,000 people.", "The third wave of it covered 1,450 people."),
    ("en", "38 percent of men in Norland trust courts.", "52 percent of women in Norland trust courts."),
    ("pl", "W pierwszym kwartale 2022 r. PKB spadł o 3 procent.", "W drugim kwartale 2022 r. PKB spadł o 5 procent."),
    ("ru", "Среди молодёжи Вельмара 30 процентов хотят уехать.", "Среди пожилых Вельмара 6 процентов хотят уехать."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "one", "other"), CONTRADICTING)
def test_a_fact_in_other_words_contradicts(find, language, one, other):
    assert "contradicting" in [pair.relation for pair in find((one,), (other,), language=language)]


@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_facts_of_other_things_do_not(find, language, one, other):
    assert "contradicting" not in [pair.relation for pair in find((one,), (other,), language=language)]


def test_a_name_that_begins_a_sentence_is_known_from_the_other_brief(find):
    (pair,) = find(("Norvik's parliament has 84 seats.",), ("There are 96 seats in the parliament of Norvik.",))
    assert pair.relation == "tension"
