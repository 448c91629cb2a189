"""How the words around a figure qualify it, and whether it rose or fell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.tokens import NUMBER, OPENERS, WORD, Tokens

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from factcheck.model import Hedge
    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon

_LOOK_BACK = 6
_LOOK_AHEAD = 3
_UNMET = "?"
_REMEMBERED = 20_000
_LONG = 40
_STOPS = frozenset(".;!?,")


def find_hedge(t: Tokens, lex: Lexicon, draft: Draft) -> Hedge:
    """How the words around the figure qualify it."""
    word = t.words[draft.start - 1]
    plain = word not in lex.hedges.starts and word not in lex.hedge_skips and word not in OPENERS
    before = kinds.EXACT if plain else hedge_before(t, lex, draft, draft.start - 1)
    if t.words[draft.end] not in lex.hedges_after.starts:
        return before
    after = lex.hedges_after.match(t.words, draft.end)
    if after and t.words[draft.end] == "+" and t.kinds[draft.end + 1] == NUMBER and t.glued[draft.end + 1]:
        after = None  # 5+1 talks
    if after and (before is kinds.EXACT) and (t.near[draft.end] or t.glued[draft.end]):
        return kinds.HEDGES[after[0]]
    return before


def hedge_before(t: Tokens, lex: Lexicon, draft: Draft, at: int) -> Hedge:
    """The hedge that ends at token `at`, or a few words that may stand between before it."""
    for _ in range(3):
        if at < 0:
            return kinds.EXACT
        found = lex.hedges.match_back(t.words, at)
        if found:
            if _means_during(t, lex, draft, found[1], at) or _means_level(t, lex, found[1], at):
                return kinds.EXACT
            return kinds.HEDGES[found[0]]
        word = t.words[at]
        if word not in lex.hedge_skips and word not in OPENERS:
            return kinds.EXACT
        at -= 1
    return kinds.EXACT


def _means_level(t: Tokens, lex: Lexicon, first: int, last: int) -> bool:
    """``fell to 5`` in languages whose word for *to* is also *up to* (до, do, iki)."""
    if first != last or t.words[last] not in lex.to:
        return False
    return any(t.kinds[at] == WORD and way(lex, t.words[at]) for at in range(max(0, first - _LOOK_BACK), first))


def _means_during(t: Tokens, lex: Lexicon, draft: Draft, first: int, last: int) -> bool:
    """``over 6 months`` is a period, ``for over 6 months`` a hedge."""
    if draft.kind is not kinds.DURATION or first != last or t.words[last] not in lex.period_over:
        return False
    return t.words[first - 1] not in lex.period_over_after


def find_direction(t: Tokens, lex: Lexicon, draft: Draft, moving: AbstractSet[str]) -> str | None:
    """``up`` or ``down`` by the nearest word of rise or fall in the clause; `moving` are the chunk's."""
    if moving.isdisjoint(t.words[max(0, draft.start - _LOOK_BACK) : draft.end + _LOOK_AHEAD]):
        return None
    words = t.words
    for at in range(draft.start - 1, max(-1, draft.start - 1 - _LOOK_BACK), -1):
        word, kind = words[at], t.kinds[at]
        if kind != WORD:
            if word in _STOPS or kind == NUMBER:
                break
            continue
        if word in moving and (word, words[at + 1]) not in lex.hedge_pairs and (word, "") not in lex.hedge_pairs:
            return way(lex, word)
    for at in range(draft.end, min(t.size, draft.end + _LOOK_AHEAD)):
        if t.kinds[at] != WORD:
            break
        found = way(lex, t.words[at])
        if found:
            return found
    return None


def way(lex: Lexicon, word: str) -> str | None:
    """``up`` for a word of rise, ``down`` for one of fall."""
    known = lex.ways.get(word, _UNMET)
    if known is not _UNMET:
        return known
    found = "up" if word in lex.rise else "down" if word in lex.fall else None
    if len(lex.ways) < _REMEMBERED and len(word) < _LONG:
        lex.ways[word] = found
    return found
