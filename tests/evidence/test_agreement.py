"""Whether a page's figure agrees with a claim's: read from text, compared by value."""

import pytest

from factcheck import check_claim
from factcheck.evidence.agreement import agree, plausible
from factcheck.model import MatchLevel
from factcheck.quantities import find_quantities

L = MatchLevel

TABLE = [
    ("It has 4,200 members.", "It has 4200 members.", L.EXACT),
    ("It has 4,200 members.", "It has 4,800 members.", L.RIVAL),
    ("It has 45,000 members.", "It has 45 members.", L.RIVAL),
    ("It has 45,000 members.", "It has 45.000 members.", L.EXACT),
    ("The share is 75%.", "The share is 74.6%.", L.ROUNDED),
    ("The share is 75%.", "The share is 75.6%.", L.RIVAL),
    ("The share is 74.6%.", "The share is 75%.", L.RIVAL),
    ("It cost 4.2 billion dollars.", "It cost $4.24 billion.", L.ROUNDED),
    ("It cost 4.2 billion dollars.", "It cost 4.2 billion euros.", L.RIVAL),
    ("It cost 4.2 billion dollars.", "It cost 4.2 million dollars.", L.RIVAL),
    ("About 30,000 people came.", "29,784 people came.", L.HEDGED),
    ("It cost 4 million Russian roubles.", "It cost 4 million Belarusian roubles.", L.RIVAL),
    ("Over 400 people came.", "412 people came.", L.HEDGED),
    ("Over 400 people came.", "388 people came.", L.RIVAL),
    ("Over 5.2 million people came.", "Over 5.5 million people came.", L.RIVAL),
    ("Nearly 400 people came.", "388 people came.", L.HEDGED),
    ("Up to 400 people came.", "from 300 to 400 people came.", L.HEDGED),
    ("30,000 people came.", "29,784 people came.", L.ROUNDED),
    ("31,200 people came.", "31,100 people came.", L.RIVAL),
    ("300 people came.", "298 people came.", L.RIVAL),
    ("Between 70 and 100 tanks were sent.", "85 tanks were sent.", L.IN_RANGE),
    ("Between 70 and 100 tanks were sent.", "120 tanks were sent.", L.RIVAL),
    ("85 tanks were sent.", "Between 70 and 100 tanks were sent.", None),
    ("The road is 100 km long.", "The road is 62 miles long.", L.CONVERTED),
    ("The road is 100 km long.", "The road is 90 miles long.", L.RIVAL),
    ("A quarter of them left.", "25% of them left.", L.FRACTION),
    ("25% of them left.", "A quarter of them left.", L.FRACTION),
    ("It rose by 3 percentage points.", "It rose by 3 percent.", None),
    ("In 2019 it closed.", "In 2018 it closed.", L.RIVAL),
    ("It ran from 2014 to 2016.", "It ran from 2014 to 2016.", L.EXACT),
    ("It ran from 2014 to 2018.", "In 2015 it ran.", L.IN_RANGE),
    ("It ran from 2014 to 2016.", "In 2019 it ran.", L.RIVAL),
    ("It ran from 2014 to 2016.", "It ran from 2015 to 2018.", L.RIVAL),
    ("It opened in 2014.", "It ran from 2014 to 2016.", L.EXACT),
    ("It opened in 2015.", "It ran from 2014 to 2016.", None),
    ("On 5 May 2014 it closed.", "It ran from 2014 to 2016.", None),
    ("On 5 May 2014 it closed.", "In April 2014 it closed.", L.RIVAL),
    ("On 5 May 2014 it closed.", "It closed in June.", None),
    ("In 2019 it closed.", "On 5 May 2019 it closed.", L.EXACT),
    ("On 5 May 2019 it closed.", "In 2019 it closed.", None),
    ("On 5 May 2019 it closed.", "In May 2019 it closed.", L.UNIT_MISSING),
    ("On 5 May 2019 it closed.", "On 6 May 2019 it closed.", L.RIVAL),
    ("On 5 May 2019 it closed.", "In 1998 it closed.", None),
]


def first(text):
    return find_quantities(text, "en")[0]


@pytest.mark.parametrize(("claim", "page", "level"), TABLE)
def test_two_figures_agree_or_are_rivals(claim, page, level):
    agreement = agree(first(claim), first(page))
    assert (agreement.level if agreement else None) == level


@pytest.mark.parametrize(
    ("dated", "level"),
    [("2019-05-30", L.PAGE_DATE), ("2018-05-30", L.RIVAL), ("1999-05-30", None), (None, L.UNIT_MISSING)],
)
def test_a_date_without_a_year_takes_the_pages_own(dated, level):
    agreement = agree(first("On 5 May 2019 it closed."), first("On 5 May it closed."), dated)
    assert (agreement.level if agreement else None) == level


@pytest.mark.parametrize(
    ("claim", "page", "least", "most"),
    [
        ("It cost 4 million euros.", "It cost 5 million euros.", 1, 1),
        ("It cost 4 million euros.", "It cost 4 billion euros.", 1, 1),
        ("It cost 4 million euros.", "It cost 350 million euros.", 0.3, 0.4),
        ("It cost 4 million euros.", "It cost 9 euros.", 0, 0.2),
    ],
)
def test_a_rival_of_another_size_is_less_likely_one(claim, page, least, most):
    assert least <= plausible(first(claim), first(page)) <= most


@pytest.mark.parametrize(
    ("claim", "page", "level"),
    [
        ("It saves between 10 and 21 percent.", "It saves between 10 and 12 percent.", "rival"),
        ("It saves between 10 and 21 percent.", "It saves 12 percent.", "in_range"),
        ("It cost about 407 million euros.", "It cost 400 million euros.", "rival"),
        ("It cost about 400 million euros.", "It cost 407 million euros.", "hedged"),
        ("More than 412 people came.", "430 people came.", None),
        ("More than 400 people came.", "430 people came.", "hedged"),
    ],
)
def test_a_hedge_reaches_no_further_than_its_number_is_round(claim, page, level):
    found = agree(find_quantities(claim, "en")[0], find_quantities(page, "en")[0])
    assert (found and found.level.value) == level


def test_a_shorter_span_of_years_bears_out_no_longer_one():
    page = "The survey of Osmark covers the years from 1946 to 2020."
    for claim, verdict in (("from 1946 to 2120", "mismatched"), ("from 1946 to 2020", "supported")):
        (figure,) = check_claim(f"The survey of Osmark covers the years {claim}.", page, "en", "en").figures
        assert figure.verdict == verdict
