"""Columns of a PDF whose content stream runs through them line by line; tables, which stay as they are."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document
from factcheck.documents.pdf import extract_pdf

WORDS = """
the pilots of merrow have gone out in every weather since the harbour was dug and few of them have ever been asked what
they think of the new lights which the council put up along the mole in the wet spring after the great flood because no
office keeps a list of what they say when they come home late in the night and find that their lamps have gone out again
so that the town knows little of them and they in turn know little of the town except that it sleeps while they are out
on the bar with their boats and their cold hands and that it wakes when the horns of the ships are heard in the morning
""".split()
SIZE, LEADING, TOP = 10, 13, 700


def column_lines(number, count, per_line=5):
    """Lines of running text, another stretch of the words for each column."""
    start = number * 37
    picked = [WORDS[(start + n) % len(WORDS)] for n in range(count * per_line)]
    return [" ".join(picked[n : n + per_line]) for n in range(0, len(picked), per_line)]


def mixed(maker, columns, lefts, *, more=(), size=SIZE, skip=0):
    """A page whose stream goes line by line through all columns; each column stands `skip` lower than the last."""
    shown = list(more)
    for row in range(max(map(len, columns))):
        for number, (lines, left) in enumerate(zip(columns, lefts, strict=True)):
            if row < len(lines):
                shown.append(maker.Text(left, TOP - LEADING * row - skip * number, lines[row], size))
    return shown


def read(data):
    return [line.text for page in extract_pdf(data).pages for line in page.lines]


@pytest.mark.parametrize(
    "lefts", [(50, 310), (50, 232, 414), (50, 178, 306, 434)], ids=["two columns", "three columns", "four columns"]
)
@pytest.mark.parametrize("skip", [0, 1.5])
def test_columns_that_a_stream_mixes_are_read_one_after_the_other(maker, lefts, skip):
    columns = [column_lines(number, 16 - number, 5) for number in range(len(lefts))]
    found = read(maker.pdf([mixed(maker, columns, lefts, size=7, skip=skip)]))
    assert found == [line for lines in columns for line in lines]


def test_two_columns_shown_as_one_text_with_a_wide_blank_are_parted(maker):
    left, right = column_lines(0, 14), column_lines(1, 14)
    fonts = 0.5 * SIZE  # about a letter's width; the blanks fill the rest of the left column and the strip between
    lines = [
        f"{a}{' ' * max(6, int((260 - len(a) * fonts) / (0.278 * SIZE)))}{b}" for a, b in zip(left, right, strict=True)
    ]
    page = [maker.Text(50, TOP - LEADING * n, line, SIZE) for n, line in enumerate(lines)]
    assert read(maker.pdf([page])) == [*left, *right]


def test_a_heading_across_parts_the_columns_above_from_those_below(maker):
    top = [column_lines(0, 9), column_lines(1, 9)]
    below = [column_lines(2, 9), column_lines(3, 9)]
    heading = "What the council put up along the mole, and what became of all of its lamps in the flood"
    page = mixed(maker, top, (50, 310))
    page += [maker.Text(50, 560, heading, SIZE)]
    page += [maker.Text(t.x, t.y - 180, t.text, t.size) for t in mixed(maker, below, (50, 310))]
    assert read(maker.pdf([page])) == [*top[0], *top[1], heading, *below[0], *below[1]]


def test_a_running_head_and_foot_belong_to_no_column(maker):
    columns = [column_lines(0, 20), column_lines(1, 20)]
    head = [maker.Text(50, 760, "Harbour papers", 8), maker.Text(480, 760, "Issue 12", 8)]
    foot = [maker.Text(50, 40, "Merrow Institute", 8), maker.Text(480, 40, "page 7", 8)]
    found = read(maker.pdf([[*mixed(maker, columns, (50, 310), more=head), *foot]]))
    assert "Harbour papers" in found[0]
    assert "Merrow Institute" in found[-2] + found[-1]
    assert [line for line in found if line in WORDS or line in columns[0] + columns[1]] == [*columns[0], *columns[1]]


def test_a_stream_in_the_order_of_its_columns_stays_as_it_is(maker):
    columns = [column_lines(0, 20), column_lines(1, 20)]
    page = [
        maker.Text(left, TOP - LEADING * n, line, SIZE)
        for lines, left in zip(columns, (50, 310), strict=True)
        for n, line in enumerate(lines)
    ]
    assert read(maker.pdf([page])) == [*columns[0], *columns[1]]


@pytest.mark.parametrize(
    "row",
    [
        lambda n: ("Harbour of the North", f"{n * 117} tonnes", f"{n * 31} ships"),
        lambda n: (f"Section {n}", "The council decides.", "The mayor signs."),
        lambda _: ("wheat and barley", "Merrow", "Sund"),
    ],
    ids=["figures", "sentences", "names"],
)
def test_rows_of_a_table_are_no_columns(maker, row):
    page = [
        maker.Text(left, TOP - LEADING * n, cell, SIZE)
        for n in range(20)
        for left, cell in zip((50, 240, 400), row(n + 1), strict=True)
    ]
    found = " ".join(read(maker.pdf([page])))
    first, second = row(1), row(2)
    assert found.index(first[-1]) < found.index(second[1], found.index(first[-1]))
    assert found.startswith(first[0])


def test_notes_of_mixed_columns_have_their_labels_and_texts(maker):
    """The labels are raised beside the other column's words, and the notes are smaller than the line they share."""
    page = []
    columns = [column_lines(0, 20), column_lines(1, 24)]
    for n in range(24):
        y = TOP - LEADING * n
        for number, left in ((0, 50), (1, 310)):
            if n < len(columns[number]):
                words = columns[number][n]
                page.append(maker.Text(left, y, words, SIZE))
                if n == 3:
                    width = sum(_WIDTHS.get(c, 556) for c in words) * SIZE / 1000
                    page.append(maker.Text(left + width + 0.3, y + 4.5, str(number + 1), 6))
        if n == 21:
            page += [
                maker.Text(50, y + 4, "1", 5.5),
                maker.Text(55, y + 1, "Town archive, list 3, https://archive.example/", 8),
            ]
        if n == 22:
            page.append(maker.Text(50, y + 4, "pilots/list-3", 8))
        if n == 23:
            page += [maker.Text(310, y - 14 + 3, "2", 5.5), maker.Text(315, y - 14, "Interview, 3 May 2025.", 8)]
    apparatus = find_citations(lay_out(read_document(maker.pdf([page]), name="b.pdf"), "b.pdf", "0" * 64))
    assert {note.label: (note.text, len(note.markers)) for note in apparatus.footnotes} == {
        "1": ("Town archive, list 3, https://archive.example/pilots/list-3", 1),
        "2": ("Interview, 3 May 2025.", 1),
    }


_WIDTHS = dict.fromkeys("ijl'", 222) | dict.fromkeys("ftI .,:;/!()-", 278) | dict.fromkeys("r", 333)
_WIDTHS |= dict.fromkeys("ckvsxyzJ", 500) | {"w": 722, "m": 833}


def test_a_line_spread_wide_between_lines_of_running_text_has_no_cells(maker):
    shown = [
        (72, 700, "the lamps that the council bought in may"),
        (72, 687, "would"),
        (150, 687, "carry"),
        (225, 687, "1,250"),
    ]
    shown += [(72, 674, "volts until the end of the next summer")]
    page = [maker.Text(x, y, words, SIZE) for x, y, words in shown]
    found = read(maker.pdf([page]))
    assert found[1] == "would carry 1,250"


def test_rows_of_figures_between_lines_of_text_keep_their_cells(maker):
    shown = [
        (72, 700, "the lamps that the council bought in may"),
        (72, 687, "Sund"),
        (150, 687, "866"),
        (228, 687, "1,250"),
    ]
    shown += [(72, 674, "volts until the end of the next summer")]
    page = [maker.Text(x, y, words, SIZE) for x, y, words in shown]
    assert read(maker.pdf([page]))[1] == "Sund | 866 | 1,250"
