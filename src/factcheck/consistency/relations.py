"""Two statements' figures: whether they speak of the same fact, and how they stand if they do.

Wrong contradictions are noise, so a value contradicts another only where both clauses say the same words of it, for the
same time; a date contradicts another only where one event is told in the same rare words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.consistency.events import same_event
from factcheck.consistency.subjects import same_subject, share
from factcheck.consistency.values import Standing, group_of, stand
from factcheck.consistency.wording import Part, is_part
from factcheck.model import FactRelation, QuantityKind
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.consistency.statements import Rarity, Statement
    from factcheck.model import Quantity

_LIKE_WORDS, _LIKE_SHARE = 3, 0.5
_CLAUSE_WORDS = 2
_SMALL = 12
"""Counts up to here are said of everything: they agree only where the counted noun does."""
_YEAR_DIGITS = 4
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR})


@record
class Judgement:
    """How two figures stand, as a relation and as what was compared; `undated` where neither says for when."""

    relation: FactRelation
    standing: Standing
    undated: bool = False


def judge(left: Statement, one: Quantity, right: Statement, other: Quantity, rarity: Rarity) -> Judgement | None:
    """How `one` and `other`, of one group, stand to each other; None where they may be of different facts.

    Symmetric in its two sides.
    """
    if left.tongue != right.tongue or not _same_voice(left, right):
        return None
    standing = stand(one, other)
    if standing in {Standing.SAME, Standing.WITHIN}:
        agree = _speak_alike(left, one, right, other, rarity)
        return Judgement(FactRelation.AGREEING, standing) if agree else None
    if standing is Standing.OPEN or not (left.is_sentence and right.is_sentence):
        return None
    if _says_both(left, one, right, other):
        return None
    if one.kind in _DATED:
        contradict = same_event(left, one, right, other, rarity)
        return Judgement(FactRelation.CONTRADICTING, standing) if contradict else None
    return _of_values(left, one, right, other, standing)


def _of_values(
    left: Statement, one: Quantity, right: Statement, other: Quantity, standing: Standing
) -> Judgement | None:
    times = _same_time(left, one, right, other)
    if times is False or not same_subject(left, one, right, other):
        return None
    if standing is not Standing.DIFFERENT:
        return Judgement(FactRelation.TENSION, standing)
    undated = times is None
    if undated and (_moves(left, one) or _moves(right, other)):
        return None
    between = left.brief != right.brief
    return Judgement(FactRelation.TENSION if undated and between else FactRelation.CONTRADICTING, standing, undated)


def _moves(statement: Statement, quantity: Quantity) -> bool:
    """Whether a value is told as one of several: reached or measured once, so that another day has another."""
    words = statement.clause(quantity).words
    return statement.has(Part.CHANGE) or any(is_part(w.lower, Part.REPEATED, statement.language) for w in words)


def _same_voice(left: Statement, right: Statement) -> bool:
    """Within one brief, or in two that write at least one name in common around what they say."""
    if left.brief == right.brief:
        return True
    names = left.names | right.names  # a name that begins one brief's sentence is known by the other's
    one, other = left.stems & names | left.setting, right.stems & names | right.setting
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
    if one.kind not in _DATED and _same_time(left, one, right, other, loosely=True) is False:
        return False
    if same_subject(left, one, right, other):
        return True
    shared = left.stems & right.stems
    counted = one.kind is QuantityKind.COUNT
    noun = _noun(left, one) & _noun(right, other)
    if counted and not noun and (one.low or 0) <= _SMALL:
        return False
    if len(shared) < (_CLAUSE_WORDS if noun else _LIKE_WORDS) or not any(map(rarity.is_rare, shared)):
        return False
    return share(left, right, rarity) >= _LIKE_SHARE


def _has_values(statement: Statement) -> bool:
    return any(group_of(q) not in {None, "date"} for q in statement.figures)


def _noun(statement: Statement, quantity: Quantity) -> frozenset[str]:
    """The stems of what is counted."""
    counted = (quantity.of or "").lower()
    return frozenset(word.stem for word in statement.content if word.lower in counted) if counted else frozenset()


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
