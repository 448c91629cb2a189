"""Words that a number or a date is put into."""

from __future__ import annotations

import re
from datetime import UTC, datetime

NOUNS = {
    "brief": ("brief", "briefs"),
    "note": ("note", "notes"),
    "source": ("source", "sources"),
    "figure": ("figure", "figures"),
    "quotation": ("quotation", "quotations"),
    "finding": ("finding", "findings"),
    "review": ("review", "reviews"),
    "figure_or_quotation": ("figure or quotation", "figures and quotations"),
    "pair_agrees": ("pair agrees", "pairs agree"),
    "day": ("day", "days"),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(
    r"(?P<year>[0-9]+)(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?|--(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?"
)


def count_words(count: int, noun: str) -> str:
    """``1 note``, ``8 notes``; thousands are set apart.  `noun` is a key of `NOUNS`."""
    return f"{count:,} {NOUNS[noun][count != 1]}"


def moment(text: str) -> datetime:
    """The time that format 1 writes as ``2026-11-21T21:00:00Z``."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def day_words(text: str) -> str:
    """``21 Nov 2026``."""
    when = moment(text)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def time_words(text: str) -> str:
    """``21 Nov 2026 18:02 UTC``."""
    return f"{day_words(text)} {moment(text):%H:%M} UTC"


def when_words(time: str) -> str:
    """``17 Sep 2021``, ``Sep 2021``, ``6 Sep``, ``2014 to 2016``: a time as ISO 8601 has it; another as it is."""
    return " to ".join(_date_words(end) for end in time.split("/"))


def _date_words(date: str) -> str:
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    month, day = found["month"] or found["m"], found["day"] or found["d"]
    if month is None or not 1 <= int(month) <= len(MONTHS):
        return date
    parts = (str(int(day)) if day else None, MONTHS[int(month) - 1], found["year"])
    return " ".join(filter(None, parts))
