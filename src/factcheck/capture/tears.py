"""Where the whole records of a WARC file lie: what a killed run or a cut download left behind it is no record.

warcio reads a record that is cut inside its gzip member as if it were whole, and ends at the first damage; so the
stretches of whole records are found before it reads, and what stands behind a damage is read too.
"""

from __future__ import annotations

import logging
import os
import re
import zlib
from typing import IO, TYPE_CHECKING

from factcheck.capture.locks import lock
from factcheck.capture.warc import NAME_START, OPEN_SUFFIX, SEALED_SUFFIX, is_read_only, sync_directory
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = 1024 * 1024
# Of small members many lie in one piece, and each is cut out of what is left of it.
_READ = 64 * 1024
_MAX_HEAD = 64 * 1024
# RFC 1952: how a gzip member begins; the upper bits of the flags are not used.  And how a record that is not packed
# does, behind the empty lines that end the one before it.
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_PLAIN = re.compile(rb"(?<=\n)WARC/\d")
_RECORD = b"WARC/"
_OVERLAP = 1024
# A file made to be misread, record in record, is read no more than so many times over.
_MOST_READ = 4
_LOG = logging.getLogger(__name__)


def stretches(file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Where whole records follow one another without a gap: the first byte of the first, and where the last one ends.

    What lies between two stretches is damaged, what lies behind the last one is torn or no record.
    """
    size = os.fstat(file.fileno()).st_size
    packed = _is_packed(file)
    at = wasted = 0
    while at < size:
        end, read = (_packed_end if packed else _plain_end)(file, at)
        if end > at:
            yield at, end
        wasted += read - end
        following = _next_record(file, end, packed=packed) if end < size and wasted <= _MOST_READ * size else None
        if following is None:
            return
        at = following


def _is_packed(file: IO[bytes]) -> bool:
    file.seek(0)
    start = file.read(len(_RECORD)).lstrip(b"\r\n")
    if start[:2] == b"\x1f\x8b" or _RECORD.startswith(start[:2]):
        return start[:2] == b"\x1f\x8b"
    return str(file.name).endswith((SEALED_SUFFIX, OPEN_SUFFIX))  # its very start is damaged


def _packed_end(file: IO[bytes], start: int) -> tuple[int, int]:
    """Where the whole members from `start` on end, and how far the file was read to find out."""
    file.seek(start)
    whole = position = start
    inflater = zlib.decompressobj(wbits=31)
    try:
        while data := file.read(_READ):
            position += len(data)
            while data:
                inflater.decompress(data, _PIECE)
                data = inflater.unconsumed_tail
                if inflater.eof:
                    data = inflater.unused_data
                    whole = position - len(data)
                    inflater = zlib.decompressobj(wbits=31)
    except zlib.error:
        pass
    return whole, position


def _plain_end(file: IO[bytes], start: int) -> tuple[int, int]:
    size = os.fstat(file.fileno()).st_size
    whole = start
    while whole < size:
        file.seek(whole)
        end = _plain_record_end(file, whole)
        if end is None or end > size:
            break
        whole = end
    return whole, min(size, whole + _MAX_HEAD)


def _next_record(file: IO[bytes], after: int, *, packed: bool) -> int | None:
    """Where a record begins behind the one at `after`, which is not whole."""
    pattern = _MEMBER if packed else _PLAIN
    file.seek(after + 1)
    base, kept = after + 1, b""
    while data := file.read(_PIECE):
        piece = kept + data
        for found in pattern.finditer(piece):
            if not packed or _begins_record(piece[found.start() : found.start() + _OVERLAP]):
                return base + found.start()
        kept = piece[-_OVERLAP:]  # a record that begins at the very end is seen whole next time
        base += len(piece) - len(kept)
    return None


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(_RECORD)) == _RECORD
    except zlib.error:
        return False


def _plain_record_end(file: IO[bytes], start: int) -> int | None:
    head = file.read(_MAX_HEAD)
    skipped = len(head) - len(head.lstrip(b"\r\n"))
    if skipped == len(head):
        return start + skipped
    end = head.find(b"\r\n\r\n", skipped)
    gap = 4
    if end < 0:
        end, gap = head.find(b"\n\n", skipped), 2
    if end < 0 or not head.startswith((b"WARC/", b"filedesc:"), skipped):
        return None
    for line in head[skipped:end].splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return start + end + gap + int(value)
    return None


def recover(directory: Path) -> None:
    """Takes up what killed runs left open: cut back to the last whole record and sealed.  A run still alive is let be.

    Raises:
        ArchiveError: a file cannot be cut or renamed for another reason than that the folder is read-only.
    """
    for path in sorted(directory.glob(f"{NAME_START}*{OPEN_SUFFIX}")):
        try:
            _recover_one(path)
        except OSError as error:
            # A read-only archive is read as far as it is whole; a file that is gone was sealed by its own run.
            if is_read_only(error) or isinstance(error, FileNotFoundError):
                _LOG.debug("%s is left as it is", path)
                continue
            raise ArchiveError(
                f"{path}: the captures of a broken-off run cannot be recovered ({error.strerror})"
            ) from error


def _recover_one(path: Path) -> None:
    with path.open("r+b") as file:
        if not lock(file) or not path.exists():
            return
        if not cut_tail(file, path) and not os.fstat(file.fileno()).st_size:
            path.unlink()
            return
        os.fsync(file.fileno())
        path.rename(path.with_name(path.name.removesuffix(OPEN_SUFFIX) + SEALED_SUFFIX))
        sync_directory(path.parent)


def cut_tail(file: IO[bytes], path: Path) -> int:
    """Cuts a file of our own back to its last whole record, and gives the length of its whole records.

    A file that has whole records after the broken one was not torn but damaged: nothing is cut off, it is proof.
    """
    size = os.fstat(file.fileno()).st_size
    whole = list(stretches(file))
    if any(start for start, _ in whole):
        _LOG.warning("%s: damaged at byte %d; it is left as it is", path, 0 if whole[0][0] else whole[0][1])
        return whole[-1][1]
    extent = whole[-1][1] if whole else 0
    if extent < size:
        _LOG.warning("%s: %d bytes of a record that was never finished are cut off", path, size - extent)
        file.truncate(extent)
    return extent
