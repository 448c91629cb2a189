"""Text with one paragraph to a line: bullets, headings, paragraphs cut in mid-sentence, links in Markdown's manner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.briefs.layout import ends_sentence, goes_on
from factcheck.briefs.line_kinds import BULLET, NUMBER, is_caption, numbered_items
from factcheck.documents.inline import bare_links
from factcheck.documents.textbuilder import TextBuilder
from factcheck.model import Block, BlockKind, Link, LinkOrigin, Span
from factcheck.patterns import regex
from factcheck.text import remove_spans

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from factcheck.briefs.lines import Line

_LINK = regex(r"\[([^\[\]\n]{1,300})\]\(([^()\s]{0,2000})\)")
_HEADING_LENGTH = 120
_LEAST_CUT = 60
# A sentence's stop with a note marker behind it: "in 2024.6", "the town.”3", not "Web 2.0".
_MARKED_END = regex(r"(?:[^\W\d_]|\d{4}|[\"'”’»“‘)\]])[.!?…][\"'”’»“‘)\]]{0,2}(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3})$")
_TAIL = 16


def paragraph_blocks(lines: Sequence[Line], body: Sequence[int]) -> list[Block]:
    """A block for each body line, those that an empty line cut in mid-sentence joined again."""
    groups: list[list[Line]] = []
    numbered = {lines[n].start for n in numbered_items(lines, body)}
    for n in body:
        line = lines[n]
        if groups and _is_cut(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        _block(group, groups[place + 1][0] if place + 1 < len(groups) else None, group[0].start in numbered)
        for place, group in enumerate(groups)
    ]


def _is_cut(group: Sequence[Line], line: Line) -> bool:
    last = group[-1].text
    return len(group[0].text) >= _LEAST_CUT and not ends_sentence(last) and goes_on(line.text)


def _block(group: Sequence[Line], following: Line | None, numbered: bool) -> Block:
    first = group[0]
    bullet = NUMBER.match(first.text) if numbered else BULLET.match(first.text)
    builder = TextBuilder()
    for place, line in enumerate(group):
        skip = bullet.end() if bullet and place == 0 else 0
        if place:
            builder.add_blank(line.start - 1)
        builder.add(line.text[skip:], line.start + skip)
    kind = _kind(first, following, item=bullet is not None, single=len(group) == 1)
    return Block(kind, builder.build(), 2 if kind is BlockKind.HEADING else int(bullet is not None), first.page)


def _kind(line: Line, following: Line | None, *, item: bool, single: bool) -> BlockKind:
    if item:
        return BlockKind.LIST_ITEM
    if is_caption(line.text):
        return BlockKind.CAPTION
    over = line.text.endswith((".", ",", ";", ":")) or _MARKED_END.search(line.text[-_TAIL:])
    short = single and len(line.text) <= _HEADING_LENGTH and not over
    if short and following is not None and len(following.text) > len(line.text) and not line.text[:1].islower():
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def with_links(blocks: Sequence[Block]) -> tuple[list[Block], list[Link]]:
    """The blocks with ``[words](target)`` read as their words, and their links: lost, given, and bare URLs."""
    read: list[Block] = []
    links: list[Link] = []
    for number, block in enumerate(blocks):
        cuts: list[Span] = []
        found: list[Link] = []
        removed = 0
        for match in _LINK.finditer(block.text.text) if "](" in block.text.text else ():
            start = match.start() - removed
            found.append(_link(match, number, start))
            cuts += [Span(match.start(), match.start() + 1), Span(match.end(1), match.end())]
            removed += 1 + match.end() - match.end(1)
        text = remove_spans(block.text, cuts) if cuts else block.text
        taken = {(link.start, link.end) for link in found}
        bare = [link for link in bare_links(text.text) if (link.start, link.end) not in taken]
        read.append(replace(block, text=text))
        links.extend(sorted([*found, *(replace(link, block=number) for link in bare)], key=lambda link: link.start))
    return read, links


def _link(match: re.Match[str], block: int, start: int) -> Link:
    words, target = match.groups()
    end = start + len(words)
    if target in {"", "#"}:
        return Link(None, words, LinkOrigin.LOST, block, start, end)
    return Link(target, words, LinkOrigin.INLINE, block, start, end)
