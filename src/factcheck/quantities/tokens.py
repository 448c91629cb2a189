"""A text cut into words, numbers and signs, chunk by chunk, so that a text of any size is read in bounded memory."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate
from operator import add, not_, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WORD, NUMBER, LINK, SIGN = 2, 3, 1, 0
OPENERS = frozenset("([“\"«„'‘")
"""Signs that may open a stretch of words; a straight quote may also close one."""
_SPACES = "\u00a0\u202f\u2009\u2007\u200a"
_LINK = r"(?:https?://|www\.)\S+"
_LETTER = r"[^\W\d_²³¹⁰⁴-⁹½¼¾⅓⅔⅛⅜⅝⅞]"
_MARKED = rf"{_LETTER}+(?:[\u0300-\u036f\u00ad]+{_LETTER}*)*"
# A group of three digits after a blank: after a plain blank only where a word or a stop follows, since the columns of a
# table look the same; languages that group so need no such proof.
_PROSE = r"(?= ?[^\W\d_]|[.,;:%)\]])"
_DIGITS = r"\d+(?:[.,'’٫٬]\d+)*"
_NO_NAME = r"(?<![^\W\d_][-–])"


def _number(*, spaced: bool) -> str:
    blank = rf"{_NO_NAME}\d{{1,3}}(?:[ {_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    thin = rf"{_NO_NAME}\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    return f"{blank}|{_DIGITS}" if spaced else f"{thin}|{blank}{_PROSE}|{_DIGITS}"


def token_pattern(*, spaced: bool, inner: str = "") -> re.Pattern[str]:
    """The pattern of a token, a link, a word, a number or a sign (group 2), and of the blanks before it (group 1).

    `spaced`: the language groups digits with blanks.  `inner`: apostrophes that belong to words.
    """
    word = rf"{_MARKED}(?:[{inner}]{_LETTER}+)*" if inner else _MARKED
    return re.compile(rf"(\s*)({_LINK}|{word}|{_number(spaced=spaced)}|\S|\Z)")


class _Kinds(dict[str, int]):
    """The kind of a token by its first character; a link begins as a word does."""

    def __missing__(self, char: str) -> int:
        kind = NUMBER if char.isdecimal() else WORD if _FIRST_LETTER.match(char) else SIGN
        self[char] = kind
        return kind


class _Near(dict[str, bool]):
    """Whether the blanks before a token leave it on the line of the one before it or on the next."""

    def __missing__(self, gap: str) -> bool:
        near = len(gap) <= 1 or (len(gap) <= _WIDE and gap.count("\n") <= 1)
        if len(gap) <= _WIDE:
            self[gap] = near
        return near


_FIRST_LETTER = re.compile(_LETTER)
_DIGIT = re.compile(r"\d")
_KINDS = _Kinds()
_NEAR = _Near()
_ODD = re.compile("[\u0300-\u036f\u00ad’ʼ‘`]")
_PLAIN = str.maketrans({"\u00ad": None, "’": "'", "ʼ": "'", "‘": "'", "`": "'"})
_PAD = 64
_NO = [False] * _PAD
_NOTHING = [""] * _PAD
_SIGNS = [SIGN] * _PAD
_WIDE = 4
_CHUNK = 1_000
_REACH = 2_000
# No figure goes on over an empty line, nor over the end of a line with which a sentence ends.  A short word and a stop,
# or a stop before digits, may be an abbreviation.
_SAFE = re.compile(
    r"\n[ \t\r]*\n|(?:(?<=[^\W\d_]{4})\.|[!?…])[)\]»”\"’'“]?[ \t\r]*\n(?![ \t\r]*\d)",
)


@dataclass(slots=True)
class Tokens:
    """The tokens of one chunk, in small letters; `starts` and `ends` count in `text`, which begins at `offset`.

    `words`, `kinds`, `glued` and `near` end in `_PAD` empty entries beyond `size`: a look at a few places before
    the first token or after the last needs no check of bounds: ``words[-1]`` is empty.
    """

    text: str
    offset: int
    words: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    kinds: list[int]
    """WORD, NUMBER, LINK or SIGN."""
    glued: list[bool]
    """Whether a token follows the one before it without a blank."""
    near: list[bool]
    """Whether it follows on the same line or the next, no blank line between."""
    size: int

    def written(self, index: int) -> str:
        """Token `index` as written."""
        return self.text[self.starts[index] : self.ends[index]]


_FULL_WIDTH = re.compile("[！-～]")
_HALF_WIDTH = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})


def small(text: str) -> str:
    """`text` in small letters, full-width ones as ASCII, of the same length whatever its script."""
    if not text.isascii() and _FULL_WIDTH.search(text):
        text = text.translate(_HALF_WIDTH)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def cut(
    text: str, pattern: re.Pattern[str], offset: int = 0, begins: Callable[[Sequence[str]], bool] | None = None
) -> Tokens:
    """The tokens of one chunk; none where it has neither digit nor link, and `begins` is false of its words."""
    lowered = small(text)
    found = pattern.findall(lowered)
    while found and not found[-1][1]:  # the end, matched so that blanks are tried once
        found.pop()
    if not found:
        return _no_tokens(text, offset)
    linked = "://" in lowered or "www." in lowered
    printed = [word for _, word in found]
    words = printed
    if _ODD.search(text):
        words = [word if len(word) == 1 or (word.isalnum() and "ʼ" not in word) else _plain(word) for word in words]
    if begins is not None and not linked and not _DIGIT.search(lowered) and not begins(words):
        return _no_tokens(text, offset)
    gaps = [gap for gap, _ in found]
    sizes = list(map(len, printed))
    ends = list(accumulate(map(add, map(len, gaps), sizes)))
    starts = list(map(sub, ends, sizes))
    kinds = [_KINDS[word[0]] for word in printed]
    if linked:
        kinds = [
            LINK if kind == WORD and ("." in word or ":" in word) else kind
            for kind, word in zip(kinds, printed, strict=True)
        ]
    glued, near = list(map(not_, gaps)), list(map(_NEAR.__getitem__, gaps))
    glued[0] = near[0] = False
    return Tokens(text, offset, words + _NOTHING, starts, ends, kinds + _SIGNS, glued + _NO, near + _NO, len(words))


def _no_tokens(text: str, offset: int) -> Tokens:
    return Tokens(text, offset, list(_NOTHING), (), (), list(_SIGNS), list(_NO), list(_NO), 0)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.translate(_PLAIN))


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """`text` in pieces of about 1,000 characters with their offsets, each read as if it were all there is.

    A piece ends with a paragraph or with a sentence at the end of a line if it does within 3,000 characters, else with
    a line, a sentence or a word.
    """
    start, size = 0, len(text)
    while size - start > _CHUNK:
        end = _cut_place(text, start + _CHUNK)
        yield start, text[start:end]
        start = end
    if start < size:
        yield start, text[start:]


def _cut_place(text: str, at: int) -> int:
    far = at + _REACH
    found = _SAFE.search(text, at, far)
    if found:
        return found.end()
    for mark in ("\n", ". ", " "):
        place = text.find(mark, at, far)
        if place >= 0:
            return place + len(mark)
    return min(far, len(text))
