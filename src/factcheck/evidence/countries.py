"""Whose figure it is where countries are named: 13 jets from Bulgaria are no jets from Slovakia.

Countries are known in every language of the figures, so that this is asked across languages too.  What a preposition
stands before ("to Poland", "из Польши") is where something goes, and not whose it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.words.lands import land_of
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence.alignment import Found
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim

_WORD_BEFORE = re.compile(r"([^\W\d_]+)['’]?\s*$")
_ELISION = re.compile(r"^[ldnsmtj]['’]|^qu['’]")
_REACH = 24  # code points before a name in which its preposition stands
_ARTICLES = frozenset("the der die das la le les".split())


def other_country(found: Sequence[Found], claim: Claim, inside: range, reading: PageReading) -> str | None:
    """The country in the page's clause (its tokens `inside`), where the claim is about others, and only about them."""
    named = [one for one in found if claim.text[one.key.at].isupper()]
    asked = [(_names(one.key.text, claim.language), _led(claim.text, one.key.at, claim.language)) for one in named]
    ours = {idea for ideas, _ in asked for idea in ideas}
    if not any(ideas and not led for ideas, led in asked) or any(t in inside for one in named for t in one.tokens):
        return None
    theirs = list(_countries(inside, reading))
    if any(ideas & ours for _, ideas, _ in theirs):
        return None
    return next((word for word, _, led in theirs if not led), None)


def _countries(tokens: range, reading: PageReading) -> Iterator[tuple[str, frozenset[int], bool]]:
    for token in tokens:
        word, start = reading.tokens[token], reading.token_starts[token]
        ideas = _names(word.lower(), reading.language) if word[0].isupper() else frozenset()
        if ideas:
            yield word, ideas, _led(reading.text, start, reading.language)


def _names(word: str, language: str | None) -> frozenset[int]:
    """The country that `word` stands for; of "l'Espagne" the name."""
    land = land_of(_ELISION.sub("", word) if language == "fr" else word, language)
    return frozenset() if land is None else frozenset({land})


def _led(text: str, at: int, language: str | None) -> bool:
    """Whether a preposition stands before the name."""
    before = _WORD_BEFORE.search(text, max(0, at - _REACH), at)
    if before is None:
        return False
    word = before[1].lower()
    return is_grammar(word, language) and word not in _ARTICLES
