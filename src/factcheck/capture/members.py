"""The WARC files of an archive folder, read record by record as they lie there; nothing is mended or indexed."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from factcheck.capture.tears import whole_extent
from factcheck.capture.warc import NAME_START, OPEN_SUFFIX, SEALED_SUFFIX
from factcheck.capture.windows import Window
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENDINGS = (".warc", ".warc.gz")


def warc_files(directory: Path) -> list[Path]:
    """The folder's WARC files by name, and with them those that a run has not sealed yet.

    Raises:
        ArchiveError: there is no such folder, or it cannot be read.
    """
    try:
        return sorted(path for path in directory.iterdir() if path.name.endswith(_ENDINGS) or is_open(path))
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
def whole_part(path: Path) -> Iterator[tuple[IO[bytes], Window, int]]:
    """A file, a view of its whole records only, and how many bytes those are.

    Raises:
        ArchiveError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            extent = whole_extent(file)
            file.seek(0)
            yield file, Window(file, extent), extent
    except OSError as error:
        raise ArchiveError(f"{path}: it cannot be read ({error.strerror or error})") from error


def size_of(file: IO[bytes]) -> int:
    """A file's length in bytes."""
    return os.fstat(file.fileno()).st_size
