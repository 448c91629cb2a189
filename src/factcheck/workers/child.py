"""What runs in a worker: it loads one function, then answers one task after the other until its parent is gone.

Run by its path in an isolated interpreter.  A message is its length in eight bytes and a pickle: in comes first
``(sys.path, sys.dont_write_bytecode, rest)`` with ``("module:name", argument)`` pickled in `rest`, answered by an empty
message once that is loaded, then the tasks.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from importlib import import_module
from typing import IO, Any

_LENGTH = 8
_GRACE_S = 2.0


def send(stream: IO[bytes], data: bytes) -> None:
    """Writes one message; raises OSError where nobody reads any more."""
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the other side is gone, be it within one."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None


def main() -> None:
    """Answers tasks from stdin on what was stdout; whatever else prints is sent to stderr."""
    signal.signal(signal.SIGTERM, _stopped)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    tasks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
    first = tasks.get()
    if first is None:
        return
    # What the argument is an instance of can only be loaded from the parent's path.
    sys.path[:], sys.dont_write_bytecode, rest = pickle.loads(first)  # noqa: S301 - of the parent, whose code this is
    function, argument = pickle.loads(rest)  # noqa: S301 - as above
    module, _, name = function.partition(":")
    run = getattr(import_module(module), name)
    with contextlib.suppress(BrokenPipeError):
        send(answers, b"")
        while (task := tasks.get()) is not None:
            send(answers, _answer(run, argument, task))


def _answer(run: Any, argument: object, task: bytes) -> bytes:
    return pickle.dumps(run(argument, pickle.loads(task)), pickle.HIGHEST_PROTOCOL)  # noqa: S301 - as above


def _listen(source: IO[bytes], tasks: queue.SimpleQueue[bytes | None]) -> None:
    """Takes tasks in; where the parent is gone, however it went, nobody waits for what is still being done."""
    while (task := receive(source)) is not None:
        tasks.put(task)
    tasks.put(None)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_S)
    os._exit(1)


def _stopped(_number: int, _frame: object) -> None:
    """Unwinds, so that a child which reads a hostile file for us is ended too."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


def run_to_exit() -> None:
    """Runs `main`, then leaves without the interpreter's own end: a thread still listens, which that would wait for."""
    code = 1
    try:
        main()
        code = 0
    except SystemExit:
        pass
    except BaseException:  # noqa: BLE001 - whatever ended it, the parent sees that it has ended
        traceback.print_exc(limit=20)
    finally:
        os._exit(code)  # also where it is asked to end while it is ending


if __name__ == "__main__":
    run_to_exit()
