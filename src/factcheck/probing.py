"""Answers that a host gives for pages that never were: where one is suspicious, a made-up address beside it is asked.

A page is suspicious that speaks of something not found, that a redirect led to which keeps nothing of the address asked
for, or that several cited addresses of one host share.  What settles it is a sibling that cannot exist: one per host
and folder, its name made of the folder's own, so that the archive has its answer and no run asks twice within a week.
A capture does not know what its page says, so this stands between the captures and their comparison.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from posixpath import splitext
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit, urlunsplit

from factcheck.capture import answered_since, capture_all
from factcheck.errors import ArchiveError
from factcheck.model import Capture, CaptureSource, Page
from factcheck.pages import Likeness, read_page, seems_gone, seems_walled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.capture import Archive
    from factcheck.config import Settings
    from factcheck.model import CaptureFailure

    Outcome = Capture | CaptureFailure

_KEPT = timedelta(days=7)
_MARKUP = frozenset({None, "text/html", "application/xhtml+xml"})
_LEAST_SLUG = 3


def mark_stand_ins(results: Mapping[str, Outcome], settings: Settings, archive: Archive) -> dict[str, Outcome]:
    """`results` with each capture marked (`stand_in`) that its host gives for made-up addresses as well.

    Only the suspicious are probed, each host and folder once, under the rules of any request.  Raises as `capture_all`.
    """
    marked = dict(results)
    pages = {url: found for url, found in results.items() if isinstance(found, Capture) and _is_judged(found)}
    suspects = {url: sibling for url in _suspicious(pages, archive) if (sibling := sibling_of(url)) is not None}
    answers = _asked(list(dict.fromkeys(suspects.values())), settings, archive)
    for url, sibling in suspects.items():
        answer = answers.get(sibling)
        if isinstance(answer, Capture) and (said := _same(pages[url], answer, archive)) is not None:
            marked[url] = replace(pages[url], stand_in=said)
    return marked


def sibling_of(url: str) -> str | None:
    """An address of the same folder and kind that nobody can have made a page for; None for a home page.

    A number stays a number, an ending stays: a site may look at nothing else to tell who answers.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    if parts.query:
        return urlunsplit(parts._replace(query=_other_query(parts), fragment=""))
    if not name:
        return None
    stem, ending = splitext(name)
    slash = "/" if parts.path.endswith("/") else ""
    made_up = f"{folder}/{_made_up(parts.netloc + folder, number=stem.isdigit())}{ending}{slash}"
    return urlunsplit(parts._replace(path=made_up, query="", fragment=""))


def _other_query(parts: SplitResult) -> str:
    pairs = parts.query.split("&")
    key, equals, value = pairs[-1].partition("=")
    other = _made_up(f"{parts.netloc}{parts.path}?{key}", number=(value or key).isdigit())
    return "&".join([*pairs[:-1], f"{key}={other}" if equals else other])


def _made_up(seed: str, *, number: bool) -> str:
    digest = sha256(seed.encode("utf-8", "replace")).hexdigest()
    return f"9{int(digest[:12], 16) % 10**8:08d}" if number else f"factcheck-{digest[:12]}"


def _is_judged(capture: Capture) -> bool:
    return capture.http_status == 200 and capture.source is not CaptureSource.MEMENTO and capture.media_type in _MARKUP


# --- suspicion -------------------------------------------------------------------------------------------------------


def _suspicious(pages: Mapping[str, Capture], archive: Archive) -> list[str]:
    """The addresses whose answer may be none of theirs, in order."""
    shared = _shared(pages, archive)
    return [
        url
        for url, capture in pages.items()
        if url in shared or _lost_its_name(capture) or _speaks_of_loss(capture, archive)
    ]


def _shared(pages: Mapping[str, Capture], archive: Archive) -> set[str]:
    """Cited addresses of one host of which another has the same final address, or all but the same text."""
    by_host: defaultdict[str, list[tuple[str, Capture]]] = defaultdict(list)
    for url, capture in pages.items():
        by_host[urlsplit(capture.final_url).netloc].append((url, capture))
    found: set[str] = set()
    for cited in by_host.values():
        if len(cited) > 1:
            found.update(_shared_of_host(cited, archive))
    return found


def _shared_of_host(cited: list[tuple[str, Capture]], archive: Archive) -> set[str]:
    by_sign: defaultdict[str, list[str]] = defaultdict(list)
    for url, capture in cited:
        by_sign[_bare(capture.final_url)].append(url)
        payload = _payload(capture, archive)
        if payload is not None:
            by_sign[Likeness.of(payload).rough].append(url)
    # Two spellings of one address are one page.
    return {url for urls in by_sign.values() if len({_bare(url) for url in urls}) > 1 for url in urls}


def _bare(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/").lower()


def _lost_its_name(capture: Capture) -> bool:
    """Whether a redirect within a site led to where nothing of the address asked for is left."""
    if not capture.redirects:
        return False
    asked, final = urlsplit(capture.requested_url), urlsplit(capture.final_url)
    if (asked.hostname or "").removeprefix("www.") != (final.hostname or "").removeprefix("www."):
        return False
    name = splitext(asked.path.rstrip("/").rpartition("/")[2])[0] if not asked.query else asked.query.rpartition("=")[2]
    return len(name) >= _LEAST_SLUG and name.lower() not in capture.final_url.lower()


def _speaks_of_loss(capture: Capture, archive: Archive) -> bool:
    payload = _payload(capture, archive)
    return payload is not None and seems_gone(payload)


def _payload(capture: Capture, archive: Archive) -> bytes | None:
    try:
        return archive.read_payload(capture)
    except ArchiveError:
        return None  # said where the page is read


# --- proof -----------------------------------------------------------------------------------------------------------


def _asked(siblings: list[str], settings: Settings, archive: Archive) -> dict[str, Outcome]:
    """What came of the made-up addresses; an answer of the last days is not asked for again, whatever it was."""
    since = datetime.now(UTC) - _KEPT
    known = {url: found for url in siblings if (found := answered_since(url, since, archive)) is not None}
    waiting = [url for url in siblings if url not in known]
    brief = replace(settings, attempts=1, refresh=False, second_agent="none")
    return {**known, **(capture_all(waiting, brief, archive=archive) if waiting else {})}


def _same(page: Capture, sibling: Capture, archive: Archive) -> str | None:
    """A sentence that says how the host gave the page away, or None where the made-up address has another answer."""
    if sibling.http_status != 200:
        return None
    here, there = _payload(page, archive), _payload(sibling, archive)
    # What stands in the place of every page may be a wall or a frame for a script: that is unread, and not gone.
    if here is None or there is None or not isinstance(read_page(page, here), Page):
        return None
    if seems_walled(here) and not seems_gone(here):
        return None
    if page.redirects and sibling.redirects and _bare(page.final_url) == _bare(sibling.final_url):
        return f"The link leads to {page.final_url}, as does every made-up address beside it."
    if Likeness.of(here).is_like(Likeness.of(there)):
        return "The host answers a made-up address beside it with the same page."
    return None
