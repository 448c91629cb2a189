"""Every language's data file can be read, and the CLDR files are those of Babel."""

from __future__ import annotations

import json
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import babel
import pytest

from factcheck.quantities import LANGUAGES, export_cldr, export_tables, find_quantities
from factcheck.quantities.forms import Phrases, Stems, forms, table
from factcheck.quantities.languages.record import Language
from factcheck.quantities.lexicon import BUILT, Lexicon, lexicon, loaded, plain

SAYS = {
    "en": "half a million dollars, nearly two thirds, 4 November 2021",
    "ru": "полмиллиона долларов, почти две трети, 4 ноября 2021 года",
    "be": "паўмільёна долараў, амаль дзве траціны, 4 лістапада 2021 года",
    "uk": "пів мільйона доларів, майже дві третини, 4 листопада 2021 року",
    "pl": "pół miliona dolarów, prawie dwie trzecie, 4 listopada 2021 roku",
    "de": "eine halbe Million Dollar, fast zwei Drittel, 4. November 2021",
    "fr": "un demi-million de dollars, près des deux tiers, 4 novembre 2021",
    "lt": "pusė milijono dolerių, beveik du trečdaliai, 2021 m. lapkričio 4 d.",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_thing_is_read_in_every_language(code):
    money, share, date = find_quantities(SAYS[code], code)
    assert (money.low, money.unit) == (500_000, "USD")
    assert (round(share.low, 3), share.hedge) == (round(money.low * 2 / 3 / money.low, 3), "almost")
    assert date.iso_date == "2021-11-04"


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unnamed_language_is_guessed_or_read_as_english(code):
    assert find_quantities("12,700 (38%) in 2019") == find_quantities("12,700 (38%) in 2019", "en")
    assert find_quantities("38%", "xx") == find_quantities("38%", "en")
    assert find_quantities("38%", f"{code}-XX") == find_quantities("38%", code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_cardinal_has_its_value(code):
    values = {value for value, _ in lexicon(code).numerals.values()}
    assert {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 30, 40, 50, 60} <= values


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_month_is_known(code):
    assert set(lexicon(code).months.values()) == set(range(1, 13))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_field_of_a_data_file_is_in_small_letters(code):
    language = import_module(f"factcheck.quantities.languages.{code}").LANGUAGE
    assert isinstance(language, Language)
    keyed = {"units", "currencies", "money_adjectives", "suffixes"}
    for field in fields(language):
        value = getattr(language, field.name)
        if isinstance(value, str) and field.name not in keyed:
            assert value == value.lower(), field.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_cldr_files_are_those_that_babel_gives(code):
    path = Path(export_cldr.__file__).parent / "cldr" / f"{code}.py"
    written = path.read_text(encoding="utf-8")
    if f"Babel {babel.__version__}" not in written:
        pytest.skip("another release of Babel than the one the files were written with")
    assert export_cldr.render(code, babel.__version__) == written


def test_the_export_writes_the_languages_it_is_asked_for(tmp_path, monkeypatch):
    (tmp_path / "cldr").mkdir()
    monkeypatch.setattr(export_cldr, "__file__", str(tmp_path / "export_cldr.py"))
    monkeypatch.setattr("sys.argv", ["export_cldr", "lt"])
    export_cldr.main()
    assert [path.name for path in (tmp_path / "cldr").iterdir()] == ["lt.py"]


def test_forms_write_out_endings_and_tables_go_on_over_lines():
    assert list(forms("год||а|у, лет\nгодик")) == ["год", "года", "году", "лет", "годик"]
    assert list(table("5 five, fiver,\n  quintet\n6 six")) == [
        ("5", "five"),
        ("5", "fiver"),
        ("5", "quintet"),
        ("6", "six"),
    ]


def test_phrases_match_the_longest_both_ways():
    phrases = Phrases([("per cent", "%"), ("per cent points", "pp")])
    assert phrases.match(["5", "per", "cent", "points", ""], 1) == ("pp", 4)
    assert phrases.match(["5", "per", "cent", ""], 1) == ("%", 3)
    assert phrases.match(["per", ""], 0) is None
    assert phrases.match([""], 0) is None
    back = Phrases([("more than", 1), ("no more than", 2)], backwards=True)
    assert back.match_back(["no", "more", "than", ""], 2) == (2, 0)
    assert back.match_back(["than", ""], 0) is None
    assert back.match_back(["than", ""], -1) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_built_tables_are_those_of_the_data_files(code):
    """Run ``python -m factcheck.quantities.export_tables`` after a change of a language's data."""
    written = (BUILT / f"{code}.json").read_text(encoding="utf-8")
    assert export_tables.render(code) == written
    assert plain(loaded(json.loads(written))) == json.loads(written)


def test_a_built_file_is_written_for_each_language_named(tmp_path, monkeypatch):
    monkeypatch.setattr(export_tables, "BUILT", tmp_path)
    monkeypatch.setattr("sys.argv", ["export_tables", "lt"])
    export_tables.main()
    assert [path.name for path in tmp_path.iterdir()] == ["lt.json"]


def test_stems_hold_words_and_beginnings():
    stems = Stems(["up", "increas*"])
    assert "up" in stems
    assert "increased" in stems
    assert "upper" not in stems


def test_a_phrase_of_a_built_file_is_taken_apart_when_it_is_met():
    made = Phrases([("per cent", "%"), ("per cent points", "pp"), ("per", "each")])
    phrases = Phrases.of(made.written(), str)
    assert phrases.match(["per", "cent", "points", ""], 0) == ("pp", 3)
    assert phrases.match_back(["cent", ""], 0) is None
    assert phrases.by_first == made.by_first
    assert Phrases.of({"more": "no→2¦→1"}, int).match_back(["no", "more", ""], 1) == (2, 0)


def test_a_table_that_is_not_there_is_no_attribute():
    assert not hasattr(lexicon("en"), "weather")


def test_a_word_with_the_mark_that_parts_words_is_refused():
    tables = dict.fromkeys(Lexicon.__annotations__, "") | {"stopwords": frozenset({"a|b"})}
    with pytest.raises(ValueError, match="a word with"):
        plain(Lexicon(**tables))
