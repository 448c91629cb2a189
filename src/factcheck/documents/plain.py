"""Plain text as a Document: nothing is known of its lines yet, so it has no blocks."""

from __future__ import annotations

import re
from itertools import accumulate

from factcheck.documents.sniffing import PLAIN
from factcheck.errors import BriefError
from factcheck.model import Document

MOST_SHORT_LINES = 50_000
"""Of one file, where lines have fewer than twelve characters on the average; a book has ten thousand lines."""
_SHORT = 12
_WRITTEN_LINE = re.compile(r"^.*\S", re.MULTILINE)


def read_plain(text: str, encoding: str | None = None) -> Document:
    """The decoded text of a plain file; `page_starts` where it has form feeds (the page begins after one).

    Raises BriefError for a wall of lines with next to nothing on them, which takes minutes and is nobody's text.
    """
    if text.count("\n") > MOST_SHORT_LINES:
        written = sum(1 for _ in _WRITTEN_LINE.finditer(text))
        if written > MOST_SHORT_LINES and len(text) < written * _SHORT:
            raise BriefError(f"more than {MOST_SHORT_LINES:,} lines of a few characters are no prose; split the file")
    return Document(media_type=PLAIN, text=text, page_starts=_page_starts(text), encoding=encoding)


def _page_starts(text: str) -> tuple[int, ...]:
    if "\f" not in text:
        return ()
    return (0, *accumulate(len(page) + 1 for page in text.split("\f")[:-1]))
