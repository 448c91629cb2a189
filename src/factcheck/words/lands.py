"""Which lands a text names: countries and continents by their own names, their peoples' and their capitals'.

From the section "lands" of ``lexicon.txt`` and the territories of ``cldr_names.txt``; a line of each may be one land.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from factcheck.words.lexicon import LANGUAGES, fits

_TABLES = (("lexicon.txt", "## lands"), ("cldr_names.txt", "## territory"))
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")
_LONGEST_STEM = 16
_PRONOUN = 2  # letters
_ALIKE = 4  # letters with which two stems of one land begin, if they are not the same
_ONE_COLUMN = 1  # a stem that two lands share in one language by chance ("Austr-") does not make them one
# Names of several words, of which no single one tells; each is written as the word that it stands for.
_PHRASES = {
    re.compile(pattern, re.IGNORECASE): word
    for pattern, word in {
        r"\bunited states\b": "america",
        r"\bunited kingdom\b|\bgreat britain\b": "british",
        r"\beuropean union\b": "eu",
        r"\b(?:соедин[её]нн\w+ штат\w*|злучан\w+ штат\w*|сполучен\w+ штат\w*)": "сша",
        r"\bсоедин[её]нн\w+ королевств\w*": "великобритан",
        r"\bvereinigte[nrs]? staaten\b": "usa",
        r"\b(?:grande-bretagne|royaume-uni)\b": "britann",
        r"\bjungtin\w+ valstij\w*": "jav",
    }.items()
}


Row = tuple[tuple[str, ...], ...]
"""A line of the tables: the stems of each language."""


def lands(text: str, language: str | None) -> frozenset[int]:
    """The lands that `text` names, by any word of theirs; two texts name the same land by the same number.

    Empty for a language whose figures are not read.
    """
    return frozenset(land for land, _ in _named(text, language))


def named_lands(text: str, language: str | None) -> dict[int, str]:
    """The lands that `text` names with a capital letter, each with the word as written."""
    return {land: word for land, word in _named(text, language) if word[0].isupper()}


def _named(text: str, language: str | None) -> list[tuple[int, str]]:
    if language not in LANGUAGES:
        return []
    found = []
    for pattern, word in _PHRASES.items():
        match = pattern.search(text)
        if match is not None:
            land = land_of(word, language)
            found += [] if land is None else [(land, match.group())]
            text = pattern.sub(" ", text)
    for word in _WORD.findall(text):
        land = land_of(word.lower().rstrip("."), language)
        if land is not None and (len(word) > _PRONOUN or word[0].isupper()):  # "us"
            found.append((land, word))
    return found


@lru_cache(maxsize=16_384)
def land_of(word: str, language: str | None) -> int | None:
    """The land that the word `word`, in small letters, names by itself."""
    if language not in LANGUAGES:
        return None
    table = _stems(language)
    whole = table.get("=" + word)
    if whole is not None:
        return whole
    for length in range(min(len(word), _LONGEST_STEM), 1, -1):
        land = table.get(word[:length])
        if land is not None and fits(word[:length], word, language):
            return land
    return None


@cache
def _stems(language: str) -> dict[str, int]:
    column = LANGUAGES.index(language)
    return {stem: land for land, rows in enumerate(_rows()) for row in rows for stem in row[column]}


@cache
def _rows() -> tuple[tuple[Row, ...], ...]:
    """The lines of both tables by the land they are of, each as its columns of stems."""
    by_hand, names = (_section(*table) for table in _TABLES)
    found = [[row] for row in by_hand]
    beginning: dict[tuple[int, str], set[int]] = {}  # only rows of which a stem begins alike can be of one land
    for number, row in enumerate(by_hand):
        for start in _beginnings(row):
            beginning.setdefault(start, set()).add(number)
    alone: list[Row] = []
    for row in names:
        near = sorted({number for start in _beginnings(row) for number in beginning.get(start, ())})
        same = next((found[number] for number in near if _one_land(found[number][0], row)), None)
        (alone if same is None else same).append(row)
    return (*map(tuple, found), *((row,) for row in alone))


def _beginnings(row: Row) -> set[tuple[int, str]]:
    """The columns of a row with the first letters of each of their stems."""
    return {(column, stem.removeprefix("=")[:_ALIKE]) for column, stems in enumerate(row) for stem in stems}


def _section(name: str, heading: str) -> list[Row]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(heading)) + 1
    kept = []
    for line in lines[start:]:
        if line.startswith("##"):
            break
        kept.append(tuple(tuple(column.split()) for column in line.removeprefix("-").split("|")))
    return kept


def _one_land(one: Row, other: Row) -> bool:
    shared = sum(any(_alike(a, b) for a in ours for b in theirs) for ours, theirs in zip(one, other, strict=True))
    return shared > _ONE_COLUMN


def _alike(one: str, other: str) -> bool:
    one, other = one.removeprefix("="), other.removeprefix("=")
    return one == other or (min(len(one), len(other)) >= _ALIKE and (one.startswith(other) or other.startswith(one)))
