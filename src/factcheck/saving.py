"""``factcheck run --save``: the live pages that briefs cite, handed to a web archive, and what came of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.capture import save_pages
from factcheck.model import CaptureSource, CitationStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Settings
    from factcheck.model import BriefFinding, CitationFinding

_READ = frozenset(
    {CitationStatus.VERIFIED, CitationStatus.MISMATCHED, CitationStatus.UNSUPPORTED, CitationStatus.REACHABLE}
)


def save_cited(findings: Sequence[BriefFinding], settings: Settings) -> list[BriefFinding]:
    """`findings` with each citation of a live page told what a web archive made of it; an address is submitted once.

    Raises:
        UsageError: the settings lack what the archive asks for.
    """
    wanted = [url for finding in findings for found in finding.citations if (url := _live_url(found))]
    saved = save_pages(wanted, settings) if wanted else {}
    return [
        replace(
            finding,
            citations=tuple(
                replace(found, saving=saved[url]) if (url := _live_url(found)) in saved else found
                for found in finding.citations
            ),
        )
        for finding in findings
    ]


def _live_url(found: CitationFinding) -> str:
    """The address of a page that was had from its own host, now or as a capture still fresh, and read; else empty."""
    capture = found.capture
    if capture is None or found.status not in _READ:
        return ""
    return capture.requested_url if capture.source in {CaptureSource.NETWORK, CaptureSource.CACHE} else ""
