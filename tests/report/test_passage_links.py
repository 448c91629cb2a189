"""A link to a passage opens the page where the passage stands: followed in a browser, into archived pages."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from factcheck.report.links import passage_href

ROOT = Path(__file__).parents[2]
FILLER = b'<div style="height: 4000px"></div>'


def archived_pages() -> dict[str, tuple[str, bytes]]:
    """URL → media type and body of every page of the bundled archive that was answered with 200."""
    found = {}
    with (ROOT / "references/archive/example.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                media = record.http_headers.get_header("content-type")
                found[record.rec_headers.get_header("WARC-Target-URI")] = (media, record.content_stream().read())
    return found


@pytest.fixture
def archive_server():
    """Serves the archived pages at /host/path, each pushed below the first screen."""
    pages = {url.removeprefix("https://"): page for url, page in archived_pages().items()}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            media, body = pages.get(self.path.lstrip("/"), ("text/plain", b""))
            self.send_response(200)
            self.send_header("Content-Type", media)
            self.end_headers()
            self.wfile.write(body.replace(b"<body>", b"<body>" + FILLER, 1))

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def cited_passages():
    """URL, media type and passage of each evidence of the sample report that stands on an archived HTML page."""
    data = json.loads((ROOT / "reports/sample/report.json").read_text("utf-8"))
    for brief in data["briefs"]:
        pages = {citation["id"]: citation["capture"] for citation in brief["citations"]}
        for claim in brief["claims"]:
            for found in claim["figures"] + claim["quotations"]:
                evidence = found["evidence"]
                capture = evidence and pages[evidence["citation"]]
                if capture and capture["media_type"] == "text/html" and capture["http_status"] == 200:
                    yield capture["final_url"], capture["media_type"], evidence


def test_links_to_passages_open_archived_pages_where_the_passage_stands(archive_server, in_browser, tmp_path):
    links = {
        passage_href(url, media, passage): passage["exact"].split("\n")[0] for url, media, passage in cited_passages()
    }
    followed = [[link.replace("https://", archive_server), words] for link, words in links.items()]
    assert len(followed) >= 10
    (tmp_path / "links.json").write_text(json.dumps(followed), "utf-8")
    seen = in_browser("passages.mjs", tmp_path / "links.json")
    assert [link for link, found in zip(followed, seen, strict=True) if found != [True, True]] == []
