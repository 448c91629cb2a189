"""Numbers in names: which a claim has, and what a page has beside the same name."""

import pytest

from factcheck import check_claim
from factcheck.evidence import claimed_designations


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Fans waited for Ostfest 12 all night.", ["Ostfest 12"]),
        ("It was shown on Channel 5.", ["Channel 5"]),
        ("They saw 12 ships.", []),
        ("Call +44 20 7946 0958 now.", []),
        ("", []),
    ],
)
def test_names_of_a_claim(claim, expected):
    assert [q.text for q in claimed_designations(claim, "en")] == expected


PAGE = "The crew of Lumen 4 came back to Earth on Tuesday, the agency said."


@pytest.mark.parametrize(
    ("claim", "page", "rule"),
    [
        ("The crew of Lumen 4 returned to Earth on Tuesday.", PAGE, "supported_by_name"),
        ("The crew of Lumen 6 returned to Earth on Tuesday.", PAGE, "same_name_other_number"),
        ("The crew of Lumen 6 returned to Earth on Tuesday.", PAGE + " Lumen 6 is being built.", "undecided"),
        # what counts something is no number of a name, and a year no other one
        (
            "The crew of Lumen 6 returned to Earth on Tuesday.",
            PAGE.replace("Lumen 4", "Lumen 40 years ago"),
            "not_found",
        ),
        ("The crew of Lumen 6 returned to Earth on Tuesday.", PAGE.replace("Lumen 4", "Lumen 2019"), "not_found"),
        ("The crew of Lumen 6 returned to Earth on Tuesday.", PAGE.replace("Lumen 4", "Lumen"), "not_found"),
        # the name alone, elsewhere on the page, contradicts nothing
        ("The mayor of Velm praised Nordlys 6.", "Nordlys 4 sank in the bay. " + PAGE, "not_found"),
    ],
)
def test_against_a_page(claim, page, rule):
    judged = [f for f in check_claim(claim, page, "en", "en").figures if f.quantity.unit == "designation"]
    assert [f.rule for f in judged] == [rule]


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("Экипаж «Люмен-4» вернулся на Землю во вторник.", "ru"),
        ("Die Besatzung von Lumen 4 kehrte am Dienstag zur Erde zurück.", "de"),
        ("We wtorek wróciła na Ziemię załoga statku Lumen 4.", "pl"),
    ],
)
def test_in_another_language(page, language):
    right, wrong = (
        check_claim(f"The crew of Lumen {n} returned to Earth on Tuesday.", page, "en", language).figures[0].rule
        for n in (4, 6)
    )
    assert (right, wrong) == ("supported_by_name", "same_name_other_number")
