"""Which lands a text names, in the eight languages, by names of one word and of several."""

from __future__ import annotations

import pytest

from factcheck.words.lands import land_of, lands, named_lands


@pytest.mark.parametrize(
    ("one", "language", "other", "other_language"),
    [
        ("Exports of Poland", "en", "экспорт Польши", "ru"),
        ("the United States", "en", "США", "ru"),
        ("US emissions", "en", "Stany Zjednoczone", "pl"),
        ("Soviet-made jets of the U.S. army", "en", "die Vereinigten Staaten", "de"),
        ("Great Britain", "en", "Royaume-Uni", "fr"),
        ("the United Arab Emirates", "en", "ОАЭ", "ru"),
        ("w Czechach", "pl", "Чехии", "ru"),
        ("Minsk", "en", "Белоруссия", "ru"),
        ("Vokietijoje", "lt", "Deutschland", "de"),
        ("українські", "uk", "Ukraine's", "en"),
        ("the European Union", "en", "ЕС", "ru"),
    ],
)
def test_a_land_is_one_in_all_languages(one, language, other, other_language):
    assert lands(one, language) & lands(other, other_language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("Malawi", "Malaysia"),
        ("Malta", "the Maldives"),
        ("Iran", "Iraq"),
        ("India", "Indonesia"),
        ("China", "the United States"),
    ],
)
def test_lands_of_like_names_are_two(one, other):
    assert lands(one, "en")
    assert lands(other, "en")
    assert not lands(one, "en") & lands(other, "en")


def test_a_pronoun_is_no_land_and_an_adjective_names_one_without_being_its_name():
    assert not lands("they told us so", "en")
    assert lands("польский экспорт", "ru")
    assert not named_lands("польский экспорт", "ru")
    assert list(named_lands("Oman and the Emirates", "en").values()) == ["Oman", "Emirates"]


def test_a_language_whose_figures_are_not_read_names_none():
    assert not lands("Finlandia y Polonia", "es")
    assert not lands("Poland", None)


def test_a_word_of_another_kind_is_no_land():
    assert land_of("norway", "en") is not None
    assert land_of("budget", "en") is None
    assert land_of("zloty", "en") is None
