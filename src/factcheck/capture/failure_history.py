"""Memory over runs: a host that cannot be reached is away until it has been away three times, days apart.

Wikipedia's bots call a link dead by the same rule (three failures, three days apart at least), since a host that is
down today mostly answers tomorrow.  What was seen is kept beside the captures, one JSON object a line:
``{"url": …, "failed_at": …, "signal": …}``, and ``{"url": …, "answered_at": …}`` where the link came back.
"""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from factcheck.capture.addressing import url_key
from factcheck.capture.failures import reached
from factcheck.model import Capture, CaptureFailure, CaptureSource

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from pathlib import Path

    Outcome = Capture | CaptureFailure

_LOG = logging.getLogger(__name__)
FILE_NAME = "failures.jsonl"
FAILURES = 3
APART = timedelta(days=3)
_LONGEST_LINE = 32 * 1024
_MOST_SHOWN = 6
# A host that is away.  Not here: what a proxy does or a slow page, and connections that are reset or end without an
# answer, since somebody is there then: it may be a wall.
_AWAY = frozenset({"connect_timeout", "connection_refused", "dns_failure", "host_unreachable", "read_timeout"})
# What no reader's browser accepts either; a certificate of an issuer unknown here is known elsewhere.
_UNTRUSTED = frozenset({"tls_expired", "tls_revoked", "tls_self_signed", "tls_wrong_host"})


def with_history(
    results: MutableMapping[str, Outcome], folder: Path, now: datetime, *, strict: bool = False
) -> MutableMapping[str, Outcome]:
    """`results`, with each failure that counts told when it was seen, and dead after the third one; `strict` at once.

    A failure counts only in a run that reached some other host (of TLS: by TLS), else it is the network that is away.
    `now` is when the run was made.  What is new is added to the history in `folder`; one that cannot be read or written
    is passed over.
    """
    counted = _counted(results)
    path = folder / FILE_NAME
    known = _read(path)
    news: list[dict[str, str]] = []
    for url, outcome in results.items():
        key = url_key(url)
        days = known.get(key, [])
        if url in counted and isinstance(outcome, CaptureFailure):
            if not days or now - days[-1] >= APART:
                days = known[key] = [*days, now]
                news.append({"url": key, "failed_at": _text(now), "signal": outcome.signal})
            results[url] = _judged(outcome, days, strict=strict)
        elif days and _answered(outcome):
            known[key] = []
            news.append({"url": key, "answered_at": _text(now)})
    _append(path, news)
    return results


def _counted(results: Mapping[str, Outcome]) -> set[str]:
    """The failures that say something of the host, given what else the run has reached."""
    hosts = sum(reached(outcome) for outcome in results.values())
    by_tls = any(
        isinstance(outcome, Capture) and _answered(outcome) and outcome.final_url.startswith("https:")
        for outcome in results.values()
    )
    return {
        url
        for url, outcome in results.items()
        if isinstance(outcome, CaptureFailure)
        and not outcome.dead
        and ((outcome.signal in _AWAY and hosts > reached(outcome)) or (outcome.signal in _UNTRUSTED and by_tls))
    }


def _answered(outcome: Outcome) -> bool:
    """Whether the link's own host has answered in this run, whatever it said."""
    if isinstance(outcome, CaptureFailure):
        return outcome.http_status is not None and outcome.signal != "proxy_refused"
    return outcome.source in {CaptureSource.NETWORK, CaptureSource.CACHE}


def _judged(failure: CaptureFailure, days: list[datetime], *, strict: bool) -> CaptureFailure:
    dead = strict or len(days) >= FAILURES
    return replace(failure, dead=dead, failed_on=tuple(days), detail=f"{failure.detail} (failed on {_days(days)})")


def _days(days: list[datetime]) -> str:
    """``3 Nov, 7 Nov, 21 Nov 2026``; a year is said where it ends, the middle of many days left out."""
    words: list[str] = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        year = "" if following is not None and following.year == day.year else f" {day.year}"
        words.append(f"{day.day} {_MONTHS[day.month - 1]}{year}")
    if len(words) > _MOST_SHOWN:
        words = [*words[:2], "…", *words[-2:]]
    return ", ".join(words)


# strftime's months are the locale's.
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


# --- the file --------------------------------------------------------------------------------------------------------


def _read(path: Path) -> dict[str, list[datetime]]:
    """Of each URL that fails: the days that count."""
    known: dict[str, list[datetime]] = {}
    try:
        with path.open("rb") as file:
            while line := file.readline(_LONGEST_LINE):
                _take(line, known)
    except FileNotFoundError:
        pass
    except OSError as error:
        _LOG.warning("%s: the failures seen before cannot be read (%s)", path, error.strerror or error)
    return known


def _take(line: bytes, known: dict[str, list[datetime]]) -> None:
    """One line; what a killed run or a stranger left is passed over."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        return
    if "answered_at" in entry:
        known.pop(entry["url"], None)
        return
    at = _time(entry.get("failed_at"))
    days = known.setdefault(entry["url"], [])
    # Two runs at once may both have written: what lies closer together counts once.
    if at is not None and (not days or at - days[-1] >= APART):
        days.append(at)


def _time(text: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _append(path: Path, news: list[dict[str, str]]) -> None:
    if not news:
        return
    lines = "".join(json.dumps(entry, separators=(",", ":")) + "\n" for entry in news).encode("ascii")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            # One write, so that the lines of two runs do not mix; first an end for what a killed run left open.
            file.write(lines if _ends_a_line(path) else b"\n" + lines)
    except OSError as error:
        _LOG.warning("%s: the failures of this run cannot be kept (%s)", path, error.strerror or error)


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, 2):
            return True
        file.seek(-1, 2)
        return file.read(1) == b"\n"
