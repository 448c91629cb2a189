"""The parts of a zipped office file, read by those who have limits: no part and no sum of parts beyond a bound.

The sizes that a ZIP declares may lie, so what is unpacked is counted.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE_BYTES = 64 * 1024
_MOST_BYTES = 256 * 1024 * 1024
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
# All that zipfile raises on torn, encrypted and made-up archives.
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)


class TooLargeError(Exception):
    """The file unpacks to more than may be read."""


class MarkupError(Exception):
    """A part is no XML that an office file may hold."""


class ZippedParts:
    """An opened office file."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; raises one of `BROKEN_ZIP`."""
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.lstrip("/").lower(): name for name in self._archive.namelist()}
        self._left = _MOST_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self._names)

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._names

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a part, piece by piece; part names are equal whatever their case (ECMA-376-2, 6.2.2.3)."""
        with self._archive.open(self._names[name.lower()]) as part:
            while piece := part.read(_PIECE_BYTES):
                self._left -= len(piece)
                if self._left < 0:
                    raise TooLargeError
                yield piece

    def parse(self, name: str, target: Target) -> None:
        """Feed a part's XML to `target`; a part with a DTD is refused, as ECMA-376 forbids it.

        So "internal" entities are those of XML itself; with none, lxml leaves ``&#38;`` in attributes.
        """
        from lxml import etree  # noqa: PLC0415 - loaded under the child's limits

        methods: Any = target  # the stubs ask for more methods than lxml does, and know no "internal"
        entities: Any = "internal"
        parser = etree.XMLParser(target=methods, resolve_entities=entities, no_network=True, load_dtd=False)
        try:
            for piece in self.pieces(name):
                parser.feed(piece)
            parser.close()
        except etree.LxmlError as error:
            raise MarkupError from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part (of the file, for ``""``): id → (last word of its type, target)."""
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self:
            return {}
        collected = _Relationships(folder)
        self.parse(relations, collected)
        return collected.found


class Target:
    """What a parser tells of a part; names come as ``{namespace}local``."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text inside an element."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """A document type: refused."""
        raise MarkupError(name, public, system)

    def close(self) -> None:
        """The part ends."""


class _Relationships(Target):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != f"{{{_RELATIONSHIPS}}}Relationship":
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        self.found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target
