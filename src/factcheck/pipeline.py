"""The order of the pipeline: briefs → citations and claims → captures → pages → checks → findings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from factcheck.consistency import find_contradictions
from factcheck.intake import expand_paths, read_brief, read_briefs
from factcheck.model import Audit, CaptureFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from factcheck.capture import Archive
    from factcheck.config import Settings
    from factcheck.model import BriefFinding, Capture
    from factcheck.reading_ahead import PageReader

__all__ = ["Progress", "audit", "expand_paths", "parse", "read_brief"]


class Progress(Protocol):
    """Told what a run does, as it does it."""

    def brief(self, path: str) -> None:
        """A brief was read."""

    def total(self, captures: int) -> None:
        """So many addresses will be asked for."""

    def captured(self, url: str, result: Capture | CaptureFailure) -> None:
        """One address was asked for, or found in the archive."""


def parse(paths: Sequence[Path | str]) -> Audit:
    """Every brief with its footnotes, citations and claims; nothing is fetched and nothing compared.

    Raises `UsageError` for a path that does not exist and `BriefError` for a folder without briefs; a brief that cannot
    be read is one of the audit's problems.
    """
    read, problems = read_briefs(expand_paths(paths))
    pairs = find_contradictions(read)
    return Audit(datetime.now(UTC), tuple(read), tuple(problems), offline=True, consistency=pairs)


def audit(
    paths: Sequence[Path | str],
    settings: Settings | None = None,
    progress: Progress | None = None,
    keep_text: Callable[[Capture, str], None] | None = None,
) -> Audit:
    """Read the briefs, capture what they cite, and compare every figure and quotation with its sources.

    `keep_text` is given the text of each page that was compared, as it was judged.
    Raises as `parse` does, and `ArchiveError` where captures cannot be stored.  A page that cannot be had is a finding.
    """
    from factcheck.config import Settings  # noqa: PLC0415 - so that `parse`, which has no settings, loads none
    from factcheck.held import HeldPages  # noqa: PLC0415 - see above

    settings = settings or Settings()
    with HeldPages(settings) as held:
        read, problems = read_briefs(expand_paths(paths), held)
    if progress is not None:
        for finding in read:
            progress.brief(finding.brief.path)
    findings, down, interrupted = _compared(read, settings, progress, keep_text)
    if settings.save and not (settings.offline or down or interrupted):
        from factcheck.saving import save_cited  # noqa: PLC0415 - few runs save

        findings = save_cited(findings, settings)
    return Audit(
        generated_at=datetime.now(UTC),
        briefs=tuple(findings),
        problems=tuple(problems),
        offline=settings.offline,
        network_down=down,
        interrupted=interrupted,
        commit=_commit(),
        consistency=find_contradictions(findings),
    )


def _compared(
    read: list[BriefFinding],
    settings: Settings,
    progress: Progress | None,
    keep_text: Callable[[Capture, str], None] | None,
) -> tuple[list[BriefFinding], bool, bool]:
    # Imported here, so that `parse` loads neither the network client nor the page readers.
    from factcheck.capture import Archive, network_down  # noqa: PLC0415
    from factcheck.comparison import cited_urls, compare  # noqa: PLC0415
    from factcheck.conclusion import concluded  # noqa: PLC0415
    from factcheck.probing import mark_stand_ins  # noqa: PLC0415
    from factcheck.reading_ahead import PageReader  # noqa: PLC0415

    cited = cited_urls(read)
    with (
        Archive(settings) as archive,
        PageReader(read, cited, archive.payloads, settings, with_texts=keep_text is not None) as reader,
    ):
        results = _captured(read, settings, progress, archive, reader)
        down = network_down(results)
        if not down and not _interrupted(results):
            results = mark_stand_ins(results, settings, archive)
        comparison = compare(read, results, archive, settings, reader, network_down=down, keep_text=keep_text)
    findings = [concluded(index, finding, comparison) for index, finding in enumerate(read)]
    return findings, down, comparison.interrupted or _interrupted(results)


def _captured(
    read: Sequence[BriefFinding],
    settings: Settings,
    progress: Progress | None,
    archive: Archive,
    reader: PageReader,
) -> Mapping[str, Capture | CaptureFailure]:
    from factcheck.capture import capture_all, network_down  # noqa: PLC0415 - see above
    from factcheck.comparison import answers  # noqa: PLC0415 - see above
    from factcheck.forwarding import follow_refreshes  # noqa: PLC0415 - see above

    cited = [c for finding in read for c in finding.apparatus.citations if c.url is not None]
    urls = list(dict.fromkeys(c.url for c in cited if c.url is not None))
    if progress is not None:
        progress.total(len(urls))

    def told(url: str, result: Capture | CaptureFailure) -> None:
        reader.landed(url, result)
        if progress is not None:
            progress.captured(url, result)

    results = follow_refreshes(capture_all(urls, settings, told, archive=archive), settings, archive)
    others = [url for c in cited if not answers(results.get(c.url or "")) for url in c.alternative_urls]
    others = [url for url in dict.fromkeys(others) if url not in results]
    if others and not _interrupted(results) and not network_down(results):
        results.update(follow_refreshes(capture_all(others, settings, archive=archive), settings, archive))
    return results


def _interrupted(results: Mapping[str, Capture | CaptureFailure]) -> bool:
    return any(isinstance(r, CaptureFailure) and r.signal == "interrupted" for r in results.values())


def _commit() -> str | None:
    """The abbreviated commit of the working folder's repository, where there is one and git is installed."""
    import subprocess  # noqa: PLC0415 - slow to load, and `parse` does not ask

    try:
        done = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - git is where the user has it
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None
