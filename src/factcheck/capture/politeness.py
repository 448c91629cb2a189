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
_MAX_DELAY_S = 10.0
_TRUST_AFTER = 50


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
        self._least_delay_s = self._delay_s = settings.delay_s
        self._free_at = self._closed_until = 0.0
        self._since = time.monotonic()
        self._served = self._refusals = 0

    def keep_apart(self, seconds: float) -> None:
        """Sets the least time between two requests, as a Crawl-delay asks."""
        self._least_delay_s = max(self._least_delay_s, seconds)
        self._delay_s = max(self._delay_s, seconds)

    def slow_down(self, asked_s: float | None) -> None:
        """The host is asked too often: nobody goes through for `asked_s`, and then at the pace that it bore before."""
        now = time.monotonic()
        self._refusals += 1
        wait = asked_s if asked_s is not None else min(2.0 ** (self._refusals - 1), 60.0)
        self._closed_until = max(self._closed_until, now + wait)
        if self._served:
            borne = (now - self._since + wait) / self._served
            self._delay_s = min(max(self._delay_s, borne), max(self._least_delay_s, _MAX_DELAY_S))
        self._served, self._since = 0, self._closed_until

    def speed_up(self) -> None:
        """The host has answered; after a while of that its pace is tried a little faster."""
        self._served += 1
        self._refusals = 0
        if self._served % _TRUST_AFTER == 0:
            self._delay_s = max(self._least_delay_s, self._delay_s * 0.9)

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
            self._free_at = now + self._delay_s
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
        gate = self._gates.get(target.site)
        if gate is None:
            gate = self._gates[target.site] = Gate(self._settings)
        return gate

    @asynccontextmanager
    async def turn(self, target: Target) -> AsyncIterator[None]:
        """A turn at the target's host; only who has one counts towards the requests under way."""
        async with self.gate(target).turn(), self._everywhere:
            yield


def _closed(seconds: float) -> FetchError:
    detail = f"the host asks not to be asked again for {seconds:.0f} s"
    return FetchError(UncheckedReason.RATE_LIMITED, "host_closed", detail, retry_after_s=seconds)
