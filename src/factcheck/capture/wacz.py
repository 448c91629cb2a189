"""An archive as one file that replay tools open: WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/).

The file is a ZIP with the WARC files as they are, their index, the list of pages, and a Frictionless data package that
names each with its digest.  It is written here because the format's own tool brings forty packages along, one of which
asks the network for lists of domain names; the tests hold what is written to that tool's checks.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.capture.addressing import url_key
from factcheck.capture.cdx import Entry, entries
from factcheck.capture.headers import header, media
from factcheck.capture.members import sealed_name, warc_files, whole_records
from factcheck.capture.windows import Window
from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PIECE = 1024 * 1024
# As cdxj-indexer has it: so many lines are packed together, and the secondary index names the first of them.
_BLOCK_LINES = 300
# What a reader may want to open from the list; pictures and style sheets are parts of pages.
_PAGES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain", "text/csv", "application/json")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was put into a WACZ file."""

    files: int
    records: int
    pages: int


@dataclass(slots=True)
class _Package:
    """A WACZ file in the making, with the resources put into it so far."""

    zip: zipfile.ZipFile
    made: datetime
    resources: list[dict[str, Any]] = field(default_factory=list)

    def put(self, name: str, pieces: Iterable[bytes], *, packed: bool = False, expected: int = 0) -> None:
        info = zipfile.ZipInfo(name, self.made.timetuple()[:6])
        info.file_size = expected  # from 2 GB on the entry needs the long form
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        digest, length = hashlib.sha256(), 0
        with self.zip.open(info, "w") as target:
            for piece in pieces:
                target.write(piece)
                digest.update(piece)
                length += len(piece)
        self.resources.append(
            {
                "name": name.rpartition("/")[2].lower(),
                "path": name,
                "hash": f"sha256:{digest.hexdigest()}",
                "bytes": length,
            }
        )

    def close(self) -> None:
        described = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "software": f"factcheck/{__version__}",
            "created": self.made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "title": "Pages cited",
            "resources": list(self.resources),
        }
        package = _json(described, indent=2)
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
        self.put("datapackage.json", [package], packed=True)
        self.put("datapackage-digest.json", [_json(digest, indent=2)], packed=True)
        self.zip.close()


@dataclass(slots=True)
class _Listed:
    """What the lists of an archive name, record by record; the records themselves, with all their headers, go again."""

    lines: set[bytes] = field(default_factory=set)
    latest: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    records: int = 0

    def take(self, entry: Entry) -> None:
        self.records += 1
        self.lines.add(entry.line().encode("utf-8", "replace"))
        media_type, _ = media(header(entry.stored.headers, "content-type"))
        key = url_key(entry.stored.url)
        if (
            entry.stored.status == 200
            and media_type in _PAGES
            and (key not in self.latest or self.latest[key][0] <= entry.date)
        ):
            self.latest[key] = entry.date, entry.timestamp, entry.stored.url

    def pages(self) -> Iterable[dict[str, str]]:
        """Each URL that a reader may open, once, at its latest capture."""
        for key, (date, timestamp, url) in self.latest.items():
            name = hashlib.sha256(f"{timestamp}/{key}".encode("utf-8", "replace")).hexdigest()[:22]
            yield {"id": name, "url": url, "ts": date, "title": url}


def export_wacz(directory: Path, target: Path) -> Exported:
    """Writes the whole archive in `directory` to the file `target`, which is there only once it is whole.

    Raises:
        ArchiveError: there is nothing to write, or it cannot be read or written.
    """
    paths = warc_files(directory)
    listed = _Listed()
    for path in paths:
        for entry in entries(path):
            listed.take(entry)
    if not listed.records:
        raise ArchiveError(f"{directory}: the archive holds no captures")
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _write(half, paths, listed)
        half.replace(target)
    except OSError as error:
        raise ArchiveError(f"{target}: it cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):
            half.unlink()
    return Exported(len(paths), listed.records, len(listed.latest))


def _write(path: Path, paths: list[Path], listed: _Listed) -> None:
    with path.open("xb") as file, zipfile.ZipFile(file, "w") as archive:
        package = _Package(archive, datetime.now(UTC))
        for warc in paths:
            with whole_records(warc) as whole:
                whole.file.seek(0)
                package.put(f"archive/{sealed_name(warc)}", _pieces(Window(whole.file, whole.end)), expected=whole.end)
        blocks, index = _index(listed.lines)
        package.put("indexes/index.cdx.gz", blocks)
        package.put("indexes/index.idx", [index], packed=True)
        head = {"format": "json-pages-1.0", "id": "pages", "title": "Pages cited"}
        package.put("pages/pages.jsonl", (_json(line) + b"\n" for line in chain((head,), listed.pages())), packed=True)
        package.close()
        file.flush()
        os.fsync(file.fileno())


def _pieces(whole: Window) -> Iterable[bytes]:
    while piece := whole.read(_PIECE):
        yield piece


def _index(found: set[bytes]) -> tuple[list[bytes], bytes]:
    """The sorted lines in packed blocks, and the secondary index of the blocks."""
    lines = sorted(found)
    blocks: list[bytes] = []
    index = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}']
    offset = 0
    for start in range(0, len(lines), _BLOCK_LINES):
        block = lines[start : start + _BLOCK_LINES]
        packer = zlib.compressobj(wbits=31)
        packed = packer.compress(b"\n".join(block) + b"\n") + packer.flush()
        place = {"offset": offset, "length": len(packed), "digest": f"sha256:{hashlib.sha256(packed).hexdigest()}"}
        index.append(f"{block[0].partition(b' {')[0].decode('utf-8')} {json.dumps(place)}")
        blocks.append(packed)
        offset += len(packed)
    return blocks, ("\n".join(index) + "\n").encode("utf-8", "replace")


def _json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, indent=indent).encode("ascii")
