"""Clauses that are built alike and differ in one place: "the court upheld 23 complaints", "the court dismissed 23".

Where most of what a claim says stands in the same order around the same figure, a word put in the place of another is
another statement, unless the two mean the same (``lexicon.txt``, ``synonyms.txt``) or one only refers to the other, as
"the company" to a name.  It is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.evidence.contrasts import one_pole
from factcheck.evidence.counted import may_be_one
from factcheck.evidence.sayings import says
from factcheck.words import lexicon
from factcheck.words.folding import common_prefix, stem
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Quantity, Span

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_MOST = 40  # words of a side that is read so
_LIGHT = 0  # the first line of ``synonyms.txt``: words that say nothing but how much
_LEAST = 3  # letters of a word that tells
_OWNING = ("'s", "’s", "s'", "s’")
_ARTICLES = frozenset("the a an der die das den dem des ein eine einen einem einer le la les un une des du".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause as written, in small letters, and whether it tells anything."""

    written: str
    small: str
    tells: bool


Sides = tuple[list[Word], list[Word]]
"""The words of a clause before its figure, and those after it."""


def sides(text: str, clause: Span, figure: Quantity, others: Iterable[Quantity], language: str | None) -> Sides:
    """The words of `clause` on either side of `figure`, those of `others` left out."""
    for other in others:
        if other is not figure and clause.start <= other.start < clause.end:
            text = text[: other.start] + " " * (other.end - other.start) + text[other.end :]
    return _words(text[clause.start : figure.start], language), _words(text[figure.end : clause.end], language)


def _words(text: str, language: str | None) -> list[Word]:
    words = []
    for token in _TOKEN.findall(text):
        small = token.lower().removesuffix("'s").removesuffix("’s")
        tells = len(small) >= _LEAST and not is_grammar(small, language)
        if small not in _ARTICLES:
            words.append(Word(token, small, tells))
    return words


def put_for_another(ours: Sides, theirs: Sides, language: str | None) -> str | None:
    """The word of `theirs` in the place of another of `ours`, where the two are otherwise built alike; else None."""
    if max(map(len, (*ours, *theirs))) > _MOST:
        return None
    mine, others = [*ours[0], *ours[1]], [*theirs[0], *theirs[1]]
    lost = {id(word) for word in _without_counterpart(mine, others, language)}
    kept = [word for word in mine if word.tells and id(word) not in lost]
    if len(lost) > max(1, len(kept)):
        return None
    new = {id(word) for word in _without_counterpart(others, mine, language)}
    if not new or len(new) > max(3, len(kept) + 1):
        return None
    for one, other in zip(ours, theirs, strict=True):
        word = _replaced(one, other, lost, new, language)
        if word is not None:
            return word
    return None


def _without_counterpart(words: list[Word], others: list[Word], language: str | None) -> list[Word]:
    """The words that tell something and that `others` lack in any form; a word on both sides stands for itself only."""
    written = {word.small for word in words} & {word.small for word in others}
    free = [word for word in others if word.small not in written]
    return [w for w in words if w.tells and w.small not in written and not any(_one(w, o, language) for o in free)]


def _replaced(ours: list[Word], theirs: list[Word], lost: set[int], new: set[int], language: str | None) -> str | None:
    anchors = [(-1, -1), *_in_common(ours, theirs, language), (len(ours), len(theirs))]
    for i, j in anchors[1:-1]:
        owned = theirs[j].written.endswith(_OWNING) and not ours[i].written.endswith(_OWNING)
        if owned and id(theirs[j + 1] if j + 1 < len(theirs) else None) in new:
            return theirs[j + 1].written
    for (i, j), (k, m) in pairwise(anchors):
        mine, others = ours[i + 1 : k], theirs[j + 1 : m]
        gap = [word for word in mine if word.tells], [word for word in others if word.tells]
        pure = all(id(word) in lost for word in gap[0]) and all(id(word) in new for word in gap[1])
        near = abs(len(gap[0]) - len(gap[1])) <= 1 and len(_grammar(mine) ^ _grammar(others)) <= 1
        if not (pure and near and gap[0] and gap[1]):
            continue
        if _may_be_adverbs(mine, others, language):
            continue
        if _exclude(gap[0], gap[1], language):
            return gap[1][0].written
    return None


def _may_be_adverbs(mine: list[Word], others: list[Word], language: str | None) -> bool:
    """Whether a word with a preposition stands for one without, as "from afar" for "remotely", and no list has both."""
    told = [word for word in (*mine, *others) if word.tells]
    framed = _grammar(mine) != _grammar(others) and len(told) == 2
    return (
        framed and not any(_is_name(word, language) for word in told) and not all(_is_known(w, language) for w in told)
    )


def _grammar(words: Iterable[Word]) -> set[str]:
    return {word.small for word in words if not word.tells}


def _one(ours: Word, theirs: Word, language: str | None) -> bool:
    return ours.small == theirs.small or _one_meaning(ours.small, theirs.small, language)


@lru_cache(maxsize=16_384)
def _one_meaning(one: str, other: str, language: str | None) -> bool:
    """Whether two words of a language are forms of one, or mean the same."""
    longer = max(len(one), len(other))
    if stem(one, language) == stem(other, language) or common_prefix(one, other) >= max(4, longer - 3):
        return True
    if set(lexicon.ideas(one, language)) & set(lexicon.ideas(other, language)) or _groups(one) & _groups(other):
        return True
    if one_pole(one, other):
        return True
    return any(says(kind, one, language) and says(kind, other, language) for kind in ("planned", "expected", "speech"))


def _exclude(mine: list[Word], others: list[Word], language: str | None) -> bool:
    """Whether `others` in the place of `mine` say something else: other names, or words of no common meaning."""
    pairs = [(one, other) for one in mine for other in others]
    if any(
        may_be_one(one.small, language, other.small, language) or _LIGHT in _groups(one.small) | _groups(other.small)
        for one, other in pairs
    ):
        return False
    named = [any(_is_name(word, language) for word in words) for words in (mine, others)]
    return named[0] == named[1]  # "the company" may refer to a name


def _is_known(word: Word, language: str | None) -> bool:
    return bool(lexicon.ideas(word.small, language) or _groups(word.small))


def _is_name(word: Word, language: str | None) -> bool:
    return word.written[0].isupper() and not _is_known(word, language)


def _in_common(ours: list[Word], theirs: list[Word], language: str | None) -> list[tuple[int, int]]:
    """The longest run of pairs of words that tell something, in the order of both sides."""
    rows, columns = len(ours), len(theirs)
    same = [[a.tells and b.tells and _one(a, b, language) for b in theirs] for a in ours]
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = best[i + 1][j + 1] + 1 if same[i][j] else max(best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if same[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


@cache
def _synonyms() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    lines = files("factcheck.evidence").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for entry in line.split():
            table.setdefault(entry, set()).add(number)
    return {entry: frozenset(groups) for entry, groups in table.items()}


@lru_cache(maxsize=16_384)
def _groups(word: str) -> frozenset[int]:
    """The lines of ``synonyms.txt`` that `word` is in, by the word itself or by its beginnings ending in ``-``."""
    table = _synonyms()
    found = set(table.get(word, ()))
    for length in range(3, len(word) + 1):
        found |= table.get(word[:length] + "-", frozenset())
    return frozenset(found)
