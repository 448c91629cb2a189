"""What runs in a child process before anything hostile is read: it binds itself to limits, then turns into the reader.

Run by its path in an isolated interpreter::

    python -I isolated_child.py MEMORY_BYTES CPU_SECONDS read MODULE ARGUMENT…     bytes on stdin, one JSON object out
    python -I isolated_child.py MEMORY_BYTES CPU_SECONDS exec PROGRAM ARGUMENT…    PROGRAM takes this process over

A reader is a module with a function ``read(data, *arguments) -> dict``.  What a hostile file can reach is a process
that holds no secrets, writes no file, and is limited in memory and time.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def limit(memory_bytes: int, cpu_s: int) -> None:
    """Bind this process to its limits, where the system knows them."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - Windows; the parent's wall clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(reader: str, arguments: list[str], data: bytes) -> dict[str, Any]:
    """What the reader makes of `data`; ``{"problem": "too_large"}`` where it finds no room."""
    try:
        found: dict[str, Any] = import_module(reader).read(data, *arguments)
    except (MemoryError, ImportError, OSError):  # a library that finds no room to be loaded says so in these ways
        return {"problem": "too_large"}
    return found


def main() -> None:
    """Limit this process, then read stdin or become the program that was asked for."""
    memory_bytes, cpu_s, mode, path, *arguments = sys.argv[1:]
    sys.path.append(str(Path(__file__).parents[2]))  # an isolated interpreter knows only what is installed
    limit(int(memory_bytes), int(cpu_s))
    if mode == "exec":
        os.execv(path, [path, *arguments])  # noqa: S606 - the path was found by the parent; no shell is wanted
    json.dump(answer(path, arguments, sys.stdin.buffer.read()), sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main()
