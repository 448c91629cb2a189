"""Two runs on one archive: while one asks a host, the other waits, and then finds the answers in the archive."""

from __future__ import annotations

import asyncio
import os
import socket
import time
import uuid
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from factcheck.capture.index import Index

# Longer than one URL can take; a run renews its lease with every page.
_HELD_S = 400.0
_RENEWED_S = 60.0
_POLL_S = 0.2
_HELD_HERE: set[str] = set()
"""The marks of the leases that this process holds: one of its own that is not among them could not be given back."""


class Lease:
    """The right of one run to ask one host.

    `others_asked` says, once it is held, that another run has asked the host after `since` (seconds of the epoch), when
    this one looked into the archive.
    """

    def __init__(self, index: Index, site: str, since: float) -> None:
        """Claims nothing yet."""
        self._index = index
        self._name = f"lease:{site}"
        self._mark = uuid.uuid4().hex
        self._mine = [socket.gethostname(), os.getpid(), self._mark]
        self._renewed_at = 0.0
        self._since = since
        self.others_asked = False

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Waits for the lease, holds it, and gives it back."""
        give_up_at = time.monotonic() + _HELD_S
        _HELD_HERE.add(self._mark)
        try:
            while not self._claim() and time.monotonic() < give_up_at:  # noqa: ASYNC110 - the holder is another program
                await asyncio.sleep(_POLL_S)
            released_at = self._index.note(f"asked:{self._name}")
            self.others_asked = isinstance(released_at, float) and released_at >= self._since
            try:
                yield
            finally:
                self._index.flush()
                self._index.keep_note(f"asked:{self._name}", time.time(), _HELD_S)
                self._index.drop_note(self._name, self._mine)
        finally:
            _HELD_HERE.discard(self._mark)

    def renew(self) -> None:
        """Says that this run is still at it."""
        if time.monotonic() - self._renewed_at > _RENEWED_S:
            self._renewed_at = time.monotonic()
            self._index.keep_note(self._name, self._mine, _HELD_S)

    def _claim(self) -> bool:
        self._renewed_at = time.monotonic()
        if self._index.add_note(self._name, self._mine, _HELD_S):
            return True
        holder = self._index.note(self._name)
        if holder is not None and _is_dead(holder):
            self._index.drop_note(self._name, holder)
        return False


def _is_dead(holder: object) -> bool:
    """Whether the run that holds a lease was on this machine and is no more, or is of this process and has ended."""
    if not isinstance(holder, list) or len(holder) != 3 or not isinstance(holder[1], int):
        return True
    if holder[0] != socket.gethostname() or os.name == "nt":
        return False
    if holder[1] == os.getpid():
        return holder[2] not in _HELD_HERE
    try:
        os.kill(holder[1], 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
