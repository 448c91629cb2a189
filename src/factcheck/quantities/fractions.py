"""Fractions: ``half a billion``, ``two thirds``, ``треть``, ``3/4``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities.drafts import ONE, Number
from factcheck.quantities.scales import HYPHENS, add_scale, share
from factcheck.quantities.tokens import NUMBER, SIGN, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

FRACTION_SIGNS = {
    sign: Decimal(value)
    for sign, value in zip(
        "½¼¾⅓⅔⅛⅜⅝⅞", ("0.5", "0.25", "0.75", "0.333333", "0.666667", "0.125", "0.375", "0.625", "0.875"), strict=True
    )
}
_TOP = 10
_MEASURED_BY = frozenset({"by", "than", "to"})


def add_fraction(t: Tokens, number: Number) -> None:
    """``10 1/2``, ``10½`` and ``3/4``."""
    i = number.end
    sign = FRACTION_SIGNS.get(t.words[i])
    if sign is not None and (t.glued[i] or t.near[i]):
        number.low, number.high, number.end, number.plain = number.low + sign, number.high + sign, i + 1, False
        return
    if (
        t.kinds[i] == NUMBER
        and number.plain
        and t.words[i + 1] == "/"
        and (part := slash_fraction(t, i)) is not None
        and t.near[i]
    ):
        number.low, number.high, number.end, number.plain = number.low + part, number.high + part, i + 3, False
    elif t.words[i] == "/" and (part := slash_fraction(t, number.start)) is not None:
        number.low = number.high = part
        number.end, number.plain, number.share, number.step = i + 2, False, True, None


def slash_fraction(t: Tokens, i: int) -> Decimal | None:
    """The value of ``3/4`` at token `i`, glued, a proper fraction of at most tenths, no part of a longer chain."""
    if not (t.kinds[i + 2] == NUMBER and t.glued[i + 1] and t.glued[i + 2]) or (
        t.glued[i + 3] and t.words[i + 3] in "/-"
    ):
        return None
    top, bottom = t.words[i], t.words[i + 2]
    if not (len(top) == 1 and 1 <= len(bottom) <= 2 and top.isdecimal() and bottom.isdecimal()):
        return None
    if not 0 < int(top) < int(bottom) <= _TOP or (t.glued[i] and t.words[i - 1] == "/"):
        return None
    return share(int(top), int(bottom))


def half_scale(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``half a billion``, ``полтора миллиона``."""
    found = lex.halves.match(t.words, i)
    if found is None:
        return None
    value, at = found
    if t.words[at] in HYPHENS and t.glued[at]:
        at += 1
    if (t.words[at] not in lex.scales and t.words[at] not in lex.unit_starts) or not (t.near[at] or t.glued[at]):
        return None
    if t.words[at] not in lex.scales and (t.kinds[at] == SIGN or lex.units.match(t.words, at) is None):
        return None  # three quarters of a £2m grant
    number = Number(i, at, value, value, Decimal("0.5"), spelled=True)
    add_scale(t, lex, number)
    return number


def counted_fraction(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``two thirds``, ``three-quarters``, ``одна пятая``, ``a third``."""
    word, at = t.words[i], i + 1
    if t.words[at] in HYPHENS and t.glued[at] and t.glued[at + 1]:
        at += 1
    elif not t.near[at]:
        return None
    bottom = lex.denominators.get(t.words[at]) or lex.fractions.get(t.words[at])
    if not bottom:
        return None
    top = (
        1
        if word in lex.one or word in lex.fraction_article or word in lex.article
        else lex.numerals.get(word, (0, 0))[0]
    )
    if not 0 < top < bottom or t.words[at + 1] in lex.fraction_veto or t.words[i - 1] in lex.fraction_veto:
        return None
    if top == 1 and word not in lex.one and t.words[at] in lex.ordinals and _counts_up(t, lex, i, at + 1):
        return None
    value = share(top, bottom)
    number = Number(i, at + 1, value, value, None, spelled=True, share=True)
    scale = lex.scales.get(t.words[at + 1])
    if scale:
        number.step = ONE
        add_scale(t, lex, number)
    return number


def _counts_up(t: Tokens, lex: Lexicon, i: int, after: int) -> bool:
    """Whether the noun at `after` makes an ordinal of a fraction: *a third ferry*, but *about a third say*."""
    word = t.words[after]
    if not word.isalpha() or word in lex.stopwords or word in lex.half_followers or word in lex.scales:
        return False
    if word.endswith(("ing", "ed")) or t.words[i - 1] in _MEASURED_BY or word in lex.hedges_after.starts:
        return False
    if word in lex.rise or word in lex.fall:  # "a fifth lower"
        return False
    return lex.hedges.match_back(t.words, i - 1) is None


def bare_fraction(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``треть``, ``la moitié``, ``half of``: a noun that is a fraction by itself."""
    bottom = lex.fractions.get(t.words[i])
    if not bottom or t.words[i - 1] in lex.fraction_veto or t.words[i + 1] in lex.fraction_veto:
        return None
    if t.glued[i] and t.words[i - 1] not in {'"', "“", "(", "«", "'", "’"}:
        return None
    if lex.half_followers and not _half_stands(t, lex, i):
        return None
    if t.kinds[i + 1] == NUMBER or t.words[i + 1] in lex.months or t.words[i + 1] in HYPHENS:
        return None
    return Number(i, i + 1, share(1, bottom), share(1, bottom), None, spelled=True, share=True)


def _half_stands(t: Tokens, lex: Lexicon, i: int) -> bool:
    if t.words[i + 1] in lex.half_followers:
        return True
    return lex.hedges.match_back(t.words, i - 1) is not None or t.words[i - 1] in _MEASURED_BY
