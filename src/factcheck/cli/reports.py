"""``explain`` and ``report``: what a stored report says, and the forms it is handed on in."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.group import commands
from factcheck.cli.options import CONFIG, PATH, REPORTS, settings_for
from factcheck.console import hand_over, near, printable, say
from factcheck.errors import UsageError
from factcheck.exits import Exit

_FORMS_HELP = """\b
Forms:
  html, pdf, docx, md            the brief as annotated copy, with the evidence
  csv, xlsx, csl-json, biblatex  its sources, with dates of access and archived copies
"""
REPORT_FORMS = ("html", "pdf", "docx", "md", "csv", "xlsx", "csl-json", "biblatex")


@commands.command(short_help="Explain a rule, or a finding of the last run.")
@click.argument("name", metavar="RULE_OR_ID")
@REPORTS
@CONFIG
def explain(name: str, config: Path | None, reports_dir: Path | None) -> int:
    """Say what a rule, status or reason means, or why a claim or citation of the last run got its verdict."""
    from factcheck.explain import finding_lines, meanings, stored_findings
    from factcheck.history import last_report

    known = meanings()
    if name in known:
        say(f"{name}: {known[name]}")
        return Exit.CLEAN
    report = last_report(settings_for(config, 0, {"reports_dir": reports_dir}).reports_dir)
    found = stored_findings(report, name)
    if not found:
        raise UsageError(f"{name}: no rule, status or reason, and no claim or citation of {report}{near(name, known)}")
    try:
        lines = [line for path, finding in found for line in finding_lines(path, finding)]
    except (KeyError, TypeError, AttributeError) as error:
        from factcheck.report.exports import lacking

        raise lacking(error, report) from error
    say("\n".join(_indented(line) for line in lines))
    return Exit.CLEAN


@commands.command(short_help="Hand a stored report on in another form.", epilog=_FORMS_HELP)
@click.argument("run", metavar="RUN")
@click.option("--to", "form", type=click.Choice(REPORT_FORMS), required=True, help="The form to write.")
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Where to (default: beside the report; - is stdout).")
@REPORTS
@CONFIG
def report(run: str, form: str, output: Path | None, config: Path | None, reports_dir: Path | None) -> int:
    """Render a stored report again, without network: RUN is a run's folder, a report.json, or latest."""
    from datetime import UTC, datetime

    from factcheck.history import report_at, reviewed_report
    from factcheck.report.exports import FORMS, export, write_export

    settings = settings_for(config, 0, {"reports_dir": reports_dir})
    stored, today = report_at(run, settings.reports_dir), datetime.now(UTC).date()
    if form == "html" and output is None:
        from factcheck.report import write_pages

        say(printable(str(write_pages(stored, settings.reviews_dir, today))))
        return Exit.CLEAN
    target = output or stored.with_name(FORMS[form].file_name)
    data = reviewed_report(stored, settings.reviews_dir, today)
    beside = form == "html" and output != Path("-") and target.absolute().parent == stored.absolute().parent
    made = export(data, form, stored, stored.parent if beside else None)
    if output == Path("-"):
        hand_over(made)
        return Exit.CLEAN
    write_export(made, target)
    say(printable(str(target)))
    return Exit.CLEAN


def _indented(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + printable(line)
