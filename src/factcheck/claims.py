"""Sentences of a brief → claims: its figures and quotations, each tied to the footnotes it rests on, or to none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.model import (
    Apparatus,
    Block,
    BlockKind,
    Brief,
    CitedQuantity,
    CitedQuotation,
    Claim,
    LinkOrigin,
    MappedText,
    Marker,
    Span,
)
from factcheck.patterns import regex
from factcheck.quantities import find_quantities
from factcheck.quotations import find_quotations, quotation_spans
from factcheck.records import record
from factcheck.text import (
    guess_language,
    has_letters_beyond,
    likely_language,
    mostly_cyrillic,
    remove_spans,
    sentence_spans,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Quantity, Quotation

_LONGEST_PROTECTED = 1500
"""A longer quotation, in characters, no longer keeps its sentences together: its marks are likely mispaired."""
_BEFORE_CAPITAL = " \u00a0\"'“„«(["
_TELLING_WORDS = 8
_CYRILLIC = frozenset({"ru", "be", "uk"})
_HAS_CYRILLIC = regex("[\u0400-\u04ff]")
_ENGLISH = frozenset("the of and to in a is was were for that on by it at as from with has have had be or not".split())
_READ_LANGUAGES = frozenset({"en", "ru", "be", "uk", "pl", "de", "fr", "lt"})
"""Those whose figures are read; a guess at another one is more often a list of names than a quotation."""
_UNREAD = frozenset({BlockKind.HEADING, BlockKind.CODE})
_LINK_LABEL = regex(r"\[\d{1,3}\]|\d{1,3}")


@record
class _Printed:
    """A block's text without its markers, and where each marker and link stood in it."""

    mapped: MappedText
    markers: tuple[tuple[str, int], ...]
    links: tuple[tuple[str, int, int], ...]


def find_claims(brief: Brief, apparatus: Apparatus) -> tuple[Claim, ...]:
    """Every sentence that has a figure, a quotation of four words or more, or a marker, in reading order.

    A figure before a marker rests on the next marker, one after the last marker on the last; a sentence without a
    marker leaves its figures uncited.
    """
    markers = _by_block(apparatus.markers)
    links = _links_by_block(apparatus)
    claims: list[Claim] = []
    section: str | None = None
    for index, block in enumerate(brief.blocks):
        printed = _without_markers(block, markers[index], links[index])
        if block.kind is BlockKind.HEADING:
            section = printed.mapped.text.strip() or section
        for claim in _claims_of(printed, block, brief.language):
            claims.append(replace(claim, id=f"k{len(claims) + 1}", block=index, section=section))
    return tuple(claims)


def _by_block(markers: Sequence[Marker]) -> defaultdict[int, list[Marker]]:
    found: defaultdict[int, list[Marker]] = defaultdict(list)
    for marker in sorted(markers, key=lambda m: (m.block, m.start)):
        found[marker.block].append(marker)
    return found


def _links_by_block(apparatus: Apparatus) -> defaultdict[int, list[tuple[str, int, int]]]:
    found: defaultdict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for citation in apparatus.citations:
        link = citation.link
        if (
            citation.footnote is None
            and link is not None
            and link.block is not None
            and link.origin is not LinkOrigin.LOST
        ):
            found[link.block].append((citation.id, link.start, link.end))
    return found


def _without_markers(block: Block, markers: Sequence[Marker], links: Sequence[tuple[str, int, int]]) -> _Printed:
    text = block.text.text
    cuts = [_cut(text, marker) for marker in markers]
    cleaned = remove_spans(block.text, cuts)

    starts = [cut.start for cut in cuts]
    removed = [0, *accumulate(cut.end - cut.start for cut in cuts)]

    def moved(place: int) -> int:
        before = bisect_left(starts, place)
        inside = max(0, cuts[before - 1].end - place) if before else 0
        return place - removed[before] + inside

    return _Printed(
        cleaned,
        tuple((marker.label, moved(cut.start)) for marker, cut in zip(markers, cuts, strict=True)),
        tuple((name, moved(start), moved(end)) for name, start, end in links),
    )


def _cut(text: str, marker: Marker) -> Span:
    """The marker with the blank before it, and with the second of two full stops around it."""
    start, end = marker.start, marker.end
    follows = text[end : end + 1]
    if start > 0 and text[start - 1] in " \u00a0" and (not follows or not follows.isalnum()):
        start -= 1
    if start > 0 and text[start - 1] == "." and follows == "." and text[end + 1 : end + 2] != ".":
        end += 1
    return Span(start, end)


def _claims_of(printed: _Printed, block: Block, language: str | None) -> Iterator[Claim]:
    text = printed.mapped.text
    spans = _sentences(text, [place for _, place in printed.markers])
    spoken = _spoken(text, language)
    before: str | None = None
    places = [place for _, place in printed.markers]
    labels = _link_labels(printed)
    for number, span in enumerate(spans):
        sentence = text[span.start : span.end]
        markers = _within(printed.markers, places, spans, number)
        if block.kind not in _UNREAD or markers:
            # A lone number ("1.", "2025") is a list's or a page's; its marker alone is kept, for its note.
            here = _spoken_in(sentence, spoken) if len(spans) > 1 else spoken
            figures = find_quantities(sentence, here) if any(map(str.isalpha, sentence)) else ()
            figures = tuple(f for f in figures if span.start + f.start not in labels) if labels else figures
            quotations = find_quotations(sentence)
            if figures or quotations or markers:
                yield _claim(sentence, span, printed, markers, figures, quotations, here, before)
        before = sentence


def _link_labels(printed: _Printed) -> frozenset[int]:
    """Where the digits of links begin that number a source (``5% [1]``, ``5%.2``) and count nothing (``12 towns``).

    A number apart that ends its clause is either ("killed 45."): a source's where it is that of the link itself.
    """
    text = printed.mapped.text
    found = set()
    for name, start, end in printed.links:
        if end - start > len("[999]") or not _LINK_LABEL.fullmatch(text, start, end):
            continue
        apart = text[start].isdigit() and text[start - 1 : start] in ("", " ", "\u00a0", "(")
        ends_clause = not text[end : end + 2].strip(" \u00a0")[:1].isalnum()
        if not apart or (ends_clause and name == f"b{text[start:end]}"):
            found.add(start if text[start].isdigit() else start + 1)
    return frozenset(found)


def _spoken(text: str, language: str | None) -> str | None:
    """The language of a block: its own where it is long enough to tell or of another script, else the brief's."""
    foreign = language is None or mostly_cyrillic(text) != (language in _CYRILLIC)
    if not foreign and text.count(" ") < _TELLING_WORDS:
        return language
    guess = guess_language(text)
    if guess in _READ_LANGUAGES:
        return guess
    return likely_language(text) or language if foreign else language


def _spoken_in(sentence: str, spoken: str | None) -> str | None:
    """The language of one sentence of a block: the block's, unless its letters or words are clearly of another."""
    if sentence.count(" ") < _TELLING_WORDS - 1:
        return spoken
    if spoken in _CYRILLIC:
        other = not _HAS_CYRILLIC.search(sentence)
    else:
        other = has_letters_beyond(sentence, spoken)
        if spoken == "en" and _ENGLISH.isdisjoint(sentence.casefold().split()):
            # Without a word of English grammar its letters tell enough.
            guess = likely_language(sentence) if other else guess_language(sentence)
            return guess if guess in _READ_LANGUAGES else spoken
    guess = guess_language(sentence) if other else None
    return guess if guess in _READ_LANGUAGES else spoken


def _sentences(text: str, marked: Sequence[int]) -> list[Span]:
    """The sentences of a block; one that ends inside a quotation runs on to where the quotation's sentence ends.

    `marked` are the places of markers, ascending: no abbreviation has a note between its stop and the next word.
    """
    quoted = [q for q in quotation_spans(text) if q.end - q.start <= _LONGEST_PROTECTED]
    joined: list[Span] = []
    at = 0
    for span in _ended_by_markers(text, sentence_spans(text), marked):
        while at < len(quoted) and quoted[at].end <= span.start:
            at += 1
        if joined and at < len(quoted) and quoted[at].start < joined[-1].end <= span.start < quoted[at].end:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _ended_by_markers(text: str, spans: Sequence[Span], marked: Sequence[int]) -> Iterator[Span]:
    """`spans`, parted again where a marker stands after a full stop and before a capital letter."""
    for span in spans:
        start = span.start
        for place in marked[bisect_right(marked, span.start) : bisect_left(marked, span.end)]:
            after = text[place : place + 4]
            capital = after.lstrip(_BEFORE_CAPITAL)[:1].isupper()
            if text[place - 1] == "." and after[0].isspace() and capital:
                yield Span(start, place)
                start = place + len(after) - len(after.lstrip())
        yield Span(start, span.end)


def _within(
    markers: Sequence[tuple[str, int]], places: Sequence[int], spans: Sequence[Span], number: int
) -> tuple[tuple[str, int], ...]:
    """The markers of one sentence: inside it, or after its end and before the next begins; `places` ascend."""
    span = spans[number]
    first = bisect_right(places, span.start) if number else 0
    end = bisect_right(places, spans[number + 1].start) if number + 1 < len(spans) else len(places)
    return tuple((label, min(max(place - span.start, 0), span.end - span.start)) for label, place in markers[first:end])


def _claim(
    sentence: str,
    span: Span,
    printed: _Printed,
    markers: tuple[tuple[str, int], ...],
    figures: Sequence[Quantity],
    quotations: Sequence[Quotation],
    language: str | None,
    context: str | None,
) -> Claim:
    origin, marked = printed.mapped.span(span.start, span.end), _Marked(markers)
    return Claim(
        id="",
        text=sentence,
        start=origin.start,
        end=origin.end,
        block=0,
        footnotes=tuple(dict.fromkeys(label for label, _ in markers)),
        links=tuple(name for name, start, end in printed.links if start < span.end and end > span.start),
        figures=tuple(CitedQuantity(figure, marked.after(figure.end)) for figure in figures),
        quotations=tuple(CitedQuotation(quotation, marked.after(quotation.end)) for quotation in quotations),
        markers=markers,
        language=language,
        context=context,
    )


class _Marked:
    """The markers of a sentence, ascending: which of them a figure or quotation rests on."""

    def __init__(self, markers: Sequence[tuple[str, int]]) -> None:
        self._labels = [label for label, _ in markers]
        self._places = [place for _, place in markers]
        self._groups: dict[int, tuple[str, ...]] = {}

    def after(self, place: int) -> tuple[str, ...]:
        """The labels of the markers that stand next after `place`, else of the last ones before it."""
        if not self._places:
            return ()
        at = self._places[min(bisect_left(self._places, place), len(self._places) - 1)]
        if at not in self._groups:
            # Markers that follow each other with no more than a comma between them are one reference to several notes.
            group = self._labels[bisect_left(self._places, at - 1) : bisect_right(self._places, at + 1)]
            self._groups[at] = tuple(dict.fromkeys(group))
        return self._groups[at]
