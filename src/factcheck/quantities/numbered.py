"""Things that are numbered by what stands beside the digits: roads, units of an army, sections, papers, coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities.dates import is_year
from factcheck.quantities.nouns import counted_ahead
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

_DIGITS = 3
_UNIT_DIGITS = 4
_HYPHENS = frozenset("-–‑")
_POINTS = frozenset("n s e w o с ю в з п пн пд сш вд з.ш с.ш в.д nord sud est ouest".split())
_MINUTES = frozenset("'’′\"″”")
_NORMS = frozenset("гост гост. iso en din дсту стб pn bs lst sn nf".split())
# One capital that is a word or an abbreviation of a unit by itself rather than the letter of a road or a line.
_NO_LETTERS = frozenset("i a à y o w z u в с к о у и я а з і є ў c".split())
_PAPERS = frozenset({"com", "swd", "join", "sec"})  # COM(2021) 706
# A place after them is where something was counted: "on Monday 412 were waiting".
_PLACED = frozenset("on in at by am im bei en à au w we na у ў в во на пры".split())
_STARTS = frozenset({".", "!", "?", ":", "“", '"', "«", "„", "•", "–", "—", "-"})
# Words of an abbreviated case or paper in which a letter follows a stop: art. L. 311-4.
_SIGNS_AFTER = frozenset(".)")


def numbered(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """Why the digits at `i` number something, and the token after; None where they may count."""
    before, after = t.words[i - 1], t.words[i + 1]
    if after == "°" and t.glued[i + 1] and (found := _degrees(t, i)):
        return found
    if after == "/" and t.glued[i + 1] and (found := _of_a_year(t, lex, i)):
        return found
    if before == ")" and t.words[i - 3] == "(" and i > 3 and t.words[i - 4] in _PAPERS:
        return "reference", i + 1
    if not before or (t.kinds[i - 1] != WORD and before != "."):
        return _unit_of_an_army(t, lex, i) if t.kinds[i + 1] == WORD else None
    if len(before) <= 2 and (found := _after_letter(t, lex, i)):
        return found
    return _after_noun(t, lex, i) or (_unit_of_an_army(t, lex, i) if t.kinds[i + 1] == WORD else None)


def _degrees(t: Tokens, i: int) -> tuple[str, int] | None:
    """``37.17°N``, ``54°41'``: a latitude or a longitude."""
    at = i + 2
    if t.kinds[at] == NUMBER and t.near[at] and t.words[at + 1] in _MINUTES:
        at += 2
        if t.kinds[at] == NUMBER and t.words[at + 1] in _MINUTES:
            at += 2
        return "coordinates", at + (t.words[at] in _POINTS)
    return (
        ("coordinates", at + 1) if t.words[at] in _POINTS and (t.near[at] or t.glued[at]) and _capital(t, at) else None
    )


def _of_a_year(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``Brief 4/2026``, ``decision 41/2019``: the number of a paper in its year; 04/2026 after *in* is a month."""
    word = t.words[i]
    if not (t.glued[i + 2] and t.kinds[i + 2] == NUMBER and is_year(t.words[i + 2]) and word.isdecimal()):
        return None
    if (t.glued[i + 3] and t.words[i + 3] == "/") or len(word) > _DIGITS:
        return None
    month = word[0] == "0" and len(word) == 2 and int(word) <= 12
    if month or t.words[i - 1] in lex.year_before or t.words[i - 1] in lex.day_before:
        return None
    return "reference", i + 3


def _after_letter(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``the A 7``, ``RER B 4``, ``article L. 311-4``, ``ГОСТ Р 51303-2013``."""
    at = i - 1
    if t.words[at] == ".":
        at -= 1
        lettered = len(t.words[at]) == 1 and t.glued[at + 1] and lex.references.match_back(t.words, at - 1)
        return ("reference", _chain_end(t, i)) if lettered and _capital(t, at) else None
    if t.words[at - 1] in _NORMS and _capital(t, at):
        return "designation", _chain_end(t, i)
    word = t.words[i]
    if t.kinds[at] != WORD or len(t.words[at]) != 1 or not word.isdecimal() or len(word) > _DIGITS:
        return None
    if t.words[at] in _NO_LETTERS and (at == 0 or t.words[at - 1] in _STARTS or not _road(t, at)):
        return None
    measured = _measured(t, lex, i + 1)
    return ("designation", i + 1) if _capital(t, at) and t.near[i] and not measured else None


def _road(t: Tokens, at: int) -> bool:
    """An article or a preposition before a capital that is a word of its own elsewhere: *die A 7*."""
    return t.words[at - 1] in {"die", "der", "the", "l'", "autostrada", "autostradą", "autostrady", "l", "route"}


def _after_noun(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``Hill 112.``, ``Panzerbataillon 203 erhielt``: a name or a German noun, then digits, and nothing counted."""
    word, at = t.words[i], i - 1
    if not word.isdecimal() or len(word) > _DIGITS or t.kinds[at] != WORD or t.starts[i] - t.ends[at] != 1:
        return None
    written = t.written(at)
    if (
        not written[0].isupper()
        or at == 0
        or t.words[at - 1] in _STARTS
        or "\n" in t.text[t.ends[at - 1] : t.starts[at]]
    ):
        return None
    before = t.words[at]
    if before in lex.stopwords or before in lex.months or before.upper() in lex.codes or len(before) < 2:
        return None
    if before in lex.scales or before in lex.unit_starts or before in lex.hedges.starts or _told(t, lex, i):
        return None
    return ("name", i + 1) if _ends_name(t, lex, i + 1) else None


def _told(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether other digits stand in the same list or row of names and numbers: ``Brest 45, Grodno 30``."""
    listed = t.words[i - 2] in {",", ";", *lex.conjunctions} and NUMBER in t.kinds[max(0, i - 5) : i - 2]
    return listed or (t.words[i + 1] == "," and NUMBER in t.kinds[i + 2 : i + 5])


def _ends_name(t: Tokens, lex: Lexicon, at: int) -> bool:
    """Whether what follows counts nothing: a stop inside a text, or a small word that is none of a counted noun."""
    word = t.words[at]
    if word in _SIGNS_AFTER:
        return t.glued[at]
    if word == ",":
        return t.kinds[at + 1] == WORD and not _capital(t, at + 1)
    if (
        t.words[at - 3] in _PLACED
        or t.kinds[at] != WORD
        or t.starts[at] - t.ends[at - 1] != 1
        or _measured(t, lex, at)
        or _capital(t, at)
    ):
        return False
    if word in lex.stopwords or word in lex.conjunctions or word in lex.name_nouns:
        return True
    if lex.plural_endings and not lex.capital_nouns:
        return not counted_ahead(t, lex, at)
    return lex.capital_nouns and not (t.kinds[at + 1] == WORD and _capital(t, at + 1))


def _unit_of_an_army(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``11 Lubuska Dywizja``: a number without an ending before the name of a unit in capitals."""
    word = t.words[i]
    if lex.capital_nouns or not word.isdecimal() or len(word) > _UNIT_DIGITS or is_year(word) or not _capital(t, i + 1):
        return None
    for at in range(i + 1, min(i + 4, t.size)):
        if t.kinds[at] != WORD or not _capital(t, at):
            return None
        if t.words[at] in lex.ordinal_names:
            return "name of a unit or a century", i + 1
    return None


def _measured(t: Tokens, lex: Lexicon, at: int) -> bool:
    word = t.words[at]
    return word in {"%", "€", "$", "£"} or word in lex.scales or bool(lex.units.match(t.words, at) and len(word) > 1)


def _chain_end(t: Tokens, i: int) -> int:
    """Past the hyphens and digits glued to `i`."""
    end = i + 1
    while t.words[end] in _HYPHENS and t.glued[end] and t.glued[end + 1] and t.kinds[end + 1] in {NUMBER, WORD}:
        end += 2
    return end


def _capital(t: Tokens, at: int) -> bool:
    return 0 <= at < t.size and t.text[t.starts[at]].isupper()
