"""Words of a claim: which say what it speaks of, which are names, and which only carry the sentence.

The lists of ``words.txt`` are by language; a word of a language without lists is content when it has four letters.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_OPENERS = " \t\u00a0\"'“”„«‘(["
_LONGEST_WORD = 64
_SHORTEST_CONTENT, _SHORTEST_UNLISTED = 2, 4
_VOWELS = "aeiouyąęėįųūóäöüéèàêâаеёиоуыэюяіїєьй"
_ENGLISH_ENDINGS = ("ing", "ed")
_LATIN_STEM, _OTHER_STEM, _SHORTEST_STEM = 6, 5, 3
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w)")


class Part(StrEnum):
    """What a listed word does in a statement; ``words.txt`` says what each part means."""

    GRAMMAR = "grammar"
    LIGHT = "light"
    PRONOUN = "pronoun"
    REPEATED = "repeated"
    ONCE = "once"
    PLACE = "place"
    BOUND = "bound"
    SOURCE = "source"
    CHANGE = "change"
    GATHERING = "gathering"
    BY = "by"
    TO = "to"
    FROM = "from"


@record
class Word:
    """A word of a claim's text [start, end) with its stem; `capital` where it is written as a name is."""

    lower: str
    stem: str
    start: int
    end: int
    capital: bool


@cache
def _lists() -> dict[tuple[str, Part], tuple[frozenset[str], tuple[str, ...]]]:
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    lists = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, words = line.split(":", 1)
            language, part = head.split()
            whole = frozenset(w for w in words.split() if not w.endswith("*"))
            lists[language, Part(part)] = (whole, tuple(w[:-1] for w in words.split() if w.endswith("*")))
    return lists


def is_listed(language: str) -> bool:
    """Whether there are word lists for `language`."""
    return (language, Part.GRAMMAR) in _lists()


@lru_cache(maxsize=65_536)
def is_part(word: str, part: Part, language: str) -> bool:
    """Whether `word` (lower case) does the work of `part` in `language`."""
    listed = _lists().get((language, part))
    return listed is not None and (word in listed[0] or word.startswith(listed[1]))


@lru_cache(maxsize=65_536)
def is_content(word: str, language: str) -> bool:
    """Whether `word` (lower case) says what a sentence speaks of."""
    if not is_listed(language):
        return len(word) >= _SHORTEST_UNLISTED
    whole, beginnings = _dropped(language)
    return len(word) >= _SHORTEST_CONTENT and word not in whole and not word.startswith(beginnings)


@cache
def _dropped(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and the beginnings of words, that say nothing of what a sentence speaks of."""
    parts = (Part.GRAMMAR, Part.LIGHT, Part.CHANGE, Part.PRONOUN)
    lists = [listed for part in parts if (listed := _lists().get((language, part))) is not None]
    return frozenset().union(*(whole for whole, _ in lists)), tuple(start for _, starts in lists for start in starts)


@lru_cache(maxsize=65_536)
def stem_of(word: str, language: str) -> str:
    """`word` (lower case) cut to where inflection begins: six letters in English, German and French, else five."""
    plain = word.removesuffix("'s").removesuffix("’s")
    latin = language in {"en", "de", "fr"}
    if language == "en":
        plain = _without_english_ending(plain)
    letters = plain if plain.isascii() else _without_marks(plain, decompose=latin)
    cut = letters[: _LATIN_STEM if latin else _OTHER_STEM]
    if language != "en":
        kept = cut.rstrip(_VOWELS)
        cut = kept if len(kept) >= _SHORTEST_STEM else cut
    return cut


def _without_marks(word: str, *, decompose: bool) -> str:
    letters = unicodedata.normalize("NFKD", word) if decompose else word
    return "".join(c for c in letters if not unicodedata.combining(c))


def _without_english_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 4:
        return word[:-1]
    for ending in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def words_of(text: str, language: str) -> Iterator[Word]:
    """The words of `text` in order; French elisions (l', d') are left out of them."""
    for match in _WORD.finditer(text):
        start, written = match.start(), match.group()
        if language == "fr" and (elided := _ELISION.match(written.lower())) is not None:
            start, written = start + elided.end(), written[elided.end() :]
        if len(written) > _LONGEST_WORD:
            continue
        lower = written.lower()
        capital = written[:1].isupper() and (written[1:2].isupper() or not _begins_sentence(text, start))
        yield Word(lower, stem_of(lower, language), start, match.end(), capital)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(_OPENERS)
    return not before or before[-1] in ".!?:"
