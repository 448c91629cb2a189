"""Links to places of one page: the page is asked for once, and a place that it lacks is a warning."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from factcheck.config import Settings
from factcheck.model import CitationStatus
from factcheck.pipeline import audit

PAGE = (
    b"<html lang=en><title>Lind</title><h2 id=barley>Barley</h2><p>Farmers in Lind brought in 5,812 tonnes in 2024.</p>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        found = self.path == "/harvest"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE) if found else 0))
        self.end_headers()
        self.wfile.write(PAGE if found else b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.asked = []
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join(5)


def test_a_place_that_is_not_there_is_a_warning_and_the_page_is_asked_once(server, tmp_path):
    port = server.server_address[1]
    base = f"http://127.0.0.1:{port}/harvest"
    brief = tmp_path / "brief.md"
    notes = [base, f"{base}#barley", f"{base}#wheat", f"{base}#:~:text=Farmers"]
    claims = "".join(f"Farmers in Lind brought in 5,812 tonnes in 2024.[^{n}]\n\n" for n, _ in enumerate(notes, 1))
    brief.write_text(claims + "\n".join(f"[^{n}]: Harvest, {url}\n" for n, url in enumerate(notes, 1)))
    settings = Settings(
        archive_dir=tmp_path / "archive",
        cache_dir=tmp_path / "cache",
        allow_hosts=("127.0.0.1",),
        allow_ports=(port,),
        delay_s=0.0,
        timegates=(),
    )
    found = audit([brief], settings).briefs[0].citations
    assert {citation.status for citation in found} == {CitationStatus.VERIFIED}
    assert [len(citation.warnings) for citation in found] == [0, 0, 1, 0]
    assert "#wheat" in found[2].warnings[0]
    assert server.asked.count("/harvest") == 1
