"""How the words around a figure qualify it, and whether it rose or fell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Hedge, QuantityKind
from factcheck.quantities.tokens import NUMBER, OPENERS, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.figures import Draft
    from factcheck.quantities.lexicon import Lexicon

_LOOK_BACK = 6
_LOOK_AHEAD = 3


def find_hedge(t: Tokens, lex: Lexicon, draft: Draft) -> Hedge:
    """How the words around the figure qualify it."""
    before = hedge_before(t, lex, draft, draft.start - 1)
    after = lex.hedges_after.match(t.words, draft.end)
    if after and t.words[draft.end] == "+" and t.kinds[draft.end + 1] == NUMBER and t.glued[draft.end + 1]:
        after = None  # 5+1 talks
    if after and (before is Hedge.EXACT) and (t.near[draft.end] or t.glued[draft.end]):
        return Hedge(after[0])
    return before


def hedge_before(t: Tokens, lex: Lexicon, draft: Draft, at: int) -> Hedge:
    """The hedge that ends at token `at`, or a few words that may stand between before it."""
    for _ in range(3):
        if at < 0:
            return Hedge.EXACT
        found = lex.hedges.match_back(t.words, at)
        if found:
            if _means_during(t, lex, draft, found[1], at) or _means_level(t, lex, found[1], at):
                return Hedge.EXACT
            return Hedge(found[0])
        word = t.words[at]
        if word not in lex.hedge_skips and word not in OPENERS:
            return Hedge.EXACT
        at -= 1
    return Hedge.EXACT


def _means_level(t: Tokens, lex: Lexicon, first: int, last: int) -> bool:
    """``fell to 5`` in languages whose word for *to* is also *up to* (до, do, iki)."""
    if first != last or t.words[last] not in lex.to:
        return False
    return any(t.kinds[at] == WORD and way(lex, t.words[at]) for at in range(max(0, first - _LOOK_BACK), first))


def _means_during(t: Tokens, lex: Lexicon, draft: Draft, first: int, last: int) -> bool:
    """``over 6 months`` is a period, ``for over 6 months`` a hedge."""
    if draft.kind is not QuantityKind.DURATION or first != last or t.words[last] not in lex.period_over:
        return False
    return t.words[first - 1] not in lex.period_over_after


def find_direction(t: Tokens, lex: Lexicon, draft: Draft) -> str | None:
    """``up`` or ``down`` by the nearest word of rise or fall in the clause."""
    for at in range(draft.start - 1, max(-1, draft.start - 1 - _LOOK_BACK), -1):
        if t.kinds[at] != WORD:
            if t.words[at] in {".", ";", "!", "?", ","} or t.kinds[at] == NUMBER:
                break
            continue
        found = way(lex, t.words[at])
        if found and (t.words[at], t.words[at + 1]) not in lex.hedge_pairs and (t.words[at], "") not in lex.hedge_pairs:
            return found
    for at in range(draft.end, min(t.size, draft.end + _LOOK_AHEAD)):
        if t.kinds[at] != WORD:
            break
        found = way(lex, t.words[at])
        if found:
            return found
    return None


def way(lex: Lexicon, word: str) -> str | None:
    """``up`` for a word of rise, ``down`` for one of fall."""
    if word in lex.rise:
        return "up"
    return "down" if word in lex.fall else None
