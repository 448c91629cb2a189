"""What opens an OpenDocument text in a child process (see `isolated_child`).

Answers ``{"html": …}``, the document as one page with its notes at the end, or ``{"problem": …}``: ``broken``,
``locked`` or ``too_large``.  Names are those of OpenDocument 1.3.
"""

from __future__ import annotations

import html
from typing import Any

from factcheck.documents.docx_styles import local, locally
from factcheck.documents.zipped_parts import BROKEN_ZIP, MarkupError, Target, TooLargeError, ZippedParts

_CONTENT, _STYLES, _META, _MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
# What is not the document as it reads now, or no text of it: deleted text, comments, lists of headings and pages.
_SKIPPED = frozenset(
    """
    tracked-changes annotation annotation-end table-of-content illustration-index table-index alphabetical-index
    forms sequence-decls user-field-decls variable-decls page-number page-count title desc font-face-decls
    """.split()
)
_BLANKS = {"tab": " ", "line-break": "<br>"}
_LINES = frozenset({"p", "h"})
_TABLES = frozenset({"table", "table-row", "table-cell", "covered-table-cell"})
_HEADINGS = {"title": "h1", "quotations": "blockquote", "quotation": "blockquote", "quote": "blockquote"}
_MOST_BLANKS = 4


def read(data: bytes, most_characters: str) -> dict[str, Any]:
    """The whole answer for one file."""
    try:
        parts = ZippedParts(data)
        locks = _Locks()
        if _MANIFEST in parts:
            parts.parse(_MANIFEST, locks)
        if locks.found:
            return {"problem": "locked"}
        if _CONTENT not in parts:
            return {"problem": "broken"}
        return {"html": _page(parts, int(most_characters))}
    except TooLargeError:
        return {"problem": "too_large"}
    except (MarkupError, *BROKEN_ZIP):
        return {"problem": "broken"}


def _page(parts: ZippedParts, most_characters: int) -> str:
    meta = _Meta()
    if _META in parts:
        parts.parse(_META, meta)
    body = _Body(most_characters)
    if _STYLES in parts:
        parts.parse(_STYLES, body)
        body.out.clear()
    parts.parse(_CONTENT, body)
    notes = "".join(body.notes)
    return f"<html><head><title>{html.escape(meta.title)}</title></head><body>{''.join(body.out)}{notes}</body></html>"


class _Locks(Target):
    """Whether the manifest says that a part is encrypted."""

    def __init__(self) -> None:
        self.found = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the parser's interface
        self.found = self.found or local(tag) == "encryption-data"


class _Meta(Target):
    """The title among a file's properties."""

    def __init__(self) -> None:
        self._inside = False
        self.title = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the parser's interface
        self._inside = local(tag) == "title"

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser's interface
        self._inside = False

    def data(self, text: str) -> None:
        if self._inside:
            self.title += text[:500]


class _Body(Target):
    """Writes the HTML of a part; `out` is the body, `notes` the notes in the order of their markers."""

    def __init__(self, most_characters: int) -> None:
        self._left = most_characters
        self._path: list[str] = []
        self._skipping = 0
        self._style: str | None = None
        self._parents: dict[str, str] = {}
        self._raised: dict[str, str] = {}
        self._closing: list[str] = []
        self._lists = 0
        self._note_names: list[str] = []
        self._label: list[str] | None = None
        self._boxes: list[str] = []
        self.out: list[str] = []
        self._sinks = [self.out]
        self.notes: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        self._path.append(name)
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        opened, closing = self._tags(name, locally(attributes))
        self._write(opened)
        self._closing.append(closing)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        self._path.pop()
        if self._skipping:
            self._skipping -= 1
            return
        self._write(self._closing.pop())
        if name == "style":
            self._style = None
        elif name == "list":
            self._lists -= 1
        elif name == "note-citation" and self._label is not None:
            label, self._label = html.escape("".join(self._label).strip()), None
            self._write(f'<sup><a href="#note-{len(self._note_names)}" role="doc-noteref">{label}</a></sup>')
        elif name in ("note-body", "text-box"):
            self._end_apart(name, "".join(self._sinks.pop()))
        elif name in _LINES and self._boxes and _LINES.isdisjoint(self._path):
            self._sinks[-1] += self._boxes
            self._boxes = []

    def _end_apart(self, name: str, written: str) -> None:
        """A note or text box ends, which stands inside a paragraph and is no part of it."""
        if name == "text-box":
            self._boxes.append(written)
            return
        number = len(self._note_names)
        known_as = f'<span id="ref-{html.escape(self._note_names[-1])}"></span>' if number else ""
        self.notes.append(f'<aside id="note-{number}">{known_as}{written}</aside>')

    def data(self, text: str) -> None:
        """Text: that of paragraphs and what is in them."""
        if self._skipping or _LINES.isdisjoint(self._path):
            return
        self._left -= len(text)
        if self._left < 0:
            raise TooLargeError
        if self._label is not None:
            self._label.append(text)
        else:
            self._write(html.escape(text, quote=False))

    def _write(self, written: str) -> None:
        if written:
            self._sinks[-1].append(written)

    def _tags(self, name: str, given: dict[str, str]) -> tuple[str, str]:
        """The HTML tags that an element stands for."""
        if name in _LINES:
            return self._paragraph(name, given)
        if name in _TABLES and "body" in self._path:
            return self._cells(name, given)
        inline = self._inline(name, given)
        if inline is None:
            self._begin(name, given)
        return inline or ("", "")

    def _inline(self, name: str, given: dict[str, str]) -> tuple[str, str] | None:
        """The tags of what stands inside a paragraph; None for anything else."""
        raised = self._raised.get(given.get("style-name", "")) if name == "span" else None
        if raised:
            return f"<{raised}>", f"</{raised}>"
        if name == "a":
            return f'<a href="{html.escape(given.get("href", ""))}">', "</a>"
        if name == "note-ref":
            return f'<a href="#ref-{html.escape(given.get("ref-name", ""))}" role="doc-noteref">', "</a>"
        if name == "s":
            count = given.get("c", "1")
            return " " * min(int(count[:4]) if count.isdecimal() else 1, _MOST_BLANKS), ""
        return (_BLANKS[name], "") if name in _BLANKS else None

    def _begin(self, name: str, given: dict[str, str]) -> None:
        """Note what an element without a tag of its own begins."""
        if name == "list":
            self._lists += 1
        elif name == "note":
            self._note_names.append(given.get("id", ""))
        elif name == "note-citation":
            self._label = []
        elif name in ("note-body", "text-box"):
            self._sinks.append([])
        else:
            self._learn_style(name, given)

    def _paragraph(self, name: str, given: dict[str, str]) -> tuple[str, str]:
        if name == "h":
            level = given.get("outline-level", "1")
            tag = f"h{min(max(int(level), 1), 6)}" if level.isdecimal() else "h1"
            return f"<{tag}>", f"</{tag}>"
        if self._lists and "note-body" not in self._path:
            depth = min(self._lists, 8)
            return f"{'<ul>' * depth}<li>", f"</li>{'</ul>' * depth}"
        tag = self._named(given.get("style-name", ""))
        return f"<{tag}>", f"</{tag}>"

    def _named(self, style: str) -> str:
        """The tag of a paragraph by the name of its style, or of one that this is made from."""
        for _ in range(8):
            if (tag := _HEADINGS.get(style.lower())) is not None:
                return tag
            style = self._parents.get(style, "")
        return "p"

    def _cells(self, name: str, given: dict[str, str]) -> tuple[str, str]:
        if name == "table":
            return "<table>", "</table>"
        if name == "table-row":
            return "<tr>", "</tr>"
        rows = given.get("number-rows-spanned", "1")
        if name == "covered-table-cell":
            return "", ""  # HTML leaves such cells out as well
        return (f'<td rowspan="{rows}">' if rows.isdecimal() and rows != "1" else "<td>"), "</td>"

    def _learn_style(self, name: str, given: dict[str, str]) -> None:
        if name == "style":
            self._style = given.get("name", "")
            self._parents[self._style] = given.get("parent-style-name", "")
        elif name == "text-properties" and self._style is not None:
            place, _, size = given.get("text-position", "").partition(" ")
            if place == "super" or (place.endswith("%") and place[:1].isdigit() and place != "0%" and size):
                self._raised[self._style] = "sup"
            elif place == "sub" or place.startswith("-"):
                self._raised[self._style] = "sub"
