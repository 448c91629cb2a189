"""A second audit of what has not changed: nothing is sent again, nothing stored again, no verdict another."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from warcio.archiveiterator import ArchiveIterator

from factcheck.config import Settings
from factcheck.pipeline import audit
from factcheck.report import report_data

PAGE = (
    "<html lang=en><title>Ferries</title><p>The ferries of Lind carried {} passengers in 2024, the office says.</p>"
    "<p>Nothing else of note happened on the quays, where ropes lie about and children count the gulls.</p>"
)
PAGES = {"/right": PAGE.format("41,812"), "/wrong": PAGE.format("52,190"), "/moved": "", "/gone": ""}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        status, body, more = 404, "<title>Not found</title><p>Not found", {}
        if self.path == "/moved":
            status, body, more = 301, "", {"Location": "/right"}
        elif PAGES.get(self.path):
            status, body, more = 200, PAGES[self.path], {"ETag": f'"{self.path}"'}
            if self.headers.get("If-None-Match") == more["ETag"]:
                status, body = 304, ""
        self.server.asked[status] += 1
        self.send_response(status)
        for name, value in {**more, "Content-Type": "text/html", "Content-Length": str(len(body))}.items():
            if not (status == 304 and name == "Content-Length"):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.asked = Counter()
        httpd.daemon_threads = True
        thread = Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        yield httpd
        httpd.shutdown()
        thread.join()


def kinds(settings):
    found = Counter()
    for path in settings.archive_dir.glob("*.warc.gz"):
        with path.open("rb") as file:
            found.update(record.rec_type for record in ArchiveIterator(file))
    return found


def verdicts(done):
    """The report's briefs as bytes, but for when and where each page was stored."""

    def judged(part):
        if isinstance(part, dict):
            return {
                name: judged(value) for name, value in part.items() if name not in {"capture", "captures", "failure"}
            }
        return [judged(each) for each in part] if isinstance(part, list) else part

    return json.dumps(judged(report_data(done, "0")["briefs"]), sort_keys=True)


def test_a_second_audit_sends_stores_and_changes_nothing(server, tmp_path):
    base = f"http://127.0.0.1:{server.server_address[1]}"
    brief = tmp_path / "ferries.md"
    brief.write_text(
        "# Ferries\n\n"
        + "".join(f"The ferries of Lind carried 41,812 passengers in 2024.[^{name}]\n\n" for name in "rwmg")
        + f"[^r]: Harbour office, {base}/right\n[^w]: Port gazette, {base}/wrong\n"
        + f"[^m]: Old office, {base}/moved\n[^g]: Almanac, {base}/gone\n"
    )
    settings = Settings(
        archive_dir=tmp_path / "archive",
        cache_dir=tmp_path / "cache",
        allow_hosts=("127.0.0.1",),
        delay_s=0.0,
        obey_robots=False,
        max_age_s=0.0,
        timegates=(),
    )
    first = audit([brief], settings)
    stored = kinds(settings)
    assert stored["conversion"] == 2
    server.asked.clear()
    second = audit([brief], settings)
    added = kinds(settings) - stored
    assert set(server.asked) == {301, 304, 404}
    assert added["conversion"] == 0
    assert verdicts(second) == verdicts(first)
    files = sorted(path.name for path in settings.archive_dir.glob("*.warc.gz"))
    server.asked.clear()
    third = audit([brief], replace(settings, max_age_s=86_400.0))
    assert set(server.asked) <= {404}  # a failure is no answer from a cache
    assert verdicts(third) == verdicts(first)
    fourth = audit([brief], replace(settings, offline=True))
    assert verdicts(fourth) == verdicts(first)
    assert len(files) <= len(list(settings.archive_dir.glob("*.warc.gz"))) <= len(files) + 1
