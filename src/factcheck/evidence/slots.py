"""One word put in another's place: "spent 4 million on roads" and "spent 4 million on schools".

Only nouns are looked at, which a preposition or an article stands before, and only words that the lexicon gives
different meanings: of two words that it does not know nobody can say that they are no synonyms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.counted import may_be_one
from factcheck.words import lexicon
from factcheck.words.folding import common_prefix
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\d[\d.,\s]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()]")
# Articles and prepositions that a noun follows; auxiliaries, which verbs follow, are not among them.
_BEFORE_NOUNS = frozenset(
    """
    the a an of on in for with from by at to about into over
    der die das den dem des ein eine einen einem einer von im am zum zur für mit aus auf in an bei über
    le la les un une du des de dans sur pour avec par au aux
    в на о об из от до для с со по при за к у ў аб з са пра над ад
    і на про від до для з у в із зі при
    w na o z ze od do dla po przy za we u
    į iš su apie prie už per po nuo dėl
    """.split()
)
_LEAST = 4  # letters of a word that is compared


def put_in_place(claim: str, sentence: str, language: str | None) -> str | None:
    """The word of `sentence` that stands where the claim has one of another meaning; None where none does."""
    ours, theirs = _tokens(claim), _tokens(sentence)
    said, told = set(ours), set(theirs)
    slots = {(before, after): word for before, word, after in _nouns(theirs, language) if not _has(said, word)}
    for before, word, after in _nouns(ours, language):
        other = slots.get((before, after))
        if other is not None and not _has(told, word) and _differ(word, other, language):
            return other
    return None


def _tokens(text: str) -> list[str]:
    """Words in small letters, ``#`` for a number, marks of punctuation and the end as ``.``."""
    found = ["#" if token[0].isdigit() else "." if not token[0].isalpha() else token for token in _raw(text)]
    return [*found, "."] if found and found[-1] != "." else found


def _raw(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def _nouns(tokens: Sequence[str], language: str | None) -> Iterator[tuple[str, str, str]]:
    for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before in _BEFORE_NOUNS and len(word) >= _LEAST and not is_grammar(word, language):
            yield before, word, after


def _has(words: set[str], word: str) -> bool:
    """Whether `words` has some form of `word`."""
    return word in words or any(common_prefix(word, other) >= max(4, len(word) - 3) for other in words)


def _differ(one: str, other: str, language: str | None) -> bool:
    known = lexicon.ideas(one, language) and lexicon.ideas(other, language)
    return bool(known) and not may_be_one(one, language, other, language)
