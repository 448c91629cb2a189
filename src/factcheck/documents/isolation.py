"""Hostile bytes are read in a child process under limits of memory, CPU time, wall time and length of its answer."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CHILD = Path(__file__).with_name("isolated_child.py")
_MEGABYTE = 1024 * 1024
# A file that makes a C library crash is broken; one that runs into a limit ends by another signal or by an exit code.
_CRASHES = frozenset({signal.SIGSEGV, getattr(signal, "SIGBUS", signal.SIGSEGV), signal.SIGFPE})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may take: address space and answer in bytes, times in seconds.

    CPU time is what a costly file runs into.  Wall time ends only a child that waits for ever: on a machine with other
    work to do, an honest file takes many times its CPU time.
    """

    memory_bytes: int = 300 * _MEGABYTE
    cpu_s: int = 8
    wall_s: float = 120.0
    answer_bytes: int = 64 * _MEGABYTE


class ChildError(Exception):
    """A child ended without a whole answer: by a crash of its own (`crashed`), by a limit (`limited`), or by an error.

    Never seen by callers of the package: each reader says in its own words what that means for its format.
    """

    def __init__(self, *, crashed: bool = False, limited: bool = False) -> None:
        """The way in which the child ended."""
        super().__init__("crashed" if crashed else "limited" if limited else "failed")
        self.crashed = crashed
        self.limited = limited


def read_isolated(reader: str, data: bytes, limits: Limits, *arguments: str) -> dict[str, Any]:
    """What ``read(data, *arguments)`` of the module `reader` answers in a child of its own; raises `ChildError`."""
    found: dict[str, Any] = json.loads(_run(["read", reader, *arguments], data, limits))
    return found


def run_isolated(program: str, data: bytes, limits: Limits, *arguments: str) -> bytes:
    """What `program` (its whole path) writes to stdout when it gets `data` on stdin; raises `ChildError`."""
    return _run(["exec", program, *arguments], data, limits)


def _run(order: list[str], data: bytes, limits: Limits) -> bytes:
    command = [sys.executable, "-I", str(_CHILD), str(limits.memory_bytes), str(limits.cpu_s), *order]
    with tempfile.TemporaryFile() as source:  # a file and not a pipe: a child that does not read cannot block us
        source.write(data)
        source.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own interpreter and file; hostile bytes go in by stdin only
            command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            late = threading.Event()
            watchdog = threading.Timer(limits.wall_s, _stop, (process, late))
            watchdog.start()
            try:
                answer = _whole_answer(process, limits.answer_bytes)
                process.wait()
            finally:
                watchdog.cancel()
                if process.returncode is None:  # once it has been waited for, its number may be another's
                    _end(process)
    if answer is None or late.is_set():
        raise ChildError(limited=True)
    if process.returncode != 0:
        raise _failure(process.returncode)
    return answer


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child and whatever it has started: a grandchild would keep its answer open."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _whole_answer(process: subprocess.Popen[bytes], most: int) -> bytes | None:
    """The child's answer; None, and the child ended, where it is longer than `most`."""
    if process.stdout is None:  # pragma: no cover - it was asked for above
        return None
    answer = process.stdout.read(most + 1)
    if len(answer) <= most:
        return answer
    _end(process)
    return None


def _failure(code: int) -> ChildError:
    """By a signal: a crash, or the limit of CPU time; by an exit code: an error, such as a lack of memory."""
    return ChildError(crashed=-code in _CRASHES, limited=code < 0 and -code not in _CRASHES)
