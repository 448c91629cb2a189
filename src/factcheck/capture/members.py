"""The WARC files of an archive folder, read record by record as they lie there; nothing is mended or indexed."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from factcheck.capture.tears import stretches
from factcheck.capture.warc import NAME_START, OPEN_SUFFIX, SEALED_SUFFIX
from factcheck.capture.windows import Window
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENDINGS = (".warc", ".warc.gz")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WholeRecords:
    """An open WARC file of `size` bytes, and where whole records lie in it without a gap: first byte and end."""

    file: IO[bytes]
    size: int
    stretches: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        """Where the last whole record ends."""
        return self.stretches[-1][1] if self.stretches else 0

    def views(self) -> Iterator[tuple[int, Window]]:
        """Each stretch as a file of its own, whose places are those in the whole file, with where it begins."""
        for start, end in self.stretches:
            self.file.seek(start)
            yield start, Window(self.file, end)

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Where something else lies: damaged or torn records; first byte and end."""
        at = 0
        for start, end in (*self.stretches, (self.size, self.size)):
            if start > at:
                yield at, start
            at = end


def is_warc_file(path: Path) -> bool:
    """Whether this is a file with the name of one; a folder, a pipe or a link to nothing is passed over with a word."""
    if not path.name.endswith(_ENDINGS) and not is_open(path):
        return False
    if not path.is_file():
        _LOG.warning("%s: no file, and passed over", path)
        return False
    return True


def warc_files(directory: Path) -> list[Path]:
    """The folder's WARC files by name, and with them those that a run has not sealed yet.

    Raises:
        ArchiveError: there is no such folder, or it cannot be read.
    """
    try:
        return sorted(filter(is_warc_file, directory.iterdir()))
    except FileNotFoundError as error:
        raise ArchiveError(f"{directory}: there is no archive; the first audit makes it") from error
    except OSError as error:
        raise ArchiveError(f"{directory}: the archive cannot be read ({error.strerror})") from error


def is_open(path: Path) -> bool:
    """Whether a run is still writing this file, or was broken off while it did."""
    return path.name.startswith(NAME_START) and path.name.endswith(OPEN_SUFFIX)


def sealed_name(path: Path) -> str:
    """The name that the file has once it is sealed."""
    return path.name.removesuffix(OPEN_SUFFIX) + SEALED_SUFFIX if is_open(path) else path.name


@contextmanager
def whole_records(path: Path) -> Iterator[WholeRecords]:
    """A file, opened and looked through for what is whole in it.

    Raises:
        ArchiveError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            yield WholeRecords(file, os.fstat(file.fileno()).st_size, tuple(stretches(file)))
    except OSError as error:
        raise ArchiveError(f"{path}: it cannot be read ({error.strerror or error})") from error
