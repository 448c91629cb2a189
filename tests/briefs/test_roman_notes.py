"""Notes counted in small Roman numerals, in extracted text: their labels, their markers, and lists that are none."""

from __future__ import annotations

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document

BODY = """\
The mill at Torvale ground 400 tons of rye in 2019.i Its owner
called the year “a fair one for a dry summer”.ii Nobody in the
valley had ground more since the flood,iii which took the old
weir and the road with it. A second mill was built in 2021iv
and stands empty.
"""
NOTES = """\
Notes

i Millers' guild, Yearbook, https://mills.example/yearbook-
2019.pdf
ii. Interview with the owner, 3 May 2020.
iii
https://valley.example/flood
iv “The second mill”, Torvale Post, https://post.example/mill?id=4
"""


def _read(text):
    brief = lay_out(read_document(text.encode(), name="mill.txt"), "mill.txt", "0" * 64)
    return brief, find_citations(brief)


def test_endnotes_in_roman_numerals():
    brief, found = _read(BODY + "\n" + NOTES)
    assert [note.label for note in found.footnotes] == ["i", "ii", "iii", "iv"]
    assert [marker.label for marker in found.markers] == ["i", "ii", "iii", "iv"]
    assert [citation.url for citation in found.citations if citation.url] == [
        "https://mills.example/yearbook-2019.pdf",
        "https://valley.example/flood",
        "https://post.example/mill?id=4",
    ]
    assert not any("Interview" in block.text.text for block in brief.blocks)


def test_a_list_in_the_text_is_no_list_of_notes():
    text = BODY.replace("2019.i", "2019.").replace("”.ii", "”.").replace(",iii", ",").replace("2021iv", "2021")
    items = "i. The weir was rebuilt.\nii. The road was not.\niii. The mill stands empty.\n"
    brief, found = _read(text + "\n" + items)
    assert found.footnotes == found.markers == ()
    assert not brief.notes


def test_words_that_look_like_numerals_are_no_markers():
    text = BODY.replace("and stands empty.", "and stands empty. The trail was mixed with civil will.")
    _, found = _read(text + "\n" + NOTES)
    assert [marker.label for marker in found.markers] == ["i", "ii", "iii", "iv"]
