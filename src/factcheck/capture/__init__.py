"""URL → Capture: fetched politely and safely, archived first, judged from the archive."""

from __future__ import annotations

from factcheck.capture.archive import Archive, answered_since
from factcheck.capture.entry import capture_all, network_down
from factcheck.capture.memento import find_memento, find_mementos

__all__ = ["Archive", "answered_since", "capture_all", "find_memento", "find_mementos", "network_down"]
