"""The words met so far in a language, looked at once: numerals in one word, compounds, words of rise and fall."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities.hedges import way
from factcheck.quantities.spelled import glued_numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.quantities.lexicon import Lexicon

_LONG_WORD = 7
_SHORTEST = 2  # letters of a numeral in a compound
_LONGEST_ENDING = 5
_PIECES = 3
_MOST_NUMERALS = 20_000
# Characters of the words kept per language, beyond which all are met anew: a process may read any number of pages.
_MOST_KEPT = 1_000_000


class Vocabulary:
    """What is known of the words met: a set to subtract, and what was found among them."""

    __slots__ = ("anchors", "compounds", "moving", "size", "words")

    def __init__(self) -> None:
        """Nothing met yet."""
        self.words: set[str] = set()
        self.anchors: set[str] = set()
        """Numerals that are one word beyond the table (*zweitausendfünfhundert*), and compounds."""
        self.compounds: dict[str, tuple[Decimal, str]] = {}
        """Words that are a numeral and a unit in one (*восьмимесячной*)."""
        self.moving: set[str] = set()
        """Words of rise and fall."""
        self.size = 0


def met(lex: Lexicon, words: set[str]) -> Vocabulary:
    """The vocabulary of `lex` with `words` in it."""
    known = lex.met
    new = words - known.words
    if not new:
        return known
    if known.size > _MOST_KEPT:
        known, new = lex.forget(), words
    _glued(lex, known, new)
    _compounds(lex, known, new)
    starts = lex.moving_starts
    known.moving.update(word for word in new if word[:2] in starts and way(lex, word))
    known.size += sum(map(len, new))
    known.words |= new  # last: another thread may read at any time
    return known


def begins_figure(lex: Lexicon, words: Sequence[str]) -> bool:
    """Whether one of `words` is one that a figure without digits may begin with."""
    return not (lex.anchors.isdisjoint(words) and met(lex, set(words)).anchors.isdisjoint(words))


def _glued(lex: Lexicon, known: Vocabulary, words: set[str]) -> None:
    for word in words if lex.numeral_hint else ():
        if len(word) >= _LONG_WORD and word not in lex.anchors and any(hint in word for hint in lex.numeral_hint):
            value = lex.numerals.get(word) or glued_numeral(lex, word)
            if value and len(lex.numerals) < _MOST_NUMERALS:
                lex.numerals[word] = value
                known.anchors.add(word)


def _compounds(lex: Lexicon, known: Vocabulary, words: set[str]) -> None:
    firsts = lex.compound_firsts
    for word in words if firsts else ():
        if word[:2] in firsts and len(word) >= _LONG_WORD and word not in known.compounds:
            found = _compound(lex, word)
            if found is not None:
                known.compounds[word] = found
                known.anchors.add(word)


def _compound(lex: Lexicon, word: str) -> tuple[Decimal, str] | None:
    """A numeral, a unit's stem and an ending in one word: *восьмимесячной*, *siebzigjährige*, *dreifach*."""
    for stem, unit in lex.compound_units.items():
        at = word.find(stem, _SHORTEST)
        if at < 0 or len(word) - at - len(stem) > _LONGEST_ENDING:
            continue
        value = _prefix(lex, word[:at])
        if value is not None and not (unit == "times" and value <= 1):  # einfach
            return value, unit
    return None


def _prefix(lex: Lexicon, prefix: str) -> Decimal | None:
    """The value of a compound's first half, itself of up to three numerals (*двадцатипяти*)."""
    whole = lex.numerals.get(prefix)
    if whole is not None:
        return Decimal(whole[0])
    values, total, rest = lex.compound_values, Decimal(0), prefix
    for _ in range(_PIECES):
        if not rest:
            return total
        piece = next((rest[:size] for size in range(len(rest), 0, -1) if rest[:size] in values), None)
        if piece is None:
            return None
        total += values[piece]
        rest = rest[len(piece) :]
    return None if rest else total
