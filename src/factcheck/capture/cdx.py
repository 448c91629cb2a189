"""The responses of an archive as lines of CDXJ, by which replay tools find them.

The format is that of https://specs.webrecorder.net/cdxj/0.1.0/; keys are SURTs, hosts from the last label on.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from factcheck.capture.headers import header, media
from factcheck.capture.members import sealed_name, whole_records
from factcheck.capture.stored import StoredRecord, read_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.capture.windows import Window

_DEFAULT_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"www\d*\.")
_SLASHES = re.compile(r"//+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One response, resource or revisit: `offset` and `length` are of the record as it lies in the file, in bytes."""

    stored: StoredRecord
    file: str
    offset: int
    length: int

    @property
    def date(self) -> str:
        """When it was captured, as the record has it (ISO 8601, UTC)."""
        return self.stored.warc.get("warc-date", "")

    @property
    def timestamp(self) -> str:
        """The same in 14 digits."""
        return re.sub(r"\D", "", self.date.partition(".")[0])[:14].ljust(14, "0")

    def line(self) -> str:
        """The line of CDXJ, without its end."""
        media_type, _ = media(header(self.stored.headers, "content-type"))
        fields = {
            "url": self.stored.url,
            "mime": "warc/revisit" if self.stored.kind == "revisit" else media_type or "unk",
            "status": str(self.stored.status),
            "digest": self.stored.warc.get("warc-payload-digest", ""),
            "length": str(self.length),
            "offset": str(self.offset),
            "filename": self.file,
        }
        return f"{surt(self.stored.url)} {self.timestamp} {json.dumps(fields)}"


def entries(path: Path) -> Iterator[Entry]:
    """What a WARC file holds, in its order, as far as it is whole.

    Raises:
        ArchiveError: it cannot be read.
    """
    with whole_records(path) as whole:
        for _, view in whole.views():
            yield from _entries(view, sealed_name(path))


def _entries(view: Window, name: str) -> Iterator[Entry]:
    records = ArchiveIterator(view, no_record_parse=True)
    try:
        for record in records:
            stored = read_head(record)
            records.read_to_end(record)
            if stored is not None and stored.kind != "conversion":
                yield Entry(stored, name, records.get_record_offset(), records.get_record_length())
    except (ArchiveLoadFailed, EOFError, ValueError):
        return  # `factcheck archive check` says where


def surt(url: str) -> str:
    """A URL's key (Sort-friendly URI Reordering Transform): ``com,example)/page?a=1``.

    Scheme, ``www.``, letters' case, doubled and final slashes and the order of parameters are set aside, as the
    Internet Archive's `surt` does.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return url
    name = _WWW.sub("", host, count=1) if _WWW.match(host) else host
    labels = ",".join(reversed(name.split(".")))
    place = labels if port in {None, _DEFAULT_PORTS[parts.scheme]} else f"{labels}:{port}"
    path = _SLASHES.sub("/", parts.path.lower())
    path = path.rstrip("/") or "/"
    query = "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    return f"{place}){path}?{query}".removesuffix("?")
