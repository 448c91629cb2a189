"""What the archive still has of the captures that a stored report names, for whoever serves that report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.capture.archive import read_date
from factcheck.capture.headers import header, media
from factcheck.capture.payloads import Payloads
from factcheck.capture.stored import StoredRecord, payload_sha256, read_at
from factcheck.errors import ArchiveError
from factcheck.model import Capture, CaptureSource, Page, WarcLocation
from factcheck.pages import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.config import Settings

    Json = dict[str, Any]


class ArchivedPages:
    """Reads single records of the archive of the settings; opens no index, writes nothing, asks nobody.

    A capture is as format 1 has it.  Of its WARC file only the name counts: that file is looked for in the archive.
    """

    def __init__(self, settings: Settings) -> None:
        """Opens nothing yet."""
        self._payloads = Payloads(settings.archive_dir, settings.max_body_bytes)

    def has(self, capture: Json) -> bool:
        """Whether the file is there that the capture is said to lie in."""
        return self._path(capture) is not None

    def received(self, capture: Json) -> bytes | None:
        """The decoded body; None where the archive has it no more, or has another in its place."""
        found = self._found(capture)
        return None if found is None else found[1]

    def text(self, capture: Json) -> str | None:
        """The text of the page, read anew; None where there is no page, or none in the archive any more."""
        found = self._found(capture)
        if found is None:
            return None
        try:
            page = read_page(_capture(capture, found[0], found[1]), found[1], wherever=True)
        except Exception:  # noqa: BLE001 - whatever is in a page, the others are served
            return None
        return page.text if isinstance(page, Page) else None

    def _path(self, capture: Json) -> Path | None:
        """The file, where it is there."""
        name = str(capture["warc"]["file"]).replace("\\", "/").rpartition("/")[2]
        try:
            path = self._payloads.path(name)
            return path if path.is_file() else None
        except (OSError, ValueError):  # a name that no file can have, or a folder that may not be looked into
            return None

    def _found(self, capture: Json) -> tuple[StoredRecord, bytes] | None:
        path, warc = self._path(capture), capture["warc"]
        if path is None:
            return None
        try:
            stored, payload = read_at(path, warc["offset"], warc["record_id"] or "", self._payloads.limit)
        except ArchiveError:
            return None
        return (stored, payload) if payload_sha256(payload) == capture["payload_sha256"] else None


def _capture(told: Json, stored: StoredRecord, payload: bytes) -> Capture:
    media_type, charset = media(header(stored.headers, "content-type"))
    warc = told["warc"]
    return Capture(
        requested_url=told["final_url"],
        final_url=told["final_url"],
        http_status=stored.status,
        headers=stored.headers,
        media_type=media_type,
        charset=charset,
        captured_at=read_date(told["captured_at"]),
        source=CaptureSource.ARCHIVE,
        payload_sha256=told["payload_sha256"],
        payload_length=len(payload),
        warc=WarcLocation(warc["file"], warc["offset"], warc["record_id"] or ""),
    )
