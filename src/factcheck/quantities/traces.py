"""What figures leave in a text at the least: digits, or a word of a few.  Where there is none of them is no figure.

To look for one value, only the places are worth reading whose digits, or whose words' digits, its own may begin with.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

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
_JOINED = re.compile(rf"\d+(?:[.,'’٫٬]\d+)+|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?!\d)")
_RUN = re.compile(r"\d+")
_LONG_WORD = 7
# Scales as they are shortened, which begin no figure.
_SHORTENED = frozenset("mio mrd mln mld млн млрд тыс трлн тис tys bn tn mn trn bln mlrd tūkst md".split())
_FRACTION = re.compile(r"(\d+)/(\d+)")
_ODD = re.compile(r"[½¼¾⅓⅔⅛⅜⅝⅞\u0300-\u036f\u00ad]|(?<=[^\W\d_])[‘`](?=[^\W\d_])")
_APOSTROPHE = re.compile("[’ʼ]")
_PARTS = re.compile(r"['’ʼ_\d]+")
_NOT_DIGIT = re.compile(r"\D")
_DATED = frozenset(("", ".", "/", "-", "–", "'", "’"))
_DECIMAL = (".", ",", "٫")
_LONGEST = 18  # digits whose value is told


class Mark(NamedTuple):
    """Digits in a text: where they begin, as written, what they may be worth by themselves, and how they stand.

    `run` is empty for a number that separators join of several runs, each of which has a mark of its own; `dated` says
    that they may be of a date in digits, `glued` that a letter follows, which may be a scale.  Without `values` they
    may be worth anything.
    """

    start: int
    run: str
    values: tuple[float, ...]
    dated: bool
    glued: bool


def marks(text: str) -> Iterator[Mark]:
    """The digits in `text`: each run, and each number that separators join; and signs that may be worth anything."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found[0] if found[0].isascii() else _ascii(found[0])
        after = text[end : end + 1]
        dated = after in _DATED or (start > 0 and text[start - 1] in _DATED)
        value = float(run[:_LONGEST])
        values = (value,) if start == 0 or text[start - 1] != "." else (value, value / 10.0 ** len(run[:_LONGEST]))
        yield Mark(start, run, values, dated, after.isalpha())
    for found in _JOINED.finditer(text):
        written = found[0]
        digits = _ascii(_NOT_DIGIT.sub("", written))[:_LONGEST]
        places = len(written) - max(map(written.rfind, _DECIMAL)) - 1
        values = (float(digits), float(digits) / 10.0**places) if places < len(digits) else (float(digits),)
        yield Mark(found.start(), "", values, dated=False, glued=text[found.end() : found.end() + 1].isalpha())
    for found in _FRACTION.finditer(text):
        part, whole = float(found[1][:_LONGEST]), float(found[2][:_LONGEST])
        yield Mark(found.start(), "", (part / whole if whole else 0.0,), dated=False, glued=True)
    for found in _ODD.finditer(text):
        yield Mark(found.start(), "", (), dated=False, glued=False)


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
