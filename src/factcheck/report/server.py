"""The report's pages served to the person at this machine, with a way to save reviews.

Anybody's web page may send requests to a port of this machine.  What keeps them out: the address has a token that only
the person who started the server was shown; requests that name another host (a name that was made to lead here) or come
from another origin are refused; nothing in an address is ever a path on disk.
"""

from __future__ import annotations

import json
import re
import secrets
import threading
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.history import MalformedReviewError, name_of, review_of, save_review, streamed_report, with_reviews
from factcheck.report.html import view_page
from factcheck.report.site import FOLDER, INDEX, brief_page_view, page_name, pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

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


class ReportPages:
    """The pages of a stored report, made when they are asked for with the reviews that are kept at that moment."""

    def __init__(self, stored: Path, reviews_dir: Path, today: Callable[[], date]) -> None:
        """Reads `stored` once for the names of its pages.  Raises `ReportError` where it is no report."""
        self._stored, self._reviews_dir, self._today = stored, reviews_dir, today
        taken: set[str] = set()
        _, briefs = streamed_report(stored)
        named = [(f"{FOLDER}/{page_name(name_of(brief), taken)}", name_of(brief)) for brief in briefs]
        self._places = {page: place for place, (page, _) in enumerate(named)} if len(named) > 1 else {}
        self._briefs = {name for _, name in named}
        self._saving = threading.Lock()

    def page(self, name: str, save: str) -> bytes | None:
        """The page called `name`, which sends its reviews to `save`; None where the report has no such page."""
        head, briefs = streamed_report(self._stored)
        if name == INDEX:
            *_, (_, made) = pages(head, with_reviews(head, briefs, self._reviews_dir, self._today()), save)
            return made
        if name not in self._places:
            return None
        place = self._places[name]
        (brief,) = with_reviews(head, islice(briefs, place, place + 1), self._reviews_dir, self._today())
        return view_page(replace(brief_page_view(head, brief), save=save)).encode("utf-8", "replace")

    def save(self, entry: object) -> str:
        """Keep the review that a page sent, and say where.

        Raises `MalformedReviewError` or `FactcheckError` where it is none, or is of no brief of this report.
        """
        review = review_of(entry, "")
        if review.brief not in self._briefs:
            raise MalformedReviewError("brief: is none of this report")
        if review.expires < self._today():
            raise MalformedReviewError("expires: that day is past, so the review would not count")
        with self._saving:
            return f"Saved in {save_review(review, self._reviews_dir)}."


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
        save = f"/{self.server.token}/reviews"
        try:
            made = self.server.report.page(asked, save)
        except (FactcheckError, KeyError, TypeError, AttributeError, ValueError) as error:
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, f"the report cannot be read: {error}")
            return
        if made is None:
            self._say(HTTPStatus.NOT_FOUND, "there is no such page")
        else:
            self._answer(HTTPStatus.OK, made, "text/html; charset=utf-8")

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
        self._answer(status, text.encode("utf-8", "replace"), "text/plain; charset=utf-8")

    def _answer(self, status: HTTPStatus, content: bytes, media_type: str) -> None:
        # One request to a connection: what a refused one still sends is never taken for the next.
        self.close_connection = True
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": media_type, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Keep quiet: the address has the token in it."""
