"""argv → Settings → audit → report → exit code.  Parses, calls, prints and exits; everything else is elsewhere.

Nothing but click is imported before a command needs it, so that ``factcheck --version`` answers at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from factcheck import __version__
from factcheck.console import (
    ReaderGoneError,
    complain,
    counted,
    hand_over,
    memory_lines,
    near,
    parse_lines,
    printable,
    review_line,
    say,
    shortfalls,
    summary_lines,
)
from factcheck.errors import FactcheckError, ReportError, UsageError
from factcheck.exits import Exit, exit_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Settings
    from factcheck.model import Audit


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
  factcheck review apply FILE            keep reviews downloaded from the page
  factcheck archive check                read every capture against its digest
  factcheck archive export --wacz FILE   all captures as a file to replay
  factcheck init                         start a configuration here

\b
Exit codes: 0 nothing found at --fail-on, 1 findings, 2 wrong usage or
configuration, 3 the audit could not be made, 130 stopped by Ctrl-C.
"""
REPORT_FORMS = ("html", "pdf", "docx", "md", "csv", "xlsx", "csl-json", "biblatex")
_PATH = click.Path(readable=False, path_type=Path)  # whoever opens a path says what is wrong with it


class _StoppedError(Exception):
    """Ctrl-C, under a name that click does not turn into an empty line."""


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise _StoppedError from error


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


_CONFIG = click.option(
    "--config", type=_PATH, envvar="FACTCHECK_CONFIG", metavar="FILE", help="Use this configuration."
)
_REPORTS = click.option(
    "--reports-dir", type=_PATH, metavar="DIR", help="Where reports are written (default: reports)."
)


@commands.command(short_help="Audit briefs and write the report.")
@click.argument("paths", nargs=-1, type=_PATH)
@click.option("--offline", is_flag=True, default=None, help="Ask no host; judge from the archive.")
@click.option("--refresh", is_flag=True, default=None, help="Ask every host again, however young its capture is.")
@click.option("--max-age", metavar="AGE", help="Use captures younger than this, like 12h or 7d (default: 1d).")
@_REPORTS
@click.option("--fail-on", metavar="LIST", help="Statuses that exit with 1, or none (default: mismatched,dead).")
@_CONFIG
@click.option("--ignore-robots", is_flag=True, default=None, help="Fetch what robots.txt closes to programs.")
@click.option("--strict", is_flag=True, default=None, help="Call a link dead at its first failure.")
@click.option("-q", "--quiet", is_flag=True, help="Only the counts and the report's place.")
@click.option("-v", "--verbose", count=True, help="One line per capture; twice: what happens inside.")
def run(paths: tuple[Path, ...], config: Path | None, quiet: bool, verbose: int, **flags: Any) -> int:
    """Audit briefs (files or folders) and write the report.

    Without PATHS the configured briefs are audited.
    """
    settings = _settings(config, -1 if quiet else verbose, flags)
    from factcheck.pipeline import audit
    from factcheck.progress import shown_progress

    _check_reports_dir(settings.reports_dir)
    with shown_progress(settings.verbosity) as progress:
        done = audit(paths or settings.briefs, settings, progress)
    for line in shortfalls(done):
        complain(line)
    if done.briefs:
        _report(done, settings)
    return exit_code(done, settings.fail_on)


@commands.command()
@click.argument("paths", nargs=-1, type=_PATH, required=True)
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True)
def parse(paths: tuple[Path, ...], shape: str) -> int:
    """Show what briefs cite and claim; nothing is fetched."""
    from factcheck.pipeline import parse as parse_briefs
    from factcheck.report import json_bytes, parse_data

    done = parse_briefs(paths)
    for line in shortfalls(done):
        complain(line)
    if done.briefs:
        say("\n".join(parse_lines(done)) if shape == "table" else json_bytes(parse_data(done, __version__)).decode())
    return Exit.NOT_MADE if done.problems or not done.briefs else Exit.CLEAN


@commands.command(short_help="Explain a rule, or a finding of the last run.")
@click.argument("name", metavar="RULE_OR_ID")
@_REPORTS
@_CONFIG
def explain(name: str, config: Path | None, reports_dir: Path | None) -> int:
    """Say what a rule, status or reason means, or why a claim or citation of the last run got its verdict."""
    from factcheck.explain import finding_lines, meanings, stored_findings
    from factcheck.history import last_report

    known = meanings()
    if name in known:
        say(f"{name}: {known[name]}")
        return Exit.CLEAN
    report = last_report(_settings(config, 0, {"reports_dir": reports_dir}).reports_dir)
    found = stored_findings(report, name)
    if not found:
        raise UsageError(f"{name}: no rule, status or reason, and no claim or citation of {report}{near(name, known)}")
    lines = [line for path, finding in found for line in finding_lines(path, finding)]
    say("\n".join(_indented(line) for line in lines))
    return Exit.CLEAN


@commands.command(short_help="Hand a stored report on in another form.")
@click.argument("run", metavar="RUN")
@click.option("--to", "form", type=click.Choice(REPORT_FORMS), required=True, help="The form to write.")
@click.option("-o", "--output", type=_PATH, metavar="FILE", help="Where to (default: beside the report; - is stdout).")
@_REPORTS
@_CONFIG
def report(run: str, form: str, output: Path | None, config: Path | None, reports_dir: Path | None) -> int:
    r"""Render a stored report again, without network: RUN is a run's folder, a report.json, or latest.

    \b
    html, pdf, docx, md            the brief as annotated copy, with the evidence
    csv, xlsx, csl-json, biblatex  its sources, with dates of access and archived copies
    """
    from factcheck.history import report_at, stored_report
    from factcheck.report.exports import FORMS, export, write_export

    stored = report_at(run, _settings(config, 0, {"reports_dir": reports_dir}).reports_dir)
    made = export(stored_report(stored), form)
    if output == Path("-"):
        hand_over(made)
        return Exit.CLEAN
    target = output or stored.with_name(FORMS[form].file_name)
    write_export(made, target)
    say(printable(str(target)))
    return Exit.CLEAN


@commands.group(short_help="Keep what people decided about findings.")
def review() -> int:
    """Reviews are downloaded from the report's page, and kept beside the briefs until they lapse."""
    return Exit.CLEAN


_REVIEWS = click.option(
    "--reviews-dir", type=_PATH, metavar="DIR", help="Where reviews are kept (default: references/reviews)."
)


@review.command("apply", short_help="Take a downloaded file of reviews in.")
@click.argument("file", type=_PATH)
@_REVIEWS
@_CONFIG
def review_apply(file: Path, config: Path | None, reviews_dir: Path | None) -> int:
    """Check FILE (reviews-<brief>-<date>.toml) and keep its reviews; the next report shows them."""
    from factcheck.history import apply_reviews

    kept, count = apply_reviews(file, _settings(config, 0, {"reviews_dir": reviews_dir}).reviews_dir)
    say(printable(f"{counted(count, 'review')} kept in {kept}"))
    return Exit.CLEAN


@review.command("list", short_help="Show every review kept, and whether it holds.")
@_REVIEWS
@_REPORTS
@_CONFIG
def review_list(config: Path | None, **folders: Path | None) -> int:
    """Show every review kept, set against the last report: holds, expired, evidence changed, unused, superseded."""
    from factcheck.history import reviews_now

    states, _ = reviews_now(*_folders(config, folders))
    lines = [printable(review_line(found, state)) for found, state in states]
    say("\n".join(lines) if lines else "no reviews are kept")
    return Exit.CLEAN


@review.command("lint", short_help="Name the reviews that do not count.")
@click.argument("file", type=_PATH, required=False)
@_REVIEWS
@_REPORTS
@_CONFIG
def review_lint(file: Path | None, config: Path | None, **folders: Path | None) -> int:
    """Name each review that is malformed, lapsed, unused or superseded, one line each; ends with 1 if there are any.

    Of FILE, where one is given, else of all that are kept.
    """
    from factcheck.history import reviews_now

    states, problems = reviews_now(*_folders(config, folders), file)
    lines = [*problems, *(review_line(found, state) for found, state in states if state != "holds")]
    say("\n".join(map(printable, lines)) if lines else f"{counted(len(states), 'review')}, all hold")
    return Exit.FINDINGS if lines else Exit.CLEAN


@commands.group(short_help="Check, list and hand on what was captured.")
def archive() -> int:
    """Captures are kept as WARC files, which other tools read too; nothing here changes them or asks a host."""
    return Exit.CLEAN


_ARCHIVE = click.option(
    "--archive-dir", type=_PATH, metavar="DIR", help="Where captures are kept (default: references/archive)."
)


@archive.command("check", short_help="Read every record against its digests.")
@_ARCHIVE
@_CONFIG
def archive_check(config: Path | None, archive_dir: Path | None) -> int:
    """Read every record against its length and digests; one line for each problem, and exit code 3 if there is one."""
    from factcheck.archive_commands import damage_lines, inspected_line
    from factcheck.capture.inspection import Inspection

    seen, damages = Inspection(), 0
    for line in damage_lines(_settings(config, 0, {"archive_dir": archive_dir}).archive_dir, seen):
        say(line)
        damages += 1
    say(inspected_line(seen, damages))
    return Exit.NOT_MADE if damages else Exit.CLEAN


@archive.command("list", short_help="Show every capture and where it lies.")
@_ARCHIVE
@_CONFIG
def archive_list(config: Path | None, archive_dir: Path | None) -> int:
    """Show every capture: URL, status, time, file and the byte at which its record begins, parted by tabs."""
    from factcheck.archive_commands import capture_lines

    for line in capture_lines(_settings(config, 0, {"archive_dir": archive_dir}).archive_dir):
        say(line)
    return Exit.CLEAN


@archive.command("export", short_help="Write all captures as one file to replay.")
@click.option("--wacz", "target", type=_PATH, metavar="FILE", required=True, help="The WACZ file to write.")
@_ARCHIVE
@_CONFIG
def archive_export(target: Path, config: Path | None, archive_dir: Path | None) -> int:
    """Write the archive as a WACZ file, which replayweb.page and other tools open: captures, index, list of pages."""
    from factcheck.archive_commands import export_line

    say(export_line(_settings(config, 0, {"archive_dir": archive_dir}).archive_dir, target))
    return Exit.CLEAN


@commands.command(short_help="Write a starter configuration.")
@click.argument("folder", type=_PATH, default=Path())
def init(folder: Path) -> int:
    """Write a starter factcheck.toml and the folders it names; what is there already is left as it is."""
    from factcheck.starter import start_in

    for line in start_in(folder):
        say(line)
    return Exit.CLEAN


# --- from flags to settings, from an audit to words and a code -------------------------------------------------------


def _settings(config: Path | None, verbosity: int, flags: dict[str, Any]) -> Settings:
    """The settings with those flags that were given."""
    from dataclasses import replace

    from factcheck.config import load_settings

    given = {key: value for key, value in flags.items() if value is not None}
    if given.pop("ignore_robots", False):
        given["obey_robots"] = False
    settings = replace(load_settings(config, flags=given), verbosity=verbosity)
    if settings.offline and settings.refresh:
        raise UsageError("offline and refresh contradict each other: leave one of them out")
    _log(verbosity)
    return settings


def _folders(config: Path | None, flags: dict[str, Any]) -> tuple[Path, Path]:
    settings = _settings(config, 0, flags)
    return settings.reviews_dir, settings.reports_dir


def _log(verbosity: int) -> None:
    """Let the library's own log through to standard error when asked for twice."""
    if verbosity > 1:
        import logging

        logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
        logging.getLogger("factcheck").setLevel(logging.DEBUG)


def _check_reports_dir(folder: Path) -> None:
    """Refuse before anything is fetched a folder that no report could be written to."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise ReportError(f"{there}: a file stands where reports should go; choose another folder with --reports-dir")
    if not os.access(there, os.W_OK | os.X_OK):
        raise ReportError(f"{there}: cannot be written to; choose another folder for reports with --reports-dir")


def _report(audit: Audit, settings: Settings) -> None:
    """Write the report, then say what is in it and where it is."""
    from factcheck.report import full_data, write_data

    data = full_data(audit, settings.reports_dir, __version__, settings.reviews_dir)
    folder = write_data(data, settings.reports_dir, audit.generated_at)
    lines = [*summary_lines(data["summary"]), *memory_lines(data), f"Report: {folder / 'report.html'}"]
    say("\n".join(lines))


def _indented(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + printable(line)


# --- the one place where an error becomes a line and a code ----------------------------------------------------------

_CODES: tuple[tuple[type[BaseException], Exit], ...] = (
    (click.UsageError, Exit.USAGE),
    (UsageError, Exit.USAGE),
    (FactcheckError, Exit.NOT_MADE),
    (OSError, Exit.NOT_MADE),
    (_StoppedError, Exit.INTERRUPTED),
    (KeyboardInterrupt, Exit.INTERRUPTED),
    (click.Abort, Exit.INTERRUPTED),
    (ReaderGoneError, Exit.READER_GONE),
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; ends the process with one of the codes of `Exit`."""
    _open_closed_streams()
    try:
        code = int(commands.main(arguments, prog_name="factcheck", standalone_mode=False) or 0)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - translated below; a bug keeps its traceback
        code = _ended_by(error)
    sys.exit(code)


def _open_closed_streams() -> None:
    """Lead a stream that was closed (``factcheck run >&-``) nowhere, lest the archive be opened in its place.

    The file that is opened takes the lowest free number, which is that of the closed stream.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115 - as long as the process


def _ended_by(error: BaseException) -> Exit:
    """Say in one line what ended the run; a bug is shown whole, and is no finding (1) for it."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), None)
    if code is None:
        import traceback

        traceback.print_exception(error)
        complain("this is a bug in factcheck; please report it with the lines above")
        return Exit.NOT_MADE
    if code is not Exit.READER_GONE:
        complain(_line(error))
    return code


def _line(error: BaseException) -> str:
    if isinstance(error, click.UsageError):
        return f"{error.format_message()} (see {error.ctx.command_path if error.ctx else 'factcheck'} --help)"
    if isinstance(error, (_StoppedError, KeyboardInterrupt, click.Abort)):
        return "stopped before anything could be reported"
    if isinstance(error, OSError):
        return f"{error.filename or 'standard output'}: {error.strerror or error}"
    return str(error)
