"""Endnotes written as a list under a heading are notes where the text has their markers, and only there."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.documents.markdown import read_markdown

BODY = "# Gas\n\nImports fell in 2021.{0} Prices rose after that.{1}\n\n"
LIST = "1. Ministry, <https://energy.example/a>.\n2. Office (2022).\n\n   Second paragraph.\n"


def laid(source):
    return lay_out(read_markdown(source), "a.md", "0" * 64)


@pytest.mark.parametrize(
    ("markers", "section"),
    [
        (("<sup>1</sup>", "<sup>2</sup>"), "## Notes\n\n" + LIST),
        (("[1]", "[2]"), "## References\n\n" + LIST),
        (("¹", "²"), "## Endnotes\n\n" + LIST + "\n## Annex\n\nMore.\n"),
        (
            ("[1]", "[2]"),
            "## Notes\n\n[1] Ministry, <https://energy.example/a>.\n\n[2] Office (2022).\n\nSecond paragraph.\n",
        ),
        (("¹", "²"), "## Notes\n\n¹ Ministry, <https://energy.example/a>.\n\n² Office (2022).\n\nSecond paragraph.\n"),
    ],
)
def test_a_list_with_markers_in_the_text_is_the_notes(markers, section):
    brief = laid(BODY.format(*markers) + section)
    found = {note.label: (note.text.text, note.links) for note in brief.notes}
    assert found == {
        "1": ("Ministry, https://energy.example/a.", ("https://energy.example/a",)),
        "2": ("Office (2022).\nSecond paragraph.", ()),
    }
    assert not any("Ministry" in block.text.text for block in brief.blocks)


@pytest.mark.parametrize(
    "source",
    [
        BODY.format("", "") + "## Sources\n\n" + LIST,
        BODY.format("[^1]", "") + "[^1]: A note.\n\n## Sources\n\n" + LIST,
        BODY.format("[1]", "[2]") + "## Outlook\n\n" + LIST,
        BODY.format("[1]", "[2]") + "## Notes\n\nWords that begin no list.\n\n" + LIST,
        BODY.format("[1]", "[2]") + "## Notes\n",
    ],
)
def test_other_lists_stay_in_the_body(source):
    assert len(laid(source).notes) == source.count("[^1]:")
