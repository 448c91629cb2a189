"""Words made comparable: folded to plain Latin across scripts, and cut to light stems within a language.

A name is written by ear in another language (Wöhlert, Вёлерт, Velert), so both sides are brought to one rough Latin
spelling.  The romanisation is the common core of BGN/PCGN's tables for Russian, Belarusian and Ukrainian; what
languages spell differently (c/k/q, w/v, y/i/j, ck/k, ks/x, th/t, ph/f, sh/sch/sz/š) is merged after it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "z", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "h", "ц": "z", "ч": "c", "ш": "s", "щ": "s", "ъ": "",
        "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "’": "", "'": "", "ʼ": "",
    }
)  # fmt: skip
_LATIN = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "æ": "e", "œ": "e", "ı": "i", "’": "", "'": ""}
)
# Spellings that stand for one sound, longest first; the result is a rough sound, not a romanisation of any standard.
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("dzh", "i"), ("szcz", "s"), ("shch", "s"), ("dz", "i"), ("ch", "c"),
    ("cz", "c"), ("sh", "s"), ("sz", "s"), ("rz", "r"), ("zh", "z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("tz", "z"),
    ("ts", "z"), ("ck", "k"), ("qu", "kv"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("oo", "u"),
    ("ou", "u"), ("ee", "i"), ("ea", "i"), ("ie", "i"), ("ai", "ei"),
)  # fmt: skip
_C_SOFT = re.compile(r"c(?=[eiy])")
_C_HARD = re.compile(r"c(?![hkz])")
_DOUBLE = re.compile(r"(.)\1+")
_NOT_LATIN = re.compile(r"[^a-z0-9]+")
# Endings cut from English words; longest first, the stem keeps three letters.  Porter's step 1 in short.
_ENGLISH_ENDINGS = ("ations", "ation", "ments", "ment", "ingly", "ings", "ing", "edly", "ies", "ied", "ers", "ion",
                    "ions",
                    "ed", "es", "er", "ly", "al", "s", "e", "y")  # fmt: skip
_LONGEST = 64


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A rough Latin spelling by ear of `word`: no marks, one letter for one sound; "" if nothing is left."""
    plain = word[:_LONGEST].lower()
    if plain.isascii():
        return _merge(_c_by_sound(plain))
    romanised = plain.translate(_CYRILLIC)
    if romanised != plain and romanised.isascii():
        return _merge(romanised)
    decomposed = unicodedata.normalize("NFKD", romanised.translate(_LATIN))
    return _merge(_c_by_sound("".join(c for c in decomposed if not unicodedata.combining(c))))


# With which letters `fold` may begin for a word that begins with the letter: "ts" is folded to z, "x" to ks.
_BEGINS = {"t": "tcz", "d": "di", "c": "ckse", "k": "kh", "p": "pf", "q": "k", "x": "k", "w": "v", "y": "i", "j": "i",
           "o": "ou", "e": "ei", "a": "ae"}  # fmt: skip


@lru_cache(maxsize=4096)
def begins(char: str) -> frozenset[str] | None:
    """The letters with which a word that begins with `char` may be folded; None where that cannot be told."""
    low = char.lower()
    plain = unicodedata.normalize("NFKD", low.translate(_CYRILLIC).translate(_LATIN))[:1]
    if not (plain.isascii() and plain.isalnum()):
        return None
    return frozenset(_BEGINS.get(plain, plain))


def _c_by_sound(plain: str) -> str:
    """Latin c as it sounds: s before e, i, y, else k; ch, cz and ck are read later."""
    return _C_HARD.sub("k", _C_SOFT.sub("s", plain)) if "c" in plain else plain


def _merge(plain: str) -> str:
    for spelling, sound in _SOUNDS:
        if spelling in plain:
            plain = plain.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", _NOT_LATIN.sub("", plain))


@lru_cache(maxsize=65_536)
def stem(word: str, language: str | None) -> str:
    """`word` in lower case without its English ending, or cut to where inflection begins in another language."""
    plain = word[:_LONGEST].lower()
    if plain.endswith(("'s", "’s")):
        plain = plain[:-2]
    if language in {None, "en"}:
        for ending in _ENGLISH_ENDINGS:
            if plain.endswith(ending) and len(plain) - len(ending) >= 3:
                return plain[: -len(ending)]
        return plain
    return plain if len(plain) <= 4 else plain[: max(4, len(plain) - 3)]


def alike(left: str, right: str) -> bool:
    """Whether two folded names may be one: their first letters agree, four or more and 60 % of the longer."""
    shared = common_prefix(left, right)
    longer = max(len(left), len(right))
    if longer <= 4:
        return left == right
    return shared >= 4 and shared >= 0.6 * longer


SHORTEST_SKELETON = 3
"""Fewer consonants are found in too many names."""


_VOWELS = str.maketrans("", "", "aeiouh")


def skeleton(folded: str) -> str:
    """The consonants of a folded name, h left out: vowels are what languages write differently."""
    return folded.translate(_VOWELS)


def common_prefix(left: str, right: str) -> int:
    """How many letters two words begin with alike."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
