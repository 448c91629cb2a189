"""The sentence before a claim tells what a claim speaks of that does not say so itself."""

import pytest

from factcheck.checks import check_against
from factcheck.model import CitedQuantity, Claim, VerdictKind
from factcheck.pages import page_from_text
from factcheck.quantities import find_quantities

PRICES = """Prices in Norland, spring report
Inflation in Norland fell to 5.2% in March, the central bank said.
The harbour of Vestby has been closed for repairs since the storm.
Wages in the public sector grew by 3.4% over the same time.
"""


def check(text, context=None, page=PRICES):
    figures = tuple(CitedQuantity(quantity) for quantity in find_quantities(text, "en"))
    claim = Claim("k1", text, 0, len(text), 0, figures=figures, language="en", context=context)
    return check_against(claim, page_from_text(page, "en")).figures[0]


def test_it_lifts_what_the_claim_itself_points_at():
    with_it = check("It fell to 5.2%.", "Inflation has been the worry of Norland and its central bank.")
    assert with_it.verdict is VerdictKind.SUPPORTED


def test_it_takes_support_from_a_claim_that_says_nothing_itself():
    other = "The unemployment of young men in the valleys of Estmark had long been a scandal."
    assert check("It fell to 5.2%.", other).verdict is not VerdictKind.SUPPORTED


@pytest.mark.parametrize("text", ["It rose to 8.8%.", "The tax on sugar rose to 9,400 crowns."])
def test_it_finds_no_figure(text):
    context = "Inflation in Norland fell to 5.2% in March, the central bank said."
    assert check(text, context).verdict is not VerdictKind.SUPPORTED


def test_it_does_not_touch_a_claim_that_speaks_for_itself():
    text = "Inflation in Norland fell to 5.2% in March, according to the central bank."
    assert check(text, "Nobody in Estmark sings.").support == check(text).support
