"""What extractors do to notes: labels on lines of their own, columns in the wrong order, URLs in narrow columns."""

from __future__ import annotations

import textwrap

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document

LEFT = """\
The ferry to Harn ran 1,100 times in 2018, more than in any
year since the war,1 and it carried more sheep than people.
„Nobody was left behind at the quay“2, the captain told the
paper of the town. In the next year the engine failed. 3
"""
RIGHT = """\
A new boat came in 2020.4 It burns a third less oil than the
old one did5 and is faster by an hour on a quiet day, though
the quiet days have become rare, as the keeper of the light-
house has shown.6
"""
LEFT_NOTES = """\
1 Ferry office of Harn, Report for 2018, https://harn.example/re-
port-2018.pdf.
2 Harn Weekly, 4 May 2018, p. 2.
3 https://harn.example/engine
"""
RIGHT_NOTES = """\
4 Harn Weekly, “The new boat”, https://weekly.example/boat.
5 Shipyard, Data sheet, https://yard.example/sheet?id=4.
6 Keeper's log, https://light.example/log
"""
URLS = {
    "1": "https://harn.example/report-2018.pdf",
    "3": "https://harn.example/engine",
    "4": "https://weekly.example/boat",
    "5": "https://yard.example/sheet?id=4",
    "6": "https://light.example/log",
}


def _alone(notes):
    """The notes with each label on a line above its note, as a raised label may come out."""
    return "".join(
        line[0] + "\n" + line[2:] if line[:1].isdigit() else line for line in notes.splitlines(keepends=True)
    )


def _read(text):
    brief = lay_out(read_document(text.encode(), name="ferry.txt"), "ferry.txt", "0" * 64)
    return brief, find_citations(brief)


@pytest.mark.parametrize(
    "text",
    [
        LEFT + LEFT_NOTES + RIGHT + RIGHT_NOTES,
        LEFT + RIGHT + RIGHT_NOTES + LEFT_NOTES,
        LEFT + _alone(LEFT_NOTES) + RIGHT + _alone(RIGHT_NOTES),
        LEFT + RIGHT + LEFT_NOTES.replace("3 https", "3\nhttps") + RIGHT_NOTES,
        LEFT + RIGHT + LEFT_NOTES.replace("2 Harn", "2\nHarn") + RIGHT_NOTES,
    ],
    ids=["in order", "right column first", "labels alone", "one label above a URL", "one label above words"],
)
def test_every_note_and_marker_is_found(text):
    _, found = _read(text)
    assert {citation.footnote: citation.url for citation in found.citations if citation.url} == URLS
    assert sorted(marker.label for marker in found.markers) == list("123456")
    assert {note.label for note in found.footnotes} == set("123456")


def test_a_url_in_a_narrow_column_goes_on_below_it():
    narrow = """\
The ferry to Harn ran more
often than in any year since
the war,1 and carried more
sheep than people.
1 Ferry office of Harn,
https://harn.example/reports/y
ears/summary_of_the_ferry.p
df.
Nobody was left behind at the
quay, as the captain told the
paper.2 In the next year the
engine failed.
2 Harn Weekly,
https://weekly.example/captai
n
"""
    brief, found = _read(narrow)
    assert [citation.url for citation in found.citations] == [
        "https://harn.example/reports/years/summary_of_the_ferry.pdf",
        "https://weekly.example/captain",
    ]
    assert "df." not in " ".join(block.text.text for block in brief.blocks).split()


def test_the_time_of_printing_is_no_part_of_a_note():
    text = LEFT + LEFT_NOTES + "11/22/26, 5:04 AM\n" + RIGHT + RIGHT_NOTES + "11/22/26, 5:04 AM\n"
    brief, found = _read(text)
    assert {citation.footnote: citation.url for citation in found.citations if citation.url} == URLS
    assert not any("5:04" in block.text.text for block in brief.blocks)


def test_notes_that_are_the_same_below_their_labels_are_no_running_heads():
    notes = "1\nIbid.\n2\nhttps://harn.example/a\n3\nIbid.\n4\nhttps://harn.example/b\n5\nhttps://harn.example/c\n6\nIbid.\n"
    _, found = _read(LEFT + RIGHT + notes)
    assert [note.text for note in found.footnotes][:3] == ["Ibid.", "https://harn.example/a", "Ibid."]


@pytest.mark.parametrize(
    ("note", "kind", "url"),
    [
        ("1 Ferry office, https://doi.org/10.1234/", "truncated", None),
        ("1 Ferry office, https://harn.example/list?id=", "truncated", None),
        (
            "1 Ferry office, https://doi.org/10.1234/\nferry.2018, p. 4.",
            "citation",
            "https://doi.org/10.1234/ferry.2018",
        ),
        ("1 Ferry office, https://harn.example/a(accessed5May2020).", "citation", "https://harn.example/a"),
        ("1 Ferry office, https://harn.example/a,pp. 4-5.", "citation", "https://harn.example/a"),
    ],
)
def test_where_a_url_ends(note, kind, url):
    _, found = _read(LEFT + "\n" + note + "\n" + LEFT_NOTES.partition(".pdf.\n")[2])
    first = found.footnotes[0]
    assert (first.label, first.kind.value) == ("1", kind)
    assert [citation.url for citation in found.citations if citation.footnote == "1"] == [url]


def _side_by_side(columns):
    """The lines of `columns` printed beside each other, as extractors that keep the layout print them."""
    height = max(map(len, columns))
    rows = zip(*([*column, *[""] * (height - len(column))] for column in columns), strict=True)
    return "\n".join("  ".join(cell.ljust(34) for cell in row).rstrip() for row in rows) + "\n"


def _column(name, number):
    """A column of fifteen lines that ends in mid-sentence with a marker in it."""
    words = f"The keeper of the {name} counted 40 boats on a day in June and 30 on the next one, which was a Sunday."
    text = f"{words} Nobody asked why {name} boats stay out so long.{number} " * 2
    return textwrap.wrap(text.replace(f".{number} The", ". The", 1), 32)


def test_three_columns_on_each_line_are_read_one_after_the_other():
    names = ("harbour", "estuary", "lagoon")
    columns = [_column(name, number) for number, name in enumerate(names, start=1)]
    notes = "\n".join(f"{number} Log of the {name}, https://{name}.example/log" for number, name in enumerate(names, 1))
    brief, found = _read(_side_by_side(columns) + "\n" + notes + "\n")
    text = " ".join(block.text.text for block in brief.blocks)
    assert [text.find(f"keeper of the {name}") for name in names] == sorted(
        text.find(f"keeper of the {name}") for name in names
    )
    assert text.count("on a day in June and 30 on the next one") == 2 * len(names)
    assert [marker.label for marker in found.markers] == ["1", "2", "3"]


def test_a_table_of_three_columns_stays_a_table():
    rows = [[f"Port {n}", f"{n * 17} boats", f"{n * 3}.5 %"] for n in range(1, 20)]
    text = "\n".join("   ".join(cell.ljust(30) for cell in row).rstrip() for row in rows)
    brief, _ = _read(text + "\n")
    order = " ".join(block.text.text for block in brief.blocks)
    assert order.find("17 boats") < order.find("Port 2 ")
