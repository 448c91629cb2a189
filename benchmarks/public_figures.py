"""Compare `factcheck.find_quantities` with public test cases that others wrote for their own extractors.

usage: python benchmarks/public_figures.py DATASETS [--misses]

DATASETS holds `recognizers_specs` (microsoft/Recognizers-Text, MIT) and `duckling_corpus/duckling_corpus.jsonl`
(facebook/duckling, BSD).  A case is one figure that they expect; it agrees where a figure of the same bounds, unit and
date is found in the phrase.  Cases outside what a brief needs are counted by reason and left out of the share; the
differences that remain, and why, are told in docs/languages.md.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Hedge
from factcheck.quantities import LANGUAGES, find_quantities
from factcheck.quantities.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Quantity

FOLDERS = {"English": "en", "German": "de", "French": "fr"}
MODELS = (
    "Number/NumberModel",
    "Number/NumberRangeModel",
    "Number/OrdinalModel",
    "Number/PercentModel",
    "NumberWithUnit/CurrencyModel",
    "NumberWithUnit/DimensionModel",
    "DateTime/DateParser",
    "DateTime/DateTimeModel",
)
UNITS = {
    "dollar": "USD",
    "united states dollar": "USD",
    "dollar états-unis": "USD",
    "usd": "USD",
    "euro": "EUR",
    "eur": "EUR",
    "pound": "GBP/lb",
    "livre": "GBP/lb",
    "british pound": "GBP",
    "gbp": "GBP",
    "cent": "CENT",
    "centimes": "CENT",
    "chinese yuan": "CNY",
    "yuan chinois": "CNY",
    "canadian dollar": "CAD",
    "dollar canadien": "CAD",
    "franc": "CHF",
    "japanese yen": "JPY",
    "yen japonais": "JPY",
    "australian dollar": "AUD",
    "dollar australien": "AUD",
    "mexican peso": "MXN",
    "rupee": "INR",
    "indian rupee": "INR",
    "roupie indienne": "INR",
    "roupie": "INR",
    "turkish lira": "TRY",
    "new zealand dollar": "NZD",
    "dollar néo-zélandais": "NZD",
    "hong kong dollar": "HKD",
    "dollar de hong kong": "HKD",
    "swiss franc": "CHF",
    "franc suisse": "CHF",
    "georgian lari": "GEL",
    "inr": "INR",
    "mile": "mile",
    "foot": "ft",
    "pied": "ft",
    "pieds": "ft",
    "meter": "m",
    "metre": "m",
    "mètres": "m",
    "kilometer": "km",
    "kilometre": "km",
    "kilomètres": "km",
    "square meter": "m2",
    "mètre carré": "m2",
    "square kilometer": "km2",
    "kilomètre carré": "km2",
    "cubic meter": "m3",
    "cubic foot": "ft3",
    "inch": "inch",
    "pouce": "inch",
    "gallon": "gallon",
    "kilometer per hour": "km/h",
    "mile per hour": "mph",
    "ton": "t",
    "metric ton": "t",
    "tonne": "t",
    "tonne métrique": "t",
    "kilogram": "kg",
    "gram": "g",
    "acre": "acre",
    "millimeter": "mm",
    "millimètres": "mm",
    "millimetre": "mm",
    "centimetre": "cm",
    "centimètres": "cm",
    "litre": "l",
    "liter": "l",
    "milliliter": "ml",
    "millilitre": "ml",
    "baril": "barrel",
    "barrel": "barrel",
    "ounce": "oz",
    "onces": "oz",
    "megabyte": "MB",
    "gigabyte": "GB",
    "meter per second": "m/s",
    "yard": "yd",
    "rub": "RUB",
    "uah": "UAH",
    "byn": "BYN",
    "cad": "CAD",
    "chf": "CHF",
    "cny": "CNY",
}
UNITS |= {unit: unit for unit in ("second", "minute", "hour", "day", "week", "month", "year")}
IN_GRAMS = {"kg": Decimal(1000), "g": Decimal(1), "mg": Decimal("0.001"), "t": Decimal(10**6)}
IN_METRES = {"km": Decimal(1000), "m": Decimal(1), "cm": Decimal("0.01"), "mm": Decimal("0.001")}
IN_MINUTES = {
    "second": Decimal(1) / 60,
    "minute": Decimal(1),
    "hour": Decimal(60),
    "day": Decimal(1440),
    "week": Decimal(10080),
    "month": Decimal(43200),
    "year": Decimal(518400),
}
ODD_WORDS = re.compile(
    r"(and|et|und) .*(fifth|cinquième|fünftel|third|tiers|drittel|hundredth|centième)|fifths|cinquièmes?$|hundredths"
    r"|\bover\b|\bsur\b|durch|lakh|crore|lkh|koti|\d ?(g|t|b)$"
    r"|illionth|illionieme|illionième|illiardième|illiardste|illionste"
    r"|\d[/.]\d+[/.]\d|nought|point|virgule|komma"
)
SUMS = re.compile(
    r"(dollars?|usd|feet|ft|euros?|yuans?|kuai|\$|rupees)\s+(and |et )?(\d|(forty|fifty|five|fourteen|two|mao)\b|in\b)"
)
CODES = re.compile(r"\d+\.\d+\.\d+\.\d|phone|téléphone|telefon|\d/\d+/\d")
TINY = re.compile(r"\d|[^\W\d_]{3,}")


@dataclass(frozen=True)
class Case:
    """One expected figure: bounds (either may be open), unit or date, and why it is out of scope, if it is."""

    suite: str
    language: str
    phrase: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    iso: str | None = None
    place: tuple[int, int] | None = None
    outside: str | None = None


def number(text: Any) -> Decimal | None:
    """A decimal, or None where the text is none (``1/3`` is one)."""
    try:
        if isinstance(text, str) and "/" in text:
            top, bottom = text.split("/")
            return Decimal(top) / Decimal(bottom)
        return None if text in {None, ""} else Decimal(str(text).replace("%", ""))
    except (InvalidOperation, ValueError, ZeroDivisionError):
        return None


def recognizers(root: Path) -> Iterator[Case]:
    """The cases of Recognizers-Text in English, German and French."""
    for folder, language in FOLDERS.items():
        for model in MODELS:
            path = root / model.split("/")[0] / folder / f"{model.split('/')[1]}.json"
            for entry in json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else []:
                for result in entry["Results"] or []:
                    case = recognizers_case(model.split("/")[1], language, entry["Input"], result)
                    if case:
                        yield case


def recognizers_case(model: str, language: str, phrase: str, result: dict[str, Any]) -> Case | None:
    """One result of one spec; None where it resolves to nothing."""
    start = result.get("Start", phrase.lower().find(result["Text"].lower()))
    place = (start, start + len(result["Text"]))
    suite = f"recognizers {model}"
    if "Date" in model:
        iso = absolute(result)
        return Case(suite, language, phrase, iso=iso, place=place, outside=None if iso else "relative date or time")
    value = (result.get("Resolution") or {}).get("value")
    if model == "NumberRangeModel":
        bounds = [number(part) for part in str(value).strip("[]()").split(",")]
        odd = ";" in str(value) or len(bounds) != 2 or re.search(r"(th|st|nd|rd|ième|ten)\b", result["Text"])
        return Case(
            suite, language, phrase, bounds[0], bounds[-1], place=place, outside="range of ordinals" if odd else None
        )
    plain = number(value)
    outside = out_of_scope(model, result["Text"], plain)
    if CODES.search(phrase.lower()):
        outside = outside or "digits inside dates, phones and addresses"
    unit = None
    if "Unit" in str(result.get("TypeName")) or model in {"CurrencyModel", "DimensionModel"}:
        unit = UNITS.get(str(result["Resolution"].get("unit")).lower())
        outside = outside or ("several figures added up" if SUMS.search(result["Text"].lower()) else None)
        outside = outside or (None if unit else "unit that no brief uses")
    if model == "PercentModel":
        unit = "percent"
    return Case(suite, language, phrase, plain, plain, unit, None, place, outside)


def out_of_scope(model: str, text: str, value: Decimal | None) -> str | None:
    """Why a case is none of ours: structural words, scientific notation, relative ordinals."""
    if value is None:
        return "no value"
    if not re.search(r"\d", text) and abs(value) <= 1 and model != "CurrencyModel":
        return "one, first, zero: words that structure the prose"
    if model == "OrdinalModel" and not re.search(r"\d", text) and value < 10:
        return "one, first, zero: words that structure the prose"
    if re.search(r"\d\s*(e|\^|\*)\s*[-+]?\d", text.lower()) or "^" in text:
        return "scientific notation"
    if ODD_WORDS.search(text.lower()):
        return "a computed number (sum with a fraction, quotient, lakh, ordinal of a million)"
    return "negative number in words" if value < 0 else None


SLASHED = re.compile(r"^\D*\d{1,2}/\d{1,2}\D*$|^\D*\d{1,2}\.\d{1,2}\D*$")


def absolute(result: dict[str, Any]) -> str | None:
    """The date of a result that writes it out (a month's name or digits, with a day or a year), as we write dates."""
    values = (result.get("Resolution") or {}).get("values") or [result.get("Value") or {}]
    timex = str((values[0] or {}).get("timex") or (values[0] or {}).get("Timex") or "")
    if not re.fullmatch(r"(\d{4}|XXXX)(-\d\d){0,2}", timex) or re.fullmatch(r"XXXX(-XX-\d\d)?", timex):
        return None
    text = result["Text"].lower()
    words = set(re.findall(r"[^\W\d_]+", text))
    named = any(words & set(long_months(code)) for code in FOLDERS.values())
    year = timex[:4]
    whole = re.search(r"\d{4}", text) and (year in text) and re.search(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", text)
    if (year != "XXXX" and year not in text) or not (named or whole or text.strip() == year) or SLASHED.match(text):
        return None
    if re.search(r"after|before|from|nach|vor|après|avant|week|semaine|woche|day|jour", text):
        return None
    return timex.replace("XXXX", "-")


def long_months(code: str) -> list[str]:
    """Month names of three letters or more."""
    return [name for name in lexicon(code).months if len(name) > 2]


def duckling(path: Path) -> Iterator[Case]:
    """The cases of Duckling's corpora; one for each phrase."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row["lang"] not in LANGUAGES:
            continue
        for phrase in row["phrases"]:
            yield duckling_case(f"duckling {row['dim']}", row["lang"], phrase, row["value"])


def duckling_case(suite: str, language: str, phrase: str, value: str) -> Case:
    """One phrase with the value that Duckling's tests state in Haskell."""
    dim = suite.split()[1]
    if dim == "Time":
        iso = duckling_date(language, phrase, value)
        return Case(suite, language, phrase, iso=iso, outside=None if iso else "relative date or time")
    words = value.replace("(simple", "simple").strip("()").replace(",", " ").split()
    bare = not re.search(r"\d", phrase)
    if dim == "Numeral":
        plain = number(words[1].strip("()"))
        low = plain is not None and abs(plain) <= 1 and bare
        outside = (
            "one, first, zero: words that structure the prose"
            if low
            else ("negative number in words" if plain is not None and plain < 0 else None)
        )
        return Case(
            suite, language, phrase, plain, plain, outside=outside or (None if TINY.search(phrase) else "too short")
        )
    if dim == "Duration":
        amount, unit = number(words[1].strip("()")), words[-1].lower()
        article = bare and amount == 1
        if re.search(r"['\"]|(hour|uhr|h|stunde).*(and|thirty|fifteen|\d)", phrase) or (
            bare and re.search(r"\b(one|two|an?|a) and", phrase)
        ):
            return Case(suite, language, phrase, outside="several figures added up")
        return Case(
            suite,
            language,
            phrase,
            amount,
            amount,
            UNITS.get(unit),
            outside="a year, a day: no number" if article else (None if unit in UNITS else "unit that no brief uses"),
        )
    return duckling_measure(suite, language, phrase, value, bare=bare)


def duckling_measure(suite: str, language: str, phrase: str, value: str, *, bare: bool) -> Case:
    """Money, distances and quantities: ``(simple Dollar 10)``, ``(between Dollar (10, 20))``, ``(under Mile 3.5)``."""
    found = re.match(r"\(?(simple|between|above|under) (\w+) \(?([-\d.e]+)(?:, ?([-\d.e]+)\))?", value)
    if not found:
        return Case(suite, language, phrase, outside="no value")
    low, high = number(found[3]), number(found[4] or found[3])
    unit = UNITS.get(found[2].lower())
    outside = None
    if found[2] == "Unnamed":
        outside = "no unit"
    elif unit is None:
        outside = "unit that no brief uses"
    elif bare and low == high == 1:
        outside = "a year, a day: no number"
    elif (
        re.search(r"(and|,|и|et|und) ?\w* ?\w+|\d+ ?\w+ \d", phrase)
        and len(re.findall(r"\d+", phrase)) + bare > 1
        and found[1] == "simple"
    ):
        outside = "several figures added up"
    elif re.search(r"\d\s*['\"’]", phrase):
        outside = "feet and inches by quotation marks"
    return Case(suite, language, phrase, low, high, unit, outside=outside)


def duckling_date(language: str, phrase: str, value: str) -> str | None:
    """The date of a phrase that names month and day, or month and year, or a whole date in digits."""
    found = re.match(r"\(datetime \((\d{4}), (\d+), (\d+), 0, 0, 0\) (Day|Month)\)", value)
    if not found or re.search(r":|\bh\b|next|last|after|before", phrase):
        return None
    words = set(re.findall(r"[^\W\d_]+", phrase.lower()))
    year, month, day = found[1], int(found[2]), int(found[3])
    named, dated = bool(words & set(long_months(language))), bool(re.search(r"\d", phrase))
    full = re.search(r"\b\d{4}\b", phrase)
    if found[4] == "Month":
        return f"{year}-{month:02d}" if named and full else None
    if named and dated and (re.search(rf"\b0?{day}(?!\d)", phrase)):
        return f"{year}-{month:02d}-{day:02d}" if full else f"--{month:02d}-{day:02d}"
    return f"{year}-{month:02d}-{day:02d}" if full and re.fullmatch(r"[\d./\s-]+", phrase) else None


def agrees(case: Case) -> bool:
    """Whether a figure of the case's bounds, unit and date stands in its phrase."""
    found = find_quantities(case.phrase, case.language)
    if case.place:
        found = tuple(q for q in found if q.start < case.place[1] and case.place[0] < q.end)
    return any(same(case, q) for q in found) or summed(case, found) or enclosed(case, found)


def same(case: Case, quantity: Quantity) -> bool:
    """Whether one figure is the one expected."""
    if case.iso:
        found = quantity.iso_date or ""
        return found.lstrip("-") == case.iso.lstrip("-") or (case.iso.startswith("--") and found[-6:] == case.iso[-6:])
    low = case.low if case.low is not None else case.high
    high = case.high if case.high is not None else case.low
    if low is None or high is None or quantity.low is None or quantity.high is None:
        return False
    factor = conversion(case.unit, quantity.unit)
    if factor is None:
        return False
    readings = [(quantity.low, quantity.high), *quantity.alternatives]
    if low == high and quantity.low != quantity.high:  # they give the two ends of a range one by one
        readings = [(end, end) for end in (quantity.low, quantity.high)]
    return any(near(first * factor, low) and near(last * factor, high) for first, last in readings)


def conversion(wanted: str | None, found: str | None) -> Decimal | None:
    """What turns the unit found into the one wanted; None where nothing does."""
    if wanted is None or found == wanted or (found and found in wanted.split("/")):
        return Decimal(1)
    if wanted == "CENT":
        return Decimal(100)
    for sizes in (IN_MINUTES, IN_GRAMS, IN_METRES):
        if wanted in sizes and found in sizes:
            return Decimal(sizes[found]) / Decimal(sizes[wanted])
    return None


def summed(case: Case, found: tuple[Quantity, ...]) -> bool:
    """``1 hour 55 minutes``, ``20 dollars 43 cents``: two figures to us, whose sum must agree."""
    if case.low is None or len(found) < 2:
        return False
    if case.unit in IN_MINUTES and all(q.unit in IN_MINUTES for q in found):
        minutes = sum(q.low * Decimal(IN_MINUTES[str(q.unit)]) for q in found if q.low is not None)
        return near(Decimal(minutes), case.low * Decimal(IN_MINUTES[case.unit]))
    if case.unit is None or not all(q.unit and q.unit in case.unit.split("/") for q in found):
        return False
    return near(Decimal(sum(q.low for q in found if q.low is not None)), case.low)


LOWER = {Hedge.OVER, Hedge.AT_LEAST}
UPPER = {Hedge.UNDER, Hedge.UP_TO}


def enclosed(case: Case, found: tuple[Quantity, ...]) -> bool:
    """``over 10 and under 20``: two hedged figures to us, the ends of one range to them."""
    if case.low is None or case.high is None or case.low == case.high:
        return False
    lower = any(q.hedge in LOWER and q.low is not None and near(q.low, case.low) for q in found)
    return lower and any(q.hedge in UPPER and q.high is not None and near(q.high, case.high) for q in found)


def near(found: Decimal, wanted: Decimal) -> bool:
    """Equal to a thousandth: a third may be written .333 or .3333."""
    return abs(found - wanted) <= max(Decimal("0.0005"), abs(wanted) * Decimal("0.001"))


def main() -> None:
    """Print the share that agrees by suite and language, then what was left out and why."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("datasets", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each case that differs")
    arguments = parser.parse_args()
    tally: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    outside: Counter[str] = Counter()
    cases = [
        *recognizers(arguments.datasets / "recognizers_specs"),
        *duckling(arguments.datasets / "duckling_corpus" / "duckling_corpus.jsonl"),
    ]
    for case in cases:
        if case.outside:
            outside[case.outside] += 1
            continue
        good = agrees(case)
        tally[case.suite, case.language][good] += 1
        if arguments.misses and not good:
            got = [
                (q.text, str(q.low), str(q.high), q.unit, q.iso_date)
                for q in find_quantities(case.phrase, case.language)
            ]
            wanted = f"{case.low}..{case.high} {case.unit} {case.iso}"
            print(f"{case.suite} {case.language}: {case.phrase!r} wants {wanted}, got {got}")
    total: Counter[bool] = Counter()
    for (suite, language), counts in sorted(tally.items()):
        total += counts
        cases_in_scope = sum(counts.values())
        print(f"{suite:32} {language}  {counts[True]:4}/{cases_in_scope:4} = {counts[True] / cases_in_scope:.3f}")
    print(f"all in scope {total[True]}/{sum(total.values())} = {total[True] / max(1, sum(total.values())):.3f}")
    for reason, count in outside.most_common():
        print(f"left out: {count:4} {reason}")


if __name__ == "__main__":
    main()
