"""Whether an archive still holds what was put into it: every record of every file, against its own digests."""

from __future__ import annotations

import hashlib
import zlib
from base64 import b32encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from factcheck.capture.members import is_open, warc_files, whole_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.capture.windows import Window

_PIECE = 256 * 1024
_MAX_HEAD = 1024 * 1024
_ALGORITHMS = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})
_REDIRECTS = frozenset({b"301", b"302", b"303", b"307", b"308"})


@dataclass(frozen=True, slots=True)
class Damage:
    """Something wrong with a file, at the record that begins at `offset`; in words."""

    path: Path
    offset: int
    words: str


@dataclass(slots=True)
class Inspection:
    """How many files and records were read."""

    files: int = 0
    records: int = 0


def inspect(directory: Path, seen: Inspection) -> Iterator[Damage]:
    """Everything wrong with the archive in `directory`; `seen` is counted up on the way.  No file is changed.

    Raises:
        ArchiveError: the folder or a file cannot be read.
    """
    for path in warc_files(directory):
        seen.files += 1
        yield from _inspect_file(path, seen)


def _inspect_file(path: Path, seen: Inspection) -> Iterator[Damage]:
    with whole_records(path) as whole:
        found = [damage for start, view in whole.views() for damage in _inspect_records(path, start, view, seen)]
        for start, end in whole.gaps():
            # What a run is writing now, or left when it was killed, is cut off by the next run: nothing is lost by it.
            if end < whole.size:
                found.append(Damage(path, start, f"{end - start} bytes are no whole record; it goes on at byte {end}"))
            elif not is_open(path):
                found.append(Damage(path, start, f"the last {end - start} bytes are no whole record"))
        if not whole.size and not is_open(path):
            found.append(Damage(path, 0, "the file is empty"))
    yield from sorted(found, key=lambda damage: damage.offset)


def _inspect_records(path: Path, start: int, view: Window, seen: Inspection) -> Iterator[Damage]:
    records = ArchiveIterator(view, no_record_parse=True)
    offset = start
    try:
        for record in records:
            seen.records += 1
            problems = list(_inspect_record(record))
            records.read_to_end(record)
            offset = records.get_record_offset()
            for words in problems:
                yield Damage(path, offset, words)
            # Of a file packed as one member, warcio gives lengths below nothing before it gives up.
            offset += max(0, records.get_record_length())
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError) as error:
        yield Damage(path, offset, f"from here on it is no WARC file ({' '.join(str(error).split())[:120]})")


def _inspect_record(record: Any) -> Iterator[str]:
    fields = {str(name).lower(): str(value).strip() for name, value in record.rec_headers.headers}
    digests = _Digests(fields)
    for piece in iter(lambda: record.raw_stream.read(_PIECE), b""):
        digests.feed(piece)
    wanted = fields.get("content-length", "")
    if not wanted.isdigit() or int(wanted) != digests.length:
        yield f"the record says that it holds {wanted[:20] or 'no'} bytes, and holds {digests.length}"
    yield from digests.wrong()
    if "warc-truncated" in fields and not digests.is_redirect:
        yield f"the page was cut off when it was captured ({fields['warc-truncated'][:40]})"


class _Digests:
    """The digests of one record's block, and of the payload in it, in one pass."""

    def __init__(self, fields: dict[str, str]) -> None:
        self.length = 0
        self._block = _Digest(fields.get("warc-block-digest", ""))
        self._payload = _Digest(fields.get("warc-payload-digest", ""))
        self._is_http = fields.get("content-type", "").replace(" ", "").lower().startswith("application/http")
        self._kind = fields.get("warc-type", "").lower()
        self._head: bytes | None = b"" if self._is_http else None
        self._chunked = self.is_redirect = False

    def feed(self, piece: bytes) -> None:
        self.length += len(piece)
        self._block.update(piece)
        if self._head is None:
            self._payload.update(piece)
            return
        self._head += piece
        end = self._head.find(b"\r\n\r\n")
        if end >= 0 or len(self._head) > _MAX_HEAD:
            head, rest = self._head[: end + 4], self._head[end + 4 :]
            self._chunked = b"\ntransfer-encoding:" in head.lower()
            self.is_redirect = head[:12].rpartition(b" ")[2] in _REDIRECTS
            self._head = None
            self._payload.update(rest)

    def wrong(self) -> Iterator[str]:
        if not self._block.holds():
            yield "the record is not what was written: its block digest is another"
        # A revisit's payload lies elsewhere; of chunked bodies, tools digest the chunks or what is in them.
        elif self._kind in {"response", "resource"} and not self._chunked and not self._payload.holds():
            yield "the page is not what was captured: its payload digest is another"


class _Digest:
    """A digest as WARC names it: algorithm, colon, base 32 or hexadecimal; none, or of an unknown kind, holds."""

    def __init__(self, label: str) -> None:
        name, _, self._expected = label.partition(":")
        name = name.strip().lower().replace("-", "")
        self._hash = hashlib.new(name, usedforsecurity=False) if name in _ALGORITHMS else None

    def update(self, piece: bytes) -> None:
        if self._hash is not None:
            self._hash.update(piece)

    def holds(self) -> bool:
        if self._hash is None:
            return True
        raw, expected = self._hash.digest(), self._expected.strip().lower()
        return expected.rstrip("=") in {raw.hex(), b32encode(raw).decode("ascii").lower().rstrip("=")}
