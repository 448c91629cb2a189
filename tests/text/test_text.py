import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import MappedText, Span
from factcheck.text import guess_language, join_pieces, likely_language, remove_spans, sentence_spans, slice_mapped


def split(text):
    return [text[s.start : s.end] for s in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Lind paid 5 Euro. He left.", ["Mr. Lind paid 5 Euro.", "He left."]),
        ("She said “Go home.” Then she left.", ["She said “Go home.”", "Then she left."]),
        ("It is 3.5% of GDP. And no. 5 too.", ["It is 3.5% of GDP.", "And no. 5 too."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("J. Smith, e.g. in the U.S. market, sold it.", ["J. Smith, e.g. in the U.S. market, sold it."]),
        ("Потрачено 5 млн. руб. за год. Всё.", ["Потрачено 5 млн. руб. за год.", "Всё."]),
        ("Wydano ok. 5 tys. zł. Koniec.", ["Wydano ok. 5 tys. zł. Koniec."]),
        ("Am 3. Oktober war es kalt. Es fror.", ["Am 3. Oktober war es kalt.", "Es fror."]),
        ("Auf der 12. Sitzung fehlten z. B. Zahlen. Gut.", ["Auf der 12. Sitzung fehlten z. B. Zahlen.", "Gut."]),
        ("Es waren 12. Danach kam er.", ["Es waren 12.", "Danach kam er."]),
        ("Viele, d. h. Tausende, kamen.", ["Viele, d. h. Tausende, kamen."]),
        ("Roads, rails, etc. Joining them costs.", ["Roads, rails, etc.", "Joining them costs."]),
        ("Roads, etc. and rails.", ["Roads, etc. and rails."]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("Wait ... what? Yes.", ["Wait ... what?", "Yes."]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    assert split(text) == sentences


@pytest.mark.parametrize("run", [".", ".)", "?!…", "." + '"' * 9])
def test_a_run_of_stops_as_long_as_a_page_is_tried_once(run):
    text = run * 40_000 + "a"  # would take minutes if each of its stops were tried
    assert split(text) == [text]


@given(st.text(max_size=300))
@settings(deadline=None)
def test_sentences_ascend_and_leave_only_blanks_between_them(text):
    spans = sentence_spans(text)
    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        assert span.end > span.start
        at = span.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia is already the largest trade partner of the country", "en"),
        ("Экспорт вырос на 5% в 2020 году", "ru"),
        ("Експорт зріс на 5% у 2020 році, але імпорт не змінився", "uk"),
        ("У 2020 годзе экспарт вырас на 5%, але імпарт зменшыўся", "be"),
        ("W 2020 roku eksport wzrósł o 5%, ale nie jest to dużo", "pl"),
        ("Im Jahr 2020 ist der Export um 5 Prozent gestiegen und die Einfuhr nicht", "de"),
        ("En 2020 les exportations ont augmenté de 5 % dans le pays", "fr"),
        ("2020 metų eksportas yra 5 proc. didesnis, bet tai ne viskas", "lt"),
        ("12 34 56", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_function_words(text, code):
    assert guess_language(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Preise stiegen um 5 Prozent.", "de"),
        ("Im Mai kamen 300 Gäste.", "de"),
        ("Le port emploie 700 ouvriers étrangers.", "fr"),
        ("Koszty wzrosły o 9 procent.", "pl"),
        ("Mokesčiai padidėjo 6 procentais.", "lt"),
        ("Цены упали на 5 процентов.", "ru"),
        ("Кошты ўпалі на 5 працэнтаў.", "be"),
        ("Ціни впали на 5 відсотків.", "uk"),
        ("Prices fell by 5 percent.", "en"),
        ("Prices in Norland were 5 percent higher.", "en"),
        ("Norland 12,5", None),
        ("Übung 5 ąę", None),
    ],
)
def test_of_a_short_sentence_letters_and_the_words_beside_figures_tell(text, code):
    assert likely_language(text) == code


def test_removed_spans_leave_a_text_that_still_knows_its_origin():
    mapped = join_pieces([("abc", 10), ("def", 20)])
    left = remove_spans(mapped, [Span(2, 4)])
    assert left.text == "abef"
    assert [left.origin(i) for i in range(4)] == [10, 11, 21, 22]
    assert left.span(1, 3) == Span(11, 22)
    assert left.origin(4) == 23


@given(
    st.lists(st.tuples(st.text(max_size=8), st.integers(0, 1000)), max_size=6), st.integers(0, 40), st.integers(0, 40)
)
@settings(deadline=None)
def test_a_slice_maps_each_character_as_the_whole_does(pieces, start, length):
    whole = join_pieces(pieces)
    end = min(len(whole.text), start + length)
    part = slice_mapped(whole, min(start, end), end)
    assert part.text == whole.text[min(start, end) : end]
    assert [part.origin(i) for i in range(len(part.text))] == [whole.origin(start + i) for i in range(len(part.text))]


def test_an_empty_mapped_text_has_an_origin():
    assert MappedText("").span(0, 0) == Span(0, 0)
