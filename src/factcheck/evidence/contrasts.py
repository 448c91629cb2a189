"""Words that exclude each other: a claim on imports and a clause on exports, although the figure is the same.

The sets stand in ``contrasts.txt``, hand-made for the languages whose figures are read.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.evidence.word_lists import WordLists

if TYPE_CHECKING:
    from collections.abc import Mapping

_AROUND = 160  # characters of the claim on either side of the figure
_WORD = re.compile(r"(?<=[\w,;:)»”] )[^\W\d_]{4,}")
_QUARTER = re.compile(
    r"\b(first|second|third|fourth|1st|2nd|3rd|4th|перв|втор|трет|четв|перш|друг|чацв|pierwsz|drug|trzeci|czwart|erste|zweite|"
    r"dritte|vierte|premier|deuxième|troisième|quatrième|pirm|antr|treči|ketvirt)\w*\s+(?:quarter|half|квартал|polug|"
    r"полугод|півріч|пауго|kwarta|półrocz|quartal|halbjahr|trimestre|semestre|ketvir|pusm)",
    re.IGNORECASE,
)
_MORE_OR_LESS = re.compile(
    r"(?:percent|per cent|%|times|points?|процент\w*|раза?|procent\w*|prozent)\s+"
    r"(more|higher|greater|less|lower|fewer|больше|выше|меньше|ниже|więcej|wyższ\w+|mniej|niższ\w+|mehr|höher|weniger|niedriger)",
    re.IGNORECASE,
)
_LESS = frozenset({"less", "lower", "fewer", "меньше", "ниже", "mniej", "weniger", "niedriger"})
_ANOTHER_PERIOD = re.compile(r"\b(year|month|quarter|week)[ -](?:on|over)[ -]\1\b", re.IGNORECASE)
# Months and weekdays, which English capitalises, and words of titles and currencies.
_NO_NAMES = frozenset(
    """january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday euros dollars president minister prime government ministry parliament""".split()
)

Pole = tuple[int, int]
"""The number of a set, and that of its pole."""


@cache
def _lists() -> WordLists[Pole]:
    lines = files("factcheck.evidence").joinpath("contrasts.txt").read_text(encoding="utf-8").splitlines()
    sets = [line.split(" / ") for line in lines if line and not line.startswith("#")]
    poles = (((number, side), pole) for number, poles in enumerate(sets) for side, pole in enumerate(poles))
    return WordLists((label, word) for label, pole in poles for word in pole.split())


@lru_cache(maxsize=512)
def _poles_in(text: str) -> Mapping[Pole, str]:
    return _lists().find(text)


@lru_cache(maxsize=8192)
def one_pole(one: str, other: str) -> bool:
    """Whether two words stand on one side of any set, and so for one thing."""
    return not set(_lists().labels(one)).isdisjoint(_lists().labels(other))


def contrast(claim: str, start: int, end: int, clause: str) -> str | None:
    """The words of `clause` that exclude those of the claim around its figure [start, end); None where none do."""
    around = claim[max(0, start - _AROUND) : end + _AROUND]
    theirs, ours = _poles_in(clause), _poles_in(around)
    asked = {number for number, _ in ours}
    shared = {number for number, side in theirs if (number, side) in ours}
    other = min((pole for pole in theirs if pole[0] in asked - shared), default=None)
    if other is not None:
        return theirs[other]
    return _other_period(around, clause)


def _other_period(around: str, clause: str) -> str | None:
    for pattern in (_QUARTER, _ANOTHER_PERIOD):
        ours, theirs = pattern.search(around), pattern.search(clause)
        if ours and theirs and ours.group(1).casefold() != theirs.group(1).casefold():
            return theirs.group()
    ours, theirs = _MORE_OR_LESS.search(around), _MORE_OR_LESS.search(clause)
    if ours and theirs and (ours.group(1).casefold() in _LESS) != (theirs.group(1).casefold() in _LESS):
        return theirs.group(1)
    return None


def other_names(claim: str, sentence: str, page: str) -> bool:
    """Whether the page has none of the claim's names, and the sentence has others in their stead.

    All in one language; a name is known by its capital inside a sentence and compared by its first four letters.
    """
    ours = {name[:4].casefold() for name in _names(claim)}
    if not ours:
        return False
    folded = page.casefold()
    return not any(name in folded for name in ours) and bool(_names(sentence))


def _names(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word[0].isupper() and word.casefold() not in _NO_NAMES]
