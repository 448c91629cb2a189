"""Plain text: pages at form feeds, and what is nobody's text."""

from __future__ import annotations

import pytest

from factcheck.documents.plain import MOST_SHORT_LINES, read_plain
from factcheck.errors import BriefError


def test_pages_begin_after_form_feeds():
    assert read_plain("one\n\ftwo\n\fthree").page_starts == (0, 5, 10)
    assert read_plain("one\ntwo").page_starts == ()


@pytest.mark.parametrize("line", ["- a\n", "a\n\n", "12\n", "x\r\n"])
def test_a_wall_of_short_lines_is_refused_in_one_line(line):
    with pytest.raises(BriefError, match="more than 50,000 lines of a few characters"):
        read_plain(line * (MOST_SHORT_LINES + 10))


@pytest.mark.parametrize("line", ["\n", "A line of some words.\n", " " * 30 + "\n"])
def test_many_lines_of_words_and_empty_ones_are_read(line):
    assert read_plain(line * (MOST_SHORT_LINES + 10)).text.startswith(line)
