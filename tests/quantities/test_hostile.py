"""Hostile input: no crash, offsets that hold, nothing but what is there."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantities import LANGUAGES, find_quantities, scan

PIECES = st.sampled_from(
    """12 3.5 1,234 2021 2014-16 % $ € USD million млн тыс. Mrd. half a third тысяч сто of out to from between and or
    - – . , : / ( ) @ + one two twenty zwei und dix et ½ km м³ years лет года января May 4 № p. § S-400 ' ’ " “ ”
    \n \n\n \u00a0 \u202f \u202e \u200f ٣ ７ é и́""".replace("\n    ", " ").split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(LANGUAGES), st.sampled_from(["", " "]))
def test_any_mixture_of_parts_is_read_without_a_crash(parts, language, blank):
    text = blank.join(parts)
    found = scan(text, language)
    for item in (*found.quantities, *found.non_figures):
        assert text[item.start : item.end] == item.text
        assert item.text
    for quantity in found.quantities:
        assert (quantity.low is None) == (quantity.high is None)
        assert quantity.low is not None or quantity.iso_date
        assert quantity.low is None or quantity.low <= quantity.high


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_in_an_unknown_language_is_read(text):
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


def test_every_unicode_digit_is_a_digit():
    digits = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Nd"]
    for digit in digits:
        (quantity,) = find_quantities(f"we saw 5{digit}{digit} people", "en")
        assert quantity.low == 500 + 11 * unicodedata.decimal(digit)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10_000_000,
        "7 " * 20_000,
        "1-" * 100_000,
        "1." * 500_000,
        "a-1" * 40_000,
        "1 111 " * 8_000,
        "half a " * 20_000,
        "one of " * 50_000,
        "(" * 500_000 + "5" + ")" * 500_000,
        "5 and " * 10_000,
        "\u202e5\u202c" * 10_000,
        "4 November " * 10_000,
        "twenty-" * 20_000,
        "http://" * 150_000,
        "@1" * 50_000,
        "2014/" * 50_000,
        "1 point 1 " * 5_000,
        "vingt-et-" * 5_000,
        "5 (km) " * 5_000,
        "1234 " * 20_000,
        "Article 1" + "(2)" * 20_000,
        "4/" * 100_000,
        "9:30–17.00 " * 5_000,
        "fell from 5% to " * 5_000,
        "5 of the the the the " * 5_000,
        "a year and a half and a half " * 3_000,
        "word " * 300_000,
        "\t \n" * 300_000,
        "\u2067" * 300_000 + "5 million" + "\u2069" * 300_000,
        "e\u0301" * 300_000,
        "«" * 200_000 + "5" + "»" * 200_000,
    ],
    ids=lambda text: text[:12],
)
def test_megabytes_of_one_thing_end(text):
    found = find_quantities(text, "en")
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found[:1000])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["5 млн ", "zwei", "тысяч ", "dix-", "1,2 ", "4 января ", "od 5 do ", "pusė ", "\u202e٣٤\u202c "]
)
def test_long_lines_are_read_in_every_language(language, piece):
    text = piece * (60_000 // len(piece))
    found = scan(text, language)
    assert all(text[item.start : item.end] == item.text for item in found.quantities[:1000])


@pytest.mark.parametrize("control", "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_controls_of_direction_leave_a_figure_what_it_is(control):
    text = f"they paid {control}715 million dollars{control} in {control}2019{control}."
    money, year = find_quantities(text, "en")
    assert (money.low, money.unit, year.low) == (715_000_000, "USD", 2019)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(LANGUAGES))
def test_what_stands_in_another_paragraph_changes_nothing(parts, language):
    text = " ".join(parts)
    alone = [(q.text, q.low, q.high, q.unit) for q in find_quantities(text, language)]
    after = find_quantities(f"Nothing stands here.\n\n\n{text}", language)
    assert [(q.text, q.low, q.high, q.unit) for q in after] == alone


def test_a_figure_past_the_first_chunk_stands_at_its_place():
    text = "word " * 20_000 + "and 715 million dollars " + "word " * 20_000
    (quantity,) = find_quantities(text, "en")
    assert text[quantity.start : quantity.end] == "715 million dollars"


def test_capitals_that_grow_in_small_letters_do_not_shift_offsets():
    text = "İİİİ paid 715 million dollars"
    (quantity,) = find_quantities(text, "en")
    assert quantity.text == "715 million dollars"


def test_decomposed_letters_and_soft_hyphens_are_read():
    (quantity,) = find_quantities("5 мил\u00adлионов рублей", "ru")
    assert (quantity.low, quantity.unit) == (5_000_000, "RUB")
    (date,) = find_quantities(unicodedata.normalize("NFD", "Le 8 décembre 2019"), "fr")
    assert date.iso_date == "2019-12-08"
