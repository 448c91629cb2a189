"""Whose turn it is: few requests at a time to one host, not too close together, none before it asked for them."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factcheck.capture.failures import FetchError
from factcheck.capture.headers import http_time
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from factcheck.capture.guard import Target
    from factcheck.config import Settings

_DAY_S = 86_400.0


def retry_after_s(value: str | None, now: datetime | None = None) -> float | None:
    """A Retry-After header (RFC 9110, 10.2.3: seconds or a date) as seconds from `now`; None if it says nothing."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), 365 * _DAY_S)
    at = http_time(text)
    return None if at is None else max(0.0, (at - (now or datetime.now(UTC))).total_seconds())


class Gate:
    """One host's door."""

    def __init__(self, settings: Settings) -> None:
        """Starts open."""
        self._slots = asyncio.Semaphore(settings.per_host)
        self._patience_s = settings.max_retry_wait_s
        self.delay_s = settings.delay_s
        self._free_at = 0.0
        self._closed_until = 0.0

    def close_for(self, seconds: float) -> None:
        """Lets nobody through for that long."""
        self._closed_until = max(self._closed_until, time.monotonic() + seconds)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits for a turn and holds it.

        Raises:
            FetchError: the host has closed its door for longer than anybody would wait.
        """
        async with self._slots:
            while True:
                now = time.monotonic()
                if self._closed_until - now > self._patience_s:
                    raise _closed(self._closed_until - now)
                start = max(self._free_at, self._closed_until)
                if start <= now:
                    break
                await asyncio.sleep(start - now)
            self._free_at = now + self.delay_s
            yield


class Gates:
    """The doors of all hosts, and how many requests are under way in all."""

    def __init__(self, settings: Settings) -> None:
        """Starts with no host known."""
        self._settings = settings
        self._gates: dict[str, Gate] = {}
        self._everywhere = asyncio.Semaphore(settings.concurrency)

    def gate(self, target: Target) -> Gate:
        """The door of the target's host and port."""
        return self._gates.setdefault(target.site, Gate(self._settings))

    @asynccontextmanager
    async def turn(self, target: Target) -> AsyncIterator[None]:
        """A turn at the target's host; only who has one counts towards the requests under way."""
        async with self.gate(target).turn(), self._everywhere:
            yield


def _closed(seconds: float) -> FetchError:
    detail = f"the host asks not to be asked again for {seconds:.0f} s"
    return FetchError(UncheckedReason.RATE_LIMITED, "host_closed", detail, retry_after_s=seconds)
