"""The bundled example: audited as a newcomer would, without network, it shows all that a report can say."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from factcheck.config import load_settings
from factcheck.model import CitationStatus, FootnoteKind, VerdictKind
from factcheck.pipeline import audit

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    settings = load_settings(ROOT / "pyproject.toml", flags={"cache_dir": tmp_path_factory.mktemp("cache")})
    return audit(settings.briefs, settings)


def found(done, brief, footnote):
    finding = next(f for f in done.briefs if f.brief.path.endswith(brief))
    return next(c for c in finding.citations if c.citation.footnote == footnote)


def figure(done, text):
    return next(f for b in done.briefs for c in b.claims for f in c.figures if f.cited.quantity.text == text)


def test_the_example_shows_every_citation_status(done):
    assert {c.status for b in done.briefs for c in b.citations} == set(CitationStatus)


def test_the_example_shows_every_figure_verdict_and_every_kind_of_footnote(done):
    assert {f.verdict for b in done.briefs for c in b.claims for f in c.figures} == set(VerdictKind)
    assert {n.kind for b in done.briefs for n in b.apparatus.footnotes} == set(FootnoteKind)


def test_it_needs_no_network(done):
    assert not done.network_down
    assert not done.problems
    assert {c.capture.source.value for b in done.briefs for c in b.citations if c.capture} == {"archive"}


@pytest.mark.parametrize(
    ("brief", "footnote", "status"),
    [
        ("energy.md", "1", CitationStatus.MISMATCHED),
        ("energy.md", "2", CitationStatus.VERIFIED),
        ("energy.md", "4", CitationStatus.VERIFIED),
        ("energy.md", "7", CitationStatus.VERIFIED),
        ("energy.md", "8", CitationStatus.DEAD),
        ("energy.md", "9", CitationStatus.UNCHECKED),
        ("energy.md", "10", CitationStatus.UNSUPPORTED),
        ("energy.md", "11", CitationStatus.REACHABLE),
        ("census.txt", "1", CitationStatus.VERIFIED),
        ("census.txt", "2", CitationStatus.VERIFIED),
        ("census.txt", "6", CitationStatus.VERIFIED),
        ("census.txt", "8", CitationStatus.MISMATCHED),
        ("census.txt", "9", CitationStatus.VERIFIED),
        ("census.txt", "10", CitationStatus.DEAD),
        ("census.txt", "11", CitationStatus.MISMATCHED),
        ("census.txt", "13", CitationStatus.UNCHECKED),
    ],
)
def test_each_planted_citation_is_judged_as_it_was_planted(done, brief, footnote, status):
    assert found(done, brief, footnote).status is status


@pytest.mark.parametrize(
    ("text", "rule", "evidence"),
    [
        ("4.2 billion cubic metres", "same_subject_other_value", "4.8 billion cubic metres"),
        ("three quarters", "supported_by_fraction", "74.6%"),
        ("2.9 million", "supported_by_rounding", "2,914,300"),
        ("340 million euros", "supported_exactly", "340 млн евро"),
        ("48,000", "supported_exactly", "48 tys."),
        ("3 March 2026", "same_subject_other_date", "5 March 2026"),
    ],
)
def test_each_planted_figure_is_judged_by_the_rule_it_was_planted_for(done, text, rule, evidence):
    judged = figure(done, text)
    match = judged.check.evidence or judged.check.rival
    assert (judged.rule, match.passage.exact) == (rule, evidence)


def test_the_archive_holds_exactly_the_pages_beside_its_build_script(tmp_path):
    script, built = Path(__file__).with_name("build.py"), tmp_path / "example.warc.gz"
    subprocess.run([sys.executable, script, built], check=True, capture_output=True)
    assert payloads(built) == payloads(ROOT / "references" / "archive" / "example.warc.gz")


def payloads(path):
    with path.open("rb") as stream:
        return Counter(
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(stream)
            if record.rec_type == "response"
        )
