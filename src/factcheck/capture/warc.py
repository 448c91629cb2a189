"""WARC 1.1 records of what went over the wire, and the file that a run writes them to (ISO 28500:2017).

Records are put together here rather than by warcio, whose writer re-encodes header text: what is stored are the header
bytes as they came.  Two changes are made and no more: secrets are blanked, and since chunk frames are not kept, a
``Transfer-Encoding`` header is kept as ``X-Orig-Transfer-Encoding``.  warcio reads the files, and the tests check them.
"""

from __future__ import annotations

import errno
import hashlib
import os
import random
import threading
import uuid
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import IO, TYPE_CHECKING

from factcheck import __version__
from factcheck.capture.headers import header
from factcheck.capture.locks import lock
from factcheck.capture.redaction import redacted_header, redacted_url
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.capture.exchange import Exchange
    from factcheck.capture.headers import Headers

NAME_START = "factcheck-"
SEALED_SUFFIX = ".warc.gz"
OPEN_SUFFIX = ".warc.gz.open"
_RANDOM = random.Random()  # noqa: S311 - names of records, seeded by the system
_PIECE = 256 * 1024
_SHORT = 16 * 1024
_GZIP = 16  # zlib's way to say that the window is of a gzip member
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_PAIRS = [left + right for left in _BASE32 for right in _BASE32]
PROFILE_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
PROFILE_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class ReadOnlyArchiveError(ArchiveError):
    """Nobody may write in the archive's folder; it can still be read."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its own header fields, and its block as a head and a body."""

    record_id: str
    fields: Headers
    head: bytes
    body: IO[bytes]
    body_length: int


@dataclass(frozen=True, slots=True)
class Original:
    """The earlier record that a revisit stands for; `head` is its stored HTTP head."""

    record_id: str
    url: str
    date: str
    payload_digest: str
    head: bytes
    profile: str


def new_record_id() -> str:
    """A record's name: unique, not secret, so that the system need not be asked for each."""
    digits = f"{_RANDOM.getrandbits(128):032x}"
    # RFC 9562, 5.4: the version is 4, the variant 0b10.
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"<urn:uuid:{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}>"


def sha1_digest(raw: bytes) -> str:
    """A SHA-1 as WARC files name it, in base 32; by tens of bits, which is ten times as fast as `base64` has it."""
    number = int.from_bytes(raw, "big")
    return "sha1:" + "".join([_PAIRS[number >> shift & 1023] for shift in range(150, -1, -10)])


@lru_cache(maxsize=64)
def warc_date(at: datetime) -> str:
    """A time as WARC-Date: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def exchange_records(answer: Exchange, original: Original | None = None) -> tuple[Record, Record]:
    """The response (or, of an `original`, the revisit) and the request of one exchange."""
    response_id, request_id = new_record_id(), new_record_id()
    common = (("WARC-Target-URI", redacted_url(answer.url)), ("WARC-Date", warc_date(answer.at)))
    response = _revisit(answer, original, response_id, common) if original else _response(answer, response_id, common)
    request = Record(
        request_id,
        (
            ("WARC-Type", "request"),
            *common,
            *_peer_fields(answer),
            ("WARC-Concurrent-To", response_id),
            ("Content-Type", "application/http;msgtype=request"),
        ),
        _request_head(answer),
        BytesIO(),
        0,
    )
    return response, request


def second_agent(answer: Exchange) -> str | None:
    """The User-Agent that an answer was had by, if it was not our own first one."""
    agent = header(answer.request_headers, "user-agent") or ""
    return None if agent.startswith("factcheck/") else agent or None


def _response(answer: Exchange, record_id: str, common: Headers) -> Record:
    fields = [
        ("WARC-Type", "response"),
        *common,
        *_peer_fields(answer),
        ("WARC-Payload-Digest", answer.payload_digest),
        ("Factcheck-Decoded-Digest", f"sha256:{answer.payload_sha256}"),
        ("Content-Type", "application/http;msgtype=response"),
    ]
    if answer.truncated:
        fields.append(("WARC-Truncated", answer.truncated))
    if agent := second_agent(answer):
        fields.append(("Factcheck-User-Agent", agent))
    return Record(record_id, tuple(fields), _response_head(answer), answer.body, answer.raw_length)


def _revisit(answer: Exchange, original: Original, record_id: str, common: Headers) -> Record:
    fields = (
        ("WARC-Type", "revisit"),
        *common,
        *_peer_fields(answer),
        ("WARC-Profile", original.profile),
        ("WARC-Refers-To", original.record_id),
        ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", original.date),
        ("WARC-Payload-Digest", original.payload_digest),
        ("Content-Type", "application/http;msgtype=response"),
    )
    # The original's head, not the 304's: a replay would else show an empty 304.
    return Record(record_id, fields, original.head, BytesIO(), 0)


def _peer_fields(answer: Exchange) -> Iterator[tuple[str, str]]:
    peer = answer.peer
    if peer.address:
        yield "WARC-IP-Address", peer.address
    yield "WARC-Protocol", answer.http_version.lower()
    if peer.tls_version:
        yield "WARC-Protocol", peer.tls_version.lower().replace("tlsv", "tls/")
        yield "WARC-Cipher-Suite", peer.cipher or ""
        yield "Factcheck-Certificate-Digest", f"sha256:{peer.certificate_sha256}"


def _request_head(answer: Exchange) -> bytes:
    target = "/" + redacted_url(answer.url).partition("://")[2].partition("/")[2]
    return _head(f"GET {target} HTTP/1.1", map(redacted_header, answer.request_headers))


def _response_head(answer: Exchange) -> bytes:
    return _head(f"{answer.http_version} {answer.status} {answer.reason}", stored_headers(answer))


def stored_headers(answer: Exchange) -> Headers:
    """The answer's headers as they are archived: secrets blanked."""
    return tuple(map(_stored, answer.headers))


def _stored(header: tuple[str, str]) -> tuple[str, str]:
    name, text = redacted_header(header)
    return (f"X-Orig-{name}", text) if name.lower() == "transfer-encoding" else (name, text)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {text}" for name, text in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


class WarcFile:
    """The one WARC file of a run, there from the first record on, under a name of its own until it is sealed.

    Every record is handed to the system before `append` returns, so a killed run loses at most the one being written.
    """

    def __init__(self, directory: Path, started: datetime) -> None:
        """Nothing is written before the first record."""
        stem = f"{NAME_START}{started.astimezone(UTC):%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:8]}"
        self.name = stem + SEALED_SUFFIX
        self._directory = directory
        self._file: IO[bytes] | None = None
        self._length = 0
        self._lock = threading.Lock()
        self._sealed = False

    @property
    def path(self) -> Path:
        """Where it lies once it is sealed."""
        return self._directory / self.name

    @property
    def open_path(self) -> Path:
        """Where it lies until then."""
        return self._directory / (self.name.removesuffix(SEALED_SUFFIX) + OPEN_SUFFIX)

    def append(self, records: Sequence[Record]) -> list[int]:
        """Writes the records and gives the offset of each.

        Raises:
            ArchiveError: they could not be written; the file is as it was before.
        """
        try:
            with self._lock:
                file = self._file or self._begin()
                return self._append(file, records)
        except OSError as error:
            raise self._unwritable(error) from error

    def _append(self, file: IO[bytes], records: Sequence[Record]) -> list[int]:
        before = self._length
        try:
            offsets, self._length = _write_members(file, before, records)
        except BaseException:
            file.seek(before)
            file.truncate()
            raise
        else:
            return offsets

    def _begin(self) -> IO[bytes]:
        if self._sealed:
            raise ValueError(f"{self.path} has been sealed")
        self._directory.mkdir(parents=True, exist_ok=True)
        file = self.open_path.open("xb", buffering=0)
        try:
            lock(file)
            _, self._length = _write_members(file, 0, [_warcinfo(self.name)])
        except BaseException:
            file.close()
            with suppress(OSError):
                self.open_path.unlink()
            raise
        self._file = file
        return file

    def sync(self) -> None:
        """Puts on the disk what was written so far; it stays open for more.

        Raises:
            ArchiveError: it could not be put there.
        """
        if self._file is None:
            return
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._unwritable(error) from error

    def seal(self) -> Path | None:
        """Ends the file for good: on the disk, and under its final name.  None if nothing was written.

        Raises:
            ArchiveError: it could not be; the records stay in the open file, which the next run takes up.
        """
        if self._file is None:
            return None
        try:
            os.fsync(self._file.fileno())
            self.open_path.rename(self.path)
            sync_directory(self._directory)
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            self._file.close()
            self._file = None
            self._sealed = True
        return self.path

    def _unwritable(self, error: OSError) -> ArchiveError:
        kind = ReadOnlyArchiveError if self._file is None and is_read_only(error) else ArchiveError
        return kind(
            f"{self._directory}: captures cannot be archived ({error.strerror or error}); those before are kept. "
            "Free some space or name another folder as archive_dir."
        )


def is_read_only(error: OSError) -> bool:
    """Whether the system lets nobody write there: neither a full disk nor a broken one."""
    return isinstance(error, PermissionError) or error.errno == errno.EROFS


def _warcinfo(name: str) -> Record:
    lines = (
        f"software: factcheck/{__version__}",
        "format: WARC File Format 1.1",
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    )
    block = ("\r\n".join(lines) + "\r\n").encode("ascii")
    fields = (
        ("WARC-Type", "warcinfo"),
        ("WARC-Date", warc_date(datetime.now(UTC))),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
    )
    return Record(new_record_id(), fields, block, BytesIO(), 0)


def _write_members(file: IO[bytes], start: int, records: Sequence[Record]) -> tuple[list[int], int]:
    """Writes each record as one gzip member from `start` on; gives their offsets and where the last one ends."""
    offsets: list[int] = []
    packed = bytearray()
    for record in records:
        offsets.append(start + len(packed))
        for piece in _packed(record):
            packed += piece
            if len(packed) >= _PIECE:
                _write_all(file, packed)
                start += len(packed)
                packed = bytearray()
    _write_all(file, packed)
    return offsets, start + len(packed)


def _packed(record: Record) -> Iterator[bytes]:
    # To clear zlib's usual tables takes ten times as long as to pack a request; a short record needs no long window.
    window, memory = (13, 6) if record.body_length <= _SHORT else (zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL)
    packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP + window, memory)
    yield packer.compress(_warc_head(record) + record.head)
    record.body.seek(0)
    while piece := record.body.read(_PIECE):
        yield packer.compress(piece)
    yield packer.compress(b"\r\n\r\n")
    yield packer.flush()


def _warc_head(record: Record) -> bytes:
    digest = hashlib.sha1(record.head)  # noqa: S324 - the digest that WARC tools compare
    record.body.seek(0)
    while piece := record.body.read(_PIECE):
        digest.update(piece)
    fields = (
        ("WARC-Record-ID", record.record_id),
        *record.fields,
        ("WARC-Block-Digest", sha1_digest(digest.digest())),
        ("Content-Length", str(len(record.head) + record.body_length)),
    )
    lines = ["WARC/1.1", *(f"{name}: {text}" for name, text in fields)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def _write_all(file: IO[bytes], data: bytes | bytearray) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def sync_directory(directory: Path) -> None:
    """Puts a folder's names on the disk, where the system knows how."""
    if os.name == "nt":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
