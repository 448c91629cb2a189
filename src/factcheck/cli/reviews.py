"""``review apply | list | lint``: what people decided about findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.group import commands
from factcheck.cli.options import CONFIG, PATH, REPORTS, settings_for
from factcheck.console import counted, printable, review_line, say
from factcheck.exits import Exit

if TYPE_CHECKING:
    from pathlib import Path


@commands.group(short_help="Keep what people decided about findings.")
def review() -> int:
    """Reviews are downloaded from the report's page, and kept beside the briefs until they lapse."""
    return Exit.CLEAN


_REVIEWS = click.option(
    "--reviews-dir", type=PATH, metavar="DIR", help="Where reviews are kept (default: references/reviews)."
)


@review.command("apply", short_help="Take a downloaded file of reviews in.")
@click.argument("file", type=PATH)
@_REVIEWS
@CONFIG
def review_apply(file: Path, config: Path | None, reviews_dir: Path | None) -> int:
    """Check FILE (reviews-<brief>-<date>.toml) and keep its reviews; the next report shows them."""
    from factcheck.history import apply_reviews

    kept, count = apply_reviews(file, settings_for(config, 0, {"reviews_dir": reviews_dir}).reviews_dir)
    say(printable(f"{counted(count, 'review')} kept in {kept}"))
    return Exit.CLEAN


@review.command("list", short_help="Show every review kept, and whether it holds.")
@_REVIEWS
@REPORTS
@CONFIG
def review_list(config: Path | None, **folders: Path | None) -> int:
    """Show every review kept, set against the last report: holds, expired, evidence changed, unused, superseded."""
    from factcheck.history import reviews_now

    states, _ = reviews_now(*_folders(config, folders))
    lines = [printable(review_line(found, state)) for found, state in states]
    say("\n".join(lines) if lines else "no reviews are kept")
    return Exit.CLEAN


@review.command("lint", short_help="Name the reviews that do not count.")
@click.argument("file", type=PATH, required=False)
@_REVIEWS
@REPORTS
@CONFIG
def review_lint(file: Path | None, config: Path | None, **folders: Path | None) -> int:
    """Name each review that is malformed, lapsed, unused or superseded, one line each; ends with 1 if there are any.

    Of FILE, where one is given, else of all that are kept.
    """
    from factcheck.history import reviews_now

    states, problems = reviews_now(*_folders(config, folders), file)
    lines = [*problems, *(review_line(found, state) for found, state in states if state != "holds")]
    say("\n".join(map(printable, lines)) if lines else f"{counted(len(states), 'review')}, all hold")
    return Exit.FINDINGS if lines else Exit.CLEAN


def _folders(config: Path | None, flags: dict[str, Any]) -> tuple[Path, Path]:
    settings = settings_for(config, 0, flags)
    return settings.reviews_dir, settings.reports_dir
