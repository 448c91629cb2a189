"""What was fetched goes into the archive first; only what lies there is reported as captured."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.capture.addressing import url_key
from factcheck.capture.archive import make_row, marked_memento, read_date, remarks_on_agent, renewed
from factcheck.capture.chain import hops
from factcheck.capture.headers import media
from factcheck.capture.redaction import redacted_url
from factcheck.capture.stored import StoredRecord
from factcheck.capture.warc import (
    PROFILE_IDENTICAL,
    PROFILE_NOT_MODIFIED,
    Original,
    Record,
    exchange_records,
    second_agent,
    stored_headers,
    warc_date,
)
from factcheck.errors import ArchiveError
from factcheck.model import Capture, CaptureSource, WarcLocation

if TYPE_CHECKING:
    from factcheck.capture.archive import Archive
    from factcheck.capture.exchange import Exchange
    from factcheck.capture.index import Row

# A revisit record is about as long as this; a smaller body is stored again.
_LEAST_REVISITED = 512
# Packing this much takes a few milliseconds, less than handing it to another thread and back does on a busy machine.
_WRITTEN_AT_ONCE = 256 * 1024


class Recorder:
    """Writes the chains of one run into its WARC file and the index."""

    def __init__(self, archive: Archive) -> None:
        """Nothing is written before the first record."""
        self._archive = archive
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="factcheck-warc")

    async def store(self, requested_url: str, chain: tuple[Exchange, ...]) -> Capture:
        """Archives a chain and gives the capture of its last answer.

        Raises:
            ArchiveError: it could not be written.
        """
        rows = [self._known(answer) for answer in chain]
        originals = [self._original(row, PROFILE_IDENTICAL) for row in rows]
        if sum(answer.raw_length for answer in chain) < _WRITTEN_AT_ONCE:
            offsets, ids = self._write(chain, originals)
        else:
            loop = asyncio.get_running_loop()
            offsets, ids = await loop.run_in_executor(self._aside, self._write, chain, originals)
        made = [
            self._renewed(known, answer) if known else self._row(answer, offset, record_id)
            for answer, known, offset, record_id in zip(chain, rows, offsets, ids, strict=True)
        ]
        for answer, row in zip(chain, made, strict=True):
            if not answer.truncated:
                self._archive.note_row(answer.url, row)
        return self._capture(requested_url, chain, made[-1])

    async def store_partial(self, chain: tuple[Exchange, ...]) -> None:
        """Archives what came of an answer that is not whole, as WARC-Truncated; it is never found as a capture.

        Raises:
            ArchiveError: it could not be written.
        """
        originals: list[Original | None] = [None] * len(chain)
        await asyncio.get_running_loop().run_in_executor(self._aside, self._write, chain, originals)

    def store_unchanged(self, requested_url: str, chain: tuple[Exchange, ...], row: Row) -> Capture | None:
        """Archives a 304 as a revisit; the capture is the earlier one, seen again now.  None if that cannot be read."""
        try:
            stored, payload = self._archive.stored(row)
            original = self._original(row, PROFILE_NOT_MODIFIED)
        except ArchiveError:
            return None
        offsets, ids = self._write(chain, [*([None] * (len(chain) - 1)), original])
        for hop, offset, record_id in zip(chain[:-1], offsets, ids, strict=False):
            if not hop.truncated:
                self._archive.note_row(hop.url, self._row(hop, offset, record_id))
        fresh = renewed(row, warc_date(chain[-1].at))
        self._archive.note_row(chain[-1].url, fresh)
        final_url = redacted_url(chain[-1].url)
        return self._archive.capture_of(requested_url, final_url, fresh, stored, payload, hops(chain[:-1]))

    def close(self) -> None:
        """Ends what is still being written, and puts it on the disk.

        Raises:
            ArchiveError: it could not be put there.
        """
        self._aside.shutdown()
        self._archive.settle()

    def _write(self, chain: tuple[Exchange, ...], originals: list[Original | None]) -> tuple[list[int], list[str]]:
        records: list[Record] = []
        for answer, original in zip(chain, originals, strict=True):
            records.extend(exchange_records(answer, original))
        offsets = self._archive.file.append(records)
        return offsets[::2], [record.record_id for record in records[::2]]

    def _known(self, answer: Exchange) -> Row | None:
        """The row of an earlier answer with the very same bytes."""
        if answer.status != 200 or answer.raw_length < _LEAST_REVISITED:
            return None
        row = self._archive.index.row(url_key(answer.url))
        return row if row and row.status == answer.status and row.payload_digest == answer.payload_digest else None

    def _original(self, row: Row | None, profile: str) -> Original | None:
        if row is None:
            return None
        stored, _ = self._archive.stored(row)
        date = stored.warc.get("warc-date", row.fetched_at)
        return Original(row.record_id, stored.url, date, row.payload_digest or "", stored.head, profile)

    def _renewed(self, row: Row, answer: Exchange) -> Row:
        return replace(renewed(row, warc_date(answer.at)), address=answer.peer.address)

    def _row(self, answer: Exchange, offset: int, record_id: str) -> Row:
        fields = {
            "warc-record-id": record_id,
            "warc-target-uri": redacted_url(answer.url),
            "warc-date": warc_date(answer.at),
            "warc-payload-digest": answer.payload_digest,
        }
        if answer.peer.address:
            fields["warc-ip-address"] = answer.peer.address
        stored = StoredRecord("response", fields, b"", answer.status, stored_headers(answer))
        return make_row(self._archive.file.name, offset, stored)

    def _capture(self, requested_url: str, chain: tuple[Exchange, ...], row: Row) -> Capture:
        answer = chain[-1]
        media_type, charset = media(answer.header("content-type"))
        capture = Capture(
            requested_url=requested_url,
            final_url=redacted_url(answer.url),
            http_status=answer.status,
            headers=stored_headers(answer),
            media_type=media_type,
            charset=charset,
            captured_at=read_date(row.fetched_at),
            source=CaptureSource.NETWORK,
            payload_sha256=answer.payload_sha256,
            payload_length=answer.payload_length,
            warc=WarcLocation(self._archive.name_in_settings(row.file), row.offset, row.record_id),
            redirects=hops(chain[:-1]),
            address=answer.peer.address,
            remarks=remarks_on_agent(second_agent(answer)),
        )
        return marked_memento(capture)
