"""A note that cites a page of its source is taken at its word, where the figure stands there too."""

import pytest

from factcheck.checks import check_against
from factcheck.evidence import names_place
from factcheck.model import CitedQuantity, Claim, Page, Position
from factcheck.quantities import find_quantities

LINE = "The ferry company of Ilmen carried 803,000 passengers in the second year of the survey.\n"
OTHER = "Nothing on this sheet speaks of ships at all, only of the weather at sea.\n"
TEXT = LINE + OTHER + LINE
PAGE = Page(
    TEXT,
    "application/pdf",
    language="en",
    positions=(Position(0, "p. 1"), Position(len(LINE), "p. 2"), Position(len(LINE + OTHER), "p. 3")),
)


def place_found(*places):
    text = "The ferry company of Ilmen carried 803,000 passengers."
    figures = tuple(CitedQuantity(quantity) for quantity in find_quantities(text, "en"))
    claim = Claim("k1", text, 0, len(text), 0, figures=figures, language="en")
    check = check_against(claim, PAGE, places=places).figures[0]
    return check.evidence.passage.locator


@pytest.mark.parametrize(
    ("places", "found"),
    [((), "p. 1"), (("p. 3",), "p. 3"), (("pp. 2-4",), "p. 3"), (("p. 2",), "p. 1"), (("p. 1",), "p. 1")],
)
def test_of_equals_the_one_on_the_page_cited_is_taken(places, found):
    assert place_found(*places) == found


@pytest.mark.parametrize(
    ("cited", "found", "named"),
    [("p. 17", "p. 17", True), ("pp. 17–19", "p. 18", True), ("p. 17", "p. 18", False), ("Sheet", "p. 2", True)],
)
def test_a_label_names_its_pages(cited, found, named):
    assert names_place(cited, found) is named
