"""OpenDocument texts and EPUBs: notes, links, tables, tracked changes, chapters, refusals."""

from __future__ import annotations

import pytest

from factcheck.documents import epub_child, odt_child, read_document
from factcheck.errors import PageError
from factcheck.model import BlockKind


def p(text, style="Standard"):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def note(number, text, kind="footnote"):
    return (
        f'<text:note text:id="ftn{number}" text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def texts(document):
    return [block.text.text for block in document.blocks]


def test_an_odt_has_its_notes_links_and_markers(packages):
    link = '<text:a xlink:href="https://a.example/?x=1&amp;y=2">the table</text:a>'
    inside = 'See <text:a xlink:href="https://n.example/">this</text:a>.'
    again = '<text:note-ref text:note-class="footnote" text:ref-name="ftn1">1</text:note-ref>'
    data = packages.odt(p(f"Exports{note(1, inside)} rose{note('i', 'End.', 'endnote')}, see {link}{again}."))
    document = read_document(data)
    assert [(n.label, n.text.text, n.links) for n in document.notes] == [
        ("1", "See this.", ("https://n.example/",)),
        ("i", "End.", ()),
    ]
    assert [m.label for m in document.markers] == ["1", "i", "1"]
    assert [(link.url, link.text) for link in document.links] == [("https://a.example/?x=1&y=2", "the table")]
    assert document.media_type == "application/vnd.oasis.opendocument.text"


def test_an_odt_reads_as_it_reads_now(packages):
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("by 9 percent") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    comment = "<office:annotation><text:p>?</text:p></office:annotation>"
    body = f'Exports rose<text:s text:c="3"/>by 12<text:tab/>percent{comment}.'
    assert texts(read_document(packages.odt(changes, p(body)))) == ["Exports rose by 12 percent."]


def test_an_odt_has_headings_lists_tables_boxes_and_raised_letters(packages):
    raised = '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    lowered = '<style:style style:name="T2"><style:text-properties style:text-position="-33% 58%"/></style:style>'
    title = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    cells = "<table:table-cell>{}</table:table-cell>"
    table = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cells.format(p("Year"))
        + cells.format(p("Tons"))
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cells.format(p("2024"))
        + cells.format(p("12"))
        + "</table:table-row></table:table>"
    )
    data = packages.odt(
        p("The title", "P1"),
        '<text:h text:outline-level="2">A heading</text:h>',
        f"<text:list><text:list-item>{p('An item')}</text:list-item></text:list>",
        table,
        p(
            'Of 1200<text:span text:style-name="T1">3</text:span> and CO<text:span text:style-name="T2">2</text:span>'
            f"<draw:frame><draw:text-box>{p('A box.')}</draw:text-box></draw:frame> it is said."
        ),
        styles=raised + lowered + title,
    )
    document = read_document(data)
    assert texts(document) == [
        "The title",
        "A heading",
        "An item",
        "Year | Tons",
        "2024 | 12",
        "Of 1200³ and CO2 it is said.",
        "A box.",
    ]
    kinds = [BlockKind.HEADING, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW]
    assert [block.kind for block in document.blocks][:5] == kinds


def test_the_chapters_of_an_epub_are_one_document_with_notes_in_a_chapter_of_their_own(packages):
    data = packages.epub(
        '<p>Exports rose.<a epub:type="noteref" href="c2.xhtml#n1" id="r1">1</a></p>'
        '<p>See <a href="c1.xhtml#x">below</a>.</p>',
        '<h1 id="x">Next</h1><p>See <a href="https://a.example/">this</a>.</p>',
        '<aside epub:type="footnote" id="n1"><p>A source.</p></aside>',
    )
    document = read_document(data)
    assert (document.title, document.language) == ("A book", "en")
    assert [(n.label, n.text.text) for n in document.notes] == [("1", "A source.")]
    assert [m.label for m in document.markers] == ["1"]
    assert texts(document) == ["Exports rose.1", "See below.", "Next", "See this."]
    assert [link.url for link in document.links] == ["https://a.example/"]


MANIFEST = {"META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>"}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda k: k.odt(p("x"), **MANIFEST), "locked"),
        (lambda k: k.odt("<text:p>"), "broken"),
        (lambda k: k.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "broken"),
        (lambda k: k.odt(p("words"))[:100], "broken"),
        (lambda k: k.odt(), "no text"),
        (lambda k: k.odt(p("a" * 1000) * 6000), "more memory or time"),
        (lambda k: k.epub("<p>words</p>", encryption="book/text/c0.xhtml"), "locked"),
        (lambda k: k.epub(), "broken"),
        (lambda k: k.zipped({"mimetype": "application/epub+zip"}), "broken"),
        (lambda k: k.epub("<p>words</p>")[:300], "broken"),
        (lambda k: k.epub(""), "no text"),
        (lambda k: k.epub(*["a" * 1_000_000] * 10), "more memory or time"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line(packages, make, message):
    with pytest.raises(PageError, match=r"\A[^\n]+\Z") as caught:
        read_document(make(packages))
    assert message in str(caught.value)


def test_the_children_answer_in_this_process_too(packages):
    assert "<p>Words</p>" in odt_child.read(packages.odt(p("Words")), "1000")["html"]
    assert odt_child.read(packages.odt(p("Words")), "3") == {"problem": "too_large"}
    assert '<div id="c0"><body>' in epub_child.read(packages.epub("<p>Words</p>"), "1000")["html"]
    assert epub_child.read(packages.epub("<p>Words</p>"), "3") == {"problem": "too_large"}
