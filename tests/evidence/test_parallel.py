"""Clauses built alike in which one word stands in the place of another."""

import pytest

from factcheck import check_claim


@pytest.mark.parametrize(
    ("language", "claim", "page"),
    [
        ("en", "The court upheld 23 appeals.", "The court quashed 23 appeals."),
        ("en", "The bank lent 30 million euros to the town.", "The bank owes 30 million euros to the town."),
        ("en", "The council lifted a ban on 14 products.", "The council imposed a ban on 14 products."),
        ("en", "Peat makes up 46 percent of its exports.", "Peat makes up 46 percent of its fuel mix."),
        ("en", "Velmar Oil drilled 9 wells in the bay.", "Torvik drilled 9 wells in the bay."),
        ("ru", "27 процентов шахтёров живут в посёлке.", "27 процентов учителей живут в посёлке."),
        ("pl", "64 procent nauczycieli popiera strajk.", "64 procent rodziców popiera strajk."),
        ("de", "Der Rat lobte 12 Betriebe.", "Der Rat schloss 12 Betriebe."),
        ("fr", "45 % des pêcheurs sont endettés.", "45 % des artisans sont endettés."),
    ],
)
def test_another_word_in_the_same_place_is_left_to_a_person(language, claim, page):
    figure = check_claim(claim, page, language, language).figures[0]
    assert (figure.verdict.value, figure.rule) == ("unchecked", "said_differently")


@pytest.mark.parametrize(
    ("language", "claim", "page"),
    [
        ("en", "The railway bought 50 engines.", "The railway purchased 50 engines."),
        ("en", "The mill dismissed 300 workers.", "The mill laid off 300 workers."),
        ("en", "Velmar Oil drilled 9 wells in the bay.", "The company drilled 9 wells in the bay."),
        ("en", "The damage reached 9 million euros.", "The damage came to 9 million euros."),
        ("en", "About 40 people died in the flood.", "About 40 residents perished in the flood."),
        ("en", "Torv council planted 9,000 oaks.", "A total of 9,000 oaks were planted by Torv council near the lake."),
        ("ru", "Завод уволил 300 рабочих.", "Завод сократил 300 рабочих."),
        ("pl", "Gmina kupiła 14 autobusów.", "Gmina nabyła 14 autobusów."),
        ("de", "Die Zahl der Anzeigen nahm um 14 Prozent zu.", "Die Zahl der Anzeigen wuchs um 14 Prozent."),
        ("fr", "La ville compte 230 médecins.", "La ville dénombre 230 médecins."),
    ],
)
def test_a_synonym_or_a_word_that_refers_to_a_name_says_the_same(language, claim, page):
    assert check_claim(claim, page, language, language).verdict == "supported"
