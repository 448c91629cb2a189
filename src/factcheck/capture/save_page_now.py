"""Handing live pages to a web archive: the Save Page Now 2 interface of the Internet Archive, or one that speaks it.

Per page one ``POST`` with ``url`` and the account's keys (``Authorization: LOW key:secret``); the answer names a job,
whose ``status/<job_id>`` says ``pending``, ``success`` with a timestamp, or ``error`` with a code and a message
(Vangelis Banos, "Save Page Now 2 Public API Docs", 2022-04-05).  A page that was submitted is not archived before the
archive says so.  The keys go to the interface's own origin only, along no redirect, and into no record.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from factcheck.capture.client import Client
from factcheck.capture.decoding import BodyDecoder
from factcheck.capture.entry import run_to_end
from factcheck.capture.failures import FetchError
from factcheck.capture.guard import Guard
from factcheck.capture.headers import header
from factcheck.capture.politeness import retry_after_s
from factcheck.capture.translation import translate
from factcheck.errors import UsageError
from factcheck.model import Saving, SavingState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.config import Settings

_ANSWER_BYTES = 256 * 1024
_TIMEOUT_S = 60.0
_BETWEEN_LOOKS_S = 5.0
_JOB = re.compile(r"[A-Za-z0-9_-]{1,120}")
_TIMESTAMP = re.compile(r"\d{14}")
# After these, no further page would be taken today, or with these keys.
_ENDS_ALL = frozenset({"error:too-many-daily-captures", "error:unauthorized", "error:blocked-client-ip"})


class _StoppedError(Exception):
    """The archive takes no more pages in this run; says why."""


def save_pages(urls: Iterable[str], settings: Settings) -> dict[str, Saving]:
    """Submits each of `urls` and says what came of it; none raises but for the settings.

    Raises:
        UsageError: the settings name no credentials where they are needed, or no URL as `save_url`.
    """
    check_settings(settings)
    found: dict[str, Saving] = {}

    async def work() -> None:
        desk = _Desk(settings)
        try:
            await desk.submit_all(dict.fromkeys(urls), found)
            await desk.look_until_done(found)
        finally:
            await desk.close()

    run_to_end(work())
    return found


def check_settings(settings: Settings) -> None:
    """Raises UsageError where nothing could be saved with these settings."""
    try:
        host = urlsplit(settings.save_url).hostname or ""
    except ValueError:
        host = ""
    if not host or not settings.save_url.startswith(("https://", "http://")):
        raise UsageError(f"save_url is no URL: {settings.save_url!r}")
    if host.endswith("archive.org") and not settings.save_credentials:
        raise UsageError(
            "Saving pages needs an account of archive.org: give its keys (https://archive.org/account/s3.php) as "
            "FACTCHECK_SAVE_CREDENTIALS=key:secret"
        )


class _Desk:
    """The conversation with the archive in one run."""

    def __init__(self, settings: Settings) -> None:
        # Who names an interface in the configuration wants it asked, wherever it stands.
        own = replace(settings, allow_hosts=(*settings.allow_hosts, urlsplit(settings.save_url).netloc))
        self._settings = settings
        self._guard = Guard(own)
        self._client = Client(own, self._guard)
        self._jobs: dict[str, str] = {}
        self._next_at = 0.0

    async def close(self) -> None:
        await self._client.aclose()

    async def submit_all(self, urls: Iterable[str], found: dict[str, Saving]) -> None:
        """Hands all `urls` in, at the pace that the settings allow."""
        stopped = ""
        for url in urls:
            if stopped:
                found[url] = _saving(SavingState.NOT_SUBMITTED, stopped)
                continue
            try:
                found[url] = await self._submit(url)
            except _StoppedError as error:
                stopped = self._clean(str(error))
                found[url] = _saving(SavingState.NOT_SUBMITTED, stopped)
            except FetchError as error:
                found[url] = _saving(SavingState.FAILED, self._clean(f"the archive did not answer: {error.detail}"))

    async def _submit(self, url: str) -> Saving:
        status, headers, answer = await self._turn(url)
        if status == 429 or answer.get("status_ext") == "error:user-session-limit":
            wait = retry_after_s(headers.get("retry-after"))
            if wait is None or wait > self._settings.max_retry_wait_s:
                raise _StoppedError("the archive takes no more pages at present (HTTP 429)")
            self._next_at = max(self._next_at, time.monotonic() + wait)
            status, headers, answer = await self._turn(url)
        return self._received(url, status, answer)

    async def _turn(self, url: str) -> tuple[int, dict[str, str], dict[str, Any]]:
        """One submission, not before the pace allows it."""
        await asyncio.sleep(max(0.0, self._next_at - time.monotonic()))
        self._next_at = time.monotonic() + self._settings.save_delay_s
        form = urlencode({"url": url, "skip_first_archive": "1"}).encode("ascii")
        return await self._ask(self._settings.save_url, form)

    def _received(self, url: str, status: int, answer: Mapping[str, Any]) -> Saving:
        said = self._said(answer) or f"HTTP {status}"
        if status in {401, 403, 429} or answer.get("status_ext") in _ENDS_ALL:
            raise _StoppedError(f"the archive refuses: {said}")
        job = answer.get("job_id")
        if status >= 300 or not isinstance(job, str) or not _JOB.fullmatch(job):
            return _saving(SavingState.FAILED, said)
        self._jobs[url] = job
        return _saving(SavingState.SUBMITTED, "the archive has taken the address, and has not said yet what came of it")

    async def look_until_done(self, found: dict[str, Saving]) -> None:
        """Asks after the jobs until all are done or the time is up; those that are not stay submitted."""
        ends_at = time.monotonic() + self._settings.save_wait_s
        while self._jobs:
            for url, job in list(self._jobs.items()):
                outcome = await self._look(url, job)
                if outcome is not None:
                    found[url] = outcome
                    del self._jobs[url]
            pause = min(_BETWEEN_LOOKS_S, self._settings.save_delay_s)
            if not self._jobs or time.monotonic() + pause > ends_at:
                return
            await asyncio.sleep(pause)

    async def _look(self, url: str, job: str) -> Saving | None:
        """What came of a job; None while that is open."""
        try:
            status, _, answer = await self._ask(f"{self._settings.save_url.rstrip('/')}/status/{job}", None)
        except FetchError:
            return None
        stated, timestamp = answer.get("status"), answer.get("timestamp")
        if status == 200 and stated == "success" and isinstance(timestamp, str) and _TIMESTAMP.fullmatch(timestamp):
            parts = urlsplit(self._settings.save_url)
            memento_url = f"{parts.scheme}://{parts.netloc}/web/{timestamp}/{url}"
            return _saving(SavingState.ARCHIVED, "the archive says that it has the page", memento_url)
        if stated == "error":
            return _saving(SavingState.FAILED, self._said(answer) or "the archive could not capture the page")
        return None

    async def _ask(self, url: str, form: bytes | None) -> tuple[int, dict[str, str], dict[str, Any]]:
        """One request, with the keys; the answer's status, headers and JSON object (empty where it is none)."""
        headers = {"Accept": "application/json"}
        if self._settings.save_credentials:
            headers["Authorization"] = f"LOW {self._settings.save_credentials}"
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                target = self._guard.target(url)
                answer = await self._client.ask(target, headers, form)
                decoder = BodyDecoder(header(answer.headers, "content-encoding"), _ANSWER_BYTES)
                async with aclosing(answer.body):
                    data = b"".join([piece async for raw in answer.body for piece in decoder.feed(raw)])
        except FetchError:
            raise
        except Exception as error:
            raise translate(error) from error
        return answer.status, {name.lower(): value for name, value in answer.headers}, _object(data)

    def _said(self, answer: Mapping[str, Any]) -> str:
        """The archive's own words, in one line."""
        words = [str(answer[key]) for key in ("message", "status_ext") if isinstance(answer.get(key), str)]
        return self._clean(" ".join(" ".join(words).split())[:300])

    def _clean(self, text: str) -> str:
        """`text` without the account's keys, whoever repeats them."""
        secrets = (self._settings.save_credentials or "").partition(":")
        for secret in (self._settings.save_credentials, secrets[0], secrets[2]):
            if secret and len(secret) > 3:
                text = text.replace(secret, "[redacted]")
        return text


def _object(data: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _saving(state: SavingState, detail: str, memento_url: str | None = None) -> Saving:
    return Saving(state, detail, datetime.now(UTC).replace(microsecond=0), memento_url)
