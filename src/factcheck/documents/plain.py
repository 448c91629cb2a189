"""Plain text as a Document: nothing is known of its lines yet, so it has no blocks."""

from __future__ import annotations

from itertools import accumulate

from factcheck.documents.sniffing import PLAIN
from factcheck.model import Document


def read_plain(text: str, encoding: str | None = None) -> Document:
    """The decoded text of a plain file; `page_starts` where it has form feeds (the page begins after one)."""
    return Document(media_type=PLAIN, text=text, page_starts=_page_starts(text), encoding=encoding)


def _page_starts(text: str) -> tuple[int, ...]:
    if "\f" not in text:
        return ()
    return (0, *accumulate(len(page) + 1 for page in text.split("\f")[:-1]))
