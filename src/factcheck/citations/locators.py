"""Places inside a source that a note names: pages, tables, sections, times.  Labels stay as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Locator

_DASH = r"[-\u2010-\u2015\u2212]"
_NUMBER = r"(?:\d{1,5}[a-z]?|[ivxlc]{1,7}\b)"
_RANGE = rf"{_NUMBER}(?:\s?{_DASH}\s?{_NUMBER}|\s?ff?\b\.?)?"
_LIST = rf"{_RANGE}(?:\s?(?:,|&|and|и|i|und|et)\s?{_RANGE}(?![\w.]*\d))*"
_DOTTED = r"\d{1,4}(?:\.\d{1,3}){0,3}"
_DOTTED_RANGE = rf"{_DOTTED}(?:\s?{_DASH}\s?{_DOTTED})?"

# The words before a place's number in the languages at hand (en, ru, be, uk, pl, de, fr, lt, lv, es, it).  Written out,
# a word such as "Article" or "Chapter" also stands in titles; those count after the URL only.
_KINDS = (
    (
        "page",
        rf"(?:pp?\.?|pages?|pg\.|стр?\.|с\.|страниц[аы]|стор\.|ss?\.|str\.|strona|S\.|Seiten?|psl\.|lpp\.|págs?\.|pagg?\.)\s?{_LIST}",
    ),
    ("slide", r"(?:slides?|слайд|slajd|Folie|diapo)\s?\d{1,4}"),
    (
        "table",
        rf"(?:tables?|tab\.|таблиц[аы]|табл\.|табліца|таблиця|tabel[ae]|Tabellen?|tableau|lentelė)\s?(?:[A-Z]\.?)?{_DOTTED}[a-z]?",
    ),
    (
        "figure",
        rf"(?:figures?|figs?\.|chart|graph|рис\.|рисунок|мал\.|график|rys\.|wykres|Abb\.|Abbildung|pav\.)\s?(?:[A-Z]\.?)?{_DOTTED}[a-z]?",
    ),
    (
        "section",
        rf"(?:§§?\s?{_DOTTED_RANGE}|(?:secs?\.|sect\.|section|раздел|разд\.|rozdz\.|Abschn\.|Abschnitt)\s?{_DOTTED_RANGE})",
    ),
    ("chapter", rf"(?:chap\.|ch\.|chapter|гл\.|глава|rozdział|Kap\.|Kapitel|chapitre)\s?(?:{_DOTTED}|[IVX]{{1,6}})"),
    (
        "paragraph",
        rf"(?:paras?\.|paragraphs?|¶¶?|п\.|пп\.|абз\.|Abs\.|Rn\.|Rdnr\.|Randnr\.|ust\.|pkt)\s?{_DOTTED_RANGE}",
    ),
    ("article", rf"(?:art\.|article|ст\.|статья|artykuł|Artikel|Art\.)\s?{_DOTTED_RANGE}"),
    ("annex", r"(?:annex|appendix|приложение|załącznik|Anhang|Anlage|annexe)\s(?:\d{1,3}|[A-Z]\b|[IVX]{1,6}\b)"),
    (
        "time",
        r"(?:(?:at|from|min\.?|ab|от|от|od|à)\s)?(?:\d{1,2}:[0-5]\d:[0-5]\d)(?:\s?[-–]\s?\d{1,2}:[0-5]\d:[0-5]\d)?",
    ),
    ("time", r"(?:at|min\.?|minute|мин\.?|ab Min\.)\s\d{1,3}:[0-5]\d"),
)
_LOCATOR = re.compile(
    "|".join(
        rf"(?P<k{number}>(?<![\w./:-])(?:{pattern}))(?![\w]|[.:,]\d)" for number, (_, pattern) in enumerate(_KINDS)
    ),
    re.IGNORECASE,
)
_TITLE_WORDS = frozenset({"figure", "section", "chapter", "paragraph", "article", "annex", "slide"})
_ABBREVIATED = re.compile(r"^(?:§|¶|[^\W\d_]{1,8}\.)")
_LEAD = re.compile(r"^(?:at|from|ab|от|od|à)\s", re.IGNORECASE)
# What stands before the page range of a journal article: a volume, an issue, a year in brackets.
_JOURNAL = re.compile(
    r"(?:\b(?:vol|volume|no|nr|iss|issue|том|т|вып|№|t|z|Jg|Bd|H|Heft|tome|n°)\b\.?\s?[\dIVXLC]+|\d{1,4}\s?\(\d[\d\s/–-]*\)|№\s?\d+)"
    r"[^;]{0,40}$",
    re.IGNORECASE,
)
_IN_BOOK = re.compile(r"\b(?:in:?|В кн\.|w:)\s[^;]{3,200}\b(?:eds?\.|Hrsg\.|red\.|ред\.|dir\.)", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:cf|see|here|esp|at|especially|zob|vgl|см|hier|voir|ср|por)\b\.?,?\s*$", re.IGNORECASE)
_PAGE_NUMBERS = re.compile(rf"(\d+)\s?{_DASH}\s?(\d+)")
_LONG_RANGE = 8


@dataclass(frozen=True, slots=True)
class PlacedLocator:
    """A locator and where it stands in a note: [start, end)."""

    start: int
    end: int
    locator: Locator


def find_locators(text: str, *, after_url: bool) -> list[PlacedLocator]:
    """The places named in `text`, which stands `after_url` or before one; an article's page range is no place.

    A label is printed text with its line breaks as blanks, without "cf." and without the sentence's full stop.
    """
    found = []
    for match in _LOCATOR.finditer(text):
        kind = _KINDS[int((match.lastgroup or "k0")[1:])][0]
        label = " ".join(match.group().split())
        if kind == "time":
            label = _LEAD.sub("", label)
        if kind in _TITLE_WORDS and not after_url and not _ABBREVIATED.match(label):
            continue
        if kind == "page" and _is_extent(text, match, after_url=after_url):
            continue
        found.append(PlacedLocator(match.start(), match.end(), Locator(kind, label)))
    return found


def _is_extent(text: str, match: re.Match[str], *, after_url: bool) -> bool:
    """Whether these pages are those that an article or chapter fills, not a place in it."""
    numbers = _PAGE_NUMBERS.search(match.group())
    before = text[max(0, match.start() - 240) : match.start()]
    if numbers is None or after_url or _POINTS.search(before):
        return False
    if _JOURNAL.search(before[-80:]):
        return True
    return int(numbers[2]) - int(numbers[1]) >= _LONG_RANGE and _IN_BOOK.search(before) is not None
