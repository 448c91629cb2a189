"""A page of a PDF that a note cites, from the file's bytes to the words of the finding."""

import importlib.util
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.checks import check_against
from factcheck.findings import SourceCheck, SourceState, figure_finding
from factcheck.model import Capture, CaptureSource, Citation, CitedQuantity, Claim, Locator, Page, WarcLocation
from factcheck.pages import read_page
from factcheck.quantities import find_quantities

CLAIM = "The ferry company of Ilmen carried 803,000 passengers."
LINE = "The ferry company of Ilmen carried 803,000 passengers in the second year of the survey."
OTHER = "Nothing on this sheet speaks of ships at all, only of the weather at sea."


@pytest.fixture(scope="module")
def page():
    path = Path(__file__).parents[1] / "documents" / "pdf_maker.py"
    spec = importlib.util.spec_from_file_location("pdf_maker", path)
    maker = sys.modules["pdf_maker"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    sheets = [[maker.Text(72, 700, line)] for line in (OTHER, LINE, OTHER, LINE, OTHER)]
    data = maker.pdf(sheets, labels="0 <</S /D /St 10>>")
    capture = Capture(
        "https://a.example/", "https://a.example/", 200, (), "application/pdf", None, datetime(2021, 5, 4, tzinfo=UTC),
        CaptureSource.NETWORK, "0" * 64, len(data), WarcLocation("x", 0, "y"),
    )  # fmt: skip
    read = read_page(capture, data)
    assert isinstance(read, Page)
    return read


@pytest.mark.parametrize(
    ("cited", "found_on", "said"),
    [("p. 11", "p. 11", False), ("p. 13", "p. 13", False), ("pp. 12-14", "p. 13", False), ("p. 12", "p. 11", True)],
)
def test_the_page_cited_is_looked_at_first_and_another_is_said(page, cited, found_on, said):
    claim = Claim("k1", CLAIM, 0, 0, 0, figures=tuple(map(CitedQuantity, find_quantities(CLAIM, "en"))), language="en")
    citation = Citation("c1", "1", "https://a.example/", None, locators=(Locator("page", cited),))
    check = check_against(claim, page, places=(cited,)).figures[0]
    found = figure_finding(CitedQuantity(check.quantity, ("1",)), [SourceCheck(citation, SourceState(), check)])
    assert found.verdict == "supported"
    assert check.evidence.passage.locator == found_on
    assert (f"while the note cites {cited}." in found.explanation) is said
