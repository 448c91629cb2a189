"""Records read back from WARC files, whoever wrote them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from factcheck.capture.decoding import BodyDecoder
from factcheck.capture.failures import FetchError
from factcheck.capture.headers import Headers, header
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import RawIOBase
    from pathlib import Path

_MAX_LINES = 50_000
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MAX_LINE = 64 * 1024
_PIECE = 256 * 1024
_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A response, resource or revisit record as far as its HTTP head; `warc` are its fields, names in lower case."""

    kind: str
    warc: dict[str, str]
    head: bytes
    status: int
    headers: Headers

    @property
    def record_id(self) -> str:
        """Its name; empty where a sloppy writer left it out."""
        return self.warc.get("warc-record-id", "")

    @property
    def url(self) -> str:
        """What was asked for; some tools of old put the URL in angle brackets."""
        return self.warc.get("warc-target-uri", "").strip("<>")


def iterate(file: IO[bytes] | RawIOBase) -> Iterator[tuple[StoredRecord, int]]:
    """The responses, resources and revisits of a file, each with its offset.

    Raises:
        ArchiveLoadFailed: from here on it is no WARC file.
    """
    records = ArchiveIterator(file, no_record_parse=True)
    for record in records:
        stored = read_head(record)
        offset = records.get_record_offset()
        if stored is not None:
            yield stored, offset


def read_at(path: Path, offset: int, record_id: str, limit: int) -> tuple[StoredRecord, bytes]:
    """The record at `offset` with its decoded payload of at most `limit` bytes.

    Raises:
        ArchiveError: it is not there, damaged, or too large.
    """
    try:
        with path.open("rb") as file:
            file.seek(offset)
            record = next(iter(ArchiveIterator(file, no_record_parse=True)), None)
            stored = read_head(record) if record is not None else None
            if record is None or stored is None or stored.record_id != record_id:
                raise ArchiveError(f"{path}: record {record_id} is not at byte {offset}; the file has been changed")
            return stored, _payload(stored, record.raw_stream, limit)
    except FetchError as error:
        raise ArchiveError(f"{path}: the record at byte {offset} cannot be decoded ({error.detail})") from error
    except (OSError, EOFError, ArchiveLoadFailed, ValueError) as error:
        raise ArchiveError(f"{path}: the record at byte {offset} cannot be read ({error})") from error


def read_head(record: Any) -> StoredRecord | None:
    """One of warcio's records as far as its HTTP head; None if it is no response, resource or revisit."""
    warc = {str(name).lower(): str(value) for name, value in record.rec_headers.headers}
    kind = str(record.rec_type)
    if kind == "conversion":
        return StoredRecord(kind, warc, b"", 200, (("Content-Type", warc.get("content-type", "")),))
    content_type = warc.get("content-type", "").replace(" ", "").lower()
    if kind == "resource":
        return StoredRecord(kind, warc, b"", 200, (("Content-Type", warc.get("content-type", "")),))
    if kind not in {"response", "revisit"} or not content_type.startswith("application/http"):
        return None
    lines = _head_lines(record.raw_stream)
    match = _STATUS_LINE.match(lines[0]) if lines else None
    if match is None:
        return None
    head = b"".join(lines)
    return StoredRecord(kind, warc, head, int(match.group(1)), _headers(lines[1:]))


def _head_lines(stream: Any) -> list[bytes]:
    lines: list[bytes] = []
    while len(lines) < _MAX_LINES:
        line = stream.readline(_MAX_LINE)
        if not line:
            break
        lines.append(line)
        if line in {b"\r\n", b"\n"}:
            break
    return lines


def _headers(lines: list[bytes]) -> Headers:
    found: list[tuple[str, str]] = []
    for line in lines:
        text = line.decode("latin-1").rstrip("\r\n")
        if text[:1] in {" ", "\t"} and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {text.strip()}")
        elif ":" in text:
            name, _, value = text.partition(":")
            found.append((name.strip(), value.strip()))
    return tuple(found)


def _payload(stored: StoredRecord, stream: Any, limit: int) -> bytes:
    if "chunked" in (header(stored.headers, "transfer-encoding") or "").lower():
        stream = ChunkedDataReader(stream, decomp_type=None)
    coding = (
        ""
        if stored.kind == "resource"
        else ",".join(value for name, value in stored.headers if name.lower() == "content-encoding")
    )
    if header(stored.headers, "location") and stored.status in _REDIRECTS:
        coding = ""
    start = stream.read(_PIECE)
    if coding and _already_decoded(coding, start):
        coding = ""
    decoder = BodyDecoder(coding, limit)
    pieces: list[bytes] = []
    while start:
        pieces.extend(decoder.feed(start))
        start = stream.read(_PIECE)
    return b"".join(pieces)


def _already_decoded(coding: str, start: bytes) -> bool:
    """Some tools store bodies decoded and leave the header as it was."""
    return "gzip" in coding.lower() and start[:2] != b"\x1f\x8b"


def payload_sha256(payload: bytes) -> str:
    """The digest by which captures name their payload: of the decoded body."""
    return hashlib.sha256(payload).hexdigest()
