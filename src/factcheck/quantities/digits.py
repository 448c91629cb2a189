"""Numbers in digits: separators, groups and the worth of the last digit."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.quantities.drafts import ONE as _ONE
from factcheck.records import record

_LONGEST = 30
_STEPS = tuple(_ONE.scaleb(-places) for places in range(_LONGEST + 1))
_BLANKS = re.compile("[ \u00a0\u202f\u2009\u2007\u200a]")
_APOSTROPHES = str.maketrans({"’": ",", "'": ",", "٬": ",", "٫": "."})
_GROUP = 3
_LEADING = 3
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?$")


@record
class Digits:
    """A number in digits: its value, the worth of its last digit, and another reading of its separator, if any."""

    value: Decimal
    step: Decimal
    other: Decimal | None = None
    plain: bool = True
    """No separator at all: 4000, not 4,000."""


def read_digits(text: str, *, comma_decimal: bool) -> Digits | None:
    """The number that `text` writes; None where its separators fit no number (``1.2.3``, ``10.1080``…)."""
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return Digits(Decimal(text), _ONE)
    bare, blanks = _BLANKS.subn("", text)
    if blanks:
        return _decimal(bare.replace(",", "."))
    mapped = text.translate(_APOSTROPHES) if "’" in text or "'" in text or "٬" in text or "٫" in text else text
    return _separated(mapped, comma_decimal=comma_decimal or "٫" in text, sure="'" in text or "’" in text)


def _decimal(text: str) -> Digits:
    places = len(text) - text.find(".") - 1 if "." in text else 0
    return Digits(Decimal(text), _STEPS[places], plain=False)


def _separated(text: str, *, comma_decimal: bool, sure: bool) -> Digits | None:
    commas, stops = text.count(","), text.count(".")
    if commas and stops:
        return _both(text)
    sign = "," if commas else "."
    parts = text.split(sign)
    if len(parts) > 2:
        if _INDIAN.match(text):
            return _decimal(text.replace(",", ""))
        return _decimal("".join(parts)) if _groups(parts) else None
    head, tail = parts
    grouped = len(tail) == _GROUP and len(head) <= _LEADING and not head.startswith("0")
    as_decimal = _decimal(f"{head}.{tail}")
    if not grouped:
        return as_decimal
    as_group = _decimal(head + tail)
    if sure:
        return as_group
    decimal_sign = "," if comma_decimal else "."
    first, second = (as_decimal, as_group) if sign == decimal_sign else (as_group, as_decimal)
    return Digits(first.value, first.step, second.value, plain=False)


def _groups(parts: list[str]) -> bool:
    return 0 < len(parts[0]) <= _LEADING and all(len(part) == _GROUP for part in parts[1:])


def _both(text: str) -> Digits | None:
    """Both signs: the last is the decimal sign and stands once, the others part groups of three."""
    sign = max(",.", key=text.rfind)
    group = "." if sign == "," else ","
    head, _, tail = text.rpartition(sign)
    if sign in head:
        return None
    if not _groups(head.split(group)) and not _INDIAN.match(text):
        return None
    return _decimal(f"{head.replace(group, '')}.{tail}")
