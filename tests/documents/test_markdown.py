"""Markdown becomes readable blocks, notes, markers and links, each character with its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import markdown
from factcheck.documents.markdown import read_markdown
from factcheck.errors import BriefError
from factcheck.model import BlockKind, LinkOrigin


def texts(source):
    return [block.text.text for block in read_markdown(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It **fell** by *a* `third`.", ["It fell by a third."]),
        ("A line\nand  another  \none\\\nmore", ["A line and another one more"]),
        ("a\\_b and 5 \\* 3 &amp; 2", ["a_b and 5 * 3 & 2"]),
        ("~~old~~ new", ["old new"]),
        ("- one\n- two\n\n  more\n", ["one", "two", "more"]),
        ("1. first\n2. second\n", ["first", "second"]),
        ("> quoted\n> words\n", ["quoted words"]),
        ("| a | b |\n|---|---|\n| 1 \\| 2 | *3* |\n|  | 4 |\n", ["a | b", "1 | 2 | 3", "| 4"]),
        ("a | b\n---|---\na | a\n", ["a | b", "a | a"]),
        ("Title\n=====\n\n## Part {#sec-one .x}\n", ["Title", "Part"]),
        ("```\ncode x\n  y\n```\n\n    indented\n", ["code x y", "indented"]),
        ("::: {.callout}\nInside\n:::\n", ["Inside"]),
        ("![Figure 1. Gas](gas.png)", ["Figure 1. Gas"]),
        ("Words ![icon](i.png) around", ["Words around"]),
        ("<div><h2>Head</h2><p>One<br>two &eacute;</p><!-- no --><script>x()</script></div>", ["Head", "One two é"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a | b"]),
        ("text <b>bold</b> <!-- x --> end", ["text bold end"]),
        ("<!-- never closed", []),
        ("<style>p {", []),
    ],
)
def test_blocks_hold_readable_text(source, expected):
    assert texts(source) == expected


def test_kinds_and_levels_of_blocks():
    document = read_markdown("# A\n\n### B\n\n- x\n  - y\n\n> q\n\n| t | u |\n|---|---|\n\n![c](c.png)\n\np\n")
    found = [(block.kind, block.level) for block in document.blocks]
    assert found == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTE, 0),
        (BlockKind.TABLE_ROW, 0),
        (BlockKind.CAPTION, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize(
    ("source", "title", "language"),
    [
        ('---\ntitle: "Gas policy"\nlang: pl-PL\n---\n\n# Other\n', "Gas policy", "pl"),
        ("% Gas policy\n\nText\n", "Gas policy", None),
        ("## Second\n\n# First\n", "First", None),
        ("no heading", None, None),
    ],
)
def test_title_and_language(source, title, language):
    document = read_markdown(source)
    assert (document.title, document.language) == (title, language)


def test_notes_are_read_whole_wherever_they_stand_and_whether_referred_to_or_not():
    source = (
        "Imports fell.[^a] Prices rose.[^2]\n\n"
        "[^a]: Ministry (2021), p. 7,\n    <https://energy.example/a_b>.\n\n    Second paragraph.\n\n"
        'More text.\n\n[^2]: See [the office](https://stat.example/x "t").\n[^3]: Never referred to.\n'
    )
    document = read_markdown(source)
    notes = {note.label: note for note in document.notes}
    assert notes["a"].text.text == "Ministry (2021), p. 7,\nhttps://energy.example/a_b.\nSecond paragraph."
    assert notes["a"].links == ("https://energy.example/a_b",)
    assert notes["2"].links == ("https://stat.example/x",)
    assert notes["3"].text.text == "Never referred to."
    assert [marker.label for marker in document.markers] == ["a", "2"]
    assert texts(source) == ["Imports fell.[^a] Prices rose.[^2]", "More text."]


def test_a_note_keeps_its_list_code_and_table():
    source = "[^1]: Two works:\n\n    - one\n    - two\n\n    | a | b |\n    |---|---|\n\n    ```\n    code\n    ```\n"
    assert read_markdown(source).notes[0].text.text == "Two works:\none\ntwo\na | b\ncode"


def test_inline_notes_get_labels_and_keep_their_place():
    document = read_markdown("It fell.^[So *the* office, <https://stat.example/a>.] Then it rose.^[No source.]")
    assert [note.label for note in document.notes] == ["inline-1", "inline-2"]
    assert document.notes[0].text.text == "So the office, https://stat.example/a."
    assert document.blocks[0].text.text == "It fell.^ Then it rose.^"
    assert [document.blocks[0].text.text[m.start : m.end] for m in document.markers] == ["^", "^"]
    note = document.notes[0].text
    assert document.text[note.origin(3) :].startswith("the* office")
    assert document.text[note.origin(0) : note.origin(2)] == "So"


def test_a_marker_without_a_definition_is_still_a_marker():
    document = read_markdown("It fell.[^gone] But `[^code]` is none.")
    assert [(marker.label, marker.start) for marker in document.markers] == [("gone", 8)]


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ("them,<sup>4</sup> and", ["4"]),
        ("them<sup>4, 5</sup> and", ["4", "5"]),
        ("them<sup>[12]</sup>", ["12"]),
        ("them<sup>[7](#fn7)</sup>", ["7"]),
        ("them[\\[7\\]](#_ftn7)", ["7"]),
        ("an area of 5 km<sup>2</sup>", []),
        ("about 10<sup>6</sup> cells", []),
        ("in 2010<sup>6</sup> they", ["6"]),
        ("the 20<sup>th</sup> century", []),
        ("a<sup>1", []),
    ],
)
def test_superscripts_that_are_markers(source, labels):
    assert [marker.label for marker in read_markdown(source).markers] == labels


def test_links_of_every_kind():
    source = (
        "[words](https://a.example/x_y), [lost](#), [also]( ), <https://b.example/z>, [ref][r], "
        "[top](#top), https://c.example/q(1). <mail@d.example> "
        '<a href="https://e.example">tag</a>\n\n[r]: https://f.example/r\n'
    )
    document = read_markdown(source)
    found = [(link.text, link.url, link.origin) for link in document.links]
    assert found == [
        ("words", "https://a.example/x_y", LinkOrigin.INLINE),
        ("lost", None, LinkOrigin.LOST),
        ("also", None, LinkOrigin.LOST),
        ("https://b.example/z", "https://b.example/z", LinkOrigin.AUTOLINK),
        ("ref", "https://f.example/r", LinkOrigin.INLINE),
        ("https://c.example/q(1)", "https://c.example/q(1)", LinkOrigin.AUTOLINK),
        ("mail@d.example", "mailto:mail@d.example", LinkOrigin.AUTOLINK),
        ("tag", "https://e.example", LinkOrigin.INLINE),
    ]
    text = document.blocks[0].text.text
    assert all(text[link.start : link.end] == link.text for link in document.links)


def test_windows_line_ends_move_no_character():
    document = read_markdown("# A\r\n\r\nOne\r\ntwo[^1]\r\n\r\n[^1]: Note\r\n    more\r\n")
    assert document.blocks[1].text.text == "One two[^1]"
    assert document.text[document.blocks[1].text.origin(4) :][:3] == "two"
    assert document.notes[0].text.text == "Note\nmore"


def test_a_tab_in_the_indent_moves_no_character():
    document = read_markdown("- one\n\n\ttwo\n\tthree words\n")
    mapped = document.blocks[1].text
    assert mapped.text == "two three words"
    assert all(document.text[mapped.origin(i)] == c for i, c in enumerate(mapped.text) if c != " ")


_PIECES = st.sampled_from(
    [
        *("word ", "**b**", "*e*", "`c`", "[l](http://a.example/x_y)", "[x](#)", "<http://b.example>", "^[n *o*]"),
        *("[^1]", "[^z]", "<sup>3</sup>", "\\_", "&amp;", "<b>x</b>", "\n", "  \n", "\\\n", "\n\n", "- ", "> ", "# "),
        *("1. ", "| a | b |\n|---|---|\n| c \\| d | e |\n", "[^1]: note\n", "    ", "---\n", "\r\n", "~~s~~", "é"),
        *("![a](x.png)", "“q”", "*", "[", "](", "https://c.example/d.", "\t", "<!-- c -->", "<div>h</div>\n", "```\n"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=20).map("".join))
def test_every_character_comes_from_its_place_in_the_source(source):
    document = read_markdown(source)
    for mapped in [*(block.text for block in document.blocks), *(note.text for note in document.notes)]:
        for index, character in enumerate(mapped.text):
            at = mapped.origin(index)
            assert 0 <= at <= len(source)
            put_in = character in " \n|" or source[at : at + 1] == "&"
            assert put_in or source[at : at + 1] == character or source[at : at + 2] == "[^"
    for marker in document.markers:
        assert 0 <= marker.start < marker.end <= len(document.blocks[marker.block].text.text)
    for link in document.links:
        assert link.block is not None
        assert document.blocks[link.block].text.text[link.start : link.end] == link.text


@pytest.mark.parametrize("wall", ["[", "![", "[a]("])
def test_a_wall_of_brackets_is_refused_before_it_takes_for_ever(wall):
    with pytest.raises(BriefError, match="more than 10,000 brackets"):
        read_markdown(wall * 400_000)


def test_many_paragraphs_with_brackets_are_prose():
    document = read_markdown("A [link](https://a.example/) here.\n\n" * 11_000)
    assert len(document.links) == 11_000


@pytest.mark.parametrize(
    ("wall", "reason"),
    [
        ("*_" * 60_000, "more than 100,000 marks of emphasis"),
        ("- a\n" * 110_000, "more than 100,000 paragraphs, list items and table cells"),
        ("a | b | c\n" * 60_000, "more than 100,000 paragraphs, list items and table cells"),
    ],
)
def test_a_wall_of_marks_or_parts_is_refused_in_one_line(wall, reason):
    with pytest.raises(BriefError, match=reason):
        read_markdown(wall)


STRETCHES = {
    "a fence with empty lines": "```\nA line of code.\n\nAnother line.\n\n# no heading\n```\n\nAfter it.",
    "a fence that never ends": "```\nA line of code.\n\nAnother line.\n\n# no heading",
    "a comment with empty lines": "<!--\nHidden.\n\nStill hidden.\n-->\n\nAfter it.",
    "a fence in a list": "- An item\n\n  ```\n  code\n\n  more\n\nA paragraph ends it.\n\nAnother one.",
    "a note of two paragraphs": "Text.[^a]\n\n[^a]: First.\n\n    Second.\n\nAfter it.",
    "a link defined below": "See [the list][l].\n\nMore.\n\n[l]: https://example.org/list\n\nThe end.",
    "a list set loose": "- one\n\n- two\n\n  still two\n\nAfter it.\n\n1. first\n\n2. second",
    "a heading underlined": "Title\n=====\n\nText.\n\nOther\n-----\n\nMore.",
    "a quotation": "> Said so.\n>\n> And so.\n\nAfter it.\n\nAnd on.",
    "a table": "| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter it.",
    "front matter": "---\ntitle: T\n\nlang: de\n---\n\nText.\n\nMore text.",
}


@pytest.mark.parametrize("text", STRETCHES.values(), ids=STRETCHES)
def test_a_text_is_read_the_same_in_stretches_of_any_length(text, monkeypatch):
    whole = read_markdown(text)
    for size in (0, 1, 10, 25):
        monkeypatch.setattr(markdown, "_STRETCH", size)
        assert read_markdown(text) == whole


def test_the_kind_of_a_github_alert_is_no_text():
    document = read_markdown("> [!NOTE]\n> The quay cost 3.4 million.\n\n> [!NOTE] is said here.")
    assert [block.text.text for block in document.blocks] == ["The quay cost 3.4 million.", "[!NOTE] is said here."]
    text = document.blocks[0].text
    assert document.text[text.origin(0) :].startswith("The quay")
