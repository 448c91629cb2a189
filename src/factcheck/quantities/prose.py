"""Digits between plain words and signs of which none makes a name: most figures, told before the rules of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities.codes import (
    ADDRESS_AFTER,
    NAMING_AFTER,
    NAMING_BEFORE,
    STREET_AFTER,
    STREET_ENDINGS,
    STREETS,
)
from factcheck.quantities.tokens import NUMBER, SIGN, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

GLUED_CODES = frozenset("usd eur gbp rs chf rub byn uah pln cad aud nzd jpy cny inr sek nok dkk czk huf".split())
"""Codes that are written glued to amounts (USD5m); COP26 is no sum of money."""
HOURS = frozenset("часов часа годині годину гадзін".split())
_OPENS = frozenset("$€£¥(") | {""}
_FREE_BEFORE = frozenset("–—(")  # where a blank follows
_MEASURES = frozenset("%€£")
_ENDS = frozenset(";!?–—") | {""}
_POSTCODE = frozenset({5, 6})
_SHORT = 2
_around: dict[str, tuple[frozenset[str], frozenset[str]]] = {}  # by language


def in_prose(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether no rule of names can hold for the digits at token `i`."""
    word = t.words[i]
    if word[0] == "0" and word[1:2].isdecimal():
        return False
    if not word.isdecimal() and (word.count(".") + word.count(",") != 1 or word.endswith(".0")):
        return False
    around = _around.get(lex.code) or _naming(lex)
    return _plain_before(t, i, around[0]) and _plain_after(t, lex, i, around[1])


def _plain_before(t: Tokens, i: int, naming: frozenset[str]) -> bool:
    before = t.words[i - 1]
    if t.kinds[i - 1] == WORD:
        return not (
            t.glued[i] or before in naming or t.text[t.starts[i - 1]].isupper() or before.endswith(STREET_ENDINGS)
        )
    if before in _OPENS:
        return True
    if t.glued[i]:
        return False
    if before == ",":
        return t.kinds[i - 2] != WORD or STREETS.isdisjoint(t.words[max(0, i - 5) : i - 2])
    return before in _FREE_BEFORE


def _plain_after(t: Tokens, lex: Lexicon, i: int, naming: frozenset[str]) -> bool:
    after, kind = t.words[i + 1], t.kinds[i + 1]
    if kind == WORD:
        if t.glued[i + 1] or after in naming:
            return False
        if not t.text[t.starts[i + 1]].isupper():
            return True
        return (
            lex.capital_nouns and len(t.words[i]) not in _POSTCODE and STREET_AFTER.isdisjoint(t.words[i + 2 : i + 5])
        )
    if kind != SIGN or after in _ENDS or after in _MEASURES:
        return kind == SIGN
    if after == ",":
        return t.kinds[i + 2] != NUMBER and t.words[i + 2] not in ADDRESS_AFTER
    return after in {".", ")"} and (len(t.words[i]) > _SHORT or t.kinds[i + 2] != WORD)


def _naming(lex: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The words before and after digits that may make them a name."""
    before = NAMING_BEFORE.union(lex.references.starts, lex.clock_before, lex.event_names.starts, GLUED_CODES)
    after = NAMING_AFTER.union(lex.references_after, lex.clock.starts, lex.clock_dotted, HOURS)
    _around[lex.code] = before, after
    return before, after
