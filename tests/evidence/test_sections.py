"""Headings that say of which year or place the text under them is."""

import pytest

from factcheck import check_claim
from factcheck.evidence.sections import is_heading

REPORT = """The hospital of Velm
Report for 2020
The hospital treated 3,300 patients and delivered 410 babies.
Report for 2021
The hospital was closed for repairs, and 20 nurses were sent to Torv.
"""
DISTRICTS = """Spending of the districts
Velmar
The district spent 2.1 million on roads.
Torvik
The district spent its money on schools.
"""


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        ("In 2020 the hospital treated 3,300 patients.", REPORT, "supported"),
        ("Torvik district spent 2.1 million on roads.", DISTRICTS, "unchecked"),
        ("Velmar district spent 2.1 million on roads.", DISTRICTS, "supported"),
    ],
)
def test_a_heading_says_of_what_its_text_is(claim, page, verdict):
    assert check_claim(claim, page, "en", "en").verdict == verdict


def test_the_heading_of_another_year_bears_nothing_out():
    assert check_claim("In 2021 the hospital treated 3,300 patients.", REPORT, "en", "en").verdict != "supported"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Report for 2020", True),
        ("Velmar", True),
        ("The district spent 2.1 million on roads.", False),
        ("- roads", False),
        ("Town | 2019 | 2020", False),
        ("2020", True),
        ("31", False),
        ("", False),
        ("In the year of the great flood nobody in the whole valley counted any visitors", False),
    ],
)
def test_a_heading_is_a_short_line_without_a_mark_at_its_end(line, heading):
    assert is_heading(line) is heading
