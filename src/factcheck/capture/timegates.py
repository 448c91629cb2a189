"""Asking the TimeGates of web archives (RFC 7089, 4.1 and 4.2) for the copy of a page nearest to a time."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.capture.addressing import joined
from factcheck.capture.chain import Budget, Fetcher
from factcheck.capture.client import Client
from factcheck.capture.failures import FetchError
from factcheck.capture.guard import Guard
from factcheck.capture.headers import http_time
from factcheck.capture.memento import as_memento
from factcheck.capture.politeness import Gates, retry_after_s
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    from factcheck.capture.exchange import Exchange
    from factcheck.capture.guard import Target
    from factcheck.capture.recorder import Recorder
    from factcheck.config import Settings
    from factcheck.model import Capture

_LOG = logging.getLogger(__name__)
# A replay address: fourteen digits, perhaps two letters that say how the page is dressed up, then the address itself.
_REPLAY = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/(?=https?:)")
_RAW = r"/\1id_/"
_REST_S = 600.0
# The Internet Archive blocks for an hour who asks its replay much faster than this.
_PUBLIC_DELAY_S = 1.0
_TIMEOUT_S = 30.0
# Archives that could not be reached, and until when (monotonic seconds) they are left in peace.
resting: dict[str, float] = {}


class Search:
    """The TimeGates of one run."""

    def __init__(self, settings: Settings, recorder: Recorder) -> None:
        """Asks nothing yet."""
        # Who names a TimeGate in the configuration wants it asked, wherever it stands.
        named = tuple(urlsplit(gate).netloc for gate in settings.timegates)
        public = any(netloc.endswith("archive.org") for netloc in named)
        patient = replace(
            settings,
            allow_hosts=(*settings.allow_hosts, *named),
            delay_s=max(settings.delay_s, _PUBLIC_DELAY_S if public else 0.0),
            per_host=1,
        )
        self._recorder = recorder
        self._timegates = settings.timegates
        guard = Guard(patient)
        self._client = Client(patient, guard)
        self._fetcher = Fetcher(self._client, guard, patient, Gates(patient).turn, _always)

    async def close(self) -> None:
        """Lets the client go."""
        await self._client.aclose()

    async def find(self, url: str, near: datetime | None) -> Capture | None:
        """The memento that the first TimeGate to have one names."""
        for gate in self._timegates:
            if resting.get(gate, 0.0) > time.monotonic():
                continue
            try:
                memento = await self._from_gate(url, near, gate)
            except FetchError as error:
                error.drop()
                _LOG.info("%s is left in peace for a while: %s", gate, error.detail)
                resting[gate] = time.monotonic() + max(_REST_S, error.retry_after_s or 0.0)
                continue
            if memento is not None:
                return memento
        return None

    async def _from_gate(self, url: str, near: datetime | None, gate: str) -> Capture | None:
        asked = {"Accept-Datetime": format_datetime(near.astimezone(UTC), usegmt=True)} if near else {}
        budget = Budget(_TIMEOUT_S)
        answer = await self._fetcher.ask(gate + url, budget, asked)
        answer.body.close()
        place = answer.header("location") or answer.header("content-location")
        if answer.status >= 500 or answer.status == 429:
            raise _unwilling(answer)
        if place is None:
            return None
        memento_url = joined(answer.url, place)
        raw_url = _REPLAY.sub(_RAW, memento_url, count=1)
        return await self._capture(url, raw_url, budget)

    async def _capture(self, url: str, memento_url: str, budget: Budget) -> Capture | None:
        try:
            chain = await self._fetcher.fetch(memento_url, budget, robots=False)
        except FetchError as error:
            error.drop()
            _LOG.info("%s: %s", memento_url, error.detail)
            return None
        try:
            answer = chain[-1]
            if answer.status != 200 or http_time(answer.header("memento-datetime")) is None:
                return None
            return as_memento(url, await self._recorder.store(url, chain), answer.url)
        finally:
            for each in chain:
                each.body.close()


async def _always(target: Target) -> None:
    """A TimeGate is an interface for programs: it has no robots.txt to be obeyed."""


def _unwilling(answer: Exchange) -> FetchError:
    asked = retry_after_s(answer.header("retry-after"))
    detail = f"the web archive answers {answer.status}"
    return FetchError(UncheckedReason.SERVER_ERROR, "timegate_unwilling", detail, retry_after_s=asked)
