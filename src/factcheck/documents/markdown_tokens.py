"""Inline tokens of markdown-it → a line of readable text, each character with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.documents.markdown_places import ContentMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from factcheck.documents.inline import LineWriter
    from factcheck.documents.markdown_places import Places


@dataclass(frozen=True, slots=True)
class InlineNote:
    """``^[a note written where it belongs]``: its number in the parser's list, and where its words stand."""

    label: str
    number: int
    places: ContentMap


def write_tokens(
    tokens: Sequence[Token],
    content: str,
    source: ContentMap,
    writer: LineWriter,
    places: Places,
    limit: int | None = None,
) -> Iterator[InlineNote]:
    """Write `tokens`, parsed from `content`, up to character `limit` of it; hands out the inline notes met."""
    for token in tokens:
        at = places.of(token)
        if limit is not None and at >= limit and token.type != "link_close":
            return
        if token.type == "footnote_ref":
            yield from _note_reference(token, at, content, source, writer)
        else:
            _write_token(token, at, content, source, writer, limit)


def _write_token(
    token: Token, at: int, content: str, source: ContentMap, writer: LineWriter, limit: int | None
) -> None:
    match token.type:
        case "text":
            string = token.content if limit is None else token.content[: max(0, limit - at)]
            for piece, origin in source.pieces(at, string):
                writer.words(piece, origin)
        case "text_special" | "code_inline" | "image":
            _write_marked(token, at, content, source, writer)
        case "softbreak" | "hardbreak":
            writer.line_break(source.origin(at))
        case "html_inline":
            writer.tag(token.content, source.origin(at))
        case "link_open":
            writer.open_link(str(token.attrs.get("href", "")), autolink=token.info == "auto")
        case "link_close":
            writer.close_link()
        case _:
            pass  # emphasis opens and closes without words of its own


def _write_marked(token: Token, at: int, content: str, source: ContentMap, writer: LineWriter) -> None:
    """Words inside marks of their own: an escape, an entity, code, the description of an image."""
    if token.type == "text_special":
        escaped = token.info == "escape" and len(token.content) < len(token.markup)
        writer.code(token.content, source.origin(at + (1 if escaped else 0)))
    elif token.type == "code_inline":
        start = content.replace("\n", " ").find(token.content, at + len(token.markup))
        writer.code(token.content, source.origin(max(start, at)))
    elif token.content and writer.length == 0 and (start := content.find(token.content, at)) >= 0:
        writer.words(token.content, source.origin(start))


def _note_reference(
    token: Token, at: int, content: str, source: ContentMap, writer: LineWriter
) -> Iterator[InlineNote]:
    label = token.meta.get("label")
    if label is not None:
        writer.marker(str(label), f"[^{label}]", source.origin(at))
        return
    number = int(token.meta["id"])
    note = InlineNote(f"inline-{number + 1}", number, _shifted(source, at + 2, content))
    # The whole note stands where its marker would be printed; its caret is kept as the marker.
    writer.marker(note.label, "^", source.origin(at))
    yield note


def _shifted(source: ContentMap, start: int, content: str) -> ContentMap:
    """The map of content[start:]."""
    inside = [(s - start, o) for s, o in zip(source.starts, source.origins, strict=True) if start < s <= len(content)]
    return ContentMap((0, *(s for s, _ in inside)), (source.origin(start), *(o for _, o in inside)))
