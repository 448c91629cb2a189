"""A language's words of figures as look-up tables, read from `built/CODE.json` once per process and language.

``python -m factcheck.quantities.export_tables`` writes the files from the language's data file and its CLDR file, which
would cost ten milliseconds a language if every process did it anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.quantities.forms import Phrases, Stems
from factcheck.quantities.tokens import token_pattern
from factcheck.quantities.vocabulary import Vocabulary

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

CODES = ("en", "ru", "be", "uk", "pl", "de", "fr", "lt")
BUILT = Path(__file__).parent / "built"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of figures of one language, ready for look-up; the fields are those of `Language`, and more.

    Every field is loaded, and written, by its type: see `loaded` and `plain`.
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
    unit_starts: frozenset[str]
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
    anchors: frozenset[str] = field(init=False)
    """Words at which a figure without digits may begin."""

    dates_go_on: frozenset[str] = field(init=False)
    """What may follow the day of a date: a number before anything else begins none."""
    per_starts: frozenset[str] = field(init=False)
    """Words one of which follows a figure that is one for each of something."""
    ways: dict[str, str | None] = field(init=False)
    """Words met in this process: ``up``, ``down`` or None; see `hedges.way`."""
    adjectives: dict[str, tuple[tuple[str, str], ...]] = field(init=False)
    """Words met in this process: the currencies that they make of others."""

    met: Vocabulary = field(init=False)
    """Words met in this process; see `vocabulary`."""

    def __post_init__(self) -> None:
        """Gathers what several tables hold."""
        tables = (self.numerals, self.scales, self.months, self.fractions, self.denominators, self.ordinals, self.vague,
                  self.several_scales, self.times_words, self.once, self.wholes, self.halves.by_first,
                  self.several.by_first, self.hundred, self.one, self.every, "½¼¾⅓⅔⅛⅜⅝⅞")  # fmt: skip
        object.__setattr__(self, "anchors", frozenset().union(*tables))
        signs = "-–—−‒‑,/."
        goes_on = (self.months, self.date_joins, self.conjunctions, self.to, self.between_joins, self.alternatives,
                   self.year_words, self.ordinal_suffixes, signs)  # fmt: skip
        object.__setattr__(self, "dates_go_on", frozenset().union(*goes_on))
        object.__setattr__(self, "per_starts", frozenset(self.per.by_first) | self.per_open | {"/"})
        object.__setattr__(self, "ways", {})
        object.__setattr__(self, "adjectives", {})
        self.forget()

    def forget(self) -> Vocabulary:
        """An empty vocabulary in the place of the one that has grown too large."""
        object.__setattr__(self, "met", found := Vocabulary())
        return found

    @property
    def token(self) -> re.Pattern[str]:
        """The pattern of a token of the language."""
        return _token(self.spaced, self.inner)


@cache
def _token(spaced: bool, inner: str) -> re.Pattern[str]:
    return token_pattern(spaced=spaced, inner=inner)


@cache
def lexicon(code: str) -> Lexicon:
    """The look-up tables of one of `CODES`."""
    return loaded(json.loads((BUILT / f"{code}.json").read_bytes()))


def _decimals(found: dict[str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for form, value in found.items()}


def _decimal_phrases(found: dict[str, Any]) -> Phrases[Decimal]:
    return Phrases.of({
        first: [(rest, size, Decimal(value)) for rest, size, value in entries] for first, entries in found.items()
    })  # fmt: skip


_LOADERS: dict[str, Callable[[Any], Any]] = {
    "frozenset[str]": frozenset,
    "frozenset[tuple[str, str]]": lambda found: frozenset(map(tuple, found)),
    "tuple[str, ...]": tuple,
    "Stems": Stems,
    "Phrases[str]": Phrases.of,
    "Phrases[bool]": Phrases.of,
    "Phrases[Decimal]": _decimal_phrases,
    "dict[str, Decimal]": _decimals,
    "list[tuple[Stems, str, str]]": lambda found: [(Stems(stems), base, code) for stems, base, code in found],
}


def loaded(found: dict[str, Any]) -> Lexicon:
    """The tables of a built file."""
    kinds = {known.name: str(known.type) for known in fields(Lexicon)}
    return Lexicon(
        **{name: _LOADERS[kinds[name]](value) if kinds[name] in _LOADERS else value for name, value in found.items()}
    )


def plain(lexicon: Lexicon) -> dict[str, Any]:
    """The tables as JSON has them; `loaded` reads them back."""
    return {known.name: _plain(getattr(lexicon, known.name)) for known in fields(Lexicon) if known.init}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Stems):
        return sorted([*value.words, *(f"{stem}*" for stem in value.stems)])
    if isinstance(value, Phrases):
        return _plain(value.by_first)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
