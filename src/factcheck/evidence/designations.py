"""Names with a number: a claim's "Bellator 206" or "Channel 5" set against what a page has beside the same name."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.evidence.context import word_keys
from factcheck.evidence.location import locate
from factcheck.model import DESIGNATION, Quantity, QuantityKind
from factcheck.quantities import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence.alignment import Context
    from factcheck.evidence.reading import PageReading

_REASONS = frozenset({"name", "designation", "reference"})
_NAME = re.compile(r"[^\W\d_]{2,}(?:['’ʼ][^\W\d_]+)?(?=[\s\"'“”«»„-]{1,2}$)")
_BETWEEN = re.compile(r"[\s\"'“”«»„№#-]{1,3}")
_REACH = 40
_LONGEST = 4
_YEARS = range(1900, 2101)
_PLAIN = frozenset({QuantityKind.NUMBER, QuantityKind.COUNT})


def is_designation(quantity: Quantity) -> bool:
    """Whether `quantity` is the number in a name, which counts nothing."""
    return quantity.unit == DESIGNATION


def claimed_designations(claim: str, language: str | None) -> tuple[Quantity, ...]:
    """The names with a number in `claim`: a word and the whole number of up to four digits right after it."""
    found = []
    for digits in scan(claim, language).non_figures:
        number = claim[digits.start : digits.end]
        if digits.reason not in _REASONS or not _is_number(number):
            continue
        left = max(0, digits.start - _REACH)
        name = _NAME.search(claim[left : digits.start])
        if name is not None:
            found.append(_designation(claim, left + name.start(), digits.end, number))
    return tuple(found)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST


def _designation(text: str, start: int, end: int, number: str) -> Quantity:
    value = Decimal(number)
    return Quantity(text[start:end], start, end, value, value, DESIGNATION, QuantityKind.ORDINAL)


def named_on_page(
    claimed: Quantity, language: str | None, context: Context
) -> tuple[list[tuple[Quantity, int]], list[tuple[Quantity, int]]]:
    """The places of the page with the claim's name and number, and those with the name and another number.

    Each is the name and number as the page has them, with the token of the number.  The name may be spelled or
    translated as the page's language does; `language` is the claim's.  Another number is a rival only in the sentence
    that fits the claim best: elsewhere it is another of the same name.
    """
    reading, best = context.reading, context.best_sentence()
    agreeing, rivals = [], []
    for place, token in _named(claimed.text, language, reading):
        if place.low == claimed.low:
            agreeing.append((place, token))
        elif reading.sentence_at(place.start) == best and _numbers_too(place, claimed, reading):
            rivals.append((place, token))
    return agreeing, rivals


def _named(name: str, language: str | None, reading: PageReading) -> Iterator[tuple[Quantity, int]]:
    """Every place where a whole number follows the name."""
    translated = reading.language is not None and reading.language != language
    for key in word_keys(name, language, translated=translated):
        for token in locate(key, reading, language, translated=translated):
            yield from _numbered(token, reading)


def _numbered(token: int, reading: PageReading) -> Iterator[tuple[Quantity, int]]:
    following = token + 1
    if following >= len(reading.tokens) or not _is_number(reading.tokens[following]):
        return
    start, number = reading.token_starts[following], reading.tokens[following]
    begins = reading.token_starts[token]
    if _BETWEEN.fullmatch(reading.text, begins + len(reading.tokens[token]), start):
        yield _designation(reading.text, begins, start + len(number), number), following


def _numbers_too(place: Quantity, claimed: Quantity, reading: PageReading) -> bool:
    """Whether the page's number is one of a name too, and no year, nor a figure with a unit, a noun or a month."""
    if place.low in _YEARS and claimed.low not in _YEARS:
        return False
    return not any(
        figure.quantity.kind not in _PLAIN or figure.quantity.unit is not None or figure.quantity.noun is not None
        for figure in reading.figures_in(reading.sentence_at(place.start))
        if place.start < figure.quantity.end and figure.quantity.start < place.end
    )
