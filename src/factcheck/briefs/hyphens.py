"""Whether the hyphen at a line's end belongs to the word or to the line: by evidence from the document itself.

A typesetter breaks far more words than it ends lines after real hyphens, so a hyphen goes unless something speaks for
it: a digit beside it, a capital behind it, the same compound unbroken elsewhere, or parts that only compounds have.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

HYPHENS = "-\u2010\u00ad\u00ac"
_ALWAYS_DROPPED = "\u00ad\u00ac"  # soft hyphen; the not sign that some extractors write for it
_WORD = regex(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = regex(r"[^\W_]+$")
_FIRST_PART = regex(r"[^\W_]+")

# First and second parts of compounds that are written with a hyphen.  Chosen by hand: prefixes and combining adjectives
# that style guides hyphenate, less those that also begin or end unhyphenated words (over, out, back, man, work).
_FIRST = frozenset(
    """
    self non all cross half quasi pseudo социально военно северо юго политико общественно научно экономико северно
    polsko społeczno północno południowo polityczno socialno sozial politico socio
    """.split()
)
_SURELY_SECOND = frozenset(
    "loving minded oriented dragging mongering sponsored funded fledged avoidance hour hours нибудь либо таки".split()
)
_SECOND = frozenset(
    """
    aligned armed backed based builder building called class control controlled cultural day defence defense
    dependence dependent deterrence driven economic educated facing free friendly growing held high imposed
    intensive keeping lasting leaning led legal level long looking low made maker making military monger month
    named neutral old owned packed policy political poor proof range ranging reaching ready related rich run
    running saving scale seeking sensitive sharing social speaking specific standing style styled term trained
    type warning week wide wing year
    """.split()
)

# What may follow a hyphen that hangs ("pre- and post-war").
_CONJUNCTIONS = frozenset("and or to und oder bzw sowie et ou i oraz lub и или ir ar arba та або y o e".split())


_COUNTED_AT_ONCE = 10_000
_MOST_SEARCHED = 10_000_000  # characters, for single pairs of words; to gather all pairs takes as long


class Words:
    """The words that a document writes unbroken, counted."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Count the words of `lines`, the broken pieces at line ends left out."""
        self._count: Counter[str] = Counter()
        self._pairs: frozenset[tuple[str, str]] | None = None
        self._searched = 0
        broken = False
        gathered: list[str] = []
        running: list[str] = []
        for line in lines:
            words = _WORD.findall(line.casefold())
            first = 1 if broken else 0
            broken = line[-1:] in HYPHENS if line else False
            whole = words[first : len(words) - 1 if broken else len(words)]
            gathered += whole
            if len(gathered) > _COUNTED_AT_ONCE:
                self._count.update(gathered)
                gathered.clear()
            running.append(f" {' '.join(whole)} ")
        self._count.update(gathered)
        self._running = "\n".join(running)
        for word, count in list(self._count.items()):
            if "-" in word or "\u2010" in word:
                for part in re.split("[-\u2010]", word):
                    self._count["-" + part] += count

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen that ends `before` is part of the word which goes on with `after`."""
        if before[-1:] in _ALWAYS_DROPPED:
            return False
        stem = before[:-1]
        left, right = _LAST_PART.search(stem), _FIRST_PART.match(after.lstrip("([“\"'"))
        if left is None or right is None:
            return True
        first, second = left.group(), right.group()
        if first[-1].isdigit() or second[0].isdigit():
            return True
        if second[0].isupper():
            return not first.isupper() or self._are_words(first, second)
        return self._is_compound(stem, first.casefold(), second.casefold())

    def hangs(self, before: str, after: str) -> bool:
        """Whether the hyphen stands for a part that comes later ("pre- and post-war"): a blank follows it."""
        left, right = _LAST_PART.search(before[:-1]), _WORD.match(after)
        if left is None or right is None or right.group().casefold() not in _CONJUNCTIONS:
            return False
        return self._count[(left.group() + right.group()).casefold()] == 0

    def _are_words(self, first: str, second: str) -> bool:
        return self._count[first.casefold()] > 0 and self._count[second.casefold()] > 0

    def _stand_side_by_side(self, first: str, second: str) -> bool:
        """Whether a line has the two words one after the other; most breaks are inside words, which none has."""
        if not (self._count[first] and self._count[second]):
            return False
        self._searched += len(self._running)
        if self._searched <= _MOST_SEARCHED:
            return f" {first} {second} " in self._running
        if self._pairs is None:
            self._pairs = frozenset(pair for line in self._running.split("\n") for pair in pairwise(line.split()))
        return (first, second) in self._pairs

    def _is_compound(self, stem: str, first: str, second: str) -> bool:
        joined, compound = self._count[first + second], self._count[f"{first}-{second}"]
        if "-" in stem:
            outer = stem.rsplit(None, 1)[-1].casefold()
            compound += self._count[f"{outer}-{second}"]
            joined += self._count[outer + second]
        if joined or compound:
            return compound > joined
        if self._stand_side_by_side(first, second):
            return True
        if first in _FIRST:
            return True
        if second in _SURELY_SECOND:
            return len(first) > 2
        return second in _SECOND and self._count[first] > 0 and len(first) > 2
