"""What stands between two figures: parts, ranges, changes, directions, counted nouns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import QuantityKind
from factcheck.quantities import find_quantities


def test_a_part_knows_its_whole():
    part, whole = find_quantities("28 out of 31 integration programmes were approved.", "en")
    assert (part.low, part.part_of, part.of) == (28, 31, "integration programmes")
    assert (whole.low, whole.part_of, whole.of) == (31, None, "integration programmes")


def test_a_part_takes_the_currency_and_the_scale_of_the_promised_whole():
    part, whole = find_quantities("Only 3 of the promised 15 billion dollars came.", "en")
    assert (part.low, part.unit, part.part_of) == (Decimal(3 * 10**9), "USD", whole.low)


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("en", "It rose from 20.2% to 32%.", [("20.2", "20.2"), ("32", "32")]),
        ("en", "They need four to six armies.", [("4", "6")]),
        ("en", "It fell from 5 to 3 million dollars.", [("5000000", "5000000"), ("3000000", "3000000")]),
        ("en", "Some 60-70,000 men came.", [("60000", "70000")]),
        ("en", "Between 10 and 15 million euros.", [("10000000", "15000000")]),
        ("de", "Der Anteil stieg von 5 auf 7 Prozent.", [("5", "5"), ("7", "7")]),
        ("de", "Er liegt bei 5 bis 7 Prozent.", [("5", "7")]),
        ("ru", "Доля выросла с 5 до 7 процентов.", [("5", "5"), ("7", "7")]),
        ("ru", "Глубина от 161 до 210 сантиметров.", [("161", "210")]),
        ("pl", "Udział wzrósł z 5 do 7 procent.", [("5", "5"), ("7", "7")]),
        ("pl", "Potrwa to od 5 do 7 lat.", [("5", "7")]),
    ],
)
def test_a_change_is_two_figures_and_a_range_is_one(language, text, bounds):
    assert [(str(q.low), str(q.high)) for q in find_quantities(text, language)] == bounds


def test_a_unit_said_once_belongs_to_both_ends_of_a_change():
    assert [q.unit for q in find_quantities("тарифы подняли с пяти до десяти процентов", "ru")] == ["percent"] * 2


def test_numbers_before_respectively_share_what_is_counted():
    assert [q.of for q in find_quantities("about 1200 and 250 specialists respectively", "en")] == ["specialists"] * 2


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("en", "Exports fell by 12%.", "down"),
        ("en", "Prices went up 5%.", "up"),
        ("en", "A 17% drop in cases.", "down"),
        ("en", "It may cost up to 5%.", None),
        ("ru", "Экспорт вырос на 12%.", "up"),
        ("de", "Der Export sank um 12 Prozent.", "down"),
        ("fr", "Plus de 12 % des sondés.", None),
    ],
)
def test_words_of_rise_and_fall_give_the_direction(language, text, direction):
    (quantity,) = find_quantities(text, language)
    assert quantity.direction == direction


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "on September 6", ["--09-06"]),
        ("en", "a study in August", ["--08"]),
        ("en", "On 3/4/2016", ["2016"]),
        ("en", "On 25/12/2019", ["2019-12-25"]),
        ("de", "am 03.02.2016", ["2016-02-03"]),
        ("de", "am 28.10. in Wien", ["--10-28"]),
        ("fr", "Du 2 au 8 décembre", ["--12-02", "--12-08"]),
        ("lt", "2021 m. lapkričio 4 d.", ["2021-11-04"]),
        ("pl", "w grudniu 2019 r.", ["2019-12"]),
        ("ru", "4 ноября 2021 г.", ["2021-11-04"]),
        ("en", "fourth of July 1995", ["1995-07-04"]),
        ("en", "05-Aug-2016", ["2016-08-05"]),
        ("en", "the may queen, he may 5 times", [None]),
    ],
)
def test_dates_have_the_precision_that_is_written(language, text, dates):
    assert [q.iso_date for q in find_quantities(text, language)] == dates


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("in 2014-16", "range", 2014, 2016),
        ("for 2021–3", "range", 2021, 2023),
        ("since the mid-1990s", "year", 1990, 1999),
        ("in 2018/19", "range", 2018, 2019),
        ("over 4000 coaches", "count", 4000, 4000),
        ("1999 people came", "count", 1999, 1999),
        ("the 1999 treaty", "year", 1999, 1999),
    ],
)
def test_years_spans_and_counts_of_four_digits_are_told_apart(text, kind, low, high):
    (quantity,) = find_quantities(text, "en")
    assert (quantity.kind, quantity.low, quantity.high) == (QuantityKind(kind), low, high)


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "The firm has 45 new employees.", "employees"),
        ("en", "It opened 12 shops last year.", "shops"),
        ("en", "It sent 60% of its steel there.", "steel"),
        ("en", "It hired 60 sales managers.", "managers"),
        ("en", "Some 28 voted in favour.", None),
        ("ru", "В штате 45 новых сотрудников.", "сотрудников"),
        ("ru", "Так думают 75% опрошенных.", "опрошенных"),
        ("ru", "Всего 28 проголосовали за.", None),
        ("be", "Набралі 45 новых супрацоўнікаў.", "супрацоўнікаў"),
        ("uk", "Найняли 45 нових працівників.", "працівників"),
        ("pl", "Przyjęto 45 nowych pracowników.", "pracowników"),
        ("pl", "Sprzedano 5 mln ton rocznie.", None),
        ("de", "Es gab 45 neue Mitarbeiter.", "mitarbeiter"),
        ("de", "Das meinen 75 Prozent der Befragten.", "befragten"),
        ("fr", "Elle a 45 nouveaux employés.", "employés"),
        ("fr", "Elle vend 5 millions de tonnes de pétrole.", "pétrole"),
        ("lt", "Dirba 45 nauji darbuotojai.", "darbuotojai"),
    ],
)
def test_the_counted_noun_is_one_word_or_none(language, text, noun):
    assert find_quantities(text, language)[0].noun == noun


def test_figures_that_share_a_noun_all_have_it():
    text = "About 1200 and 250 specialists came, and 28 out of 31 firms."
    assert [q.noun for q in find_quantities(text, "en")] == ["specialists", "specialists", "firms", "firms"]


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "It costs $5 million a year.", "year"),
        ("en", "Output is 7,000 dollars per capita.", "capita"),
        ("en", "There were 30 cases per 100,000 inhabitants.", "100000"),
        ("en", "It pays 12 euros per megabyte.", "MB"),
        ("en", "It costs $5 million.", None),
        ("ru", "Это 5 млн тонн нефти в год.", "year"),
        ("be", "Гэта 5 млн тон нафты на душу насельніцтва.", "capita"),
        ("uk", "Це 5 млн тонн нафти на рік.", "year"),
        ("pl", "To 5 mln ton miesięcznie.", "month"),
        ("de", "Das sind 5 Tonnen Öl pro Tag.", "day"),
        ("fr", "Soit 5 tonnes de pétrole par habitant.", "capita"),
        ("lt", "Tai 5 mln. tonų naftos per metus.", "year"),
    ],
)
def test_what_a_figure_is_for_each_of(language, text, per):
    assert find_quantities(text, language)[0].per == per


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Turnout fell from 63.9% in 2016 to 54.5% in 2020.", ["2016", None, "2020", None]),
        ("In 2019 exports were 5 tonnes. Imports were 6 tonnes.", [None, "2019", None]),
        ("On 17 September 2021 it lent 5 dollars, then 6 dollars.", [None, "2021-09-17", "2021-09-17"]),
        ("It built 12 ships between 2014 and 2016.", ["2014/2016", None]),
        ("It built 12 ships.", [None]),
    ],
)
def test_a_figure_is_dated_within_its_sentence(text, times):
    assert [q.time for q in find_quantities(text, "en")] == times


def test_two_of_the_five_are_a_part_and_no_share():
    part, whole = find_quantities("Two of the five old units were restarted.", "en")
    assert (part.low, part.part_of, part.unit, whole.low) == (2, 5, None, 5)
