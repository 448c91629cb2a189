"""The whole pipeline against a real web server on loopback."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import CaptureSource, CitationStatus, UncheckedReason, VerdictKind
from factcheck.pipeline import audit

HARVEST = (
    "<html lang=en><title>Harvest</title><p>Farmers in Lind brought in {} tonnes of barley in 2024, the grain office "
    "says. Potatoes suffered from the wet spring.</p>"
)
MUSEUM = (
    "<html lang=en><title>Museum</title><p>The museum of the harbour shows ropes, anchors and the portraits of long "
    "forgotten pilots. Children like the tower, from which ships can be counted.</p>"
)


@pytest.fixture
def site(site):
    harvest = HARVEST.format("5,812")
    site.put("/harvest", harvest)
    site.put("/wrong", HARVEST.format("7,340"))
    site.put("/other", MUSEUM)
    site.put("/gone", "<html><title>Not found</title><p>Not found</p>", 404)
    site.put("/shut", "<html><title>Forbidden</title><p>Forbidden</p>", 403)
    site.put("/moved", status=301, Location="/harvest")
    memento = f"/memento/{site.address}/gone"
    site.put(f"/timegate/{site.address}/gone", status=302, Location=memento)
    site.put(memento, harvest, Memento_Datetime="Tue, 04 May 2021 10:00:00 GMT")
    return site


def brief(tmp_path, base):
    path = tmp_path / "brief.md"
    sentence = "Farmers in Lind brought in 5,812 tonnes of barley in 2024, the grain office says."
    notes = ("harvest", "wrong", "other", "gone", "shut", "moved")
    body = "\n\n".join(f"{sentence}[^{n}]" for n in range(1, len(notes) + 1))
    path.write_text(body + "\n\n" + "\n".join(f"[^{n}]: <{base}/{name}>" for n, name in enumerate(notes, 1)) + "\n")
    return path


def statuses(done):
    return [finding.status for finding in done.briefs[0].citations]


def test_every_citation_gets_the_status_that_its_page_earns(tmp_path, site, settings):
    path = brief(tmp_path, site.address)
    done = audit([path], settings)
    assert statuses(done) == [
        CitationStatus.VERIFIED,
        CitationStatus.MISMATCHED,
        CitationStatus.UNSUPPORTED,
        CitationStatus.DEAD,
        CitationStatus.UNCHECKED,
        CitationStatus.VERIFIED,
    ]
    found = {claim.claim.footnotes[0]: claim.figures[0] for claim in done.briefs[0].claims}
    assert found["1"].check.evidence.passage.exact.startswith("5,812")
    assert found["2"].check.rival.passage.exact.startswith("7,340")
    assert found["5"].reason is UncheckedReason.BLOCKED
    assert [hop.http_status for hop in done.briefs[0].citations[5].capture.redirects] == [301]
    assert not done.network_down


def test_a_second_run_asks_nothing_that_is_fresh_and_says_the_same(tmp_path, site, settings):
    path = brief(tmp_path, site.address)
    first = audit([path], settings)
    asked = site.asked["/harvest"]
    second = audit([path], settings)
    assert statuses(second) == statuses(first)
    assert site.asked["/harvest"] == asked
    assert second.briefs[0].citations[0].capture.source is CaptureSource.CACHE


def test_offline_judges_from_the_archive_alone(tmp_path, site, settings):
    path = brief(tmp_path, site.address)
    first = audit([path], settings)
    asked = site.asked.total()
    second = audit([path], replace(settings, offline=True))
    assert site.asked.total() == asked
    assert statuses(second) == statuses(first)
    assert not second.network_down


def test_a_dead_page_is_compared_with_its_archived_copy_and_stays_dead(tmp_path, site, settings):
    base = site.address
    done = audit([brief(tmp_path, base)], replace(settings, timegates=(f"{base}/timegate/",)))
    citation = done.briefs[0].citations[3]
    assert citation.status is CitationStatus.DEAD
    assert citation.reason.endswith("In the archived copy of 04 May 2021: 2 of 2 figures found.")
    figure = done.briefs[0].claims[3].figures[0]
    assert figure.verdict is VerdictKind.SUPPORTED
    assert figure.explanation.endswith("Compared with the archived copy of 04 May 2021.")


def test_offline_without_an_archive_checks_nothing_and_says_why(tmp_path, settings):
    path = brief(tmp_path, "http://127.0.0.1:8999")
    done = audit([path], replace(settings, offline=True))
    assert set(statuses(done)) == {CitationStatus.UNCHECKED}
    assert all(finding.reason.startswith("offline") for finding in done.briefs[0].citations)
    assert {f.verdict for claim in done.briefs[0].claims for f in claim.figures} == {VerdictKind.UNCHECKED}


def test_a_machine_that_reaches_no_host_calls_nothing_dead(tmp_path, settings):
    path = tmp_path / "brief.md"
    path.write_text("Exports rose by 12 percent.[^1]\n\n[^1]: <https://nowhere.invalid/page>\n")
    done = audit([path], settings)
    assert done.network_down
    assert statuses(done) == [CitationStatus.UNCHECKED]
    assert done.briefs[0].citations[0].reason == "not_fetched: no host could be reached from this machine."


def test_progress_is_told_every_brief_and_every_capture(tmp_path, site, settings):
    class Told:
        def __init__(self):
            self.lines = []

        def brief(self, path):
            self.lines.append(("brief", path))

        def total(self, captures):
            self.lines.append(("total", captures))

        def captured(self, url, _result):
            self.lines.append(("captured", url))

    told = Told()
    path = brief(tmp_path, site.address)
    audit([path], settings, told)
    assert told.lines[:2] == [("brief", path.as_posix()), ("total", 6)]
    assert len({url for kind, url in told.lines if kind == "captured"}) == 6
