"""Plain lines: nothing that comes from a brief or a page can steer the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.console import counted, parse_lines, printable
from factcheck.model import CitationStatus


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — “text”, Łódź, Мінск", "plain — “text”, Łódź, Мінск"),
        ("two\nlines\tand  blanks", "two lines and blanks"),
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("a\u202eb", "a\\u202eb"),
        ("a\x9bb\x07", "a\\x9bb\\x07"),
        ("name\udcff", "name\\udcff"),
        ("tag\U000e0041", "tag\\U000e0041"),
    ],
)
def test_what_could_steer_a_terminal_is_shown_as_its_escape(text, shown):
    assert printable(text) == shown


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_every_text_becomes_one_line_that_can_be_encoded(text):
    line = printable(text)
    line.encode()
    assert line.isprintable() or all(char.isprintable() or ord(char) > 0x2FF for char in line)
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(("number", "words"), [(0, "0 briefs"), (1, "1 brief"), (2, "2 briefs")])
def test_one_is_singular(number, words):
    assert counted(number, "brief") == words


def test_a_parsed_brief_is_a_table_of_sources_and_one_of_claims(made):
    lines = list(parse_lines(made([CitationStatus.UNCHECKED] * 2, [CitationStatus.UNCHECKED], title=None)))
    assert lines[:2] == ["notes.md: no title", "3 notes, 2 citations, 1 claim, 3 figures, 1 quotation"]
    assert lines[3:7] == [
        "citation  note  kind      locator  source",
        "c1        1     citation  p. 1     https://lake.example/1",
        "c2        2     citation  p. 2     https://lake.example/2",
        "          9     text",
    ]
    assert lines[8:11] == [
        "claim  notes  figures and quotations",
        "k1     1, 2   4 of 10; 4 of 10; 4 of 10; “an open question for the ferry”",
        "",
    ]
    assert lines[11].startswith("notesnotes.md:")
