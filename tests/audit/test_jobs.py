"""Pages read by workers while others are fetched: the same report, byte for byte, and no run ended by one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck import reading_ahead
from factcheck.model import CitationStatus, UncheckedReason
from factcheck.pipeline import audit
from factcheck.report import json_bytes, report_data
from factcheck.workers import Workers

PAGES = 40
TEXT = (
    "<html lang=en><title>Harvest {n}</title><p>Farmers in Lind brought in 5,{n:03d} tonnes of barley in 2024, the "
    "grain office says. Potatoes suffered from the wet spring, and the carters were paid late.</p>"
)
PATHS = {str(n) for n in range(1, PAGES + 1) if n % 7}
AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def brief(site, tmp_path):
    site.put(None, "<title>Not found</title>", 404)
    for name in PATHS:
        site.put(f"/{name}", TEXT.format(n=int(name)))
    claims = [f"Farmers in Lind brought in 5,{n + n % 3:03d} tonnes of barley.[^{n}]\n" for n in range(1, PAGES + 1)]
    notes = [f"[^{n}]: {site.address}/{n}\n" for n in range(1, PAGES + 1)]
    path = tmp_path / "brief.md"
    path.write_text("\n".join([*claims, *notes]))
    return path


@pytest.fixture
def settings(settings):
    return replace(settings, obey_robots=False)


@pytest.fixture
def started(monkeypatch):
    made = []

    class Seen(Workers):
        def __init__(self, *arguments):
            made.append(self)
            super().__init__(*arguments)

    monkeypatch.setattr(reading_ahead, "Workers", Seen)
    return made


def report_of(brief, settings):
    return json_bytes(report_data(replace(audit([brief], settings), generated_at=AT), "0"))


def test_the_report_is_the_same_whoever_reads(brief, settings, started):
    first = report_of(brief, replace(settings, jobs=2))
    assert len(started) == 1
    offline = replace(settings, offline=True)
    assert report_of(brief, replace(offline, jobs=2)) == report_of(brief, replace(offline, jobs=1))
    assert len(started) == 2
    assert first.count(b'"verified"') == report_of(brief, replace(offline, jobs=1)).count(b'"verified"')


def test_texts_that_were_judged_are_kept_though_workers_read_them(brief, settings):
    audit([brief], replace(settings, jobs=2))
    (file,) = settings.archive_dir.glob("*.warc.gz")
    from warcio.archiveiterator import ArchiveIterator

    with file.open("rb") as stream:
        kinds = Counter(record.rec_type for record in ArchiveIterator(stream))
    assert kinds["conversion"] == len(PATHS)


def test_a_small_audit_starts_no_process(brief, settings, started, monkeypatch):
    monkeypatch.setattr(reading_ahead, "_LEAST_PAGES", PAGES)
    audit([brief], replace(settings, jobs=2))
    monkeypatch.setattr(reading_ahead, "_LEAST_PAGES", 1)
    audit([brief], replace(settings, jobs=1, offline=True))
    assert started == []


@pytest.mark.parametrize(("crash", "how"), [("os._exit(3)", "code 3"), ("os.kill(os.getpid(), 9)", "signal 9")])
def test_a_page_over_which_a_worker_dies_is_unread_and_the_others_are_not(
    brief, settings, tmp_path, monkeypatch, crash, how
):
    (tmp_path / "crashing.py").write_text(
        "import os\nfrom factcheck.page_checks import read_and_weigh\n\n"
        "def work(payloads, task):\n"
        f"    if task.capture.final_url.endswith('/5'):\n        {crash}\n"
        "    return read_and_weigh(payloads, task)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(reading_ahead, "_WORK", "crashing:work")
    found = audit([brief], replace(settings, jobs=2)).briefs[0].citations
    lost = [finding for finding in found if finding.reason.startswith(UncheckedReason.NO_TEXT)]
    assert [finding.citation.url.rpartition("/")[2] for finding in lost] == ["5"]
    assert how in lost[0].reason
    assert Counter(finding.status for finding in found)[CitationStatus.UNCHECKED] == 1


def test_a_page_over_which_the_program_fails_is_unread_in_this_process_too(brief, settings, monkeypatch):
    def fail(*_arguments, **_named):
        raise RecursionError

    monkeypatch.setattr("factcheck.page_checks.check_against", fail)
    found = audit([brief], replace(settings, jobs=1)).briefs[0].citations
    unread = [finding for finding in found if finding.status is CitationStatus.UNCHECKED]
    assert len(unread) == len(PATHS)
    assert all(finding.reason.startswith(UncheckedReason.NO_TEXT) for finding in unread)


def test_where_no_worker_can_be_started_the_pages_are_read_here(brief, settings, monkeypatch):
    monkeypatch.setattr(reading_ahead, "_WORK", "no_such_module:work")
    found = audit([brief], replace(settings, jobs=2)).briefs[0].citations
    assert Counter(finding.status for finding in found)[CitationStatus.UNCHECKED] == 0


def test_texts_are_not_held_without_bound(brief, settings, monkeypatch):
    monkeypatch.setattr(reading_ahead, "_MOST_HELD", 1000)
    found = audit([brief], replace(settings, jobs=2)).briefs[0].citations
    assert Counter(finding.status for finding in found)[CitationStatus.UNCHECKED] == 0
