"""Lists of words looked up in one pass."""

import pytest

from factcheck.evidence.sayings import says
from factcheck.evidence.word_lists import WordLists

LISTS = WordLists(
    [("plan", "plan-"), ("plan", "will"), ("past", "long_ago"), ("past", "l'an_dernier"), ("one", "en-bloc")]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They will do it.", {"plan": "will"}),
        ("A Planned road, planning it", {"plan": "Planned"}),
        ("goodwill", {}),
        ("long  ago", {"past": "long  ago"}),
        ("long agony", {}),
        ("vu l'an dernier", {"past": "l'an dernier"}),
        ("", {}),
    ],
)
def test_each_list_gives_the_first_of_its_words(text, found):
    assert LISTS.find(text) == found


def test_labels_are_those_of_a_word_alone():
    assert LISTS.labels("planned") == ("plan",)
    assert LISTS.labels("long") == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [("It may rise in May", "may"), ("In May it rose", None), ("Maybe", None), ("in May they plan", "plan")],
)
def test_the_month_of_may_plans_nothing(text, word):
    assert says("planned", text, "en") == word
