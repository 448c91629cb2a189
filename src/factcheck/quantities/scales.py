"""A number and the scale words after it: ``5 млн``, ``60-million``, ``2,5 тыс. 300``, ``a million and a half``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities.drafts import ONE
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Number
    from factcheck.quantities.lexicon import Lexicon

THOUSAND = Decimal(1000)
HYPHENS = frozenset("-‑")
_MILLION = Decimal(10**6)
_HUNDRED = 100
_SHARE_STEP = Decimal("0.000001")


def share(part: Decimal | int, whole: int) -> Decimal:
    """Part / whole, to six digits."""
    return (Decimal(part) / whole).quantize(_SHARE_STEP)


def add_scale(t: Tokens, lex: Lexicon, number: Number) -> None:
    """Multiplies `number` by the scale words after it (``5 млн``, ``60-million``, ``2,5 hundred thousand``)."""
    i = number.end
    half = lex.and_half.match(t.words, i) if t.words[i] in lex.and_half.starts else None
    if half and t.near[i]:
        number.low, number.high, number.end = number.low + half[0], number.high + half[0], half[1]
        number.plain = False
        i = number.end
    hyphen = t.words[i] in HYPHENS and t.glued[i] and t.glued[i + 1]
    at = i + 1 if hyphen else i
    found = lex.scales.get(t.words[at])
    if found is None and not t.glued[i]:
        return
    if found is None and t.words[i] in {"m", "м"} and t.written(i).isupper():
        found = _MILLION
    if found is None and lex.short_m and t.glued[i] and t.words[i] == "m" and _counted(t, lex, i + 1):
        found = _MILLION
    while found is not None and (t.glued[at] or t.near[at]):
        number.low, number.high = number.low * found, number.high * found
        number.step = number.step * found if number.step else None
        number.other = number.other * found if number.other is not None else None
        number.factor *= found
        number.scaled, number.plain, number.share = True, False, False
        at = number.end = after_stop(t, lex, at + 1)
        found = lex.scales.get(t.words[at])
    if number.scaled:
        _smaller_scale(t, lex, number)
        half_after(t, lex, number)


def _counted(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether money or a plural noun follows: ``2m people`` is a count, ``2m long`` a length."""
    word = t.words[i]
    if t.kinds[i] != WORD or not t.near[i]:
        return False
    return (
        word in lex.countables
        or lex.units.match(t.words, i) is not None
        or (word.endswith("s") and word not in lex.stopwords)
    )


def half_after(t: Tokens, lex: Lexicon, number: Number) -> None:
    """``a million and a half``."""
    half = lex.and_half.match(t.words, number.end)
    if half and number.step and number.low == number.high:
        number.low = number.high = number.low + half[0] * number.step
        number.end = half[1]


def after_stop(t: Tokens, lex: Lexicon, i: int) -> int:
    """Past the full stop of an abbreviation (``тыс.``), unless a sentence clearly ends there."""
    if t.words[i] == "." and t.glued[i] and t.words[i - 1].isalpha():
        return i + 1 if len(t.words[i - 1]) < 6 and _goes_on(t, lex, i + 1) else i
    return i


def _goes_on(t: Tokens, lex: Lexicon, i: int) -> bool:
    if i >= t.size or t.kinds[i] == NUMBER or t.glued[i]:
        return False
    return t.written(i)[0].islower() or lex.capital_nouns or lex.units.match(t.words, i) is not None


def _smaller_scale(t: Tokens, lex: Lexicon, number: Number) -> None:
    """``2 млн 300 тыс.``, ``1 тыс. 200``: what follows is smaller than the scale before it."""
    i = number.end
    if t.kinds[i] != NUMBER or not t.near[i] or not t.words[i].isdecimal() or len(t.words[i]) > 3 or not number.step:
        return
    rest = Decimal(t.words[i])
    scale = lex.scales.get(t.words[i + 1])
    if scale is not None and t.near[i + 1]:
        if rest * scale < number.step:
            number.low = number.high = number.low + rest * scale
            number.end, number.step = after_stop(t, lex, i + 2), scale
    elif number.step == THOUSAND and rest >= _HUNDRED and t.kinds[i + 1] == WORD and number.low == number.high:
        number.low = number.high = number.low + rest
        number.end, number.step = i + 1, ONE
