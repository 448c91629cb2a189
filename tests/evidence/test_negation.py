"""Denials, and hedges that point to other sides: what agrees in value and says the opposite."""

import pytest

from factcheck import check_claim
from factcheck.evidence import denies
from factcheck.model import Passage, Quantity, QuantityKind

CLAIM = "40 percent of the members trust the board."


def denied(page, claim=CLAIM, exact="40"):
    at = page.index(exact)
    passage = Passage(at, at + len(exact), page[:at], exact, page[at + len(exact) :])
    return denies(claim, Quantity(exact, 0, 2, None, None, None, QuantityKind.NUMBER), passage)


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
