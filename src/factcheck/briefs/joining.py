"""Printed lines → one line of text: words broken at line ends made whole again, every character with its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.briefs.hyphens import HYPHENS, Words
from factcheck.documents.textbuilder import TextBuilder
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.briefs.lines import Line
    from factcheck.model import MappedText

_OPEN_URL = regex(r"(?:https?://|www\.)\S*$")
_URL_REST = regex(r"[\w.?=&%#~+-]*/[\w./?=&%#~+-]*(?:\s|$)")
_TAIL = 300  # characters: as much of a line's end as a URL may fill


def join_lines(lines: Sequence[Line], words: Words, skip: int = 0) -> MappedText:
    """The text of `lines`; `skip` characters of the first, a bullet or number, are left out."""
    builder = TextBuilder()
    for place, line in enumerate(lines):
        text = line.text[skip if place == 0 else 0 :]
        start = line.end - len(text)
        if place + 1 == len(lines):
            builder.add(text, start)
            break
        following = lines[place + 1].text
        glued = _is_glued(text, following, words)
        if glued and line.hyphenated and not _keeps_hyphen(text, following, words):
            text = text[:-1]
        builder.add(text, start)
        if not glued:
            builder.add_blank(line.end)
    return builder.build()


def joints(lines: Sequence[str], words: Words) -> tuple[str, ...]:
    """What joins each of `lines` to the next: a blank, nothing, or ``-`` where its last hyphen goes (`NoteText`)."""
    found = []
    for text, following in pairwise(lines):
        glued = _is_glued(text, following, words)
        hyphenated = len(text) > 1 and text[-1] in HYPHENS and text[-2].isalnum()
        drops = glued and hyphenated and not _keeps_hyphen(text, following, words)
        found.append("-" if drops else "" if glued else " ")
    return tuple(found)


def _keeps_hyphen(text: str, following: str, words: Words) -> bool:
    return _is_open_url(text) or words.keeps_hyphen(text, following)


def _is_glued(text: str, following: str, words: Words) -> bool:
    """Whether the next line is joined without a blank: after a hyphen, a slash, a closed-up dash, inside a URL."""
    if len(text) > 1 and text[-1] in HYPHENS:
        return text[-2].isalnum() and not words.hangs(text, following)
    if text.endswith("/"):
        return True
    if text.endswith(("–", "—")):
        return len(text) > 1 and not text[-2].isspace()
    return _is_open_url(text) and _URL_REST.match(following) is not None


def _is_open_url(text: str) -> bool:
    """Whether a line ends in a URL; few lines have one at all."""
    return ("://" in text or "www." in text) and _OPEN_URL.search(text[-_TAIL:]) is not None
