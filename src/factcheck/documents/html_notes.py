"""Footnotes of an HTML document: which anchors are markers, which elements are notes.

No class name is needed: a marker is a link with a short label to a place further down, and that place is a note
because the label is raised, because the note links back to where the marker stands, or because its name says so
(``fn1``, ``_ftn1``, ``cite_note-1``, ``sdfootnote1sym``, ``doc-noteref``: Pandoc, Word, Google Docs, MediaWiki,
LibreOffice, mammoth, EPUB).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_NOTE_NAME = re.compile(
    r"(?:^|[_.:-])(?:s?d?(?:foot|end)note|e?fn|_?ftnt?|_?edn|cite[_-]?note|note|ref|reference|bib|en)[-_.:]?\d*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\(?\[?\s*(?:note\s+|n\.\s?)?([\dA-Za-z]{1,4}|[ivxlc]{1,7}|[*†‡§¶]{1,3})\s*\]?\)?", re.IGNORECASE)
_BACK = re.compile(r"[\s\^↑↩⤴⏎⇧︎️\[\]().,;a-zA-Z\d*†‡§]{0,24}")
_INLINE = frozenset("a span sup sub small b i em strong font cite".split())
_CONTAINERS = frozenset("li p div dd aside section td tr".split())
_RAISED_LABEL = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3})\]?")
_COMMENT = re.compile(r"cmnt(?:_ref)?\d{1,6}")
_LEAST_PLAIN_NOTES = 2
# m², km³, 10⁶: raised digits that are no note's.
_EXPONENT = re.compile(r"(?:^|[\W\d])(?:[kcdm]?m|10|ft|sq|[sх]|м|км|см|га)$|\bCO$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its label, the element that holds its text, and the elements in there that are no text of it."""

    label: str
    container: _Element
    apart: tuple[_Element, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes in the order of the document, and the marker elements with their labels."""

    notes: tuple[Note, ...]
    markers: dict[_Element, str]


def find_notes(root: _Element) -> Notes:
    """The footnotes and endnotes of a parsed document, with their markers."""
    order = {element: index for index, element in enumerate(root.iter())}
    named = _named(order)
    markers: dict[_Element, _Element] = {}
    targets: dict[_Element, str] = {}
    for anchor in root.iter("a"):
        target = named.get(_fragment(anchor))
        label = _key(anchor) or _label(anchor)
        if target is None or label is None or order[target] <= order[anchor] or is_comment(anchor):
            continue
        container = _container(target)
        told = (
            _key(anchor) is not None
            or _is_noteref(anchor)
            or _is_raised(anchor)
            or _NOTE_NAME.search(_fragment(anchor))
        )
        if told or _links_back(container, anchor):
            targets.setdefault(container, label)
            markers[anchor] = container
    if not targets:
        return _plain_notes(root)
    containers = sorted(targets, key=order.__getitem__)
    own = dict(zip(containers, _own_labels([targets[element] for element in containers]), strict=True))
    notes = [Note(own[element], element, _apart(element, named, order)) for element in containers]
    inside = {element for note in notes for element in note.container.iter()}
    return Notes(tuple(notes), {a: own[container] for a, container in markers.items() if a not in inside})


def is_comment(anchor: _Element) -> bool:
    """Whether a link leads to or from a reader's comment in the margin, which Google Docs exports behind the notes."""
    return _COMMENT.fullmatch(_fragment(anchor)) is not None


def comments(root: _Element) -> list[_Element]:
    """The readers' comments behind the text, and their marks in it."""
    found = [anchor for anchor in root.iter("a") if is_comment(anchor)]
    return [_container(anchor) if _fragment(anchor).startswith("cmnt_ref") else anchor for anchor in found]


def _own_labels(labels: Sequence[str]) -> list[str]:
    """Labels that differ: "1", and "1 (2)" for the first note of a second chapter."""
    used: set[str] = set()
    turns: dict[str, int] = {}
    own: list[str] = []
    for label in labels:
        name = label
        while name in used:
            turns[label] = turns.get(label, 1) + 1
            name = f"{label} ({turns[label]})"
        used.add(name)
        own.append(name)
    return own


def _named(order: dict[_Element, int]) -> dict[str, _Element]:
    named: dict[str, _Element] = {}
    for element in order:
        for key in (element.get("id"), element.get("name")):
            if key:
                named.setdefault(key, element)
    return named


def _fragment(anchor: _Element) -> str:
    href = (anchor.get("href") or "").strip()
    return href[1:] if href.startswith("#") else ""


def _text(element: _Element) -> str:
    return "".join(map(str, element.itertext()))[:200].strip()


def _label(anchor: _Element) -> str | None:
    found = _LABEL.fullmatch(_text(anchor))
    return found.group(1) if found else None


def _key(anchor: _Element) -> str | None:
    """``@berg2020`` for a link to an entry of the bibliography, as Pandoc and Quarto write author and year."""
    key = _fragment(anchor).removeprefix("ref-")
    return f"@{key[:100]}" if key and anchor.get("role") == "doc-biblioref" else None


def _is_noteref(anchor: _Element) -> bool:
    kinds = f"{anchor.get('role') or ''} {anchor.get('epub:type') or ''} {anchor.get('class') or ''}"
    return "noteref" in kinds or "footnote-ref" in kinds or "sdfootnoteanc" in kinds


def _is_raised(anchor: _Element) -> bool:
    """Whether the link is a raised number or sign, which needs no name and no way back to be a marker."""
    near = [*list(anchor.iterancestors())[:2], *anchor]
    return any(element.tag == "sup" for element in near) and _RAISED_LABEL.fullmatch(_text(anchor)) is not None


def _container(target: _Element) -> _Element:
    """The element that holds the whole note: the target, or the block around it where that is a named anchor."""
    element = target
    while element.tag in _INLINE and (parent := element.getparent()) is not None:
        element = parent
    if element.tag not in _CONTAINERS:
        return target if element.tag in ("body", "html") else element
    parent = element.getparent()
    if (
        element.tag == "p"
        and parent is not None
        and parent.tag in ("div", "li", "aside")
        and _holds_one(parent, target)
    ):
        return parent
    return element


def _holds_one(parent: _Element, target: _Element) -> bool:
    """Whether `parent` wraps this one note (several paragraphs), and is not the list of all."""
    name = parent.get("id") or ""
    if _NOTE_NAME.search(name) and any(c.isdigit() for c in name):
        return True
    first = next(parent.iter("p"), None)
    others = [a for a in parent.iter("a") if _fragment(a) and a is not target]
    return first is not None and target in set(first.iter()) and len(others) <= 1 and len(parent) <= 12


def _links_back(container: _Element, anchor: _Element) -> bool:
    around = [anchor, *list(anchor.iterancestors())[:2], *anchor]
    names = {key for element in around for key in (element.get("id"), element.get("name")) if key}
    return any(_fragment(a) in names for a in container.iter("a") if _fragment(a))


def _apart(container: _Element, named: dict[str, _Element], order: dict[_Element, int]) -> tuple[_Element, ...]:
    """The back links of a note: links upwards with no words of their own."""
    found: list[_Element] = []
    for element in container.iter():
        if element.tag == "span" and "backlink" in (element.get("class") or ""):
            found.append(element)
        elif element.tag == "a" and _fragment(element):
            target = named.get(_fragment(element))
            upwards = target is None or order[target] < order[container]
            if upwards and _key(element) is None and _BACK.fullmatch(_text(element)):
                found.append(element)
    return tuple(found)


def _plain_notes(root: _Element) -> Notes:
    """Notes without links: ``<sup>1</sup>`` in the text, and blocks at the end that begin with ``<sup>1</sup>``."""
    markers: dict[_Element, str] = {}
    notes: list[Note] = []
    for raised in root.iter("sup"):
        found = _RAISED_LABEL.fullmatch(_text(raised))
        parent = raised.getparent()
        if not found or parent is None:
            continue
        if _opens_block(raised, parent):
            notes.append(Note(found.group(1), parent, (raised,)))
        elif not _EXPONENT.search(_before(raised)):
            markers[raised] = found.group(1)
    labels = {note.label for note in notes}
    if len(notes) < _LEAST_PLAIN_NOTES or len(labels) < len(notes):
        return Notes((), markers)
    return Notes(tuple(notes), {raised: label for raised, label in markers.items() if label in labels})


def _before(element: _Element) -> str:
    """The characters just before an element, as far as its parent's own text has them."""
    previous = element.getprevious()
    parent = element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else None
    return (text or "")[-12:]


def _opens_block(raised: _Element, parent: _Element) -> bool:
    return (
        parent.tag in _CONTAINERS
        and parent[0] is raised
        and not (parent.text or "").strip()
        and bool((raised.tail or "").strip() or len(parent) > 1)
    )
