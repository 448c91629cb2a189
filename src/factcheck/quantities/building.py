"""Builds a language's look-up tables from its data file and its CLDR file."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.quantities.forms import Phrases, Stems, forms, table
from factcheck.quantities.lexicon import Lexicon
from factcheck.quantities.tables import (
    PLURAL_OBLIQUE,
    WORDS_NOT_CODES,
    bounds,
    compound_firsts,
    compounds_of,
    hedge_pairs,
    money_adjectives,
    money_before,
    money_of,
    numerals_of,
    phrases_of,
    scales_of,
    unaccented,
    units_of,
    words_of,
)

if TYPE_CHECKING:
    from types import ModuleType

    from factcheck.quantities.languages.record import Language

_TWENTY, _HUNDRED = 20, 100


def build(code: str) -> Lexicon:
    """The look-up tables of a language, from `languages/CODE.py` and `cldr/CODE.py`."""
    language: Language = import_module(f"factcheck.quantities.languages.{code}").LANGUAGE
    cldr = import_module(f"factcheck.quantities.cldr.{code}")
    return _build(language, cldr)


def _build(language: Language, cldr: ModuleType) -> Lexicon:
    numerals = numerals_of(language)
    scales = scales_of(language, cldr)
    units, money = units_of(language, cldr), money_of(language, cldr)
    months = cldr.MONTHS | {form: int(key) for key, form in table(language.months)}
    fractions = {form: int(key) for key, form in table(language.fractions)}
    denominators = {form: int(key) for key, form in table(language.denominators)}
    ordinals = {form: int(key) for key, form in table(language.ordinals)}
    glued = tuple(forms(language.ordinal_glued))
    if language.accents_optional:
        ordinals |= {unaccented(form): value for form, value in ordinals.items()}
        months |= {unaccented(form): value for form, value in months.items()}
    ordinals |= {
        word + ending: value for word, (value, _) in numerals.items() if _TWENTY <= value < _HUNDRED for ending in glued
    }
    vague = {form: int(key) for key, form in table(language.vague)}
    several_scales = {form: bounds(key) for key, form in table(language.several_scales)}
    times_words = {form: int(key) for key, form in table(language.times_words)}
    once = {form: int(key) for key, form in table(language.once)}
    wholes = {form: (int(key.split("/")[0]), key.split("/")[1]) for key, form in table(language.wholes)}
    halves = Phrases((form, Decimal(key)) for key, form in table(language.halves))
    several = Phrases((form, True) for form in forms(language.several))
    hundred = words_of(language.hundred)
    one = words_of(language.one)
    every = words_of(language.every)
    unit_phrases: Phrases[str] = Phrases([*units, *money])
    values, compound_units = compounds_of(language)
    return Lexicon(
        code=language.code,
        spaced=cldr.GROUP.isspace(),
        inner=language.strip,
        comma_decimal=cldr.DECIMAL == ",",
        numerals=numerals,
        tens=frozenset(form for form, (value, _) in numerals.items() if value in {20, 30}),
        hundred=hundred,
        sixty_up=words_of(language.sixty_up),
        twenties=words_of(language.twenties),
        joins=words_of(language.joins),
        one=one,
        article=words_of(language.article),
        scales=scales,
        scale_letters={"k": Decimal(1000)}
        | {form: Decimal(10) ** int(key) for key, form in table(language.scale_letters)},
        vague=vague,
        vague_follow=words_of(language.vague_follow),
        several=several,
        several_scales=several_scales,
        fractions=fractions,
        denominators=denominators,
        fraction_article=words_of(language.fraction_article),
        half_followers=words_of(language.half_followers),
        part_words=words_of(language.part_words),
        fraction_veto=words_of(language.fraction_veto),
        halves=halves,
        and_half=Phrases((form, Decimal(key)) for key, form in table(language.and_half)),
        every=every,
        ordinals=ordinals,
        ordinal_suffixes=words_of(language.ordinal_suffixes),
        ordinal_names=Stems(forms(language.ordinal_names)),
        times=words_of(language.times),
        times_words=times_words,
        times_follow=words_of(language.times_follow),
        wholes=wholes,
        once=once,
        once_follow=words_of(language.once_follow),
        units=unit_phrases,
        money_before=Phrases(money_before(money, cldr), backwards=True),
        codes=frozenset(cldr.CURRENCIES) - WORDS_NOT_CODES,
        money_adjectives=money_adjectives(language),
        unit_joins=words_of(language.unit_joins),
        unit_adjectives=words_of(language.unit_adjectives),
        compound_values=values,
        compound_units=compound_units,
        compound_firsts=compound_firsts(language, numerals),
        numeral_hint=tuple(forms(language.numeral_hint)),
        months=months,
        month_capital=words_of(language.month_capital),
        month_before=words_of(language.month_before),
        month_alone=words_of(language.month_alone),
        date_joins=words_of(language.date_joins),
        year_joins=words_of(language.year_joins),
        decimal_words=words_of(language.decimal_words),
        day_words=words_of(language.day_words),
        day_before=words_of(language.day_before),
        year_words=words_of(language.year_words),
        years_plural=frozenset(word for word in words_of(language.year_words) if word.endswith(PLURAL_OBLIQUE)),
        year_before=words_of(language.year_before),
        decade_before=words_of(language.decade_before),
        decade_after=words_of(language.decade_after),
        decade_part=words_of(language.decade_part),
        open_between=words_of(language.open_between),
        between_joins=words_of(language.between_joins),
        open_from=words_of(language.open_from),
        open_change=words_of(language.open_change),
        changing=Stems(forms(language.changing)),
        to=words_of(language.to),
        to_change=words_of(language.to_change),
        alternatives=words_of(language.alternatives),
        conjunctions=words_of(language.conjunctions),
        out_of=phrases_of(language.out_of),
        one_in=phrases_of(language.one_in),
        one_in_apart=words_of(language.one_in_apart),
        hedges=Phrases(((form, key) for key, form in table(language.hedges)), backwards=True),
        hedges_after=Phrases((form, key) for key, form in table(language.hedges_after)),
        hedge_pairs=hedge_pairs(language),
        hedge_skips=words_of(language.hedge_skips),
        period_over=words_of(language.period_over),
        period_over_after=words_of(language.period_over_after),
        rise=Stems(forms(language.rise)),
        fall=Stems(forms(language.fall)),
        references=phrases_of(language.references, backwards=True),
        references_after=words_of(language.references_after),
        event_names=phrases_of(language.event_names, backwards=True),
        event_nouns=words_of(language.event_nouns),
        name_nouns=words_of(language.name_nouns),
        age_before=phrases_of(language.age_before, backwards=True),
        age_after=phrases_of(language.age_after),
        clock=phrases_of(language.clock),
        clock_before=words_of(language.clock_before),
        clock_dotted=words_of(language.clock_dotted),
        structural_before=words_of(language.structural_before),
        structural_nouns=Stems(forms(language.structural_nouns)),
        structural_after=words_of(language.structural_after),
        countables=Stems(forms(language.countables)),
        stopwords=words_of(language.stopwords),
        noun_joins=words_of(language.noun_joins),
        noun_skips=words_of(language.noun_skips),
        modifiers=words_of(language.modifiers),
        modifier_endings=tuple(forms(language.modifier_endings)),
        plural_endings=tuple(forms(language.plural_endings)),
        verb_endings=tuple(forms(language.verb_endings)),
        per=Phrases((form, key) for key, form in table(language.per)),
        per_open=words_of(language.per_open),
        per_round=words_of(language.per_round),
        bare_scale=language.bare_scale,
        capital_nouns=language.capital_nouns,
        noun_last=language.noun_last,
        short_m=language.short_m,
        stop_ordinal=language.stop_ordinal,
    )
