"""Live pages are handed to a server that speaks Save Page Now 2; what came of each is told, the keys nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from fault_server import FaultServer

from factcheck.capture import save_pages
from factcheck.capture.save_page_now import check_settings
from factcheck.config import load_settings
from factcheck.errors import ConfigError, UsageError
from factcheck.model import CitationStatus, SavingState
from factcheck.pipeline import audit
from factcheck.report import report_data

KEYS = "accesskey77:secretword88"
URL = "https://velm.example/bridges?year=2019&x=ü"


class SavePageNow(FaultServer):
    """`jobs` says per address what its status answers, one after the other; `answers` what a submission answers."""

    async def handle(self, reader, writer):
        self.jobs, self.answers = getattr(self, "jobs", {}), getattr(self, "answers", [])
        self.taken = getattr(self, "taken", [])
        self.raw = self.reply
        await super().handle(reader, writer)

    async def reply(self, ask):
        if ask.method == "POST":
            body = await ask.reader.readexactly(int(ask.headers["content-length"]))
            self.taken.append(parse_qs(body.decode()))
            status, answer, headers = self.answers.pop(0) if self.answers else (200, {"job_id": "spn2-1"}, ())
        else:
            states = self.jobs.get(ask.target.rpartition("/")[2], [{"status": "pending"}])
            status, answer, headers = 200, states.pop(0) if len(states) > 1 else states[0], ()
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        await ask.answer(status, body, (("Content-Type", "application/json"), *headers))


@pytest.fixture
def archive_org(serving):
    made = SavePageNow()
    made.jobs, made.answers, made.taken = {}, [], []
    serving.start(made)
    return made


@pytest.fixture
def saving(archive_org, settings):
    return replace(
        settings,
        save=True,
        save_url=archive_org.url + "/save",
        save_credentials=KEYS,
        save_delay_s=0.01,
        save_wait_s=0.3,
        allow_hosts=(),
    )


DONE = {"status": "success", "timestamp": "20261122020202", "original_url": URL}


def test_a_page_is_archived_when_the_archive_says_so(archive_org, saving):
    archive_org.jobs["spn2-1"] = [{"status": "pending"}, {"status": "pending"}, DONE]
    saved = save_pages([URL, URL], saving)[URL]
    assert saved.state is SavingState.ARCHIVED
    assert saved.memento_url == f"{archive_org.url}/web/20261122020202/{URL}"
    assert [form["url"] for form in archive_org.taken] == [[URL]]
    assert {ask.headers["authorization"] for ask in archive_org.asked} == {f"LOW {KEYS}"}
    assert archive_org.asked[0].headers["accept"] == "application/json"


def test_a_page_that_was_submitted_is_not_archived(archive_org, saving):
    saved = save_pages([URL], saving)[URL]
    assert (saved.state, saved.memento_url) == (SavingState.SUBMITTED, None)


@pytest.mark.parametrize(
    "answer",
    [
        (200, {"status": "error", "status_ext": "error:blocked-url", "message": "This URL is on a list."}, ()),
        (200, {"message": "The same snapshot was made 5 minutes ago.", "job_id": None}, ()),
        (200, {"job_id": "../../etc"}, ()),
        (200, {"job_id": 7}, ()),
        (200, b"<html>no JSON", ()),
        (200, [1], ()),
        (302, {"job_id": "spn2-1"}, (("Location", "http://169.254.169.254/"),)),
        (500, {}, ()),
    ],
)
def test_what_the_archive_does_not_take_is_not_saved_and_said(archive_org, saving, answer):
    archive_org.answers = [answer]
    saved = save_pages([URL], saving)[URL]
    assert (saved.state, saved.memento_url) == (SavingState.FAILED, None)
    assert saved.detail


@pytest.mark.parametrize(
    "said",
    [
        {"status": "error", "status_ext": "error:not-found", "message": "Cannot find it"},
        {"status": "error"},
    ],
)
def test_a_job_that_failed_is_not_saved(archive_org, saving, said):
    archive_org.jobs["spn2-1"] = [{"status": "pending"}, said]
    assert save_pages([URL], saving)[URL].state is SavingState.FAILED


@pytest.mark.parametrize("timestamp", ["", "2026", "20261122020202/../x", 7])
def test_a_success_without_a_time_is_none(archive_org, saving, timestamp):
    archive_org.jobs["spn2-1"] = [{"status": "success", "timestamp": timestamp}]
    assert save_pages([URL], saving)[URL].state is SavingState.SUBMITTED


@pytest.mark.parametrize(
    "answer",
    [
        (401, {"message": f"unknown key {KEYS}"}, ()),
        (200, {"status": "error", "status_ext": "error:too-many-daily-captures", "message": "Enough for today"}, ()),
        (429, {}, ()),
        (429, {}, (("Retry-After", "86400"),)),
    ],
)
def test_an_archive_that_takes_no_more_is_not_asked_again(archive_org, saving, answer):
    archive_org.answers = [(200, {"job_id": "spn2-1"}, ()), answer]
    archive_org.jobs["spn2-1"] = [DONE]
    urls = [URL, *(f"https://velm.example/{n}" for n in range(5))]
    saved = save_pages(urls, saving)
    states = [saved[url].state for url in urls]
    assert states == [SavingState.ARCHIVED, *[SavingState.NOT_SUBMITTED] * 5]
    assert len(archive_org.taken) == 2
    assert not any("secretword" in found.detail or "accesskey" in found.detail for found in saved.values())


def test_a_short_wait_that_is_asked_for_is_kept(archive_org, saving):
    archive_org.answers = [(429, {}, (("Retry-After", "1"),))]
    archive_org.jobs["spn2-1"] = [DONE]
    assert save_pages([URL], saving)[URL].state is SavingState.ARCHIVED
    first, second, *_ = (ask.at for ask in archive_org.asked)
    assert second - first >= 1.0


def test_an_archive_that_is_away_is_told(saving):
    away = replace(saving, save_url="http://127.0.0.1:9/save", allow_ports=(9,))
    assert save_pages([URL], away)[URL].state is SavingState.FAILED


def test_credentials_are_needed_and_shown_nowhere(settings, tmp_path):
    with pytest.raises(UsageError, match="FACTCHECK_SAVE_CREDENTIALS"):
        check_settings(settings)
    with pytest.raises(UsageError, match="save_url"):
        check_settings(replace(settings, save_url="archive"))
    assert KEYS not in repr(replace(settings, save_credentials=KEYS))
    environment = {"FACTCHECK_SAVE_CREDENTIALS": f"{KEYS}\nmore"}
    with pytest.raises(ConfigError) as caught:
        load_settings(environment=environment, start=tmp_path)
    assert "secretword" not in str(caught.value)


def test_a_run_reports_what_came_of_each_citation_and_keeps_no_key(archive_org, saving, server, tmp_path):
    body = b"<html lang=en><title>Budget</title><p>The budget of Velm rose to 715 million crowns in 2019.</p>"
    alive, gone = server.html("/budget", body), server.html("/gone", body, 404)
    brief = tmp_path / "brief.md"
    brief.write_text(
        f"The budget of Velm rose to 715 million crowns in 2019.[^1] It fell by 3 percent later.[^2]\n\n"
        f"[^1]: Budget, {alive}\n\n[^2]: Report, {gone}\n"
    )
    archive_org.jobs["spn2-1"] = [DONE]
    done = audit([brief], replace(saving, allow_hosts=("127.0.0.1",)))
    first, second = done.briefs[0].citations
    assert (first.status, first.saving.state) == (CitationStatus.VERIFIED, SavingState.ARCHIVED)
    assert (second.status, second.saving) == (CitationStatus.DEAD, None)
    assert [form["url"] for form in archive_org.taken] == [[alive]]
    told = json.dumps(report_data(done, "0"))
    assert '"state": "archived"' in told
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"secretword" not in kept + told.encode()
