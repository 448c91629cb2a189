"""A page read once for any number of claims: its words, sentences and figures, with what sets some of them apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcheck.evidence.agreement import agree
from factcheck.evidence.apart import Apart
from factcheck.evidence.clock import times_of_day
from factcheck.evidence.dates import Parts, is_date, may_be_year, parts
from factcheck.evidence.page_figures import DATELINE_MARK, PageFigure, PageFigures
from factcheck.evidence.page_sentences import Around, Sentences, page_sentences
from factcheck.evidence.page_words import PageWords
from factcheck.evidence.tables import CELLS, Row
from factcheck.evidence.traces import Traces
from factcheck.model import MatchLevel, Passage, Span
from factcheck.text import likely_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.evidence.passages import Asked
    from factcheck.evidence.records import Agreement
    from factcheck.model import Claim, Page, Quantity

__all__ = ["CAPTION", "PageFigure", "PageReading", "Sentences", "page_language", "read_page"]

_AROUND = 120
_REMEMBERED = 64  # quantities, and places of words: those of a few claims on a page
_FULL_DATE = 10  # YYYY-MM-DD
_CAPTURE_MARK = re.compile(r"\bcaptures?\b|web\.archive\.org", re.IGNORECASE)
# "Figure 2: …", "Abb. 3 …" in the languages of the figures
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|photo|image|chart|map|table|рис(?:унок|\.)|фото|табл(?:ица|\.)|мал(?:юнак|юнок|\.)|табліца|таблиця|"
    r"rys(?:unek|\.)|wykres|tab(?:ela|\.)|zdj(?:ęcie|\.)|fot\.|abb(?:ildung|\.)|foto|tabelle|bild|tableau|pav(?:eikslas|\.))"
    r"(?:\s*\d{1,3}\b\s*[.:–—-]?|\s*:)",
    re.IGNORECASE,
)
"""How the line of a caption begins."""


@dataclass(slots=True)
class _Standing:
    """How figures of the page stand to one that was asked for, by their `id`; those that agree, once all are known."""

    quantity: Quantity
    known: dict[int, Agreement | None]
    agreeing: list[tuple[PageFigure, Agreement]] | None = None


class PageReading(PageWords):
    """What `read_page` found; everything that needs more than one pass is worked out when first asked for."""

    def __init__(self, page: Page) -> None:
        """Cut `page` into words and sentences."""
        super().__init__(page.text, page.language or likely_language(page.text))
        self.page = page
        self.asked: tuple[Claim, Asked] | None = None  # what was looked for last, for those who ask again
        self._around: dict[tuple[int, ...], Around] = {}
        self._standings: dict[tuple[int, str | None], _Standing] = {}
        self.sentences: list[Span] = page_sentences(self.text)
        self.sentence_starts: list[int] = [span.start for span in self.sentences]

    @cached_property
    def token_sentences(self) -> list[int]:
        """For each token the number of its sentence."""
        numbers: list[int] = []
        for number, start in enumerate([*self.sentence_starts[1:], len(self.text) + 1]):
            numbers += [number] * (bisect_left(self.token_starts, start) - len(numbers))
        return numbers

    def around(self, tokens: tuple[int, ...]) -> Around:
        """The sentences in and around which `tokens` stand; what a table says in one row it does not say of the next.

        Kept for the tokens asked for last: each of a claim's figures is judged by nearly the same words.
        """
        found = self._around.get(tokens)
        if found is None:
            if len(self._around) >= _REMEMBERED:
                self._around.clear()
            found = self._around[tokens] = self._spread(tokens)
        return found

    def _spread(self, tokens: tuple[int, ...]) -> Around:
        sentences, alone = self.token_sentences, self.alone
        inside = frozenset([sentences[token] for token in tokens])
        telling = [sentence for sentence in inside if sentence not in alone]
        beside = {near for at in telling for near in (at - 1, at + 1)} - inside
        further = {far for at in telling for far in (at - 3, at - 2, at + 2, at + 3)} - inside - beside
        return Around(inside, frozenset(beside), frozenset(further))

    @cached_property
    def _figures(self) -> PageFigures:
        return PageFigures(self.text, self.language, self.sentences, self.token_at)

    @cached_property
    def figures(self) -> tuple[PageFigure, ...]:
        """The page's figures, those of archive lists and addresses left out; in a table with the unit of its header."""
        return tuple(self._figures)

    def figures_in(self, sentence: int) -> tuple[PageFigure, ...]:
        """Those of `figures` that stand in one sentence; no other is read for it, but the rows of a table."""
        return self._figures.in_sentence(sentence)

    def figure_at(self, start: int) -> PageFigure | None:
        """The figure that begins at `start`."""
        return next((f for f in self.figures_in(self.sentence_at(start)) if f.quantity.start == start), None)

    @cached_property
    def traces(self) -> Traces:
        """In which sentences a figure of a given value may stand."""
        traces, starts = Traces(self.text, self.language, self.sentence_starts), self.token_starts
        traces.add_words(self.positions.keys(), lambda word: [starts[token] for token in self.positions[word]])
        traces.add_scale(self._figures.items)
        traces.widen(self._with_those_before)
        return traces

    def _with_those_before(self, sentences: set[int]) -> set[int]:
        """`sentences`, and those that are read with one of them, in which its figure may begin."""
        return sentences | {number for number in self._figures.going_on if number + 1 in sentences}

    def agreement(self, quantity: Quantity, figure: PageFigure, dated: str | None = None) -> Agreement | None:
        """How a figure of the page stands to `quantity`; None where it neither agrees nor is a rival.

        `dated` is the page's date where it may settle a year.  Kept for the last quantities asked for.
        """
        known, key = self._standing(quantity, dated).known, id(figure)
        if key in known:
            return known[key]
        comparable = _are_comparable(quantity, figure.quantity)
        found = known[key] = agree(quantity, figure.quantity, dated) if comparable else None
        return found

    def _standing(self, quantity: Quantity, dated: str | None) -> _Standing:
        """What is known of `quantity`, by its identity: to hash one costs more than to look it up."""
        found = self._standings.get((id(quantity), dated))
        if found is None:
            if len(self._standings) >= _REMEMBERED:
                self._standings.clear()
            found = self._standings[id(quantity), dated] = _Standing(quantity, {})
        return found

    def agreeing(self, quantity: Quantity, dated: str | None = None) -> list[tuple[PageFigure, Agreement]]:
        """The figures of the page that agree with `quantity` in some way, in the page's order; see `agreement`."""
        standing = self._standing(quantity, dated)
        if standing.agreeing is None:
            places = self._with_those_before(self.traces.of(quantity)).union(self.table_rows)
            figures = (figure for sentence in sorted(places) for figure in self.figures_in(sentence))
            compared = ((figure, self.agreement(quantity, figure, dated)) for figure in figures)
            standing.agreeing = [(f, a) for f, a in compared if a is not None and a.level is not MatchLevel.RIVAL]
        return standing.agreeing

    def dates_shared(self, quantity: Quantity) -> Iterator[tuple[PageFigure, Parts]]:
        """The dates of the page that may have a part in common with the date `quantity`, each with its parts."""
        places = self._with_those_before(self.traces.sharing_date(quantity)).union(self.table_rows)
        figures = (figure for sentence in sorted(places) for figure in self.figures_in(sentence))
        return ((f, parts(f.quantity)) for f in figures if is_date(f.quantity) or may_be_year(f.quantity))

    @cached_property
    def apart(self) -> Apart:
        """The places that are not the page's own statement."""
        return Apart(self.text)

    @cached_property
    def times(self) -> tuple[PageFigure, ...]:
        """The times of day on the page."""
        found = times_of_day(self.text)
        return tuple(PageFigure(q, self.token_at(q.start), self.sentence_at(q.start)) for q in found)

    @property
    def dated(self) -> str | None:
        """The page's own date (ISO 8601): the stated one, else the first full date that stands alone near its top."""
        return self.page_dates[0] if self.page_dates else None

    @cached_property
    def page_dates(self) -> tuple[str, ...]:
        """Every date that the page gives itself, the likeliest first: stated, marked as its own, alone near its top."""
        lines = [
            (self._figures.line(f.quantity), f.quantity.iso_date) for f in self._figures.datelines(self.traces.dated)
        ]
        own = [(line, date) for line, date in lines if date and _is_full_date(date) and not _CAPTURE_MARK.search(line)]
        marked = [date for line, date in own if DATELINE_MARK.search(line)]
        stated = [self.page.published] if self.page.published else []
        return tuple(dict.fromkeys([*stated, *marked, *(date for _, date in own)]))

    def dated_for(self, quantity: Quantity) -> str | None:
        """The page's own date, where it can settle anything about `quantity`."""
        return self.dated if is_date(quantity) or may_be_year(quantity) else None

    @cached_property
    def rows(self) -> Sentences:
        """The numbers of the sentences that are rows of a table: cells parted by bars or tabs, or mostly figures."""
        return Sentences(self._is_row)

    @cached_property
    def alone(self) -> Sentences:
        """The numbers of the sentences that say nothing of their neighbours: rows of tables and captions."""
        return Sentences(lambda number: self._is_caption(number) or number in self.rows)

    @property
    def table_rows(self) -> dict[int, Row]:
        """The rows whose cells are parted by bars, by sentence, with their labels and headers."""
        return self._figures.table_rows

    def _is_caption(self, number: int) -> bool:
        span = self._span(number)
        return span is not None and CAPTION.match(self.text, span.start, span.end) is not None

    def _is_row(self, number: int) -> bool:
        span = self._span(number)
        if span is None:
            return False
        if self.text.find("\t", span.start, span.end) >= 0 or self.text.find(CELLS, span.start, span.end) >= 0:
            return bool(self.figures_in(number))
        if self.text[span.end - 1] in ".!?…:":
            return False
        words = self.token_at(span.end) - self.token_at(span.start)
        most = self.traces.most(number)
        if most < 2 or words > 4 * most:
            return False
        return words <= 4 * len(self.figures_in(number)) and len(self.figures_in(number)) >= 2

    def _span(self, number: int) -> Span | None:
        return self.sentences[number] if 0 <= number < len(self.sentences) else None

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds `offset`."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def passage(self, start: int, end: int) -> Passage:
        """The page's [start, end) with some text of its own line before and after, and the place's name."""
        left, right = max(0, start - _AROUND), min(len(self.text), end + _AROUND)
        prefix, suffix = self.text[left:start], self.text[end:right]
        return Passage(start, end, prefix, self.text[start:end], suffix, self.place_at(start))

    def place_at(self, offset: int) -> str | None:
        """The name of the place inside the source that holds `offset` (``p. 7``); None where it has no places."""
        at = bisect_right(self._place_starts, offset) - 1
        return self.page.positions[at].label if at >= 0 else None

    @cached_property
    def _place_starts(self) -> list[int]:
        return [position.start for position in self.page.positions]


def _are_comparable(claimed: Quantity, found: Quantity) -> bool:
    """Whether two figures can be set against each other at all: a date against a date, or what may be a year."""
    if is_date(claimed):
        return is_date(found) or may_be_year(found)
    return may_be_year(claimed) or not is_date(found)


def _is_full_date(iso_date: str | None) -> bool:
    return iso_date is not None and len(iso_date) == _FULL_DATE and not iso_date.startswith("-")


@lru_cache(maxsize=16)
def read_page(page: Page) -> PageReading:
    """The reading of `page`; the last sixteen pages are kept, so that a further claim on one is cheap."""
    return PageReading(page)


def page_language(page: Page) -> str | None:
    """The language of `page`: the stated one, else the one its text looks like."""
    return read_page(page).language
