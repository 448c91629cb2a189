"""Where paragraphs end, and what is a heading, an item, a row or a caption among wrapped lines."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.documents.plain import read_plain
from factcheck.model import BlockKind

# Lines of one width, so that a shorter one shows.
FILL = [
    "The census office counted fewer households than",
    "it had forecast, and blames emigration and birth",
    "rates for it, which have fallen in all provinces",
    "since the mines were closed and the mills moved",
]


def kinds(*lines):
    body = [
        *FILL,
        "away from the rivers.",
        *lines,
        "Then the office went on to count the houses too,",
        *FILL[1:],
        "on.",
    ]
    brief = lay_out(read_plain("\n".join(body)), "a.txt", "0" * 64)
    return [(block.kind, block.text.text) for block in brief.blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Brothers in trade"], (BlockKind.HEADING, "Brothers in trade")),
        (
            ["Does the office know how many people left the", "country?"],
            (BlockKind.HEADING, "Does the office know how many people left the country?"),
        ),
        (["THE PROVINCES AT", "THIRTY"], (BlockKind.HEADING, "THE PROVINCES AT THIRTY")),
        (["3.2 Reported losses"], (BlockKind.HEADING, "3.2 Reported losses")),
        (["\uf0b7 Publish the data in the", "open"], (BlockKind.HEADING, "Publish the data in the open")),
        (["• Publish the data."], (BlockKind.LIST_ITEM, "Publish the data.")),
        (["Figure 3. Households by province"], (BlockKind.CAPTION, "Figure 3. Households by province")),
        (["East | 12 | 14 | 15"], (BlockKind.TABLE_ROW, "East | 12 | 14 | 15")),
    ],
)
def test_what_stands_between_two_paragraphs(lines, expected):
    found = kinds(*lines)
    assert expected in found
    assert found[0][0] is BlockKind.PARAGRAPH
    assert found[0][1].endswith("away from the rivers.")
    assert found[-1][1].startswith("Then the office")


def test_a_title_of_full_width_is_told_by_the_sentence_after_it():
    lines = [
        *FILL,
        "away from the rivers and towns of the provinces.",
        "The dilemma of provinces and their governors now",
        "Although the office counted all households with",
        *FILL[1:],
        "ends here.",
    ]
    brief = lay_out(read_plain("\n".join(lines)), "a.txt", "0" * 64)
    assert [block.kind for block in brief.blocks] == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_caption_does_not_break_the_sentence_that_it_interrupts():
    lines = [*FILL[:3], "Figure 1. Households by province", *FILL[3:], "away from the rivers."]
    brief = lay_out(read_plain("\n".join(lines)), "a.txt", "0" * 64)
    assert [block.kind for block in brief.blocks] == [BlockKind.PARAGRAPH, BlockKind.CAPTION]
    assert "in all provinces since the mines" in brief.blocks[0].text.text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("in the provinces of the north and/", "or the south", "north and/or the south"),
        ("between the years 2015–", "2016 the", "2015–2016"),
        ("see the page https://stat.example/census/", "2021/brief for", "https://stat.example/census/2021/brief for"),
        ("with military–", "economic trade", "military–economic"),
        ("the office – ", "which counts", "office – which"),
        ("both pre-", "and post-war numbers", "pre- and post-war"),
    ],
)
def test_how_lines_are_joined(first, second, joined):
    lines = [*FILL, first, second, *FILL[1:], "end."]
    brief = lay_out(read_plain("\n".join(lines)), "a.txt", "0" * 64)
    assert joined in brief.blocks[0].text.text
