"""Pages that send their reader on, by ``<meta http-equiv=refresh>`` or a script: captured as redirects.

A capture does not know what its page says, so this stands between the captures and their comparison.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from factcheck.capture import capture_all
from factcheck.errors import ArchiveError
from factcheck.model import Capture, CaptureFailure, CaptureSource, Hop, PageProblem, UncheckedReason
from factcheck.pages import meta_refresh, read_page, script_redirect
from factcheck.urls import request_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.capture import Archive
    from factcheck.config import Settings

Outcome = Capture | CaptureFailure
# Beyond this, readers have begun to read; a portal that reloads itself every minute sends nobody anywhere.
_MOST_DELAY_S = 5.0
_MOST_ROUNDS = 3
_MARKUP = frozenset({None, "text/html", "application/xhtml+xml"})
# What stands in a page's place is not followed: a bot wall's refresh leads round in a circle, or to the front door.
_WALLS = frozenset({UncheckedReason.BLOCKED, UncheckedReason.LOGIN_REQUIRED})


def follow_refreshes(results: Mapping[str, Outcome], settings: Settings, archive: Archive) -> dict[str, Outcome]:
    """`results` with each page that sends its reader on at once replaced by where it leads, the hop among `redirects`.

    At most three such hops are followed, each under the rules of any request; a page that leads back to itself is the
    page.  Raises as `capture_all` does.
    """
    followed = dict(results)
    waiting = set(followed)
    for _ in range(_MOST_ROUNDS):
        targets = _targets({url: followed[url] for url in followed if url in waiting}, archive)
        if not targets:
            break
        reached = capture_all(list(dict.fromkeys(targets.values())), settings, archive=archive)
        for url, target in targets.items():
            followed[url] = _joined(url, followed[url], target, reached[target])
        waiting = set(targets)
        if any(isinstance(found, CaptureFailure) and found.signal == "interrupted" for found in reached.values()):
            break
    return followed


def _targets(results: Mapping[str, Outcome], archive: Archive) -> dict[str, str]:
    """Which of the pages lead on, and where."""
    return {
        url: target
        for url, outcome in results.items()
        if isinstance(outcome, Capture) and (target := _target(outcome, archive)) is not None
    }


def _target(capture: Capture, archive: Archive) -> str | None:
    if capture.http_status != 200 or capture.media_type not in _MARKUP or capture.source is CaptureSource.MEMENTO:
        return None
    try:
        payload = archive.read_payload(capture)
    except ArchiveError:
        return None  # said where the page is read
    written = _header_refresh(capture) or meta_refresh(payload, _MOST_DELAY_S) or script_redirect(payload)
    if written is None:
        return None
    target = _absolute(capture.final_url, written)
    been = {request_url(url) for url in (capture.final_url, *(hop.url for hop in capture.redirects))}
    if target is None or request_url(target) in been:
        return None
    page = read_page(capture, payload)
    stands_in = isinstance(page, PageProblem) and (page.dead or page.reason in _WALLS)
    return None if stands_in else target


def _header_refresh(capture: Capture) -> str | None:
    """The address, as written, that a Refresh header goes on to; it means what the element means."""
    text = next((value for name, value in capture.headers if name.lower() == "refresh"), "")
    # The element's reader takes the header's words as its content.
    return meta_refresh(b'<meta http-equiv="refresh" content="%b">' % text.encode("latin-1", "replace"), _MOST_DELAY_S)


def _absolute(base: str, written: str) -> str | None:
    try:
        target = urljoin(base, written).partition("#")[0]
    except ValueError:
        return None
    return target if target.lower().startswith(("http://", "https://")) else None


def _joined(url: str, page: Outcome, target: str, reached: Outcome) -> Outcome:
    if not isinstance(page, Capture):
        return reached
    hop = Hop(page.final_url, page.http_status, target, page.address)
    return replace(reached, requested_url=url, redirects=(*page.redirects, hop, *reached.redirects))
