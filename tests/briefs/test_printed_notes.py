"""Notes that a page converter left among Markdown's paragraphs, and the paragraphs that pages cut."""

from __future__ import annotations

from factcheck.briefs import lay_out
from factcheck.documents.markdown import read_markdown
from factcheck.model import BlockKind, LinkOrigin

SOURCE = """# Gas policy

Imports fell in 2021, as the ministry reports,<sup>1</sup> and the decline was steeper than most had expected for

---

<sup>1</sup> Ministry of Energy (2021),
<https://energy.example/a_b>

that year, says the [old page](#). Prices rose again.<sup>2</sup>

The census counted fewer households than before.<sup>3</sup>

---

<sup>2</sup> Two works: Writer, A. (2020), 'Gas', at <https://w.example/1>;

Other, B. (2021), 'The provinces in



## Outlook

Nothing is known of the next year, but the office has promised to publish its forecast in May, and we will see.

---

the east'. Journal, 12, pp. 3-9. <https://j.example/2>.

<sup>3</sup>) Interview, May 2022.

## Contents

| a | 1 |
"""


def laid(source):
    return lay_out(read_markdown(source), "a.md", "0" * 64)


def test_notes_are_put_together_over_paragraphs_and_pages():
    brief = laid(SOURCE)
    notes = {note.label: note for note in brief.notes}
    assert notes["1"].text.text == "Ministry of Energy (2021),\nhttps://energy.example/a_b"
    assert notes["2"].text.text == (
        "Two works: Writer, A. (2020), 'Gas', at https://w.example/1;\nOther, B. (2021), 'The provinces in\n"
        "the east'. Journal, 12, pp. 3-9. https://j.example/2."
    )
    assert notes["2"].links == ("https://w.example/1", "https://j.example/2")
    assert notes["3"].text.text == "Interview, May 2022."


def test_the_body_goes_on_where_the_page_cut_it():
    brief = laid(SOURCE)
    paragraph = brief.blocks[1].text.text
    assert "had expected for that year, says the old page. Prices rose again.2" in paragraph
    placed = [(marker.label, marker.block) for marker in brief.markers]
    assert placed == [("1", 1), ("2", 1), ("3", 2)]
    for marker in brief.markers:
        assert brief.blocks[marker.block].text.text[marker.start : marker.end] == marker.label
    lost = [link for link in brief.links if link.origin is LinkOrigin.LOST]
    assert [brief.blocks[1].text.text[link.start : link.end] for link in lost] == ["old page"]


def test_a_rule_without_notes_parts_nothing_from_the_body():
    brief = laid("Some words of the text.<sup>1</sup>\n\n---\n\n## Next\n\nMore words.\n\n<sup>1</sup> A note.\n")
    assert [block.text.text for block in brief.blocks] == ["Some words of the text.1", "Next", "More words."]
    assert [note.text.text for note in brief.notes] == ["A note."]


def test_a_table_of_contents_is_left_out():
    brief = laid("## Contents\n\nSummary\t2\nGas\t\t3\nCensus ..... 12\n\nText.\n")
    assert [block.text.text for block in brief.blocks] == ["Contents", "Text."]


def test_documents_that_need_no_repair_stay_as_they_are():
    brief = laid("One[^1] paragraph.\n\n[^1]: A note.\n")
    assert [block.kind for block in brief.blocks] == [BlockKind.PARAGRAPH]
    assert [note.label for note in brief.notes] == ["1"]
