"""Notes at the foot of a PDF's pages, told from tables, lists, figures and names of authors; cut off, begun anew."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document

BODY, SMALL, RAISED = 11, 8, 6.5


@pytest.fixture
def sheet(maker):
    """A page: lines of (words, marker), then notes of (label, words) from a given height down."""

    def line(x, y, words, marker="", size=BODY):
        end = x + width_of(words, size)
        shown = [maker.Text(x, y, words, size)]
        return [*shown, maker.Text(end + 0.3, y + 4.5, marker, RAISED)] if marker else shown

    def page(body, notes=(), *, x=72, top=700, foot=120, more=()):
        shown = []
        for number, (words, marker) in enumerate(body):
            shown += line(x, top - 14 * number, words, marker)
        y = foot
        for label, *texts in notes:
            if label:
                shown.append(maker.Text(x, y + 3, label, 5))
            for number, words in enumerate(texts):
                shown.append(maker.Text(x + 8 if number == 0 and label else x, y, words, SMALL))
                y -= 10
        return [*shown, *more]

    return page


# Helvetica's widths in thousandths of the size, as far as the sentences below use other than the usual ones.
_WIDTHS = dict.fromkeys("ijl'", 222) | dict.fromkeys("ftI .,:;/!()-", 278) | dict.fromkeys("r", 333)
_WIDTHS |= dict.fromkeys("ckvsxyzJ", 500) | dict.fromkeys("ABEKPSVXY", 667) | dict.fromkeys("CDHNRUw", 722)
_WIDTHS |= (
    dict.fromkeys("GOQ", 778) | dict.fromkeys("Mm", 833) | dict.fromkeys("FTZ", 611) | {"W": 944, "f": 278, "t": 278}
)


def width_of(words, size):
    return sum(_WIDTHS.get(character, 556) for character in words) * size / 1000


def notes_of(data):
    apparatus = find_citations(lay_out(read_document(data, name="brief.pdf"), "brief.pdf", "0" * 64))
    return {note.label: (note.text, len(note.markers)) for note in apparatus.footnotes}


TALE = [
    ("The town of Merrow counts its ships by hand, and the clerk", ""),
    ("who counts them has held the office since the spring of 1998.", "1"),
    ("In a good week forty ships come in, in a bad one fewer than six.", "2"),
    ("Nobody has ever asked him for the figures of a whole year.", ""),
]
FOOT = [
    ("1", "Town archive, staff list, https://archive.example/staff"),
    ("2", "Interview with the clerk, who asks that his name is not given here,", "3 May 2025."),
]
EXPECTED = {
    "1": ("Town archive, staff list, https://archive.example/staff", 1),
    "2": ("Interview with the clerk, who asks that his name is not given here, 3 May 2025.", 1),
}
TABLE = [("1 Merrow", 1204), ("2 Ost-Merrow", 866), ("3 Sund", 140)]


def test_notes_at_the_foot(maker, sheet):
    assert notes_of(maker.pdf([sheet(TALE, FOOT)])) == EXPECTED


def test_a_page_number_and_a_running_foot_are_no_part_of_a_note(maker, sheet):
    foot = [maker.Text(300, 40, "17", BODY), maker.Text(72, 60, "The harbours of Talvia", BODY)]
    assert notes_of(maker.pdf([sheet(TALE, FOOT, more=foot)])) == EXPECTED


@pytest.mark.parametrize("bottom", [40, 300], ids=["below the notes", "between text and notes"])
def test_rows_of_a_small_table_are_no_notes(maker, sheet, bottom):
    rows = []
    for number, (name, ships) in enumerate(TABLE):
        y = bottom + 10 * (len(TABLE) - number)
        rows += [maker.Text(120, y, name, SMALL), maker.Text(260, y, str(ships), SMALL), maker.Text(320, y, "9", SMALL)]
    assert notes_of(maker.pdf([sheet(TALE, FOOT, foot=150, more=rows)])) == EXPECTED


def test_a_numbered_list_in_the_body_is_no_note(maker, sheet):
    items = [("1. Ships that call are counted on the northern quay.", ""), ("2. Ships that pass by are not.", "")]
    assert notes_of(maker.pdf([sheet([*TALE, *items], FOOT)])) == EXPECTED


def test_the_note_of_a_figure_is_none_of_the_texts(maker, sheet):
    """Its label stands in the caption, and the body goes on below it."""
    below = [("The clerk has a small boat of his own, and a dog.", "")] * 4
    figure = [
        maker.Text(72, 500, "Ships a year, all quays", BODY),
        maker.Text(72 + width_of("Ships a year, all quays", BODY) + 0.3, 504.5, "1", RAISED),
    ]
    figure += [maker.Text(72, 473, "1", 5), maker.Text(80, 470, "Ferries are left out of the count.", SMALL)]
    figure += [maker.Text(72, 440 - 14 * n, words) for n, (words, _) in enumerate(below)]
    assert notes_of(maker.pdf([sheet(TALE, FOOT, more=figure)])) == EXPECTED


def test_affiliations_are_no_notes(maker, sheet):
    names = [
        maker.Text(72, 760, "Ada Lind", BODY),
        maker.Text(72 + width_of("Ada Lind", BODY) + 0.3, 764.5, "1", RAISED),
    ]
    names += [maker.Text(72, 743, "1", 5), maker.Text(80, 740, "University of the Coast, Merrow", SMALL)]
    assert notes_of(maker.pdf([[*names, *sheet(TALE, FOOT)]])) == EXPECTED


def test_notes_begin_anew_on_every_page(maker, sheet):
    second = [("The second page tells of the year 2019 and of the ice in it.", "1"), *TALE[3:]]
    pages = [sheet(TALE, FOOT), sheet(second, [("1", "Coast guard, yearbook 2019, p. 44.")])]
    assert notes_of(maker.pdf(pages)) == {**EXPECTED, "1 (p. 2)": ("Coast guard, yearbook 2019, p. 44.", 1)}


def test_a_note_goes_on_at_the_foot_of_the_next_page(maker, sheet):
    first = sheet(
        TALE, [FOOT[0], ("2", "Interview with the clerk, who asks that his name is not given here, and")], foot=80
    )
    second = sheet(
        [("The second page has a marker of its own.", "3"), *TALE[3:]], [("", "who kept his word."), ("3", "Ibid.")]
    )
    found = notes_of(maker.pdf([first, second]))
    assert found["2"] == (
        "Interview with the clerk, who asks that his name is not given here, and who kept his word.",
        1,
    )
    assert found["3"] == ("Ibid.", 1)


def test_a_note_goes_on_where_the_next_page_has_no_note_of_its_own(maker, sheet):
    first = sheet(
        TALE, [FOOT[0], ("2", "Interview with the clerk, who asks that his name is not given here, and")], foot=80
    )
    second = sheet(TALE[3:] * 3, [("", "who kept his word.")])
    assert notes_of(maker.pdf([first, second]))["2"][0].endswith("here, and who kept his word.")


@pytest.mark.parametrize("labels", [("*", "**"), ("a", "b"), ("i", "ii"), ("\u2020", "\u2021"), ("\u00a7", "\u00b6")])
def test_labels_that_are_no_numbers(maker, sheet, labels):
    marks = dict(zip(("1", "2"), labels, strict=True))
    body = [(words, marks.get(marker, "")) for words, marker in TALE]
    foot = [(marks[label], *texts) for label, *texts in FOOT]
    assert notes_of(maker.pdf([sheet(body, foot)])) == {marks[label]: note for label, note in EXPECTED.items()}


def test_a_raised_letter_without_a_note_is_a_letter(maker, sheet):
    """An ordinal's ending is raised and no label."""
    body = [*TALE, ("It was the clerk's 20", "th"), ("year in office, and the last but one.", "")]
    document = read_document(maker.pdf([sheet(body, FOOT)]), name="brief.pdf")
    assert "20th" in document.text
    assert notes_of(maker.pdf([sheet(body, FOOT)])) == EXPECTED


def test_two_columns_have_their_notes_at_their_own_foot(maker, sheet):
    left = [("Ships are counted by hand here.", "1"), ("The clerk likes it so.", ""), ("He has a dog, too.", "")]
    right = [("In a good week forty come in.", "2"), ("In a bad one six.", ""), ("The dog barks at each.", "")]
    columns = sheet(left, [("1", "Town archive, list 3.")]) + sheet(right, [("2", "Interview, 3 May 2025.")], x=330)
    assert notes_of(maker.pdf([columns])) == {"1": ("Town archive, list 3.", 1), "2": ("Interview, 3 May 2025.", 1)}


def test_notes_that_share_a_printed_line(maker, sheet):
    y, first = 120, "Town archive, list 3."
    second = 80 + width_of(first, SMALL) + 6
    foot = [maker.Text(72, y + 3, "1", 5), maker.Text(80, y, first, SMALL), maker.Text(second, y + 3, "2", 5)]
    foot.append(maker.Text(second + 4, y, "Interview, 3 May 2025.", SMALL))
    assert notes_of(maker.pdf([sheet(TALE, more=foot)])) == {
        "1": ("Town archive, list 3.", 1),
        "2": ("Interview, 3 May 2025.", 1),
    }


def test_a_label_that_stands_alone_on_its_line_is_that_of_the_line_below(maker, sheet):
    foot = [maker.Text(72, 124, "1", 5), maker.Text(72, 110, "https://example.org/census/1998/ships.html", SMALL)]
    foot += [maker.Text(72, 99, "2", 5), maker.Text(80, 96, "Ibid., p. 3.", SMALL)]
    assert notes_of(maker.pdf([sheet(TALE, more=foot)])) == {
        "1": ("https://example.org/census/1998/ships.html", 1),
        "2": ("Ibid., p. 3.", 1),
    }


@pytest.mark.parametrize(
    ("cut", "rest", "whole"),
    [
        ("Harbour News, https://example.org/ships-", "count-1998.html (p. 4).", "ships-count-1998.html (p. 4)."),
        (
            "Harbour News, 3 May 1998, p. 88,",
            "https://example.org/ships.html.",
            "p. 88, https://example.org/ships.html.",
        ),
    ],
)
def test_a_note_as_large_as_the_body_goes_on_above_the_next_pages_first_label(maker, sheet, cut, rest, whole):
    def foot(*lines):
        shown, y = [], 140
        for label, words in lines:
            shown += [maker.Text(72, y + 4.5, label, RAISED)] if label else []
            shown.append(maker.Text(80 if label else 72, y, words, BODY))
            y -= 24
        return shown

    first = sheet(TALE, more=foot(("1", "Town archive, list 3."), ("2", cut)))
    second = sheet([("The second page has a marker, too.", "3"), *TALE[3:]], more=foot(("", rest), ("3", "Ibid.")))
    found = notes_of(maker.pdf([first, second]))
    assert found["2"][0].endswith(whole)
    assert found["3"] == ("Ibid.", 1)


def test_a_paragraph_above_the_first_label_is_no_rest_of_a_note_that_was_cut_off(maker, sheet):
    first = sheet(TALE, [("1", "Town archive, list 3."), ("2", "Harbour News, https://example.org/ships-")])
    body = [("The second page has a marker, too.", "3"), *TALE[3:]]
    second = sheet(body, [("3", "Ibid.")], more=[maker.Text(72, 142, "Ships have names of women.", BODY)])
    assert "women" not in notes_of(maker.pdf([first, second]))["2"][0]


def column_of(maker, left, body, notes, foot=140):
    """One column in its place in the stream: lines of the body from the top, notes as large at its foot."""
    shown = []
    for n, (words, marker) in enumerate(body):
        shown.append(maker.Text(left, 700 - 14 * n, words, BODY))
        if marker:
            shown.append(maker.Text(left + width_of(words, BODY) + 0.3, 704.5 - 14 * n, marker, RAISED))
    y = foot
    for label, words in notes:
        shown += [maker.Text(left, y + 4.5, label, RAISED)] if label else []
        shown.append(maker.Text(left + 8 if label else left, y, words, BODY))
        y -= 24
    return shown


@pytest.mark.parametrize(
    ("cut", "rest", "whole"),
    [
        ("https://example.org/list-", "of-ships.", "https://example.org/list-of-ships."),
        ("Harbour Post of Merrow, seen on 2", "February 2026.", "seen on 2 February 2026."),
    ],
)
def test_a_note_goes_on_above_the_first_label_of_the_next_column(maker, cut, rest, whole):
    first = [("The clerk of the town counts ships", "1"), ("by hand, and he has held the office", "2")]
    first += [("since the spring of 1998, as is well", ""), ("known to all who live there.", "")]
    second = [("The clerk of the town counts boats", "3"), *first[2:]]
    page = [
        *column_of(maker, 50, first, [("1", "Town archive, list 3."), ("2", cut)]),
        *column_of(maker, 310, second, [("", rest), ("3", "Ibid.")]),
    ]
    found = notes_of(maker.pdf([page]))
    assert found["2"][0].endswith(whole)
    assert found["3"] == ("Ibid.", 1)


def test_a_date_in_a_list_of_notes_is_no_label(maker, sheet):
    notes = [f"{n}. Harbour Post on the {n}th ship, report for the paper of" for n in range(1, 14)]
    more = []
    y = 420
    for number, words in enumerate(notes):
        more += [maker.Text(72, y, words, SMALL), maker.Text(84, y - 10, f"{number + 2} March 2024, page 5.", SMALL)]
        y -= 22
    body = [(f"A ship of the fleet came in on day {n}, it is said", str(n)) for n in range(1, 14)]
    found = notes_of(maker.pdf([sheet(body, more=more)]))
    assert list(found) == [str(n) for n in range(1, 14)]
    assert found["3"][0] == "Harbour Post on the 3th ship, report for the paper of 4 March 2024, page 5."
