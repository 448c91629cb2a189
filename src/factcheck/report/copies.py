"""Plain-text copies of cited pages beside the report: what was judged, for whoever wants to see a passage in place.

Page text is hostile: a copy is only ever a ``.txt`` file, with a head that says where it is from, never a page.  Its
name is the beginning of its SHA-256, so that the same copy is written once, and anybody can check that it is unaltered.
"""

from __future__ import annotations

import errno
import os
import re
import zlib
from dataclasses import dataclass
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Self

from factcheck.report.values import time_text
from factcheck.report.words import said, time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from factcheck.model import Capture

    Json = dict[str, Any]

FOLDER = "captures"
DIGITS = 32
"""Of the SHA-256 that a copy is called by: enough to tell any two apart, and a page names each copy often."""
LARGEST = 4 * 1024 * 1024
"""Bytes of the largest copy: ten times what the longest report of a ministry has; more is no reading matter."""
MOST = 256 * 1024 * 1024
"""Bytes of all the copies of a run."""
_NAME = re.compile(rf"{FOLDER}/[0-9a-f]{{{DIGITS}}}\.(?:txt|original)")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_NOT_IN_HEAD = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
"""Beside controls what ends a line, is not seen or turns text round: an address must not look like another."""
_MARK = "\ufeff"
"""The byte order mark: without it a browser guesses the character set of a file on disk."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A copy that waits: the digest and length of its text, its name, and where in the file aside it lies."""

    digest: str
    characters: int
    name: str | None = None
    start: int = 0
    end: int = 0


class TextCopies:
    """The texts of a run's pages as they are judged, held in a file without a name until the report is written.

    A text that would be larger than `largest` bytes as a copy, or with which all would be larger than `most`, is only
    counted: the report says its digest and has no copy of it.  So is every text from the first on that finds no room
    aside, which must not end the audit: then `lost` says why.
    """

    def __init__(self, largest: int = LARGEST, most: int = MOST) -> None:
        """Opens the file aside when the first text comes; close it, or use ``with``."""
        self._largest, self._left = largest, most
        self._aside: IO[bytes] | None = None
        self._end = 0
        self.lost: str | None = None
        self._kept: dict[tuple[str, int], _Kept] = {}
        self._named: dict[str, _Kept] = {}
        self._used: dict[str, _Kept] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the texts go."""
        if self._aside is not None:
            self._aside.close()

    def keep(self, capture: Capture, text: str) -> None:
        """Hold the text of a capture; of one that is cited by several addresses the first time only."""
        place = _place(capture)
        if place in self._kept:
            return
        kept = _Kept(sha256(text.encode("utf-8", "replace")).hexdigest(), len(text))
        if len(text) <= self._largest:
            content = copy_bytes(text, capture_data(capture), kept.digest)
            if len(content) <= min(self._largest, self._left):
                kept = self._put(content, kept)
        self._kept[place] = kept

    def _put(self, content: bytes, kept: _Kept) -> _Kept:
        name = f"{FOLDER}/{sha256(content).hexdigest()[:DIGITS]}.txt"
        if name not in self._named:
            start = self._end
            if not self._laid_aside(zlib.compress(content, 1)):
                return kept
            self._left -= len(content)
            self._named[name] = _Kept(kept.digest, kept.characters, name, start, self._end)
        return self._named[name]

    def _laid_aside(self, content: bytes) -> bool:
        if self.lost is not None:
            return False
        try:
            if self._aside is None:
                # Without a buffer: a full disk is noticed here, and what was written before stays readable.
                self._aside = TemporaryFile(buffering=0)  # noqa: SIM115 - closed by `close`
            self._aside.seek(self._end)
            if self._aside.write(content) != len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # noqa: TRY301 - as the next write would say
        except OSError as error:
            self.lost = (error.strerror or str(error)).lower()
            return False
        self._end += len(content)
        return True

    def told(self, capture: Capture | None) -> Json | None:
        """What the report says of a capture's text, which `files` then has; None where none was judged."""
        kept = None if capture is None else self._kept.get(_place(capture))
        if kept is None:
            return None
        if kept.name is not None:
            self._used[kept.name] = kept
        return {"sha256": kept.digest, "characters": kept.characters, "file": kept.name}

    def files(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The copies that the report names, each with its place in the run's folder."""
        for name, kept in self._used.items():
            if self._aside is not None:
                self._aside.seek(kept.start)
                yield name, [zlib.decompress(self._aside.read(kept.end - kept.start))]


def _place(capture: Capture) -> tuple[str, int]:
    return capture.warc.file, capture.warc.offset


def capture_data(capture: Capture) -> Json:
    """Of a capture what the head of its copy says, named as in format 1."""
    return {
        "final_url": capture.memento_url or capture.final_url,
        "captured_at": time_text(capture.captured_at),
        "payload_sha256": capture.payload_sha256,
        "warc": {"file": capture.warc.file, "offset": capture.warc.offset},
    }


def copy_bytes(text: str, capture: Json, digest: str | None) -> bytes:
    """A copy: a head that says where the text is from, and the text, characters that no text has shown as such.

    `digest` is that of the text as it was judged; None where it was read again, maybe by other rules.
    """
    rows = [
        said("copy_made"),
        said("copy_address", url=capture.get("memento_url") or capture["final_url"]),
        said("copy_captured", time=time_words(capture["captured_at"])),
        said("copy_archived", place=said("byte", **capture["warc"])),
        said("copy_received", digest=capture["payload_sha256"]),
        said("copy_text", digest=digest) if digest else said("copy_again"),
    ]
    head = "\n".join(_NOT_IN_HEAD.sub("\ufffd", row) for row in rows)
    body = _CONTROLS.sub("\ufffd", text)
    return f"{_MARK}{head}\n{'-' * 72}\n\n{body}\n".encode("utf-8", "replace")


def safe_name(file: object) -> str | None:
    """`file` where it can be a copy's place beside the report, whoever wrote that report."""
    return file if isinstance(file, str) and _NAME.fullmatch(file) else None


def lying_in(folder: Path | None) -> Callable[[str], bool]:
    """Whether a copy lies in the run's `folder`; where there is none, no copy does."""
    return lambda name: folder is not None and (folder / name).is_file()


def with_copies(briefs: Iterable[Json], present: Callable[[str], bool]) -> Iterator[Json]:
    """`briefs`, their citations naming those copies only that are `present`: a link that leads nowhere helps nobody."""
    for brief in briefs:
        for citation in brief["citations"]:
            told = citation.get("text")
            if isinstance(told, dict):
                name = safe_name(told.get("file"))
                citation["text"] = told | {"file": name if name is not None and present(name) else None}
        yield brief
