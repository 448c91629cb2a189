"""Numbers in digits: separators, groups, the last digit's worth, the other reading."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.quantities import find_quantities
from factcheck.quantities.digits import read_digits

READINGS = [
    # text, comma is the decimal sign, value, step, other reading
    ("4000", False, "4000", "1", None),
    ("12,700", False, "12700", "1", "12.700"),
    ("12,700", True, "12.700", "0.001", "12700"),
    ("6.700", True, "6700", "1", "6.700"),
    ("1.234", False, "1.234", "0.001", "1234"),
    ("0.125", True, "0.125", "0.001", None),
    ("12.8", True, "12.8", "0.1", None),
    ("12,8", False, "12.8", "0.1", None),
    ("1,234,567", False, "1234567", "1", None),
    ("1.234.567,89", True, "1234567.89", "0.01", None),
    ("1,234,567.89", True, "1234567.89", "0.01", None),
    ("12,34,567", False, "1234567", "1", None),
    ("12 700", True, "12700", "1", None),
    ("12\u00a0700,5", True, "12700.5", "0.1", None),
    ("1\u202f234\u202f567", True, "1234567", "1", None),
    ("12'700", False, "12700", "1", None),
    ("12’700.50", False, "12700.50", "0.01", None),
    ("１２７", False, "127", "1", None),
    ("٧١٥", False, "715", "1", None),
    ("٣٫٥", False, "3.5", "0.1", None),
]


@pytest.mark.parametrize(("text", "comma", "value", "step", "other"), READINGS)
def test_digits_are_read_with_their_step_and_other_reading(text, comma, value, step, other):
    digits = read_digits(text, comma_decimal=comma)
    assert digits is not None
    assert digits.value == Decimal(value)
    assert digits.step == Decimal(step)
    assert digits.other == (None if other is None else Decimal(other))


@pytest.mark.parametrize("text", ["1.2.3", "1,2,3", "1,2.3,4", "1.2345,6.7", "1" * 31])
def test_separators_that_fit_no_number_are_refused(text):
    assert read_digits(text, comma_decimal=False) is None


def test_an_ambiguous_separator_keeps_both_readings_in_the_figure():
    (quantity,) = find_quantities("1.234 million euros were lost.", "en")
    assert (quantity.low, quantity.alternatives) == (Decimal(1234000), ((Decimal(1234000000), Decimal(1234000000)),))


def test_the_step_is_the_worth_of_the_last_digit_in_full_units():
    steps = {q.text: q.step for q in find_quantities("74.6%, USD 715 mln, 3.25 billion people and 12,700 men", "en")}
    assert steps == {
        "74.6%": Decimal("0.1"),
        "USD 715 mln": Decimal(10**6),
        "3.25 billion": Decimal(10**7),
        "12,700": Decimal(1),
    }


def test_columns_of_a_table_are_no_groups_of_one_number():
    assert [str(q.low) for q in find_quantities("Exports 715 698 702", "en")] == ["715", "698", "702"]


def test_a_leading_stop_is_a_decimal_sign():
    assert [q.low for q in find_quantities("a fee of $.50, a share of .77", "en")] == [Decimal("0.5"), Decimal("0.77")]
