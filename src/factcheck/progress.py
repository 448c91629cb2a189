"""How a run shows that it goes on: a bar on a terminal, plain lines elsewhere, nothing when told to be quiet.

All of it goes to standard error; standard output is for results.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from factcheck.console import counted, printable
from factcheck.model import Capture, CaptureFailure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

LINE_EVERY = 25
"""Captures from one plain line to the next."""


class SilentProgress:
    """Says nothing."""

    def brief(self, path: str) -> None:
        """A brief is being read."""

    def total(self, captures: int) -> None:
        """So many addresses will be asked."""

    def captured(self, url: str, result: Capture | CaptureFailure) -> None:
        """One address was asked, with this result."""


@dataclass(slots=True)
class PlainProgress(SilentProgress):
    """One line per brief and per `LINE_EVERY` captures; with `every` one per capture, saying what came of it."""

    stream: TextIO
    every: bool = False
    pages: int = 0
    done: int = 0
    left: int = 0

    def brief(self, path: str) -> None:
        """Name the brief."""
        self._line(f"read {path}")

    def total(self, captures: int) -> None:
        """Say how many captures there will be."""
        self.pages = captures
        self._line(f"capturing {counted(captures, 'page')}")

    def captured(self, url: str, result: Capture | CaptureFailure) -> None:
        """Count a capture, or what a run that was stopped did not come to; how many it did is its last line."""
        if is_left(result):
            self.left += 1
            if self.done + self.left == self.pages:
                self._line(f"stopped: captured {self.done} of {counted(self.pages, 'page')}")
            return
        self.done += 1
        if self.every:
            self._line(f"{url}: {outcome(result)}")
        elif self.done == self.pages or self.done % LINE_EVERY == 0:
            self._line(f"captured {self.done} of {counted(self.pages, 'page')}")

    def _line(self, text: str) -> None:
        self.stream.write(f"{printable(text)}\n")
        self.stream.flush()


@dataclass(slots=True)
class BarProgress(SilentProgress):
    """A bar that is gone when the run is done."""

    bar: RichProgress
    task: TaskID

    def brief(self, path: str) -> None:
        """Show the brief's name before the bar."""
        self.bar.update(self.task, description=f"read {printable(path)}")

    def total(self, captures: int) -> None:
        """Set the bar's length."""
        self.bar.update(self.task, description="capturing", total=captures, completed=0)

    def captured(self, url: str, result: Capture | CaptureFailure) -> None:
        """Move the bar on by one and show the address; it stays where a run that was stopped came to."""
        if is_left(result):
            return
        self.bar.update(self.task, description=printable(url)[:60], advance=1)


def outcome(result: Capture | CaptureFailure) -> str:
    """What came of a capture, in a few words."""
    if isinstance(result, Capture):
        return f"{result.http_status}, from the {result.source.value}"
    return f"{result.reason.value} ({result.signal})"


def is_left(result: Capture | CaptureFailure) -> bool:
    """Whether the run was stopped before it came to this address."""
    return isinstance(result, CaptureFailure) and result.signal == "interrupted"


def on_terminal(stream: TextIO) -> bool:
    """Whether a person watches `stream`: a terminal that can move its cursor, and no CI."""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


@contextmanager
def shown_progress(verbosity: int, stream: TextIO | None = None) -> Iterator[SilentProgress]:
    """The progress that fits `stream` (standard error) and `verbosity` (below 0 quiet, above 0 a line per capture)."""
    stream = stream or sys.stderr
    if verbosity < 0:
        yield SilentProgress()
    elif verbosity > 0 or not on_terminal(stream):
        yield PlainProgress(stream, every=verbosity > 0)
    else:
        with _bar(stream) as bar:
            yield BarProgress(bar, bar.add_task("reading", total=None))


def _bar(stream: TextIO) -> RichProgress:
    from rich.console import Console  # noqa: PLC0415 - 60 ms, and only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - the same

    text = TextColumn("{task.description}", markup=False)  # an address may hold [brackets]
    return Progress(text, BarColumn(), MofNCompleteColumn(), console=Console(file=stream), transient=True)
