"""Markdown (CommonMark with tables, notes and front matter, as Pandoc, Quarto and GitHub write it) → Document.

Blocks hold readable text: marks of emphasis are gone, link words stay.  Every character knows its place in the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from factcheck.documents.inline import Line, LineWriter
from factcheck.documents.markdown_html import html_lines
from factcheck.documents.markdown_places import (
    ContentMap,
    keep_places,
    map_cell,
    map_content,
    parse_words,
    places_of,
)
from factcheck.documents.markdown_tokens import InlineNote, write_tokens
from factcheck.documents.sniffing import MARKDOWN
from factcheck.errors import BriefError
from factcheck.model import Block, BlockKind, Document, Link, Marker, NoteText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# Pandoc's fenced divs and Quarto's callouts frame blocks; the frame itself is no text.
_DIV_FENCE = re.compile(r"^ {0,3}:{3,}[^\n]*$", re.MULTILINE)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[#.][^{}\n]*\}[ \t]*$", re.MULTILINE)
_FRONT_FIELD = re.compile(r"^(title|lang|language)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_TITLE_BLOCK = re.compile(r"%[ \t]+([^\n]+)\n")
_LANGUAGE = re.compile(r"[a-z]{2,3}\b", re.IGNORECASE)


class _Parser(MarkdownIt):
    """Leaves URLs as they are written: a percent-escape or an accented host is the reader's to judge, not ours."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        return link


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": True, "maxNesting": 40}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(front_matter_plugin)
    # It moves notes to the end, where it loses their lines and those that nothing refers to.
    # The words of a paragraph are parsed when their turn comes, so that those of one are in memory and not of all.
    parser.disable(["footnote_tail", "inline"])
    keep_places(parser)
    return parser


MOST_BRACKETS = 10_000
"""Of one paragraph: the parser looks for the end of a link from each of them, which is quadratic."""
MOST_PARTS = 100_000
"""Of one file: the parser keeps some two kilobytes for each until all are read; a book has ten thousand."""
MOST_MARKS = 100_000
"""Of one paragraph: emphasis, code, escapes and tags, which the parser keeps until the paragraph is read."""
_MARKS = "*_`\\<~!"
# What begins a paragraph, an item, a heading, a definition or a cell; an estimate, never much too low.
_PART = re.compile(r"^[ \t>]*(?:[-*+#=~`<:\[]|\d{1,9}[.)]|$)|\|", re.MULTILINE)


def read_markdown(text: str, encoding: str | None = None) -> Document:
    """The blocks, notes, markers and links of a Markdown text, which is kept as it is; all offsets point into it.

    Raises:
        BriefError: one paragraph has so many brackets that finding its links would take for ever, or the file has so
            many parts that they would not fit into memory.
    """
    source = _same_length_source(text)
    _refuse_walls(source)
    env: dict[str, Any] = {}
    parser = _parser()
    reader = _Reader(source, env, parser)
    tokens = parser.parse(source, env)[::-1]
    while tokens:
        reader.read(tokens.pop())  # each is let go once it is read: a book has half a million
    return Document(
        media_type=MARKDOWN,
        text=text,
        title=reader.title(),
        language=reader.front.get("lang"),
        blocks=tuple(reader.blocks),
        notes=tuple(reader.notes),
        markers=tuple(reader.markers),
        links=tuple(reader.links),
        encoding=encoding,
    )


def _refuse_walls(source: str) -> None:
    for paragraph in source.split("\n\n"):
        if paragraph.count("[") > MOST_BRACKETS:
            raise BriefError(f"a paragraph with more than {MOST_BRACKETS:,} brackets is no prose; take it out")
        if len(paragraph) > MOST_MARKS and sum(map(paragraph.count, _MARKS)) > MOST_MARKS:
            raise BriefError(f"a paragraph with more than {MOST_MARKS:,} marks of emphasis is no prose; take it out")
    if sum(1 for _ in _PART.finditer(source)) > MOST_PARTS:
        raise BriefError(f"more than {MOST_PARTS:,} paragraphs, list items and table cells; split the file")


def _same_length_source(text: str) -> str:
    """What the parser reads: line ends made plain and frames blanked out, no character moved."""
    source = text.replace("\r\n", " \n").replace("\r", "\n").replace("\x00", " ").replace("\f", " ")
    source = _DIV_FENCE.sub(lambda match: " " * len(match.group()), source)
    return (
        _TITLE_BLOCK.sub(lambda match: "# " + match.group(1) + "\n", source, count=1) if source[:1] == "%" else source
    )


@dataclass
class _OpenNote:
    label: str
    writer: LineWriter = field(default_factory=lambda: LineWriter(keep_breaks=True))


@dataclass
class _Row:
    writer: LineWriter = field(default_factory=LineWriter)
    cells: int = 0
    after: int = 0


class _Reader:
    """Walks the block tokens and collects the document's parts."""

    def __init__(self, source: str, env: dict[str, Any], parser: MarkdownIt) -> None:
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
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            handler(self, token)

    def open_list(self, _token: Token) -> None:
        self._list_depth += 1

    def close_list(self, _token: Token) -> None:
        self._list_depth -= 1

    def open_item(self, _token: Token) -> None:
        self._item_begins = True

    def open_quote(self, _token: Token) -> None:
        self._quote_depth += 1

    def close_quote(self, _token: Token) -> None:
        self._quote_depth -= 1

    def open_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def close_heading(self, _token: Token) -> None:
        self._heading = 0

    def open_note(self, token: Token) -> None:
        self._note = _OpenNote(str(token.meta["label"]))

    def close_note(self, _token: Token) -> None:
        if self._note is not None:
            self._add_note(self._note.label, self._note.writer.finish())
        self._note = None

    def open_row(self, token: Token) -> None:
        self._row = _Row(after=self.line_starts[token.map[0]] if token.map else 0)

    def close_row(self, _token: Token) -> None:
        if self._row is not None:
            self._add_line(BlockKind.TABLE_ROW, self._row.writer.finish())
        self._row = None

    def front_matter(self, token: Token) -> None:
        for match in _FRONT_FIELD.finditer(token.content):
            key, value = match.group(1).lower(), match.group(2).strip("\"'")
            if key == "title" and value:
                self.front["title"] = value
            elif (language := _LANGUAGE.match(value)) is not None:
                self.front["lang"] = language.group().lower()

    def code(self, token: Token) -> None:
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

    def html(self, token: Token) -> None:
        first, last = token.map or (0, 1)
        start = self.line_starts[first]
        end = self.line_starts[last] if last < len(self.line_starts) else len(self.source)
        start = max(start, self.source.find(token.content[:40].lstrip(), start, end))
        for kind, level, line in html_lines(token.content.lstrip(), start):
            self._add_line(kind, line, level)

    def inline(self, token: Token) -> None:
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


def _line_starts(source: str) -> list[int]:
    """Offsets of the lines as markdown-it counts them: only a line feed ends one."""
    return [0, *(match.end() for match in re.finditer("\n", source))]


_HANDLERS = {
    "bullet_list_open": _Reader.open_list,
    "bullet_list_close": _Reader.close_list,
    "ordered_list_open": _Reader.open_list,
    "ordered_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_item,
    "blockquote_open": _Reader.open_quote,
    "blockquote_close": _Reader.close_quote,
    "heading_open": _Reader.open_heading,
    "heading_close": _Reader.close_heading,
    "footnote_reference_open": _Reader.open_note,
    "footnote_reference_close": _Reader.close_note,
    "tr_open": _Reader.open_row,
    "tr_close": _Reader.close_row,
    "front_matter": _Reader.front_matter,
    "fence": _Reader.code,
    "code_block": _Reader.code,
    "html_block": _Reader.html,
    "inline": _Reader.inline,
}
