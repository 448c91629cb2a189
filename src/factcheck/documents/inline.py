"""One line of readable text with its links and note markers, as Markdown and its HTML are read."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import replace

from factcheck.documents.textbuilder import TextBuilder
from factcheck.model import Link, LinkOrigin, MappedText, Marker
from factcheck.records import record

# A marker's own words: one note number or several, brackets around them or not.
_SUP_LABELS = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[*†‡§]{1,3}|[a-z])(?:\s*[,;]\s*\d{1,3})*\s*[\])]?\s*")
_LABEL = re.compile(r"\d{1,3}|[*†‡§]{1,3}|[a-z]")
# m², km³, 10⁶: powers, not notes.
_POWER = re.compile(r"(?:\b(?:[kcdm]?m|ft|in|yd|mi|м|км|см)|(?<![\d.,])10|[×·]\s?10)$")
_POWERS = {"2", "3", "4", "6", "9", "12"}
# Anchors that converters give to notes (Word, Pandoc, Wikipedia, WordPress).
_NOTE_ANCHOR = re.compile(
    r"#(?:_?(?:ftn|edn)|fn|footnote|endnote|note|cite_note|sdfootnote|easy-footnote)", re.IGNORECASE
)
_UNDEFINED = re.compile(r"\[\^([^\]\s\[]{1,60})\]")
_HREF = re.compile(r"\bhref\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_TAG_NAME = re.compile(r"<\s{0,9}(/?)\s{0,9}([a-zA-Z][a-zA-Z0-9]{0,20})")
_BARE_URL = re.compile(r"(?<![\w@/])(?:https?://|www\.)[^\s<>\"“”«»]{4,}", re.IGNORECASE)
_TRAILING = ".,;:!?'’\"”»*_"


@record
class Line:
    """Finished text with what was marked in it; the block numbers of markers and links are not set yet."""

    text: MappedText
    markers: tuple[Marker, ...]
    links: tuple[Link, ...]

    def in_block(self, block: int) -> Line:
        """The same line as block number `block` of its document."""
        return Line(
            self.text,
            tuple(replace(marker, block=block) for marker in self.markers),
            tuple(replace(link, block=block) for link in self.links),
        )


class LineWriter:
    """Collects words, tags, links and markers; `keep_breaks` keeps printed line ends (for notes)."""

    def __init__(self, *, keep_breaks: bool = False) -> None:
        """Begin an empty line."""
        self.builder = TextBuilder()
        self.keep_breaks = keep_breaks
        self._markers: list[Marker] = []
        self._links: list[Link] = []
        self._open: list[tuple[str, int, bool]] = []
        self._sup: int | None = None

    @property
    def length(self) -> int:
        """Characters written so far."""
        return self.builder.length

    def words(self, string: str, origin: int) -> None:
        """Readable text; ``[^x]`` in it is a marker whose note is not defined."""
        done = 0
        for match in _UNDEFINED.finditer(string) if "[^" in string else ():
            self._write(string[done : match.start()], origin + done)
            self.marker(match.group(1), match.group(), origin + match.start())
            done = match.end()
        self._write(string[done:], origin + done)

    def code(self, string: str, origin: int) -> None:
        """Text in which nothing is a marker."""
        self._write(string, origin)

    def line_break(self, origin: int) -> None:
        """A line end of the source."""
        if self.keep_breaks:
            self.builder.add_break(origin)
        else:
            self.builder.add_blank(origin)

    def marker(self, label: str, printed: str, origin: int) -> None:
        """A note marker as `printed`."""
        start = self.length
        self.builder.put(printed, origin)
        self._markers.append(Marker(label, 0, start, self.length))

    def open_link(self, href: str, *, autolink: bool = False) -> None:
        """The words from here to `close_link` point to `href`."""
        self._open.append((href, self.length, autolink))

    def close_link(self) -> None:
        """End the innermost link."""
        if not self._open:
            return
        href, start, autolink = self._open.pop()
        if self._sup is not None:
            return
        words = self.builder.since(start)
        if _NOTE_ANCHOR.match(href) and _SUP_LABELS.fullmatch(words):
            self._mark_labels(start, words)
        elif words.strip() and not (href.startswith("#") and len(href) > 1):
            self._links.append(_link(href, words, start, autolink=autolink))

    def tag(self, raw: str, origin: int) -> None:
        """An HTML tag inside the line."""
        match = _TAG_NAME.match(raw)
        if match is None:
            return
        closing, name = bool(match.group(1)), match.group(2).lower()
        if name == "sup":
            self._superscript(closing=closing)
        elif name == "br":
            self.line_break(origin)
        elif name == "a" and closing:
            self.close_link()
        elif name == "a":
            href = _HREF.search(raw)
            self.open_link(html.unescape(next(filter(None, href.groups()), "")) if href else "#anchor")

    def finish(self) -> Line:
        """The line with its markers and links in order; bare URLs are links too."""
        text = self.builder.build()
        links = sorted((link for link in self._links if link.end <= len(text.text)), key=lambda link: link.start)
        starts = [link.start for link in links]
        bare = [link for link in bare_links(text.text) if not _is_inside(link, links, starts)]
        markers = sorted(self._markers, key=lambda marker: marker.start)
        return Line(text, tuple(markers), tuple(sorted([*links, *bare], key=lambda link: link.start)))

    def _write(self, string: str, origin: int) -> None:
        self.builder.add(string, origin)

    def _superscript(self, *, closing: bool) -> None:
        if not closing:
            self._sup = self.length
            return
        if self._sup is not None:
            start, self._sup = self._sup, None
            self._mark_labels(start, self.builder.since(start))

    def _mark_labels(self, start: int, words: str) -> None:
        if not _SUP_LABELS.fullmatch(words):
            return
        before = self.builder.since(max(0, start - 6))[: min(start, 6)]
        if words.strip() in _POWERS and _POWER.search(before):
            return
        for label in _LABEL.finditer(words):
            self._markers.append(Marker(label.group(), 0, start + label.start(), start + label.end()))


def _link(href: str, words: str, start: int, *, autolink: bool) -> Link:
    lead = len(words) - len(words.lstrip())
    text = words.strip()
    origin = LinkOrigin.INLINE
    url: str | None = href.strip()
    if url in {"", "#"}:
        url, origin = None, LinkOrigin.LOST
    elif autolink or text == url:
        origin = LinkOrigin.AUTOLINK
    return Link(url, text, origin, 0, start + lead, start + lead + len(text))


def bare_links(text: str) -> list[Link]:
    """The URLs printed in a line of text, punctuation of the sentence after them left out."""
    links = []
    for match in _BARE_URL.finditer(text):
        url = _without_sentence_marks(match.group())
        links.append(Link(url, url, LinkOrigin.AUTOLINK, 0, match.start(), match.start() + len(url)))
    return links


def _without_sentence_marks(url: str) -> str:
    """`url` without what ends the sentence around it: stops, quotes, brackets that it does not open itself."""
    spare = {")": url.count(")") - url.count("("), "]": url.count("]") - url.count("[")}
    end = len(url)
    while end and (url[end - 1] in _TRAILING or spare.get(url[end - 1], 0) > 0):
        if url[end - 1] in spare:
            spare[url[end - 1]] -= 1
        end -= 1
    return url[:end]


def _is_inside(link: Link, others: list[Link], starts: list[int]) -> bool:
    """Whether `link` overlaps one of `others`, which are in order and begin at `starts`."""
    at = bisect_right(starts, link.start) - 1
    before = at >= 0 and others[at].end > link.start
    return before or (at + 1 < len(others) and others[at + 1].start < link.end)
