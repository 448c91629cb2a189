"""215 real pages: none is called dead, blocked or walled, and their numbers survive."""

from __future__ import annotations

import re

from factcheck.model import Page
from factcheck.pages import read_page


def test_real_pages_are_read(captured, shared):
    archiveiterator = __import__("warcio.archiveiterator", fromlist=["ArchiveIterator"])
    refused, pages = [], 0
    with (shared / "web" / "frozen-small.warc.gz").open("rb") as stream:
        for record in archiveiterator.ArchiveIterator(stream):
            if record.rec_type != "response":
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            media_type, _, rest = (record.http_headers.get_header("content-type") or "").partition(";")
            charset = re.search(r"charset=([\w-]+)", rest)
            capture = captured(
                url,
                media_type=media_type,
                charset=charset.group(1) if charset else None,
                headers=tuple(record.http_headers.headers),
            )
            page = read_page(capture, record.content_stream().read())
            pages += 1
            if not isinstance(page, Page) or len(page.text) < 300:
                refused.append((url, page))
    assert pages == 215
    assert refused == []
