"""A language's words of figures as look-up tables, read from `built/CODE.json` once per process and language.

``python -m factcheck.quantities.export_tables`` writes the files from the language's data file and its CLDR file, which
would cost ten milliseconds a language if every process did it anew.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.quantities.forms import Phrases, Stems
from factcheck.quantities.tokens import token_pattern
from factcheck.quantities.vocabulary import Vocabulary

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

CODES = ("en", "ru", "be", "uk", "pl", "de", "fr", "lt")
BUILT = Path(__file__).parent / "built"
_PARTS = "|"
"""What parts the words of a set in a built file."""


class Lexicon:
    """The words of figures of one language, ready for look-up; the tables are those of `Language`, and more.

    Each is made of what the built file has for it when it is first asked for, by its type: a sentence needs few.
    """

    code: str
    spaced: bool
    """Whether the language groups digits with blanks."""
    inner: str
    """Apostrophes that belong to words."""
    comma_decimal: bool
    numerals: dict[str, tuple[int, int]]
    """Cardinal → (value, what may be added to it must be smaller than this)."""
    tens: frozenset[str]
    """Twenty and thirty, with which a day may begin."""
    hundred: frozenset[str]
    sixty_up: frozenset[str]
    twenties: frozenset[str]
    joins: frozenset[str]
    one: frozenset[str]
    article: frozenset[str]
    scales: dict[str, Decimal]
    scale_letters: dict[str, Decimal]
    vague: dict[str, int]
    vague_follow: frozenset[str]
    several: Phrases[bool]
    several_scales: dict[str, tuple[int, int]]
    fractions: dict[str, int]
    denominators: dict[str, int]
    fraction_article: frozenset[str]
    half_followers: frozenset[str]
    part_words: frozenset[str]
    fraction_veto: frozenset[str]
    halves: Phrases[Decimal]
    and_half: Phrases[Decimal]
    every: frozenset[str]
    ordinals: dict[str, int]
    ordinal_suffixes: frozenset[str]
    ordinal_names: Stems
    times: frozenset[str]
    times_words: dict[str, int]
    times_follow: frozenset[str]
    wholes: dict[str, tuple[int, str]]
    once: dict[str, int]
    once_follow: frozenset[str]
    units: Phrases[str]
    unit_starts: AbstractSet[str]
    money_before: Phrases[str]
    codes: frozenset[str]
    """ISO 4217 codes that are no words."""
    money_adjectives: list[tuple[Stems, str, str]]
    unit_joins: frozenset[str]
    unit_adjectives: frozenset[str]
    compound_values: dict[str, Decimal]
    """First halves of compounds (*восьмимесячный*) → their value; `compound_units` are the second halves."""
    compound_units: dict[str, str]
    compound_firsts: frozenset[str]
    """The first two letters of compounds."""
    numeral_hint: tuple[str, ...]
    months: dict[str, int]
    month_capital: frozenset[str]
    month_before: frozenset[str]
    month_alone: frozenset[str]
    date_joins: frozenset[str]
    year_joins: frozenset[str]
    decimal_words: frozenset[str]
    day_words: frozenset[str]
    day_before: frozenset[str]
    year_words: frozenset[str]
    years_plural: frozenset[str]
    year_before: frozenset[str]
    decade_before: frozenset[str]
    decade_after: frozenset[str]
    decade_part: frozenset[str]
    open_between: frozenset[str]
    between_joins: frozenset[str]
    open_from: frozenset[str]
    open_change: frozenset[str]
    changing: Stems
    to: frozenset[str]
    to_change: frozenset[str]
    alternatives: frozenset[str]
    conjunctions: frozenset[str]
    out_of: Phrases[bool]
    one_in: Phrases[bool]
    one_in_apart: frozenset[str]
    hedges: Phrases[str]
    hedges_after: Phrases[str]
    hedge_pairs: frozenset[tuple[str, str]]
    """Neighbouring words of hedges (and single ones with an empty second): no direction stands in them."""
    hedge_skips: frozenset[str]
    period_over: frozenset[str]
    period_over_after: frozenset[str]
    rise: Stems
    fall: Stems
    references: Phrases[bool]
    references_after: frozenset[str]
    event_names: Phrases[bool]
    event_nouns: frozenset[str]
    name_nouns: frozenset[str]
    age_before: Phrases[bool]
    age_after: Phrases[bool]
    clock: Phrases[bool]
    clock_before: frozenset[str]
    clock_dotted: frozenset[str]
    structural_before: frozenset[str]
    structural_nouns: Stems
    structural_after: frozenset[str]
    countables: Stems
    stopwords: frozenset[str]
    noun_joins: frozenset[str]
    noun_skips: frozenset[str]
    modifiers: frozenset[str]
    modifier_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    per: Phrases[str]
    per_open: frozenset[str]
    per_round: frozenset[str]
    bare_scale: bool
    capital_nouns: bool
    noun_last: bool
    short_m: bool
    stop_ordinal: bool
    anchors: frozenset[str]
    """Words at which a figure without digits may begin; like what follows, made of the tables above."""
    dates_go_on: frozenset[str]
    """What may follow the day of a date: a number before anything else begins none."""
    per_starts: frozenset[str]
    """Words one of which follows a figure that is one for each of something."""
    moving_starts: frozenset[str]
    """The first two letters of words of rise and fall."""
    ways: dict[str, str | None]
    """Words met in this process: ``up``, ``down`` or None; see `hedges.way`."""
    adjectives: dict[str, tuple[tuple[str, str], ...]]
    """Words met in this process: the currencies that they make of others."""
    met: Vocabulary
    """Words met in this process; see `vocabulary`."""

    def __init__(self, written: dict[str, Any] | None = None, **tables: Any) -> None:
        """From what a built file has, or from the tables themselves."""
        self._written = written or {}
        self.__dict__.update(tables)

    def __getattr__(self, name: str) -> Any:
        make = _MADE.get(name)
        if make is not None:
            value = make(self)
        elif name in self._written:
            load = _LOADERS.get(type(self).__annotations__[name])
            value = load(self._written[name]) if load else self._written[name]
        else:
            raise AttributeError(name)
        self.__dict__[name] = value
        return value

    def forget(self) -> Vocabulary:
        """An empty vocabulary in the place of the one that has grown too large."""
        self.met = found = Vocabulary()
        return found

    @property
    def token(self) -> re.Pattern[str]:
        """The pattern of a token of the language."""
        return _token(self.spaced, self.inner)


def _anchors(lex: Lexicon) -> frozenset[str]:
    tables = (lex.numerals, lex.scales, lex.months, lex.fractions, lex.denominators, lex.ordinals, lex.vague,
              lex.several_scales, lex.times_words, lex.once, lex.wholes, lex.halves.starts,
              lex.several.starts, lex.hundred, lex.one, lex.every, "½¼¾⅓⅔⅛⅜⅝⅞")  # fmt: skip
    return frozenset().union(*tables)


def _dates_go_on(lex: Lexicon) -> frozenset[str]:
    signs = "-–—−‒‑,/."
    goes_on = (lex.months, lex.date_joins, lex.conjunctions, lex.to, lex.between_joins, lex.alternatives,
               lex.year_words, lex.ordinal_suffixes, signs)  # fmt: skip
    return frozenset().union(*goes_on)


_MADE: dict[str, Callable[[Lexicon], Any]] = {
    "anchors": _anchors,
    "dates_go_on": _dates_go_on,
    "per_starts": lambda lex: frozenset(lex.per.starts) | lex.per_open | {"/"},
    "moving_starts": lambda lex: lex.rise.starts(2) | lex.fall.starts(2),
    "unit_starts": lambda lex: lex.units.starts.keys(),
    "ways": lambda _: {},
    "adjectives": lambda _: {},
    "met": lambda _: Vocabulary(),
}


@cache
def _token(spaced: bool, inner: str) -> re.Pattern[str]:
    return token_pattern(spaced=spaced, inner=inner)


@cache
def lexicon(code: str) -> Lexicon:
    """The look-up tables of one of `CODES`."""
    return loaded(json.loads((BUILT / f"{code}.json").read_bytes()))


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split(_PARTS)) if listed else frozenset()


def _pairs(listed: str) -> frozenset[tuple[str, str]]:
    parted = (pair.partition(" ") for pair in listed.split(_PARTS))
    return frozenset((first, second) for first, _, second in parted)


_LOADERS: dict[str, Callable[[Any], Any]] = {
    "frozenset[str]": _set,
    "frozenset[tuple[str, str]]": _pairs,
    "tuple[str, ...]": tuple,
    "Stems": lambda listed: Stems(_set(listed)),
    "Phrases[str]": lambda found: Phrases.of(dict(found), str),
    "Phrases[bool]": lambda found: Phrases.of(dict(found), bool),
    "Phrases[Decimal]": lambda found: Phrases.of(dict(found), Decimal),
    "dict[str, Decimal]": lambda found: {form: Decimal(value) for form, value in found.items()},
    "list[tuple[Stems, str, str]]": lambda found: [(Stems(_set(stems)), base, code) for stems, base, code in found],
}


def loaded(written: dict[str, Any]) -> Lexicon:
    """The tables of a built file."""
    return Lexicon(written)


def plain(lexicon: Lexicon) -> dict[str, Any]:
    """The tables as a built file has them; `loaded` reads them back."""
    return {name: _plain(getattr(lexicon, name)) for name in Lexicon.__annotations__ if name not in _MADE}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return _joined(" ".join(item).strip() if isinstance(item, tuple) else item for item in value)
    if isinstance(value, Stems):
        return _joined([*value.words, *(f"{stem}*" for stem in value.stems)])
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Phrases):
        return value.written()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _joined(items: Iterable[str]) -> str:
    listed = sorted(items)
    if any(_PARTS in item for item in listed):
        message = f"a word with {_PARTS} in it: {listed}"
        raise ValueError(message)
    return _PARTS.join(listed)
