"""The archive: every WARC file of one folder, read by URL.  It is the truth; what was captured is judged from here."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from warcio.exceptions import ArchiveLoadFailed

from factcheck.capture.addressing import joined, url_key
from factcheck.capture.headers import header, http_time, link_target, media
from factcheck.capture.index import Index, Row
from factcheck.capture.members import is_warc_file, whole_records
from factcheck.capture.payloads import Payloads
from factcheck.capture.stored import StoredRecord, iterate, payload_sha256, read_at
from factcheck.capture.tears import cut_tail, recover
from factcheck.capture.texts import ADDRESS_START, page_key, remembered, text_digest, text_record
from factcheck.capture.warc import NAME_START, ReadOnlyArchiveError, WarcFile, is_read_only
from factcheck.errors import ArchiveError
from factcheck.model import Capture, CaptureSource, Hop, WarcLocation

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from factcheck.capture.windows import Window
    from factcheck.config import Settings

_LOG = logging.getLogger(__name__)
_ENDINGS = (".warc", ".warc.gz")
_MAX_HOPS = 10


class Archive:
    """The captures of one archive folder, which need not exist.

    Raises:
        ArchiveError: the folder cannot be read.
    """

    def __init__(self, settings: Settings) -> None:
        """Recovers what a killed run left open, and reads WARC files not read before."""
        self._directory = settings.archive_dir
        self.payloads = Payloads(self._directory, settings.max_body_bytes)
        self._names: dict[str, str] = {}
        self.opened_at = datetime.now(UTC)
        self.file = WarcFile(self._directory, self.opened_at)
        self._offline = settings.offline
        self.index = Index(settings)
        self._generation = ""
        try:
            self._read_new_files()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def settle(self) -> None:
        """Puts on the disk what was captured so far, and shows it to other runs.

        Raises:
            ArchiveError: it could not be put there.
        """
        self.index.flush()
        self.file.sync()

    def close(self) -> None:
        """Ends the run's file, and lets the index go.

        Raises:
            ArchiveError: the file could not be ended; the next run takes it up.
        """
        try:
            path = self.file.seal()
            if path:
                self._file_sealed(path)
        finally:
            self.index.close()

    def find(self, url: str) -> Capture | None:
        """The latest whole capture of `url`, redirects followed within the archive; its source is ``archive``."""
        found = self.find_with_row(url)
        return found[0] if found else None

    def find_with_row(self, url: str) -> tuple[Capture, Row] | None:
        """The latest whole capture of `url` with the index's row of it, which says when it was last fetched."""
        hops: list[Hop] = []
        at = url_key(url)
        while len(hops) <= _MAX_HOPS:
            row = self.index.row(at)
            if row is None:
                return None
            if row.location is None:
                capture = self._capture(url, at, row, tuple(hops))
                return (capture, row) if capture else None
            hops.append(Hop(at, row.status, row.location, row.address))
            at = url_key(joined(at, row.location))
        return None

    def read_payload(self, capture: Capture) -> bytes:
        """The decoded body of a capture, read back from its WARC file.

        Raises:
            ArchiveError: it is not there any more, or not what was captured.
        """
        return self.payloads.read(capture)

    def stored(self, row: Row) -> tuple[StoredRecord, bytes]:
        """The record that a row points to, with its payload."""
        return read_at(self.payloads.path(row.file), row.offset, row.record_id, self.payloads.limit)

    def _capture(self, requested: str, final: str, row: Row, hops: tuple[Hop, ...]) -> Capture | None:
        try:
            stored, payload = self.stored(row)
        except ArchiveError as error:
            _LOG.warning("%s", error)
            return None
        return self.capture_of(requested, final, row, stored, payload, hops)

    def capture_of(
        self, requested: str, final: str, row: Row, stored: StoredRecord, payload: bytes, hops: tuple[Hop, ...]
    ) -> Capture:
        """A stored record as a capture; its source is ``archive``, or ``memento`` where it came from one."""
        media_type, charset = media(header(stored.headers, "content-type"))
        capture = Capture(
            requested_url=requested,
            final_url=final,
            http_status=stored.status,
            headers=stored.headers,
            media_type=media_type,
            charset=charset,
            captured_at=read_date(row.fetched_at),
            source=CaptureSource.ARCHIVE,
            payload_sha256=payload_sha256(payload),
            payload_length=len(payload),
            warc=WarcLocation(self.name_in_settings(row.file), row.offset, row.record_id),
            redirects=hops,
            address=row.address,
            remarks=remarks_on_agent(stored.warc.get("factcheck-user-agent")),
        )
        return marked_memento(capture)

    def name_in_settings(self, file: str) -> str:
        """A file's path as the settings give its folder."""
        name = self._names.get(file)
        if name is None:
            name = self._names[file] = str(self._directory / file)  # one string for all captures of a file
        return name

    def _read_new_files(self) -> None:
        self._generation = self.index.generation()
        if not self._directory.is_dir():
            return
        try:
            recover(self._directory)
            files = [path for path in self._directory.iterdir() if path.name.endswith(_ENDINGS) and is_warc_file(path)]
            present = {path.name: _stamp(path) for path in files}
        except OSError as error:
            raise ArchiveError(f"{self._directory}: the archive cannot be read ({error.strerror})") from error
        known = self.index.files()
        if any(name not in present or present[name] != stamp for name, stamp in known.items()):
            # A file has gone or changed: rows may point to what is no longer there.
            self.index.clear()
            self._generation = self.index.generation()
            known = {}
        for name in sorted(set(present) - set(known)):
            self._read_file(self._directory / name)
            known[name] = _stamp(self._directory / name)
            self.index.set_files(known)

    def _read_file(self, path: Path) -> None:
        try:
            with whole_records(path) as whole:
                if whole.end < whole.size:
                    self._mend(path)
                for _, view in whole.views():
                    self._read_stretch(path, view)
        except OSError as error:
            raise ArchiveError(f"{path}: the archive cannot be read ({error.strerror})") from error

    def _read_stretch(self, path: Path, view: Window) -> None:
        try:
            for stored, offset in iterate(view):
                self._note(path.name, stored, offset)
        except (ArchiveLoadFailed, EOFError, ValueError, UnicodeError) as error:
            _LOG.warning("%s: no WARC file from some point on (%s); what stands before is read", path, error)

    def _mend(self, path: Path) -> None:
        """A torn tail: cut off a file of our own, passed over in a foreign one."""
        if not path.name.startswith(NAME_START):
            _LOG.warning("%s: its last record is not whole and is passed over", path)
            return
        try:
            with path.open("r+b") as file:
                cut_tail(file, path)
        except OSError as error:
            if not is_read_only(error):
                raise
            _LOG.warning("%s: its last record is not whole and is passed over", path)

    def _note(self, name: str, stored: StoredRecord, offset: int) -> None:
        if stored.kind == "conversion":
            digest = stored.warc.get("factcheck-decoded-digest")
            if digest and stored.url.startswith(ADDRESS_START):
                self._note_text(stored.url.removeprefix(ADDRESS_START), digest)
            return
        if not stored.url.startswith(("http://", "https://")) or "warc-truncated" in stored.warc:
            return
        if stored.kind == "revisit":
            self._note_revisit(stored)
            return
        key, row = url_key(stored.url), make_row(name, offset, stored)
        known = self.index.row(key)
        if known is None or known.fetched_at <= row.fetched_at:
            self.note_row(stored.url, row)
        else:
            self._note_memento(stored.url, row)

    def note_row(self, url: str, row: Row) -> None:
        """Puts the row of an answer that has come just now in the index."""
        known = self.index.row(url_key(url))
        if known is not None and known.texts and not row.texts:
            row = replace(row, texts=known.texts)
        self.index.put(url_key(url), row)
        self._note_memento(url, row)

    def keep_text(self, capture: Capture, text: str) -> None:
        """Keeps the text that was read on a page and is judged, once however often the page has the same.

        What a run offline, or from an archive alone, reads is not kept: its archive stays as it is.

        Raises:
            ArchiveError: it could not be written, though the archive is not read-only.
        """
        if self._offline or capture.source is CaptureSource.ARCHIVE:
            return
        data = text.encode("utf-8", "replace")
        row = self.index.row(page_key(capture))
        if row is not None and text_digest(data) in (row.texts or "").split():
            return
        try:
            self.file.append([text_record(capture, data, datetime.now(UTC))])
        except ReadOnlyArchiveError as error:
            _LOG.warning("%s", error)
        else:
            self._note_text(page_key(capture), f"sha256:{text_digest(data)}")

    def _note_text(self, key: str, digest: str) -> None:
        row = self.index.row(key)
        if row is not None:
            self.index.put(key, replace(row, texts=remembered(row.texts, digest.removeprefix("sha256:"))))

    def _note_memento(self, url: str, row: Row) -> None:
        if row.memento_of:
            self.index.add_memento(url_key(row.memento_of), url_key(url))

    def _note_revisit(self, stored: StoredRecord) -> None:
        original = self.index.row(url_key(stored.warc.get("warc-refers-to-target-uri", stored.url)))
        if original and original.record_id == stored.warc.get("warc-refers-to"):
            self.index.put_if_newer(
                url_key(stored.url), renewed(original, stored.warc.get("warc-date", original.fetched_at))
            )

    def _file_sealed(self, path: Path) -> None:
        """Says that a file's records are all in the index already."""
        # Unless another run has forgotten the rows meanwhile: the next one will read the file.
        if self.index.generation() == self._generation:
            self.index.set_files({**self.index.files(), path.name: _stamp(path)})


def answered_since(url: str, since: datetime, archive: Archive) -> Capture | None:
    """The archive's capture of `url` if it was fetched, or found unchanged, after `since`; its source is ``cache``."""
    found = archive.find_with_row(url)
    if found is None or read_date(found[1].fetched_at) < since:
        return None
    capture = found[0]
    return capture if capture.source is CaptureSource.MEMENTO else replace(capture, source=CaptureSource.CACHE)


def marked_memento(capture: Capture) -> Capture:
    """Marks what an archive answered, asked by name or standing in the way as a proxy: it is not the live page."""
    at = http_time(header(capture.headers, "memento-datetime"))
    if at is None:
        return capture
    original = link_target(", ".join(text for name, text in capture.headers if name.lower() == "link"), "original")
    by_name = original is not None and url_key(original) != url_key(capture.final_url)
    memento_url = capture.final_url if by_name else None
    return replace(capture, source=CaptureSource.MEMENTO, captured_at=at, memento_url=memento_url)


def remarks_on_agent(agent: str | None) -> tuple[str, ...]:
    """What is to be said of an answer that was had by another User-Agent than our own first one."""
    return (f"The host refused factcheck's own User-Agent and answered only “{agent}”.",) if agent else ()


def renewed(row: Row, date: str) -> Row:
    """The row of a page that was seen unchanged at `date`."""
    return Row(**{**{name: getattr(row, name) for name in Row.__slots__}, "fetched_at": date})


def make_row(file: str, offset: int, stored: StoredRecord) -> Row:
    """What the index keeps of a record."""
    location = header(stored.headers, "location") if stored.status in {301, 302, 303, 307, 308} else None
    memento = header(stored.headers, "memento-datetime")
    return Row(
        file=file,
        offset=offset,
        record_id=stored.record_id,
        status=stored.status,
        fetched_at=stored.warc.get("warc-date", ""),
        payload_digest=stored.warc.get("warc-payload-digest"),
        etag=header(stored.headers, "etag"),
        last_modified=header(stored.headers, "last-modified"),
        location=location,
        memento_datetime=memento,
        address=stored.warc.get("warc-ip-address"),
        memento_of=original_of(stored) if memento else None,
    )


def original_of(stored: StoredRecord) -> str | None:
    """The address that a memento is of (RFC 7089: the Link with rel ``original``)."""
    link = ", ".join(value for name, value in stored.headers if name.lower() == "link")
    return link_target(link, "original")


def read_date(text: str) -> datetime:
    """A WARC-Date; one that cannot be read is the start of the epoch, older than any page."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _stamp(path: Path) -> list[int]:
    info = path.stat()
    return [info.st_size, info.st_mtime_ns]
