"""Layout repair of documents whose format marks its blocks: printed notes, contents lists, paragraphs cut by pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.briefs.contents import is_contents
from factcheck.briefs.endnotes import endnotes
from factcheck.briefs.layout import Layout, ends_sentence, goes_on
from factcheck.briefs.printed_notes import part_notes
from factcheck.documents.textbuilder import pieces_of
from factcheck.model import Block, BlockKind, Document
from factcheck.records import record
from factcheck.text import join_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import NoteText

MARKDOWN = "text/markdown"
_CAN_BE_CUT = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}
_LEAST_CUT = 60  # characters: a shorter line without a stop is a label, not a paragraph that a page cut


@record
class _Place:
    """Where an old block went: the new block's number, and how far its text was shifted in it."""

    block: int
    shift: int


def lay_out_blocks(document: Document) -> Layout:
    """The body and notes of a document with blocks; only Markdown, the way out of page converters, needs repair.

    In other formats, endnotes that their author typed as a list are told from the body where the format has no notes.
    """
    if document.media_type != MARKDOWN:
        listed = {} if document.notes else endnotes(document, range(len(document.blocks)), ())
        return _without(document, listed)
    parted = part_notes(document)
    body = [number for number in parted.body if not is_contents(_raw(document, document.blocks[number]))]
    listed = endnotes(document, body, (note.label for note in (*document.notes, *parted.notes)))
    body = [number for number in body if number not in listed]
    blocks, places = _rejoin(document.blocks, body)
    return Layout(
        blocks=blocks,
        notes=(*document.notes, *parted.notes, *filter(None, listed.values())),
        markers=tuple(
            replace(m, block=place.block, start=m.start + place.shift, end=m.end + place.shift)
            for m in document.markers
            if (place := places.get(m.block)) is not None
        ),
        links=tuple(
            replace(link, block=place.block, start=link.start + place.shift, end=link.end + place.shift)
            for link in document.links
            if link.block is not None and (place := places.get(link.block)) is not None
        ),
    )


def _without(document: Document, listed: Mapping[int, NoteText | None]) -> Layout:
    """The document as it is, less the blocks that are notes."""
    kept = [number for number in range(len(document.blocks)) if number not in listed]
    places = {number: place for place, number in enumerate(kept)}
    return Layout(
        blocks=tuple(document.blocks[number] for number in kept),
        notes=(*document.notes, *filter(None, listed.values())),
        markers=tuple(replace(m, block=places[m.block]) for m in document.markers if m.block in places),
        links=tuple(
            link if link.block is None else replace(link, block=places[link.block])
            for link in document.links
            if link.block is None or link.block in places
        ),
    )


def _raw(document: Document, block: Block) -> str:
    return document.text[block.text.origin(0) : block.text.origin(len(block.text.text))]


def _rejoin(blocks: Sequence[Block], body: Iterable[int]) -> tuple[tuple[Block, ...], dict[int, _Place]]:
    """The body's blocks, those that a page cut in mid-sentence joined again, and where each old block went."""
    groups: list[list[int]] = []
    for number in body:
        if groups and is_cut(blocks[groups[-1][0]], blocks[groups[-1][-1]], blocks[number]):
            groups[-1].append(number)
        else:
            groups.append([number])
    places: dict[int, _Place] = {}
    joined = []
    for place, group in enumerate(groups):
        pieces: list[tuple[str, int]] = []
        length = 0
        for number in group:
            mapped = blocks[number].text
            if pieces:
                pieces.append((" ", mapped.origin(0)))
                length += 1
            places[number] = _Place(place, length)
            pieces.extend(pieces_of(mapped))
            length += len(mapped.text)
        joined.append(replace(blocks[group[0]], text=join_pieces(pieces)) if len(group) > 1 else blocks[group[0]])
    return tuple(joined), places


def is_cut(first: Block, last: Block, following: Block) -> bool:
    """Whether `following` goes on in mid-sentence where the paragraph from `first` to `last` ends."""
    return (
        first.kind in _CAN_BE_CUT
        and following.kind is BlockKind.PARAGRAPH
        and (last is not first or len(last.text.text) >= _LEAST_CUT)
        and not ends_sentence(last.text.text)
        and goes_on(following.text.text)
    )
