"""Three failures, three days apart each, make a link dead; an answer in between starts the count anew."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from factcheck.capture import capture_all
from factcheck.capture.failure_history import FILE_NAME, with_history
from factcheck.model import Capture, CaptureFailure, CaptureSource, UncheckedReason, WarcLocation

DAY = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
GONE = "http://gone.example/page"
THERE = "http://there.example/page"


def failing(signal="connection_refused", url=GONE, **changes):
    return CaptureFailure(url, UncheckedReason.CONNECTION_ERROR, signal, "the host was away", DAY, **changes)


def answering(url=THERE, source=CaptureSource.NETWORK, status=200):
    where = WarcLocation("a.warc.gz", 0, "<urn:uuid:1>")
    return Capture(url, url, status, (), "text/html", None, DAY, source, "0" * 64, 1, where)


def days(folder, *numbers, outcome=None, other=None, **options):
    """The outcome of the same link after runs so many days after the first."""
    told = None
    for number in numbers:
        results = {GONE: outcome or failing(), THERE: other or answering()}
        told = with_history(results, folder, DAY + timedelta(days=number), **options)[GONE]
    return told


@pytest.mark.parametrize(
    ("runs", "dead", "said"),
    [
        ([0], False, "3 Nov 2026"),
        ([0, 4], False, "3 Nov, 7 Nov 2026"),
        ([0, 4, 18], True, "3 Nov, 7 Nov, 21 Nov 2026"),
        ([0, 1, 2, 2.9], False, "3 Nov 2026"),
        ([0, 3, 5, 6], True, "3 Nov, 6 Nov, 9 Nov 2026"),
        ([0, 60, 70], True, "3 Nov 2026, 2 Jan, 12 Jan 2027"),
        ([*range(0, 40, 4)], True, "3 Nov, 7 Nov, …, 5 Dec, 9 Dec 2026"),
    ],
)
def test_three_failures_days_apart_make_a_link_dead(tmp_path, runs, dead, said):
    told = days(tmp_path, *runs)
    assert told.dead is dead
    assert told.detail == f"the host was away (failed on {said})"
    assert told.failed_on[0] == DAY


def test_strict_calls_it_dead_at_once(tmp_path):
    assert days(tmp_path, 0, strict=True).dead


@pytest.mark.parametrize(
    ("back", "dead"),
    [
        (answering(GONE), False),
        (answering(GONE, status=503), False),
        (failing("http_429", http_status=429), False),
        (failing("robots_disallowed"), True),
        (failing("proxy_refused", http_status=502), True),
        (answering(GONE, CaptureSource.MEMENTO), True),
    ],
)
def test_an_answer_of_the_host_starts_the_count_anew(tmp_path, back, dead):
    days(tmp_path, 0, 4)
    assert days(tmp_path, 5, outcome=back) == back
    assert days(tmp_path, 10).dead is dead


@pytest.mark.parametrize(
    "signal",
    ["connection_reset", "drip", "proxy_unreachable", "tls_unknown_issuer", "bad_content_encoding", "truncated"],
)
def test_what_does_not_say_that_the_host_is_away_is_never_counted(tmp_path, signal):
    outcome = failing(signal)
    assert days(tmp_path, 0, 4, 8, 12, outcome=outcome, strict=True) == outcome
    assert not (tmp_path / FILE_NAME).exists()


def test_nothing_counts_where_no_other_host_was_reached(tmp_path):
    alone = failing("read_timeout")
    assert days(tmp_path, 0, 4, 8, outcome=alone, other=failing(url=THERE), strict=True) == alone


def test_a_certificate_counts_only_where_others_hold(tmp_path):
    bad = failing("tls_expired", url=GONE)
    assert days(tmp_path, 0, 4, 8, outcome=bad) == bad
    assert days(tmp_path, 0, 4, 8, outcome=bad, other=answering("https://there.example/")).dead


def test_a_history_that_is_torn_or_strange_is_read_as_far_as_it_goes(tmp_path):
    days(tmp_path, 0, 4)
    path = tmp_path / FILE_NAME
    strange = [b"[1]", b"{}", b'{"url": 5}', b'{"url":"%s","failed_at":"soon"}' % GONE.encode(), b"[" * 9000, b"\xff"]
    path.write_bytes(path.read_bytes() + b"\n".join(strange) + b"\n" + b"x" * 70_000 + b'{"url":"http://torn')
    told = days(tmp_path, 8)
    assert (told.dead, len(told.failed_on)) == (True, 3)
    assert json.loads(path.read_bytes().splitlines()[-1])["url"] == GONE
    assert len(days(tmp_path, 12).failed_on) == 4


@given(st.binary(max_size=300))
@hypothesis_settings(deadline=None, max_examples=40)
def test_no_history_ends_a_run(tmp_path_factory, noise):
    folder = tmp_path_factory.mktemp("history")
    (folder / FILE_NAME).write_bytes(noise)
    assert len(days(folder, 0).failed_on) == 1


def test_a_history_that_cannot_be_kept_is_passed_over(tmp_path, caplog):
    (tmp_path / FILE_NAME).mkdir()
    assert not days(tmp_path, 0, 4, 8).dead
    assert "cannot be kept" in caplog.text


def test_runs_against_a_port_where_nobody_listens(server, settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/page"
    page = server.html("/page")

    def run(day, **changes):
        changed = replace(settings, attempts=1, max_age_s=0.0, **changes)
        return capture_all([closed, page], changed, clock=lambda: DAY + timedelta(days=day))[closed]

    assert run(0).failed_on == (DAY,)
    assert run(1).failed_on == (DAY,)
    assert not run(4).dead
    gone = run(8)
    assert (gone.dead, len(gone.failed_on), gone.signal) == (True, 3, "connection_refused")
    assert "failed on 3 Nov, 7 Nov, 11 Nov 2026" in gone.detail
    assert run(9, offline=True).reason is UncheckedReason.OFFLINE
