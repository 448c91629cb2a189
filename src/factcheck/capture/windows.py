"""The first bytes of a file as a file of their own."""

from __future__ import annotations

import io
from typing import IO


class Window(io.RawIOBase):
    """`file` as if it ended after `length` bytes."""

    def __init__(self, file: IO[bytes], length: int) -> None:
        """Reads from where `file` stands."""
        super().__init__()
        self._file = file
        self._length = length

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """At most `size` bytes."""
        left = max(0, self._length - self._file.tell())
        return self._file.read(left if size is None or size < 0 else min(size, left))

    def tell(self) -> int:
        """The place in the file itself."""
        return self._file.tell()

    def close(self) -> None:
        """Leaves the file open: its owner closes it."""
