"""Cardinals in words, and numerals written as one word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities.drafts import ONE, Number
from factcheck.quantities.fractions import counted_fraction
from factcheck.quantities.scales import HYPHENS, THOUSAND, add_scale, after_stop, half_after
from factcheck.quantities.tokens import NUMBER

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon
    from factcheck.quantities.tokens import Tokens

_HUNDRED = 100
_MILLION = 10**6
_DECIMALS = 4


@dataclass(slots=True)
class _Sum:
    """A cardinal as it is being read: what is finished, what is being added to, and how much more may be added."""

    total: int = 0
    current: int = 0
    room: int = 0
    last: int = 0
    smallest: Decimal | None = None
    """The last scale word: the next must be smaller."""
    began: bool = False
    single: bool = False
    """Nothing but an article or *one* so far."""

    def add(self, t: Tokens, lex: Lexicon, at: int) -> bool:
        """Takes the word at `at`; False where it does not belong."""
        word = t.words[at]
        entry = lex.numerals.get(word)
        if entry is None and word in lex.one and self.began and self.room > 1:
            entry = (1, 0)
        if entry is not None:
            return self._unit(entry, twenties=word in lex.twenties)
        if word in lex.hundred and self.current < _HUNDRED and (self.room < _HUNDRED or not self.began):
            self.current, self.room, self.last = (self.current or 1) * _HUNDRED, _HUNDRED, 0
            self.began, self.single = True, False
            return True
        scale = lex.scales.get(word)
        return scale is not None and (self.began or lex.bare_scale) and self._scale(scale)

    def _unit(self, entry: tuple[int, int], *, twenties: bool) -> bool:
        value, after = entry
        if twenties and 1 < self.last < 10:  # quatre-vingts
            self.current, self.room = self.current + self.last * 19, 20
        elif not self.began or 0 < value < self.room:
            self.current, self.room = self.current + value, after
        else:
            return False
        self.began, self.single, self.last = True, False, value
        return True

    def _scale(self, scale: Decimal) -> bool:
        if self.smallest is not None and scale >= self.smallest:
            if self.current or scale < _MILLION or self.total >= _MILLION:
                return False
            self.total = int(self.total * scale)  # mille milliards, a thousand million
            self.room = self.last = 0
            return True
        self.total += int((self.current or 1) * scale)
        self.current, self.room, self.smallest = 0, int(scale), scale
        self.began, self.single, self.last = True, False, 0
        return True

    def joins(self, t: Tokens, lex: Lexicon, at: int) -> bool:
        """Whether the token at `at` only joins the parts of one numeral (*and*, a hyphen)."""
        hyphen = t.words[at] in HYPHENS and t.glued[at] and t.glued[at + 1]
        joined = (t.words[at] in lex.joins and not self.single) or hyphen
        return joined and self.began and _after_join(t, lex, at, self.room)


def cardinal(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """A spelled cardinal: tens and units added, hundreds multiplied, scales summed."""
    if t.words[i] in lex.hundred and t.kinds[i - 1] == NUMBER:
        return None  # 34 cents
    single = t.words[i] in lex.one or t.words[i] in lex.article
    state = _Sum(current=1, began=True, single=True) if single else _Sum()
    at = i + 1 if single else i
    while at < t.size and (at == i or t.near[at] or t.glued[at]):
        if not state.add(t, lex, at) and not state.joins(t, lex, at):
            break
        at += 1
    if state.single and (lex.and_half.match(t.words, at) or _half_unit(t, lex, at)):
        state.single = False
    if not state.began or state.single:
        return None
    return _finished(t, lex, state, i, at)


def decimals(t: Tokens, lex: Lexicon, at: int) -> tuple[Decimal, Decimal, int] | None:
    """What *point two five* at token `at` adds, the worth of its last digit, and the token after it."""
    if t.words[at] not in lex.decimal_words or not t.near[at] or not t.near[at + 1]:
        return None
    digits, end = "", at + 1
    while len(digits) < _DECIMALS and end < t.size and (t.near[end] or t.glued[end]):
        word = t.words[end]
        value = int(word) if word.isdecimal() and len(word) <= 2 else lex.numerals.get(word, (None, 0))[0]
        value = 1 if value is None and word in lex.one else value
        if value is None or value >= _HUNDRED or (value >= 10 and digits):
            break
        digits, end = digits + str(value), end + 1
    step = ONE.scaleb(-len(digits))
    return (int(digits) * step, step, end) if digits else None


def _half_unit(t: Tokens, lex: Lexicon, at: int) -> bool:
    """``a year and a half``: the unit stands between."""
    unit = lex.units.match(t.words, at)
    return unit is not None and lex.and_half.match(t.words, unit[1]) is not None


def _finished(t: Tokens, lex: Lexicon, state: _Sum, i: int, at: int) -> Number:
    value = Decimal(state.total + state.current)
    decimal = decimals(t, lex, at) if state.smallest is None else None
    if decimal:
        value, step, end = value + decimal[0], decimal[1], decimal[2]
        number = Number(i, end, value, value, step, spelled=True)
        add_scale(t, lex, number)
        return number
    number = Number(i, after_stop(t, lex, at), value, value, ONE, spelled=True, scaled=state.smallest is not None)
    if state.smallest is not None and not state.current:
        number.step = number.factor = state.smallest
        half_after(t, lex, number)
    else:
        _and_fraction(t, lex, number, at)
    return number


def _and_fraction(t: Tokens, lex: Lexicon, number: Number, at: int) -> None:
    """``two and a half million``, ``twenty and three fifths``."""
    half = lex.and_half.match(t.words, at)
    article = t.words[at + 1]
    definite = article in lex.fraction_article and article not in lex.article and article not in lex.one
    rest = None if half or definite or t.words[at] not in lex.joins else counted_fraction(t, lex, at + 1)
    if half:
        number.low, number.end = number.low + half[0], half[1]
    elif rest:
        number.low, number.end = number.low + rest.low, rest.end
    else:
        return
    number.high = number.low
    add_scale(t, lex, number)


def _after_join(t: Tokens, lex: Lexicon, j: int, room: int) -> bool:
    """Whether the token after a join goes on with the same numeral."""
    ahead = j + 1
    while t.words[ahead] in lex.joins or (ahead - j < 4 and t.words[ahead] in HYPHENS and t.glued[ahead]):
        ahead += 1  # vingt-et-un
    word = t.words[ahead]
    entry = lex.numerals.get(word)
    if counted_fraction(t, lex, j + 1):
        return False
    if entry is not None:
        return 0 < entry[0] < room or (word in lex.twenties)
    if word in lex.one:
        return room > 1
    return t.words[j] in HYPHENS and (word in lex.hundred or word in lex.scales)


def glued_numeral(lex: Lexicon, word: str) -> tuple[int, int] | None:
    """The value of a numeral written as one word: ``zweitausendfünfhundert`` is split at *tausend*, then *hundert*."""
    head, mark, tail = word.partition("tausend")
    if not mark:
        return _hundreds(lex, word)
    first = 1 if head in {"", "ein"} else _below_thousand(lex, head)
    last = _below_thousand(lex, tail.removeprefix("und")) if tail else 0
    if not 0 < first < int(THOUSAND) or (tail and not 0 < last < int(THOUSAND)):
        return None
    return first * 1000 + last, 0 if last else 1000


def _below_thousand(lex: Lexicon, word: str) -> int:
    return (lex.numerals.get(word) or _hundreds(lex, word) or (0, 0))[0]


def _hundreds(lex: Lexicon, word: str) -> tuple[int, int] | None:
    """``zweihundertfünf``; ``achtzehnhundertzweiundfünfzig``: years told in hundreds."""
    head, mark, tail = word.partition("hundert")
    first = 1 if head in {"", "ein"} else lex.numerals.get(head, (0, 0))[0]
    last = 0 if not tail else lex.numerals.get(tail.removeprefix("und"), (0, 0))[0]
    last = 1 if tail in {"ein", "eins"} else last
    if not mark or not 0 < first < _HUNDRED or (tail and not 0 < last < _HUNDRED):
        return None
    return first * _HUNDRED + last, 0 if last or first > 10 else _HUNDRED
