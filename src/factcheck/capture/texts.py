"""The text that was judged, kept beside the page it was read from: a ``conversion`` record (WARC 1.1, 6.7).

A page is read by rules that change; what a verdict rested on must not change with them.  The record names the answer
it was made of (WARC-Refers-To).  Its own address is ``urn:text:`` and the page's, as Browsertrix has it: under the
page's address, replay would show it as another version of the page.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.capture.addressing import url_key
from factcheck.capture.warc import Record, new_record_id, sha1_digest, warc_date

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.model import Capture

ADDRESS_START = "urn:text:"
# Of a page that goes to and fro between some texts, each is kept once.
_MOST_REMEMBERED = 16


def page_key(capture: Capture) -> str:
    """The page under which the archive knows a capture: of a memento, the copy's own address."""
    return url_key(capture.memento_url or capture.final_url)


def text_digest(data: bytes) -> str:
    """The digest by which texts are told apart."""
    return hashlib.sha256(data).hexdigest()


def remembered(known: str | None, digest: str) -> str:
    """The digests of the texts kept of a page, parted by blanks, with another one."""
    kept = [each for each in (known or "").split() if each != digest]
    return " ".join([*kept, digest][-_MOST_REMEMBERED:])


def text_record(capture: Capture, data: bytes, at: datetime) -> Record:
    """The record of a page's text, which is UTF-8."""
    sha1 = hashlib.sha1(data, usedforsecurity=False).digest()  # the digest that WARC tools compare
    fields = (
        ("WARC-Type", "conversion"),
        ("WARC-Target-URI", ADDRESS_START + page_key(capture)),
        ("WARC-Date", warc_date(at)),
        ("WARC-Refers-To", capture.warc.record_id),
        ("WARC-Payload-Digest", sha1_digest(sha1)),
        ("Factcheck-Decoded-Digest", f"sha256:{text_digest(data)}"),
        ("Content-Type", "text/plain; charset=utf-8"),
    )
    return Record(new_record_id(), fields, b"", BytesIO(data), len(data))
