"""Endnotes that a Markdown text writes as a list under a heading "Notes": told from other lists by their markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.briefs.layout import plain_digits
from factcheck.briefs.note_chain import NOTES_HEADING, SOURCES_HEADING
from factcheck.documents.textbuilder import pieces_of
from factcheck.model import BlockKind, Document, NoteText
from factcheck.patterns import regex
from factcheck.records import record
from factcheck.text import join_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LABEL = regex(r"\[(\d{1,3})\][.:]?\s*|(\d{1,3})[.)]\s+|([⁰¹²³⁴-⁹]{1,3})\s*")
_BRACKETED = regex(r"\[(\d{1,3})\]|(?<=[^\s⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,3})")


@record
class _Entry:
    """A note's label, its blocks, and where its text begins in the first."""

    label: str
    blocks: tuple[int, ...]
    skip: int


def endnotes(document: Document, body: Sequence[int], taken: Iterable[str]) -> dict[int, NoteText | None]:
    """The blocks of `body` that make up an endnote section: the note that begins in each, None where one goes on.

    Only the last heading of that name is looked at.  At least half of the labels must stand as markers in the text
    before; `taken` are labels that have a note already.
    """
    for place in range(len(body) - 2, -1, -1):
        block = document.blocks[body[place]]
        words = block.text.text
        if block.kind is BlockKind.HEADING and (NOTES_HEADING.fullmatch(words) or SOURCES_HEADING.fullmatch(words)):
            entries = _entries(document, body[place + 1 :], block.level)
            marked = _marked(document, body[:place])
            labels = {entry.label for entry in entries}
            believable = entries and len(labels & marked) * 2 >= len(labels) and not labels & set(taken)
            return _notes(document, entries) if believable else {}
    return {}


def _entries(document: Document, following: Sequence[int], level: int) -> list[_Entry]:
    """The entries up to the next heading that is as high."""
    entries: list[_Entry] = []
    for number in following:
        block = document.blocks[number]
        if block.kind is BlockKind.HEADING and block.level <= level:
            break
        label = _LABEL.match(block.text.text)
        if label is not None:
            found = next(filter(None, label.groups()))
            entries.append(_Entry(str(int(plain_digits(found))), (number,), label.end()))
        elif block.kind is BlockKind.LIST_ITEM:
            entries.append(_Entry(str(len(entries) + 1), (number,), 0))
        elif entries:
            last = entries[-1]
            entries[-1] = _Entry(last.label, (*last.blocks, number), last.skip)
        else:
            return []
    return entries


def _marked(document: Document, before: Sequence[int]) -> set[str]:
    """The numbers that stand as markers in the text: marked by the format, in brackets or raised."""
    numbers = set(before)
    labels = {marker.label for marker in document.markers if marker.block in numbers}
    for number in before:
        for match in _BRACKETED.finditer(document.blocks[number].text.text):
            labels.add(str(int(plain_digits(match.group(1) or match.group(2)))))
    return labels


def _notes(document: Document, entries: Sequence[_Entry]) -> dict[int, NoteText | None]:
    targets: dict[int, list[str]] = {}
    for link in document.links:
        if link.block is not None and link.url is not None:
            targets.setdefault(link.block, []).append(link.url)
    made: dict[int, NoteText | None] = {}
    for entry in entries:
        pieces: list[tuple[str, int]] = []
        for place, number in enumerate(entry.blocks):
            mapped = document.blocks[number].text
            if place:
                pieces.append(("\n", mapped.origin(0)))
            pieces.extend(pieces_of(mapped, entry.skip if place == 0 else 0))
            made[number] = None
        links = tuple(url for number in entry.blocks for url in targets.get(number, ()))
        made[entry.blocks[0]] = NoteText(entry.label, join_pieces(pieces), document.blocks[entry.blocks[0]].page, links)
    return made
