"""URL → Capture: fetched politely and safely, archived first, judged from the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.capture.archive import Archive, answered_since
from factcheck.capture.entry import capture_all, network_down
from factcheck.capture.memento import find_memento, find_mementos

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.config import Settings
    from factcheck.model import Saving

__all__ = ["Archive", "answered_since", "capture_all", "find_memento", "find_mementos", "network_down", "save_pages"]


def save_pages(urls: Iterable[str], settings: Settings) -> dict[str, Saving]:
    """Hands `urls` to a web archive and says what came of each; see `save_page_now.save_pages`."""
    # The client is not needed by a run from the archive.
    from factcheck.capture.save_page_now import save_pages as save  # noqa: PLC0415

    return save(urls, settings)
