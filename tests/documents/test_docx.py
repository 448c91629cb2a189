"""Word files: notes, links, fields, tracked changes, tables, headings, and one clear reason for each refusal."""

from __future__ import annotations

import pytest

from factcheck.documents import docx_child, read_document
from factcheck.documents.docx_fields import Fields
from factcheck.documents.docx_styles import NoteNumbers
from factcheck.errors import PageError
from factcheck.model import BlockKind, LinkOrigin

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(packages, instruction, *result):
    told = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return (
        FIELD.format("begin")
        + told
        + FIELD.format("separate")
        + "".join(map(packages.run, result))
        + FIELD.format("end")
    )


def texts(document):
    return [block.text.text for block in document.blocks]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('{kept}<w:ins w:id="1">{new}</w:ins>', "Exports rose by 12 percent."),
        ('{kept}<w:del w:id="1"><w:r><w:delText>by 9 </w:delText></w:r></w:del>{new}', "Exports rose by 12 percent."),
        ("<w:moveFrom>{new}</w:moveFrom>{kept}<w:moveTo>{new}</w:moveTo>", "Exports rose by 12 percent."),
        (
            "{kept}<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{new}</w:sdtContent></w:sdt>",
            "Exports rose by 12 percent.",
        ),
        ("{kept}<w:r><w:tab/><w:t>by 12</w:t><w:br/><w:t>percent.</w:t></w:r>", "Exports rose by 12 percent."),
        ("{kept}<w:r><w:rPr><w:vanish/></w:rPr><w:t>or fell </w:t></w:r>{new}", "Exports rose by 12 percent."),
        (
            '{kept}{new}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>',
            "Exports rose by 12 percent.³",
        ),
    ],
)
def test_a_paragraph_is_read_as_it_reads_now(packages, inside, expected):
    body = inside.format(kept=packages.run("Exports rose "), new=packages.run("by 12 percent."))
    assert texts(read_document(packages.docx(packages.paragraph(body)))) == [expected]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(packages):
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    data = packages.docx(packages.paragraph("Exports rose ", properties=mark), packages.paragraph("by 12 percent."))
    assert texts(read_document(data)) == ["Exports rose by 12 percent."]


def test_notes_are_numbered_as_word_prints_them_and_only_once(packages):
    body = [
        packages.paragraph("First", packages.footnote(7), " and second", packages.footnote(3), "."),
        packages.paragraph("An aside", packages.footnote(2, "endnote"), "."),
    ]
    notes = {3: packages.paragraph("Note B."), 7: packages.paragraph("Note A."), 9: packages.paragraph("Never used.")}
    document = read_document(packages.docx(*body, notes=notes, endnotes={2: packages.paragraph("At the end.")}))
    assert [(note.label, note.text.text) for note in document.notes] == [
        ("1", "Note A."),
        ("2", "Note B."),
        ("i", "At the end."),
    ]
    places = [(m.label, document.blocks[m.block].text.text[: m.start]) for m in document.markers]
    assert places == [("1", "First"), ("2", "First¹ and second"), ("i", "An aside")]


def test_a_reference_that_was_deleted_counts_for_nothing(packages):
    deleted = f"<w:del>{packages.footnote(1)}</w:del>"
    data = packages.docx(
        packages.paragraph("One", deleted, " two", packages.footnote(2), "."),
        notes={1: packages.paragraph("Gone."), 2: packages.paragraph("Here.")},
    )
    assert [(note.label, note.text.text) for note in read_document(data).notes] == [("1", "Here.")]


def test_a_mark_of_ones_own_is_the_label(packages):
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    document = read_document(packages.docx(packages.paragraph("Word", mark), notes={1: packages.paragraph("Aside.")}))
    assert [(note.label, note.text.text) for note in document.notes] == [("*", "Aside.")]
    assert [marker.label for marker in document.markers] == ["*"]


def test_a_cross_reference_is_a_second_marker_of_the_same_note(packages):
    named = f'<w:bookmarkStart w:id="0" w:name="_Ref1"/>{packages.footnote(1)}<w:bookmarkEnd w:id="0"/>'
    again = field(packages, " NOTEREF _Ref1 \\h ", "1")
    data = packages.docx(
        packages.paragraph("Once", named, " and again", again, "."), notes={1: packages.paragraph("The note.")}
    )
    document = read_document(data)
    assert [marker.label for marker in document.markers] == ["1", "1"]
    assert len(document.notes) == 1


def test_links_are_found_in_relationships_and_fields_in_body_and_notes(packages):
    link = f'<w:hyperlink r:id="l1">{packages.run("the yearbook")}</w:hyperlink>'
    other = field(packages, ' HYPERLINK "https://b.example/x?a=1&amp;b=2" \\o "tip" ', "the ", "table")
    simple = f'<w:fldSimple w:instr="HYPERLINK https://c.example/">{packages.run("the map")}</w:fldSimple>'
    inside = packages.paragraph("See ", field(packages, 'HYPERLINK "https://n.example/"', "this"), ".")
    data = packages.docx(
        packages.paragraph("See ", link, ", ", other, ", ", simple, packages.footnote(1)),
        notes={1: inside},
        links={"l1": "https://a.example/?p=1&amp;q=2"},
    )
    document = read_document(data)
    assert [(link.url, link.text, link.origin) for link in document.links] == [
        ("https://a.example/?p=1&q=2", "the yearbook", LinkOrigin.INLINE),
        ("https://b.example/x?a=1&b=2", "the table", LinkOrigin.INLINE),
        ("https://c.example/", "the map", LinkOrigin.INLINE),
    ]
    assert document.notes[0].links == ("https://n.example/",)


def test_a_table_of_contents_is_no_text(packages):
    told = FIELD.format("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + FIELD.format("separate")
    contents = packages.paragraph(told + packages.run("Results 12"))
    end = packages.paragraph(packages.run("Annex 40") + FIELD.format("end"))
    document = read_document(packages.docx(contents, end, packages.paragraph("The text.")))
    assert texts(document) == ["The text."]


def test_headings_lists_and_quotes_are_known_by_their_styles(packages):
    styles = (
        '<w:style w:styleId="Überschrift2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Überschrift2"/></w:style>'
        '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>'
        '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    )
    kinds = ['<w:pStyle w:val="Own"/>', '<w:outlineLvl w:val="0"/>', '<w:pStyle w:val="Q"/>', '<w:pStyle w:val="L"/>']
    kinds += ['<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>', '<w:pStyle w:val="T1"/>']
    data = packages.docx(*(packages.paragraph("Words", properties=kind) for kind in kinds), styles=styles)
    assert [(block.kind, block.level) for block in read_document(data).blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 1),
        (BlockKind.QUOTE, 0),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 2),
    ]


def test_a_table_is_read_row_by_row_and_a_merged_cell_in_each_of_its_rows(packages):
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{packages.paragraph(text)}</w:tc>"

    rows = [
        cell("North", '<w:vMerge w:val="restart"/>') + cell("2023") + cell("12"),
        cell("", "<w:vMerge/>") + cell("2024") + cell("14"),
        '<w:trPr><w:del w:id="1"/></w:trPr>' + cell("South") + cell("2024") + cell("9"),
        cell("All", '<w:gridSpan w:val="2"/>') + cell("26"),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    document = read_document(packages.docx(table))
    assert texts(document) == ["North | 2023 | 12", "North | 2024 | 14", "All | 26"]
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_ROW}


def test_a_text_box_follows_the_paragraph_that_it_hangs_on_and_is_there_once(packages):
    box = packages.paragraph("In the box.")
    drawn = (
        f"<mc:AlternateContent><mc:Choice><w:txbxContent>{box}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{box}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    document = read_document(packages.docx(packages.paragraph("Before ", f"<w:r>{drawn}</w:r>", "and after.")))
    assert texts(document) == ["Before and after.", "In the box."]


@pytest.mark.parametrize(
    ("form", "number", "label"),
    [
        ("decimal", 12, "12"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 4, "IV"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("chicago", 6, "††"),
        ("unknown", 3, "3"),
    ],
)
def test_note_numbers_are_in_the_digits_that_the_settings_ask_for(form, number, label):
    numbers = NoteNumbers()
    numbers.start("footnotePr", {})
    numbers.start("numFmt", {"val": form})
    numbers.end("footnotePr")
    assert numbers.label("footnote", number) == label


def test_a_field_without_an_end_or_a_beginning_does_no_harm():
    fields = Fields()
    fields.finish()
    fields.instruct("HYPERLINK")
    fields.separate()
    assert (fields.href, fields.is_dropped) == ("", False)
    fields.begin()
    assert fields.is_dropped
    fields.instruct('HYPERLINK \\l "place"')
    fields.separate()
    fields.separate()
    assert fields.href == "#place"


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: p.docx(p.paragraph("Words."))[:700], "broken"),
        (lambda _: b"PK\x03\x04 word/" + bytes(100), "broken"),
        (lambda p: p.zipped({"word/other.xml": "<a/>"}), "no Word document"),
        (lambda p: p.docx("<w:p>"), "broken"),
        (lambda p: p.docx(p.paragraph("&b;"), doctype=BOMB), "broken"),
        (lambda p: p.docx(), "no text"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
    ],
    ids=["torn", "no archive", "other archive", "torn markup", "entity bomb", "empty", "locked", "old"],
)
def test_what_is_no_readable_word_file_is_refused_in_one_line(packages, make, message):
    with pytest.raises(PageError, match=r"\A[^\n]+\Z") as caught:
        read_document(make(packages))
    assert message in str(caught.value)


def test_an_archive_that_unpacks_to_gigabytes_is_refused(packages):
    body = packages.paragraph("a" * 1000) * 6000
    with pytest.raises(PageError, match="more memory or time"):
        read_document(packages.docx(body))


def test_the_child_answers_in_this_process_too(packages):
    data = packages.docx(packages.paragraph("Words", packages.footnote(1)), notes={1: packages.paragraph("A note.")})
    answer = docx_child.read(data, "1000")["html"]
    assert "<p>Words<sup>" in answer
    assert '<aside id="footnote-1">' in answer
    assert docx_child.read(data, "3") == {"problem": "too_large"}
    assert docx_child.read(b"", "3") == {"problem": "broken"}
