"""Dates, years and spans of years of a claim set against those of a page, part by part."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.evidence.records import Agreement
from factcheck.model import MatchLevel, QuantityKind

if TYPE_CHECKING:
    from factcheck.model import Quantity

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})

Parts = tuple[int | None, int | None, int | None]
"""Year, month and day, None where not written."""


_RECENT = 5
"""Years around a page's date in which a date without a year is taken for that year's; further off it is history."""


# What happened at another time than the page's own, by words that say how far off: years, or days and months.
_OTHER_YEAR = re.compile(
    r"\b(?:(?:last|next|previous|following|coming) year|years? (?:ago|earlier|later|before|after)|"
    r"(?:прошл|следующ|предыдущ|будущ)\w+ год\w*|(?:лет|года?|гадоў|років|роки) (?:назад|таму|спустя|тому)|"
    r"(?:минул|наступн|мінул|леташн)\w+ (?:ро[кц]\w+|год\w*)|(?:zeszł|ubiegł|przyszł|następn)\w+ rok\w*|lat[a]? temu|"
    r"(?:letzt|vorig|vergangen|nächst|kommend)\w+ jahr\w*|vor \w+ jahren|l'(?:an|année) (?:dernière?|prochaine?)|"
    r"(?:praėjusi|kit)\w+ met\w+)\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:yesterday|tomorrow|(?:last|next) (?:week|month|spring|summer|autumn|fall|winter|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:days?|weeks?|months?) (?:ago|earlier|later|before|after)|"
    r"вчера|завтра|позавчера|накануне|(?:дн\w+|недел\w+|месяц\w*) (?:назад|спустя)|"
    r"(?:прошл|следующ)\w+ (?:недел\w+|месяц\w*)|учора|заўтра|вчора|завтра|wczoraj|jutro|"
    r"(?:zeszł|ubiegł|przyszł|następn)\w+ (?:tygodni\w+|miesiąc\w*)|gestern|morgen|"
    r"(?:letzt|vorig|vergangen|nächst|kommend)\w+ (?:woche|monat\w*)|hier|demain|vakar|rytoj)\b",
    re.IGNORECASE,
)


def tells_of_another_time(sentence: str, claimed: Quantity) -> bool:
    """Whether a sentence without a date says that what it tells was not on (or in the year of) the page's own date."""
    words = _OTHER_YEAR if parts(claimed)[1] is None else _OTHER_DAY
    return words.search(sentence) is not None


_BEFORE_A_THING = re.compile(r"(?:\b(?:the|this|its|their|his|her|our|an?)|['’]s)\s$", re.IGNORECASE)
_A_THING = re.compile(
    r"\s(?!(?:and|or|to|in|on|at|by|of|for|with|from|was|were|is|are|had|has|but|when|that)\b)[^\W\d_]"
)
_LONGEST_WORD_BEFORE = 8


def names_a_thing(year: Quantity, text: str) -> bool:
    """Whether a mere year of an English `text` belongs to a noun: "in the 2020 presidential cycle" dates no event."""
    if year.kind is not QuantityKind.YEAR:
        return False
    before = text[max(0, year.start - _LONGEST_WORD_BEFORE) : year.start]
    return bool(_BEFORE_A_THING.search(before)) and bool(_A_THING.match(text, year.end))


def compare_dates(claimed: Quantity, found: Quantity, dated: str | None) -> Agreement | None:
    """How the date `found` stands to the date `claimed`; `dated` is the page's own date.

    A bare number of the page is a year only where the reader of figures said so.
    """
    spans = _spans(claimed), _spans(found)
    if spans[0] is None or spans[1] is None:
        return None
    if QuantityKind.RANGE in {claimed.kind, found.kind} or _is_span(claimed) or _is_span(found):
        if parts(claimed)[1] is not None or parts(found)[1] is not None:
            return None  # a span of years says nothing about a month or day
        return _compare_spans(claimed, found, spans[0], spans[1])
    level = _compare_parts(parts(claimed), parts(found), dated)
    if level is None:
        return None
    words = f"The page leaves the year out; it is dated {dated}." if _leaves_year_out(claimed, found) else None
    return Agreement(level, words)


def _leaves_year_out(claimed: Quantity, found: Quantity) -> bool:
    return parts(claimed)[0] is not None and parts(found)[0] is None


def parts(quantity: Quantity) -> Parts:
    """Year, month and day of a date or year."""
    if quantity.iso_date:
        return parts_of(quantity.iso_date)
    return (int(quantity.low) if quantity.low is not None else None, None, None)


@lru_cache(maxsize=4096)
def parts_of(iso_date: str | None) -> Parts:
    """Year, month and day of an ISO 8601 date, precision as written (``2019-12``, ``--09-06``)."""
    if not iso_date:
        return (None, None, None)
    year: int | None = None
    rest = iso_date
    if iso_date.startswith("--"):
        rest = iso_date[2:]
        numbers = [int(p) for p in rest.split("-") if p.isdecimal()]
    else:
        numbers = [int(p) for p in rest[:10].split("-") if p.isdecimal()]
        year = numbers.pop(0) if numbers else None
    return (year, numbers[0] if numbers else None, numbers[1] if len(numbers) > 1 else None)


def other_time(one: str | None, other: str | None) -> bool:
    """Whether two times that figures are dated by cannot be the same (``2019``, ``2021-09``, ``2014/2016``)."""
    if one is None or other is None:
        return False
    left, right = _ends(one), _ends(other)
    size = min(len(left[0]), len(right[0]))
    return left[1][:size] < right[0][:size] or right[1][:size] < left[0][:size]


def _ends(time: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last year (and month, and day) of a time; none of a month and day without a year."""
    ends = [tuple(int(part) for part in end.split("-") if part.isdecimal()) for end in time.split("/")]
    return (ends[0], ends[-1]) if not time.startswith("-") else ((), ())


def _is_span(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is not None and quantity.low != quantity.high


def is_date(quantity: Quantity) -> bool:
    """Whether `quantity` is a date, a year or a span of years."""
    return quantity.kind in _DATED


def may_be_year(quantity: Quantity) -> bool:
    """A bare number that could be one, as in "Merry Company (1616)"."""
    low = quantity.low
    return low is not None and quantity.unit is None and quantity.of is None and 1000 <= low <= 2100 and low == int(low)


def _spans(quantity: Quantity) -> tuple[int, int] | None:
    """First and last year; None where the quantity is no date."""
    if quantity.kind not in _DATED and not may_be_year(quantity):
        return None
    if quantity.low is not None and quantity.high is not None:
        return int(quantity.low), int(quantity.high)
    year = parts(quantity)[0]
    return (year, year) if year is not None else (0, 0)


def _compare_spans(
    claimed: Quantity, found: Quantity, one: tuple[int, int], other: tuple[int, int]
) -> Agreement | None:
    if 0 in one or 0 in other:
        return None
    if one == other:
        return Agreement(MatchLevel.EXACT)
    if one[0] <= other[0] and other[1] <= one[1] and other[0] == other[1]:
        return Agreement(MatchLevel.IN_RANGE, f"{found.text} lies within {claimed.text}.")
    if other[1] < one[0] or other[0] > one[1]:
        return Agreement(MatchLevel.RIVAL)
    if _is_span(claimed):
        return Agreement(MatchLevel.RIVAL)
    return Agreement(MatchLevel.EXACT) if one[0] in other else None  # "since 2014" at an end of "2014-2016"


def _compare_parts(claimed: Parts, found: Parts, dated: str | None) -> MatchLevel | None:
    """Every part that both write must be the same; what the page leaves out weakens the agreement."""
    year, month, day = claimed
    both = [(c, f) for c, f in zip(claimed, found, strict=True) if c is not None and f is not None]
    if not both:
        return None
    if any(c != f for c, f in both):
        return _conflict(claimed, found)
    if (month is not None and found[1] is None) or (day is not None and found[2] is None and found[1] is None):
        return None  # the page has the year only
    if day is not None and found[2] is None:
        return MatchLevel.UNIT_MISSING
    if year is not None and found[0] is None:
        return _by_page_year(year, month, found, dated)
    return MatchLevel.EXACT


def _by_page_year(year: int, month: int | None, found: Parts, dated: str | None) -> MatchLevel | None:
    """The page writes a day and month without the year that the claim names."""
    page_year = parts_of(dated)[0]
    if page_year == year:
        return MatchLevel.PAGE_DATE
    if month is None or found[1] is None:
        return None
    if page_year is None:
        return MatchLevel.UNIT_MISSING
    return MatchLevel.RIVAL if abs(page_year - year) <= _RECENT else None


def _conflict(claimed: Parts, found: Parts) -> MatchLevel | None:
    """A rival date is as precise as the claim's: a mere year is none of "3 May 2019", a mere month none of its day."""
    if claimed[1] is not None and found[1] is None:
        return None
    if claimed[0] is not None and found[0] is None and found[2] is None:
        return None  # a bare "in June" may be any year's
    if claimed[2] is not None and found[2] is None and claimed[1] == found[1] and claimed[0] == found[0]:
        return None
    return MatchLevel.RIVAL
