"""A text put together from pieces keeps the place of each."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.textbuilder import TextBuilder, pieces_of
from factcheck.text import join_pieces


def test_runs_of_blanks_become_one_and_none_at_the_edges():
    builder = TextBuilder()
    builder.add("  a \t b\n", 10)
    builder.add(" c ", 30)
    text = builder.build()
    assert text.text == "a b c"
    assert [text.origin(i) for i in range(5)] == [12, 13, 16, 17, 31]


def test_a_line_end_takes_the_place_of_a_blank():
    builder = TextBuilder()
    builder.add_break(0)
    builder.add("a ", 1)
    builder.add_break(3)
    builder.add("b", 4)
    assert builder.build().text == "a\nb"


def test_the_tail_can_be_read_while_building():
    builder = TextBuilder()
    builder.add("ab", 0)
    builder.add("cd", 5)
    assert builder.since(1) == "bcd"
    assert builder.since(4) == ""


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(alphabet="ab \t\n", max_size=6), st.integers(0, 99)), max_size=8))
def test_the_text_is_the_pieces_without_spare_blanks(pieces):
    builder = TextBuilder()
    for string, origin in pieces:
        builder.add(string, origin)
    assert builder.build().text == " ".join("".join(string for string, _ in pieces).split())


def test_pieces_of_a_text_make_it_again():
    mapped = join_pieces([("abc", 5), ("de", 20)])
    assert join_pieces(pieces_of(mapped)) == mapped
    assert pieces_of(mapped, 2) == [("c", 7), ("de", 20)]
