"""The pages that earlier runs captured, as evidence for how a broken URL of a brief is spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from factcheck.capture import Archive
from factcheck.errors import ArchiveError
from factcheck.model import CaptureSource, Page, UncheckedReason
from factcheck.pages import read_page

if TYPE_CHECKING:
    from types import TracebackType

    from factcheck.config import Settings
    from factcheck.model import Capture


class HeldPages:
    """Whether the archive of the settings holds the page of a URL: ``url in held``.

    An answer that says that the page is gone, a wall in its place, a redirect to a home page and a memento are none.
    The archive is opened when it is first asked, and not at all where there is no folder of it; nothing is fetched.
    """

    def __init__(self, settings: Settings) -> None:
        """Opens nothing yet."""
        self._settings = settings
        self._archive: Archive | None = None
        self._known: dict[str, bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._archive is not None:
            self._archive.close()

    def __contains__(self, url: object) -> bool:
        if not isinstance(url, str) or not self._settings.archive_dir.is_dir():
            return False
        if url not in self._known:
            self._known[url] = self._holds(url)
        return self._known[url]

    def _holds(self, url: str) -> bool:
        if self._archive is None:
            self._archive = Archive(self._settings)
        capture = self._archive.find(url)
        return capture is not None and _is_page(capture, self._archive)


def _is_page(capture: Capture, archive: Archive) -> bool:
    if not 200 <= capture.http_status < 300 or capture.source is CaptureSource.MEMENTO:
        return False
    try:
        page = read_page(capture, archive.read_payload(capture))
    except ArchiveError:
        return False  # said where the page is compared
    return isinstance(page, Page) or (not page.dead and page.reason is UncheckedReason.UNSUPPORTED_MEDIA)
