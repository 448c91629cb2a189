"""A stretch of a file as a file of its own."""

from __future__ import annotations

import io
from typing import IO


class Window(io.RawIOBase):
    """`file` from where it stands as if it ended at the byte `end`; places are those in the file itself."""

    def __init__(self, file: IO[bytes], end: int) -> None:
        """Reads from where `file` stands."""
        super().__init__()
        self._file = file
        self._end = end

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """At most `size` bytes."""
        left = max(0, self._end - self._file.tell())
        return self._file.read(left if size is None or size < 0 else min(size, left))

    def tell(self) -> int:
        """The place in the file itself."""
        return self._file.tell()

    def close(self) -> None:
        """Leaves the file open: its owner closes it."""
