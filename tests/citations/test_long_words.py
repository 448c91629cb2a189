"""Words of an address that never end: each is looked at once, and not once more from each of its letters."""

from __future__ import annotations

import pytest

from factcheck.citations import breaks, lost_hyphens, reach

LONG = "a" * 300_000  # from each letter anew, minutes


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (reach._DOTS_AT_END, LONG, None),
        (reach._DOTS_AT_END, "/the-harb…", "harb…"),
        (reach._DOTS_AT_END, "/the-...", "..."),
        (reach._LAST_LETTERS, LONG + "1", None),
        (reach._LAST_LETTERS, "7an nual", "nual"),
        (reach._LAST_LETTERS, "7annual", "annual"),
        (breaks._LETTERS_BEFORE, LONG + "-", ""),
        (breaks._LETTERS_BEFORE, "a-word", "word"),
        (lost_hyphens._LAST_LETTERS, LONG + "-", ""),
        (lost_hyphens._LAST_LETTERS, "a_word", "word"),
    ],
    ids=range(10),
)
def test_the_last_word_of_an_address(pattern, text, found):
    match = pattern.search(text)
    assert (match and match.group()) == found


def test_no_dots_leave_a_piece_as_it_is():
    assert reach.without_cut_word(LONG) == LONG
    assert reach.without_cut_word("/the-harb…") == "/the-"
