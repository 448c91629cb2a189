"""Two statements' figures: whether they speak of the same fact, and how they stand if they do.

Wrong contradictions are noise, so a value contradicts another only where both clauses say the same words of it, for the
same time; a date contradicts another only where one event is told in the same rare words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.consistency.values import Standing, group_of, stand
from factcheck.consistency.wording import Part, is_part
from factcheck.model import FactRelation, QuantityKind

if TYPE_CHECKING:
    from factcheck.consistency.statements import Rarity, Statement
    from factcheck.model import Quantity

_EVENT_WORDS, _EVENT_RARE, _EVENT_PHRASES, _EVENT_SHARE = 5, 4, 3, 0.35
_LIKE_WORDS, _LIKE_SHARE = 3, 0.5
_CLAUSE_WORDS = 2
_SMALL = 12
"""Counts up to here are said of everything: they agree only where the counted noun does."""
_SMOOTHING = 50
_MONTH_PRECISION, _YEAR_DIGITS = 7, 4
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR})


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two figures stand, as a relation and as what was compared; `undated` where neither says for when."""

    relation: FactRelation
    standing: Standing
    undated: bool = False


def judge(left: Statement, one: Quantity, right: Statement, other: Quantity, rarity: Rarity) -> Judgement | None:
    """How `one` and `other`, of one group, stand to each other; None where they may be of different facts.

    Symmetric in its two sides.
    """
    if left.language != right.language or not _same_voice(left, right):
        return None
    standing = stand(one, other)
    if standing in {Standing.SAME, Standing.WITHIN}:
        agree = _speak_alike(left, one, right, other, rarity)
        return Judgement(FactRelation.AGREEING, standing) if agree else None
    if standing is Standing.OPEN or _says_both(left, one, right, other):
        return None
    if one.kind in _DATED:
        contradict = _same_event(left, one, right, other, rarity)
        return Judgement(FactRelation.CONTRADICTING, standing) if contradict else None
    return _of_values(left, one, right, other, standing)


def _of_values(
    left: Statement, one: Quantity, right: Statement, other: Quantity, standing: Standing
) -> Judgement | None:
    times = _same_time(left, one, right, other)
    if times is False or not _same_subject(left, one, right, other):
        return None
    if standing is not Standing.DIFFERENT:
        return Judgement(FactRelation.TENSION, standing)
    undated = times is None
    between = left.brief != right.brief
    return Judgement(FactRelation.TENSION if undated and between else FactRelation.CONTRADICTING, standing, undated)


def _same_voice(left: Statement, right: Statement) -> bool:
    """Within one brief, or in two that write at least one name in common around what they say."""
    if left.brief == right.brief:
        return True
    one, other = left.stems & left.names | left.setting, right.stems & right.names | right.setting
    return bool(one & other) or not (one or other)


def _says_both(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """Whether a side has the other's value as well: then it is likely the two speak of two things."""
    return _says(right, one) or _says(left, other)


def _says(statement: Statement, quantity: Quantity) -> bool:
    group = group_of(quantity)
    return any(group_of(q) == group and stand(q, quantity) is Standing.SAME for q in statement.figures)


# --- the same values -------------------------------------------------------------------------------------------------


def _speak_alike(left: Statement, one: Quantity, right: Statement, other: Quantity, rarity: Rarity) -> bool:
    if one.kind in _DATED and (_has_values(left) or _has_values(right)):
        return False  # a date beside a value says for when it holds, and is no fact of its own
    shared = left.stems & right.stems
    counted = one.kind is QuantityKind.COUNT
    noun = _noun(left, one) & _noun(right, other)
    if counted and not noun and (one.low or 0) <= _SMALL:
        return False
    if len(shared) < (_CLAUSE_WORDS if noun else _LIKE_WORDS) or not any(map(rarity.is_rare, shared)):
        return False
    if one.kind not in _DATED and _same_time(left, one, right, other, loosely=True) is False:
        return False
    return _share(left, right, rarity) >= _LIKE_SHARE


def _has_values(statement: Statement) -> bool:
    return any(group_of(q) not in {None, "date"} for q in statement.figures)


def _noun(statement: Statement, quantity: Quantity) -> frozenset[str]:
    """The stems of what is counted."""
    counted = (quantity.of or "").lower()
    return frozenset(word.stem for word in statement.content if word.lower in counted) if counted else frozenset()


def _share(left: Statement, right: Statement, rarity: Rarity) -> float:
    """How much of the shorter statement the two share, each word weighing by its rarity."""

    def weight(stems: frozenset[str]) -> float:
        return sum(math.log((rarity.claims + _SMOOTHING) / max(1, rarity.counts[stem])) for stem in stems)

    shorter = min(weight(left.stems), weight(right.stems))
    return weight(left.stems & right.stems) / shorter if shorter else 0.0


# --- other values of the same fact -----------------------------------------------------------------------------------


def _same_time(
    left: Statement, one: Quantity, right: Statement, other: Quantity, *, loosely: bool = False
) -> bool | None:
    """Whether two values are said for the same time; None where neither says for when."""
    first, second = left.times(one), right.times(other)
    if first and second:
        return first == second or (loosely and bool(_years(first) & _years(second)))
    if first or second:
        implied = right.implied_year if first else left.implied_year
        stated = first or second
        return loosely or (implied is not None and stated == {implied})
    if left.implied_year != right.implied_year and None not in {left.implied_year, right.implied_year}:
        return False
    return None


def _years(times: frozenset[str]) -> frozenset[str]:
    return frozenset(time[:_YEAR_DIGITS] for time in times)


def _same_subject(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """Whether both clauses say the same words of their figures, in the same role, with what stands before it."""
    clause, opposite = left.clause(one), right.clause(other)
    if clause.by_pronoun or opposite.by_pronoun or _role(left, one) != _role(right, other):
        return False
    if clause.subject != opposite.subject or len(clause.subject) < _CLAUSE_WORDS:
        return False
    if one.direction != other.direction and None not in {one.direction, other.direction}:
        return False
    return _place_in_list(left, one) == _place_in_list(right, other)


def _role(statement: Statement, quantity: Quantity) -> Part | None:
    """Whether a figure is a change (by), the old value (from) or a value."""
    word = statement.word_before(quantity)
    return next((part for part in (Part.BY, Part.FROM) if is_part(word, part, statement.language)), None)


def _place_in_list(statement: Statement, quantity: Quantity) -> tuple[int, int]:
    """Which of how many figures of its group in the claim a figure is."""
    alike = [q for q in statement.figures if group_of(q) == group_of(quantity)]
    return next(i for i, q in enumerate(alike) if q.start == quantity.start), len(alike)


# --- other dates of the same event -----------------------------------------------------------------------------------


def _same_event(left: Statement, one: Quantity, right: Statement, other: Quantity, rarity: Rarity) -> bool:
    if _is_bound(left, one) or _is_bound(right, other) or not _others_agree(left, one, right, other):
        return False
    if left.has(Part.REPEATED) or right.has(Part.REPEATED):
        return False
    if _happened_once(left, one, right, other):
        return True
    if QuantityKind.YEAR in {one.kind, other.kind} or _years_apart(one, other):
        return False
    shared = left.stems & right.stems
    places, elsewhere = left.places(), right.places()
    if places and elsewhere and not places & elsewhere:
        return False
    return (
        len(shared) >= _EVENT_WORDS
        and sum(map(rarity.is_rare, shared)) >= _EVENT_RARE
        and len(left.phrases & right.phrases) >= _EVENT_PHRASES
        and _share(left, right, rarity) >= _EVENT_SHARE
    )


def _happened_once(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """What is told in the same words and happens to a thing only once, such as its founding."""
    return left.has(Part.ONCE) and right.has(Part.ONCE) and _same_subject(left, one, right, other)


def _years_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two dates are in years that do not touch: yearly events have other dates every year."""
    first, second = (q.iso_date or "" for q in (one, other))
    if min(len(first), len(second)) < _MONTH_PRECISION:
        return True
    months = [12 * int(iso[:_YEAR_DIGITS]) + int(iso[5:7]) for iso in (first, second)]
    return first[:_YEAR_DIGITS] != second[:_YEAR_DIGITS] and abs(months[0] - months[1]) > 1


def _is_bound(statement: Statement, quantity: Quantity) -> bool:
    return is_part(statement.word_before(quantity), Part.BOUND, statement.language)


def _others_agree(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """Whether the other figures of one kind that both sides have are the same: another sum is another event."""
    mine = [q for q in left.figures if q is not one]
    theirs = [q for q in right.figures if q is not other]
    for group in {group_of(q) for q in mine} & {group_of(q) for q in theirs} - {None}:
        first = [q for q in mine if group_of(q) == group]
        second = [q for q in theirs if group_of(q) == group]
        if not any(stand(q, p) is not Standing.DIFFERENT for q in first for p in second):
            return False
    dated = [sum(group_of(q) == "date" for q in figures) for figures in (mine, theirs)]
    return dated[0] == dated[1]
