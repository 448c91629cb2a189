"""Whose figure it is by names: the Greens' 27 seats are no seats of the Liberals, and Testa's 25 none of Varno."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.joints import stands_in
from factcheck.model import Span
from factcheck.words import lexicon
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Found
    from factcheck.evidence.joints import Placed

_IN = frozenset("in w we в во у ў im à".split())
_SHORTEST_NAME = 3
_AT_FIRST = 16  # code points of the claim before a name that its sentence begins with, "У Полацку", "The Liberals"


def other_name(place: Placed, inside: range) -> str | None:
    """The name in the figure's clause, where the claim's own names stand only in the clauses beside it."""
    claim, reading = place.claim, place.reading
    around = reading.tokens_in(place.sentence)
    names = [f for f in place.keys if f.key.kind is KeyKind.NAME and f.key.at] or [
        f for f in place.keys if f.key.kind is KeyKind.NAME or claim.text[f.key.at].isupper()
    ]
    beside = [found for found in names if stands_in(found, around)]
    elsewhere = _place_at_first(place, around) if not beside and names else None
    if elsewhere is not None and all(_stands_near(found, place) for found in names):
        return elsewhere
    if not beside or any(stands_in(found, inside) for found in names):
        return None
    ours = {token for found in place.keys for token in found.tokens}
    ours.update(reading.tokens_in(Span(place.figure.quantity.start, place.figure.quantity.end)))
    # Elsewhere in a clause a German noun, or a name that nobody can translate, tells nothing.
    looked_at = inside[:2] if reading.language == "de" or claim.language != reading.language else inside
    # The first word may have its capital from the sentence only.
    named_first = any(found.key.at <= _AT_FIRST for found in beside)
    others = (
        reading.tokens[token] for token in looked_at if token not in ours and (token != around.start or named_first)
    )
    return next((word for word in others if _is_name(word, reading.language)), None)


def _place_at_first(place: Placed, around: range) -> str | None:
    """The name that the page's sentence begins with after "in", unless the claim has it."""
    reading = place.reading
    ours = {token for found in place.keys for token in found.tokens}
    if len(around) <= 1 or reading.tokens[around[0]].lower() not in _IN or around[1] in ours:
        return None
    word = reading.tokens[around[1]]
    return word if _is_name(word, reading.language) and not lexicon.ideas(word.lower(), reading.language) else None


def _stands_near(found: Found, place: Placed) -> bool:
    """Whether what the claim names stands in a sentence next to that of the page's figure."""
    sentences = place.reading.token_sentences
    return any(abs(sentences[token] - place.figure.sentence) == 1 for token in found.tokens)


def _is_name(word: str, language: str | None) -> bool:
    return word[0].isupper() and len(word) >= _SHORTEST_NAME and not is_grammar(word.lower(), language)
