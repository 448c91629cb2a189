"""One brief in every layout that extractors leave: the same notes, the same paragraphs."""

from __future__ import annotations

import re
import textwrap

import pytest

from factcheck.briefs import lay_out
from factcheck.documents.plain import read_plain
from factcheck.model import BlockKind, Document, LinkOrigin

PARAGRAPHS = (
    (
        "The ministry of energy reported that imports of natural gas fell sharply in 2021, after the new pipeline"
        " from the north had been opened by the two governments.{1} The decline was steeper than most observers "
        "had expected, and prices followed with a delay of about six months, as the well-known market model of "
        "the central bank foresaw."
    ),
    (
        "Census takers counted 1.2 million households, which is fewer than the statistical office had "
        "forecast.{2} In its commentary the office blames emigration and low birth rates.{3} Two thirds of the "
        "difference stem from the three eastern provinces, where mines and mills were closed in the 1990s, and "
        "where 60-70,000 people left within a decade{4} for the capital or for the neighbouring countries."
    ),
    (
        "Three steps follow from these findings. The government should publish the underlying data, let "
        "independent experts examine the methods, and repeat the survey within two years. A peace-loving "
        "neighbour would be glad of the Covid-19 figures too, and of an integration of both registers."
    ),
)
NOTES = (
    "https://energy.example/reports/2021/annual-report-of-the-ministry.pdf, p. 7",
    "Statistical Office, Census results in brief. Retrieved from https://stat.example/census/2021/brief-overview",
    "Interview with a senior official of the office, Northport, 4 June 2022.",
    "https://provinces.example/east/migration_and_work/12/",
)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def with_markers(form):
    return [re.sub(r"\{(\d)\}", lambda m: form(m.group(1)), text) for text in PARAGRAPHS]


def wrapped(text, width=48):
    """Lines as a typesetter fills them: words are broken at the line's end, URLs too."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - (1 if line else 0)
        if len(word) <= room:
            line = f"{line} {word}" if line else word
            continue
        at = word.find("-") + 1 if "-" in word[:room] else 0
        if "://" in word and room > 12:
            at = room - 1
            lines.append((line + " " if line else "") + word[:at] + ("" if word[at - 1] == "-" else "-"))
            line = word[at:]
        elif at:
            lines.append((line + " " if line else "") + word[:at])
            line = word[at:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def brief_of(text, **fields):
    document = read_plain(text)
    if fields:
        document = Document("application/pdf", text, **fields)
    return lay_out(document, "brief.txt", "0" * 64)


def body_words(brief):
    return letters("".join(block.text.text for block in brief.blocks if block.kind is not BlockKind.HEADING))


def assert_whole(brief, form):
    """All notes under their labels, all paragraphs without a word lost, and every character in its place."""
    assert [note.label for note in brief.notes] == ["1", "2", "3", "4"]
    for note, expected in zip(brief.notes, NOTES, strict=True):
        assert letters(note.text.text) == letters(expected)
    assert body_words(brief) == letters("".join(with_markers(form)))
    for mapped in [*(block.text for block in brief.blocks), *(note.text for note in brief.notes)]:
        for index, character in enumerate(mapped.text):
            assert character in " \n" or brief.text[mapped.origin(index)] == character


def test_wrapped_paragraphs_with_endnotes():
    body = "\n\n".join("\n".join(wrapped(text)) for text in with_markers(lambda n: f"[{n}]"))
    notes = "\n".join("\n".join(wrapped(f"{n}. {note}")) for n, note in enumerate(NOTES, 1))
    brief = brief_of(f"Gas and people today\n\n{body}\n\nNotes\n\n{notes}\n")
    assert_whole(brief, lambda n: f"[{n}]")
    assert brief.title == "Gas and people today"
    assert [block.kind for block in brief.blocks] == [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * 3]


@pytest.mark.parametrize("heading", ["Endnotes", "References", "ПРИМЕЧАНИЯ", "Przypisy:", "5. Notes"])
def test_a_paragraph_to_a_line_with_notes_under_many_names(heading):
    body = "\n\n".join(with_markers(lambda n: RAISED[int(n)]))
    notes = "\n".join(f"{RAISED[n]} {note}" for n, note in enumerate(NOTES, 1))
    assert_whole(brief_of(f"Gas and people today\n\n{body}\n\n{heading}\n\n{notes}\n"), lambda n: RAISED[int(n)])


def test_notes_at_page_feet_under_a_rule():
    first, second, third = (textwrap.fill(text, 72) for text in with_markers(str))
    feet = [textwrap.fill(f"{n} {note}", 90, break_long_words=False) for n, note in enumerate(NOTES, 1)]
    text = f"{first}\n\n______\n{feet[0]}\n\f{second}\n\n{third}\n\n______\n" + "\n".join(feet[1:]) + "\n"
    assert_whole(brief_of(text), str)


def two_columns(spaced):
    """A page of two columns: notes at the foot of each, the second note begun in one column and ended in the next."""
    one, two, three = (wrapped(text) for text in with_markers(str))
    notes = [wrapped(f"{n}{note}", 62) for n, note in enumerate(NOTES, 1)]
    body = [*one, *two, *three]
    cut, second = len(one) + 3, len(one) + len(two) + 2
    columns = [
        (body[:cut], [*notes[0], notes[1][0]]),
        (body[cut:second], [*notes[1][1:], *notes[2]]),
        (body[second:], notes[3]),
    ]
    lines = []
    for text, foot in columns:
        for line in text:
            lines += [line if line.endswith("-") else line + " ", *([""] if spaced else [])]
        lines += [line if line.endswith("-") else line + " " for line in foot]
        lines += [""] if spaced else []
    return "\n".join(lines)


@pytest.mark.parametrize("spaced", [True, False])
def test_two_columns_with_notes_that_go_on_in_the_next_column(spaced):
    brief = brief_of(two_columns(spaced))
    assert_whole(brief, str)
    text = " ".join(block.text.text for block in brief.blocks)
    assert "peace-loving" in text
    assert "60-70,000" in text


def test_running_heads_page_numbers_and_link_lists_are_no_body():
    lines = two_columns(spaced=True).split("\n\n")
    head = ["GAS AND PEOPLE – A. WRITER", " ", "{}"]
    lines[8:8] = [part.format(3) for part in head]
    lines[20:20] = [part.format(4) for part in head]
    listed = "https://energy.example/reports/2021/annual-report-of-the-ministry.pdf"
    brief = brief_of("\n\n".join(lines) + f"\n\n{listed}\n{listed}\n")
    assert_whole(brief, str)
    assert [link.url for link in brief.links if link.origin is LinkOrigin.LISTED] == [listed, listed]
    assert brief.title == "GAS AND PEOPLE – A. WRITER"


def test_pages_of_a_pdf_give_running_heads_away():
    pages = ["\n".join(wrapped(text, 80)) for text in with_markers(str)]
    feet = [f"1 {NOTES[0]}", f"2 {NOTES[1]}\n3 {NOTES[2]}\n4 {NOTES[3]}", ""]
    text, starts = "", []
    for number, (page, foot) in enumerate(zip(pages, feet, strict=True), 11):
        starts.append(len(text))
        text += f"{number}\nGas and people\nWorking paper {number}\n{page}\n{foot}\n\n"
    assert_whole(brief_of(text, page_starts=tuple(starts)), str)


def test_a_numbered_list_is_no_notes():
    steps = ["Publish the data of the last census in full.", "Let experts examine them.", "Repeat the survey soon."]
    items = "\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1))
    brief = brief_of("\n".join(wrapped(PARAGRAPHS[2])) + f"\n\n{items}\n")
    assert brief.notes == ()
    assert [block.text.text for block in brief.blocks if block.kind is BlockKind.LIST_ITEM] == steps


def test_numbers_of_missing_notes_are_left_out():
    body = "\n\n".join(
        textwrap.fill(
            f"Statement number {n} is true of all provinces.{n} And so on it goes here until the end of the line.", 50
        )
        for n in range(1, 8)
    )
    notes = "\n".join(f"{n} https://stat.example/table/{n}" for n in (1, 2, 3, 6, 7))
    assert [note.label for note in brief_of(f"{body}\n\nNotes\n{notes}\n").notes] == ["1", "2", "3", "6", "7"]


def test_an_empty_document_has_no_blocks():
    brief = brief_of(" \n\n")
    assert (brief.blocks, brief.notes, brief.links, brief.title) == ((), (), (), None)
