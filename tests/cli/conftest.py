"""Audits made up for the command line, and a way to run it."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from factcheck.model import (
    Apparatus,
    Audit,
    Brief,
    BriefFinding,
    Citation,
    CitationFinding,
    CitedQuantity,
    CitedQuotation,
    Claim,
    ClaimFinding,
    FigureFinding,
    Footnote,
    FootnoteKind,
    Locator,
    Quantity,
    QuantityKind,
    Quotation,
    QuotationFinding,
    UncheckedReason,
    VerdictKind,
)


class Ended(NamedTuple):
    """How a command ended: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


TEXT = "The lake froze in 4 of 10 winters, “an open question for the ferry”, they say."


def made_brief(path, statuses, title):
    """One sentence, one figure per footnote, one quotation that is uncited like its figure."""
    quantity = Quantity("4 of 10", 18, 25, None, None, None, QuantityKind.RATIO)
    labels = [str(number + 1) for number in range(len(statuses))]
    citations = [
        Citation(f"c{label}", label, f"https://lake.example/{label}", None, locators=(Locator("page", f"p. {label}"),))
        for label in labels
    ]
    figures = [CitedQuantity(quantity, (label,)) for label in labels] + [CitedQuantity(quantity)]
    quotation = CitedQuotation(Quotation("an open question for the ferry", 36, 66))
    claim = Claim("k1", TEXT, 0, len(TEXT), 0, footnotes=tuple(labels), figures=tuple(figures), quotations=(quotation,))
    notes = [Footnote(label, "The lake office.", FootnoteKind.CITATION, (), (f"c{label}",)) for label in labels]
    notes.append(Footnote("9", "Thanks to the ferry.", FootnoteKind.TEXT))
    unchecked = (VerdictKind.UNCHECKED, "not_fetched", "Nothing was fetched.", None, None, UncheckedReason.NOT_FETCHED)
    return BriefFinding(
        Brief(path, "0" * 64, "text/markdown", title, "en", TEXT, (), (), (), ()),
        Apparatus((), tuple(notes), tuple(citations)),
        tuple(CitationFinding(c, s, "a reason") for c, s in zip(citations, statuses, strict=True)),
        (
            ClaimFinding(
                claim,
                tuple(FigureFinding(figure, *unchecked) for figure in figures),
                (QuotationFinding(quotation, *unchecked),),
            ),
        ),
    )


@pytest.fixture(scope="session")
def made():
    """An audit of one brief per list of citation statuses."""

    def audit(*statuses, title="Ice on the lake", **facts):
        briefs = tuple(made_brief(f"{'notes' * (n + 1)}.md", found, title) for n, found in enumerate(statuses))
        return Audit(datetime(2026, 11, 21, 18, 2, tzinfo=UTC), briefs, **facts)

    return audit


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty working directory that no configuration above it reaches."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def factcheck(capsys, folder):
    """Run the command line in this process."""
    from factcheck import cli

    def run(*arguments):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        return Ended(ended.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def program(folder):
    """Run the command line as a program of its own."""

    def run(*arguments, **options):
        command = [*options.pop("before", ()), sys.executable, "-m", "factcheck", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, timeout=120, check=False, cwd=folder, **options)
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
