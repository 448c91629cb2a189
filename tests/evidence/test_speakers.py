"""Quotations of somebody else, and those that only a reader or a search box has."""

import pytest

from factcheck import check_claim
from factcheck.evidence.speakers import speakers

WORDS = "the old harbour will never be sold"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mayor Tarn said: “{WORDS}”.", {"tarn"}),
        (f"“{WORDS}”, Tarn said.", {"tarn"}),
        (f"“{WORDS},” Ilse Tarn told the council.", {"tarn", "ilse"}),
        (f"According to Tarn, “{WORDS}”.", {"tarn"}),
        (f"Tarn: “{WORDS}”", {"tarn"}),
        (f"The mayor said that “{WORDS}”.", set()),
        (f"“{WORDS}”. Maro said nothing.", set()),
        (f"Tarn spoke. “{WORDS}”.", set()),
    ],
)
def test_who_says_it_stands_beside_a_verb_of_speech(text, expected):
    start = text.index(WORDS)
    found = speakers(text, start, start + len(WORDS), "en")
    assert {name[:4] for name in found} == {name[:4] for name in expected}


ARTICLE = "The council of the town met on Monday evening to speak of its budget."
CLAIM = f"Mayor Tarn said: “{WORDS}”."
PAGES = [
    (f"“{WORDS.capitalize()},” Mayor Tarn said.", "exact_after_normalising"),
    (f"“{WORDS.capitalize()},” she said.", "exact_after_normalising"),
    (f"“{WORDS.capitalize()},” Councillor Maro said.", "quoted_of_another"),
    (f"“{WORDS.capitalize()},” Maro said. Later Tarn agreed: “{WORDS}”.", "exact_after_normalising"),
    (f"Search results for {WORDS}\nNothing was found.", "quoted_of_another"),
    (f"{ARTICLE}\nComments (4)\nRudi, 2 hours ago: {WORDS}\nReply", "quoted_of_another"),
    (f"Read also:\nTarn: {WORDS}\nThe council met on Monday to speak of its budget for the year.", "quoted_of_another"),
]


@pytest.mark.parametrize(("page", "rule"), PAGES)
def test_a_quotation_of_somebody_else_is_left_to_a_person(page, rule):
    (checked,) = check_claim(CLAIM, page, "en", "en").quotations
    assert checked.rule == rule
    assert (checked.verdict == "supported") is (rule != "quoted_of_another")
