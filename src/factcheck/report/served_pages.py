"""What a served report is made of: its pages with the reviews kept at that moment, and what is kept of its sources."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from factcheck.history import MalformedReviewError, name_of, review_of, save_review, streamed_report, with_reviews
from factcheck.report.copies import DIGITS, copy_bytes, lying_in, safe_name, with_copies
from factcheck.report.copies import FOLDER as COPIES
from factcheck.report.exports import lacking
from factcheck.report.html import view_page
from factcheck.report.site import FOLDER, INDEX, brief_page_view, list_page, page_name, single_page
from factcheck.report.words import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    Json = dict[str, Any]
    Stamp = tuple[tuple[str, int, int], ...]

TEXT = "text/plain; charset=utf-8"
_BYTES = "application/octet-stream"
_ENDINGS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
"""What is saved under its own kind; a page is saved as text, so that opening the file shows its source."""
_READ = {"verified", "mismatched", "unsupported", "reachable"}
"""The statuses of a page that was read."""


class Archived(Protocol):
    """An archive that is asked for single captures, which are as format 1 has them."""

    def has(self, capture: Json) -> bool:
        """Whether it is worth asking for."""

    def received(self, capture: Json) -> bytes | None:
        """The decoded body."""

    def text(self, capture: Json) -> str | None:
        """The text of the page, read anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a source: never a page, only plain text or bytes to be saved."""

    content: bytes
    media_type: str
    disposition: str


@dataclass(slots=True)
class _Known:
    """What is known of a stored report without its briefs: of which file, where each page's brief is, the captures.

    Beside a capture is the digest of the text that was judged.
    """

    stamp: Stamp
    places: dict[str, int] = field(default_factory=dict)
    briefs: set[str] = field(default_factory=set)
    captures: dict[str, tuple[Json, str | None]] = field(default_factory=dict)


class ReportPages:
    """The pages of a stored report, made when they are asked for with the reviews that are kept at that moment.

    The list of many briefs takes long to make: it is made again only when the report or a review has changed.
    """

    def __init__(
        self, stored: Path, reviews_dir: Path, today: Callable[[], date], archive: Archived | None = None
    ) -> None:
        """Reads `stored` once for the names of its pages.  Raises `ReportError` where it is no report."""
        self._stored, self._reviews_dir, self._today, self._archive = stored, reviews_dir, today, archive
        self._saving, self._making = threading.Lock(), threading.Lock()
        self._known = self._read()
        self._first: tuple[object, bytes] | None = None

    def page(self, name: str, save: str) -> bytes | None:
        """The page called `name`, which sends its reviews to `save`; None where the report has no such page."""
        known = self._now()
        if name == INDEX:
            return self._list(known, save)
        if name not in known.places:
            return None
        head, briefs = streamed_report(self._stored, known.places[name])
        (brief,) = self._shown(head, islice(briefs, 1))
        return view_page(replace(brief_page_view(head, brief), save=save)).encode("utf-8", "replace")

    def kept(self, name: str) -> Kept | None:
        """What is kept of a source under the `name` that a page links to; None where nothing is."""
        safe = safe_name(name)
        if safe is None:
            return None
        digest, _, ending = safe.removeprefix(f"{COPIES}/").partition(".")
        beside = self._stored.parent / safe
        if ending == "txt" and beside.is_file():
            content = beside.read_bytes()
            return _text(content, digest) if sha256(content).hexdigest().startswith(digest) else None
        capture, judged = self._now().captures.get(f"{digest}.{ending}", (None, None))
        if capture is None or self._archive is None:
            return None
        if ending == "txt":
            text = self._archive.text(capture)
            return None if text is None else _text(copy_bytes(text, capture, _same(text, judged)), digest)
        body = self._archive.received(capture)
        return None if body is None else Kept(body, _BYTES, f'attachment; filename="{digest}.{_ending(capture)}"')

    def save(self, entry: object) -> str:
        """Keep the review that a page sent, and say where.

        Raises `MalformedReviewError` or `FactcheckError` where it is none, or is of no brief of this report.
        """
        review = review_of(entry, "")
        if review.brief not in self._known.briefs:
            raise MalformedReviewError("brief: is none of this report")
        if review.expires < self._today():
            raise MalformedReviewError("expires: that day is past, so the review would not count")
        with self._saving:
            return said("saved_in", place=save_review(review, self._reviews_dir))

    def _now(self) -> _Known:
        """What is known, read again where the file is not what it was."""
        if self._known.stamp != _stamp([self._stored]):
            self._known = self._read()
        return self._known

    def _read(self) -> _Known:
        try:
            return self._learned()
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise lacking(error, self._stored) from error

    def _learned(self) -> _Known:
        known, taken, pages = _Known(_stamp([self._stored])), set[str](), list[str]()
        _, briefs = streamed_report(self._stored)
        for brief in briefs:
            pages.append(f"{FOLDER}/{page_name(name_of(brief), taken)}")
            known.briefs.add(name_of(brief))
            for citation in brief["citations"]:
                capture = citation["memento"] or citation["capture"]
                if capture is not None:
                    told = _told(capture), (citation.get("text") or {}).get("sha256")
                    known.captures.setdefault(_text_name(capture), told)
                    known.captures.setdefault(_original_name(capture), told)
        if len(pages) > 1:
            known.places.update({page: place for place, page in enumerate(pages)})
        return known

    def _list(self, known: _Known, save: str) -> bytes:
        with self._making:
            state = (known.stamp, _stamp(sorted(self._reviews_dir.glob("*"))), self._today(), save)
            if self._first is None or self._first[0] != state:
                head, briefs = streamed_report(self._stored)
                shown = self._shown(head, briefs)
                self._first = state, list_page(head, shown) if known.places else single_page(head, shown, save)
            return self._first[1]

    def _shown(self, head: Json, briefs: Iterable[Json]) -> Iterator[Json]:
        """Briefs as they are shown: with their reviews, and with links to what is kept of their sources."""
        reviewed = with_reviews(head, briefs, self._reviews_dir, self._today())
        for brief in with_copies(reviewed, lying_in(self._stored.parent)):
            for citation in brief["citations"]:
                capture = citation["memento"] or citation["capture"]
                if self._archive is not None and capture is not None and self._archive.has(capture):
                    citation["text"] = _offered(citation, capture)
            yield brief


def _text_name(capture: Json) -> str:
    """What the text of a capture is called that is read anew: of one body at two addresses each has its own head."""
    told = f"{capture['payload_sha256']} {capture.get('memento_url') or capture['final_url']} {capture['captured_at']}"
    return f"{sha256(told.encode('utf-8', 'replace')).hexdigest()[:DIGITS]}.txt"


def _original_name(capture: Json) -> str:
    return f"{capture['payload_sha256'][:DIGITS]}.original"


def _offered(citation: Json, capture: Json) -> Json:
    """What the archive can be asked for: what was received, and the text of a page that has no copy beside the report.

    A report of an earlier version does not say whether a text was judged; then its status does.
    """
    told: Json = dict(citation.get("text") or {})
    told["original"] = f"{COPIES}/{_original_name(capture)}"
    judged = citation["text"] is not None if "text" in citation else citation["status"] in _READ or citation["memento"]
    if judged and not told.get("file"):
        told["file"] = f"{COPIES}/{_text_name(capture)}"
    return told


def _told(capture: Json) -> Json:
    return {
        name: capture.get(name)
        for name in ("final_url", "memento_url", "captured_at", "payload_sha256", "warc", "media_type")
    }


def _same(text: str, judged: str | None) -> str | None:
    """The digest of `text` where it is the one that was `judged`."""
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    return digest if digest == judged else None


def _text(content: bytes, digest: str) -> Kept:
    return Kept(content, TEXT, f'inline; filename="{digest}.txt"')


def _ending(capture: Json) -> str:
    media_type = capture["media_type"] or ""
    return _ENDINGS.get(media_type, "txt" if media_type.startswith("text/") or "xml" in media_type else "bin")


def _stamp(paths: Iterable[Path]) -> Stamp:
    """What tells whether files have changed: their names, sizes and times."""
    found = []
    for path in paths:
        try:
            info = path.stat()
        except OSError:
            continue
        found.append((path.name, info.st_size, info.st_mtime_ns))
    return tuple(found)
