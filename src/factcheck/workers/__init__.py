"""Processes of our own that take over work of the processor's: one function, a task at a time in each.

Not multiprocessing: its ``spawn`` runs the caller's main module again, which a script that calls `factcheck.audit`
need not withstand; its ``fork`` copies locks that the capture's threads hold; and one death of a pool's process loses
the answers of all.  Here a worker that dies takes the one task with it that it was at.
"""

from __future__ import annotations

import contextlib
import pickle
import queue
import subprocess
import sys
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from factcheck.workers.child import receive, send

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["UnavailableError", "WorkerDiedError", "Workers"]

_CHILD = Path(__file__).with_name("child.py")
_PATIENCE_S = 3.0


class UnavailableError(Exception):
    """No worker can be started on this machine: the task is to be done where it was handed out."""


class WorkerDiedError(Exception):
    """The worker died over this task: killed, out of memory, or crashed within a library.  Says how."""


class Workers:
    """Up to `jobs` processes that run ``function(argument, task)``; each is started when there is a task for it.

    `function` is written ``module:name``; argument, tasks and answers are pickled.  Workers end with this object, and
    of themselves where this process dies, however it dies.
    """

    def __init__(self, function: str, argument: object, jobs: int) -> None:
        """Starts nothing yet."""
        self._first = pickle.dumps((sys.path, sys.dont_write_bytecode, pickle.dumps((function, argument))))
        self._jobs = jobs
        self._tasks: queue.SimpleQueue[tuple[Future[Any], bytes] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._workers: dict[int, _Worker] = {}
        self._lock = threading.Lock()
        self._closed = False
        self._unavailable = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, task: object) -> Future[Any]:
        """The answer to come; instead of it `WorkerDiedError`, or `UnavailableError` where none can be started."""
        future: Future[Any] = Future()
        self._tasks.put((future, pickle.dumps(task)))
        if len(self._threads) < self._jobs:
            thread = threading.Thread(
                target=self._serve, args=(len(self._threads),), name="factcheck-worker", daemon=True
            )
            self._threads.append(thread)
            thread.start()
        return future

    def close(self) -> None:
        """Ends all workers at once, whatever they are at; what they had not answered stays unanswered."""
        with self._lock:
            self._closed = True
            workers = list(self._workers.values())
        for worker in workers:
            worker.stop()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self, place: int) -> None:
        """Hands one worker its tasks; another is started where it died."""
        while (waiting := self._tasks.get()) is not None and not self._closed:
            future, task = waiting
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._at(place).ask(task))
            except (WorkerDiedError, UnavailableError) as error:
                # What could not be started once is not tried again for each of a thousand tasks.
                self._unavailable = self._unavailable or isinstance(error, UnavailableError)
                self._end(place)
                future.set_exception(error)
        self._end(place)

    def _at(self, place: int) -> _Worker:
        with self._lock:
            if self._closed or self._unavailable:
                raise UnavailableError("the workers have been closed, or could not be started")
            worker = self._workers.get(place)
            if worker is None:
                worker = self._workers[place] = _Worker(self._first)
        worker.ready()
        return worker

    def _end(self, place: int) -> None:
        with self._lock:
            worker = self._workers.pop(place, None)
        if worker is not None:
            worker.end()


class _Worker:
    """One process, told what to do through its stdin and heard through its stdout."""

    def __init__(self, first: bytes) -> None:
        command = [sys.executable, "-I", str(_CHILD)]
        try:
            # A session of its own: Ctrl-C is for the parent, which ends its workers itself.
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise UnavailableError(str(error)) from error
        self._first: bytes | None = first

    def ready(self) -> None:
        """Waits until a new worker has loaded what it runs; raises `UnavailableError`."""
        if self._first is None:
            return
        try:
            self._told(self._first)
        except (EOFError, OSError) as error:
            raise UnavailableError(str(error)) from error
        self._first = None

    def ask(self, task: bytes) -> Any:
        """The answer to one task; raises `WorkerDiedError`."""
        try:
            return pickle.loads(self._told(task))  # noqa: S301 - of our own process, which runs our own code
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise WorkerDiedError(self._death()) from error

    def _told(self, data: bytes) -> bytes:
        if self._process.stdin is None or self._process.stdout is None:  # pragma: no cover - both were asked for
            raise EOFError
        send(self._process.stdin, data)
        answer = receive(self._process.stdout)
        if answer is None:
            raise EOFError
        return answer

    def _death(self) -> str:
        try:
            code = self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            return "it does not answer"
        return f"ended by signal {-code}" if code < 0 else f"ended with code {code}"

    def stop(self) -> None:
        """Asks it to end at once, with the processes that it has started."""
        with contextlib.suppress(OSError):
            self._process.terminate()

    def end(self) -> None:
        """Sees to it that it has ended; by its own thread only, which reads from it no more."""
        self.stop()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
