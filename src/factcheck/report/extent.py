"""About how tall things are on the page: a browser that knows need not lay out what is not seen, and nothing jumps."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.report.view import Extents, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.report.view import BlockGroup, BlockView, CitationView, FindingView, HostView, NoteView

STEPS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 768, 1024)
"""Heights that the style sheet has a class for, in lines; the policy of the page allows no style of one element."""
_LINE = 64
"""Characters to a line of the brief's text at its full measure."""
_LONGEST_PART = 80
"""Lines after which a part ends although no heading follows: what is begun to be seen is laid out whole."""


def text_parts(groups: Sequence[BlockGroup]) -> tuple[TextPart, ...]:
    """The brief's text cut before its headings, and where none comes for long."""
    return tuple(TextPart(step(sum(map(_group_lines, part))), tuple(part)) for part in _cut(groups))


def step(lines: int) -> int:
    """The step nearest above `lines`."""
    return STEPS[min(bisect_left(STEPS, lines), len(STEPS) - 1)]


def extents(
    notes: Sequence[NoteView],
    linked: Sequence[CitationView],
    hosts: Sequence[HostView],
    uncited: Sequence[FindingView],
    repaired: Sequence[CitationView],
) -> Extents:
    """The height of each list, from how many entries it has and how much they say."""
    cited = sum(len(note.citations) for note in notes) + len(linked)
    return Extents(
        notes=step(sum(_rows(note.text or "") + 2 for note in notes) + 5 * cited),
        hosts=step(2 + 2 * len(hosts)),
        uncited=step(2 + sum(2 + _rows(found.claim.before + found.claim.after) for found in uncited)),
        repaired=step(2 + sum(3 + 2 * _rows("".join(words for _, words in view.printed)) for view in repaired)),
    )


def _cut(groups: Sequence[BlockGroup]) -> Iterator[list[BlockGroup]]:
    part: list[BlockGroup] = []
    lines = 0
    for group in groups:
        if part and (group.kind == "heading" or lines >= _LONGEST_PART):
            yield part
            part, lines = [], 0
        part.append(group)
        lines += _group_lines(group)
    if part:
        yield part


def _group_lines(group: BlockGroup) -> int:
    return sum(_block_lines(group.blocks))


def _block_lines(blocks: Iterable[BlockView]) -> Iterator[int]:
    """Lines of each block, one more for the gap behind it, and a heading's for the gap before."""
    for block in blocks:
        yield _rows("".join(piece.text for piece in block.pieces)) + (2 if block.kind == "heading" else 1)


def _rows(text: str) -> int:
    return -(-len(text) // _LINE)
