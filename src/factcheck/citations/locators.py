"""Places inside a source that a note names: pages, tables, sections, times.  Labels stay as printed."""

from __future__ import annotations

import re

from factcheck.model import Locator
from factcheck.patterns import regex
from factcheck.records import record

# Sets that have both cases: to compile one that ignores them takes ten times as long.
_DASH = r"(?-i:[-\u2010-\u2015\u2212])"
_LETTER = r"(?-i:[A-Za-z])"
_ROMAN = r"(?-i:[IVXivx])"
_PAGE = rf"(?:\d{{1,5}}{_LETTER}?|(?-i:[IVXLCivxlc]){{1,7}}\b)"
_PAGES = rf"{_PAGE}(?:(?:\s?{_DASH}\s?|\s(?:to|bis|до|do|à)\s){_PAGE}|\s?ff?\b\.?)?"
_PAGE_LIST = rf"{_PAGES}(?:\s?(?:,|&|and|и|i|und|et)\s?{_PAGES}(?![\w.]*\d))*"
_DOTTED = rf"(?:{_LETTER}\.?)?\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}{_LETTER}?"
_DOTTED_RANGE = rf"{_DOTTED}(?:\(\d{{1,3}}\))?(?:\s?{_DASH}\s?{_DOTTED})?"
# A year after a comma is a date, no other table.
_DOTTED_LIST = rf"{_DOTTED_RANGE}(?:(?:,\s|\s(?:and|&|und|et|и|i)\s)(?!\d{{4}})(?=\w{{0,2}}\d){_DOTTED_RANGE})*"
_NUMBER_RANGE = rf"\d{{1,4}}(?:\s?{_DASH}\s?\d{{1,4}})?"
_CLOCK = r"\d{1,2}:[0-5]\d:[0-5]\d"

# kind, the words before a place's number (English, Russian, Belarusian, Ukrainian, Polish, German, French, Lithuanian,
# Latvian, Spanish, Italian), the number.  "ст." is a Russian article, "стр." a page; "с." is a page.
_KINDS = (
    (
        "page",
        (
            r"pp?\.?|pages?|pg\.|стр\.|с\.|страниц[аы]|стор\.|старонк[аі]|стар\.|ss?\.|str\.|strona|Seiten?|psl\.|puslap\w{1,4}"
            r"|lpp\.|págs?\.|pagg?\."
        ),
        _PAGE_LIST,
    ),
    ("slide", r"slides?|слайд\w?|slajd\w?|Folien?|diapo|skaidrė", _NUMBER_RANGE),
    ("sheet", r"sheet|лист|arkusz|Blatt|feuille|lapas", r"\d{1,3}"),
    ("line", r"lines?|строк[аи]|wiersz|Zeilen?|Z\.|ligne", _NUMBER_RANGE),
    ("box", r"box|encadré|ramka|врезка", _DOTTED_RANGE),
    ("map", r"maps?|карта|mapa|Karte|carte|žemėlapis", _DOTTED_RANGE),
    ("table", r"tables?|tab\.|таблиц[аыя]|табл\.|табліца|tabel[ae]|Tabellen?|tableau|lentelė|табліцы", _DOTTED_LIST),
    (
        "figure",
        r"figures?|figs?\.|chart|graph|рис\.|рисунок|мал\.|график|rys\.|wykres|Abb\.|Abbildung|pav\.|diagram|граф\.|схема",
        _DOTTED_LIST,
    ),
    ("section", r"§§?|secs?\.|sect\.|sections?|раздел|разд\.|Abschn\.|Abschnitt", _DOTTED_RANGE),
    (
        "chapter",
        r"chap\.|ch\.|chapters?|гл\.|глава|rozdział|rozdz\.|Kap\.|Kapitel|chapitre",
        rf"(?:{_DOTTED_RANGE}|{_ROMAN}{{1,6}})",
    ),
    ("paragraph", r"paras?\.?|paragraphs?|¶¶?|п\.|пп\.|абз\.|Abs\.|Rn\.|Rdnr\.|Randnr\.|ust\.|pkt", _DOTTED_RANGE),
    ("recital", r"recitals?|considérant|Erwägungsgrund|Erwgr\.|motyw", _NUMBER_RANGE),
    ("part", r"part|часть|ч\.|częśc?ć?|cz\.|Teil|partie|dalis", rf"(?:\d{{1,2}}|{_ROMAN}{{1,6}})\b"),
    ("article", r"arts?\.|articles?|ст\.|статья|artykuł|Artikel", _DOTTED_RANGE),
    (
        "annex",
        r"annex|appendix|приложение|прил\.|дадатак|додаток|załącznik|Anhang|Anlage|annexe|priedas",
        rf"(?:\d{{1,3}}|{_LETTER}\b|{_ROMAN}{{1,6}}\b)",
    ),
    ("time", r"", rf"{_CLOCK}(?:\s?[-–]\s?{_CLOCK})?"),
    ("time", r"(?:at|from|min\.?|minute|мин\.?|ab\sMin\.|ab|с|от|od|à)\s(?=\d)", r"\d{1,3}:[0-5]\d(?!:)"),
)


def _pattern() -> str:
    """One group for each kind's words, those with like numbers together: each kind of number is compiled once."""
    words: dict[str, list[str]] = {}
    for at, (_, before, number) in enumerate(_KINDS):
        words.setdefault(number, []).append(f"(?P<k{at}>{before})")
    places = "|".join(rf"(?:{'|'.join(before)})\s{{0,3}}{number}" for number, before in words.items())
    return rf"(?<![\w./:-])(?:{places})(?![\w]|[.:,]\d)"


_LOCATOR = regex(_pattern(), re.IGNORECASE)
_LEAD = regex(r"^(?:at|from|ab|с|от|od|à)\s", re.IGNORECASE)
_POINTS = r"(?<!\w)(?:cf|see|here|esp|at|in|especially|zob|vgl|см|гл|hier|voir|ср|por)\.?,?"
# Before a URL a place is one only where a note would set it apart; elsewhere it is part of a title.
_SET_APART_BEFORE = regex(rf"(?:^|[,;:(\[»”\"’]|\w\w\.|\d\.?|{_POINTS})\s*$", re.IGNORECASE)
_SET_APART_AFTER = regex(r"\s*(?:$|[,;.)\]]|https?:|www\.|(?:§|[^\W\d_]{1,6}\.)\s?\d)", re.IGNORECASE)
_ACCESS = regex(r"(?:access|retriev|visit|обращ|доступ|dostęp|abgerufen|zugriff|consult)[^;]{0,60}$", re.IGNORECASE)
# What stands before the page range of a journal article: a volume, an issue, a year in brackets.
_JOURNAL = regex(
    r"(?:\b(?:vol|volume|no|nr|iss|issue|том|т|вып|t|z|Jg|Bd|H|Heft|tome)\b\.?\s?[\dIVXLC]+|n°\s?\d+|\d{1,4}\s?\(\d[\d\s/–-]*\)"
    r"|№\s?\d+)[^;]{0,40}$",
    re.IGNORECASE,
)
_IN_BOOK = regex(r"\b(?:in:?|В кн\.|w:)\s[^;]{3,200}\b(?:eds?\.|Hrsg\.|red\.|ред\.|dir\.)", re.IGNORECASE)
_POINTS_END = regex(rf"{_POINTS}\s*$", re.IGNORECASE)
_PAGE_NUMBERS = regex(rf"(\d+)\s?{_DASH}\s?(\d+)")
_LONG_RANGE = 8


@record
class PlacedLocator:
    """A locator and where it stands in a note: [start, end)."""

    start: int
    end: int
    locator: Locator


def find_locators(text: str, *, after_url: bool) -> list[PlacedLocator]:
    """The places named in `text`, which stands `after_url` or before one; an article's page range is no place.

    A label is printed text with its line breaks as blanks, without "cf." and without the sentence's full stop.
    """
    return [
        PlacedLocator(match.start(), match.end(), _locator(match))
        for match in _LOCATOR.finditer(text)
        if _is_place(text, match, after_url=after_url)
    ]


def _kind(match: re.Match[str]) -> str:
    return _KINDS[int((match.lastgroup or "k0")[1:])][0]


def _locator(match: re.Match[str]) -> Locator:
    label = " ".join(match.group().split())
    return Locator(_kind(match), _LEAD.sub("", label) if _kind(match) == "time" else label)


def _is_place(text: str, match: re.Match[str], *, after_url: bool) -> bool:
    before, after = text[max(0, match.start() - 240) : match.start()], text[match.end() : match.end() + 12]
    if _kind(match) == "time":
        return _ACCESS.search(before) is None
    apart = _SET_APART_BEFORE.search(before[-40:]) and _SET_APART_AFTER.match(after)
    if not (after_url or apart):
        return False
    return _kind(match) != "page" or not _is_extent(before, match.group())


def _is_extent(before: str, pages: str) -> bool:
    """Whether these pages are those that an article or chapter fills, not a place in it."""
    numbers = _PAGE_NUMBERS.search(pages)
    if numbers is None or _POINTS_END.search(before):
        return False
    if _JOURNAL.search(before[-80:]):
        return True
    return int(numbers[2]) - int(numbers[1]) >= _LONG_RANGE and _IN_BOOK.search(before) is not None
