"""From the drafts of a chunk to its figures as records: dates, directions, counted nouns, what they are for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.quantities import kinds
from factcheck.quantities.drafts import ONE
from factcheck.quantities.hedges import find_direction
from factcheck.quantities.nouns import counted_noun, find_per
from factcheck.quantities.when import set_times

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon
    from factcheck.quantities.tokens import Tokens

_CHANGE_FAR = 8
_DIRECTED = frozenset({kinds.PERCENT, kinds.PERCENTAGE_POINTS, kinds.MONEY, kinds.COUNT,
                       kinds.NUMBER, kinds.RATIO})  # fmt: skip


def recorded(t: Tokens, lex: Lexicon, drafts: list[Draft], known: set[str]) -> list[Quantity]:
    """The drafts of a chunk as records; `known` are words of rise and fall, those of the chunk among them."""
    if not drafts:
        return []
    set_times(t, drafts)
    moving = known.intersection(t.words)
    found = [_record(t, lex, draft, moving) for draft in drafts]
    return _changed(t, lex, drafts, found) if moving else found


def _changed(t: Tokens, lex: Lexicon, drafts: list[Draft], found: list[Quantity]) -> list[Quantity]:
    """Gives the second figure of a change the way of the first: *fell from 63.9% in 2016 to 54.5%*."""
    last = -1
    for at, (draft, quantity) in enumerate(zip(drafts, found, strict=True)):
        if quantity.kind not in _DIRECTED:
            continue
        joined = t.words[draft.start - 1] in lex.to or t.words[draft.start - 1] in lex.to_change
        if joined and last >= 0 and quantity.direction is None and quantity.hedge is not kinds.UP_TO:
            first = found[last]
            between = t.words[drafts[last].end : draft.start]
            near = len(between) <= _CHANGE_FAR and "," not in between and first.unit == quantity.unit
            if first.direction and near:
                found[at] = replace(quantity, direction=first.direction)
        last = at
    return found


def _record(t: Tokens, lex: Lexicon, draft: Draft, moving: AbstractSet[str]) -> Quantity:
    start, end = t.starts[draft.start], t.ends[draft.end - 1]
    other = () if draft.other is None or draft.low != draft.high else ((draft.other, draft.other),)
    directed = draft.kind in _DIRECTED
    low = draft.low if draft.step is ONE else _tidy(draft.low)
    return Quantity(
        t.text[start:end],
        start + t.offset,
        end + t.offset,
        low,
        low if draft.high is draft.low else _tidy(draft.high),
        draft.unit,
        draft.kind,
        draft.hedge,
        draft.iso_date,
        draft.of,
        ONE if draft.step is ONE else _tidy(draft.step),
        other,
        draft.part_of,
        find_direction(t, lex, draft, moving) if directed and moving else None,
        counted_noun(t, lex, draft),
        draft.per or (find_per(t, lex, draft) if directed else None),
        draft.time,
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """Without trailing zeros and without an exponent: 3500000000, 0.25."""
    if value is None or (written := str(value)).isdecimal():
        return value
    if "." not in written and "E" not in written:
        return value  # a negative number
    short = value.normalize()
    return short.quantize(ONE) if "E+" in str(short) else short
