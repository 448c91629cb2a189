"""URLs printed in the body, read from the file's own lines: a URL broken over lines is joined no better in a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.citations.body_links import contact_blocks, is_contact
from factcheck.citations.printed_blocks import may_have_urls, printed_text
from factcheck.citations.resolve import FoundUrl, Surroundings, names_host, urls_in
from factcheck.model import BlockKind, Link, LinkOrigin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block, Brief, MappedText


@dataclass(frozen=True, slots=True)
class BodyUrl:
    """A link of the body that cites: `before` and `after` are the words around it, up to the block's other links."""

    link: Link
    found: FoundUrl
    before: str
    after: str


def body_urls(brief: Brief, around: Surroundings) -> Iterator[BodyUrl]:
    """The citing URLs of the body in reading order; those of contact sections and lines, and profiles, are left out."""
    contact = contact_blocks(brief)
    by_block: dict[int, list[Link]] = {}
    for link in brief.links:
        if link.block is not None and link.origin is not LinkOrigin.LISTED:
            by_block.setdefault(link.block, []).append(link)
    for number, block in enumerate(brief.blocks):
        if number in contact or block.kind is BlockKind.CODE:
            continue
        found = sorted(_in_block(brief, number, by_block.get(number, []), around), key=lambda each: each[0].start)
        yield from _with_words(block, [each for each in found if not is_contact(block, each[0])])


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
    kept = [link for link in links if not (broken and link.origin is LinkOrigin.AUTOLINK)]
    for link in kept:
        if link.url and names_host(link.url):
            yield link, FoundUrl(link.start, link.end, link.text or link.url, link.url)
    if not may_have_urls(block.text.text):
        return
    printed = printed_text(block.text, brief.text) if broken else block.text
    for url in urls_in(printed, (), block.page, around):
        start, end = (
            _place(block.text, printed.origin(url.start)),
            _place(block.text, printed.origin(url.end - 1)) + 1,
        )
        if not any(link.start < end and start < link.end for link in kept):
            printed_link = Link(
                url.url, block.text.text[start:end], LinkOrigin.AUTOLINK, number, start, end, block.page
            )
            yield printed_link, url


def _place(text: MappedText, origin: int) -> int:
    """The offset in `text` of the character from `origin`, or of the nearest before it."""
    best = 0
    for number, start in enumerate(text.starts):
        stop = text.starts[number + 1] if number + 1 < len(text.starts) else len(text.text)
        inside = origin - text.origins[number]
        if 0 <= inside < stop - start:
            return start + inside
        if inside >= 0:
            best = stop
    return max(0, best - 1)
