"""One event under two dates: told in the same rare words, or happening only once.

Events that repeat (polls, talks, reports, speeches) are told in the same words every time, and are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.consistency.subjects import same_subject, share, substituted
from factcheck.consistency.values import Standing, group_of, stand
from factcheck.consistency.wording import Part, is_part
from factcheck.model import QuantityKind

if TYPE_CHECKING:
    from factcheck.consistency.statements import Rarity, Statement
    from factcheck.model import Quantity

_EVENT_WORDS, _EVENT_RARE, _EVENT_PHRASES, _EVENT_SHARE = 5, 4, 3, 0.35
_MONTH_PRECISION, _YEAR_DIGITS = 7, 4
_MOST_YEARS = 10
"""Dates further apart are of namesakes."""


def same_event(left: Statement, one: Quantity, right: Statement, other: Quantity, rarity: Rarity) -> bool:
    """Whether two dates are given for one event."""
    if _is_bound(left, one) or _is_bound(right, other) or not _others_agree(left, one, right, other):
        return False
    if left.has(Part.REPEATED) or right.has(Part.REPEATED):
        return False
    if _happened_once(left, one, right, other):
        return True
    if QuantityKind.YEAR in {one.kind, other.kind} or _years_apart(left, one, right, other):
        return False
    return _told_alike(left, right, rarity)


def _told_alike(left: Statement, right: Statement, rarity: Rarity) -> bool:
    """Whether both tell of one conference, accident or the like in enough rare words, at no two places."""
    shared = left.stems & right.stems
    places, elsewhere = left.places(), right.places()
    if (
        not _same_gathering(left, right, shared)
        or substituted(left, right)
        or (places and elsewhere and not places & elsewhere)
    ):
        return False
    return (
        len(shared) >= _EVENT_WORDS
        and sum(map(rarity.is_rare, shared)) >= _EVENT_RARE
        and len(left.phrases & right.phrases) >= _EVENT_PHRASES
        and share(left, right, rarity) >= _EVENT_SHARE
    )


def _happened_once(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """What is told in the same words and happens to a thing only once, such as its founding."""
    years = [int(q.iso_date[:_YEAR_DIGITS]) for q in (one, other) if q.iso_date and not q.iso_date.startswith("-")]
    if years and max(years) - min(years) > _MOST_YEARS:
        return False
    return left.has(Part.ONCE) and right.has(Part.ONCE) and same_subject(left, one, right, other)


def _same_gathering(left: Statement, right: Statement, shared: frozenset[str]) -> bool:
    """Whether both name an event by one word (conference), and nothing next to it says it is another's."""
    mine, theirs = left.gatherings(), right.gatherings()
    both = mine.keys() & theirs.keys()
    return bool(both) and not any(
        one != other and None not in {one, other} and not {one, other} & shared
        for stem in both
        for one, other in zip(mine[stem], theirs[stem], strict=True)
    )


def _years_apart(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """Whether two dates are in years that do not touch: yearly events have other dates every year."""
    first, second = (q.iso_date or "" for q in (one, other))
    if first.startswith("-"):
        return left.brief != right.brief
    if min(len(first), len(second)) < _MONTH_PRECISION:
        return True
    months = [12 * int(iso[:_YEAR_DIGITS]) + int(iso[5:7]) for iso in (first, second)]
    return first[:_YEAR_DIGITS] != second[:_YEAR_DIGITS] and abs(months[0] - months[1]) > 1


def _is_bound(statement: Statement, quantity: Quantity) -> bool:
    return is_part(statement.word_before(quantity), Part.BOUND, statement.language)


def _others_agree(left: Statement, one: Quantity, right: Statement, other: Quantity) -> bool:
    """Whether the other figures of one kind that both sides have are the same: another sum is another event.

    A share is of a poll or of a period, and neither is an event.
    """
    if any(q.kind is QuantityKind.PERCENT for q in (*left.figures, *right.figures)):
        return False
    mine = [q for q in left.figures if q is not one]
    theirs = [q for q in right.figures if q is not other]
    for group in {group_of(q) for q in mine} & {group_of(q) for q in theirs} - {None}:
        first = [q for q in mine if group_of(q) == group]
        second = [q for q in theirs if group_of(q) == group]
        few, many = sorted((first, second), key=len)
        if not all(any(stand(q, p) is not Standing.DIFFERENT for p in many) for q in few):
            return False
    dated = [sum(group_of(q) == "date" for q in figures) for figures in (mine, theirs)]
    return dated[0] == dated[1]
