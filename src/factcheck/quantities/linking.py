"""Two figures side by side: ranges, changes, alternatives, parts of a whole, and units said once for both."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.figures import multiply, settle_kind
from factcheck.quantities.hedges import find_hedge, hedge_before, way
from factcheck.quantities.scales import share
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon

_APOSTROPHES = frozenset("'’")
_DASHES = frozenset("-–—−‒‑")
_THOUSAND = 1000
_FAR = 6
_HEDGED = 3  # "and about"
_FEW = 10
_LONGEST_LIST = 12
_BASES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})
_WHOLES = frozenset({3, 4, 5, 10, 100})
_TIMED = (kinds.DATE, kinds.YEAR, kinds.RANGE, kinds.ORDINAL)
_COPULAS = frozenset("est était sera serait soit is was be are were".split())  # growth is from 2 to 2.5%
_ONE = Decimal(1)


def link(t: Tokens, lex: Lexicon, drafts: list[Draft], new: Draft) -> bool:
    """Joins `new` with the figure before it; True where it became part of that one and must not be kept itself."""
    if _after_one(t, lex, new) or not drafts:
        return False
    last = drafts[-1]
    gap = new.start - last.end
    if last.low is None or last.kind in _TIMED or new.kind in _TIMED or not 0 < gap <= _FAR:
        return False
    return _linked(t, lex, drafts, new, gap)


def _linked(t: Tokens, lex: Lexicon, drafts: list[Draft], new: Draft, gap: int) -> bool:
    last = drafts[-1]
    join = t.words[last.end]
    if gap == 1:
        return _joined(t, lex, drafts, new, join)
    if new.hedge is not kinds.EXACT and t.words[last.start - 1] in lex.open_between and join in lex.between_joins:
        return gap <= _HEDGED and _range(t, lex, last, new)
    if gap == 2 and join == "-" and t.words[last.end + 1] in lex.to:
        return _range(t, lex, last, new)
    if gap == 2 and (join in {",", "-"} or t.words[new.start - 1] in lex.open_from):
        return _second_word(t, lex, drafts, new)
    return _part(t, lex, last, new)


def _after_one(t: Tokens, lex: Lexicon, new: Draft) -> bool:
    """``one or two``, ``one in five``: *one* is no figure by itself, but here it is."""
    join, one = t.words[new.start - 1], t.words[new.start - 2]
    ranged = join in lex.alternatives or join in lex.to or join in _DASHES
    known = ranged or join in lex.one_in_apart or join in lex.one_in.starts or join in lex.every
    if not known or new.low is None or new.kind is kinds.RATIO:
        return False
    if one in lex.one and ranged and 1 < new.low / new.factor <= _FEW:
        new.low, new.start = new.factor, new.start - 2
        return True
    if new.low not in _BASES or new.unit is not None:
        return False
    if join in lex.one_in_apart and t.words[new.start - 3] in lex.one and t.kinds[new.start - 2] == WORD:
        new.of = t.written(new.start - 2)
        return _one_share(new, new.start - 3)
    at = new.start - 2 if join in lex.every else new.start - 1
    found = lex.one_in.match_back(t.words, at)
    return bool(found and t.words[found[1] - 1] in lex.one and _one_share(new, found[1] - 1))


def _one_share(new: Draft, start: int) -> bool:
    if new.low is None:
        return False
    new.low = new.high = share(1, int(new.low))
    new.start, new.unit, new.kind, new.step, new.bare = start, "share", kinds.RATIO, None, False
    return True


def _joined(t: Tokens, lex: Lexicon, drafts: list[Draft], new: Draft, join: str) -> bool:
    last = drafts[-1]
    before = t.words[last.start - 1]
    if join in lex.to or join in lex.to_change or join in _DASHES or before in lex.open_between:
        return _up_to(t, lex, drafts, new, join)
    if join in lex.alternatives:
        return (_close(last, new) and _range(t, lex, last, new)) or _share(t, lex, drafts, new)
    if join in lex.conjunctions or join == ",":
        return _share(t, lex, drafts, new)
    return _one_in(t, lex, last, new) or _part(t, lex, last, new)


def _up_to(t: Tokens, lex: Lexicon, drafts: list[Draft], new: Draft, join: str) -> bool:
    """A range or a change: joined by a dash, by *to*, or by *and* after *between*."""
    last = drafts[-1]
    before = t.words[last.start - 1]
    _share_money_scale(last, new)
    if join in _DASHES or (join in lex.between_joins and before in lex.open_between):
        return _range(t, lex, last, new)
    if new.hedge is kinds.UP_TO:
        new.hedge = kinds.EXACT
    if join not in lex.to or _is_change(t, lex, last, before):
        return _share(t, lex, drafts, new)
    opened = before in lex.open_between or (before in lex.open_from and last.kind is not kinds.PERCENT)
    if last.unit and last.unit == new.unit and not last.money_before and not opened:
        return False
    return _range(t, lex, last, new) or _share(t, lex, drafts, new)


def _share_money_scale(last: Draft, new: Draft) -> None:
    """``from $3 to $5 million``: the scale is both's where the currency is said twice."""
    if (
        last.money_before
        and last.unit == new.unit
        and new.factor != _ONE
        and last.factor == _ONE
        and last.low is not None
    ):
        mantissa = (new.low or Decimal(0)) / new.factor
        if last.low < _THOUSAND and last.low <= mantissa * 10 and mantissa <= last.low * 10:
            multiply(last, new.factor)


def _close(last: Draft, new: Draft) -> bool:
    """``two or three``: neighbours, not any two numbers with *or* between them."""
    if last.low is None or new.low is None or not last.bare:
        return False
    return last.low < new.low / (new.factor if last.factor == _ONE else _ONE) <= 3 * last.low


def _is_change(t: Tokens, lex: Lexicon, last: Draft, before: str) -> bool:
    """*from … to* after a word of rise or fall, or opened by a word that only changes use."""
    if before in lex.open_change:
        return True
    if before not in lex.open_from or t.words[last.start - 2] in _COPULAS:
        return False
    for at in range(last.start - 2, max(-1, last.start - 10), -1):
        if t.words[at] in {".", ";", "!", "?"}:
            break
        if t.kinds[at] == WORD and (way(lex, t.words[at]) or t.words[at] in lex.changing):
            return True
    return False


def _range(t: Tokens, lex: Lexicon, last: Draft, new: Draft) -> bool:
    """Makes `last` the range up to `new`, the scale and unit said once being both's."""
    if (last.unit and new.unit and last.unit != new.unit) or last.low is None or new.low is None or new.high is None:
        return False
    low = _scaled_low(last, new)
    if t.words[last.start - 1] in lex.open_from or t.words[last.start - 1] in lex.open_between:
        last.hedge = hedge_before(t, lex, last, last.start - 2)
    if not low < new.low or (last.unit and not new.unit and not last.money_before and last.kind is not kinds.AGE):
        return False
    last.low, last.high, last.end = low, new.high, new.end
    aged = last.kind is kinds.AGE
    last.unit, last.step, last.factor = new.unit or last.unit, new.step, new.factor
    last.bare, last.scaled, last.other, last.plain = new.bare and last.bare, new.scaled, None, False
    last.of = new.of
    if last.hedge is kinds.EXACT and new.hedge in {kinds.ABOUT, kinds.OVER, kinds.AT_LEAST} and t.words[new.end] != "":
        last.hedge = new.hedge if t.words[new.start - 1] in _DASHES else last.hedge
    if not aged:
        settle_kind(t, lex, last)
    if last.kind is kinds.DURATION and last.hedge is kinds.OVER:
        last.hedge = find_hedge(t, lex, last)
    return True


def _scaled_low(last: Draft, new: Draft) -> Decimal:
    """The lower end in full units: ``3-5 million`` is 3 million, ``60-70,000`` is 60,000."""
    low = last.low or Decimal(0)
    if new.low is None or last.scaled or low >= _THOUSAND:
        return low
    if new.factor != _ONE:
        return low * new.factor if low * new.factor < new.low else low
    if (
        not new.plain
        and new.low >= _THOUSAND
        and new.low % 100 == 0
        and low * _THOUSAND < new.low <= low * _THOUSAND * 10
    ):
        return low * _THOUSAND
    return low


def _share(t: Tokens, lex: Lexicon, drafts: list[Draft], new: Draft) -> bool:
    """Gives the unit and scale of `new` to the bare figures before it in the same list; never joins them."""
    nothing = new.unit is None and new.of is None and not new.scaled
    if nothing or t.words[new.start - 1] == ",":
        return False  # "in 2, 5 million came": only the last of a list, after its *and*, speaks for the others
    at = new
    for last in drafts[: -_LONGEST_LIST - 1 : -1]:
        gap = at.start - last.end
        if not last.bare or last.low is None or last.kind in _TIMED or last.unit or last.of or not 0 < gap <= 2:
            break
        if not _listed(t, lex, last.end, at.start):
            break
        _take(t, lex, last, new)
        at = last
    return False


def _listed(t: Tokens, lex: Lexicon, start: int, end: int) -> bool:
    joins = lex.conjunctions | lex.alternatives | lex.to | lex.to_change | lex.between_joins | lex.open_from
    return all(t.words[at] == "," or t.words[at] in joins for at in range(start, end))


def _take(t: Tokens, lex: Lexicon, last: Draft, new: Draft) -> None:
    last.counted_at = new.end
    if new.unit is None or new.unit == "share" or new.money_before:
        if new.unit is None and not new.scaled:
            last.of = new.of
        return
    if new.factor != _ONE and not last.scaled and last.low is not None and last.low < _THOUSAND and last.factor == _ONE:
        multiply(last, new.factor)
    last.unit, last.bare = new.unit, False
    settle_kind(t, lex, last)


def _second_word(t: Tokens, lex: Lexicon, drafts: list[Draft], new: Draft) -> bool:
    """A list with two joining tokens: ``, and``."""
    if t.words[drafts[-1].end] == "," and t.words[drafts[-1].end + 1] in lex.conjunctions:
        _share(t, lex, drafts, new)
        return False
    return _part(t, lex, drafts[-1], new)


def _one_in(t: Tokens, lex: Lexicon, last: Draft, new: Draft) -> bool:
    """``nine in ten``."""
    found = lex.one_in.match(t.words, last.end) or lex.out_of.match(t.words, last.end)
    if not found or found[1] != new.start or not last.bare or new.unit or new.low is None:
        return False
    single = last.low == 1 and 1 < new.low <= _THOUSAND
    if new.low not in _WHOLES and not single:
        return False
    spelled = new.low == 10 and last.spelled and new.spelled
    if (lex.out_of.match(t.words, last.end) and not spelled) or last.low is None or last.low >= new.low:
        return False
    last.low = last.high = share(last.low, int(new.low))
    last.end, last.unit, last.kind, last.step, last.bare, last.of = (
        new.end,
        "share",
        kinds.RATIO,
        None,
        False,
        None,
    )
    return True


def _one_in_apart(t: Tokens, lex: Lexicon, last: Draft, new: Draft) -> bool:
    """``neuf Français sur dix``: the noun stands between."""
    if new.start - last.end != 2 or t.words[new.start - 1] not in lex.one_in_apart or new.unit or not last.bare:
        return False
    if last.low is None or new.low not in _BASES or not last.low < new.low:
        return False
    last.of = t.written(last.end)
    last.low = last.high = share(last.low, int(new.low))
    last.end, last.unit, last.kind, last.step, last.bare = new.end, "share", kinds.RATIO, None, False
    return True


def _part(t: Tokens, lex: Lexicon, last: Draft, new: Draft) -> bool:
    """``28 out of 31``, ``3 of the promised 15 billion dollars``: the part knows its whole and takes its unit."""
    if new.start - last.end == 2 and _one_in_apart(t, lex, last, new):
        return True
    found = lex.out_of.match(t.words, last.end) if t.words[last.end] in lex.out_of.starts else None
    if (
        not found
        or found[1] > new.start
        or any(t.kinds[at] != WORD and t.words[at] not in _APOSTROPHES for at in range(found[1], new.start))
    ):
        return False
    if _one_in(t, lex, last, new):
        return True
    if last.low is None or new.low is None or (last.unit and last.unit != new.unit):
        return False
    if last.bare and new.kind is kinds.MONEY:
        if new.factor != _ONE and not last.scaled and last.low * new.factor <= new.low:
            multiply(last, new.factor)
        last.unit, last.bare = new.unit, False
        settle_kind(t, lex, last)
    if last.low <= new.low and (last.unit == new.unit):
        last.part_of = new.low
        last.counted_at = last.counted_at or new.end
        last.of = last.of or new.of
    return False


def is_score(t: Tokens, last: Draft, new: Draft) -> bool:
    """``2-1``: two small bare numbers, glued, the first not the smaller."""
    if new.start - last.end != 1 or t.words[last.end] not in _DASHES or not t.glued[last.end] or not t.glued[new.start]:
        return False
    both = last.plain and new.plain and last.bare and new.bare and t.kinds[last.start] == NUMBER
    return both and last.low is not None and new.low is not None and last.low >= new.low and last.low < 100
