"""Names meet across scripts; strangers do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.words.folding import alike, fold, stem


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lukashenko", "Лукашенко"),
        ("Lukashenko", "Łukaszenka"),
        ("Williams", "Вильямс"),
        ("Palin", "Палин"),
        ("Schmidt", "Шмидт"),
        ("Grodno", "Гродна"),
        ("Zelensky", "Зеленський"),
        ("Kazan", "Казань"),
        ("Müller", "Muller"),
        ("Chicago", "Чикаго"),
        ("Marija", "Мария"),
    ],
)
def test_one_name_in_two_spellings(left, right):
    assert alike(fold(left), fold(right)), (fold(left), fold(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Poland", "Polk"), ("Minsk", "Minnesota"), ("Kim", "Kimberley"), ("Stavropol", "Stavanger")],
)
def test_two_names_stay_two(left, right):
    assert not alike(fold(left), fold(right))


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("imports", "importing", "en"),
        ("company", "companies", "en"),
        ("города", "городом", "ru"),
        ("szpitala", "szpitalu", "pl"),
    ],
)
def test_forms_of_one_word_have_one_stem(left, right, language):
    assert stem(left, language) == stem(right, language)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=80))
def test_folding_gives_latin_letters_and_is_stable_for_them(word):
    folded = fold(word)
    assert folded == "" or folded.isascii()
    assert len(folded) <= 200
