"""Which figures of a run are set beside each other, and which of the pairs are worth telling."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.consistency.explanations import explanation
from factcheck.consistency.pivots import pivoted
from factcheck.consistency.relations import Judgement, judge
from factcheck.consistency.statements import Rarity, Statement, statements_of
from factcheck.consistency.values import group_of
from factcheck.model import FactPair, FactRelation, FactSide

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from factcheck.model import BriefFinding, Quantity

_KEYED_WORDS, _KEYED_PHRASES = 6, 4
_WINDOW = 16
"""A figure is set beside the last so many with the same key: the work stays linear in the claims of a run."""
_FEWEST_SHARED = 2
"""Keys that two figures have in common, at the least."""


class _Entry:
    """A figure of a statement; `number` counts them through the run."""

    __slots__ = ("number", "quantity", "statement")

    def __init__(self, number: int, statement: Statement, quantity: Quantity) -> None:
        self.number, self.statement, self.quantity = number, statement, quantity


def find_contradictions(briefs: Sequence[BriefFinding]) -> tuple[FactPair, ...]:
    """The facts that `briefs` state twice, within one or in two: agreeing, in tension or contradicting.

    Claims in one language are compared by their words, those in two by what the words mean.  Of a fact stated many
    times alike, each statement is paired with one other, and what contradicts it is told once.  In the order of the
    second statement, those of one language first; linear in the claims' number.
    """
    statements = statements_of(briefs)
    found = _compared(statements, across=False)
    return found + _compared(pivoted(statements), across=True)


def _compared(statements: Sequence[Statement], *, across: bool) -> tuple[FactPair, ...]:
    """The pairs among `statements`; `across` takes only those of two languages."""
    rarity = Rarity(Counter(chain.from_iterable(s.stems for s in statements)), len(statements))
    found = _Found()
    for left, right in _candidates(statements, rarity):
        if across and left.statement.language == right.statement.language:
            continue
        judgement = judge(left.statement, left.quantity, right.statement, right.quantity, rarity)
        if judgement is not None:
            found.add(left, right, judgement)
    return found.pairs(rarity)


def _candidates(statements: Sequence[Statement], rarity: Rarity) -> Iterator[tuple[_Entry, _Entry]]:
    """Pairs of figures of one group whose claims share rare words; each pair once, the earlier first."""
    last: defaultdict[Hashable, deque[_Entry]] = defaultdict(lambda: deque(maxlen=_WINDOW))
    number = 0
    for statement in statements:
        entries: list[tuple[list[Hashable], _Entry]] = []
        whole = _keys(statement, rarity)
        for quantity in statement.figures:
            if (group := group_of(quantity)) is None or statement.is_glued(quantity):
                continue
            entry = _Entry(number, statement, quantity)
            number += 1
            clause = rarity.rarest({word.stem for word in statement.clause_words(quantity)}, _KEYED_WORDS)
            keys: list[Hashable] = [(group, statement.tongue, key) for key in {*whole, *clause}]
            near = Counter(chain.from_iterable(map(last.__getitem__, keys)))
            met = [other for other, times in near.items() if times >= _FEWEST_SHARED]
            for other in sorted(met, key=lambda entry: entry.number):
                yield other, entry
            entries.append((keys, entry))
        # Only now, so that the figures of one claim are never set beside each other.
        for keys, entry in entries:
            for key in keys:
                last[key].append(entry)


def _keys(statement: Statement, rarity: Rarity) -> list[Hashable]:
    """The rarest words of a claim, and the rarest pairs of neighbouring words."""
    words = rarity.rarest(statement.stems, _KEYED_WORDS)
    counts = rarity.counts
    told = ((one, other) for one, other in statement.phrases if counts[one] > 1 and counts[other] > 1)
    phrases = sorted(told, key=lambda pair: (counts[pair[0]] + counts[pair[1]], pair))
    return [*words, *phrases[:_KEYED_PHRASES]]


class _Found:
    """The judged pairs, repeated ones left out: statements that agree are one fact."""

    def __init__(self) -> None:
        self._fact: dict[int, int] = {}
        self._kept: list[tuple[_Entry, _Entry, Judgement]] = []

    def add(self, left: _Entry, right: _Entry, judgement: Judgement) -> None:
        if judgement.relation is FactRelation.AGREEING:
            one, other = self._root(left.number), self._root(right.number)
            if one == other:
                return
            self._fact[max(one, other)] = min(one, other)
        self._kept.append((left, right, judgement))

    def _root(self, number: int) -> int:
        while (above := self._fact.get(number, number)) != number:
            self._fact[number] = number = self._fact.get(above, above)
        return number

    def pairs(self, rarity: Rarity) -> tuple[FactPair, ...]:
        told: set[tuple[int, int]] = set()
        pairs = []
        for left, right, judgement in self._kept:
            if judgement.relation is not FactRelation.AGREEING:
                facts = (self._root(left.number), self._root(right.number))
                if facts in told:
                    continue
                told |= {facts, facts[::-1]}
            pairs.append(_pair(left, right, judgement, rarity))
        return tuple(pairs)


def _pair(left: _Entry, right: _Entry, judgement: Judgement, rarity: Rarity) -> FactPair:
    text = explanation(left.statement, left.quantity, right.statement, right.quantity, judgement, rarity)
    return FactPair(judgement.relation, text, _side(left), _side(right))


def _side(entry: _Entry) -> FactSide:
    statement = entry.statement
    return FactSide(statement.brief, statement.path, statement.claim, entry.quantity)
