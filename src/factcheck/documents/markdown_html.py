"""HTML that stands between Markdown blocks → lines of readable text with their places."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from factcheck.documents.inline import Line, LineWriter
from factcheck.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(r"<!--|<[/a-zA-Z!?][^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_BLOCKS = frozenset(
    """
    address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul
    """.split()
)
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "tr": BlockKind.TABLE_ROW,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
}
_UNREAD = frozenset({"script", "style", "template"})
_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}


def html_lines(source: str, origin: int) -> Iterator[tuple[BlockKind, int, Line]]:
    """The blocks of `source`, which stands at `origin`: kind, heading level, line."""
    writer, kind, level = LineWriter(), BlockKind.PARAGRAPH, 0
    at = 0
    while (match := _PIECE.search(source, at)) is not None:
        writer.words(source[at : match.start()], origin + at)
        raw, at = match.group(), match.end()
        if raw == "<!--":
            end = source.find("-->", at)
            at = end + 3 if end >= 0 else len(source)
            continue
        if raw.startswith("&"):
            writer.code(html.unescape(raw), origin + match.start())
            continue
        name = _tag_name(raw)
        if name in _UNREAD and not raw.startswith("</"):
            at = _after_end_tag(source, name, at)
        elif name in _BLOCKS:
            yield kind, level, writer.finish()
            writer = LineWriter()
            kind, level = _kind_after(raw, name)
        elif name in {"td", "th"} and not raw.startswith("</") and writer.length:
            writer.builder.add_bar(origin + match.start())
        else:
            writer.tag(raw, origin + match.start())
    writer.words(source[at:], origin + at)
    yield kind, level, writer.finish()


def _tag_name(raw: str) -> str:
    match = _NAME.match(raw)
    return match.group(1).lower() if match else ""


def _kind_after(raw: str, name: str) -> tuple[BlockKind, int]:
    """What follows a block's tag: after an end tag, a plain paragraph."""
    if raw.startswith("</"):
        return BlockKind.PARAGRAPH, 0
    if name in _HEADING_LEVELS:
        return BlockKind.HEADING, _HEADING_LEVELS[name]
    return _KINDS.get(name, BlockKind.PARAGRAPH), 0


def _after_end_tag(source: str, name: str, at: int) -> int:
    end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, at)
    return end.end() if end else len(source)
