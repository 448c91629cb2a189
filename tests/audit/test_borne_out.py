"""A link that ends at a home page is dead, whatever that page has: the whole pipeline."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from factcheck.config import Settings
from factcheck.model import CitationStatus
from factcheck.pipeline import audit

HOME = (
    "<html lang=en><title>Grain office of Lind</title><p>{}</p><p>Welcome to the grain office of Lind, which counts "
    "sacks and carts since the year 1902 and answers letters within a week.</p>"
)
TOLD = "Farmers in Lind brought in 5,812 tonnes of barley in 2024, the grain office says."
LOST = "<html lang=en><title>Lind</title><h2>404, alas</h2><p>{}</p><p>Ask the porter of the grain office of Lind.</p>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        home, everything = self.server.home, self.server.everything
        if self.path == "/":
            self._answer(200, home)
        elif self.path == "/robots.txt":
            self._answer(404, "")
        elif everything:
            self._answer(200, everything)
        elif self.path.startswith("/by-script/"):
            self._answer(200, "<html><head></head><script>window.location.replace('/')</script>Moving")
        else:
            self._answer(302, "", "/")

    def _answer(self, status, text, location=None):
        data = text.encode()
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.home, made.everything = HOME.format(""), ""
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join(5)


def status_of(server, tmp_path, path="/reports/2024/harvest.html"):
    return finding_of(server, tmp_path, path).status


def finding_of(server, tmp_path, path="/reports/2024/harvest.html"):
    (finding,) = findings_of(server, tmp_path, path)
    return finding


def findings_of(server, tmp_path, *paths):
    notes = {number: f"http://127.0.0.1:{server.server_address[1]}{path}" for number, path in enumerate(paths, 1)}
    said = [f"Farmers in Lind brought in 5,812 tonnes of barley in 2024.[^{number}]" for number in notes]
    brief = tmp_path / "brief.md"
    brief.write_text("\n\n".join([*said, *(f"[^{number}]: Harvest, {url}" for number, url in notes.items())]) + "\n")
    settings = Settings(
        archive_dir=tmp_path / "archive",
        cache_dir=tmp_path / "cache",
        allow_hosts=("127.0.0.1",),
        allow_ports=(server.server_address[1],),
        delay_s=0.0,
        timegates=(),
    )
    return audit([brief], settings).briefs[0].citations


def test_a_link_that_ends_at_a_home_page_is_dead(server, tmp_path):
    assert status_of(server, tmp_path) is CitationStatus.DEAD


def test_a_script_that_leads_to_the_home_page_is_such_a_link(server, tmp_path):
    assert status_of(server, tmp_path, "/by-script/harvest.html") is CitationStatus.DEAD


def test_a_home_page_is_not_the_page_though_it_has_the_figure_today(server, tmp_path):
    server.home = HOME.format(TOLD)
    assert status_of(server, tmp_path) is CitationStatus.DEAD


def test_a_page_at_every_address_that_has_the_figure_is_the_page_with_a_warning(server, tmp_path):
    server.everything = HOME.format(TOLD)
    findings = findings_of(server, tmp_path, "/reports/2024/harvest.html", "/reports/2023/barley.html")
    assert {found.status for found in findings} == {CitationStatus.VERIFIED}
    assert {len(found.warnings) for found in findings} == {1}


def test_an_answer_to_everything_that_speaks_of_loss_is_dead_whatever_else_stands_there(server, tmp_path):
    server.everything = LOST.format("Nobody knows.")
    assert status_of(server, tmp_path) is CitationStatus.DEAD
    server.everything = LOST.format(TOLD)
    assert status_of(server, tmp_path, "/elsewhere/harvest.html") is CitationStatus.DEAD
