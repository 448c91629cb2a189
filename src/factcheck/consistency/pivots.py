"""Statements of different languages made comparable: their words replaced by what they mean.

A word that the lexicon knows becomes its idea, any other its folded beginning, by ear.  Only the stems change: what a
word does in its sentence is still asked of its own language.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.consistency.wording import stem_of
from factcheck.words import lexicon
from factcheck.words.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.consistency.statements import Statement
    from factcheck.consistency.wording import Word

ANY = "*"
"""The tongue of statements that are compared by what their words mean."""

_NAME, _WORD = 4, 6
_IDEA = "idea "


def pivoted(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with meanings for stems, where they are of two languages or more; else none."""
    if len({statement.language for statement in statements}) < 2:
        return []
    meanings = _Meanings()
    for statement in statements:
        for word in statement.words:
            meanings.join(lexicon.ideas(word.lower, statement.language))
    read = [_pivoted(statement, meanings) for statement in statements]
    # German writes every noun as a name: there a known word is one only where another language writes it so.
    elsewhere = frozenset(stem for statement in read if statement.language != "de" for stem in statement.names)
    known = frozenset(w.stem for statement in read for w in statement.words if w.stem.startswith(_IDEA))
    return [replace(s, names=s.names - (known - elsewhere)) if s.language == "de" else s for s in read]


class _Meanings:
    """Ideas that one word of the run stands for are one: "union" is an alliance and a federation."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, ideas: Sequence[int]) -> None:
        roots = sorted({self.root(idea) for idea in ideas})
        for other in roots[1:]:
            self._above[other] = roots[0]

    def root(self, idea: int) -> int:
        while (above := self._above.get(idea, idea)) != idea:
            idea = above
        return idea


def _pivoted(statement: Statement, meanings: _Meanings) -> Statement:
    language = statement.language
    words = tuple(replace(word, stem=_pivot(word, language, meanings)) for word in statement.words)
    return replace(statement, words=words, names=frozenset(w.stem for w in words if w.capital), tongue=ANY)


def _pivot(word: Word, language: str, meanings: _Meanings) -> str:
    ideas = lexicon.ideas(word.lower, language)
    if ideas:
        return f"{_IDEA}{meanings.root(ideas[0])}"
    return fold(word.lower)[:_NAME] if word.capital else fold(stem_of(word.lower, language))[:_WORD]
