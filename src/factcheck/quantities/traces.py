"""What figures leave in a text at the least: digits, or a word of a few.  Where there is none of them is no figure.

To look for one value, only the places are worth reading whose digits, or whose words' digits, its own may begin with.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.quantities.figures import FOLDED
from factcheck.quantities.lexicon import CODES, lexicon
from factcheck.quantities.vocabulary import met

if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView, Mapping

ANY = -1.0
"""The value of a word that may be part of any: half, several, a dozen."""

NONE = -2.0
"""The value of a word that has none of its own: a month, a scale as it is shortened, "every" before "third"."""

_BLANKS = " \u00a0\u202f\u2009\u2007\u200a"
_JOINED = re.compile(rf"\d+/\d+|\d+(?:[.,'’٫٬]\d+)+|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?!\d)")
_JOINS = frozenset(f"/.,'’٫٬{_BLANKS}")
_RUN = re.compile(r"\d+")
_LONG_WORD = 7
# Scales as they are shortened, which begin no figure.
_SHORTENED = frozenset("mio mrd mln mld млн млрд тыс трлн тис tys bn tn mn trn bln mlrd tūkst md".split())
_ODD = re.compile("[½¼¾⅓⅔⅛⅜⅝⅞\u0300-\u036f\u00ad‘]")
_APOSTROPHE = re.compile("[’ʼ]")
_PARTS = re.compile(r"['’ʼ_\d]+")
_NOT_DIGIT = re.compile(r"\D")
_DATED = frozenset("./-–'’")
_DECIMAL = (".", ",", "٫")
_LONGEST = 18  # digits whose value is told


Mark = tuple[int, int, str, tuple[float, ...], bool, bool]
"""Digits in a text: where they begin and end, as written, what they may be worth by themselves, and how they stand.

As written they are empty for a number that separators join of several runs, each of which has a mark of its own.
Without values they may be worth anything.  Then come whether they may be of a date in digits, and whether a letter
follows, which may be a scale.
"""


def marks(text: str) -> Iterator[Mark]:
    """The digits in `text`: each run, and each number that separators join; and signs that may be worth anything."""
    joined_until = 0
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found[0]
        if end - start > _LONGEST or not run.isascii():
            run = _ascii(run[:_LONGEST])
        before, after = text[start - 1 : start], text[end : end + 1]
        value = float(run)
        values = (value, value / 10.0 ** len(run)) if before == "." else (value,)
        yield start, end, run, values, after in _DATED or before in _DATED, after.isalpha()
        if after in _JOINS and start >= joined_until and (joined := _JOINED.match(text, start)):
            joined_until = joined.end()
            yield start, joined_until, "", _worths(joined[0]), False, text[joined_until : joined_until + 1].isalpha()
    for odd in _ODD.finditer(text):
        if odd[0] != "‘" or text[odd.start() - 1 : odd.start()].isalpha():
            yield odd.start(), odd.end(), "", (), False, False


def _worths(joined: str) -> tuple[float, ...]:
    """What a number with separators, or a fraction with a stroke, may be worth."""
    one, stroke, other = joined.partition("/")
    if stroke:
        part, whole = float(one[:_LONGEST]), float(other[:_LONGEST])
        return (part / whole if whole else 0.0,)
    digits = _ascii(_NOT_DIGIT.sub("", joined))[:_LONGEST]
    places = len(joined) - max(map(joined.rfind, _DECIMAL)) - 1
    return (float(digits), float(digits) / 10.0**places) if places < len(digits) else (float(digits),)


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)


def numeral_words(words: KeysView[str], language: str | None) -> dict[str, float]:
    """The `words` (lower case) with which a figure may begin, each with its own value."""
    lex, table = lexicon(_code(language)), _table(_code(language))
    found = {word: table[word] for word in words & table.keys()}
    for word in [word for word in words if not word.isalpha()]:
        plain = _APOSTROPHE.sub("'", word)
        if word not in found and (plain in table or plain in met(lex, {plain}).anchors):
            found[word] = table.get(plain, ANY)
        elif word not in found and any(part in table for part in _PARTS.split(word)):
            found[word] = ANY
    known = met(lex, {word for word in words if len(word) >= _LONG_WORD})
    for word in known.anchors & words:
        value = known.compounds[word][0] if word in known.compounds else lex.numerals.get(word, (0,))[0]
        found.setdefault(word, float(value) if value else ANY)
    return found


def scale_words(words: KeysView[str], language: str | None) -> set[str]:
    """The `words` (lower case) that may make a number before them worth more: scales, and what may be any value."""
    lex, table = lexicon(_code(language)), _table(_code(language))
    found = {word for word in words & table.keys() if table[word] == ANY or word in lex.scales or word in lex.hundred}
    return found | (words & _folded(_code(language)))


def month_words(language: str | None) -> Mapping[str, int]:
    """The names of months, in lower case, with their numbers."""
    return lexicon(_code(language)).months


@cache
def _table(code: str) -> dict[str, float]:
    """Every word at which a figure may begin with its value."""
    lex = lexicon(code)
    table = dict.fromkeys(lex.anchors, ANY)
    table.update(dict.fromkeys((*lex.months, *lex.every), NONE))
    table.update(
        {word: float(value) for words in (lex.once, lex.times_words, lex.ordinals) for word, value in words.items()}
    )
    table.update(dict.fromkeys(lex.one, 1.0))
    table.update(dict.fromkeys(lex.hundred, 100.0))
    values = {word: float(value) for word, value in lex.scales.items()}
    values.update({word: float(value) for word, (value, _) in lex.wholes.items()})
    values.update({word: float(value) for word, (value, _) in lex.numerals.items()})
    table.update(values)
    table.update(dict.fromkeys(_SHORTENED & table.keys(), NONE))
    phrases = [(first, entry[0]) for phrases in (lex.halves, lex.several) for first, entries in phrases.by_first.items()
               for entry in entries]  # fmt: skip
    whole = {first for first, rest in phrases if not rest}
    table.update(dict.fromkeys(({first for first, _ in phrases} - whole) - lex.one - values.keys(), NONE))
    several = {*lex.fractions, *lex.denominators, *lex.twenties, *lex.sixty_up, *lex.vague, *lex.several_scales, *whole,
               *(max(rest, key=len) for first, rest in phrases if rest and first not in whole)}  # fmt: skip
    table.update(dict.fromkeys(several, ANY))
    return table


@cache
def unit_signs(language: str | None, unit: str) -> re.Pattern[str]:
    """What stands beside every figure in `unit`, in small letters; a part of it at the least."""
    units = lexicon(_code(language)).units.by_first.items()
    codes = {unit, *(code for code, (folded, _) in FOLDED.items() if folded == unit)}
    firsts = {word for word, entries in units if any(entry[2] in codes for entry in entries)}
    shortest = sorted(word for word in firsts if not any(word != other and word.startswith(other) for other in firsts))
    return re.compile("|".join(map(re.escape, shortest)))


@cache
def _folded(code: str) -> frozenset[str]:
    """The first words of units that are so many of another: decades, megatonnes."""
    units = lexicon(code).units.by_first.items()
    return frozenset(word for word, entries in units if any(entry[2] in FOLDED for entry in entries))


def _code(language: str | None) -> str:
    code = (language or "").partition("-")[0].lower()
    return code if code in CODES else "en"
