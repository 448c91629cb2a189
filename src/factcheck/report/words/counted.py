"""Words that a number or a date is put into."""

from __future__ import annotations

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
    """``17 Sep 2021``, ``Sep 2021``, ``2014 to 2016``: a time as ISO 8601 has it; what cannot be read so, as it is."""
    return " to ".join(_date_words(end) for end in time.split("/"))


def _date_words(date: str) -> str:
    parts = date.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return date
    numbers = [int(part) for part in parts]
    if len(numbers) == 1 or not 1 <= numbers[1] <= len(MONTHS):
        return date
    return " ".join([*map(str, numbers[2:]), MONTHS[numbers[1] - 1], parts[0]])
