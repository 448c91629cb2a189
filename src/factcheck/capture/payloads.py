"""Captured bodies, read back from their WARC files by whoever has the capture; no index is needed for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.capture.stored import payload_sha256, read_at
from factcheck.capture.warc import OPEN_SUFFIX, SEALED_SUFFIX
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Capture


@dataclass(frozen=True, slots=True)
class Payloads:
    """The bodies of an archive's captures, of at most `limit` decoded bytes; goes to other processes as it is."""

    directory: Path
    limit: int

    def read(self, capture: Capture) -> bytes:
        """The decoded body of a capture.

        Raises:
            ArchiveError: it is not there any more, or not what was captured.
        """
        location = capture.warc
        path = self.path(location.file.replace("\\", "/").rpartition("/")[2])
        _, payload = read_at(path, location.offset, location.record_id, self.limit)
        if payload_sha256(payload) != capture.payload_sha256:
            raise ArchiveError(f"{path}: the record at byte {location.offset} is not the one that was captured")
        return payload

    def path(self, name: str) -> Path:
        """Where the file of that name lies: sealed, or not yet, by this run or by another that is under way."""
        sealed = self.directory / name
        if sealed.exists():
            return sealed
        still_open = self.directory / (name.removesuffix(SEALED_SUFFIX) + OPEN_SUFFIX)
        return still_open if still_open.exists() else sealed
