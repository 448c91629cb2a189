"""Markdown (CommonMark with tables, notes and front matter, as Pandoc, Quarto and GitHub write it) → Document.

Blocks hold readable text: marks of emphasis are gone, link words stay.  Every character knows its place in the source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from factcheck.documents.markdown_blocks import BlockReader
from factcheck.documents.markdown_places import keep_places
from factcheck.documents.sniffing import MARKDOWN
from factcheck.errors import BriefError
from factcheck.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

# Pandoc's fenced divs and Quarto's callouts frame blocks; the frame itself is no text.
_DIV_FENCE = re.compile(r"^ {0,3}:{3,}[^\n]*$", re.MULTILINE)
# GitHub's alerts: a quotation whose first line names its kind.
_ALERT = re.compile(r"^( {0,3}> ?)\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?=[ \t]*$)", re.MULTILINE | re.IGNORECASE)
_TITLE_BLOCK = re.compile(r"%[ \t]+([^\n]+)\n")


_STRETCH = 200_000
# At the margin behind an empty line a letter begins a paragraph and "#" a heading: lists, quotes and notes are over.
_NEW_BLOCK = re.compile(r"\n[ \t]*\n(?=#|[^\W\d_])")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:(?!---)[^\n]*\n)*")
_OPEN_ENDED = frozenset({"fence", "html_block", "code_block"})
_NOTHING: dict[str, Any] = {}


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
    reader = BlockReader(source, env, parser)
    tokens = list(_block_tokens(parser, source, env))[::-1]  # all of them, since a link's target may be defined below
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


def _block_tokens(parser: MarkdownIt, source: str, env: dict[str, Any]) -> Iterator[Token]:
    """The tokens of `source` that are read, parsed stretch by stretch: the parser makes three times as many."""
    start = first_line = 0
    front = _FRONT_MATTER.match(source)
    size = max(_STRETCH, front.end() if front else 0)
    while start < len(source):
        cut = _NEW_BLOCK.search(source, start + size)
        end = cut.end() if cut is not None else len(source)
        stretch = source[start:end]
        tokens = parser.parse(stretch, env)
        lines = stretch.count("\n")
        if end < len(source) and _may_go_on(tokens, lines):
            size = 2 * len(stretch)
            continue
        for token in tokens:
            if token.type in BlockReader.TOKENS:
                token.map = [first_line + line for line in token.map] if token.map is not None else None
                token.attrs, token.meta = _NOTHING, token.meta or _NOTHING
                yield token
        start, first_line, size = end, first_line + lines, _STRETCH


def _may_go_on(tokens: Sequence[Token], lines: int) -> bool:
    """Whether the last block is code or HTML, which an empty line does not end."""
    last = tokens[-1] if tokens else None
    return last is not None and last.type in _OPEN_ENDED and last.map is not None and last.map[1] >= lines - 1


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
    source = _ALERT.sub(lambda match: match.group(1) + " " * (len(match.group()) - len(match.group(1))), source)
    return (
        _TITLE_BLOCK.sub(lambda match: "# " + match.group(1) + "\n", source, count=1) if source[:1] == "%" else source
    )
