"""Writes what the Unicode CLDR says about a language as a data file: ``python -m factcheck.quantities.export_cldr``.

Reading eight locales through Babel costs a tenth of a second and most of what they hold is not about figures; the files
written here (``cldr/<code>.py``) load in a millisecond.  Run it again when Babel is raised: a test compares the two.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LANGUAGES = ("en", "ru", "be", "uk", "pl", "de", "fr", "lt")

# CLDR's unit ids and the names that quantities carry.
UNITS = {
    "area-acre": "acre", "area-hectare": "ha", "area-square-foot": "ft2", "area-square-kilometer": "km2",
    "area-square-meter": "m2", "area-square-mile": "mile2", "concentr-percent": "percent", "digital-gigabyte": "GB",
    "digital-kilobyte": "kB", "digital-megabyte": "MB", "digital-terabyte": "TB", "duration-century": "century",
    "duration-day": "day", "duration-decade": "decade", "duration-hour": "hour", "duration-millisecond": "ms",
    "duration-minute": "minute", "duration-month": "month", "duration-second": "second", "duration-week": "week",
    "duration-year": "year", "energy-joule": "J", "energy-kilowatt-hour": "kWh", "frequency-gigahertz": "GHz",
    "frequency-hertz": "Hz", "frequency-kilohertz": "kHz", "frequency-megahertz": "MHz", "length-centimeter": "cm",
    "length-foot": "ft", "length-inch": "inch", "length-kilometer": "km", "length-meter": "m", "length-mile": "mile",
    "length-millimeter": "mm", "length-nautical-mile": "nmi", "length-yard": "yd", "mass-gram": "g",
    "mass-kilogram": "kg", "mass-milligram": "mg", "mass-ounce": "oz", "mass-tonne": "t",
    "power-gigawatt": "GW", "power-kilowatt": "kW", "power-megawatt": "MW", "power-watt": "W",
    "speed-kilometer-per-hour": "km/h", "speed-meter-per-second": "m/s", "speed-mile-per-hour": "mph",
    "temperature-celsius": "celsius", "temperature-fahrenheit": "fahrenheit", "volume-barrel": "barrel",
    "volume-centiliter": "cl", "volume-cubic-centimeter": "cm3", "volume-cubic-foot": "ft3",
    "volume-cubic-kilometer": "km3", "volume-cubic-meter": "m3", "volume-gallon": "gallon", "volume-liter": "l",
    "volume-milliliter": "ml",
}  # fmt: skip
_LINE = 120
_NARROW = frozenset({"″", "′", "°", '"', "'", "m", "l", "g", "t", "h", "s", "d", "j"})


def tables(code: str) -> dict[str, Any]:
    """Decimal sign, months, scale words, units and currencies of one language, every form in small letters."""
    from babel import Locale  # noqa: PLC0415 (only this script needs Babel; a scan does not pay for it)

    locale = Locale(code)
    data = locale._data  # noqa: SLF001 (Babel has no public way to all plural forms of a unit or a currency)
    return {
        "DECIMAL": str(locale.number_symbols["latn"]["decimal"]),
        "GROUP": str(locale.number_symbols["latn"]["group"]),
        "MONTHS": _months(locale),
        "SCALES": _scales(data["compact_decimal_formats"]),
        "UNITS": _units(data["unit_patterns"]),
        "CURRENCIES": _currencies(locale, data),
    }


def _clean(form: str) -> str:
    return " ".join(form.replace("\u200e", "").replace("\u200f", "").lower().split())


def _months(locale: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                found.setdefault(_clean(name).rstrip("."), int(number))
    return found


def _scales(formats: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for style in ("long", "short"):
        for plural in formats[style].values():
            for power, pattern in plural.items():
                zeros = pattern.pattern.replace("'", "")
                word = _clean(zeros.replace("0", "")).rstrip(".")
                if word:
                    found.setdefault(word, len(power) - zeros.count("0"))
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _units(patterns: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ident, name in UNITS.items():
        forms = _unit_forms(patterns.get(ident, {}))
        found[name] = sorted({form for form in forms if form and form not in _NARROW})
    return {name: forms for name, forms in found.items() if forms}


def _unit_forms(styles: Mapping[str, Any]) -> Iterator[str]:
    for style in ("long", "short"):
        for key, pattern in dict(styles.get(style, {})).items():
            yield from _pattern_forms(key, pattern)


def _pattern_forms(key: str, pattern: Any) -> Iterator[str]:
    """The unit's words out of ``{0} km`` or out of a table of such patterns by grammatical case."""
    if isinstance(pattern, str):
        if "{0}" in pattern and not key.startswith("per"):
            yield _clean(pattern.replace("{0}", ""))
    elif hasattr(pattern, "items"):
        for inner_key, inner in pattern.items():
            yield from _pattern_forms(inner_key, inner)


def _currencies(locale: Any, data: Any) -> dict[str, list[str]]:
    from babel.core import get_global  # noqa: PLC0415 (as above)

    current = {code for spans in get_global("territory_currencies").values() for code, _, end, tender in spans
               if end is None and tender}  # fmt: skip
    found: dict[str, list[str]] = {}
    for code in sorted(current):
        forms = {locale.currencies.get(code, "")}
        forms.update(str(form) for form in data["currency_names_plural"].get(code, {}).values())
        found[code] = sorted({_clean(form) for form in forms if form and "(" not in form})
    return {code: forms for code, forms in found.items() if forms}


def render(code: str, version: str) -> str:
    """The data file of one language as Python source."""
    body = [line for name, value in tables(code).items() for line in _rendered(name, value)]
    wide = any(len(line) > _LINE for line in body)
    lines = [
        f'"""The words of figures that CLDR has for "{code}", as shipped with Babel {version}; see export_cldr.py."""',
        "",
        *(["# ruff: noqa: E501 - written by a script, a unit or currency a line"] if wide else []),
        "# fmt: off",
        *body,
    ]
    return "\n".join(lines) + "\n"


def _rendered(name: str, value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [f"{name} = {json.dumps(value)}"]
    shown = {key: ", ".join(item) if isinstance(item, list) else item for key, item in value.items()}
    body = [f"    {_quoted(key)}: {_quoted(item)}," for key, item in shown.items()]
    return [f"{name} = {{", *body, "}"]


def _quoted(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the data files of all languages beside this module."""
    import babel  # noqa: PLC0415 (as above)

    folder = Path(__file__).parent / "cldr"
    for code in sys.argv[1:] or LANGUAGES:
        (folder / f"{code}.py").write_text(render(code, babel.__version__), encoding="utf-8")


if __name__ == "__main__":
    main()
