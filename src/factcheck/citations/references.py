"""What a note says of the work it cites: authors, title, publisher, date; what is not clear is left out."""

from __future__ import annotations

import re

from factcheck.citations.dates import DATE, access_date, first_date, iso_date, without_access
from factcheck.citations.locators import find_locators
from factcheck.citations.names import UPPER, is_host, people_in
from factcheck.citations.styles import BRACKET_DATE, IMPRINT, QUOTED, Parts, cut, without_edition
from factcheck.model import Reference
from factcheck.patterns import regex

_LONGEST = 600
_MOST_NAME_WORDS = 8
_LEAD = regex(
    r"^\W*(?:(?:for\s(?:more|further)\s(?:information|details?|discussion),?\s)?(?:see|cf\.?|см\.|гл\.|див\.|zob\.|vgl\.|siehe|voir|por\.)"
    r"(?:\s(?:also|for\sexample|e\.g\.,?|также|też|auch|aussi))?|and(?:\smore)?)[\s:,]+",
    re.IGNORECASE,
)
_AVAILABLE = regex(
    r"[,;.(]?\s*(?<!\w)(?:(?:advanced?\sonline\spublication\s)?available\s(?:online\s)?(?:at|from|on|via|online)|online|url|doi|"
    r"retrieved\sfrom|at|from|link|доступно(?:\sна)?|режим\sдоступа|рэжым\sдоступу|источник|dostępn[ey](?:\sna)?|"
    r"verfügbar(?:\sunter)?|disponible\ssur|unter|prieiga\sper\sinternetą|электронный\sресурс)\s*:?\s*$",
    re.IGNORECASE,
)
# Of the encyclopedia's notes: when a copy was made, which is no date of the work.
_ARCHIVED = regex(r"\bArchived\s(?:from|\(PDF\)\sfrom)\s(?:the\soriginal\s)?(?:\(PDF\)\s)?on\s[\w ,-]{4,20}(?:\.|$)")
_FIELD_END = regex(r"(?<!\b\w)\.(?:\s|$)|\s\(|[,;]\s|\s\d|$")
_ISBN = regex(r"\bISBN(?:-1[03])?:?\s?[\d-]{10,17}[\dXx]?", re.IGNORECASE)
_ISSUE = regex(
    r"(?:\b(?:Vol|No|Nr|Jg|т|вып)\.|№)\s?\d+.{0,40}\b(?:pp?|S|s|с)\.\s?\d+"
    r"|\b\d{1,3}\s?\(\d{1,2}\),? .{0,10}\d+\s?[-–]\s?\d+",
    re.IGNORECASE,
)
# A book's place, publisher and year: what is_work asks for; a place without a year is none.
_BOOK = regex(rf"(?:^|[,.(]\s?){UPPER}[\w. -]{{0,30}}\s?:\s{UPPER}[^,.;:()]{{2,60}},?\s(?=(?:1[5-9]|20)\d\d)")
# "Paris, Éditions du Port, 2016" after a title.
_PLACE_AND_HOUSE = regex(rf"{UPPER}[\w. -]{{2,30}},\s({UPPER}[^,.;:()\d]{{2,60}}),\s(?:1[5-9]|20)\d\d\.?")
_NO_PUBLISHER = regex(
    r"\d|^(?:vol|no|nr|pp?|in|ed|eds|available|accessed|online|vgl|см|transl|forthcoming)\b", re.IGNORECASE
)


def read_reference(before: str, after: str = "") -> Reference:
    """The reference printed `before` a URL; its access date, or its date where none is before, may stand `after`."""
    text, tail = one_line(before)[-_LONGEST:], one_line(after)[:_LONGEST]
    accessed = access_date(tail) or access_date(text)
    text = _ARCHIVED.sub("", text)
    for placed in reversed(find_locators(text, after_url=False)):
        text = text[: placed.start].rstrip(" ,;(") + text[placed.end :]
    text = _LEAD.sub("", _AVAILABLE.sub("", without_access(text).strip())).strip(" ,;:–—-")
    parts = cut(text)
    publisher = _publisher(parts, text)
    return Reference(
        _authors(parts.names), without_edition(parts.title) or None, publisher, _published(text, tail), accessed
    )


def is_work(text: str) -> bool:
    """Whether a note without a URL names a work that a library finds: a book's imprint, an ISBN, a journal's issue."""
    line = one_line(text)
    return any(pattern.search(line) for pattern in (_BOOK, _ISBN, _ISSUE))


def one_line(text: str) -> str:
    """A note's text with its printed lines joined, a hyphen between small letters at a line's end left out."""
    return " ".join(re.sub(r"(?<=[a-zа-яё])-[ \t]*\n[ \t]*(?=[a-zа-яё])", "", text).split())


def _authors(names: str) -> tuple[str, ...]:
    names = _LEAD.sub("", names)
    return () if DATE.search(names) else people_in(names)


def _publisher(parts: Parts, text: str) -> str | None:
    imprint = IMPRINT.search(text)
    if imprint and DATE.search(text):
        return imprint.group("publisher").strip()
    if is_host(parts.names):
        return parts.names
    placed = _PLACE_AND_HOUSE.fullmatch(parts.rest)
    if placed:
        return placed.group(1)
    if not parts.container and DATE.match(parts.rest):
        return None
    field = parts.container or parts.rest[: _FIELD_END.search(parts.rest).start()].strip()  # type: ignore[union-attr] # matches at the end
    field = _AVAILABLE.sub("", field).rpartition(": ")[2].strip(" ,.")
    if not field or _NO_PUBLISHER.search(field) or not field[0].isupper() or len(field.split()) > _MOST_NAME_WORDS:
        return None
    return field


def _published(text: str, tail: str) -> str | None:
    bracket = BRACKET_DATE.search(text)
    dates = [iso_date(match) for match in DATE.finditer(text) if not _in_quotes(text, match)]
    if bracket:
        year = first_date(bracket["date"].rstrip("abcdefgh"))
        fuller = first_date(f"{(bracket['more'] or '').strip(' ,')}, {year}") if bracket["more"] else None
        same = [date for date in dates if year and date.startswith(year)]
        return max([date for date in (year, fuller, *same) if date], key=len, default=None)
    if dates:
        # "2021. 5 мая", a year with its day after it, and "2020. March 5" say one date.
        return dates[-1]
    match = DATE.match(without_access(tail).lstrip(" ,;.("))
    return None if match is None else iso_date(match)


def _in_quotes(text: str, match: re.Match[str]) -> bool:
    return any(quoted.start() < match.start() < quoted.end() for quoted in QUOTED.finditer(text))
