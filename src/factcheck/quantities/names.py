"""Digits that are no figure: designations, note markers, pages and articles, phones, codes, times, names of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities.clock import clock, slashes_end
from factcheck.quantities.codes import address, code
from factcheck.quantities.dates import FIRST_LIKELY, is_year
from factcheck.quantities.nouns import counted_ahead
from factcheck.quantities.numbered import numbered
from factcheck.quantities.prose import GLUED_CODES, in_prose
from factcheck.quantities.tokens import LINK, NUMBER, SIGN, WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.lexicon import Lexicon

_DASHES = frozenset("-–—‑")
_CLOSERS = frozenset(".,;!?)]”\"’'»…")
_MARKER_DIGITS = 3
_LIST_DIGITS = 2
_YEAR_DIGITS = 4
_QUOTED_WORDS = 5
_ENDED = frozenset("»”“")
# Words before a number of four digits that is no year.
_NUMBERED = frozenset(
    "p pp page pages s с стр п § # № no nr nos n ° º box jw drs az resolution résolution rezolucja rezolucji "
    "rezoliucija резолюция резолюции резолюцию резолюцией резолюція резолюції рэзалюцыя рэзалюцыі decree".split()
)
_HOUSE_LETTERS = frozenset("abcdefабвг")
# Words that number things and also stand before counts: nothing counted may follow the digits.
_LOOSE = frozenset(
    """day week post base window field file size book row court heat round stop charge patient participant respondent
    document platform site station group team unit class district sector camp campus crew hall cell tower station fall
    tag platz haus woche zug rang gruppe klasse bezirk jour cas canal semaine place zone rang groupe classe train
    journée dzień dniu miejsce tydzień rząd dzień program programu budynku budynek zdjęcie sektorze grupa klasa
    klasy день дня
    дело дела место путь лист листы ряд пост школы школе школа окно неделя группа зона отряд отряда батальон
    бригада цех
    объект объекта партия участок участка тиждень справа справи місце загін бригада дзень тыдзень месца справа атрад
    diena savaitė vieta byla programa grupė класса больница больницы лікарні школі колонії колония поезд вагон корабль
    автобус bus train tram camera билет пост карта выход programmes batch order bill error code""".split()
)
_GLUE = frozenset("-–‑/._:@#+=&")


def no_figure(t: Tokens, lex: Lexicon, i: int, reference_end: int) -> tuple[str, int] | None:
    """Why the digits at token `i` are no figure, and the token after what is none; None where they may be one.

    `reference_end` is the token after the last page or article number, for lists of them.
    """
    if reference_end != i - 1 and in_prose(t, lex, i):
        return None
    glued, goes_on = t.glued[i], t.glued[i + 1]
    return (
        code(t, i)
        or ((glued or goes_on) and _glued_name(t, lex, i))
        or (glued and _marker(t, i))
        or _reference(t, lex, i, reference_end)
        or clock(t, lex, i)
        or (len(t.words[i]) == _YEAR_DIGITS and _event(t, lex, i))
        or _numbered_name(t, lex, i)
        or (goes_on and _list_number(t, lex, i))
        or address(t, i)
        or numbered(t, lex, i)
        or None
    )


def _list_number(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``1. Introduction`` and ``2) Trade`` at the beginning of a line."""
    sign = t.words[i + 1]
    if sign not in {".", ")"} or not t.glued[i + 1] or len(t.words[i]) > _LIST_DIGITS or t.kinds[i + 2] != WORD:
        return None
    if i and "\n" not in t.text[t.ends[i - 1] : t.starts[i]]:
        return None
    if sign == "." and (t.glued[i + 2] or not t.written(i + 2)[0].isupper() or lex.stop_ordinal):
        return None
    return "list number", i + 1


def _glued_name(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``S-400``, ``Covid-19``, ``M30A2``, ``27SM3``: letters and digits in one word."""
    if t.glued[i]:
        before = t.kinds[i - 1]
        if before == WORD and not _prefix_glued(t, lex, i - 1):
            return "designation", _name_end(t, i)
        if (
            t.words[i - 1] in _DASHES
            and t.glued[i - 1]
            and t.kinds[i - 2] == WORD
            and not _may_precede(t, lex, i)
            and not ("." in t.words[i] and t.words[i - 2].isalpha() and t.written(i - 2).islower())  # magnitude-6.4
            and not (t.glued[i - 2] and t.kinds[i - 3] == NUMBER and _suffix(t, lex, i - 2))
        ):
            return "designation", _name_end(t, i)
        sample = t.words[i - 1] == "=" and t.words[i - 2] in {"n", "p"}  # N=1,000
        if t.words[i - 1] in {"/", "_", "="} and t.glued[i - 1] and t.kinds[i - 2] in {WORD, LINK} and not sample:
            return "designation", _name_end(t, i)
    if t.glued[i + 1] and t.kinds[i + 1] == WORD and (_lettered(t, lex, i) or not _suffix(t, lex, i + 1)):
        return "designation", _name_end(t, i)
    return None


def _lettered(t: Tokens, lex: Lexicon, i: int) -> bool:
    """``9M38``, and ``14b`` of a house or a section: one letter after the digits that scales or measures nothing."""
    letter = t.words[i + 1]
    if len(letter) > 1:
        return False
    if t.glued[i + 2] and t.kinds[i + 2] == NUMBER:
        return t.written(i + 1).isupper()
    return letter in _HOUSE_LETTERS and letter not in lex.ordinal_suffixes and t.kinds[i - 1] == WORD


def _name_end(t: Tokens, i: int) -> int:
    end = i + 1
    while t.glued[end] and (t.kinds[end] in {WORD, NUMBER} or (t.words[end] in _GLUE - {"."} and t.glued[end + 1])):
        end += 1
        if end - i > 40:
            break
    return end


def _prefix_glued(t: Tokens, lex: Lexicon, i: int) -> bool:
    """``USD5``, ``c1990``, ``Oct2``."""
    word = t.words[i]
    return (
        word in GLUED_CODES
        or word in lex.months
        or (lex.references.match_back(t.words, i) is not None and t.written(i).islower())
        or word in {"ca", "fy", "circa"}
    )


def _may_precede(t: Tokens, lex: Lexicon, i: int) -> bool:
    """What may stand before digits and a hyphen: ``mid-1990s``, ``pre-2014``, a month, a spelled number."""
    word = t.words[i - 2]
    if word in lex.decade_part or word in lex.numerals or word in lex.months:
        return True
    if word in {"pre", "post", "до", "после", "пост", "non", "sub"}:
        return True
    return t.words[i - 1] == "–" and len(t.words[i]) > 2 and t.written(i - 2)[0].islower()


def _suffix(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether the letters glued after digits are a unit, a scale, an ordinal or a decade."""
    word = t.words[i]
    if len(word) == 1 and t.written(i).isupper():
        return word in {"k", "m", "к", "м"} or (
            word in lex.scale_letters and t.kinds[i - 2] == SIGN and t.words[i - 2] in "$€£"
        )
    return (
        word in lex.unit_starts
        or word in lex.scales
        or word in lex.scale_letters
        or word in lex.ordinal_suffixes
        or word in lex.decade_after
        or word in lex.times
        or word in lex.months
        or word in lex.year_words
        or word in {"½", "¼", "¾"}
    )


def _marker(t: Tokens, i: int) -> tuple[str, int] | None:
    """``programmes.1``, ``GDP)117``: a printed note marker, glued to what ends a word."""
    word = t.words[i]
    if not t.glued[i] or not word.isdecimal() or len(word) > _MARKER_DIGITS or t.words[i - 1] not in _CLOSERS:
        return None
    if not t.glued[i - 1] or t.words[i - 2] in "$€£" or (t.kinds[i - 2] == NUMBER and t.words[i - 1] in ".,'’"):
        return None
    if t.words[i - 1] in {"'", '"', "’"} and t.kinds[i - 2] == SIGN and t.words[i - 2] not in _CLOSERS:
        return None
    return "note marker", i + 1


def _reference(t: Tokens, lex: Lexicon, i: int, reference_end: int) -> tuple[str, int] | None:
    """``Article 5``, ``p. 569``, ``§ 3``, ``№ 5``, and the rest of a list of such numbers."""
    if (
        i > 1
        and reference_end == i - 1
        and t.words[i - 1] in {*_DASHES, ",", "/"} | lex.conjunctions | lex.alternatives
    ):
        counted = (
            t.words[i - 1] == "," and t.kinds[i + 1] == WORD and t.near[i + 1] and t.words[i + 1] not in lex.stopwords
        )
        return ("reference", i + 1) if not counted and _no_measure(t, lex, i + 1) and _small(t, i) else None
    at = i - 1
    found = lex.references.match_back(t.words, at) if t.words[at] in lex.references.starts else None
    if not found and t.words[at] == ".":
        at -= 1
        found = lex.references.match_back(t.words, at) if at >= 0 else None
    found = None if found and t.words[at] in _LOOSE and _counts(t, lex, i) else found  # "each day 45 people"
    if not found or not (t.near[i] or t.glued[i]) or not _no_measure(t, lex, i + 1):
        if t.words[i + 1] in lex.references_after and t.near[i + 1] and t.words[i].replace(".", "").isdecimal():
            return "reference", i + 2
        return ("reference", i + 1) if not found and _flight(t, lex, i) else None
    if (
        is_year(t.words[i])
        and int(t.words[i]) >= FIRST_LIKELY
        and t.words[at - 1 if t.words[at] == "." else at] not in _NUMBERED
    ):
        return None
    if found[1] == at and len(t.words[at]) == 1 and t.words[at].isalpha() and t.words[i - 1] != ".":
        return None
    end = i + 1
    if (t.words[end] in _DASHES and t.glued[end] and t.kinds[end + 1] == NUMBER and t.glued[end + 1]) or (
        t.glued[end] and t.words[end] in _DASHES and t.kinds[end + 1] == WORD and t.glued[end + 1]
    ):
        end += 2
    end = slashes_end(t, end)
    if end > i + 1 and t.words[end] in _DASHES and t.glued[end] and t.glued[end + 1] and t.kinds[end + 1] == WORD:
        end += 2
    while t.words[end] == "(" and t.glued[end] and t.words[end + 2] == ")" and t.glued[end + 1] and t.glued[end + 2]:
        end += 3  # Article 1(2)(b)
    return "reference", end


def _counts(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether the number at token `i` is written as a count or has a counted noun after it."""
    if not t.words[i].isdecimal() or len(t.words[i]) > _MARKER_DIGITS:
        return True
    if t.kinds[i + 1] != WORD or not t.near[i + 1] or t.words[i + 1] in lex.stopwords:
        return False
    return t.written(i + 1)[0].isupper() or not lex.plural_endings or counted_ahead(t, lex, i + 1)


def _flight(t: Tokens, lex: Lexicon, i: int) -> bool:
    """``flight LO 672``, ``Smith 2019: 34``."""
    before = t.words[i - 1]
    if before == ":":
        alone = t.kinds[i + 1] != WORD or t.words[i + 1] in lex.stopwords
        return is_year(t.words[i - 2]) and alone and t.words[i].isdecimal() and _small(t, i)
    lettered = t.kinds[i - 1] == WORD and 1 < len(before) <= 3 and t.written(i - 1).isupper()
    return lettered and t.words[i].isdecimal() and lex.references.match_back(t.words, i - 2) is not None


def _small(t: Tokens, i: int) -> bool:
    return len(t.words[i]) <= 4 and not is_year(t.words[i])


def _no_measure(t: Tokens, lex: Lexicon, end: int) -> bool:
    word = t.words[end]
    if word in {"%", "€", "$", "₽"} or word in lex.scales:
        return False
    unit = lex.units.match(t.words, end) if t.near[end] else None
    return unit is None or len(word) <= 2


def _event(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``Zapad 2013``, ``«Запад-2017»``: the year is part of a name."""
    if not is_year(t.words[i]) or i == 0:
        return None
    if lex.event_names.match_back(t.words, i - 1) and t.written(i - 1)[0].isupper():
        return "name", i + 1
    named = t.kinds[i - 1] == WORD and t.written(i - 1)[0].isupper() and t.words[i - 1] not in lex.months
    if named and t.words[i + 1] in lex.event_nouns and t.words[i - 1] not in lex.year_before:
        return "name", i + 1
    return None


def _numbered_name(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    """``Nord Stream 2``, ``Minsk 1 and 2``, ``Ukraine 2.0``: a small number after a name, nothing counted after it."""
    word = t.words[i]
    short = len(word) <= _MARKER_DIGITS or (is_year(word) and not _says_when(t, lex, i - 1))
    quoted = t.words[i + 1] in _ENDED and short and _quoted_name(t, i)
    if quoted or (word.endswith(".0") and t.kinds[i - 1] == WORD and t.near[i] and _versioned(t, lex, i)):
        return "name", i + 1
    return _small_name(t, lex, i)


def _numbered_event(t: Tokens, lex: Lexicon, i: int) -> bool:
    """``Expo 58``, ``Euro 96``."""
    named = t.written(i - 1)[0].isupper() and lex.event_names.match_back(t.words, i - 1) is not None
    if _starts_sentence(t, i - 1) and t.kinds[i + 1] != WORD:
        return False
    return named and t.words[i].isdecimal() and t.words[i - 1].upper() not in lex.codes and _no_measure(t, lex, i + 1)


def _says_when(t: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether the word at `i` makes a year of the digits after it rather than the end of a name."""
    word = t.words[i]
    return word in lex.year_before or word in lex.stopwords or word in lex.months or word in lex.day_words


def _small_name(t: Tokens, lex: Lexicon, i: int) -> tuple[str, int] | None:
    word = t.words[i]
    if len(word) == 2 and t.words[i - 1] in lex.event_names.starts and _numbered_event(t, lex, i):
        return "name", i + 1
    if (
        lex.capital_nouns
        or len(word) > 3
        or t.kinds[i + 1] != WORD
        or "\n" in t.text[t.ends[i] : t.starts[i + 1]]
        or t.kinds[i - 1] != WORD
        or t.starts[i] - t.ends[i - 1] != 1
    ):
        return None
    before = t.written(i - 1)
    if (
        not before[0].isupper()
        or _starts_sentence(t, i - 1)
        or t.words[i - 1] in lex.stopwords
        or (before.isupper() and len(before) == 3)
    ):
        return None
    if t.words[i - 1] in lex.months or not ((word.isdecimal() and len(word) <= 2) or word.endswith(".0")):
        return None
    after = t.words[i + 1]
    if after in lex.scales or not (after in lex.stopwords or after in lex.conjunctions or after in lex.name_nouns):
        return None
    return "name", i + 1


def _versioned(t: Tokens, lex: Lexicon, i: int) -> bool:
    """``Ukraine 2.0``, with no unit after it."""
    word = t.words[i + 1]
    measured = word in lex.scales or (lex.units.match(t.words, i + 1) is not None and t.near[i + 1])
    named = t.written(i - 1)[0].isupper() and t.words[i - 1].upper() not in lex.codes
    return named and t.words[i - 1] not in lex.stopwords and not measured


def _quoted_name(t: Tokens, i: int) -> bool:
    """``«Северный поток — 2»``, ``„Boeing 737“``: a few words in quotation marks that end in a number."""
    for at in range(i - 1, max(-1, i - 1 - _QUOTED_WORDS), -1):
        if t.words[at] in {"«", "“", "„"}:
            return at < i - 1 and t.kinds[at + 1] == WORD and t.written(at + 1)[0].isupper()
        if t.kinds[at] != WORD and t.words[at] not in _DASHES:
            return False
    return False


def _starts_sentence(t: Tokens, i: int) -> bool:
    return i == 0 or t.words[i - 1] in {".", "!", "?", ":", "“", '"', "«", "„"}
