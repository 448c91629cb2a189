"""A lock on an open file: who holds it is alive."""

from __future__ import annotations

from typing import IO

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]  # a module or nothing


def lock(file: IO[bytes]) -> bool:
    """Locks `file` until it is closed; False if another process has it.  A system without such locks says True."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True
