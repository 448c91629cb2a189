"""The real briefs beside the checkout, where they are there: notes and sentences against the hand-checked ones."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from factcheck.briefs import lay_out
from factcheck.documents import read_document
from factcheck.model import LinkOrigin

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared"))
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared briefs are not beside the checkout")
_MARKER = re.compile(r"(?<=[^\W\d_]|[.,;:!?…)\]”\"’»])\s?\d{1,3}(?=[\s.,;:!?)\]”\"’»–-]|$)")


def letters(text):
    return re.sub(r"[\W_]+", "", text).casefold()


def brief_of(name):
    path = SHARED / "briefs" / name
    return lay_out(read_document(path.read_bytes(), name=name), name, "0" * 64)


def gold(name):
    return json.loads((SHARED / "gold" / name).read_text())


@pytest.mark.parametrize(
    ("name", "notes"), [("000.md", "footnotes-000.json"), ("004.txt", "footnotes-004-first-60.json")]
)
def test_every_note_is_found_whole(name, notes):
    found = {note.label: letters(note.text.text) for note in brief_of(name).notes}
    for note in gold(notes)["footnotes"]:
        assert found[str(note["n"])] == letters(note["text"])


def test_the_notes_of_the_long_brief_are_all_there():
    labels = [int(note.label) for note in brief_of("004.txt").notes]
    assert labels == [n for n in range(1, 170) if n not in {147, 148}]


@pytest.mark.parametrize(
    ("name", "claims"),
    [("000.md", "claims-000.json"), ("001.txt", "claims-001.json"), ("004.txt", "claims-004-first.json")],
)
def test_every_sentence_stands_whole_in_a_block(name, claims):
    blocks = [letters(_MARKER.sub("", block.text.text)) for block in brief_of(name).blocks]
    for claim in gold(claims)["sentences_with_claims"]:
        if "fn" not in claim["id"]:
            wanted = letters(_MARKER.sub("", claim["sentence"]))
            assert any(wanted in block for block in blocks), claim["id"]


def test_lost_links_of_plain_text_are_listed():
    for name, wanted in gold("lost-links-001-003.json").items():
        lost = [link.text for link in brief_of(f"{name}.txt").links if link.origin is LinkOrigin.LOST]
        assert lost == [link["anchor"] for link in wanted["lost_links"]]
