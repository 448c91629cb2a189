"""One run of captures: every URL once, hosts side by side, each host in its own time."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections import deque
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, retry_if_result, stop_after_attempt

from factcheck.capture.addressing import site_of, url_key
from factcheck.capture.agents import Agents, is_refusal
from factcheck.capture.archive import answered_since
from factcheck.capture.chain import Budget, Fetcher
from factcheck.capture.client import Client
from factcheck.capture.failures import FetchError
from factcheck.capture.guard import Guard, Target
from factcheck.capture.leases import Lease
from factcheck.capture.politeness import Gates, retry_after_s
from factcheck.capture.robots import MAX_BYTES, Robots
from factcheck.capture.translation import translate
from factcheck.errors import FactcheckError
from factcheck.model import Capture, CaptureFailure, CaptureSource, UncheckedReason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.capture.archive import Archive
    from factcheck.capture.exchange import Exchange
    from factcheck.capture.recorder import Recorder
    from factcheck.config import Settings

Outcome = Capture | CaptureFailure
_LOG = logging.getLogger(__name__)
_TOO_MANY = 429
_UNAVAILABLE = 503
_BETWEEN_COLLECTIONS = 50_000
# Answers that another try may better; 501, 505 and 511 say that it will not.
_PASSING = frozenset((408, 425, _TOO_MANY, 500, 502, 503, 504, *range(520, 531)))
_MAX_ROBOTS_REDIRECTS = 5


class Run:
    """The network's part of a run; made and used within one event loop."""

    def __init__(self, settings: Settings, archive: Archive, recorder: Recorder) -> None:
        """Reads the environment's proxies and certificates."""
        self._settings = settings
        self._archive = archive
        self._recorder = recorder
        self._guard = Guard(settings)
        self._gates = Gates(settings)
        self._agents = Agents(settings)
        self._client = Client(settings, self._guard)
        self._robots = Robots(archive.index, self._fetch_robots)
        self._fetcher = Fetcher(self._client, self._guard, settings, self._gates.turn, self._permit)
        # More hosts at a time would only let the connections to each go cold.
        self._hosts = asyncio.Semaphore(2 * settings.concurrency)
        # The archive's dates are whole seconds.
        self._started = archive.opened_at.replace(microsecond=0)

    async def capture(self, urls: Iterable[str], done: Callable[[str, Outcome], None]) -> None:
        """Captures all `urls`, telling each outcome as it comes."""
        hosts: dict[str, deque[str]] = {}
        for url in urls:
            hosts.setdefault(site_of(url), deque()).append(url)
        try:
            with _rarely_collected():
                async with asyncio.TaskGroup() as tasks:
                    for site, waiting in hosts.items():
                        tasks.create_task(self._host(site, waiting, done))
        except BaseExceptionGroup as group:
            raise _first_cause(group) from group
        finally:
            self._robots.close()
            await self._client.aclose()
            await asyncio.sleep(0)  # lets the closed connections go before the loop does

    async def _host(self, site: str, waiting: deque[str], done: Callable[[str, Outcome], None]) -> None:
        """All URLs of one host, which no other run asks meanwhile."""
        lease = Lease(self._archive.index, site, self._archive.opened_at.timestamp())
        async with self._hosts, lease.held():
            if lease.others_asked:
                self._archive.index.look_again()
                self._take_answered(waiting, done)
            async with asyncio.TaskGroup() as tasks:
                for _ in range(min(self._settings.per_host, len(waiting))):
                    tasks.create_task(self._work(waiting, lease, done))

    def _take_answered(self, waiting: deque[str], done: Callable[[str, Outcome], None]) -> None:
        """Takes from the archive what the other run has put there since this one started."""
        for url in list(waiting):
            capture = answered_since(url, self._started, self._archive)
            if capture is not None:
                waiting.remove(url)
                done(url, capture)

    async def _work(self, waiting: deque[str], lease: Lease, done: Callable[[str, Outcome], None]) -> None:
        while waiting:
            url = waiting.popleft()
            done(url, await self._one(url))
            lease.renew()

    async def _one(self, url: str) -> Outcome:
        try:
            return await self._with_retries(url)
        except FetchError as error:
            return await self._failed(url, error)
        except FactcheckError:
            raise
        except Exception as error:  # noqa: BLE001 - see below
            # Whatever a page does, the others are captured; this is a bug to be reported, not a fact about the page.
            _LOG.exception("capturing %s failed", url)
            return translate(error).failure(url, datetime.now(UTC))

    async def _failed(self, url: str, error: FetchError) -> CaptureFailure:
        """The record of a failure; what came of an answer that is not whole is kept as that."""
        try:
            if error.partial:
                await self._recorder.store_partial(error.partial)
        finally:
            error.drop()
        return error.failure(url, datetime.now(UTC))

    async def _with_retries(self, url: str) -> Capture:
        chain = await self._tried(url, Budget(self._settings.total_timeout_s))
        try:
            return await self._keep(url, chain)
        finally:
            _close(chain)

    async def _tried(self, url: str, budget: Budget) -> tuple[Exchange, ...]:
        first: tuple[Exchange, ...] | FetchError
        try:
            first = await self._attempt(url, budget)
        except FetchError as error:
            if not _may_pass(error):
                raise
            first = error
        if isinstance(first, tuple) and not self._is_worth_waiting_for(first):
            return first
        return await self._retried(first, url, budget)

    async def _retried(
        self, first: tuple[Exchange, ...] | FetchError, url: str, budget: Budget
    ) -> tuple[Exchange, ...]:
        """More tries after the first, which gave `first`; most pages need none, and are spared what this costs."""
        earlier = [first]

        async def attempt() -> tuple[Exchange, ...]:
            if not earlier:
                return await self._attempt(url, budget)
            outcome = earlier.pop()
            if isinstance(outcome, FetchError):
                raise outcome
            return outcome

        retrying = AsyncRetrying(
            stop=stop_after_attempt(max(1, self._settings.attempts)),
            retry=retry_if_exception(_may_pass) | retry_if_result(self._is_worth_waiting_for),
            wait=_wait_s,
            before_sleep=_drop,
            retry_error_callback=_last_word,
        )
        chain: tuple[Exchange, ...] = await retrying(attempt)
        return chain

    async def _attempt(self, url: str, budget: Budget) -> tuple[Exchange, ...]:
        target = self._guard.target(url)
        known = self._agents.known(target.site)
        chain = await self._fetcher.fetch(url, budget, self._conditions, agent=known)
        if known is None and self._agents.may_help(target.site, chain[-1]):
            chain = await self._asked_again(url, budget, target, chain)
        answer = chain[-1]
        gate = self._gates.gate(self._guard.target(answer.url))
        asked = retry_after_s(answer.header("retry-after")) if answer.status in _PASSING else None
        if answer.status == _TOO_MANY or asked is not None:
            gate.slow_down(asked)
        elif answer.status == _UNAVAILABLE:
            gate.ease()
        else:
            gate.speed_up()
        return chain

    async def _asked_again(
        self, url: str, budget: Budget, target: Target, refused: tuple[Exchange, ...]
    ) -> tuple[Exchange, ...]:
        """The answer to the second User-Agent, or `refused` where that does no better; both are archived."""
        try:
            chain = await self._fetcher.fetch(url, budget, self._conditions, agent=self._agents.second)
        except FetchError as error:
            error.drop()
            self._agents.failed(target.site)
            return refused
        if is_refusal(chain[-1].status) or chain[-1].status == _TOO_MANY:
            self._agents.failed(target.site)
            _close(chain)
            return refused
        self._agents.helped(target.site)
        await self._recorder.store(url, refused)
        _close(refused)
        return chain

    def _is_worth_waiting_for(self, chain: tuple[Exchange, ...]) -> bool:
        answer = chain[-1]
        if answer.status not in _PASSING:
            return False
        return (retry_after_s(answer.header("retry-after")) or 0.0) <= self._settings.max_retry_wait_s

    def _conditions(self, target: Target) -> dict[str, str]:
        """The headers by which an unchanged page is not sent again."""
        row = self._archive.index.row(url_key(target.url))
        if row is None or row.status != 200 or self._settings.refresh:
            return {}
        conditions = {}
        if row.etag:
            conditions["If-None-Match"] = row.etag
        if row.last_modified:
            conditions["If-Modified-Since"] = row.last_modified
        return conditions

    async def _keep(self, url: str, chain: tuple[Exchange, ...]) -> Capture:
        answer = chain[-1]
        if answer.status == 304:
            return await self._keep_unchanged(url, chain)
        capture = await self._recorder.store(url, chain)
        if answer.status == _TOO_MANY:
            detail = "the host says that it is asked too often (HTTP 429)"
            raise FetchError(UncheckedReason.RATE_LIMITED, "http_429", detail, http_status=_TOO_MANY)
        return capture

    async def _keep_unchanged(self, url: str, chain: tuple[Exchange, ...]) -> Capture:
        row = self._archive.index.row(url_key(chain[-1].url))
        capture = self._recorder.store_unchanged(url, chain, row) if row else None
        if capture is None:
            detail = "the host says that a page is unchanged of which the archive has nothing (HTTP 304)"
            raise FetchError(UncheckedReason.SERVER_ERROR, "unexpected_304", detail, http_status=304)
        return replace(capture, source=CaptureSource.CACHE)

    async def _permit(self, target: Target) -> None:
        if not self._settings.obey_robots:
            return
        delay_s = await self._robots.permit(target)
        if delay_s:
            self._gates.gate(target).keep_apart(delay_s)

    async def _fetch_robots(self, target: Target) -> tuple[Exchange, ...]:
        limits = replace(self._settings, max_body_bytes=MAX_BYTES, max_redirects=_MAX_ROBOTS_REDIRECTS)
        fetcher = replace(self._fetcher, settings=limits)
        return await fetcher.fetch(f"{target.origin}/robots.txt", Budget(limits.total_timeout_s), robots=False)


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Has the interpreter look for circular garbage less often: a run makes little, and looking takes a tenth of it."""
    before = gc.get_threshold()
    gc.set_threshold(_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _first_cause(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error of a group, which may be of groups itself."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, FetchError) and error.retry


def _wait_s(state: RetryCallState) -> float:
    """Half a second, one, two …; a host that wants more time is waited for at its gate."""
    if state.outcome and not state.outcome.failed and state.outcome.result()[-1].status == _TOO_MANY:
        return 0.0
    return float(min(0.5 * 2 ** (state.attempt_number - 1), 8.0))


def _drop(state: RetryCallState) -> None:
    """Lets the answer of a try go that is followed by another."""
    if state.outcome and not state.outcome.failed:
        _close(state.outcome.result())
    elif state.outcome and isinstance(error := state.outcome.exception(), FetchError):
        error.drop()


def _last_word(state: RetryCallState) -> tuple[Exchange, ...]:
    """What the last try gave: an answer, or its error."""
    if state.outcome is None:
        raise RuntimeError("a retry without an attempt")
    chain: tuple[Exchange, ...] = state.outcome.result()
    return chain


def _close(chain: tuple[Exchange, ...]) -> None:
    for answer in chain:
        answer.body.close()
