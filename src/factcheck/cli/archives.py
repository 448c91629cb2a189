"""``archive check | list | export``: what was captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.group import commands
from factcheck.cli.options import CONFIG, PATH, settings_for
from factcheck.console import say
from factcheck.exits import Exit

if TYPE_CHECKING:
    from pathlib import Path


@commands.group(short_help="Check, list and hand on what was captured.")
def archive() -> int:
    """Captures are kept as WARC files, which other tools read too; nothing here changes them or asks a host."""
    return Exit.CLEAN


_ARCHIVE = click.option(
    "--archive-dir", type=PATH, metavar="DIR", help="Where captures are kept (default: references/archive)."
)


@archive.command("check", short_help="Read every record against its digests.")
@_ARCHIVE
@CONFIG
def archive_check(config: Path | None, archive_dir: Path | None) -> int:
    """Read every record against its length and digests; one line for each problem, and exit code 3 if there is one."""
    from factcheck.archive_commands import damage_lines, inspected_line
    from factcheck.capture.inspection import Inspection

    seen, damages = Inspection(), 0
    for line in damage_lines(settings_for(config, 0, {"archive_dir": archive_dir}).archive_dir, seen):
        say(line)
        damages += 1
    say(inspected_line(seen, damages))
    return Exit.NOT_MADE if damages else Exit.CLEAN


@archive.command("list", short_help="Show every capture and where it lies.")
@_ARCHIVE
@CONFIG
def archive_list(config: Path | None, archive_dir: Path | None) -> int:
    """Show every capture: URL, status, time, file and the byte at which its record begins, parted by tabs."""
    from factcheck.archive_commands import capture_lines

    for line in capture_lines(settings_for(config, 0, {"archive_dir": archive_dir}).archive_dir):
        say(line)
    return Exit.CLEAN


@archive.command("export", short_help="Write all captures as one file to replay.")
@click.option("--wacz", "target", type=PATH, metavar="FILE", required=True, help="The WACZ file to write.")
@_ARCHIVE
@CONFIG
def archive_export(target: Path, config: Path | None, archive_dir: Path | None) -> int:
    """Write the archive as a WACZ file, which replayweb.page and other tools open: captures, index, list of pages."""
    from factcheck.archive_commands import export_line

    say(export_line(settings_for(config, 0, {"archive_dir": archive_dir}).archive_dir, target))
    return Exit.CLEAN
