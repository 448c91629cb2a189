"""``serve``: the report's pages on this machine, with saving of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.group import commands
from factcheck.cli.options import CONFIG, PATH, REPORTS, settings_for
from factcheck.console import say
from factcheck.errors import UsageError
from factcheck.exits import Exit

if TYPE_CHECKING:
    from pathlib import Path


@commands.command(short_help="Serve the report to this machine, with saving of reviews.")
@click.argument("run", metavar="[RUN]", default="latest")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where to listen (default: any free port).")
@click.option("--reviews-dir", type=PATH, metavar="DIR", help="Where reviews are kept (default: references/reviews).")
@REPORTS
@CONFIG
def serve(run: str, port: int, config: Path | None, reviews_dir: Path | None, reports_dir: Path | None) -> int:
    """Serve a stored report on 127.0.0.1 until Ctrl-C: the same pages, and reviews are saved where they are kept.

    RUN is a run's folder, a report.json, or latest. The address that is printed has a secret in it: without it, and
    from any other machine or web page, nothing is answered.
    """
    from datetime import UTC, datetime

    from factcheck.archived import ArchivedPages
    from factcheck.history import report_at
    from factcheck.report.server import ReportPages, ReportServer

    settings = settings_for(config, 0, {"reports_dir": reports_dir, "reviews_dir": reviews_dir})
    stored = report_at(run, settings.reports_dir)
    pages = ReportPages(stored, settings.reviews_dir, lambda: datetime.now(UTC).date(), ArchivedPages(settings))
    try:
        server = ReportServer(pages, port)
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise UsageError(f"--port {port}: cannot be listened on ({what}); leave it out for any free port") from error
    with server:
        try:
            say(f"Report: {server.address}\nCtrl-C ends it.")
            server.serve_forever()
        except KeyboardInterrupt:
            say("ended")
    return Exit.CLEAN
