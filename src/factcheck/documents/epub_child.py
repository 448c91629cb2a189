"""What opens an EPUB in a child process (see `isolated_child`).

Answers ``{"html": …}``, all chapters of the spine as one page whose links between chapters lead inside it, or
``{"problem": …}``: ``broken``, ``locked`` or ``too_large``.  Names are those of EPUB 3.3 and its Open Container Format.
"""

from __future__ import annotations

import html
import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from factcheck.documents.docx_styles import local, locally
from factcheck.documents.zipped_parts import BROKEN_ZIP, MarkupError, Target, TooLargeError, ZippedParts

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LINKS = ("href", "id", "name")


def read(data: bytes, most_characters: str) -> dict[str, Any]:
    """The whole answer for one file."""
    try:
        parts = ZippedParts(data)
        package = _Package.of(parts)
        if package is None or not package.chapters:
            return {"problem": "broken"}
        if _locked(parts) & set(package.chapters):
            return {"problem": "locked"}
        return {"html": _page(parts, package, int(most_characters))}
    except TooLargeError:
        return {"problem": "too_large"}
    except (MarkupError, *BROKEN_ZIP):
        return {"problem": "broken"}


class _Attributes(Target):
    """The elements of a small XML part, as (local name, attributes, text)."""

    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str], list[str]]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.found.append((local(tag), locally(attributes), []))

    def data(self, text: str) -> None:
        if self.found:
            self.found[-1][2].append(text)

    @classmethod
    def of(cls, parts: ZippedParts, name: str) -> list[tuple[str, dict[str, str], list[str]]]:
        """What the part of that name holds; nothing where there is none."""
        collected = cls()
        if name in parts:
            parts.parse(name, collected)
        return collected.found


class _Package:
    """The package document: the title and language, and the parts of the spine in reading order."""

    def __init__(self, folder: str, elements: list[tuple[str, dict[str, str], list[str]]]) -> None:
        items = {given.get("id", ""): given for name, given, _ in elements if name == "item"}
        spine = [items.get(given.get("idref", ""), {}) for name, given, _ in elements if name == "itemref"]
        read = [item for item in spine if "html" in item.get("media-type", "") and "nav" not in _words(item)]
        self.chapters = [_whole(folder, item.get("href", "")) for item in read]
        self.title = self._first(elements, "title")
        self.language = self._first(elements, "language")

    @classmethod
    def of(cls, parts: ZippedParts) -> _Package | None:
        roots = [
            given.get("full-path", "") for name, given, _ in _Attributes.of(parts, _CONTAINER) if name == "rootfile"
        ]
        if not roots or roots[0] not in parts:
            return None
        return cls(posixpath.dirname(roots[0]), _Attributes.of(parts, roots[0]))

    @staticmethod
    def _first(elements: list[tuple[str, dict[str, str], list[str]]], wanted: str) -> str:
        return next(("".join(text).strip() for name, _, text in elements if name == wanted), "")[:500]


def _words(item: dict[str, str]) -> list[str]:
    return item.get("properties", "").split()


def _whole(folder: str, reference: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(reference.partition("#")[0])))


def _locked(parts: ZippedParts) -> set[str]:
    """The parts whose bytes are encrypted; fonts often are, which does not matter."""
    return {
        unquote(given.get("URI", "")) for name, given, _ in _Attributes.of(parts, _ENCRYPTION) if "Reference" in name
    }


def _page(parts: ZippedParts, package: _Package, most_characters: int) -> str:
    written: list[str] = []
    length = 0
    for number, name in enumerate(package.chapters):
        if name not in parts:
            continue
        written.append(_chapter(parts, package.chapters, number))
        length += len(written[-1])
        if length > most_characters:
            raise TooLargeError
    head = f'<html lang="{html.escape(package.language)}"><head><title>{html.escape(package.title)}</title></head>'
    return f"{head}<body>{''.join(written)}</body></html>"


def _chapter(parts: ZippedParts, chapters: list[str], number: int) -> str:
    """A chapter's body; its ids begin with its number, and so do the links that lead to them."""
    from lxml import etree  # noqa: PLC0415 - loaded under the child's limits

    parser: Any = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        for piece in parts.pieces(chapters[number]):
            parser.feed(piece)
        root: _Element | None = parser.close()
    except (etree.LxmlError, AssertionError):
        return ""
    body = next(root.iter("body"), None) if root is not None else None
    if body is None:
        return ""
    for element in body.iter():
        for key in _LINKS:
            if (value := element.get(key)) is not None:
                element.set(key, _moved(value, chapters, number) if key == "href" else f"c{number}-{value}")
    inside = etree.tostring(body, encoding="unicode", method="html", with_tail=False)
    return f'<div id="c{number}">{inside}</div>'


def _moved(target: str, chapters: list[str], number: int) -> str:
    """A link between chapters as one inside the page."""
    path, _, place = target.partition("#")
    if ":" in path or path.startswith("//"):
        return target
    whole = _whole(posixpath.dirname(chapters[number]), path) if path else chapters[number]
    if whole not in chapters:
        return target
    chapter = chapters.index(whole)
    return f"#c{chapter}-{place}" if place else f"#c{chapter}"
