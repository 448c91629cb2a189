"""Pages read and weighed by workers: from the first that is captured on, while the network has others under way."""

from __future__ import annotations

import os
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

from factcheck.model import Capture, CaptureSource
from factcheck.page_checks import PageSaid, PageTask, asked_of, failed, read_and_weigh
from factcheck.workers import UnavailableError, WorkerDiedError, Workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from types import TracebackType

    from factcheck.capture.payloads import Payloads
    from factcheck.config import Settings
    from factcheck.model import BriefFinding, CaptureFailure, Citation

_WORK = "factcheck.page_checks:read_and_weigh"
_MOST_JOBS = 4
# A worker has loaded what it needs by the time in which this process reads some thirty pages.
_LEAST_PAGES = 32
_WINDOW = 8
# Of texts that wait to be kept in the archive.
_MOST_HELD = 64 * 1024 * 1024


class PageReader:
    """Answers tasks of `page_checks`, in their order, whoever does them and whenever.

    `citing` says who cites an address, as far as is known before anything is captured.  What is guessed from it when a
    capture lands is only taken if it is the very task that is asked for in the end.
    """

    def __init__(
        self,
        briefs: Sequence[BriefFinding],
        citing: Mapping[str, Sequence[tuple[int, Citation]]],
        payloads: Payloads,
        settings: Settings,
        *,
        with_texts: bool = False,
    ) -> None:
        """Starts no process before enough pages have been captured; `with_texts` wants those of all pages back."""
        self._briefs = briefs
        self._citing = citing
        self._payloads = payloads
        self._settings = settings
        self._with_texts = with_texts
        self._jobs = settings.jobs or min(processors(), _MOST_JOBS)
        self._workers: Workers | None = None
        self._landed: list[tuple[str, Capture]] = []
        self._early: dict[str, tuple[PageTask, Future[Any]]] = {}
        self._held = 0
        self._counted: set[Future[Any]] = set()
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._early.clear()
        if self._workers is not None:
            self._workers.close()

    def landed(self, url: str, outcome: Capture | CaptureFailure) -> None:
        """Has a page read that was captured just now; never waits."""
        if self._jobs < 2 or not isinstance(outcome, Capture) or outcome.http_status >= 400:
            return
        if self._workers is not None:
            self._begin_early(url, outcome)
            return
        self._landed.append((url, outcome))
        if len(self._landed) >= _LEAST_PAGES:
            self._workers = Workers(_WORK, self._payloads, self._jobs)
            for each in self._landed:
                self._begin_early(*each)
            self._landed.clear()

    def task(self, capture: Capture, citing: Sequence[tuple[int, Citation]], *, wherever: bool = False) -> PageTask:
        """What those who cite a page want of it."""
        asked, references = asked_of(self._briefs, citing)
        strict = self._settings.strict
        with_text = self._with_texts or keeps_text(capture, self._settings)
        return PageTask(capture, asked, references, strict, with_text, wherever)

    def in_order(self, tasks: Iterable[PageTask | None]) -> Iterator[PageSaid | None]:
        """The answers to `tasks`, one after the other; a few of them are under way beyond the one asked for."""
        ahead = 0 if self._workers is None else _WINDOW * self._jobs
        waiting: deque[tuple[PageTask | None, Future[Any] | None]] = deque()
        for task in tasks:
            waiting.append((task, None if task is None else self._future(task)))
            if len(waiting) > ahead:
                yield self._answer(*waiting.popleft())
        while waiting:
            yield self._answer(*waiting.popleft())

    def now(self, task: PageTask) -> PageSaid:
        """The answer to one task, had in this process."""
        return read_and_weigh(self._payloads, task)

    def _begin_early(self, url: str, capture: Capture) -> None:
        task = self.task(capture, self._citing.get(url, ()))
        size = capture.payload_length if task.with_text else 0
        with self._lock:
            if self._workers is None or self._held + size > _MOST_HELD:
                return  # it is read when its turn comes
            self._held += size
        future = self._workers.submit(task)
        self._counted.add(future)
        future.add_done_callback(lambda done: self._weighed(done, size))
        self._early[capture.requested_url] = task, future

    def _weighed(self, done: Future[Any], expected: int) -> None:
        """A text waits that is smaller than its page, or none."""
        text = "" if done.cancelled() or done.exception() else _text(done.result())
        with self._lock:
            self._held += len(text) - expected

    def _future(self, task: PageTask) -> Future[Any] | None:
        if self._workers is None:
            return None
        early = self._early.pop(task.capture.requested_url, None)
        if early is not None and early[0] == task:
            return early[1]
        if early is not None:
            early[1].cancel()
        return self._workers.submit(task)

    def _answer(self, task: PageTask | None, future: Future[Any] | None) -> PageSaid | None:
        if task is None:
            return None
        if future is None:
            return self.now(task)
        try:
            said: PageSaid = future.result()
        except UnavailableError:
            return self.now(task)
        except WorkerDiedError as error:
            return failed(f"the process that read it {error}")
        if said.problem is not None and said.problem.signal == "archive":
            return self.now(task)  # a file that is still being written is not for others everywhere
        if future in self._counted:
            self._counted.discard(future)
            with self._lock:
                self._held -= len(_text(said))
        return said


def keeps_text(capture: Capture, settings: Settings) -> bool:
    """Whether the text that was judged goes into the archive (`Archive.keep_text`)."""
    return not settings.offline and capture.source is not CaptureSource.ARCHIVE


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _text(said: PageSaid) -> str:
    return said.page.text if said.page is not None else ""
