"""A web site on loopback that answers as a test says, and the settings that let an audit reach it."""

from __future__ import annotations

from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple

import pytest

from factcheck.config import Settings


class Answer(NamedTuple):
    status: int
    body: str
    headers: dict[str, str]


class Site(ThreadingHTTPServer):
    """Answers each path as `put` says, and all others with 404; counts what it was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self._answers, self.asked = {}, Counter()
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.put(None, "<html>nothing here", 404)

    def put(self, path, body="", status=200, **headers):
        """Let `path` be answered so from now on; `None` is every path that no answer is put for."""
        self._answers[path] = Answer(status, body, headers)

    def answer(self, path):
        return self._answers.get(path) or self._answers[None]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked[self.path] += 1
        answer = self.server.answer(self.path)
        data = answer.body.encode()
        self.send_response(answer.status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **answer.headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Site() as made:
        thread = Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def settings(tmp_path):
    return Settings(
        archive_dir=tmp_path / "archive",
        cache_dir=tmp_path / "cache",
        allow_hosts=("127.0.0.1",),
        allow_ports=tuple(range(1024, 65536)),
        delay_s=0.0,
        attempts=1,
        timegates=(),
    )
