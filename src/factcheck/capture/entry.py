"""What the audit calls: captures of many URLs, from the archive where that will do, else from the network."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.capture.addresses import literal_address, refusal
from factcheck.capture.addressing import twin_of, url_key
from factcheck.capture.archive import Archive, answered_since
from factcheck.capture.failure_history import with_history
from factcheck.capture.failures import reached, was_asked
from factcheck.capture.results import Results
from factcheck.model import Capture, CaptureFailure, UncheckedReason

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping, Sequence

    from factcheck.config import Settings

    Outcome = Capture | CaptureFailure
    Progress = Callable[[str, Outcome], None]


def _now() -> datetime:
    return datetime.now(UTC)


def capture_all(
    urls: Sequence[str],
    settings: Settings,
    progress: Progress | None = None,
    *,
    clock: Callable[[], datetime] = _now,
    archive: Archive | None = None,
) -> Mapping[str, Outcome]:
    """Captures each of `urls` once; the result is in their order.

    `progress` is told each outcome as it comes; whether a host that does not exist, or that was away in earlier runs
    too, makes its link dead is only known at the end, and only the result says so.  Ctrl-C ends the run early: what is
    not done is ``not_fetched: interrupted``.  `clock` says when this run is, to the memory of earlier ones.  `archive`
    is the run's own, where it has one open already.

    Raises:
        ArchiveError: the archive cannot be read or written.
        UsageError: the environment names a proxy that cannot be used.
    """
    wanted = list(dict.fromkeys(urls))
    results = Results(wanted)

    def done(url: str, outcome: Outcome) -> None:
        results[url] = outcome
        if progress:
            progress(url, outcome)

    with nullcontext(archive) if archive is not None else Archive(settings) as opened:
        try:
            missing = [url for url in wanted if not _from_archive(url, opened, settings, done)]
            if missing:
                _from_network(missing, opened, settings, done)
        except KeyboardInterrupt:
            for url in wanted:
                if url not in results:
                    done(url, _not_asked(url, UncheckedReason.NOT_FETCHED, "interrupted", "the run was interrupted"))
    _settle(results)
    if settings.offline:
        return results
    return with_history(results, settings.archive_dir, clock(), strict=settings.strict)


def _from_archive(url: str, archive: Archive, settings: Settings, done: Progress) -> bool:
    """Answers `url` without the network, if that is allowed or asked for."""
    if settings.offline or _is_archive_only(url, settings):
        done(url, archive.find(url) or _by_other_scheme(url, archive) or _absent(url, settings))
        return True
    since = datetime.now(UTC) - timedelta(seconds=settings.max_age_s)
    capture = None if settings.refresh else answered_since(url, since, archive)
    # A failure is never an answer; it is asked again.
    if capture is None or not 200 <= capture.http_status < 300:
        return False
    done(url, capture)
    return True


def _by_other_scheme(url: str, archive: Archive) -> Capture | None:
    """The archive's capture of the same address by http instead of https or the reverse, with a remark that says so."""
    twin = twin_of(url)
    capture = archive.find(twin) if twin else None
    if capture is None or twin is None:
        return None
    remark = f"The archive has no capture of this address by {_scheme(url)}; this one is by {_scheme(twin)}."
    return replace(capture, requested_url=url, remarks=(*capture.remarks, remark))


def _scheme(url: str) -> str:
    return url.strip().partition(":")[0].lower()


def _from_network(urls: list[str], archive: Archive, settings: Settings, done: Progress) -> None:
    """Asks the hosts; spellings of one address, or links to places of one page, are one request."""
    # The client's libraries take 0.2 s to import, which a run from the archive has no need of.
    from factcheck.capture.recorder import Recorder  # noqa: PLC0415
    from factcheck.capture.run import Run  # noqa: PLC0415

    recorder = Recorder(archive)
    first: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for url in urls:
        asked = first.setdefault(url_key(url), url)
        if asked != url:
            others.setdefault(asked, []).append(url)

    def told(url: str, outcome: Outcome) -> None:
        done(url, outcome)
        for other in others.get(url, ()):
            done(other, replace(outcome, requested_url=other))

    async def work() -> None:
        await Run(settings, archive, recorder).capture(first.values(), told)

    try:
        run_to_end(work())
    finally:
        recorder.close()


def run_to_end(work: Coroutine[None, None, None]) -> None:
    """Runs `work` to its end, also where a loop is running already (a notebook)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(work)
        return
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, work).result()


def _is_archive_only(url: str, settings: Settings) -> bool:
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    return any(fnmatchcase(host, pattern.lower()) for pattern in settings.archive_only_hosts)


def _absent(url: str, settings: Settings) -> CaptureFailure:
    if settings.offline:
        return _not_asked(url, UncheckedReason.OFFLINE, "offline", "not in the archive, and the run is offline")
    detail = "not in the archive, and its host is only looked up there"
    return _not_asked(url, UncheckedReason.NOT_FETCHED, "archive_only", detail)


def _not_asked(url: str, reason: UncheckedReason, signal: str, detail: str) -> CaptureFailure:
    return CaptureFailure(requested_url=url, reason=reason, signal=signal, detail=detail, at=datetime.now(UTC))


def _settle(results: Results) -> None:
    """Says of host names that do not exist that their links are dead, if public names were looked up with success."""
    if not any(_proves_lookup(outcome) for outcome in results.values()):
        return
    for url, outcome in results.items():
        if isinstance(outcome, CaptureFailure) and outcome.signal == "no_such_host":
            results[url] = replace(outcome, dead=True)


def _proves_lookup(outcome: Outcome) -> bool:
    """Whether the public host behind this outcome was found by its name.

    A server of one's own, an address instead of a name, and what a proxy fetched say nothing of the look-up: on a
    machine without network, or behind a company's own resolver, they answer while every other name is unknown.
    """
    try:
        host = urlsplit(outcome.final_url if isinstance(outcome, Capture) else outcome.requested_url).hostname or ""
        if not reached(outcome) or literal_address(host) is not None:
            return False
        return not isinstance(outcome, Capture) or (
            outcome.address is not None and refusal(ip_address(outcome.address)) is None
        )
    except ValueError:
        return False


def network_down(results: Mapping[str, Outcome]) -> bool:
    """Whether hosts were asked and none of them, nor the proxy before them, could be reached."""
    asked = [outcome for outcome in results.values() if was_asked(outcome)]
    return bool(asked) and not any(reached(outcome) for outcome in asked)
