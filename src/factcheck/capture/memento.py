"""Dead pages come back: the copy that a web archive holds, found by Memento (RFC 7089) and captured like any page."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.capture.addressing import twin_of, url_key
from factcheck.capture.archive import Archive
from factcheck.capture.entry import run_to_end
from factcheck.capture.headers import header, http_time, link_target
from factcheck.model import Capture, CaptureSource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from factcheck.config import Settings


def find_memento(url: str, settings: Settings, near: datetime | None) -> Capture | None:
    """The archived copy of `url` nearest to `near` (None: the latest), stored in our archive; None if there is none."""
    return find_mementos({url: near}, settings).get(url)


def find_mementos(
    wanted: Mapping[str, datetime | None], settings: Settings, archive: Archive | None = None
) -> dict[str, Capture]:
    """The archived copies of several URLs, one after the other.

    A copy that our own archive already holds is taken from there.  `captured_at` of a memento is its Memento-Datetime,
    `final_url` the address that it is of.  `archive` is the run's own, where it has one open already.

    Raises:
        ArchiveError: our archive cannot be read or written.
    """
    found: dict[str, Capture] = {}
    with nullcontext(archive) if archive is not None else Archive(settings) as opened:
        for url, near in wanted.items():
            known = _known(url, opened, near)
            if known is not None:
                found[url] = known
        missing = {url: near for url, near in wanted.items() if url not in found}
        if missing and settings.timegates and not settings.offline:
            found.update(_ask(missing, settings, opened))
    return found


def _known(url: str, archive: Archive, near: datetime | None) -> Capture | None:
    captures = [
        as_memento(url, capture, memento_url)
        for memento_url in _memento_urls(url, archive)
        if (capture := archive.find(memento_url)) is not None and capture.http_status == 200
    ]
    whole = [capture for capture in captures if capture is not None]
    if not whole:
        return None
    if near is None:
        return max(whole, key=lambda capture: capture.captured_at)
    return min(whole, key=lambda capture: abs(capture.captured_at - near))


def _memento_urls(url: str, archive: Archive) -> list[str]:
    """The mementos that our archive holds of an address; where it has none, of its twin by the other scheme."""
    twin = twin_of(url)
    return archive.index.mementos(url_key(url)) or (archive.index.mementos(url_key(twin)) if twin else [])


def as_memento(url: str, capture: Capture, memento_url: str) -> Capture | None:
    """A capture of an archive's copy as a memento of `url`; None if it does not say of when it is."""
    at = http_time(header(capture.headers, "memento-datetime"))
    if at is None:
        return None
    return replace(
        capture,
        requested_url=url,
        final_url=_original(capture) or url,
        source=CaptureSource.MEMENTO,
        captured_at=at,
        memento_url=memento_url,
        redirects=(),
    )


def _original(capture: Capture) -> str | None:
    return link_target(", ".join(text for name, text in capture.headers if name.lower() == "link"), "original")


def _ask(wanted: Mapping[str, datetime | None], settings: Settings, archive: Archive) -> dict[str, Capture]:
    # The client's libraries take 0.2 s to import, which a run from the archive has no need of.
    from factcheck.capture.recorder import Recorder  # noqa: PLC0415
    from factcheck.capture.timegates import Search  # noqa: PLC0415

    recorder = Recorder(archive)
    found: dict[str, Capture] = {}

    async def work() -> None:
        search = Search(settings, recorder)
        try:
            for url, near in wanted.items():
                memento = await search.find(url, near)
                if memento is not None:
                    found[url] = memento
        finally:
            await search.close()

    try:
        run_to_end(work())
    finally:
        recorder.close()
    return found
