"""Values as format 1 writes them: decimal strings, UTC times, ``null`` for what is not known."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

_PLACES = Decimal("0.000001")
_WRITTEN_DIGITS = 15
"""More significant digits than anybody writes: the value was computed (a third), and six decimals will do."""
_LARGEST_EXPONENT = 60
"""Beyond this a plain notation would be longer than any passage; nothing is counted in such sizes."""


def decimal_text(value: Decimal | None) -> str | None:
    """`value` in plain notation without trailing zeros (``4200000000``, ``0.333333``); None where it has none."""
    if value is None or not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return None
    text = format(_shortened(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _shortened(value: Decimal) -> Decimal:
    digits, exponent = len(value.as_tuple().digits), value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -6 or digits <= _WRITTEN_DIGITS:
        return value
    with localcontext(prec=2 * _LARGEST_EXPONENT + 16):
        return value.quantize(_PLACES, rounding=ROUND_HALF_EVEN)


def time_text(moment: datetime) -> str:
    """`moment` in UTC to the second, ISO 8601 with ``Z``."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def known(text: str | None) -> str | None:
    """`text`, or None where nothing but blanks stands there."""
    return text if text is not None and text.strip() else None
