"""Units of one dimension and what they are worth in each other.

Factors are those of the BIPM's SI brochure (9th edition, tables 1-8) and of NIST Special Publication 811, appendix B;
months and years are mean Gregorian ones.  Money is never converted: its worth changes daily.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIMENSIONS: dict[str, dict[str, str]] = {
    "length": {
        "mm": "0.001", "cm": "0.01", "m": "1", "km": "1000", "mile": "1609.344", "ft": "0.3048", "inch": "0.0254",
        "yd": "0.9144", "nmi": "1852",
    },
    "area": {
        "m2": "1", "km2": "1000000", "ha": "10000", "acre": "4046.8564224",
        "mile2": "2589988.110336", "ft2": "0.09290304",
    },
    "volume": {
        "m3": "1", "mcm": "1000000", "bcm": "1000000000", "tcm": "1000000000000", "km3": "1000000000", "l": "0.001",
        "barrel": "0.158987294928", "gallon": "0.003785411784", "pint": "0.000473176473",
    },
    "mass": {
        "g": "0.001", "kg": "1", "t": "1000", "kt": "1000000", "mt": "1000000000", "lb": "0.45359237",
        "oz": "0.028349523125",
    },
    "energy": {"kWh": "1", "MWh": "1000", "GWh": "1000000", "TWh": "1000000000"},
    "power": {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000"},
    "speed": {"km/h": "1", "mph": "1.609344", "knot": "1.852"},
    "data": {"MB": "1", "GB": "1000", "TB": "1000000"},
    "time": {
        "second": "1", "minute": "60", "hour": "3600", "day": "86400", "night": "86400", "week": "604800",
        "fortnight": "1209600", "month": "2629746", "year": "31556952", "decade": "315569520", "century": "3155695200",
    },
    "points": {"percentage_points": "1", "basis_points": "0.01"},
}  # fmt: skip
_FACTORS = {
    unit: (dimension, Decimal(worth)) for dimension, units in _DIMENSIONS.items() for unit, worth in units.items()
}
_TEMPERATURES = frozenset({"celsius", "fahrenheit"})


def converted(value: Decimal, unit: str | None, to: str | None) -> Decimal | None:
    """`value` of `unit` in the unit `to`; None where they measure different things or either is unknown."""
    if unit is None or to is None:
        return None
    if unit in _TEMPERATURES and to in _TEMPERATURES and unit != to:
        return value * 9 / 5 + 32 if to == "fahrenheit" else (value - 32) * 5 / 9
    one, other = _FACTORS.get(unit), _FACTORS.get(to)
    if one is None or other is None or one[0] != other[0]:
        return None
    return value * one[1] / other[1]


def equivalents(value: Decimal, unit: str | None) -> list[Decimal]:
    """`value` of `unit` in every unit that measures the same; only itself where there is none."""
    if unit in _TEMPERATURES:
        return [value, value * 9 / 5 + 32, (value - 32) * 5 / 9]
    one = _FACTORS.get(unit) if unit is not None else None
    if one is None:
        return [value]
    return [value * one[1] / worth for dimension, worth in _FACTORS.values() if dimension == one[0]]


_ROUBLES = frozenset({"RUB", "BYN"})
_WHOSE = re.compile(
    r"b[ie]l[ao]r|бел[ао]р|білор|baltarus|russ|росс?[иі]|расі|rosyj|rus[iių]|\b(?:RUB|BYN)\b|₽", re.IGNORECASE
)


def may_be_one_currency(unit: str | None, text: str, other_unit: str | None, other_text: str) -> bool:
    """Whether two currencies may be one that both texts name without its country: the roubles of Russia and Belarus."""
    if not {unit, other_unit} <= _ROUBLES:
        return False
    return not (_WHOSE.search(text) and _WHOSE.search(other_text))


def is_currency(unit: str | None) -> bool:
    """Whether `unit` is an ISO 4217 code."""
    return unit is not None and len(unit) == 3 and unit.isupper() and unit.isalpha()
