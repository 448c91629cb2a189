"""Where the last whole record of a WARC file ends: what a killed run or a cut download left behind it is no record.

warcio reads a record that is cut inside its gzip member as if it were whole, so the extent is found before it reads.
"""

from __future__ import annotations

import logging
import os
import zlib
from typing import IO, TYPE_CHECKING

from factcheck.capture.locks import lock
from factcheck.capture.warc import NAME_START, OPEN_SUFFIX, SEALED_SUFFIX, sync_directory
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

_PIECE = 1024 * 1024
_MAX_HEAD = 64 * 1024
_MEMBER = b"\x1f\x8b\x08"  # RFC 1952: how a gzip member begins
_RECORD = b"WARC/"
_OVERLAP = 512
_LOG = logging.getLogger(__name__)


def whole_extent(file: IO[bytes]) -> int:
    """How many bytes of the file, from its start, are whole records."""
    file.seek(0)
    start = file.read(2)
    file.seek(0)
    return _gzip_extent(file) if start == b"\x1f\x8b" else _plain_extent(file)


def _gzip_extent(file: IO[bytes]) -> int:
    whole = position = 0
    inflater = zlib.decompressobj(wbits=31)
    try:
        while data := file.read(_PIECE):
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
    return whole


def _plain_extent(file: IO[bytes]) -> int:
    size = os.fstat(file.fileno()).st_size
    whole = 0
    while whole < size:
        file.seek(whole)
        end = _plain_record_end(file, whole)
        if end is None or end > size:
            break
        whole = end
    return whole


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
        except (PermissionError, FileNotFoundError):
            # A read-only archive is read as far as it is whole; a file that is gone was sealed by its own run.
            _LOG.debug("%s is left as it is", path)
        except OSError as error:
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
    extent = whole_extent(file)
    size = os.fstat(file.fileno()).st_size
    if extent < size and _goes_on(file, extent):
        _LOG.warning("%s: damaged at byte %d; it is left as it is, and what stands before that is read", path, extent)
    elif extent < size:
        _LOG.warning("%s: %d bytes of a record that was never finished are cut off", path, size - extent)
        file.truncate(extent)
    return extent


def _goes_on(file: IO[bytes], extent: int) -> bool:
    """Whether a record of its own begins somewhere after the one at `extent`, which is not whole."""
    file.seek(extent)
    kept = b""
    first = True
    while data := file.read(_PIECE):
        piece = kept + data
        at = piece.find(_MEMBER, 1 if first else 0)
        while at >= 0:
            if _begins_record(piece[at : at + _MAX_HEAD]):
                return True
            at = piece.find(_MEMBER, at + 1)
        kept, first = piece[-_OVERLAP:], False  # a record that begins at the very end is seen whole next time
    return False


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(_RECORD)) == _RECORD
    except zlib.error:
        return False
