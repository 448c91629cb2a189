"""From a URL to its page: redirects followed by hand, every hop judged, cookies kept for one chain and host only."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.capture.addressing import joined
from factcheck.capture.exchange import Exchange, exchange
from factcheck.capture.failures import FetchError
from factcheck.capture.redaction import redacted_url
from factcheck.model import Hop, UncheckedReason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from factcheck.capture.client import Client
    from factcheck.capture.guard import Guard, Target
    from factcheck.config import Settings

_MAX_COOKIES = 50
_MAX_COOKIE_BYTES = 4096


@dataclass(slots=True)
class Budget:
    """The seconds of network time left to one URL; waiting for a host's turn costs none."""

    left_s: float

    async def spend(self, work: Awaitable[Exchange]) -> Exchange:
        """Does `work` within what is left.

        Raises:
            FetchError: time is up.
        """
        since = time.monotonic()
        try:
            async with asyncio.timeout(max(self.left_s, 0.0)) as limit:
                return await work
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise FetchError(UncheckedReason.TIMEOUT, "total_timeout", "the page did not come in time") from error
        finally:
            self.left_s -= time.monotonic() - since


@dataclass(slots=True)
class CookieJar:
    """The cookies of one chain of redirects, by host; a subdomain is another host."""

    by_host: dict[str, dict[str, str]] = field(default_factory=dict)

    def header(self, host: str) -> str:
        """The Cookie header for `host`, empty if there are none."""
        return "; ".join(f"{name}={value}" for name, value in self.by_host.get(host, {}).items())

    def keep(self, host: str, answer: Exchange) -> None:
        """Takes what `answer` sets or deletes."""
        kept = self.by_host.setdefault(host, {})
        for key, text in answer.headers:
            if key.lower() != "set-cookie" or len(text) > _MAX_COOKIE_BYTES:
                continue
            pair, _, attributes = text.partition(";")
            name, equals, value = pair.partition("=")
            if not equals or not name.strip():
                continue
            if "max-age=0" in attributes.replace(" ", "").lower():
                kept.pop(name.strip(), None)
            elif len(kept) < _MAX_COOKIES:
                kept[name.strip()] = value.strip()


@dataclass(frozen=True, slots=True)
class Fetcher:
    """What a chain needs: the client, the rules, and leave to ask a host (its turn, its robots.txt)."""

    client: Client
    guard: Guard
    settings: Settings
    turn: Callable[[Target], AbstractAsyncContextManager[None]]
    permit: Callable[[Target], Awaitable[None]]

    async def ask(self, url: str, budget: Budget, headers: dict[str, str]) -> Exchange:
        """One answer, whatever it is; redirects are not followed.

        Raises:
            FetchError: there is none.
        """
        return await self._hop(self.guard.target(url), budget, CookieJar(), headers, robots=False)

    async def fetch(
        self,
        url: str,
        budget: Budget,
        extra: Callable[[Target], Mapping[str, str]] | None = None,
        *,
        robots: bool = True,
        agent: str | None = None,
    ) -> tuple[Exchange, ...]:
        """All answers on the way from `url`, the last of them the page's own.

        `extra` gives more headers for a request; `agent` is the User-Agent of all, where not the client's own.

        Raises:
            FetchError: no whole answer; its `hops` are those gone before.
        """
        trail: list[Exchange] = []
        jar = CookieJar()
        seen: set[tuple[str, str]] = set()
        try:
            target = self.guard.target(url)
            while True:
                headers = dict(extra(target)) if extra else {}
                if agent:
                    headers["User-Agent"] = agent
                answer = await self._hop(target, budget, jar, headers, robots=robots)
                trail.append(answer)
                if answer.location is None:
                    return tuple(trail)
                seen.add((target.url, jar.header(target.host)))
                jar.keep(target.host, answer)
                target = self.guard.target(joined(target.url, answer.location))
                self._check_end(trail, seen, (target.url, jar.header(target.host)))
        except BaseException as error:
            if isinstance(error, FetchError):
                error.hops = hops(trail)
                if error.partial:
                    error.partial = (*trail, *error.partial)
                    raise
            for answer in trail:
                answer.body.close()
            raise

    async def _hop(
        self, target: Target, budget: Budget, jar: CookieJar, headers: dict[str, str], *, robots: bool
    ) -> Exchange:
        if robots:
            await self.permit(target)
        cookies = jar.header(target.host)
        if cookies:
            headers["Cookie"] = cookies
        async with self.turn(target):
            return await budget.spend(exchange(self.client, target, headers, self.settings.max_body_bytes))

    def _check_end(self, trail: list[Exchange], seen: set[tuple[str, str]], comes: tuple[str, str]) -> None:
        if comes in seen:
            raise _redirects("redirect_loop", f"the redirects come back to {comes[0]}")
        if len(trail) > self.settings.max_redirects:
            raise _redirects("too_many_redirects", f"more than {self.settings.max_redirects} redirects")


def hops(trail: list[Exchange] | tuple[Exchange, ...]) -> tuple[Hop, ...]:
    """The answers of a chain as records, secrets blanked as in the archive."""
    return tuple(
        Hop(redacted_url(answer.url), answer.status, redacted_url(answer.location or "") or None, answer.peer.address)
        for answer in trail
    )


def _redirects(signal: str, detail: str) -> FetchError:
    return FetchError(UncheckedReason.SERVER_ERROR, signal, detail)
