"""Whether a figure of a page agrees with a claim's, and in what way, or is its rival: the same kind, another value."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from factcheck.evidence.dates import compare_dates
from factcheck.evidence.records import Agreement
from factcheck.evidence.units import converted, is_currency, may_be_one_currency
from factcheck.model import Hedge, MatchLevel, QuantityKind

if TYPE_CHECKING:
    from factcheck.model import Quantity

_CONVERSION = Decimal("0.035")
_ABOUT = Decimal("0.05")
_HEDGED = Decimal("0.15")
_ROUND_NUMBER = Decimal("0.01")
_OVER = frozenset({Hedge.OVER, Hedge.AT_LEAST})
_UNDER = frozenset({Hedge.UNDER, Hedge.ALMOST, Hedge.UP_TO})
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_PLAIN = frozenset({QuantityKind.NUMBER, QuantityKind.COUNT})
_PERCENT = "percent"
_OLDEST = 120
_POINT = Decimal(1)
_NOTHING = Decimal(0)
_FRACTION = Decimal("0.7")  # 33 % and 34 % are both a third


_EXACT = Agreement(MatchLevel.EXACT)
_UNIT_MISSING = Agreement(MatchLevel.UNIT_MISSING)
_RIVAL = Agreement(MatchLevel.RIVAL)


def agree(claimed: Quantity, found: Quantity, dated: str | None = None) -> Agreement | None:
    """How `found` stands to `claimed`; None where neither speaks for nor against it.

    `dated` is the page's own date, which settles a year that the page leaves out.
    """
    if claimed.kind in _DATED or found.kind in _DATED:
        return compare_dates(claimed, found, dated)
    if claimed.low is None or found.low is None:
        return None
    first = _compare(claimed, _reading(claimed), found, _reading(found))
    if (first is not None and first.level is not MatchLevel.RIVAL) or not (claimed.alternatives or found.alternatives):
        return first
    # Another reading of "1.234" counts only for a number that is written in the same digits.
    if _digits(claimed) == _digits(found):
        for reading in _readings(found):
            for asked in _readings(claimed):
                agreement = _compare(claimed, asked, found, reading)
                if agreement is not None and agreement.level is not MatchLevel.RIVAL:
                    return agreement
    return first


def _digits(quantity: Quantity) -> str:
    return "".join(char for char in quantity.text if char.isdecimal())


def _readings(quantity: Quantity) -> tuple[tuple[Decimal, Decimal], ...]:
    return (_reading(quantity), *quantity.alternatives)


def _reading(quantity: Quantity) -> tuple[Decimal, Decimal]:
    low = quantity.low or _NOTHING
    return low, quantity.high or low


def _compare(
    claimed: Quantity, asked: tuple[Decimal, Decimal], found: Quantity, given: tuple[Decimal, Decimal]
) -> Agreement | None:
    if _same_unit(claimed, found):
        return _same_dimension(claimed, asked, found, given)
    if is_currency(claimed.unit) and is_currency(found.unit):
        return _RIVAL
    translated = _converted(claimed, asked, found, given)
    if translated is not None:
        return translated
    shares = _shares(claimed, asked, found, given)
    if shares is not None:
        return _compare_shares(claimed, found, *shares)
    return _without_unit(claimed, asked, found, given)


def _without_unit(
    claimed: Quantity, asked: tuple[Decimal, Decimal], found: Quantity, given: tuple[Decimal, Decimal]
) -> Agreement | None:
    """One side is a bare number that counts nothing named, as in a table or in "Orla Brandt, 42, said"."""
    bare = claimed if claimed.unit is None else found
    if bare.unit is not None or bare.kind not in _PLAIN or bare.of is not None:
        return None
    if asked == given:
        return _UNIT_MISSING
    other = found if bare is claimed else claimed
    return _RIVAL if other.kind is QuantityKind.AGE and 0 < asked[0] <= _OLDEST and 0 < given[0] <= _OLDEST else None


def _same_unit(claimed: Quantity, found: Quantity) -> bool:
    if claimed.unit != found.unit:
        return may_be_one_currency(claimed.unit, claimed.text, found.unit, found.text)
    if claimed.unit is not None or claimed.kind is found.kind:
        return True
    return claimed.kind in _PLAIN and found.kind in _PLAIN


def _same_dimension(
    claimed: Quantity, asked: tuple[Decimal, Decimal], found: Quantity, given: tuple[Decimal, Decimal]
) -> Agreement | None:
    if asked == given:
        return _EXACT
    if asked[0] != asked[1]:
        return _within_range(claimed, asked, found, given)
    if given[0] != given[1]:
        return _against_range(claimed, asked[0], given)
    return _single(claimed, asked[0], found, given[0])


def _within_range(
    claimed: Quantity, asked: tuple[Decimal, Decimal], found: Quantity, given: tuple[Decimal, Decimal]
) -> Agreement | None:
    """The claim gives a range: one value of the page inside it agrees; one outside it, or another range, is a rival.

    "10 to 12 percent" does not bear out "10 to 21 percent", although it lies within it.
    """
    if given[0] != given[1]:
        return _RIVAL
    if asked[0] <= given[0] <= asked[1]:
        return Agreement(MatchLevel.IN_RANGE, f"{found.text} lies within {claimed.text}.")
    return _RIVAL


def _against_range(claimed: Quantity, asked: Decimal, given: tuple[Decimal, Decimal]) -> Agreement | None:
    """The page gives a range: only its end, hedged as an end, supports a single value; a value outside is a rival."""
    if (claimed.hedge in _OVER and asked == given[0]) or (claimed.hedge is Hedge.UP_TO and asked == given[1]):
        return Agreement(MatchLevel.HEDGED, "It is the end of the range that the page gives.")
    return None if given[0] <= asked <= given[1] else _RIVAL


def _single(claimed: Quantity, asked: Decimal, found: Quantity, given: Decimal) -> Agreement | None:
    if _rounds(claimed, asked, found, given) or (claimed.hedge is Hedge.EXACT and _round_number(claimed, asked, given)):
        return Agreement(MatchLevel.ROUNDED, f"{found.text} rounds to {claimed.text}.")
    if _hedge_allows(claimed, asked, found, given):
        hedge = claimed.hedge.replace("_", " ")
        return Agreement(MatchLevel.HEDGED, f"{found.text} is what “{hedge} {_bare(claimed)}” means.")
    if found.hedge is Hedge.ABOUT and _near(asked, given, _ABOUT):
        return None  # the page is vaguer than the claim: neither for nor against it
    if claimed.hedge is not found.hedge and _reaches_past(claimed, asked, given):
        return None  # "over 412" is not contradicted by 430, nor borne out
    return _RIVAL


def _reaches_past(claimed: Quantity, asked: Decimal, given: Decimal) -> bool:
    if claimed.hedge in _OVER:
        return asked <= given <= asked * (1 + _HEDGED)
    return claimed.hedge in _UNDER and asked * (1 - _HEDGED) <= given <= asked


def _bare(quantity: Quantity) -> str:
    """The figure as written, from its first digit on where it has one: hedges stand before it."""
    first = next((i for i, c in enumerate(quantity.text) if c.isdecimal()), 0)
    return quantity.text[first:]


def _rounds(claimed: Quantity, asked: Decimal, found: Quantity, given: Decimal) -> bool:
    """Whether the page's value, rounded to as many digits as the claim writes, is the claim's."""
    if claimed.step is None or not asked or given == asked:
        return False
    if found.step is not None and found.step >= claimed.step:
        return False
    return abs(given - asked) * 2 <= claimed.step and abs(given - asked) <= abs(asked) * _ABOUT


def _round_number(claimed: Quantity, asked: Decimal, given: Decimal) -> bool:
    """Whether the claim is a round number of four digits or more that the page's value comes within 1 % of.

    The zeros of 30,000 may be written or meant; within 1 % and half of the last digit that is no zero they are meant.
    """
    if abs(asked) < 1000 or asked != asked.to_integral_value() or claimed.kind is QuantityKind.AGE:
        return False
    zeros = _trailing_zeros(asked)
    if zeros < 2:
        return False
    return abs(given - asked) * 2 < Decimal(10) ** zeros and _near(asked, given, _ROUND_NUMBER)


def _trailing_zeros(value: Decimal) -> int:
    digits = str(abs(int(value)))
    return len(digits) - len(digits.rstrip("0"))


def _near(asked: Decimal, given: Decimal, tolerance: Decimal) -> bool:
    return abs(given - asked) <= abs(asked) * tolerance


def _hedge_allows(claimed: Quantity, asked: Decimal, found: Quantity, given: Decimal) -> bool:
    """Whether the claim's hedge covers the page's value; a page that hedges likewise must name the same value.

    A hedge reaches no further than the number is round: "about 400" takes in 409, "about 407" does not take in 400.
    """
    if claimed.hedge is Hedge.EXACT or (claimed.hedge is found.hedge and claimed.hedge is not Hedge.ABOUT):
        return False
    grain = _grain(claimed, asked)
    if claimed.hedge is Hedge.ABOUT:
        return abs(given - asked) <= min(abs(asked) * _ABOUT, grain)
    reach = min(abs(asked) * _HEDGED, 2 * grain)
    if claimed.hedge in _OVER:
        return asked <= given <= asked + reach and found.hedge not in _UNDER
    return asked - reach <= given <= asked and found.hedge not in _OVER


def _grain(claimed: Quantity, asked: Decimal) -> Decimal:
    """How round a number is: the worth of its last digit that is no zero, five times that where the digit is a five."""
    digits = asked.normalize().as_tuple()
    exponent = digits.exponent
    if not asked or not isinstance(exponent, int):
        return Decimal(0)
    unit = Decimal(10) ** exponent
    if claimed.step is not None and claimed.step > unit:
        unit = claimed.step  # "a third" has no last digit of its own
    return unit * 5 if digits.digits[-1] == 5 else unit


def _converted(
    claimed: Quantity, asked: tuple[Decimal, Decimal], found: Quantity, given: tuple[Decimal, Decimal]
) -> Agreement | None:
    ends = converted(given[0], found.unit, claimed.unit), converted(given[1], found.unit, claimed.unit)
    if ends[0] is None or ends[1] is None:
        return None
    if _converts(claimed, asked[0], ends[0]) and _converts(claimed, asked[1], ends[1]):
        value = plain(ends[0]) if ends[0] == ends[1] else f"{plain(ends[0])} to {plain(ends[1])}"
        return Agreement(MatchLevel.CONVERTED, f"{found.text} is {value} {claimed.unit}.")
    if asked[0] != asked[1] and ends[0] == ends[1] and asked[0] <= ends[0] <= asked[1]:
        return Agreement(MatchLevel.IN_RANGE, f"{found.text} lies within {claimed.text}.")
    return _RIVAL


def _converts(claimed: Quantity, asked: Decimal, given: Decimal) -> bool:
    """Within 3.5 %, or within half of the last digit written where that is no more than 7 %: both sides round."""
    rounding = min((claimed.step or Decimal(0)) / 2, abs(asked) * _CONVERSION * 2)
    return abs(given - asked) <= max(abs(asked) * _CONVERSION, rounding)


def _shares(
    claimed: Quantity, asked: tuple[Decimal, Decimal], found: Quantity, given: tuple[Decimal, Decimal]
) -> tuple[Decimal, Decimal] | None:
    """Both as percent, where one is a percentage and the other a fraction or "28 out of 31"; else None."""
    if (claimed.unit == _PERCENT) == (found.unit == _PERCENT) or asked[0] != asked[1] or given[0] != given[1]:
        return None
    shares = _as_percent(claimed, asked[0]), _as_percent(found, given[0])
    return None if shares[0] is None or shares[1] is None else (shares[0], shares[1])


def _compare_shares(claimed: Quantity, found: Quantity, asked: Decimal, given: Decimal) -> Agreement | None:
    """A share against a percentage: the same when rounded to the percent that is written, or within the hedge."""
    tolerance = max(claimed.step or _POINT, _POINT) / 2 if claimed.unit == _PERCENT else _FRACTION
    if abs(asked - given) <= tolerance or _hedge_allows(claimed, asked, found, given):
        share = found if claimed.unit == _PERCENT else claimed
        value = given if claimed.unit == _PERCENT else asked
        return Agreement(MatchLevel.FRACTION, f"{_bare(share)} is {plain(value)} %; the page says {found.text}.")
    return None


def _as_percent(quantity: Quantity, value: Decimal) -> Decimal | None:
    if quantity.unit == _PERCENT:
        return value
    if quantity.part_of:
        return value / quantity.part_of * 100
    if quantity.kind is QuantityKind.RATIO and quantity.unit in {None, "share"} and 0 < value < 1:
        return value * 100
    return None


def plain(value: Decimal | None) -> str:
    """A number for a sentence: three digits after the point at most, no exponent."""
    if value is None:
        return ""
    try:
        rounded = value.quantize(Decimal("0.1")) if abs(value) >= 10 else value.quantize(Decimal("0.001"))
    except InvalidOperation:
        return f"{value:.6g}"
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plausible(claimed: Quantity, found: Quantity) -> float:
    """How likely `found` is the same thing with another value: 1 within a factor 5.6, less the further off it is.

    The same digits at another scale (million, billion) are the classic slip and count in full.
    """
    if claimed.kind in _DATED or claimed.low is None or found.low is None:
        return 1.0
    one, other = abs(claimed.low), abs(found.low)
    value = converted(other, found.unit, claimed.unit)
    other = value if value is not None else other
    if one == 0 or other == 0:
        return 0.35
    ratio = float(max(one, other) / min(one, other))
    if one.normalize().as_tuple().digits == other.normalize().as_tuple().digits:
        return 1.0
    for factor, weight in ((5.6, 1.0), (12.0, 0.7), (100.0, 0.35)):
        if ratio <= factor:
            return weight
    return 0.15
