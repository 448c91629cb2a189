"""The printed lines of a PDF become sentences and rows."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.pdf import PdfContent, PdfLine, PdfPage, extract_pdf
from factcheck.pages.pdf_text import join_pages

FULL = "It is said in the report of the ministry that in the year 2021 the"


def page(*lines, label="1"):
    return PdfPage(label, tuple(lines), ())


def line(text, y, *, x=72.0, width=None, height=12.0):
    return PdfLine(text, x, y, x + (width or 5.5 * len(text)), height)


def text_of(*pages):
    return join_pages(PdfContent(pages, None, None))[0]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line(FULL, 700, width=400), line("Imports grew.", 686)], f"{FULL} Imports grew."),
        ([line("The re-inte-", 700), line("gration went on.", 686)], "The re-integration went on."),
        ([line("A peace-loving, peace-", 700), line("loving people", 686)], "A peace-loving, peace-loving people"),
        ([line("In the years 2018-", 700), line("2019 it fell", 686)], "In the years 2018-2019 it fell"),
        ([line("Heading", 700, height=16), line("body text here", 680)], "Heading\nbody text here"),
        ([line("Gas | 12", 700), line("oil | 13", 686)], "Gas | 12\noil | 13"),
        ([line("2004 34.7 36.2", 700), line("2005 58.1 63.4", 686)], "2004 34.7 36.2\n2005 58.1 63.4"),
        ([line("First sentence, and", 700), line("• an item", 686)], "First sentence, and\n• an item"),
        (
            [line("Share of gas", 712), line("in imports", 698), line("5.8 | 5.5", 705, x=300)],
            "Share of gas in imports | 5.8 | 5.5",
        ),
        ([line("Imports ........... 12", 700)], "Imports | 12"),
    ],
)
def test_lines_are_joined_where_the_sentence_goes_on(lines, expected):
    assert text_of(page(*lines)) == expected


def test_a_sentence_is_whole_over_a_page_end_and_a_footnote():
    first = page(line(FULL, 90, width=400), line("9 A note in small type.", 60, height=9), label="15")
    second = page(line("imports of gas fell.", 700), label="16")
    text, positions = join_pages(PdfContent((first, second), None, None))
    assert text == f"9 A note in small type.\n{FULL} imports of gas fell."
    assert [(p.label, text[p.start :][:7]) for p in positions] == [("p. 15", "9 A not"), ("p. 16", "imports")]


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        page(
            line(f"Yearbook 2021, {n}", 780),
            *(line(f"Sentence {'abcdef'[n]}{m} is here.", 700 - 30 * m) for m in range(5)),
            line(str(n), 30),
            label=str(n),
        )
        for n in range(1, 5)
    ]
    text = text_of(*pages)
    assert "Yearbook" not in text
    assert len(text.splitlines()) == 20


def test_labels_and_numbers_of_real_tables_stand_on_one_line(shared):
    folder = shared / "corpora" / "pdf-tables"
    hits = total = 0
    for record in map(json.loads, (folder / "icdar_row_pairs.jsonl").read_text("utf-8").splitlines()):
        text = join_pages(extract_pdf((folder / record["file"]).read_bytes()))[0]
        lines = [(_letters(x), " ".join(x.replace(" | ", " ").split()).lower()) for x in text.split("\n")]
        for label, number in record["label_number_pairs"]:
            wanted = re.compile(rf"(?<![\d.,]){re.escape(' '.join(number.split()).lower())}(?!\d)")
            hits += any(_letters(label) in letters and wanted.search(words) for letters, words in lines)
            total += 1
    assert hits / total >= 0.97


def _letters(text):
    return re.sub(r"[\W_]+", "", text.lower())


NUMBERS = st.floats(0, 800)
LINES = st.builds(PdfLine, st.text("ab1 |.-•\u00ad", max_size=12), NUMBERS, NUMBERS, NUMBERS, st.floats(0, 30))


@given(st.lists(st.lists(LINES, max_size=8).map(lambda lines: page(*lines)), max_size=5))
@settings(deadline=None, max_examples=200)
def test_positions_ascend_and_lie_in_the_text(pages):
    text, positions = join_pages(PdfContent(tuple(pages), None, None))
    starts = [position.start for position in positions]
    assert starts == sorted(starts)
    assert not starts or 0 <= starts[-1] <= len(text)
