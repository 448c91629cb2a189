"""Link annotations of a PDF → links of the words that they cover, in the body's blocks and in the notes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.model import Link, LinkOrigin
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block, Document, MappedText, NoteText

_MOST_SEARCHED = 50_000_000  # characters: a made-up file may have thousands of links on one endless page
_LEAST_LETTERS = 2


@record
class _Piece:
    """``source[start:end]`` of the document is the text at `at` of a block or, with `is_note`, of a note."""

    start: int
    end: int
    is_note: bool
    number: int
    at: int


def place_annotations(
    document: Document, blocks: Sequence[Block], notes: Sequence[NoteText]
) -> tuple[list[Link], tuple[NoteText, ...]]:
    """Links of the words of `blocks` that annotations cover, and the notes with the targets of theirs.

    An annotation over a printed URL is no new link: it stays a witness of how that URL goes on.
    """
    covered = list(_covered(document))
    if not covered:
        return [], tuple(notes)
    pieces = [
        *(p for number, block in enumerate(blocks) for p in _pieces(block.text, number, is_note=False)),
        *(p for number, note in enumerate(notes) for p in _pieces(note.text, number, is_note=True)),
    ]
    pieces.sort(key=attrgetter("start", "end", "is_note", "number", "at"))
    starts = [piece.start for piece in pieces]
    links: list[Link] = []
    targets: dict[int, list[str]] = {}
    for page, url, words, start, end in covered:
        first = _at(pieces, starts, start)
        last = _at(pieces, starts, end - 1)
        if first is None or last is None or (first.is_note, first.number) != (last.is_note, last.number):
            continue
        if first.is_note:
            targets.setdefault(first.number, []).append(url)
            continue
        begin, stop = first.at + start - first.start, last.at + end - last.start
        if begin < stop:
            links.append(Link(url, words, LinkOrigin.INLINE, first.number, begin, stop, page))
    return links, tuple(
        replace(note, links=tuple(dict.fromkeys((*note.links, *targets[number])))) if number in targets else note
        for number, note in enumerate(notes)
    )


def _pieces(text: MappedText, number: int, *, is_note: bool) -> Iterator[_Piece]:
    ends = (*text.starts[1:], len(text.text))
    for at, origin, end in zip(text.starts, text.origins, ends, strict=True):
        if end > at:
            yield _Piece(origin, origin + end - at, is_note, number, at)


def _at(pieces: Sequence[_Piece], starts: Sequence[int], offset: int) -> _Piece | None:
    """The piece that holds a character; put-in blanks stand on characters too and come before the words."""
    for place in range(bisect_right(starts, offset) - 1, -1, -1):
        piece = pieces[place]
        if piece.start <= offset < piece.end:
            return piece
        if piece.end - piece.start > 1:
            return None
    return None


def _covered(document: Document) -> Iterator[tuple[int, str, str, int, int]]:
    """Page, target, words and place in the document of each link whose words can be found on its page."""
    left = _MOST_SEARCHED
    listed = (link for link in document.links if link.origin is LinkOrigin.LISTED and link.page is not None)
    for page, on_page in groupby(listed, key=lambda link: link.page or 0):
        source, offsets = _letters(document, page)
        cursor = 0
        for url, rectangles in groupby(on_page, key=lambda link: link.url or ""):
            words = " ".join(link.text for link in rectangles)
            wanted = "".join(filter(str.isalnum, words))
            left -= len(source)
            if left < 0:
                return
            if len(wanted) < _LEAST_LETTERS or _is_printed_url(words, wanted, url):
                continue
            found = source.find(wanted, cursor)
            found = source.find(wanted) if found < 0 else found
            if found >= 0:
                cursor = found + len(wanted)
                yield page, url, words, offsets[found], offsets[cursor - 1] + 1


def _letters(document: Document, page: int) -> tuple[str, list[int]]:
    """The letters and digits of a page, and where they stand in the document."""
    bounds = (*document.page_starts, len(document.text))
    if page >= len(bounds):
        return "", []
    start, end = bounds[page - 1], bounds[page]
    offsets = [at for at in range(start, end) if document.text[at].isalnum()]
    return "".join(document.text[at] for at in offsets), offsets


def _is_printed_url(words: str, letters: str, url: str) -> bool:
    if "://" in words or "www." in words.lower():
        return True
    return " " not in words and letters.casefold() in "".join(filter(str.isalnum, url)).casefold()
