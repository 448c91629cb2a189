"""What the archive holds, by URL: derived from its WARC files, kept in the user's cache folder, rebuilt at will."""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import sqlite3
import uuid
from contextlib import nullcontext, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import diskcache
import platformdirs

from factcheck.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.config import Settings

_LOG = logging.getLogger(__name__)
_FORMAT = 3
# One transaction costs as much as thirty rows.
_BATCH = 100
_REMEMBERED = 2048
_PAGES = 512


class UnsafeRowError(ArchiveError):
    """The index holds a row that only unpickling could read: whoever wrote it, it was not factcheck."""


class JsonDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache ships no types
    """Keys are strings, values JSON in the row itself; nothing is ever unpickled (CVE-2025-69872)."""

    def put(self, key: Any) -> tuple[Any, bool]:
        """The row's key."""
        if not isinstance(key, str):
            raise TypeError(f"a key of the index is a string, not {key!r}")
        return key, True

    def get(self, key: Any, raw: Any) -> Any:
        """The key of a row."""
        if not raw or not isinstance(key, str):
            raise UnsafeRowError("The index of the archive holds a key that was not written by factcheck.")
        return key

    def store(self, value: Any, read: Any, key: Any = None) -> tuple[int, int, None, str]:  # noqa: ARG002 - as fetch
        """The row's value."""
        return 0, diskcache.core.MODE_RAW, None, json.dumps(value, separators=(",", ":"))

    def fetch(self, mode: Any, filename: Any, value: Any, read: Any) -> Any:  # noqa: ARG002 - diskcache's signature
        """The value of a row."""
        if mode != diskcache.core.MODE_RAW or filename is not None or not isinstance(value, str):
            raise UnsafeRowError("The index of the archive holds a row that was not written by factcheck.")
        return json.loads(value)


@dataclass(frozen=True, slots=True)
class Row:
    """The newest whole answer to one URL; times as ISO 8601 with ``Z``.

    `file` is the WARC's name, `offset` and `record_id` those of the record with the payload; `fetched_at` is when it
    was last seen unchanged.  `payload_digest` is WARC's, of the body as sent; `texts` the SHA-256 digests of
    the texts that were read on the page and are kept, parted by blanks.
    """

    file: str
    offset: int
    record_id: str
    status: int
    fetched_at: str
    payload_digest: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    location: str | None = None
    memento_datetime: str | None = None
    address: str | None = None
    memento_of: str | None = None
    texts: str | None = None


_FIELDS = frozenset(field.name for field in fields(Row))


class Index:
    """The rows of one archive.  A cache folder that cannot be written leaves them in memory."""

    def __init__(self, settings: Settings) -> None:
        """Opens the rows of the archive that the settings name."""
        base = settings.cache_dir or Path(platformdirs.user_cache_dir("factcheck", appauthor=False))
        place = str(settings.archive_dir.resolve())
        # One folder for each archive: two projects must not answer for one another.
        self._directory = base / "captures" / hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self._pending: dict[str, Row] = {}
        self._read: dict[str, Row | None] = {}
        self._rows: Any = self._open()
        self._settle_format()

    def _settle_format(self) -> None:
        try:
            found = self._rows.get("format")
        except (sqlite3.Error, diskcache.Timeout, OSError, ValueError, UnsafeRowError):
            found = "not ours"
        # A new index may be opened by several runs at once: the second must not forget what the first has put.
        if found is None:
            self._set("format", _FORMAT)
        elif found != _FORMAT:
            self.clear()

    def _open(self) -> Any:
        try:
            self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            return self._cache()
        except (sqlite3.Error, diskcache.Timeout, OSError, ValueError, UnsafeRowError) as error:
            _LOG.info("the index is made anew (%s)", error)
        try:
            shutil.rmtree(self._directory, ignore_errors=True)
            self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            return self._cache()
        except (sqlite3.Error, diskcache.Timeout, OSError, ValueError) as error:
            _LOG.info("the index is kept in memory (%s)", error)
            return {}

    def _cache(self) -> Any:
        # diskcache's own 32 MB of pages and 64 MB of map would make the memory grow with the archive.
        small = {"sqlite_cache_size": _PAGES, "sqlite_mmap_size": 0}
        return diskcache.Cache(str(self._directory), disk=JsonDisk, eviction_policy="none", cull_limit=0, **small)

    def row(self, url_key: str) -> Row | None:
        """The row of a URL's key."""
        pending = self._pending.get(url_key)
        if pending is not None:
            return pending
        if url_key not in self._read:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            self._read[url_key] = self._stored_row(url_key)
        return self._read[url_key]

    def look_again(self) -> None:
        """Forgets what was read: another run may have written meanwhile."""
        self._read.clear()

    def _stored_row(self, url_key: str) -> Row | None:
        value = self._get(f"url:{url_key}")
        if not isinstance(value, dict) or not _FIELDS.issuperset(value):
            return None
        try:
            return Row(**value)
        except TypeError:
            return None

    def put_if_newer(self, url_key: str, row: Row) -> None:
        """Keeps `row`, unless a newer one is there."""
        kept = self.row(url_key)
        if kept is None or kept.fetched_at <= row.fetched_at:
            self.put(url_key, row)

    def put(self, url_key: str, row: Row) -> None:
        """Keeps `row` as the newest."""
        self._pending[url_key] = row
        self._read.pop(url_key, None)
        if len(self._pending) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Shows the rows to other runs.  What a killed run did not show is read from its WARC file."""
        rows, self._pending = self._pending, {}
        if not rows:
            return
        try:
            with nullcontext() if isinstance(self._rows, dict) else self._rows.transact():
                for url_key, row in rows.items():
                    self._set(f"url:{url_key}", {n: v for n in _FIELDS if (v := getattr(row, n)) is not None})
        except (sqlite3.Error, diskcache.Timeout, OSError) as error:
            _LOG.info("the rows of the index could not be kept (%s)", error)
            self._pending = rows

    def mementos(self, url_key: str) -> list[str]:
        """The memento URLs that the archive holds of a URL."""
        value = self._get(f"memento:{url_key}")
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def add_memento(self, url_key: str, memento_url: str) -> None:
        """Notes that the archive holds this memento."""
        known = self.mementos(url_key)
        if memento_url not in known:
            self._set(f"memento:{url_key}", [*known, memento_url][-16:])

    def note(self, name: str) -> Any:
        """Something kept beside the rows under `name` (robots.txt, leases), or None once it has expired."""
        return self._get(f"note:{name}")

    def keep_note(self, name: str, value: Any, seconds: float) -> None:
        """Keeps something beside the rows for so long."""
        self._set(f"note:{name}", value, seconds)

    def add_note(self, name: str, value: Any, seconds: float) -> bool:
        """Keeps something for so long if nothing is kept under `name`; False if something is."""
        if isinstance(self._rows, dict):
            return True
        try:
            return bool(self._rows.add(f"note:{name}", value, expire=seconds))
        except (sqlite3.Error, diskcache.Timeout, OSError):
            return True

    def drop_note(self, name: str, value: Any) -> None:
        """Forgets `value` if that is what is kept under `name`."""
        with (
            suppress(sqlite3.Error, diskcache.Timeout, OSError, KeyError),
            nullcontext() if isinstance(self._rows, dict) else self._rows.transact(),
        ):
            if self._get(f"note:{name}") == value:
                del self._rows[f"note:{name}"]

    def generation(self) -> str:
        """Changes whenever the rows are forgotten."""
        value = self._get("generation")
        return value if isinstance(value, str) else ""

    def files(self) -> dict[str, list[int]]:
        """Of each WARC file that has been read: its size and time of change."""
        value = self._get("files")
        return value if isinstance(value, dict) else {}

    def set_files(self, files: dict[str, list[int]]) -> None:
        """Says which files have been read, unless their rows could not be kept: the next run reads them again then."""
        self.flush()
        if not self._pending:
            self._set("files", files)

    def clear(self) -> None:
        """Forgets all rows."""
        self._pending.clear()
        self._read.clear()
        with suppress(sqlite3.Error, diskcache.Timeout, OSError):
            self._rows.clear()
        self._set("format", _FORMAT)
        self._set("generation", uuid.uuid4().hex)

    def _get(self, key: str) -> Any:
        try:
            return self._rows.get(key)
        except (sqlite3.Error, diskcache.Timeout, OSError, ValueError, UnsafeRowError) as error:
            _LOG.warning("a row of the index is passed over (%s)", error)
            return None

    def _set(self, key: str, value: Any, expire_s: float | None = None) -> None:
        try:
            if isinstance(self._rows, dict):
                self._rows[key] = value
            else:
                self._rows.set(key, value, expire=expire_s)
        except (sqlite3.Error, diskcache.Timeout, OSError) as error:
            # The archive itself has the record; the next run reads it there.
            _LOG.info("a row of the index could not be kept (%s)", error)
            self._rows = dict(self._remembered())

    def _remembered(self) -> Iterator[tuple[str, Any]]:
        with suppress(sqlite3.Error, diskcache.Timeout, OSError, UnsafeRowError):
            for key in self._rows:
                value = self._get(key)
                if value is not None:
                    yield key, value

    def close(self) -> None:
        """Lets the database go."""
        self.flush()
        if not isinstance(self._rows, dict):
            with suppress(sqlite3.Error, diskcache.Timeout):
                self._rows.close()
