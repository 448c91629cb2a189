"""Numbers at a token, in digits, words, or both."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.quantities.digits import Digits, read_digits
from factcheck.quantities.drafts import ONE, Number
from factcheck.quantities.fractions import FRACTION_SIGNS, add_fraction, bare_fraction, counted_fraction, half_scale
from factcheck.quantities.scales import add_scale, after_stop
from factcheck.quantities.spelled import cardinal, decimals
from factcheck.quantities.tokens import NUMBER, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

_HUNDRED = 100
_KEPT = 12  # the longest digits whose reading is kept


@lru_cache(4096)
def _digits(word: str, comma_decimal: bool) -> Digits | None:
    return read_digits(word, comma_decimal=comma_decimal)


def read_number(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """The number that begins at token `i`, its scale words included."""
    if t.kinds[i] == NUMBER:
        return from_digits(t, lex, i)
    word = t.words[i]
    if word in FRACTION_SIGNS:
        return Number(i, i + 1, FRACTION_SIGNS[word], FRACTION_SIGNS[word], None, share=True)
    return (
        half_scale(t, lex, i)
        or _vague(t, lex, i)
        or counted_fraction(t, lex, i)
        or cardinal(t, lex, i)
        or bare_fraction(t, lex, i)
    )


def from_digits(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """The number in digits at token `i`, its fraction and scale words included."""
    word = t.words[i]
    digits = (
        _digits(word, lex.comma_decimal) if len(word) <= _KEPT else read_digits(word, comma_decimal=lex.comma_decimal)
    )
    if digits is None:
        return None
    number = Number(i, i + 1, digits.value, digits.value, digits.step, digits.plain, digits.other)
    if (
        digits.plain
        and t.words[i - 1] == "."
        and t.glued[i]
        and (not t.glued[i - 1] or t.words[i - 2] in {"$", "€", "£"})
    ):
        _leading_stop(number, len(t.words[i]))
    decimal = decimals(t, lex, i + 1) if t.words[i + 1] in lex.decimal_words and digits.plain else None
    if decimal:
        number.low = number.high = number.low + decimal[0]
        number.step, number.end, number.plain = decimal[1], decimal[2], False
    add_fraction(t, number)
    add_scale(t, lex, number)
    return number


def _leading_stop(number: Number, size: int) -> None:
    """``.77``: the stop before the digits is a decimal sign."""
    step = ONE.scaleb(-size)
    number.low = number.high = number.low * step
    number.step, number.plain, number.start = step, False, number.start - 1


def _vague(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``hundreds of thousands``, ``several hundred``: an order of magnitude, its bounds the whole of it."""
    several = lex.several.match(t.words, i)
    if several:
        at = several[1]
        size = lex.scales.get(t.words[at]) or (Decimal(lex.vague[t.words[at]]) if t.words[at] in lex.vague else None)
        if size is None and t.words[at] in lex.hundred:
            size = Decimal(100)
        if size is None or not t.near[at]:
            return None
        low, high, end = size * 2, size * 10 - 1, after_stop(t, lex, at + 1)
        if (more := lex.scales.get(t.words[end])) and t.near[end]:
            low, high, end = low * more, (high + 1) * more - 1, end + 1
        return Number(i, end, low, high, None, spelled=True, vague=True)
    word = t.words[i]
    if word in lex.several_scales:
        low, high = map(Decimal, lex.several_scales[word])
        number = Number(i, i + 1, low, high, None, spelled=True, vague=True)
        at = i + 2 if t.words[i + 1] in lex.unit_joins else i + 1
        if (scale := lex.scales.get(t.words[at])) is not None:
            number.low, number.high, number.end = low * scale, high * scale, at + 1
        return number
    return _vague_plural(t, lex, i) if word in lex.vague else None


def _vague_plural(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    size, end = Decimal(lex.vague[t.words[i]]), i + 1
    joined = t.words[end] in lex.vague_follow
    at = end + 1 if joined else end
    more = lex.vague.get(t.words[at]) or lex.scales.get(t.words[at])
    if more is not None and t.near[at]:
        low = size * more
        return Number(i, at + 1, low, low * 10 - 1, None, spelled=True, vague=True)
    if size < _HUNDRED or (lex.vague_follow and not joined):
        return None
    if lex.scales.get(t.words[i]) and _single(t, lex, i):
        return None
    return Number(i, end, size, size * 10 - 1, None, spelled=True, vague=True)


def _single(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether a hedge before an ambiguous plural makes it a genitive of one (``более тысячи``)."""
    return lex.hedges.match_back(t.words, i - 1) is not None
