"""URLs printed in the body, read from the file's own lines: a URL broken over lines is joined no better in a block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.citations.body_links import contact_blocks, is_contact, is_navigation, source_blocks
from factcheck.citations.printed_blocks import may_have_urls, printed_text
from factcheck.citations.redirections import unwrapped
from factcheck.citations.resolve import FoundUrl, names_host, urls_in
from factcheck.model import BlockKind, Link, LinkOrigin
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.citations.surroundings import Surroundings
    from factcheck.model import Block, Brief, MappedText

_MOST_SHARED = 8  # pieces of a text that came from one place of the original: blanks that stand for a line end


@record
class BodyUrl:
    """A link of the body that cites: `before` and `after` are the words around it, up to the block's other links."""

    link: Link
    found: FoundUrl
    before: str
    after: str


def body_urls(brief: Brief, around: Surroundings) -> Iterator[BodyUrl]:
    """The citing URLs of the body in reading order, without contact sections and lines, profiles and navigation."""
    contact, sources = contact_blocks(brief), source_blocks(brief)
    by_block: dict[int, list[Link]] = {}
    for link in brief.links:
        if link.block is not None and link.origin is not LinkOrigin.LISTED:
            by_block.setdefault(link.block, []).append(link)
    for number, block in enumerate(brief.blocks):
        if number in contact or block.kind is BlockKind.CODE:
            continue
        found = sorted(_in_block(brief, number, by_block.get(number, []), around), key=lambda each: each[0].start)
        cites = [each for each in found if not is_contact(block, each[0])]
        if number in sources or not is_navigation(block, [link for link, _ in cites]):
            yield from _with_words(block, cites)


def _with_words(block: Block, found: Sequence[tuple[Link, FoundUrl]]) -> Iterator[BodyUrl]:
    text = block.text.text
    bounds = [0, *(bound for link, _ in found for bound in (link.start, link.end)), len(text)]
    for number, (link, url) in enumerate(found):
        before, after = bounds[2 * number : 2 * number + 2], bounds[2 * number + 2 : 2 * number + 4]
        yield BodyUrl(link, url, text[before[0] : before[1]], text[after[0] : after[1]])


def _in_block(
    brief: Brief, number: int, links: Sequence[Link], around: Surroundings
) -> Iterator[tuple[Link, FoundUrl]]:
    block = brief.blocks[number]
    broken = around.printing.breaks_urls
    # A printed address is read from the print where lines break it, or where its link lacks a scheme.
    kept = [
        link
        for link in links
        if link.origin is not LinkOrigin.AUTOLINK or not (broken or link.url is None or not names_host(link.url))
    ]
    for link in kept:
        if link.url and names_host(link.url):
            target, repairs = unwrapped(link.url)
            yield link, FoundUrl(link.start, link.end, link.text or link.url, target, repairs)
    if not may_have_urls(block.text.text):
        return
    printed = printed_text(block.text, brief.text) if broken else block.text
    places, linked = _Places(block.text), _Linked(kept)
    for url in urls_in(printed, (), block.page, around):
        start, end = places.of(printed.origin(url.start)), places.of(printed.origin(url.end - 1)) + 1
        if not linked.overlaps(start, end):
            printed_link = Link(
                url.url, block.text.text[start:end], LinkOrigin.AUTOLINK, number, start, end, block.page
            )
            yield printed_link, url


class _Places:
    """Where in a block's text the characters of the original stand; a look-up, for blocks of ten thousand lines."""

    def __init__(self, text: MappedText) -> None:
        stops = [*text.starts[1:], len(text.text)]
        self._pieces = sorted(zip(text.origins, text.starts, stops, strict=True))
        self._origins = [origin for origin, _, _ in self._pieces]
        self._last = list(accumulate((stop for _, _, stop in self._pieces), max))

    def of(self, origin: int) -> int:
        """The offset of the first character from `origin`, or of the nearest before it."""
        at = bisect_right(self._origins, origin)
        near = self._pieces[max(0, at - _MOST_SHARED) : at]
        inside = [start + origin - first for first, start, stop in near if origin - first < stop - start]
        return min(inside) if inside else max(0, self._last[at - 1] - 1) if at else 0


class _Linked:
    """Which stretches of a block's text are links already."""

    def __init__(self, links: Sequence[Link]) -> None:
        ordered = sorted((link.start, link.end) for link in links)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a link has a character of [start, end)."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
