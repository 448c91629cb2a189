"""The parts of a laid out brief, and what several steps of the repair ask of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.model import Block, Link, Marker, NoteText


@record
class Layout:
    """Body blocks in reading order with what stands in them, and the notes."""

    blocks: tuple[Block, ...]
    notes: tuple[NoteText, ...] = ()
    markers: tuple[Marker, ...] = ()
    links: tuple[Link, ...] = ()
    title: str | None = None


# A sentence's end: a stop, closing quotes or brackets, perhaps a note marker, perhaps another stop (“…war.”85).
_SENTENCE_END = regex(r"[.!?…:;][\"'”’»“‘)\]]{0,3}\s?(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3})?\.?$|\d\]\.?$")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_URL_END = regex(r"(?:https?://|www\.|doi\.org/)\S{4,}$")
URL_START = regex(r"\s*<?(?:https?://|www\.|doi:|doi\.org/)", re.IGNORECASE)


def plain_digits(text: str) -> str:
    """`text` with superscript digits as plain ones."""
    return text.translate(_SUPERSCRIPTS)


def ends_sentence(text: str) -> bool:
    """Whether a sentence is over at the end of `text`, a note marker after it or not."""
    return _SENTENCE_END.search(text[-12:].rstrip()) is not None


def ends_in_url(text: str) -> bool:
    """Whether the last word of `text` is a URL."""
    return _URL_END.search(text[-2000:].rstrip()) is not None


def goes_on(text: str) -> bool:
    """Whether `text` begins in mid-sentence: with a small letter, behind an opening quote or bracket or not."""
    start = text.lstrip(" \"'“‘«„([")[:1]
    return start.islower()
