"""What a figure counts, and per what: the words after it and its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.tokens import NUMBER, OPENERS, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon

_HYPHENS = frozenset("-‑")
_APOSTROPHES = frozenset("'’")
_AHEAD = OPENERS | _HYPHENS
_RUN = 4
_FAR = 5
_JOINS = 3
_SHORTEST = 3
_COUNTED = frozenset({kinds.COUNT, kinds.NUMBER, kinds.ORDINAL})
_NO_COUNT = frozenset({kinds.DATE, kinds.YEAR, kinds.AGE})


def counted_noun(t: Tokens, lex: Lexicon, draft: Draft) -> str | None:
    """The word for what is counted, in small letters as inflected; None where it cannot be told from a verb.

    After a bare number it stands at once or behind its adjectives (*45 new employees*); after a unit, and after *of*,
    it may be any noun (*60% of its imports*).
    """
    if draft.kind in _NO_COUNT or (draft.kind is kinds.RANGE and draft.unit is None):
        return None
    at = max(draft.end, draft.counted_at)
    if t.kinds[at] != WORD and t.words[at] not in _AHEAD:
        return None
    start = _past_joins(t, lex, at) if t.words[at] in lex.noun_joins else at
    joined = start > at
    if not joined and draft.unit and lex.plural_endings:
        return None
    run = _run(t, lex, start)
    noun = _head(t, lex, run, joined=joined) if run else None
    return None if noun in lex.unit_starts else noun


def counted_ahead(t: Tokens, lex: Lexicon, at: int) -> bool:
    """Whether the words from token `at` on hold a plural that a number before them may count."""
    return any(_is_plural(lex, t.words[word]) for word in _run(t, lex, at))


def _past_joins(t: Tokens, lex: Lexicon, at: int) -> int:
    """Past *of* and the articles and pronouns after it; `at` itself where no *of* stands there."""
    if not t.near[at]:
        return at
    end = at + 1
    while end - at <= _JOINS and (t.words[end] in lex.noun_skips or t.words[end] in _APOSTROPHES):
        end += 1
    return end


def _run(t: Tokens, lex: Lexicon, start: int) -> list[int]:
    """The words in which the noun may stand, up to a function word, a sign or a verb."""
    at = start
    if t.words[at] in OPENERS or (t.words[at] in _HYPHENS and t.glued[at]):
        at += 1
    found: list[int] = []
    while len(found) < _RUN and t.kinds[at] == WORD and (not found or t.starts[at] - t.ends[at - 1] == 1):
        word = t.words[at]
        if (
            word in lex.stopwords
            or word.endswith(lex.verb_endings)
            or (word in lex.per.starts and lex.per.match(t.words, at))
        ):
            break
        found.append(at)
        at += 1
    return found


def _head(t: Tokens, lex: Lexicon, run: list[int], *, joined: bool) -> str | None:
    if lex.capital_nouns:
        return next((t.words[at] for at in run if t.written(at)[0].isupper()), None)
    words = [t.words[at] for at in run if not _modifies(lex, t.words[at])]
    if not lex.plural_endings:
        if not words and len(run) == 1:  # a participle may be all there is: *75% опрошенных*
            return t.words[run[0]]
        return next((word for word in words if len(word) >= _SHORTEST), None)
    plural = [at for at, word in enumerate(words) if _is_plural(lex, word)]
    if plural:
        last = plural[0]
        while lex.noun_last and last + 1 in plural:
            last += 1
        return words[last]
    return words[0 if not lex.noun_last else -1] if joined and words else None


def _modifies(lex: Lexicon, word: str) -> bool:
    return word in lex.modifiers or (len(word) > _SHORTEST + 1 and word.endswith(lex.modifier_endings))


def _is_plural(lex: Lexicon, word: str) -> bool:
    if word in lex.countables:
        return True
    return len(word) > _SHORTEST and word.endswith(lex.plural_endings) and not word.endswith(("ss", "us", "is"))


def find_per(t: Tokens, lex: Lexicon, draft: Draft) -> str | None:
    """What the figure is for each of: a unit's name, ``capita``, or the word or the digits after *per*."""
    if lex.per_starts.isdisjoint(t.words[draft.end : draft.end + _FAR]):
        return None
    first = lex.per.starts
    for at in range(draft.end, draft.end + _FAR):
        word = t.words[at]
        if word in first and (found := lex.per.match(t.words, at)):
            return found[0]
        if word in lex.per_open or (word == "/" and at == draft.end):
            return _per_what(t, lex, at + 1)
        if t.kinds[at] != WORD and word not in _APOSTROPHES:
            break
    return None


def _per_what(t: Tokens, lex: Lexicon, at: int) -> str | None:
    if t.kinds[at] == NUMBER:
        return re.sub(r"\D", "", t.words[at])
    if t.kinds[at] != WORD:
        return None
    unit = lex.units.match(t.words, at)
    return unit[0] if unit else t.words[at]
