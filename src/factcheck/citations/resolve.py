"""From printed runs to URLs that can be requested, each change on the way recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.citations.joining import Joined, Known, join, match_known
from factcheck.citations.printed import find_runs, trim_end
from factcheck.citations.printed_blocks import may_have_urls, printed_text
from factcheck.citations.reach import Printing, ends_text, goes_on_clearly, is_cut, printing_of, reach_of
from factcheck.citations.spelling import Spelling, squash
from factcheck.model import LinkOrigin, MappedText, Repair
from factcheck.urls import comparison_key, request_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.citations.printed import Run
    from factcheck.model import Brief, Link

_EXTRACTED = frozenset({"text/plain", "application/pdf"})  # here, lines break URLs
_ESCAPED = re.compile(r"\\([_~*#&.()\[\]!+-])")
_HTTP = re.compile(r"https?://", re.IGNORECASE)
# A URL that names a host with a user name before it, or with a port after it.
_REFUSED = re.compile(r"https?://(?:[^\s/?#@]+@)?(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_SINGLE_LABEL = re.compile(r"(?!localhost/)[\w-]+(?::\d+(?:[/?#]|$)|/[^\s/?#])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundUrl:
    """A URL in a text's [start, end); `url` is None where its end is lost or it is no URL that can be requested."""

    start: int
    end: int
    raw: str
    url: str | None
    repairs: tuple[Repair, ...] = ()
    alternatives: tuple[str, ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole brief knows about its URLs: per page the listed links, all whole URLs, spelling and print."""

    by_page: Mapping[int, Mapping[str, Known]]
    anywhere: Mapping[str, Known]
    spelling: Spelling
    printing: Printing


def urls_in(text: MappedText, links: Iterable[str], page: int | None, around: Surroundings) -> list[FoundUrl]:
    """Every URL of a note's or block's text, and of its links those that are not printed in it."""
    own = {squash(link): Known(link, "link target") for link in links if _HTTP.match(link)}
    found = [url for run in find_runs(text.text) if (url := _resolved(run, text, own, page, around)) is not None]
    printed = {comparison_key(url.url): url.start for url in found if url.url}
    at, unprinted = len(text.text), []
    for link in reversed([known.url for known in own.values()]):
        key = comparison_key(link)
        if key in printed:
            at = printed[key]
        elif names_host(link):
            unprinted.append(FoundUrl(at, at, link, link))  # its words stand somewhere before the link after it
    return _without_twins(sorted([*unprinted[::-1], *found], key=lambda url: url.start))


def names_host(url: str) -> bool:
    """Whether `url` can be requested, or names a host with http(s) but will be refused (a password in it, a bad port).

    What is refused stays a citation: the capture says why, and the reader is told.
    """
    return (request_url(url) is not None or _REFUSED.match(url) is not None) and _is_no_example(url)


def _without_twins(found: list[FoundUrl]) -> list[FoundUrl]:
    """One citation for a URL that a note prints twice (a DOI and its link, an anchor and its target)."""
    seen: set[str] = set()
    kept = []
    for url in found:
        key = comparison_key(url.url) if url.url else f"{url.start}:{url.raw}"
        if key not in seen:
            kept.append(url)
        seen.add(key)
    return kept


def _resolved(
    run: Run, text: MappedText, own: Mapping[str, Known], page: int | None, around: Surroundings
) -> FoundUrl | None:
    reach = reach_of(run, text, around.printing, around.spelling)
    joined = _from_known(run, reach, own, page, around)
    cut = joined is None and is_cut(run, reach, text, around.printing)
    joined = joined or join(run, reach, around.spelling)
    url, repairs = _finished(run, joined)
    last = run.pieces[joined.pieces - 1]
    end = last.start + len(trim_end(last.text))
    raw = text.text[run.start : end]
    if cut:
        return FoundUrl(run.start, end, text.text[run.start : last.end], None, (), (), truncated=True)
    if not names_host(url):
        return None
    if run.glued:
        repairs = (Repair("split_glued", "a second scheme"), *repairs)
    if end < last.end:
        repairs = (*repairs, Repair("trimmed_punctuation", f"{last.text[end - last.start :]} belongs to the sentence"))
    finished = tuple(_finished(run, Joined(other, joined.pieces))[0] for other in joined.alternatives)
    return FoundUrl(run.start, end, raw, url, repairs, finished)


def _from_known(
    run: Run, reach: int, own: Mapping[str, Known], page: int | None, around: Surroundings
) -> Joined | None:
    for known in (own, *_pages(page, around), around.anywhere):
        joined = match_known(run, len(run.pieces) if known is own else reach, known)
        # An annotation may cover the first line only; then the print, which goes on, knows better.
        if joined is not None and (known is own or joined.pieces == reach or not goes_on_clearly(run, joined.pieces)):
            return joined
    return None


def _pages(page: int | None, around: Surroundings) -> Iterable[Mapping[str, Known]]:
    return () if page is None else (around.by_page.get(page, {}), around.by_page.get(page + 1, {}))


def _finished(run: Run, joined: Joined) -> tuple[str, tuple[Repair, ...]]:
    """The URL with its scheme, without a text format's escapes."""
    url, repairs = joined.url, joined.repairs
    if _ESCAPED.search(url):
        url, repairs = _ESCAPED.sub(r"\1", url), (*repairs, Repair("unescaped", "backslash of the text format"))
    if _HTTP.match(url):
        return url, repairs
    if run.kind in {"doi", "bare_doi"}:
        return "https://doi.org/" + url, (*repairs, Repair("added_scheme", "DOI"))
    return "http://" + url, (*repairs, Repair("added_scheme", "no scheme printed"))


def _is_no_example(url: str) -> bool:
    """Whether the host could be a source's: a bare "http://localhost" or "https://..." is an example.

    A name without a dot counts where a port or a path follows it: libraries have such machines.
    """
    rest = url.partition("://")[2].rpartition("@")[2]
    host = re.split(r"[/?#:]", rest)[0].strip(".")
    return "." in host or rest.startswith("[") or _SINGLE_LABEL.match(rest) is not None


def surroundings(brief: Brief) -> Surroundings:
    """Gather what `brief` knows: listed links first, then URLs that stand whole on one line."""
    breaks_urls = brief.media_type in _EXTRACTED
    printing = printing_of(brief.text, brief.notes, breaks_urls=breaks_urls)
    spelling = Spelling()
    by_page: dict[int, dict[str, Known]] = {}
    anywhere: dict[str, Known] = {}
    for link in brief.links:
        joined = breaks_urls and link.origin is LinkOrigin.AUTOLINK  # read again from the lines, with care
        if link.url and _HTTP.match(link.url) and not joined:
            spelling.add_url([link.url])
            anywhere.setdefault(squash(link.url), Known(link.url, _how_known(link)))
            if link.origin is LinkOrigin.LISTED and link.page is not None:
                by_page.setdefault(link.page, {})[squash(link.url)] = Known(link.url, "link annotation")
    for text in (*_block_texts(brief, spelling, breaks_urls=breaks_urls), *(note.text for note in brief.notes)):
        for run in find_runs(text.text):
            spelling.add_url([run.scheme + run.pieces[0].text, *(piece.text for piece in run.pieces[1:])])
            _learn_whole(run, text, printing, anywhere)
    return Surroundings(by_page, anywhere, spelling, printing)


def _block_texts(brief: Brief, spelling: Spelling, *, breaks_urls: bool) -> Iterator[MappedText]:
    """Learn the words of the body; yield the print of its blocks that may have URLs."""
    for block in brief.blocks:
        text = block.text.text
        if may_have_urls(text):
            yield printed_text(block.text, brief.text) if breaks_urls else block.text
            text = " ".join(word for word in text.split() if "/" not in word and "www." not in word)
        spelling.add_words(text)


def _how_known(link: Link) -> str:
    if link.origin is not LinkOrigin.LISTED:
        return "link of the document"
    return "link annotation" if link.page is None else "link annotation of another page"


def _learn_whole(run: Run, text: MappedText, printing: Printing, anywhere: dict[str, Known]) -> None:
    """Remember a URL that is printed on one line and surely ends there."""
    first = run.pieces[0]
    url = run.scheme + trim_end(first.text)
    ends = len(run.pieces) == 1 and not ends_text(text, first.end)
    if (
        run.scheme
        and not url.endswith("-")
        and (ends or (printing.trailing_blanks and printing.blank_after(text, first.end)))
    ):
        anywhere.setdefault(squash(url), Known(url, "the same URL elsewhere in the document"))
