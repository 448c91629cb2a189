"""The one sentence that says what two statements share and how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.consistency.values import Standing
from factcheck.model import FactRelation, Hedge, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.consistency.relations import Judgement
    from factcheck.consistency.statements import Rarity, Statement
    from factcheck.model import Quantity

_MOST_RUNS, _LONGEST_RUN = 2, 80
_HEDGES = {
    Hedge.ABOUT: "about ",
    Hedge.ALMOST: "almost ",
    Hedge.OVER: "over ",
    Hedge.UNDER: "under ",
    Hedge.UP_TO: "up to ",
    Hedge.AT_LEAST: "at least ",
}
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR})


def explanation(
    left: Statement, one: Quantity, right: Statement, other: Quantity, judgement: Judgement, rarity: Rarity
) -> str:
    """What both say, in the left one's words, and the two values."""
    about = ", ".join(f"“{run}”" for run in _shared_runs(left, right, rarity))
    subject = f"{'The same event' if one.kind in _DATED else 'The same fact'} ({about})"
    if one.kind in _DATED:
        first, second = one.text, other.text
        verb = "is dated"
    else:
        first, second = _written(one), _written(other)
        verb = "is given as"
    both = f"{subject} {verb} {first}"
    if judgement.relation is FactRelation.AGREEING:
        return f"{both} both times." if first == second else f"{both} and {second}, which agree."
    if judgement.standing is Standing.ROUNDED:
        return f"{both} and {second}: one may be the other, rounded."
    if judgement.standing is Standing.HEDGED:
        return f"{both} and {second}: both can be right, but they are qualified differently."
    if judgement.undated:
        return f"{both} and {second}, and neither sentence says for when."
    return f"{both} and {second}."


def _written(quantity: Quantity) -> str:
    """The figure with its hedge, in English, where the hedge is no part of its text."""
    return _HEDGES.get(quantity.hedge, "") + quantity.text


def _shared_runs(left: Statement, right: Statement, rarity: Rarity) -> list[str]:
    """The one or two stretches of the left claim that hold most of the shared words, in its order."""
    runs = list(_runs(left, right.stems))

    def worth(run: tuple[int, int, frozenset[str]]) -> tuple[int, int]:
        return sum(rarity.is_rare(stem) for stem in run[2]), len(run[2])

    best: list[tuple[int, int, frozenset[str]]] = []
    for run in sorted(runs, key=worth, reverse=True):
        if len(best) < _MOST_RUNS and not any(run[2] <= other[2] for other in best):
            best.append(run)
    return [_shortened(left.claim.text[start:end]) for start, end, _ in sorted(best, key=lambda run: run[0])]


def _runs(left: Statement, shared: frozenset[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Stretches of content words that are all shared, with nothing but grammar between them."""
    start = end = 0
    stems: set[str] = set()
    for word in left.content:
        inside = word.stem in shared
        if stems and not (inside and _touch(left, end, word.start)):
            yield start, end, frozenset(stems)
            stems = set()
        if inside:
            start = start if stems else word.start
            end = word.end
            stems.add(word.stem)
    if stems:
        yield start, end, frozenset(stems)


def _touch(left: Statement, end: int, start: int) -> bool:
    between = left.claim.text[end:start]
    return not any(char in between for char in ",;:()—–.!?") and not any(char.isdigit() for char in between)


def _shortened(text: str) -> str:
    clean = " ".join(text.split())
    if len(clean) <= _LONGEST_RUN:
        return clean
    return clean[:_LONGEST_RUN].rsplit(" ", 1)[0] + " …"
