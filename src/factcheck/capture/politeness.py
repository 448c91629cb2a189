"""Whose turn it is: few requests at a time to one host, not too close together, none before it asked for them."""

from __future__ import annotations

import asyncio
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
_TRUST_AFTER = 200
# A little above the pace that a host bears, for requests do not arrive as evenly as they are sent.
_SPARE = 1.15
_EASED = 1.25
# After so many answers at one pace a refusal says little against it.
_FEW = 10
_ROUNDED_S = 2.0
# Who comes late to a turn takes so much less time until the next, or a busy machine would be a slow one.
_MADE_UP_S = 0.05
_PAUSE_S = 1.0
_MAX_EASE_S = 1.0


def retry_after_s(value: str | None, now: datetime | None = None) -> float | None:
    """A Retry-After header (RFC 9110, 10.2.3: seconds or a date) as seconds from `now`; None if it says nothing."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), 365 * _DAY_S)
    at = http_time(text)
    return None if at is None else max(0.0, (at - (now or datetime.now(UTC))).total_seconds())


class Gate:
    """One host's door, and the pace that the host bears.

    A host that says how long to wait says nothing of how often it may be asked after that.  What it has served before
    it refused, it lets in during as long as it now wants to be left alone: at that pace it is asked from then on, with
    a little to spare; and where that is too fast as well, more slowly each time.
    """

    def __init__(self, settings: Settings) -> None:
        """Starts open."""
        self._slots = asyncio.Semaphore(settings.per_host)
        self._patience_s = settings.max_retry_wait_s
        self._least_delay_s = self._delay_s = settings.delay_s
        self._free_at = self._closed_until = 0.0
        self._since = self._last_at = asyncio.get_running_loop().time()
        self._asked = self._refused = self._under_way = self._in_a_row = 0

    def keep_apart(self, seconds: float) -> None:
        """Sets the least time between two requests, as a Crawl-delay asks."""
        self._least_delay_s = max(self._least_delay_s, seconds)
        self._delay_s = max(self._delay_s, seconds)

    def slow_down(self, asked_s: float | None) -> None:
        """The host is asked too often: nobody goes through for `asked_s`, and then at the pace that it bears."""
        now = asyncio.get_running_loop().time()
        self._refused += 1
        if now >= self._closed_until:
            self._in_a_row += 1
        wait = asked_s if asked_s is not None else min(2.0 ** (self._in_a_row - 1), 60.0)
        if now >= self._closed_until:  # else it was sent before the last refusal was heard
            self._find_pace(wait)
        self._closed_until = max(self._closed_until, now + wait)

    def ease(self) -> None:
        """The host fails where it has served before, without a word on why: it is asked a little less often."""
        self._refused += 1
        if self._in_a_row == 0 and self._delay_s:
            self._delay_s = max(self._delay_s, min(_EASED * self._delay_s, _MAX_EASE_S))
        elif self._in_a_row == 0:
            self._find_pace(_PAUSE_S)
        self._in_a_row += 1

    def _find_pace(self, wait: float) -> None:
        served = self._asked - self._refused - self._under_way
        if served > 0:
            # Seconds and dates are whole: of a wait of two seconds, one may be owed to that.
            wanted = (wait if wait > _ROUNDED_S else min(wait, 1.0)) / served
            kept = (self._last_at - self._since) / max(1, self._asked - 1)
            pace = _SPARE * max(wanted, kept, self._delay_s)
            if self._delay_s:
                pace = min(pace, self._delay_s * (1 + _FEW / served))
            self._delay_s = min(pace, max(self._delay_s, _MAX_DELAY_S))
        self._asked, self._refused = self._under_way, 0
        self._since = asyncio.get_running_loop().time() + wait

    def speed_up(self) -> None:
        """The host has answered; after a while of that its pace is tried a little faster."""
        self._in_a_row = 0
        if self._asked and self._asked % _TRUST_AFTER == 0:
            self._delay_s = max(self._least_delay_s, self._delay_s * 0.9)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits for a turn and holds it.

        Raises:
            FetchError: the host has closed its door for longer than anybody would wait.
        """
        async with self._slots:
            while True:
                now = asyncio.get_running_loop().time()
                if self._closed_until - now > self._patience_s:
                    raise _closed(self._closed_until - now)
                start = max(self._free_at, self._closed_until)
                if start <= now:
                    break
                await asyncio.sleep(start - now)
            self._free_at = max(start, now - min(_MADE_UP_S, self._delay_s / 4)) + self._delay_s
            self._asked += 1
            self._last_at = now
            self._under_way += 1
            try:
                yield
            finally:
                self._under_way -= 1


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
