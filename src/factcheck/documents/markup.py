"""HTML bytes → an lxml tree, and a tree → lines of text in reading order, without recursion.

Nothing is left out but what no reader is meant to read as text (scripts, styles, templates): what looks hidden is
often a folded table or text that a script shows.  A table row is one line with its cells set apart, a block is one
line, and no blank is put inside a word.  Superscript digits are written as Unicode superscripts, so that the note
number in "1200<sup>3</sup>" can never be read as a digit of the figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.documents.markup_lines import Anchor, Line, LineWriter
from factcheck.documents.markup_tables import TableSink
from factcheck.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import HTMLParser, _Element

__all__ = [
    "MAX_BRIEF_TAGS",
    "MAX_CHARACTERS",
    "MAX_PAGE_TAGS",
    "Anchor",
    "Line",
    "is_too_large",
    "lines_of",
    "parse_html",
]

# A tag of a few bytes becomes an element of hundreds, and a block of a brief as many again: so many fit in 250 MB.
MAX_BRIEF_TAGS = 250_000
MAX_PAGE_TAGS = 500_000
MAX_CHARACTERS = 10_000_000

_DROPPED = frozenset("script style template head noframes object applet canvas datalist del s strike".split())
_BLOCKS = frozenset(
    """
    html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr iframe label legend li main menu nav noscript ol
    optgroup option p pre search section select summary table tbody textarea tfoot thead title tr td th ul video audio
    """.split()
)
_TABLES = frozenset("table tr td th".split())
_LISTS = frozenset("ul ol menu dir".split())
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
}
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|font|span|small|big|center|s|tt|ins|del|cite|nobr)\b[^<>]{0,4000}>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")


def is_too_large(text: str, most_tags: int) -> bool:
    """Whether a page's source would take more memory as a tree than may be had."""
    return len(text) > MAX_CHARACTERS or text.count("<") > most_tags


def parse_html(text: str) -> _Element | None:
    """The tree of a decoded page, however broken; None where there is no element at all.

    libxml2 stops at 2048 open elements and drops the rest.  A page that nests deeper, most often by tags that are never
    closed, is read again without its inline tags, and then without any.
    """
    cleaned = text.replace("\x00", "\ufffd")
    root, whole = _parse(cleaned)
    if not whole:
        root, whole = _parse(_INLINE_TAG.sub("", cleaned))
    return root if whole else _parse(_ANY_TAG.sub("<br>", cleaned))[0]


def _parse(text: str) -> tuple[_Element | None, bool]:
    """The tree, and whether all of the text went into it."""
    from lxml import etree  # noqa: PLC0415 - a heavy module that plain-text briefs do not need

    parser: HTMLParser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        parser.feed(text.encode("utf-8", "replace"))
        root = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        return None, True
    return root, all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.feed_error_log)


def lines_of(
    root: _Element,
    *,
    markers: Mapping[_Element, str] | None = None,
    skipped: Iterable[_Element] = (),
    split_breaks: bool = True,
) -> list[Line]:
    """The lines of `root` in reading order.

    `markers` are the elements that print a note marker, with their labels; `skipped` elements are left out; with
    `split_breaks` a ``<br>`` ends a line unless the sentence plainly runs on.
    """
    walk = _Walk(markers or {}, set(skipped), split_breaks)
    walk.go(root)
    return walk.sink.lines


class _Walk:
    """A walk through the tree: tags open and close blocks, text nodes go to the line that is open."""

    def __init__(self, markers: Mapping[_Element, str], skipped: set[_Element], split_breaks: bool) -> None:
        self.sink = TableSink()
        self._writer = LineWriter(split_breaks=split_breaks)
        self._markers = markers
        self._skipped = skipped
        self._kinds: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self._lists = 0

    def go(self, root: _Element) -> None:
        from lxml import etree  # noqa: PLC0415 - loaded by whoever made the tree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            out = tag in _DROPPED or element in self._skipped
            if event == "end":
                if not out:
                    self._end(element, tag)
                if element.tail and element is not root:
                    self._write(element.tail)
            elif out:
                walker.skip_subtree()
            else:
                self._start(element, tag)
                if element.text:
                    self._write(element.text)
        self._flush()

    def _start(self, element: _Element, tag: str) -> None:
        if tag == "br":
            self._writer.line_break()
            return
        if tag in _BLOCKS:
            self._flush()
            self._start_block(element, tag)
        else:
            self._writer.open_inline()
        self._writer.raised += tag == "sup"
        self._writer.lowered += tag == "sub"
        marker = self._markers.get(element)
        if marker is not None:
            self._writer.open_anchor(marker, marker=True)
        elif tag == "a":
            self._writer.open_anchor(element.get("href") or "", marker=False)

    def _start_block(self, element: _Element, tag: str) -> None:
        self._writer.preformatted += tag in ("pre", "textarea")
        self._lists += tag in _LISTS
        if tag in _HEADINGS:
            self._kinds.append((BlockKind.HEADING, _HEADINGS[tag]))
        elif tag in _KINDS:
            self._kinds.append((_KINDS[tag], self._lists if tag == "li" else 0))
        elif tag in _TABLES:
            self._kinds.append((BlockKind.PARAGRAPH, 0))
            self.sink.start(tag, element.get("rowspan"))

    def _end(self, element: _Element, tag: str) -> None:
        if tag == "br":
            return
        self._writer.raised -= tag == "sup"
        self._writer.lowered -= tag == "sub"
        if element in self._markers or tag == "a":
            self._writer.close_anchor()
        if tag in _BLOCKS:
            self._flush()
            self._end_block(tag)
        else:
            self._writer.close_inline(tag)

    def _end_block(self, tag: str) -> None:
        self._writer.preformatted -= tag in ("pre", "textarea")
        self._lists -= tag in _LISTS
        if tag in _HEADINGS or tag in _KINDS or tag in _TABLES:
            self._kinds.pop()
        if tag in _TABLES:
            self.sink.end(tag)

    def _write(self, text: str) -> None:
        for index, piece in enumerate(self._writer.write(text)):
            if index:
                self._flush()
            self._writer.append(piece)
        if self._writer.is_full:
            self._flush()

    def _flush(self) -> None:
        line = self._writer.flush(*self._kinds[-1])
        if line is not None:
            self.sink.add(line)
