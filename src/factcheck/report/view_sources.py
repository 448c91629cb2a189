"""Citations and notes as the page shows them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from factcheck.report.copies import safe_name
from factcheck.report.links import host_of, safe_href
from factcheck.report.printed import printed_address
from factcheck.report.totals import tallies
from factcheck.report.view import CitationView, HostView, NoteView, SourceLink, Step
from factcheck.report.words import (
    NOTE_WORDS,
    SAVING_WORDS,
    SOURCE_WORDS,
    STATUS_MEANINGS,
    STATUS_WORDS,
    day_words,
    reason_sentence,
    repair_words,
    said,
    time_words,
    when_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.report.view import Attributes

    Json = dict[str, Any]

_DIGITS_SHOWN = 16
"""Of a SHA-256, which report.json has whole."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def language_tag(text: str | None) -> str | None:
    """`text` where it can stand in a ``lang`` attribute."""
    return text if text is not None and _LANGUAGE.fullmatch(text) else None


def citation_view(citation: Json, anchor: str, note_anchor: str | None, up: str = "") -> CitationView:
    """One citation, with every sentence that the page has on it; `up` leads from the page to the run's folder."""
    capture = citation["capture"]
    memento = citation["memento"]
    href = safe_href(citation["url"])
    shown = citation["url"] or citation["raw_url"]
    page = citation.get("page") or {}
    return CitationView(
        anchor=anchor,
        name=_name(citation),
        status=citation["status"],
        word=STATUS_WORDS[citation["status"]],
        reason=_reason(citation),
        host=host_of(citation["url"]),
        href=href,
        shown_url=None if shown is None else _one_line(shown),
        language=language_tag(page.get("language")),
        attributes=_robust_link(citation["url"], memento, citation.get("saving")),
        details=tuple(_details(citation)),
        captured_at=None if capture is None else capture["captured_at"],
        captured_from=None if capture is None else _captured(capture),
        trail=tuple(_trail(citation)),
        archive=None if capture is None else said("byte", **capture["warc"]),
        digest=None if capture is None else capture["payload_sha256"][:_DIGITS_SHOWN],
        memento=_memento_link(memento),
        memento_at=None if memento is None else day_words(memento["captured_at"]),
        repairs=tuple(dict.fromkeys(_repair(repair) for repair in citation["repairs"])),
        printed=printed_address(citation) if citation["repairs"] else (),
        note=note_anchor,
        locators=tuple(locator["label"] for locator in citation["locators"]),
        media_type=None if capture is None else capture["media_type"],
        warnings=tuple(citation.get("warnings", ())),
        alternatives=tuple(citation.get("alternative_urls", ())),
        saved=_saved_link(citation.get("saving")),
        copies=tuple(_copies(citation.get("text"), up)),
    )


def _name(citation: Json) -> str:
    """The page's own title, else the note's words for it, else the linked words, else the host."""
    page, link = citation.get("page") or {}, citation.get("link") or {}
    readable = (
        page.get("title") if citation["status"] in {"verified", "mismatched", "unsupported", "reachable"} else None
    )
    candidates = (
        readable,
        citation["reference"]["title"],
        page.get("title"),
        link.get("text"),
        host_of(citation["url"]),
    )
    return next((_one_line(name) for name in candidates if name), said("nameless"))


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" not in text else "".join(text.split())


def _reason(citation: Json) -> str | None:
    reason: str | None = citation["reason"]
    if reason is None or citation["status"] != "unchecked":
        return reason
    word, _, sentence = reason.partition(":")
    return sentence.strip() or reason_sentence(word.strip())


def _details(citation: Json) -> Iterable[str]:
    """Who wrote it, when, who published it, as far as the note or the page says."""
    reference, page = citation["reference"], citation.get("page") or {}
    yield from (text for text in (", ".join(reference["authors"]), reference.get("publisher")) if text)
    published = page.get("published") or reference["published"]
    if published:
        yield said("dated", day=when_words(published))
    if reference["accessed"]:
        yield said("accessed", day=when_words(reference["accessed"]))


def _captured(capture: Json) -> str:
    return f"{SOURCE_WORDS[capture['source']]}, {time_words(capture['captured_at'])}"


def _trail(citation: Json) -> Iterable[Step]:
    """Every answer on the way, the last one too, or what happened instead of an answer."""
    capture, failure = citation["capture"], citation.get("failure")
    for seen in (found for found in (capture, failure) if found is not None):
        for hop in seen["redirects"]:
            # The address itself stands above, with the citation.
            url = None if hop["url"] == citation["url"] else hop["url"]
            yield Step(said("redirect", status=hop["http_status"]), url)
    if capture is not None:
        url = None if capture["final_url"] == citation["url"] else capture["final_url"]
        words = "answered_media" if capture["media_type"] else "answered"
        yield Step(said(words, status=capture["http_status"], media_type=capture["media_type"]), url)
        for remark in capture.get("remarks", ()):
            yield Step(remark, None)
    if failure is not None:
        what = failure["detail"] or reason_sentence(failure["reason"]) or failure["signal"]
        words = said("answered_but", status=failure["http_status"], what=what) if failure["http_status"] else what
        yield Step(words, None if failure["requested_url"] == citation["url"] else failure["requested_url"])
    yield from _saving_steps(citation.get("saving"))


def _saving_steps(saving: Json | None) -> Iterable[Step]:
    """What came of handing the page to a web archive."""
    if saving is not None:
        state = SAVING_WORDS.get(saving["state"], SAVING_WORDS["unsubmitted"])
        words = "web_archive" if saving["detail"] else "web_archive_plain"
        yield Step(said(words, state=state, detail=saving["detail"]), saving["memento_url"])


def _memento_link(memento: Json | None) -> SourceLink | None:
    if memento is None:
        return None
    href = safe_href(memento.get("memento_url") or memento["final_url"])
    return None if href is None else SourceLink(said("archived_copy", day=day_words(memento["captured_at"])), href)


def _saved_link(saving: Json | None) -> SourceLink | None:
    """The copy that a web archive made of a live page when it was asked to."""
    href = None if saving is None else safe_href(saving["memento_url"])
    return None if href is None or saving is None else SourceLink(said("saved_copy", day=day_words(saving["at"])), href)


def _copies(text: Json | None, up: str) -> Iterable[SourceLink]:
    """Links to what is kept of the page beside the report, never to a page."""
    for key, words in (("file", "text_copy"), ("original", "original")):
        name = safe_name((text or {}).get(key))
        if name is not None:
            yield SourceLink(said(words), up + name)


def _robust_link(url: str | None, memento: Json | None, saving: Json | None) -> Attributes:
    """Attributes that let a reader's tools find the page as it was (Robust Links 1.0)."""
    link, original = _memento_link(memento) or _saved_link(saving), safe_href(url)
    at = memento["captured_at"] if memento is not None else (saving or {}).get("at")
    if link is None or original is None or at is None:
        return ()
    return (("data-originalurl", original), ("data-versionurl", link.href), ("data-versiondate", at))


def _repair(repair: Json) -> str:
    words = repair_words(repair["kind"])
    return said("with_evidence", repair=words, evidence=repair["evidence"]) if repair["evidence"] else words


def note_views(
    brief: Json, anchors: Mapping[str, str], citations: Mapping[str, CitationView], claim_anchors: Mapping[str, str]
) -> tuple[NoteView, ...]:
    """The brief's notes in its own order."""
    return tuple(
        NoteView(
            anchor=anchors[note["label"]] if first else f"{anchors[note['label']]}-{number}",
            label=note["label"],
            text=note["text"],
            remark=NOTE_WORDS[note["kind"]],
            citations=tuple(citations[found] for found in note["citations"] if found in citations),
            back=tuple(
                dict.fromkeys(claim_anchors[m["claim"]] for m in note["markers"] if m["claim"] in claim_anchors)
            ),
        )
        for number, note, first in _with_first(brief["footnotes"])
    )


def _with_first(notes: Sequence[Json]) -> Iterable[tuple[int, Json, bool]]:
    """The notes with their number, and whether the label is met for the first time (numbering may start again)."""
    seen: set[str] = set()
    for number, note in enumerate(notes, 1):
        yield number, note, note["label"] not in seen
        seen.add(note["label"])


def host_views(citations: Iterable[CitationView]) -> tuple[HostView, ...]:
    """Hosts by the number of citations, the most cited first."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for citation in citations:
        if citation.host:
            by_host[citation.host].append(citation.status)
    views = [
        HostView(
            host,
            len(statuses),
            tuple(
                tally
                for tally in tallies(
                    {status: statuses.count(status) for status in statuses}, STATUS_WORDS, STATUS_MEANINGS
                )
                if tally.count
            ),
        )
        for host, statuses in by_host.items()
    ]
    return tuple(sorted(views, key=lambda view: (-view.citations, view.host)))
