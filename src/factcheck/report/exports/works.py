"""The works that a report cites, each once, as bibliographies name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.report.exports.plain_text import one_line
from factcheck.report.links import host_of, safe_href
from factcheck.report.words import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work.

    `accessed` is when its bytes were captured (else what the note says), `archive_url` a memento, `archive_place` where
    the local capture lies.  Dates are ISO 8601 at the precision known.
    """

    key: str
    title: str
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    url: str | None
    accessed: str | None
    archive_url: str | None
    archived_at: str | None
    archive_place: str | None
    language: str | None
    is_document: bool
    status: str


def works_of(data: Json) -> Iterator[Work]:
    """The works of format-1 `data` in order; one that is cited again at the same address is not repeated."""
    seen: set[str] = set()
    for number, brief in enumerate(data["briefs"], 1):
        for place, citation in enumerate(brief["citations"], 1):
            name = citation["url"] or citation["raw_url"] or citation["reference"]["title"]
            if not name or name in seen:
                continue
            seen.add(name)
            yield _work(citation, f"b{number}-s{place}")


def _work(citation: Json, key: str) -> Work:
    capture, memento = citation["capture"] or {}, citation["memento"] or {}
    reference, page = citation["reference"], citation.get("page") or {}
    saving = citation.get("saving") or {}
    copy = memento.get("memento_url") or memento.get("final_url")
    url, archive = safe_href(citation["url"]), safe_href(copy or saving.get("memento_url"))
    # A dead page's own title is that of an error message.
    title = (None if citation["status"] == "dead" else page.get("title")) or reference["title"]
    warc = capture.get("warc")
    return Work(
        key=key,
        title=one_line(title or (citation.get("link") or {}).get("text") or host_of(url) or citation["raw_url"] or key),
        authors=tuple(name for author in reference["authors"] if (name := one_line(author))),
        publisher=one_line(reference.get("publisher")) or None,
        published=one_line(page.get("published") or reference["published"]) or None,
        url=url,
        accessed=capture.get("captured_at") or reference["accessed"],
        archive_url=archive,
        archived_at=None if archive is None else memento.get("captured_at") or saving.get("at"),
        archive_place=said("byte", file=one_line(warc["file"]), offset=warc["offset"]) if warc else None,
        language=one_line(page.get("language")) or None,
        is_document=(memento or capture).get("media_type") not in {None, "text/html", "application/xhtml+xml"},
        status=citation["status"],
    )
