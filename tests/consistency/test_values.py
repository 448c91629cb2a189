"""Two figures → how they stand; the same in either order."""

from __future__ import annotations

import pytest

from factcheck.consistency.values import group_of, stand
from factcheck.quantities import find_quantities


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        ("12 boats", "12 boats", "same"),
        ("about 12 boats", "12 boats", "hedged"),
        ("about 100 boats", "104 boats", "hedged"),
        ("about 100 boats", "150 boats", "different"),
        ("over 400 boats", "430 boats", "hedged"),
        ("over 400 boats", "900 boats", "open"),
        ("over 400 boats", "390 boats", "different"),
        ("up to 400 boats", "390 boats", "hedged"),
        ("up to 400 boats", "410 boats", "different"),
        ("at least 400 boats", "under 300 boats", "different"),
        ("2.9 million boats", "2,912,000 boats", "rounded"),
        ("2.9 million boats", "2,980,000 boats", "different"),
        ("12.8%", "12.9%", "different"),
        ("3-5%", "4%", "hedged"),
        ("3-5%", "7%", "different"),
        ("28 out of 31 boats", "28 out of 40 boats", "open"),
        ("4 May 2021", "4 May 2021", "same"),
        ("4 May 2021", "May 2021", "within"),
        ("in 2021", "4 May 2021", "within"),
        ("4 May 2021", "9 May 2021", "different"),
        ("4 May", "4 May 2021", "within"),
        ("4 May", "9 May 2021", "open"),
        ("4 May", "9 May", "different"),
        ("in May", "in 2021", "open"),
    ],
)
def test_two_figures(one, other, standing):
    left, right = (find_quantities(text, "en")[0] for text in (one, other))
    assert group_of(left) == group_of(right)
    assert [stand(left, right).value, stand(right, left).value] == [standing, standing]


@pytest.mark.parametrize(
    ("one", "other"),
    [("3 euros", "3 dollars"), ("3%", "3 percentage points"), ("3 years", "3 weeks"), ("3%", "3 boats")],
)
def test_figures_of_other_kinds_and_units_are_of_other_groups(one, other):
    assert len({group_of(find_quantities(text, "en")[0]) for text in (one, other)}) == 2


@pytest.mark.parametrize("text", ["the 31st boat", "from 1992-2008 on", "in the mid-1990s"])
def test_ordinals_and_spans_of_years_are_not_compared(text):
    assert group_of(find_quantities(text, "en")[0]) is None
