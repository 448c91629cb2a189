"""Times of day, and the scores, ratios and dates that are written like them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.quantities.fractions import slash_fraction
from factcheck.quantities.prose import HOURS
from factcheck.quantities.tokens import NUMBER, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

_DASHES = frozenset("-–—‑")
_AT = frozenset("в к о".split())
_HOURS_AFTER = frozenset({"hours", "hrs", "h"})
_AT_HOUR = frozenset("в к о у ў а o um à kl".split())
_SIGNS = 5  # 15.30
_MILITARY = 4  # 0600
_RUN = 8  # hours, minutes, seconds and their colons
_DOTTED = re.compile(r"[012]?\d\.[0-5]\d$")


def clock(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``15:30``, ``5 p.m.``, ``15 Uhr``; ``3:1`` is a score; and the token after."""
    if t.words[i + 1] == ":":
        return _colon(t, lex, i)
    if t.words[i + 1] == "/":
        return ("score or date", slashes_end(t, i + 3)) if _slashed(t, i) else None
    return _told(t, lex, i) if len(t.words[i]) <= _SIGNS else None


def _told(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """A time of day by the words beside it."""
    word, after = t.words[i], t.words[i + 1]
    said = lex.clock.match(t.words, i + 1) if after in lex.clock.starts and t.near[i + 1] else None
    if said:
        minutes = after == "h" and len(t.words[said[1]]) == 2 and t.kinds[said[1]] == NUMBER
        return "time of day", said[1] + minutes
    military = word[0] == "0" and len(word) == _MILITARY and word.isdecimal() and after in _HOURS_AFTER  # 0600 hours
    if military or (after in lex.clock_dotted and word.partition(".")[2].isdecimal()):
        return "time of day", i + 2
    before = t.words[i - 2] if t.words[i - 1] == "." else t.words[i - 1]
    hours = before in _AT and after in HOURS and word.isdecimal() and int(word) <= 24
    early = word[0] == "0" and lex.comma_decimal and before in _AT_HOUR and _DOTTED.match(word) is not None  # o 03.15
    said_before = before in lex.clock_before and t.near[i]
    return ("time of day", i + 1 + hours) if hours or early or said_before else None


def _colon(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``15:30``, ``15:30:05``, ``3:1``."""
    word = t.words[i]
    if not (t.glued[i + 1] and t.glued[i + 2] and t.kinds[i + 2] == NUMBER and word.isdecimal()):
        return None
    minutes = t.words[i + 2]
    end = i + 3
    while t.words[end] == ":" and t.glued[end] and t.kinds[end + 1] == NUMBER and end - i < _RUN:
        end += 2
    if (t.words[end] in lex.to or t.words[end] in _DASHES) and _DOTTED.match(t.words[end + 1]):
        end += 2
    return ("time of day" if len(minutes) == 2 and len(word) <= 2 else "score or ratio"), end


def slashes_end(t: Tokens, end: int) -> int:
    """Past the rest of a chain of numbers and slashes, of any length."""
    while t.words[end] == "/" and t.glued[end] and t.kinds[end + 1] == NUMBER and t.glued[end + 1]:
        end += 2
    return end


def _slashed(t: Tokens, i: int) -> bool:
    """``24/7``, ``9/11``: two short numbers, no proper fraction (those are read as such)."""
    if (
        not (t.glued[i + 1] and t.glued[i + 2] and t.kinds[i + 2] == NUMBER)
        or max(len(t.words[i]), len(t.words[i + 2])) > 2
    ):
        return False
    return slash_fraction(t, i) is None
