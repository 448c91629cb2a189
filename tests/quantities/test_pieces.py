"""The pieces of a text, each read for itself: together they give what the whole gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantities import LANGUAGES, find_quantities, find_quantities_in, pieces

FOLDER = Path(__file__).parent / "sentences"
ENDS = ["\n\n", "\n", " ", ".\n", "\n \n", "…\n"]


def sentences(language: str) -> list[str]:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()[1:]
    return [line for line in lines if line and not line.startswith("    ")]


def pieced(text: str, language: str):
    return tuple(found for piece in pieces(text) for found in find_quantities_in(text, piece, language))


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_the_pieces_hold_the_figures_of_the_whole(data):
    language = data.draw(st.sampled_from(LANGUAGES))
    drawn = data.draw(st.lists(st.tuples(st.sampled_from(sentences(language)), st.sampled_from(ENDS)), max_size=60))
    text = "".join(sentence + end for sentence, end in drawn)
    assert pieced(text, language) == find_quantities(text, language)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="a. \n5,\t!", max_size=5000))
def test_the_pieces_are_the_whole_text_in_order(text):
    assert "".join(text[piece.start : piece.end] for piece in pieces(text)) == text
    assert all(piece.start < piece.end for piece in pieces(text))


@pytest.mark.parametrize("size", [1_000, 9_000, 40_000])
def test_no_piece_is_long_whatever_the_text(size):
    for text in ("9" * size, "a" * size, "\n" * size, "12 " * size):
        assert max(piece.end - piece.start for piece in pieces(text)) <= 3_100


@pytest.mark.parametrize("end", ["\n\n", "\n \n", ".\n", ".”\n", "!\n"])
def test_pieces_end_with_a_paragraph_or_with_a_sentence_that_ends_its_line(end):
    paragraph = "About forty people came" + end
    text = paragraph * 100
    assert all((piece.end - piece.start) % len(paragraph) == 0 for piece in pieces(text))


def test_no_piece_ends_after_an_abbreviation_at_the_end_of_a_line():
    text = ("word " * 210) + "some approx.\n500 people, and no.\n5, came to the field.\n" + "word " * 100
    assert text[: pieces(text)[0].end].endswith("field.\n")


def test_a_page_in_an_unknown_language_is_read_with_english_words():
    assert find_quantities_in("in 5 million", pieces("in 5 million")[0], "xx")[0].low == 5_000_000
