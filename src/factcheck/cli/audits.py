"""``run``, ``parse`` and ``init``: briefs in, a report or a table out."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import __version__
from factcheck.cli.group import commands
from factcheck.cli.options import CONFIG, PATH, REPORTS, settings_for
from factcheck.console import complain, hand_over, memory_lines, parse_lines, say, shortfalls, summary_lines
from factcheck.errors import ReportError
from factcheck.exits import Exit, exit_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.config import Settings
    from factcheck.model import Audit
    from factcheck.report.copies import TextCopies


@commands.command(short_help="Audit briefs and write the report.")
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--offline", is_flag=True, default=None, help="Ask no host; judge from the archive.")
@click.option("--refresh", is_flag=True, default=None, help="Ask every host again, however young its capture is.")
@click.option("--max-age", metavar="AGE", help="Use captures younger than this, like 12h or 7d (default: 1d).")
@REPORTS
@click.option("--fail-on", metavar="LIST", help="Statuses that exit with 1, or none (default: mismatched,dead).")
@CONFIG
@click.option("--ignore-robots", is_flag=True, default=None, help="Fetch what robots.txt closes to programs.")
@click.option("--strict", is_flag=True, default=None, help="Answer only what is sure; dead at first failure.")
@click.option("--save", is_flag=True, default=None, help="Hand live pages to the Internet Archive (needs keys).")
@click.option("-q", "--quiet", is_flag=True, help="Only the counts and the report's place.")
@click.option("-v", "--verbose", count=True, help="One line per capture; twice: what happens inside.")
def run(paths: tuple[Path, ...], config: Path | None, quiet: bool, verbose: int, **flags: Any) -> int:
    """Audit briefs (files or folders) and write the report.

    Without PATHS the configured briefs are audited.
    """
    settings = settings_for(config, -1 if quiet else verbose, flags)
    from factcheck.pipeline import audit
    from factcheck.progress import shown_progress
    from factcheck.report.copies import TextCopies

    _check_reports_dir(settings.reports_dir)
    with TextCopies() as copies:
        with shown_progress(settings.verbosity) as progress:
            done = audit(paths or settings.briefs, settings, progress, copies.keep if settings.text_copies else None)
        for line in shortfalls(done):
            complain(line)
        if copies.lost is not None:
            complain(f"texts of cited pages are left out of the report ({copies.lost}); set TMPDIR to another folder")
        if done.briefs:
            _report(done, settings, copies)
    return exit_code(done, settings.fail_on)


@commands.command()
@click.argument("paths", nargs=-1, type=PATH, required=True)
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True)
def parse(paths: tuple[Path, ...], shape: str) -> int:
    """Show what briefs cite and claim; nothing is fetched."""
    with _uncollected():
        from factcheck.pipeline import parse as parse_briefs
        from factcheck.report import json_bytes, parse_data

        done = parse_briefs(paths)
        for line in shortfalls(done):
            complain(line)
        if done.briefs and shape == "table":
            say("\n".join(parse_lines(done)))
        elif done.briefs:
            hand_over(json_bytes(parse_data(done, __version__)) + b"\n")
    return Exit.NOT_MADE if done.problems or not done.briefs else Exit.CLEAN


@commands.command(short_help="Write a starter configuration.")
@click.argument("folder", type=PATH, default=Path())
def init(folder: Path) -> int:
    """Write a starter factcheck.toml and the folders it names; what is there already is left as it is."""
    from factcheck.starter import start_in

    for line in start_in(folder):
        say(line)
    return Exit.CLEAN


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circular garbage: reading briefs leaves next to none, and looking takes a twentieth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # lest all that was read be looked through once more here, and again when the process ends
        gc.enable()


def _check_reports_dir(folder: Path) -> None:
    """Refuse before anything is fetched a folder that no report could be written to."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise ReportError(f"{there}: a file stands where reports should go; choose another folder with --reports-dir")
    if not os.access(there, os.W_OK | os.X_OK):
        raise ReportError(f"{there}: cannot be written to; choose another folder for reports with --reports-dir")


def _report(audit: Audit, settings: Settings, copies: TextCopies) -> None:
    """Write the report, then say what is in it and where it is."""
    from factcheck.report import full_data, write_data

    data = full_data(audit, settings.reports_dir, __version__, settings.reviews_dir, copies)
    folder = write_data(data, settings.reports_dir, audit.generated_at, copies)
    lines = [*summary_lines(data["summary"]), *memory_lines(data), f"Report: {folder / 'report.html'}"]
    say("\n".join(lines))
