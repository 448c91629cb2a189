"""Settings of a run: defaults < configuration file < environment < flags."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.model import CitationStatus

MEGABYTE = 1024 * 1024
DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told; times in seconds, sizes in bytes."""

    briefs: tuple[Path, ...] = (Path("references/briefs"),)
    archive_dir: Path = Path("references/archive")
    reports_dir: Path = Path("reports")
    cache_dir: Path | None = None
    """Where the index of captures lies; None is the user's cache folder."""
    offline: bool = False
    refresh: bool = False
    max_age_s: float = DAY_S
    """A capture younger than this is used again without a request."""
    fail_on: frozenset[CitationStatus] = frozenset({CitationStatus.MISMATCHED, CitationStatus.DEAD})
    strict: bool = False
    contact: str | None = None
    """An address or URL of the person who runs this, named in the User-Agent."""
    read_timeout_s: float = 20.0
    total_timeout_s: float = 60.0
    """From the first byte sent to the last received, all redirects and retries of one try included."""
    attempts: int = 3
    max_body_bytes: int = 25 * MEGABYTE
    """Decoded."""
    max_header_bytes: int = 64 * 1024
    max_redirects: int = 10
    concurrency: int = 16
    per_host: int = 2
    delay_s: float = 0.5
    """The least time between two requests to one host."""
    obey_robots: bool = True
    allow_hosts: tuple[str, ...] = ()
    """Hosts (``wiki.corp.example``, ``*.corp.example``, ``127.0.0.1:8080``) whose addresses may be private."""
    deny_hosts: tuple[str, ...] = ()
    allow_ports: tuple[int, ...] = ()
    """Ports besides 80, 443 and 8000 to 8999."""
    archive_only_hosts: tuple[str, ...] = ()
    """Hosts that are never asked, only looked up in the archive (``*.example``)."""
    timegates: tuple[str, ...] = ("https://web.archive.org/web/",)
    verbosity: int = 0
