"""Cardinals in words, in every language."""

from __future__ import annotations

import pytest

from factcheck.quantities import find_quantities

CARDINALS = [
    ("en", "twenty-one men", 21),
    ("en", "one hundred and one men", 101),
    ("en", "nine hundred ninety-nine men", 999),
    ("en", "twelve hundred men", 1200),
    ("en", "two million three hundred and forty-five thousand six hundred and seventy-eight men", 2_345_678),
    ("en", "a hundred thousand men", 100_000),
    ("en", "three dozen men", 36),
    ("en", "three and a half million men", 3_500_000),
    ("fr", "soixante et onze hommes", 71),
    ("fr", "quatre-vingt-dix-sept hommes", 97),
    ("fr", "quatre mille vingt hommes", 4020),
    ("fr", "quatre cent vingt hommes", 420),
    ("fr", "deux cent quatre-vingt-un hommes", 281),
    ("fr", "mille neuf cent quatre-vingt-dix-neuf hommes", 1999),
    ("fr", "dix-sept mille hommes", 17_000),
    ("de", "einundzwanzig Mann", 21),
    ("de", "zweihundertfünf Mann", 205),
    ("de", "neunhundertneunundneunzig Mann", 999),
    ("de", "tausendzweihundert Mann", 1200),
    ("de", "zweihundertfünfzigtausend Mann", 250_000),
    ("de", "siebenhunderteinundzwanzigtausendzwölf Mann", 721_012),
    ("de", "drei Millionen zweihunderttausend Mann", 3_200_000),
    ("ru", "двадцать один человек", 21),
    ("ru", "девятьсот девяносто девять человек", 999),
    ("ru", "два миллиона триста сорок пять тысяч шестьсот семьдесят восемь человек", 2_345_678),
    ("ru", "пятидесяти тысяч человек", 50_000),
    ("uk", "двадцять один чоловік", 21),
    ("uk", "триста сорок п'ять тисяч шістсот осіб", 345_600),
    ("uk", "п’ятдесят осіб", 50),
    ("be", "дваццаць адзін чалавек", 21),
    ("be", "трыста сорак пяць тысяч чалавек", 345_000),
    ("pl", "dwadzieścia jeden osób", 21),
    ("pl", "trzysta czterdzieści pięć tysięcy sześćset osób", 345_600),
    ("pl", "pięćdziesięciu żołnierzy", 50),
    ("lt", "dvidešimt vienas žmogus", 21),
    ("lt", "trys šimtai keturiasdešimt penki tūkstančiai žmonių", 345_000),
    ("lt", "penkiasdešimties žmonių", 50),
]


@pytest.mark.parametrize(("language", "text", "value"), CARDINALS)
def test_a_cardinal_in_words_has_its_value(language, text, value):
    (quantity,) = find_quantities(text, language)
    assert (quantity.low, quantity.high) == (value, value)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "hundreds of thousands of people", 100_000, 999_999),
        ("en", "several hundred laws", 200, 999),
        ("en", "tens of millions of euros", 10_000_000, 99_999_999),
        ("ru", "десятки тысяч людей", 10_000, 99_999),
        ("ru", "несколько сотен людей", 200, 999),
        ("pl", "kilkanaście tysięcy osób", 11_000, 19_000),
        ("de", "mehrere hundert Menschen", 200, 999),
        ("fr", "des centaines de milliers de gens", 100_000, 999_999),
        ("fr", "une vingtaine de pays", 20, 20),
        ("lt", "šimtai tūkstančių žmonių", 100_000, 999_999),
    ],
)
def test_an_order_of_magnitude_has_the_whole_of_it_as_bounds(language, text, low, high):
    (quantity,) = find_quantities(text, language)
    assert (quantity.low, quantity.high, quantity.hedge) == (low, high, "about")


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        ("en", "a third of them", "0.333333"),
        ("en", "nearly three-quarters of them", "0.75"),
        ("en", "one in five men", "0.2"),
        ("en", "nine out of ten men", "0.9"),
        ("en", "every tenth firm", "0.1"),
        ("en", "half the people", "0.5"),
        ("en", "2/3 of the vote", "0.666667"),
        ("en", "¾ of them", "0.75"),
        ("ru", "одна пятая жителей", "0.2"),
        ("ru", "каждый третий житель", "0.333333"),
        ("uk", "дві третини мешканців", "0.666667"),
        ("be", "траціна жыхароў", "0.333333"),
        ("pl", "co piąty mieszkaniec", "0.2"),
        ("de", "jeder vierte Befragte", "0.25"),
        ("fr", "un Français sur trois", "0.333333"),
        ("lt", "trečdalis gyventojų", "0.333333"),
    ],
)
def test_a_share_is_its_value(language, text, share):
    (quantity,) = find_quantities(text, language)
    assert (str(quantity.low), quantity.unit) == (share, "share")
