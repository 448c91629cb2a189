"""The block tokens of a parsed Markdown text → blocks, notes, markers and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from factcheck.documents.inline import Line, LineWriter
from factcheck.documents.markdown_html import html_lines
from factcheck.documents.markdown_places import ContentMap, map_cell, map_content, parse_words, places_of
from factcheck.documents.markdown_tokens import InlineNote, write_tokens
from factcheck.model import Block, BlockKind, Link, Marker, NoteText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[#.][^{}\n]*\}[ \t]*$", re.MULTILINE)
_FRONT_FIELD = re.compile(r"^(title|lang|language)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}\b", re.IGNORECASE)


@dataclass
class _OpenNote:
    label: str
    writer: LineWriter = field(default_factory=lambda: LineWriter(keep_breaks=True))


@dataclass
class _Row:
    writer: LineWriter = field(default_factory=LineWriter)
    cells: int = 0
    after: int = 0


class BlockReader:
    """Walks the block tokens and collects the document's parts."""

    def __init__(self, source: str, env: dict[str, Any], parser: MarkdownIt) -> None:
        """Begin to read `source`, which `parser` reads the words of with `env`."""
        self.source, self.env, self.parser = source, env, parser
        self.line_starts = _line_starts(source)
        self.blocks: list[Block] = []
        self.notes: list[NoteText] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.front: dict[str, str] = {}
        self._list_depth = self._quote_depth = self._heading = 0
        self._item_begins = False
        self._note: _OpenNote | None = None
        self._row: _Row | None = None

    def title(self) -> str | None:
        """The title of the front matter, else the first heading of the highest level."""
        if "title" in self.front:
            return self.front["title"]
        headings = [block for block in self.blocks if block.kind is BlockKind.HEADING and block.text.text]
        return min(headings, key=lambda block: block.level).text.text if headings else None

    def read(self, token: Token) -> None:
        """Take one block token."""
        handler = self._HANDLERS.get(token.type)
        if handler is not None:
            handler(self, token)

    def _open_list(self, _token: Token) -> None:
        self._list_depth += 1

    def _close_list(self, _token: Token) -> None:
        self._list_depth -= 1

    def _open_item(self, _token: Token) -> None:
        self._item_begins = True

    def _open_quote(self, _token: Token) -> None:
        self._quote_depth += 1

    def _close_quote(self, _token: Token) -> None:
        self._quote_depth -= 1

    def _open_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def _close_heading(self, _token: Token) -> None:
        self._heading = 0

    def _open_note(self, token: Token) -> None:
        self._note = _OpenNote(str(token.meta["label"]))

    def _close_note(self, _token: Token) -> None:
        if self._note is not None:
            self._add_note(self._note.label, self._note.writer.finish())
        self._note = None

    def _open_row(self, token: Token) -> None:
        self._row = _Row(after=self.line_starts[token.map[0]] if token.map else 0)

    def _close_row(self, _token: Token) -> None:
        if self._row is not None:
            self._add_line(BlockKind.TABLE_ROW, self._row.writer.finish())
        self._row = None

    def _front_matter(self, token: Token) -> None:
        for match in _FRONT_FIELD.finditer(token.content):
            key, value = match.group(1).lower(), match.group(2).strip("\"'")
            if key == "title" and value:
                self.front["title"] = value
            elif (language := _LANGUAGE.match(value)) is not None:
                self.front["lang"] = language.group().lower()

    def _code(self, token: Token) -> None:
        first = token.map[0] + (1 if token.type == "fence" else 0) if token.map else 0
        content = token.content.rstrip("\n")
        places = map_content(content, self.source, self.line_starts, first)
        writer = LineWriter()
        at = 0
        for line in content.split("\n"):
            writer.code(line, places.origin(at))
            writer.line_break(places.origin(at + len(line)))
            at += len(line) + 1
        self._add_line(BlockKind.CODE, writer.finish())

    def _html(self, token: Token) -> None:
        first, last = token.map or (0, 1)
        start = self.line_starts[first]
        end = self.line_starts[last] if last < len(self.line_starts) else len(self.source)
        start = max(start, self.source.find(token.content[:40].lstrip(), start, end))
        for kind, level, line in html_lines(token.content.lstrip(), start):
            self._add_line(kind, line, level)

    def _inline(self, token: Token) -> None:
        """The words of a paragraph, heading, cell or note."""
        parse_words(self.parser, token, self.env)
        content = token.content
        if self._heading and (attributes := _HEADING_ATTRIBUTES.search(content)):
            content = content[: attributes.start()]
        first = token.map[0] if token.map else 0
        if self._row is not None:
            self._cell(token, first)
        elif self._note is not None:
            self._note_paragraph(token, map_content(token.content, self.source, self.line_starts, first))
        else:
            writer = LineWriter()
            places = map_content(token.content, self.source, self.line_starts, first)
            self._write(token.children or [], token.content, places, writer, limit=len(content))
            self._add_line(self._kind(token), writer.finish(), self._heading or self._list_depth)

    def _kind(self, token: Token) -> BlockKind:
        children = token.children or []
        if self._heading:
            return BlockKind.HEADING
        if len(children) == 1 and children[0].type == "image":
            return BlockKind.CAPTION
        if self._list_depth and self._item_begins:
            self._item_begins = False
            return BlockKind.LIST_ITEM
        return BlockKind.QUOTE if self._quote_depth else BlockKind.PARAGRAPH

    def _cell(self, token: Token, line: int) -> None:
        if self._row is None:
            return
        if self._row.cells:
            self._row.writer.builder.add_bar(self._row.after)
        self._row.cells += 1
        if not token.content:
            return
        places = map_cell(token.content, self.source, self.line_starts, line, self._row.after)
        self._write(token.children or [], token.content, places, self._row.writer)
        self._row.after = places.origin(len(token.content) - 1) + 1

    def _note_paragraph(self, token: Token, places: ContentMap) -> None:
        if self._note is None:
            return
        self._note.writer.line_break(places.origin(0))
        self._write(token.children or [], token.content, places, self._note.writer)

    def _write(
        self,
        children: Sequence[Token],
        content: str,
        places: ContentMap,
        writer: LineWriter,
        *,
        limit: int | None = None,
    ) -> None:
        for note in write_tokens(children, content, places, writer, places_of(self.env), limit):
            self._inline_note(note)

    def _inline_note(self, note: InlineNote) -> None:
        content = self.env["footnotes"]["list"][note.number]
        writer = LineWriter(keep_breaks=True)
        self._write(content["tokens"], content["content"], note.places, writer)
        self._add_note(note.label, writer.finish())

    def _add_note(self, label: str, line: Line) -> None:
        links = tuple(link.url for link in line.links if link.url is not None)
        self.notes.append(NoteText(label, line.text, links=links))

    def _add_line(self, kind: BlockKind, line: Line, level: int = 0) -> None:
        if not line.text.text:
            return
        if self._note is not None:
            self._append_to_note(line)
            return
        placed = line.in_block(len(self.blocks))
        self.blocks.append(Block(kind, placed.text, level))
        self.markers.extend(placed.markers)
        self.links.extend(placed.links)

    def _append_to_note(self, line: Line) -> None:
        """A code block or table inside a note."""
        if self._note is None:
            return
        builder = self._note.writer.builder
        builder.add_break(line.text.origin(0))
        ends = [*line.text.starts[1:], len(line.text.text)]
        for start, end, origin in zip(line.text.starts, ends, line.text.origins, strict=True):
            builder.add(line.text.text[start:end], origin)

    _HANDLERS: ClassVar[Mapping[str, Callable[[BlockReader, Token], None]]] = {
        "bullet_list_open": _open_list,
        "bullet_list_close": _close_list,
        "ordered_list_open": _open_list,
        "ordered_list_close": _close_list,
        "list_item_open": _open_item,
        "blockquote_open": _open_quote,
        "blockquote_close": _close_quote,
        "heading_open": _open_heading,
        "heading_close": _close_heading,
        "footnote_reference_open": _open_note,
        "footnote_reference_close": _close_note,
        "tr_open": _open_row,
        "tr_close": _close_row,
        "front_matter": _front_matter,
        "fence": _code,
        "code_block": _code,
        "html_block": _html,
        "inline": _inline,
    }
    TOKENS: ClassVar[frozenset[str]] = frozenset(_HANDLERS)
    """The types of the tokens that are read; others need not be kept."""


def _line_starts(source: str) -> list[int]:
    """Offsets of the lines as markdown-it counts them: only a line feed ends one."""
    return [0, *(match.end() for match in re.finditer("\n", source))]
