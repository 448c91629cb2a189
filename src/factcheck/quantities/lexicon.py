"""A language's data file and its CLDR file made into look-up tables, once per process and language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import import_module
from types import ModuleType

from factcheck.quantities.forms import Phrases, Stems, forms, pieces, table
from factcheck.quantities.languages.record import Language
from factcheck.quantities.tokens import token_pattern

CODES = ("en", "ru", "be", "uk", "pl", "de", "fr", "lt")
# Currency codes that are everyday words in capitals.
_WORDS_NOT_CODES = frozenset({"ALL", "TOP", "CUP", "MOP", "TRY"})
# CLDR abbreviates units to words that are others in running text (in, w, dec); of two letters only these are kept.
_SHORT = 3
_SHORT_UNITS = frozenset(
    """km cm mm ha kg mg ml gb mb tb kb hz gw kw mw ft oz yd kwh ghz khz mhz bbl hrs wks yrs mph mins gal min day ans
    км см мм га кг мг мл гб мб тб кб гц квт мвт гвт год лет час мин фут ярд акр дня дні рік лат г м т л кгц мгц вт""".split()
)
# Endings of годам, годами, годах and their like.
_PLURAL_OBLIQUE = ("ам", "амі", "ами", "ах")
_TEEN = 20
_HUNDRED = 100
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of figures of one language, ready for look-up; the fields are those of `Language`, and more."""

    code: str
    language: Language
    token: re.Pattern[str]
    comma_decimal: bool
    numerals: dict[str, tuple[int, int]]
    """Cardinal → (value, what may be added to it must be smaller than this)."""
    hundred: frozenset[str]
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
    money_adjectives: tuple[tuple[Stems, str, str], ...]
    unit_joins: frozenset[str]
    unit_adjectives: frozenset[str]
    compound: re.Pattern[str] | None
    compound_values: dict[str, Decimal]
    compound_units: dict[str, str]
    numeral_hint: tuple[str, ...]
    months: dict[str, int]
    month_capital: frozenset[str]
    month_before: frozenset[str]
    month_alone: frozenset[str]
    date_joins: frozenset[str]
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
    clock: frozenset[str]
    clock_before: frozenset[str]
    clock_dotted: frozenset[str]
    structural_before: frozenset[str]
    structural_nouns: Stems
    structural_after: frozenset[str]
    countables: Stems
    stopwords: frozenset[str]
    anchors: frozenset[str]
    """Words at which a figure without digits may begin."""


@cache
def lexicon(code: str) -> Lexicon:
    """The look-up tables of one of `CODES`."""
    language: Language = import_module(f"factcheck.quantities.languages.{code}").LANGUAGE
    cldr = import_module(f"factcheck.quantities.cldr.{code}")
    return _build(language, cldr)


def _build(language: Language, cldr: ModuleType) -> Lexicon:
    numerals = _numerals(language)
    scales = _scales(language, cldr)
    units, money = _units(language, cldr), _money(language, cldr)
    months = cldr.MONTHS | {form: int(key) for key, form in table(language.months)}
    fractions = {form: int(key) for key, form in table(language.fractions)}
    denominators = {form: int(key) for key, form in table(language.denominators)}
    ordinals = {form: int(key) for key, form in table(language.ordinals)}
    vague = {form: int(key) for key, form in table(language.vague)}
    several_scales = {form: _bounds(key) for key, form in table(language.several_scales)}
    times_words = {form: int(key) for key, form in table(language.times_words)}
    once = {form: int(key) for key, form in table(language.once)}
    wholes = {form: (int(key.split("/")[0]), key.split("/")[1]) for key, form in table(language.wholes)}
    halves = Phrases((form, Decimal(key)) for key, form in table(language.halves))
    several = Phrases((form, True) for form in forms(language.several))
    hundred = _set(language.hundred)
    one = _set(language.one)
    every = _set(language.every)
    unit_phrases: Phrases[str] = Phrases([*units, *money])
    anchors = frozenset(
        {*numerals, *scales, *months, *fractions, *denominators, *ordinals, *vague, *several_scales, *times_words, *once, *wholes}
        | {*halves.by_first, *several.by_first, *hundred, *one, *every, "½", "¼", "¾", "⅓", "⅔", "⅛", "⅜", "⅝", "⅞"}
    )
    compound, values, compound_units = _compounds(language)
    return Lexicon(
        code=language.code,
        language=language,
        token=token_pattern(spaced=cldr.GROUP.isspace(), inner=language.strip),
        comma_decimal=cldr.DECIMAL == ",",
        numerals=numerals,
        hundred=hundred,
        twenties=_set(language.twenties),
        joins=_set(language.joins),
        one=one,
        article=_set(language.article),
        scales=scales,
        scale_letters={"k": Decimal(1000)} | {form: Decimal(10) ** int(key) for key, form in table(language.scale_letters)},
        vague=vague,
        vague_follow=_set(language.vague_follow),
        several=several,
        several_scales=several_scales,
        fractions=fractions,
        denominators=denominators,
        fraction_article=_set(language.fraction_article),
        half_followers=_set(language.half_followers),
        fraction_veto=_set(language.fraction_veto),
        halves=halves,
        and_half=Phrases((form, Decimal(key)) for key, form in table(language.and_half)),
        every=every,
        ordinals=ordinals,
        ordinal_suffixes=_set(language.ordinal_suffixes),
        ordinal_names=Stems(language.ordinal_names),
        times=_set(language.times),
        times_words=times_words,
        times_follow=_set(language.times_follow),
        wholes=wholes,
        once=once,
        once_follow=_set(language.once_follow),
        units=unit_phrases,
        unit_starts=frozenset(unit_phrases.by_first),
        money_before=Phrases(_money_before(language, money, cldr), backwards=True),
        codes=frozenset(cldr.CURRENCIES) - _WORDS_NOT_CODES,
        money_adjectives=_money_adjectives(language),
        unit_joins=_set(language.unit_joins),
        unit_adjectives=_set(language.unit_adjectives),
        compound=compound,
        compound_values=values,
        compound_units=compound_units,
        numeral_hint=tuple(forms(language.numeral_hint)),
        months=months,
        month_capital=_set(language.month_capital),
        month_before=_set(language.month_before),
        month_alone=_set(language.month_alone),
        date_joins=_set(language.date_joins),
        day_words=_set(language.day_words),
        day_before=_set(language.day_before),
        year_words=_set(language.year_words),
        years_plural=frozenset(word for word in _set(language.year_words) if word.endswith(_PLURAL_OBLIQUE)),
        year_before=_set(language.year_before),
        decade_before=_set(language.decade_before),
        decade_after=_set(language.decade_after),
        decade_part=_set(language.decade_part),
        open_between=_set(language.open_between),
        between_joins=_set(language.between_joins),
        open_from=_set(language.open_from),
        open_change=_set(language.open_change),
        to=_set(language.to),
        to_change=_set(language.to_change),
        alternatives=_set(language.alternatives),
        conjunctions=_set(language.conjunctions),
        out_of=_phrases(language.out_of),
        one_in=_phrases(language.one_in),
        one_in_apart=_set(language.one_in_apart),
        hedges=Phrases(((form, key) for key, form in table(language.hedges)), backwards=True),
        hedges_after=Phrases((form, key) for key, form in table(language.hedges_after)),
        hedge_pairs=_hedge_pairs(language),
        hedge_skips=_set(language.hedge_skips),
        period_over=_set(language.period_over),
        period_over_after=_set(language.period_over_after),
        rise=Stems(language.rise),
        fall=Stems(language.fall),
        references=_phrases(language.references, backwards=True),
        references_after=_set(language.references_after),
        event_names=_phrases(language.event_names, backwards=True),
        event_nouns=_set(language.event_nouns),
        name_nouns=_set(language.name_nouns),
        age_before=_phrases(language.age_before, backwards=True),
        age_after=_phrases(language.age_after),
        clock=_set(language.clock),
        clock_before=_set(language.clock_before),
        clock_dotted=_set(language.clock_dotted),
        structural_before=_set(language.structural_before),
        structural_nouns=Stems(language.structural_nouns),
        structural_after=_set(language.structural_after),
        countables=Stems(language.countables),
        stopwords=_set(language.stopwords),
        anchors=anchors,
    )


def _bounds(key: str) -> tuple[int, int]:
    low, _, high = key.partition("-")
    return int(low), int(high)


def _set(listed: str) -> frozenset[str]:
    return frozenset(forms(listed))


def _phrases(listed: str, *, backwards: bool = False) -> Phrases[bool]:
    return Phrases(((form, True) for form in forms(listed)), backwards=backwards)


def _numerals(language: Language) -> dict[str, tuple[int, int]]:
    """Cardinals with the room after them: twenty takes up to nine, a hundred up to ninety-nine."""
    sixty_up, ten_up = _set(language.sixty_up), _set(language.ten_up)
    found: dict[str, tuple[int, int]] = {}
    for key, form in table(language.numerals):
        value = int(key)
        room = 0
        if form in sixty_up:
            room = _TEEN
        elif form in ten_up:
            room = 10
        elif value >= _HUNDRED:
            room = _HUNDRED
        elif value >= _TEEN and value % 10 == 0:
            room = 10
        found[form] = (value, room)
    return _glued(language, found) if language.glue else found


def _glued(language: Language, plain: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The numerals below a thousand that are written as one word (*dreiundzwanzig*, *zweihundertfünf*)."""
    units = {form: value for form, (value, _) in plain.items() if 0 < value < 10 and form not in _set(language.one)}  # noqa: PLR2004
    units |= {form: 1 for form in ("ein",)}
    tens = {form: value for form, (value, room) in plain.items() if room == 10}  # noqa: PLR2004
    below = {u + language.glue + t: (u_value + t_value, 0) for u, u_value in units.items() for t, t_value in tens.items()}
    below |= plain
    for hundred in forms(language.hundred):
        for unit, value in {"": 1, **units}.items():
            below[unit + hundred] = (value * _HUNDRED, _HUNDRED)
    found = dict(below)
    for word, (value, _) in below.items():
        if value % _HUNDRED == 0 and value and word.endswith(tuple(forms(language.hundred))):
            found |= {word + rest: (value + more, 0) for rest, (more, _) in below.items() if 0 < more < _HUNDRED}
    return found


def _scales(language: Language, cldr: ModuleType) -> dict[str, Decimal]:
    """Scale words; single letters are left out, since they mean a scale only beside a currency."""
    found = {form: Decimal(10) ** power for form, power in cldr.SCALES.items() if len(form) > 1}
    found |= {form: Decimal(12) for form in forms(language.dozen)}
    return found | {form: Decimal(10) ** int(key) for key, form in table(language.scales)}


def _units(language: Language, cldr: ModuleType) -> list[tuple[str, str]]:
    """(form, unit) pairs, the language file's before CLDR's."""
    own = [(form, unit) for unit, form in table(language.units)]
    own += [(form, "times") for form in forms(language.times)]
    known = {form for form, _ in own} | _set(language.stopwords)
    cldrs = ((form, unit) for unit, listed in cldr.UNITS.items() for form in listed.split(", "))
    own += ((form, unit) for form, unit in cldrs if form not in known and (len(form) > _SHORT or form in _SHORT_UNITS))
    return own + [("meur", "MEUR"), ("m€", "MEUR"), ("md€", "BEUR"), ("k€", "KEUR"), ("musd", "MUSD"), ("¢", "US_CENT")]


def _money(language: Language, cldr: ModuleType) -> list[tuple[str, str]]:
    own = [(form, code) for code, form in table(language.currencies)]
    codes = [(code.lower(), code) for code in cldr.CURRENCIES if code not in _WORDS_NOT_CODES]
    return own + [(form, code) for code, listed in cldr.CURRENCIES.items() for form in listed.split(", ")] + codes


def _money_before(language: Language, money: list[tuple[str, str]], cldr: ModuleType) -> list[tuple[str, str]]:
    """What may stand before an amount: signs and codes."""
    signs = [("us$", "USD"), ("a$", "AUD"), ("c$", "CAD"), ("hk$", "HKD"), ("nz$", "NZD"), ("s$", "SGD"), ("r$", "BRL")]
    own = [(form, code) for form, code in money if not form[-1].isalpha() and not form[-1].isdigit() and form[-1] != "."]
    codes = [(code.lower(), code) for code in cldr.CURRENCIES if code not in _WORDS_NOT_CODES]
    return [*signs, *own, ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₽", "RUB"), ("₴", "UAH"), ("₹", "INR"),
            ("₸", "KZT"), ("¢", "US_CENT"), ("₺", "TRY"), ("₩", "KRW"), ("₪", "ILS"), *codes]  # fmt: skip


def _hedge_pairs(language: Language) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for _, form in table(language.hedges):
        words = pieces(form)
        found.update(zip(words, words[1:], strict=False) if len(words) > 1 else [(form, "")])
    return frozenset(found)


def _money_adjectives(language: Language) -> tuple[tuple[Stems, str, str], ...]:
    found = []
    for line in language.money_adjectives.strip().split("\n"):
        code, _, rest = line.partition(" ")
        base, _, stems = rest.partition(" ")
        if stems:
            found.append((Stems(stems), base, code))
    return tuple(found)


def _compounds(language: Language) -> tuple[re.Pattern[str] | None, dict[str, Decimal], dict[str, str]]:
    """The pattern of compound adjectives (*восьмимесячный*): a numeral, a unit's stem, an ending."""
    values = {form: Decimal(key) for key, form in table(language.prefixes)}
    units = {form: unit for unit, form in table(language.suffixes)}
    if not units:
        return None, values, units
    first = "|".join(sorted(map(re.escape, values), key=len, reverse=True))
    second = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return re.compile(rf"((?:{first}){{1,3}})({second})\w{{0,5}}$") if values else None, values, units
