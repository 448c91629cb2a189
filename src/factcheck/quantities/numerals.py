"""Numbers at a token, in digits, words, or both (``28``, ``two and a half``, ``3 млрд``, ``a third``, ``half a billion``)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.quantities.digits import read_digits
from factcheck.quantities.lexicon import Lexicon
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

_SHARE_STEP = Decimal("0.000001")
ONE = Decimal(1)
_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
          "⅞": "0.875"}  # fmt: skip
FRACTION_SIGNS = {sign: Decimal(value) for sign, value in _SIGNS.items()}
_THOUSAND = Decimal(1000)
_MILLION = Decimal(10**6)
_HUNDRED = 100
_TOP = 10


@dataclass(slots=True)
class Number:
    """A number at tokens [start, end): bounds, worth of the last digit, and how it was written."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal | None = ONE
    spelled: bool = False
    scaled: bool = False
    vague: bool = False
    share: bool = False
    plain: bool = False
    """Digits without any separator or scale: may be a year."""
    other: Decimal | None = None
    factor: Decimal = ONE
    """What the scale words multiply by."""


def share(part: Decimal | int, whole: int) -> Decimal:
    """part / whole, to six digits."""
    return (Decimal(part) / whole).quantize(_SHARE_STEP)


def read_number(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """The number that begins at token `i`, its scale words included."""
    if t.kind(i) == NUMBER:
        return _from_digits(t, lex, i)
    word = t.word(i)
    if word in FRACTION_SIGNS:
        return Number(i, i + 1, FRACTION_SIGNS[word], FRACTION_SIGNS[word], None, share=True)
    return (
        _half_scale(t, lex, i)
        or _vague(t, lex, i)
        or _counted_fraction(t, lex, i)
        or _cardinal(t, lex, i)
        or _bare_fraction(t, lex, i)
    )


def _from_digits(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    digits = read_digits(t.words[i], comma_decimal=lex.comma_decimal)
    if digits is None:
        return None
    number = Number(i, i + 1, digits.value, digits.value, digits.step, plain=digits.plain, other=digits.other)
    if digits.plain and t.word(i - 1) == "." and t.glued(i) and (not t.glued(i - 1) or t.word(i - 2) in {"$", "€", "£"}):
        _leading_stop(number, len(t.words[i]))
    _add_fraction(t, number)
    _scale(t, lex, number)
    return number


def _leading_stop(number: Number, size: int) -> None:
    """``.77``: the stop before the digits is a decimal sign."""
    step = ONE.scaleb(-size)
    number.low = number.high = number.low * step
    number.step, number.plain, number.start = step, False, number.start - 1


def _add_fraction(t: Tokens, number: Number) -> None:
    """``10 1/2``, ``10½`` and ``3/4``."""
    i = number.end
    sign = FRACTION_SIGNS.get(t.word(i))
    if sign is not None and (t.glued(i) or t.near(i)):
        number.low, number.high, number.end, number.plain = number.low + sign, number.high + sign, i + 1, False
        return
    if t.kind(i) == NUMBER and number.plain and t.word(i + 1) == "/" and (part := slash_fraction(t, i)) is not None and t.near(i):
        number.low, number.high, number.end, number.plain = number.low + part, number.high + part, i + 3, False
    elif t.word(i) == "/" and (part := slash_fraction(t, number.start)) is not None:
        number.low = number.high = part
        number.end, number.plain, number.share, number.step = i + 2, False, True, None


def slash_fraction(t: Tokens, i: int) -> Decimal | None:
    """The value of ``3/4`` at token `i`, glued, a proper fraction of at most tenths, no part of a longer chain."""
    if not (t.kind(i + 2) == NUMBER and t.glued(i + 1) and t.glued(i + 2)) or (t.glued(i + 3) and t.word(i + 3) in "/-"):
        return None
    top, bottom = t.words[i], t.words[i + 2]
    if not (len(top) == 1 and 1 <= len(bottom) <= 2 and top.isdecimal() and bottom.isdecimal()):  # noqa: PLR2004 (1/10)
        return None
    if not 0 < int(top) < int(bottom) <= _TOP or (t.glued(i) and t.word(i - 1) == "/"):
        return None
    return share(int(top), int(bottom))


def _scale(t: Tokens, lex: Lexicon, number: Number) -> None:
    """Multiplies `number` by the scale words after it (``5 млн``, ``60-million``, ``2,5 hundred thousand``)."""
    i = number.end
    half = lex.and_half.match(t.words, i) if t.kind(i) == WORD else None
    if half and t.near(i):
        number.low, number.high, number.end = number.low + half[0], number.high + half[0], half[1]
        number.plain = False
        i = number.end
    hyphen = t.word(i) in {"-", "‑"} and t.glued(i) and t.glued(i + 1)
    at = i + 1 if hyphen else i
    found = lex.scales.get(t.word(at))
    if found is None and t.glued(i) and t.word(i) == "m" and t.written(i) == "M":
        found = _MILLION
    if found is None and lex.language.short_m and t.glued(i) and t.word(i) == "m" and _counted(t, lex, i + 1):
        found = _MILLION
    while found is not None and (t.glued(at) or t.near(at)):
        number.low, number.high = number.low * found, number.high * found
        number.step = number.step * found if number.step else None
        number.other = number.other * found if number.other is not None else None
        number.factor *= found
        number.scaled, number.plain, number.share = True, False, False
        at = number.end = _after_stop(t, lex, at + 1)
        found = lex.scales.get(t.word(at))
    if number.scaled:
        _smaller_scale(t, lex, number)
        _half_after(t, lex, number)


def _counted(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether money or a plural noun follows: ``2m people`` is a count, ``2m long`` a length."""
    word = t.word(i)
    if t.kind(i) != WORD or not t.near(i):
        return False
    return word in lex.countables or lex.units.match(t.words, i) is not None or (word.endswith("s") and word not in lex.stopwords)


def _half_after(t: Tokens, lex: Lexicon, number: Number) -> None:
    """``a million and a half``."""
    half = lex.and_half.match(t.words, number.end)
    if half and number.step and number.low == number.high:
        number.low = number.high = number.low + half[0] * number.step
        number.end = half[1]


def _after_stop(t: Tokens, lex: Lexicon, i: int) -> int:
    """Past the full stop of an abbreviation (``тыс.``), unless a sentence clearly ends there."""
    if t.word(i) == "." and t.glued(i) and t.word(i - 1).isalpha():
        return i + 1 if len(t.word(i - 1)) < 6 and _goes_on(t, lex, i + 1) else i  # noqa: PLR2004 (no abbreviation is longer)
    return i


def _goes_on(t: Tokens, lex: Lexicon, i: int) -> bool:
    if i >= len(t.words) or t.kinds[i] == NUMBER or t.glued(i):
        return False
    return t.written(i)[0].islower() or lex.language.capital_nouns or lex.units.match(t.words, i) is not None


def _smaller_scale(t: Tokens, lex: Lexicon, number: Number) -> None:
    """``2 млн 300 тыс.``, ``1 тыс. 200``: what follows is smaller than the scale before it."""
    i = number.end
    if t.kind(i) != NUMBER or not t.near(i) or not t.words[i].isdecimal() or len(t.words[i]) > 3 or not number.step:  # noqa: PLR2004
        return
    rest = Decimal(t.words[i])
    scale = lex.scales.get(t.word(i + 1))
    if scale is not None and t.near(i + 1):
        if rest * scale < number.step:
            number.low = number.high = number.low + rest * scale
            number.end, number.step = _after_stop(t, lex, i + 2), scale
    elif number.step == _THOUSAND and rest >= _HUNDRED and t.kind(i + 1) == WORD and number.low == number.high:
        number.low = number.high = number.low + rest
        number.end, number.step = i + 1, ONE


def _half_scale(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``half a billion``, ``полтора миллиона``."""
    found = lex.halves.match(t.words, i)
    if found is None:
        return None
    value, at = found
    if t.word(at) in {"-", "‑"} and t.glued(at):
        at += 1
    if t.word(at) not in lex.scales and t.word(at) not in lex.unit_starts or not (t.near(at) or t.glued(at)):
        return None
    if t.word(at) not in lex.scales and lex.units.match(t.words, at) is None:
        return None
    number = Number(i, at, value, value, Decimal("0.5"), spelled=True)
    _scale(t, lex, number)
    return number


def _vague(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``hundreds of thousands``, ``several hundred``: an order of magnitude, its bounds the whole of it."""
    several = lex.several.match(t.words, i)
    if several:
        at = several[1]
        size = lex.scales.get(t.word(at)) or (Decimal(lex.vague[t.word(at)]) if t.word(at) in lex.vague else None)
        if size is None and t.word(at) in lex.hundred:
            size = Decimal(100)
        if size is None or not t.near(at):
            return None
        low, high, end = size * 2, size * 10 - 1, _after_stop(t, lex, at + 1)
        if (more := lex.scales.get(t.word(end))) and t.near(end):
            low, high, end = low * more, (high + 1) * more - 1, end + 1
        return Number(i, end, low, high, None, spelled=True, vague=True)
    word = t.word(i)
    if word in lex.several_scales:
        low, high = map(Decimal, lex.several_scales[word])
        number = Number(i, i + 1, low, high, None, spelled=True, vague=True)
        at = i + 2 if t.word(i + 1) in lex.unit_joins else i + 1
        if (scale := lex.scales.get(t.word(at))) is not None:
            number.low, number.high, number.end = low * scale, high * scale, at + 1
        return number
    return _vague_plural(t, lex, i) if word in lex.vague else None


def _vague_plural(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    size, end = Decimal(lex.vague[t.words[i]]), i + 1
    joined = t.word(end) in lex.vague_follow
    at = end + 1 if joined else end
    more = lex.vague.get(t.word(at)) or lex.scales.get(t.word(at))
    if more is not None and t.near(at):
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


def _counted_fraction(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``two thirds``, ``three-quarters``, ``одна пятая``, ``a third``."""
    word, at = t.word(i), i + 1
    if t.word(at) in {"-", "‑"} and t.glued(at) and t.glued(at + 1):
        at += 1
    elif not t.near(at):
        return None
    bottom = lex.denominators.get(t.word(at)) or lex.fractions.get(t.word(at))
    if not bottom:
        return None
    top = 1 if word in lex.one or word in lex.fraction_article or word in lex.article else lex.numerals.get(word, (0, 0))[0]
    if not 0 < top < bottom or t.word(at + 1) in lex.fraction_veto or t.word(i - 1) in lex.fraction_veto:
        return None
    value = share(top, bottom)
    number = Number(i, at + 1, value, value, None, spelled=True, share=True)
    scale = lex.scales.get(t.word(at + 1))
    if scale:
        number.step = ONE
        _scale(t, lex, number)
    return number


def glued_numeral(lex: Lexicon, word: str) -> tuple[int, int] | None:
    """The value of a numeral written as one word: ``zweitausendfünfhundert`` is split at *tausend*."""
    head, mark, tail = word.partition("tausend")
    if not mark:
        return None
    first = 1 if head in {"", "ein"} else lex.numerals.get(head, (0, 0))[0]
    rest = tail.removeprefix("und")
    last = 0 if not tail else lex.numerals.get(rest, (0, 0))[0]
    if not 0 < first < int(_THOUSAND) or (tail and not 0 < last < int(_THOUSAND)):
        return None
    return first * 1000 + last, 0 if last else 1000


def _bare_fraction(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """``треть``, ``la moitié``, ``half of``: a noun that is a fraction by itself."""
    bottom = lex.fractions.get(t.words[i])
    if not bottom or t.word(i - 1) in lex.fraction_veto or t.word(i + 1) in lex.fraction_veto:
        return None
    if t.glued(i) and t.word(i - 1) not in {'"', "“", "(", "«", "'", "’"}:
        return None
    if lex.half_followers and not _half_stands(t, lex, i):
        return None
    if t.kind(i + 1) == NUMBER or t.word(i + 1) in lex.months or t.word(i + 1) in {"-", "‑"}:
        return None
    return Number(i, i + 1, share(1, bottom), share(1, bottom), None, spelled=True, share=True)


def _half_stands(t: Tokens, lex: Lexicon, i: int) -> bool:
    if t.word(i + 1) in lex.half_followers:
        return True
    return lex.hedges.match_back(t.words, i - 1) is not None or t.word(i - 1) in {"by", "to", "than"}


def _cardinal(t: Tokens, lex: Lexicon, i: int) -> Number | None:
    """A spelled cardinal: tens and units added, hundreds multiplied, scales summed."""
    total, current, room, j = 0, 0, 0, i
    scale_left: Decimal | None = None
    began = False
    single = t.words[i] in lex.one or t.words[i] in lex.article
    if single:
        current, j, began = 1, i + 1, True
    while j < len(t.words) and (j == i or _joined(t, j)):
        word = t.words[j]
        entry = lex.numerals.get(word)
        if entry is None and word in lex.one and began and room > 1:
            entry = (1, 0)
        if entry is not None:
            value, after = entry
            if word in lex.twenties and 1 < current < 10:  # noqa: PLR2004 (quatre-vingts)
                current, room = current * 20, 20
            elif not began or (0 < value < room):
                current, room = current + value, after if not began or after < room else after
            else:
                break
            began, single = True, False
        elif word in lex.hundred and current < _HUNDRED and (room < _HUNDRED or not began):
            current, room, began, single = (current or 1) * 100, 100, True, False
        elif (scale := lex.scales.get(word)) is not None and (scale_left is None or scale < scale_left):
            if not began and not lex.language.bare_scale:
                break
            total += int((current if began and current else 1) * scale)
            current, room, scale_left, began, single = 0, int(min(scale, _THOUSAND)), scale, True, False
        elif word in lex.joins and began and not single and _after_join(t, lex, j, room):
            j += 1
            continue
        elif word in {"-", "‑"} and began and t.glued(j) and t.glued(j + 1) and _after_join(t, lex, j, room):
            j += 1
            continue
        else:
            break
        j += 1
    if single and lex.and_half.match(t.words, j):
        began, single = True, False
    if not began or single:
        return None
    value = Decimal(total + current)
    number = Number(i, _after_stop(t, lex, j), value, value, ONE, spelled=True, scaled=scale_left is not None)
    if scale_left is not None and not current:
        number.step = number.factor = scale_left
        _half_after(t, lex, number)
    else:
        _and_fraction(t, lex, number, j)
    return number


def _and_fraction(t: Tokens, lex: Lexicon, number: Number, at: int) -> None:
    """``two and a half million``, ``twenty and three fifths``."""
    half = lex.and_half.match(t.words, at)
    definite = t.word(at + 1) in lex.fraction_article and t.word(at + 1) not in lex.article
    rest = None if half or definite or t.word(at) not in lex.joins else _counted_fraction(t, lex, at + 1)
    if half:
        number.low, number.end = number.low + half[0], half[1]
    elif rest:
        number.low, number.end = number.low + rest.low, rest.end
    else:
        return
    number.high = number.low
    _scale(t, lex, number)


def _joined(t: Tokens, j: int) -> bool:
    return t.near(j) or t.glued(j)


def _after_join(t: Tokens, lex: Lexicon, j: int, room: int) -> bool:
    """Whether the token after a join goes on with the same numeral."""
    word = t.word(j + 1)
    if word in lex.joins:
        word = t.word(j + 2)
    entry = lex.numerals.get(word)
    if _counted_fraction(t, lex, j + 1):
        return False
    if entry is not None:
        return 0 < entry[0] < room or (word in lex.twenties)
    if word in lex.one:
        return room > 1
    return t.word(j) in {"-", "‑"} and (word in lex.hundred or word in lex.scales)
