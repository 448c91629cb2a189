"""A run of many thousands keeps most of its outcomes outside the memory, and reads them back as they were."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.capture import results as results_module
from factcheck.capture.results import Results
from factcheck.model import Capture, CaptureFailure, CaptureSource, Hop, UncheckedReason, WarcLocation

AT = datetime(2026, 11, 22, tzinfo=UTC)


def capture(number):
    url = f"https://a.example/{number}"
    place = WarcLocation("a.warc.gz", number, f"<urn:uuid:{number}>")
    headers = (("Content-Type", "text/html"), ("X-Latin", "caf\xe9"))
    hop = Hop(url + "/old", 301, url, "192.0.2.1")
    return Capture(url, url, 200, headers, "text/html", None, AT, CaptureSource.NETWORK, "0" * 64, 9, place, (hop,))


def failure(number):
    return CaptureFailure(f"https://a.example/{number}", UncheckedReason.TIMEOUT, "read_timeout", "nothing came", AT)


@pytest.fixture(autouse=True)
def few_in_memory(monkeypatch):
    monkeypatch.setattr(results_module, "_IN_MEMORY", 3)


def test_it_is_a_mapping_in_the_order_of_the_urls():
    urls = [f"https://a.example/{number}" for number in range(12)]
    results = Results(urls)
    expected = {url: failure(number) if number % 3 else capture(number) for number, url in enumerate(urls)}
    for url in reversed(urls[2:]):
        results[url] = expected[url]
    assert urls[0] not in results
    assert len(results) == 10
    assert list(results) == urls[2:]
    with pytest.raises(KeyError):
        results[urls[0]]
    for url in urls[:2]:
        results[url] = expected[url]
    assert results == expected
    for number in (0, 11):
        results[urls[number]] = expected[urls[number]] = replace(failure(number), dead=True)
    assert results == expected
    del results[urls[4]]
    assert (len(results), urls[4] in results) == (11, False)


def test_where_no_file_can_be_written_they_stay_in_memory(monkeypatch):
    def full(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    results = Results(["a"])
    for number in range(9):
        results[str(number)] = capture(number)
    assert all(results[str(number)] == capture(number) for number in range(9))
