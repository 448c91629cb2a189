"""A note's text as a reader would write it down: its printed lines joined, broken words and URLs whole again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.citations.resolve import FoundUrl
    from factcheck.model import NoteText

_BLANKS = regex(r"\s+")
_SCHEME = regex(r"https?://", re.IGNORECASE)
_WAY_BACK = regex(r"(?:(?<!\s)\s)?[↩↪⤴⏎↵⮐][\ufe0e\ufe0f]?$")  # what a browser prints of the link to the marker


def joined_text(note: NoteText, found: Sequence[FoundUrl]) -> str:
    """The text of `note` on one line; `found` are its URLs, which read as they are requested, not as they broke."""
    text = note.text.text
    if "\n" not in text:
        return _WAY_BACK.sub("", " ".join(text.split()))
    pieces: list[str] = []
    at = 0
    breaks = _breaks(note)
    for url in found:
        if "\n" in text[url.start : url.end] and url.start >= at:
            pieces += [_joined(text, at, url.start, breaks), _whole(url, text[url.start : url.end])]
            at = url.end
    pieces.append(_joined(text, at, len(text), breaks))
    return _WAY_BACK.sub("", " ".join("".join(pieces).split()))


def _breaks(note: NoteText) -> dict[int, str]:
    """What stands at each line end: as the layout repair found it, else a blank."""
    places = [at for at, character in enumerate(note.text.text) if character == "\n"]
    joints = note.joints if len(note.joints) == len(places) else (" ",) * len(places)
    return dict(zip(places, joints, strict=True))


def _joined(text: str, start: int, end: int, breaks: dict[int, str]) -> str:
    first, *lines = text[start:end].split("\n")
    pieces = [first]
    at = start + len(first)
    for line in lines:
        if breaks[at] == "-":
            pieces[-1] = pieces[-1][:-1]
        else:
            pieces.append(breaks[at])
        pieces.append(line)
        at += 1 + len(line)
    return "".join(pieces)


def _whole(url: FoundUrl, printed: str) -> str:
    whole = _BLANKS.sub("", printed)
    return url.url if url.url is not None and _SCHEME.match(whole) else whole
