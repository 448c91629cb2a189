"""HTML briefs → Document: blocks, notes, markers, links; `text` is the extracted text that all offsets point into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.documents.charset import decode_web
from factcheck.documents.html_notes import Note, Notes, comments, find_notes
from factcheck.documents.markup import MAX_BRIEF_TAGS, MAX_CHARACTERS, Anchor, Line, is_too_large, lines_of, parse_html
from factcheck.errors import BriefError, PageError
from factcheck.model import Block, Document, Link, LinkOrigin, MappedText, Marker, NoteText

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEDIA_TYPE = "text/html"
_AROUND = ("nav", "form", "button", "select")
_NOT_PRINTED = frozenset({"noprint", "inline-template", "mw-editsection"})
_BUTTONS = frozenset({"button", "btn"})
_LONGEST_APART = 60  # characters
_PRINTED_LABEL = re.compile(r"^[\s\^↑]*(?:\[?[\d*†‡§]{1,4}\]?[.):]?\s+|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}\s*|\[\w{1,4}\]\s*)?")
_PRINTED_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LOST = re.compile(r"#?|about:blank|javascript:.{0,40}|file:.{0,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


class HtmlTooLargeError(PageError):
    """HTML with more text or elements than may be read."""


def read_html(data: bytes, charset: str | None = None) -> Document:
    """Read a brief that is HTML; `charset` is the one that came with the file, if any.

    Footnotes are those of Word, Google Docs, LibreOffice, Pandoc, MediaWiki and EPUB exports.  Raises BriefError where
    there is no text, HtmlTooLargeError where there is too much.
    """
    decoded = decode_web(data, charset)
    if is_too_large(decoded.text, MAX_BRIEF_TAGS):
        raise HtmlTooLargeError(
            f"The HTML has more than {MAX_CHARACTERS:,} characters or {MAX_BRIEF_TAGS:,} tags, "
            "which take more memory to read than is allowed: split it."
        )
    root = parse_html(decoded.text)
    if root is None:
        raise BriefError("The HTML holds no text: export it again.")
    notes = find_notes(root)
    lines = lines_of(root, markers=notes.markers, skipped=_skipped(root, notes), split_breaks=False)
    if not lines:
        raise BriefError("The HTML holds no text: export it again.")
    writer = _Writer()
    for line in lines:
        writer.add_line(line, notes)
    for note in notes.notes:
        writer.add_note(note)
    return writer.document(root, decoded.encoding)


class _Writer:
    """Lays lines and notes one after the other into one text and notes where each went."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._markers: list[Marker] = []
        self._links: list[Link] = []
        self._notes: list[NoteText] = []

    def add_line(self, line: Line, notes: Notes) -> None:
        """A block of the body with its markers and links."""
        index = len(self._blocks)
        self._blocks.append(Block(line.kind, self._mapped(line.text), line.level))
        labels = set(notes.markers.values())
        for anchor in line.anchors:
            printed = line.text[anchor.start : anchor.end]
            if anchor.marker and anchor.target in labels:
                self._markers.append(Marker(anchor.target, index, anchor.start, anchor.end))
            elif link := _link(anchor, printed, index):
                self._links.append(link)

    def add_note(self, note: Note) -> None:
        """A note's text, its printed label and back links left out."""
        lines = lines_of(note.container, skipped=note.apart)
        text = _PRINTED_LABEL.sub("", "\n".join(line.text for line in lines), count=1).strip()
        urls = (anchor.target for line in lines for anchor in line.anchors if _is_web(anchor.target))
        self._notes.append(NoteText(note.label, self._mapped(text), links=tuple(dict.fromkeys(urls))))

    def document(self, root: _Element, encoding: str) -> Document:
        """All that was written."""
        return Document(
            _MEDIA_TYPE,
            "".join(self._pieces),
            title=_title(root),
            language=_language(root),
            blocks=tuple(self._blocks),
            notes=tuple(self._notes),
            markers=tuple(self._markers),
            links=tuple(self._links),
            encoding=encoding,
        )

    def _mapped(self, text: str) -> MappedText:
        start = self._length
        self._pieces.append(f"{text}\n\n")
        self._length += len(text) + 2
        return MappedText(text, (0,), (start,))


def _skipped(root: _Element, notes: Notes) -> list[_Element]:
    """Notes, and what stands around a document on a web page: navigation, forms, a footer without notes."""
    containers = [note.container for note in notes.notes]
    inside = set(containers)
    around = [element for tag in _AROUND for element in root.iter(tag) if inside.isdisjoint(element.iter())]
    footers = [e for e in root.iter("footer") if inside.isdisjoint(e.iter()) and not list(e.iterancestors("article"))]
    apart = [
        element for element in root.iter("sup", "span", "a") if _is_apart(element) and inside.isdisjoint(element.iter())
    ]
    return [*containers, *around, *footers, *comments(root), *(e for e in apart if e not in notes.markers)]


def _is_apart(element: _Element) -> bool:
    """Whether an element is a site's own: "[citation needed]", "[edit]", a link that is a button."""
    names = (element.get("class") or "").casefold().split()
    wanted = _BUTTONS if element.tag == "a" else _NOT_PRINTED
    return not wanted.isdisjoint(names) and len("".join(map(str, element.itertext()))) <= _LONGEST_APART


def _link(anchor: Anchor, printed: str, block: int) -> Link | None:
    target = anchor.target.strip()
    if _is_web(target):
        origin = LinkOrigin.AUTOLINK if _PRINTED_URL.fullmatch(printed.strip()) else LinkOrigin.INLINE
        return Link(target, printed, origin, block, anchor.start, anchor.end)
    if _LOST.fullmatch(target):
        return Link(None, printed, LinkOrigin.LOST, block, anchor.start, anchor.end)
    return None


def _is_web(target: str) -> bool:
    return target.strip().lower().startswith(("http://", "https://"))


def _title(root: _Element) -> str | None:
    for tag in ("title", "h1"):
        for element in root.iter(tag):
            text = " ".join("".join(map(str, element.itertext())).split())
            if text:
                return text[:500]
    return None


def _language(root: _Element) -> str | None:
    found = _LANGUAGE.match((root.get("lang") or root.get("xml:lang") or "").strip())
    return found.group().lower() if found else None
