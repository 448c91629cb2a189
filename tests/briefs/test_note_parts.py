"""What tells a note's rest from the body."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.briefs.layout import ends_in_url, ends_sentence, goes_on
from factcheck.briefs.url_rest import is_url_rest
from factcheck.documents.plain import read_plain

WORDS_WITH_NUMBERS = tuple(enumerate(("coal", "gas", "wind", "peat"), start=1))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("136.2014.899769; p. 560", True),
        ("rus/union.htm", True),
        ("region-revisited-amid-the", True),
        ("ference-papers-2018-741, p. 181-2.", True),
        ("tions/AT_70.pdf , p. 306.", True),
        ("7299790", True),
        ("wAR1O9FxONAmc3FiGKtv6u6KbqpDY", True),
        ("-2346.12509", True),
        ("https://a.example", True),
        ("2014.", False),
        ("ation.14", False),
        ("normal?”.35", False),
        ("costs.126", False),
        ("Fig.2).", False),
        ("RGF62.", False),
        ("introduction of a currency", False),
        ("well-known facts", False),
        ("24 year old", False),
    ],
)
def test_rests_of_urls(text, rest):
    assert is_url_rest(text) is rest


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("it fell.", True),
        ("it fell.12", True),
        ("it fell. 12", True),
        ("“it fell”.12", True),
        ("“it fell.”12", True),
        ("it fell!³", True),
        ("after.87.", True),
        ("it fell.[12]", True),
        ("as follows:", True),
        ("it fell", False),
        ("it fell in 2020", False),
        ("exports16,", False),
        ("a word-", False),
    ],
)
def test_sentence_ends(text, ends):
    assert ends_sentence(text) is ends


def test_other_ends_and_beginnings():
    assert ends_in_url("see https://a.example/x")
    assert not ends_in_url("see https://a.example/x today")
    assert goes_on("(and so")
    assert not goes_on("And so")


def test_a_note_whose_label_stands_alone_ends_where_the_text_has_a_later_marker():
    """As extractors write a column of text after the notes of the column before, with no empty line between."""
    text = """\
The port of Merrow handled more goods than
in any year before.1
The clerk who counts the ships has held
the office since spring.2
Forty ships come in a good week, and in
1
https://ports.example.org/statistics/harbour-
traffic.html
2
Interview with the clerk, Merrow,
15 June 2023.
a bad one fewer than six of them.3
Nobody asked for the figures of the
whole year.4
3
Harbour News,
https://news.example.org/ships-counted/
4
Town archive, list 3.
"""
    brief = lay_out(read_plain(text), "a.txt", "0" * 64)
    assert {note.label: " ".join(note.text.text.split()) for note in brief.notes} == {
        "1": "https://ports.example.org/statistics/harbour- traffic.html",
        "2": "Interview with the clerk, Merrow, 15 June 2023.",
        "3": "Harbour News, https://news.example.org/ships-counted/",
        "4": "Town archive, list 3.",
    }
    assert "a bad one fewer" in " ".join(block.text.text for block in brief.blocks)


def test_a_label_alone_with_an_empty_line_after_it_takes_no_text_with_markers_for_its_note():
    body = "\n".join(f"Of {word} the clerk of Merrow counted more than ever.{n}" for n, word in WORDS_WITH_NUMBERS)
    notes = "\n".join(f"{n}\n\nhttps://ports.example.org/{word}.html" for n, word in WORDS_WITH_NUMBERS)
    brief = lay_out(read_plain(f"{body}\n{notes}\n"), "a.txt", "0" * 64)
    assert [note.text.text for note in brief.notes] == [
        f"https://ports.example.org/{word}.html" for _, word in WORDS_WITH_NUMBERS
    ]
