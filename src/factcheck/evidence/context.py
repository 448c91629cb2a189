"""What a claim says besides the judged figure: the names, words, other figures and dates to look for on a page."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.model import QuantityKind
from factcheck.words import lexicon
from factcheck.words.vocabulary import COMMON, is_grammar, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Quantity

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|ve|re|ll|d|m))$")
# Endings of words of the language, by which one that only begins a sentence is told from a name.
_NO_NAME = re.compile(r".{2,}(?:ed|ing|ly|ness|ments?|tions?|sions?|able|ible|ous|ive|ful|less)$")
_SHORTEST_WORD = 3
_NAME, _NAME_TRANSLATED, _UNKNOWN_TRANSLATED = 1.2, 1.5, 0.25
_DATE_WEIGHT = 0.8
_SMALL_NUMBER, _SMALL_NUMBER_WEIGHT = 12, 0.6


class KeyKind(StrEnum):
    """What a key of the context is."""

    NAME = "name"
    WORD = "word"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Key:
    """One thing to look for: `text` in lower case, or `quantity`; `at` is its place in the claim (code points)."""

    kind: KeyKind
    weight: float
    at: int
    text: str = ""
    quantity: Quantity | None = None


def word_keys(claim: str, language: str | None, *, translated: bool) -> list[Key]:
    """The content words of `claim`, each once; `translated` says that the page is in another language."""
    keys: dict[str, Key] = {}
    for word, start, is_name in _words(claim, language):
        lower = _bare(word.lower())
        if (
            (is_grammar(lower, language) and not _is_acronym(word))
            or (len(lower) < _SHORTEST_WORD and not word.isupper())
            or lower in keys
        ):
            continue
        weight = _word_weight(lower, language, is_name=is_name, translated=translated)
        keys[lower] = Key(KeyKind.NAME if is_name else KeyKind.WORD, weight, start, lower)
    return list(keys.values())


def _bare(word: str) -> str:
    """The word without what English writes onto it: "he's", "we've", "didn't"."""
    return _CLITIC.sub("", word) if "'" in word or "’" in word else word


def names_in(text: str, language: str | None) -> list[str]:
    """The names in `text` as written; of German, which capitalises every noun, only those with a later capital."""
    names = [word for word, _, is_name in _words(text, language) if is_name and len(word) >= _SHORTEST_WORD]
    return [name for name in names if language != "de" or _has_later_capital(name)]


def _has_later_capital(word: str) -> bool:
    return word[:1].isupper() and not word[1:].islower()


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _word_weight(word: str, language: str | None, *, is_name: bool, translated: bool) -> float:
    if is_name:
        return _NAME_TRANSLATED if translated else _NAME
    weight = rarity(word, language)
    if translated:
        ideas = lexicon.ideas(word, language)
        if not ideas:
            return _UNKNOWN_TRANSLATED
        weight = min(weight, COMMON) if lexicon.is_common(ideas[0]) else weight
    return weight


def _words(claim: str, language: str | None) -> Iterator[tuple[str, int, bool]]:
    """Each word, where it begins and whether it is a name: capitalised, and not only since a sentence begins."""
    matches = list(_WORD.finditer(claim))
    for index, match in enumerate(matches):
        word = match.group()
        capital = word[0].isupper()
        if capital and _begins_sentence(claim, match.start()) and not _has_later_capital(word):
            following = matches[index + 1].group() if index + 1 < len(matches) else ""
            capital = following[:1].isupper() or not _is_known(word.lower(), language)
        yield word, match.start(), capital


def _is_known(word: str, language: str | None) -> bool:
    """Whether `word` is in one of the lists or ends as words of English do, and so is no name."""
    bare = _bare(word)
    if is_grammar(bare, language) or rarity(bare, language) < 1 or lexicon.ideas(bare, language):
        return True
    return language in {"en", None} and _NO_NAME.match(word) is not None


def _begins_sentence(claim: str, start: int) -> bool:
    before = claim[:start].rstrip(" \t\"'“„«‘(")
    return not before or before[-1] in ".!?:\n"


def figure_keys(others: Sequence[Quantity]) -> list[Key]:
    """The claim's other figures and dates as keys."""
    keys = []
    for quantity in others:
        if quantity.kind in {QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE}:
            keys.append(Key(KeyKind.DATE, _DATE_WEIGHT, quantity.start, quantity.text, quantity))
        elif quantity.low is not None:
            keys.append(Key(KeyKind.NUMBER, _number_weight(quantity), quantity.start, quantity.text, quantity))
    return keys


def _number_weight(quantity: Quantity) -> float:
    """1.2 to 2 by size and precision; 0.6 for the numbers up to twelve, which stand everywhere."""
    digits = sum(c.isdigit() for c in quantity.text)
    low = abs(float(quantity.low or 0))
    if low <= _SMALL_NUMBER and low == int(low):
        return _SMALL_NUMBER_WEIGHT
    return min(2.0, 1.2 + 0.2 * max(0, digits - 2) + 0.05 * math.log10(max(1, low)))
