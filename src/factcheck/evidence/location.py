"""Where a page has the keys of a claim: the word itself, the name in another spelling, a word of the same meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.dates import parts
from factcheck.model import MatchLevel
from factcheck.words import lexicon
from factcheck.words.folding import SHORTEST_SKELETON, alike, common_prefix, fold, skeleton, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.evidence.context import Key
    from factcheck.evidence.reading import PageReading

_AGREED = frozenset(
    {MatchLevel.EXACT, MatchLevel.ROUNDED, MatchLevel.CONVERTED, MatchLevel.FRACTION, MatchLevel.UNIT_MISSING}
)
_TOO_MANY = 400
_EAST = ((re.compile("h"), "g"), (re.compile("^v(?=[aei])"), "u"), (re.compile("h"), ""))
# How Cyrillic writes names of other languages, in the letters of `fold`: Harlem as Гарлем, William as Уильям, Sarah as
# Сара; Belarusian softens too: Martin as Марцін.
_BY_EAR = {
    "ru": _EAST,
    "uk": _EAST,
    "be": (*_EAST, (re.compile("t(?=[ie])"), "z"), (re.compile("d(?=[ie])"), "i")),
}
_COGNATE = 6  # shorter words of two languages that begin alike are mostly strangers


def locate(key: Key, reading: PageReading, language: str | None, *, translated: bool) -> tuple[int, ...]:
    """The tokens of the page where `key` stands, ascending; `language` is the claim's."""
    if key.quantity is not None:
        return _figure_tokens(key, reading)
    words = _translated_words(key, reading, language) if translated else _same_words(key, reading, language)
    tokens = sorted({token for word in set(words) for token in reading.positions[word]})
    return tuple(tokens[:_TOO_MANY])


def _figure_tokens(key: Key, reading: PageReading) -> tuple[int, ...]:
    quantity = key.quantity
    if quantity is None:
        return ()
    if key.kind is KeyKind.DATE:
        asked = parts(quantity)
        return tuple(figure.token for figure, found in reading.dates_shared(quantity) if _shares_date(asked, found))
    return tuple(figure.token for figure, agreement in reading.agreeing(quantity) if agreement.level in _AGREED)


def _shares_date(claimed: tuple[int | None, ...], found: tuple[int | None, ...]) -> bool:
    shared = False
    for asked, given in zip(claimed, found, strict=True):
        if asked is not None and given is not None:
            if asked != given:
                return False
            shared = True
    return shared


def _same_words(key: Key, reading: PageReading, language: str | None) -> Iterator[str]:
    """Forms of the word in its own language: the same stem, or a long beginning in common."""
    root = stem(key.text, language)
    yield from (word for word in _as_written(key, reading))
    for word in reading.with_prefix(root[: max(3, min(len(root), 5))]):
        if stem(word, language) == root or _one_word(key.text, word):
            yield word
    if key.kind is KeyKind.NAME:
        yield from _same_name(key.text, reading)
    else:
        yield from _same_meaning(key.text, reading, language)


def _as_written(key: Key, reading: PageReading) -> Iterable[str]:
    return (key.text,) if key.text in reading.positions else ()


def _one_word(left: str, right: str) -> bool:
    """Two forms of one word: they differ in their last letters only."""
    shared = common_prefix(left, right)
    longer = max(len(left), len(right))
    return shared >= 5 and longer - shared <= 3 and shared >= 0.6 * longer


def _translated_words(key: Key, reading: PageReading, language: str | None) -> Iterator[str]:
    """The name in the page's spelling, a cognate, or a word that the lexicon gives for it."""
    yield from _as_written(key, reading)
    if key.kind is KeyKind.NAME or len(key.text) >= _COGNATE:
        yield from _same_name(key.text, reading)
    if key.kind is KeyKind.NAME:
        yield from _spelled_by_ear(key.text, reading)
        yield from _same_consonants(key.text, reading)
    yield from _same_meaning(key.text, reading, language)


def _same_meaning(word: str, reading: PageReading, language: str | None) -> Iterator[str]:
    """The page's words for the ideas that `word` stands for, those too usual to tell anything left out."""
    for idea in lexicon.ideas(word, language):
        for entry in lexicon.stems(idea, reading.language):
            if entry.startswith("="):
                yield from ((entry[1:],) if entry[1:] in reading.positions else ())
            else:
                yield from (w for w in reading.with_prefix(entry) if lexicon.fits(entry, w, reading.language))


def _same_name(name: str, reading: PageReading) -> Iterator[str]:
    folded = fold(name)
    if len(folded) < 2:
        return
    for other, word in reading.folded_with_prefix(folded[:4]):
        if alike(folded, other):
            yield word


def _spelled_by_ear(name: str, reading: PageReading) -> Iterator[str]:
    """The name as its language's Cyrillic spells it, where one letter of Latin is another there."""
    folded = fold(name)
    for latin, cyrillic in _BY_EAR.get(reading.language or "", ()):
        spelled = fold(latin.sub(cyrillic, folded))
        if spelled != folded:
            for other, word in reading.folded_with_prefix(spelled[:4]):
                if alike(spelled, other):
                    yield word


def _same_consonants(name: str, reading: PageReading) -> Iterator[str]:
    """Capitalised words of the page with the name's consonants, an ending of one more allowed."""
    bones = skeleton(fold(name))
    if len(bones) < SHORTEST_SKELETON:
        return
    for other, word in reading.with_consonants(bones):
        if len(other) <= len(bones) + 1 and len(word) <= len(name) + 4:
            yield word
