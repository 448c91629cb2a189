"""The report's pages served to the person at this machine, with a way to save reviews.

Anybody's web page may send requests to a port of this machine.  What keeps them out: the address has a token that only
the person who started the server was shown; requests that name another host (a name that was made to lead here) or come
from another origin are refused; nothing in an address is ever a path on disk.
"""

from __future__ import annotations

import json
import re
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.history import MalformedReviewError
from factcheck.report.copies import FOLDER as COPIES
from factcheck.report.served_pages import TEXT, ReportPages
from factcheck.report.site import INDEX

__all__ = ["ReportPages", "ReportServer"]

HOST = "127.0.0.1"
_TOKEN_BYTES = 24
_LARGEST_REVIEW = 64 * 1024
_SECONDS = 15
"""What a request may take to be sent."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_UNREADABLE = (FactcheckError, LookupError, TypeError, AttributeError, ValueError, OSError, RecursionError)
"""What a report, a copy or an archive ends in that anybody may have written, or that went while it was served."""
_SHUT = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""The policy of what is kept of a source: whatever a browser took it for, it could do nothing."""


class ReportServer(ThreadingHTTPServer):
    """Serves `pages` to this machine alone; `address` is the one that lets in."""

    daemon_threads = True

    def __init__(self, report: ReportPages, port: int = 0) -> None:
        """Listens at once, on a free port where `port` is 0; call `serve_forever`."""
        super().__init__((HOST, port), _Handler)
        self.report, self.token = report, secrets.token_urlsafe(_TOKEN_BYTES)

    @property
    def address(self) -> str:
        """Where the report is."""
        return f"http://{HOST}:{self.server_port}/{self.token}/{INDEX}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hung up."""


class _Handler(BaseHTTPRequestHandler):
    server: ReportServer
    timeout = _SECONDS
    server_version, sys_version = "factcheck", ""

    def do_GET(self) -> None:
        """Answer with a page."""
        asked = self._asked()
        if asked is None:
            return
        if asked.startswith(f"{COPIES}/"):
            self._hand_out(asked)
            return
        save = f"/{self.server.token}/reviews"
        try:
            made = self.server.report.page(asked, save)
        except _UNREADABLE as error:
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, f"the report cannot be read: {error}")
            return
        if made is None:
            self._say(HTTPStatus.NOT_FOUND, "there is no such page")
        else:
            self._answer(HTTPStatus.OK, made, "text/html; charset=utf-8")

    def _hand_out(self, name: str) -> None:
        """Answer with what is kept of a source."""
        try:
            kept = self.server.report.kept(name)
        except _UNREADABLE as error:
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, f"it cannot be read: {error}")
            return
        if kept is None:
            self._say(HTTPStatus.NOT_FOUND, "nothing of that is kept as it was, beside the report or in the archive")
            return
        shut = {"Content-Disposition": kept.disposition, "Content-Security-Policy": _SHUT}
        self._answer(HTTPStatus.OK, kept.content, kept.media_type, shut)

    do_HEAD = do_GET  # noqa: N815 - the name is http.server's

    def do_POST(self) -> None:
        """Save a review."""
        asked = self._asked()
        if asked is None:
            return
        length = self.headers.get("Content-Length", "")
        if asked != "reviews":
            self._say(HTTPStatus.NOT_FOUND, "there is nothing to send this to")
        elif self.headers.get("Origin") != f"http://{self.headers['Host']}":
            self._say(HTTPStatus.FORBIDDEN, "only the report's own page may save")
        elif self.headers.get_content_type() != "application/json":
            self._say(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a review is sent as application/json")
        elif not (re.fullmatch(r"[0-9]{1,6}", length) and int(length) <= _LARGEST_REVIEW):
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "that is longer than any review")
        else:
            self._save(self.rfile.read(int(length)))

    def _save(self, body: bytes) -> None:
        try:
            said = self.server.report.save(json.loads(body))
        except (MalformedReviewError, FactcheckError, ValueError, RecursionError) as error:
            self._say(HTTPStatus.BAD_REQUEST, " ".join(str(error).split()))
        else:
            self._say(HTTPStatus.OK, said)

    def _asked(self) -> str | None:
        """What is asked for behind the token; None where the request was refused, which then is answered."""
        port = self.server.server_port
        token, _, name = self.path.partition("?")[0].removeprefix("/").partition("/")
        if self.headers.get("Host") not in {f"{HOST}:{port}", f"localhost:{port}"}:
            self._say(HTTPStatus.FORBIDDEN, "this server answers to its own address only")
        elif self.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
            self._say(HTTPStatus.FORBIDDEN, "open the address that factcheck serve printed")
        elif not secrets.compare_digest(token.encode(), self.server.token.encode()):
            self._say(HTTPStatus.FORBIDDEN, "open the address that factcheck serve printed, with all that is in it")
        else:
            return name or INDEX
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - http.server's
        """Refuse what http.server cannot read in plain words too, never with a page."""
        # Of a request line that could not be read, neither command nor headers are known.
        self.command, self.request_version = getattr(self, "command", None) or "GET", self.protocol_version
        self._say(HTTPStatus(code), message or HTTPStatus(code).phrase)

    def _say(self, status: HTTPStatus, text: str) -> None:
        self._answer(status, text.encode("utf-8", "replace"), TEXT)

    def _answer(self, status: HTTPStatus, content: bytes, media_type: str, more: dict[str, str] | None = None) -> None:
        # One request to a connection: what a refused one still sends is never taken for the next.
        self.close_connection = True
        self.send_response(status)
        told = {"Content-Type": media_type, "Content-Length": str(len(content))}
        for name, value in {**_HEADERS, **told, **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Keep quiet: the address has the token in it."""
