"""Citations by key in Markdown (``[@berg2020, p. 5]``, ``@berg2020 [p. 5]``; Pandoc, Quarto) → markers and notes.

Each key with its locator becomes a note that prints the work as the bibliography has it.  A key that is in none is a
marker without a note, so that it is reported as missing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.documents.bibliography import Work, read_works
from factcheck.errors import BriefError
from factcheck.model import BlockKind, MappedText, Marker, NoteText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.model import Block, Document

# Pandoc's User's Guide, "Citation syntax": a key has letters, digits and single marks between them.
_KEY = r"-?@(?:\{([^{}\s]{1,300})\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,300}))"
_BRACKET = re.compile(r"\[(?=[^\[\]]{0,2000}@)([^\[\]]{2,2000})\](?![(\[:])")
_ITEM = re.compile(rf"(?<![\w.]){_KEY}")
_NARRATIVE = re.compile(rf"(?<![\w.@/\[-]){_KEY}(?:\s\[([^\[\]@]{{1,100}})\])?")
# Quarto's cross-references look like keys.
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|prf|rem|sol|vid|nte|tip|wrn|imp|cau)-"
)
_NAMED = re.compile(r"^bibliography[ \t]*:[ \t]*(.*(?:\n[ \t]*-[ \t].*)*)", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\r?\n((?:(?!---|\.\.\.)[^\n]*\n){0,2000})")
_FILE = re.compile(r"[^\s,\[\]\"'-][^,\[\]\"'\n]{0,300}?\.(?:bib|json|bibtex)\b")
_LONGEST_WORDS = 600
_MOST_WRITTEN = 2_000_000
_MOST_IN_NOTE = 50
_MOST_REMARKS = 20
_FAR = 1 << 60


def bibliographies(source: str) -> list[str]:
    """The BibTeX and JSON files that the front matter of a Markdown text names."""
    front = _FRONT.match(source)
    named = _NAMED.search(front.group(1)) if front else None
    return [name.strip() for name in _FILE.findall(re.sub(r"\n[ \t]*-", "\n", named.group(1)))] if named else []


def with_cited_works(document: Document, folder: Path | None) -> Document:
    """`document` with its citations by key as markers and notes; `folder` is where its bibliographies lie."""
    if "@" not in document.text:
        return document
    names = bibliographies(document.text)
    works, unread = read_works(folder, names) if folder is not None else ({}, names)
    remarks = (*document.remarks, *map(_why_unread, unread[:_MOST_REMARKS]))
    return replace(_Citer(document, works, narrative=bool(names)).cited(), remarks=remarks)


def _why_unread(name: str) -> str:
    return f"the bibliography {name[:200]!r} was not read: it must be a file of at most 8 MB below the brief's folder"


class _Citer:
    def __init__(self, document: Document, works: Mapping[str, Work], *, narrative: bool) -> None:
        self._document, self._works, self._narrative = document, works, narrative
        self._labels: dict[tuple[str, str], str] = {}
        self._times: Counter[str] = Counter()
        self._written = 0
        self._notes: list[NoteText] = []

    def cited(self) -> Document:
        """The document with what was found in its blocks and notes."""
        document = self._document
        links: dict[int, list[tuple[int, int]]] = {}
        for link in document.links:
            if link.block is not None:
                links.setdefault(link.block, []).append((link.start, link.end))
        found = [
            marker
            for number, block in enumerate(document.blocks)
            if block.kind is not BlockKind.CODE and "@" in block.text.text
            for marker in self._in_block(number, block)
            if not _is_inside(marker.start, links.get(number, ()))
        ]
        notes = [self._written_out(note) for note in document.notes]
        if not found and notes == list(document.notes):
            return document
        markers = sorted([*document.markers, *found], key=lambda marker: (marker.block, marker.start))
        return replace(document, markers=tuple(markers), notes=(*notes, *self._notes))

    def _in_block(self, number: int, block: Block) -> Iterator[Marker]:
        text = block.text.text
        bracketed: list[tuple[int, int]] = []
        for bracket in _BRACKET.finditer(text):
            items = list(_items(bracket))
            if not all(self._is_key(key) for key, _, _, _ in items) or not items:
                continue
            bracketed.append(bracket.span())
            for key, locator, start, end in items:
                yield Marker(self._label(key, locator, block.text.origin(start)), number, start, end)
        for match in _NARRATIVE.finditer(text) if self._narrative else ():
            key = match.group(1) or match.group(2)
            if not _is_inside(match.start(), bracketed) and self._is_key(key):
                origin = block.text.origin(match.start())
                yield Marker(self._label(key, match.group(3) or "", origin), number, *match.span())

    def _is_key(self, key: str) -> bool:
        return key in self._works or _CROSS_REFERENCE.match(key) is None

    def _label(self, key: str, locator: str, origin: int) -> str:
        """The label of a key with a locator; its note is written where it is met first."""
        known = self._labels.get((key, locator))
        if known is not None:
            return known
        self._times[key] += 1
        number = self._times[key]
        label = self._labels[key, locator] = f"@{key}" if number == 1 else f"@{key}-{number}"
        work = self._works.get(key)
        if work is not None:
            words = self._counted(_printed(work, locator))
            self._notes.append(NoteText(label, _at(words, origin), links=_links(work)))
        return label

    def _counted(self, words: str) -> str:
        self._written += len(words)
        if self._written > _MOST_WRITTEN:
            raise BriefError(f"the works cited by key take more than {_MOST_WRITTEN:,} characters; split the file")
        return words

    def _written_out(self, note: NoteText) -> NoteText:
        """A note of the author's own with its citations by key as the bibliography prints them."""
        text, links = note.text, list(note.links)
        if "@" not in text.text:
            return note
        for bracket in reversed(list(islice(_BRACKET.finditer(text.text), _MOST_IN_NOTE))):
            cited = [(self._works.get(key), locator) for key, locator, _, _ in _items(bracket)]
            known = [(work, locator) for work, locator in cited if work is not None]
            if known and len(known) == len(cited):
                words = self._counted("; ".join(_printed(work, locator) for work, locator in known))
                text = _replaced(text, bracket.start(), bracket.end(), words)
                links += [url for work, _ in known for url in _links(work)]
        return replace(note, text=text, links=tuple(dict.fromkeys(links))) if text is not note.text else note


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a place is inside one of `spans`, which are in order and do not overlap."""
    before = bisect_right(spans, (place, _FAR)) - 1
    return before >= 0 and place < spans[before][1]


def _items(bracket: re.Match[str]) -> Iterator[tuple[str, str, int, int]]:
    """Key, locator, start and end of each citation of a group; the first takes the bracket before it, the last all."""
    at = bracket.start(1)
    parts = bracket.group(1).split(";")
    for number, part in enumerate(parts):
        found = _ITEM.search(part)
        start = bracket.start() if number == 0 else at - 1
        at += len(part) + 1
        if found is not None:
            end = bracket.end() if number == len(parts) - 1 else at - 1
            yield found.group(1) or found.group(2), part[found.end() :].strip(" ,"), start, end


def _printed(work: Work, locator: str) -> str:
    return ", ".join(filter(None, (work.words[:_LONGEST_WORDS], locator[:_LONGEST_WORDS], work.url)))


def _links(work: Work) -> tuple[str, ...]:
    return (work.url,) if work.url is not None else ()


def _at(words: str, origin: int) -> MappedText:
    """Words that were put in at one place of the source."""
    return MappedText(words, tuple(range(max(1, len(words)))), (origin,) * max(1, len(words)))


def _replaced(text: MappedText, start: int, end: int, words: str) -> MappedText:
    """`text` with [start, end) given as `words`, which were put in there."""
    characters = [*range(start), *[start] * len(words), *range(end, len(text.text))]
    return MappedText(
        text.text[:start] + words + text.text[end:],
        tuple(range(max(1, len(characters)))),
        tuple(text.origin(at) for at in characters) or (text.origin(0),),
    )
