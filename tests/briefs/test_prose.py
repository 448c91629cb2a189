"""Plain text with a paragraph to a line."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.documents.plain import read_plain
from factcheck.model import BlockKind, LinkOrigin

LONG = "The provinces in the east lost a fifth of their people within ten years, says the census office in its report"
ARTICLE = f"{LONG}, and the trend has not been broken since. " * 8


def laid(text):
    return lay_out(read_plain(text), "a.txt", "0" * 64)


@pytest.mark.parametrize(
    ("first", "second", "blocks"),
    [
        (LONG, "which came out in May.", 1),
        (LONG + ".", "which is a fragment.", 2),
        (LONG, "Which came out in May.", 2),
        (LONG + ".12", "small letters after a marker.", 2),
        ("Short label", "small letters", 2),
    ],
)
def test_paragraphs_cut_in_mid_sentence_are_joined(first, second, blocks):
    assert len(laid(f"{ARTICLE}\n\n{first}\n\n{second}\n").blocks) == blocks + 1


def test_kinds_of_lines():
    brief = laid(
        f"Regional news today\n\n{ARTICLE}\n\nOutlook\n\n{ARTICLE}\n\n  • One point.\n  • Another.\n\nFig. 2. Gas\n"
    )
    assert [(block.kind, block.text.text[:12]) for block in brief.blocks] == [
        (BlockKind.HEADING, "Regional new"),
        (BlockKind.PARAGRAPH, "The province"),
        (BlockKind.HEADING, "Outlook"),
        (BlockKind.PARAGRAPH, "The province"),
        (BlockKind.LIST_ITEM, "One point."),
        (BlockKind.LIST_ITEM, "Another."),
        (BlockKind.CAPTION, "Fig. 2. Gas"),
    ]


def test_links_in_the_manner_of_markdown():
    brief = laid(f"{ARTICLE}\n\nSee [the old page](#), [the new](https://n.example/p) and https://b.example/q.\n")
    assert brief.blocks[1].text.text == "See the old page, the new and https://b.example/q."
    found = [(link.text, link.url, link.origin) for link in brief.links]
    assert found == [
        ("the old page", None, LinkOrigin.LOST),
        ("the new", "https://n.example/p", LinkOrigin.INLINE),
        ("https://b.example/q", "https://b.example/q", LinkOrigin.AUTOLINK),
    ]
    for link in brief.links:
        assert brief.blocks[1].text.text[link.start : link.end] == link.text
        assert brief.text[brief.blocks[1].text.origin(link.start) :].startswith(link.text)


@pytest.mark.parametrize("heading", ["Top reads", "Read also", "Читайте также:", "SEARCH"])
def test_the_web_site_around_an_article_is_left_out(heading):
    brief = laid(f"{ARTICLE}\n\n{heading}\n  • Another story\nAn appeal for money.\n")
    assert len(brief.blocks) == 1


def test_a_section_of_that_name_inside_an_article_stays():
    assert len(laid(f"{ARTICLE}\n\nSearch\n\n{ARTICLE}\n").blocks) == 3
