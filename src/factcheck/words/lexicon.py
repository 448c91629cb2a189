"""Words of different languages that mean the same: which ideas a word stands for, and which stems an idea has.

Two tables: ``lexicon.txt`` (written by hand) and ``cldr_names.txt`` (made by ``benchmarks/make_cldr_names.py``); an
idea is a line of either.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

LANGUAGES = ("en", "ru", "be", "uk", "pl", "de", "fr", "lt")
_SHORT = 3  # a stem so short meets too many words
_LONGEST_STEM = 16
_LONG_ENDINGS = frozenset({"ment", "ments", "ation", "ations", "ness"})  # of English nouns; others have three letters


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    """The columns of every line of both tables; a hand-written line's common-words mark stays on its first stem."""
    rows: list[tuple[str, ...]] = []
    for name in ("lexicon.txt", "cldr_names.txt"):
        lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        written = (line.split("|") for line in lines if line and not line.startswith("#"))
        rows.extend(tuple(column.strip() for column in columns) for columns in written)
    return tuple(rows)


@cache
def _ideas_by_stem(language: str) -> dict[str, tuple[int, ...]]:
    column = LANGUAGES.index(language)
    table: dict[str, list[int]] = {}
    for idea, row in enumerate(_lines()):
        for entry in row[column].removeprefix("-").split():
            table.setdefault(entry, []).append(idea)
    return {entry: tuple(ideas) for entry, ideas in table.items()}


@lru_cache(maxsize=32_768)
def ideas(word: str, language: str | None) -> tuple[int, ...]:
    """The ideas that `word` (lower case) stands for in `language`, by its longest known stem; empty where unknown."""
    if language not in LANGUAGES:
        return ()
    table = _ideas_by_stem(language)
    found = table.get("=" + word) or table.get(word)
    if found:
        return found
    for length in range(min(len(word), _LONGEST_STEM), 1, -1):
        found = table.get(word[:length])
        if found and fits(word[:length], word, language):
            return found
    return ()


def fits(entry: str, word: str, language: str | None) -> bool:
    """Whether `word`, which begins with the stem `entry`, can be a form of it: few letters more after a short stem."""
    more = len(word) - len(entry)
    if len(entry) <= _SHORT:
        return more == 0 or (word[len(entry) :] in {"s", "'s"} if language == "en" else more <= 3)
    if language == "en":
        return more <= 3 or word[len(entry) :] in _LONG_ENDINGS
    return len(entry) > _SHORT + 1 or more <= 5


@lru_cache(maxsize=32_768)
def stems(idea: int, language: str | None) -> tuple[str, ...]:
    """The stems of `idea` in `language`; a stem that begins with ``=`` is a whole word."""
    if language not in LANGUAGES:
        return ()
    return tuple(_lines()[idea][LANGUAGES.index(language)].removeprefix("-").split())


def is_common(idea: int) -> bool:
    """Whether the words of `idea` are so usual in news that they say little about a subject."""
    return _lines()[idea][0].startswith("-")
