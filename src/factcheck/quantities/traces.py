"""What figures leave in a text at the least: digits, or a word of a few.  Where there is none of them is no figure.

To look for one value, only the places are worth reading whose digits, or whose words' digits, its own may begin with.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantities.lexicon import CODES, lexicon
from factcheck.quantities.vocabulary import met

if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView, Mapping

ANY = ""
"""The digits of a word that may be part of any value: half, several, a dozen."""

_BLANKS = " \u00a0\u202f\u2009\u2007\u200a"
_JOINED = re.compile(rf"\d+(?:[.,'’٫٬]\d+)+|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?!\d)")
_RUN = re.compile(r"\d+")
_LONG_WORD = 7
_ODD = re.compile("[½¼¾⅓⅔⅛⅜⅝⅞\u0300-\u036f\u00ad]")
_APOSTROPHE = re.compile("[’ʼ]")
_PARTS = re.compile(r"['’ʼ_]")
_NOT_DIGIT = re.compile(r"\D")
_DATED = frozenset("./-–")
_DECIMAL = (".", ",", "٫")
_LONGEST = 18  # digits whose value is told


class Mark(NamedTuple):
    """Digits in a text: where they begin, as written, what they may be worth by themselves, and how they stand.

    `run` is empty for a number that separators join of several runs, each of which has a mark of its own; `dated` says
    that they may be of a date in digits, `scaled` that a letter follows, which may be a scale.  Without `values` they
    may be worth anything.
    """

    start: int
    run: str
    values: tuple[float, ...]
    dated: bool = False
    scaled: bool = False


def marks(text: str) -> Iterator[Mark]:
    """The digits in `text`: each run, and each number that separators join; and signs that may be worth anything."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found[0] if found[0].isascii() else _ascii(found[0])
        after = text[end : end + 1]
        yield Mark(
            start, run, (float(run[:_LONGEST]),), after in _DATED or text[start - 1 : start] in _DATED, after.isalpha()
        )
    for found in _JOINED.finditer(text):
        digits = _ascii(_NOT_DIGIT.sub("", found[0]))[:_LONGEST]
        places = len(found[0]) - max(map(found[0].rfind, _DECIMAL)) - 1
        grouped = float(digits)
        yield Mark(found.start(), "", (grouped, grouped / 10.0**places) if places < len(digits) else (grouped,))
    for found in _ODD.finditer(text):
        yield Mark(found.start(), "", ())


def plain_digits(digits: str) -> str:
    """`digits` in ASCII without zeros at either end, "0" where nothing else is left."""
    return _ascii(digits).strip("0") or "0"


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)


def numeral_words(words: KeysView[str], language: str | None) -> dict[str, str]:
    """The `words` (lower case) with which a figure may begin, each with the digits that its value may begin with."""
    lex, table = lexicon(_code(language)), _table(_code(language))
    found = {word: table[word] for word in words & table.keys()}
    for word in [word for word in words if not word.isalpha()]:
        plain = _APOSTROPHE.sub("'", word)
        parts = [table[part] for part in (plain, *_PARTS.split(word)) if part in table]
        if word not in found and (parts or plain in met(lex, {plain}).anchors):
            found[word] = parts[0] if len(parts) == 1 else ANY
    known = met(lex, {word for word in words if len(word) >= _LONG_WORD})
    for word in known.anchors & words:
        value = known.compounds[word][0] if word in known.compounds else lex.numerals.get(word, (0,))[0]
        found.setdefault(word, plain_digits(str(value)) if value and value == int(value) else ANY)
    return found


def month_words(language: str | None) -> Mapping[str, int]:
    """The names of months, in lower case, with their numbers."""
    return lexicon(_code(language)).months


@cache
def _table(code: str) -> dict[str, str]:
    """Every word at which a figure may begin with its digits; those of months, which no value begins with, are "0"."""
    lex = lexicon(code)
    table = dict.fromkeys(lex.anchors, ANY)
    table.update(dict.fromkeys(lex.months, "0"))
    values: dict[str, int] = {**lex.once, **lex.times_words, **lex.ordinals, **dict.fromkeys(lex.one, 1)}
    values.update(dict.fromkeys(lex.every, 0))
    values.update({word: value for word, (value, _) in (*lex.numerals.items(), *lex.wholes.items())})
    powers = {word: scale for word, scale in lex.scales.items() if scale.normalize().as_tuple().digits == (1,)}
    values.update(dict.fromkeys((*powers, *lex.hundred), 1))
    phrases = [(first, entry[0]) for table in (lex.halves, lex.several) for first, entries in table.by_first.items()
               for entry in entries]  # fmt: skip
    table.update(dict.fromkeys((first for first, rest in phrases if rest), "0"))
    table.update({word: plain_digits(str(value)) for word, value in values.items()})
    several = {*lex.fractions, *lex.denominators, *lex.twenties, *lex.sixty_up, *lex.vague, *lex.several_scales,
               *(lex.scales.keys() - powers.keys())}  # fmt: skip
    whole = {first for first, rest in phrases if not rest}
    several |= whole
    several.update(max(rest, key=len) for first, rest in phrases if rest and first not in whole)
    table.update(dict.fromkeys(several, ANY))
    return table


def _code(language: str | None) -> str:
    code = (language or "").partition("-")[0].lower()
    return code if code in CODES else "en"
