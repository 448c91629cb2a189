"""The group that every command joins, and what ends it."""

from __future__ import annotations

from typing import Any

import click

from factcheck import __version__
from factcheck.exits import Exit

_EXAMPLES = """\b
Examples:
  factcheck run                          audit the configured briefs
  factcheck run drafts/ energy.md        audit a folder and a file
  factcheck run --offline                judge from the archive alone
  factcheck run --fail-on none           report, and never fail
  factcheck parse energy.md              what is cited and claimed; nothing is fetched
  factcheck explain not_found            what a rule, status or reason means
  factcheck explain k3                   why a claim of the last run got its verdict
  factcheck report latest --to docx      the last report as a Word file
  factcheck serve                        the last report, saving reviews at once
  factcheck review apply FILE            keep reviews downloaded from the page
  factcheck archive check                read every capture against its digest
  factcheck archive export --wacz FILE   all captures as a file to replay
  factcheck init                         start a configuration here

\b
Exit codes: 0 nothing found at --fail-on, 1 findings, 2 wrong usage or
configuration, 3 the audit could not be made, 130 stopped by Ctrl-C.
"""


class StoppedError(Exception):
    """Ctrl-C, under a name that click does not turn into an empty line."""


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise StoppedError from error


@click.group(
    cls=_Commands,
    epilog=_EXAMPLES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Check what policy briefs cite: archive every cited page and set each claim beside what the page says."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return Exit.USAGE
    return Exit.CLEAN
