"""A page read once for any number of claims: its words, sentences and figures, with what sets some of them apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcheck.evidence.agreement import agree
from factcheck.evidence.apart import Apart
from factcheck.evidence.cell_units import with_unit_of_cell
from factcheck.evidence.clock import times_of_day
from factcheck.evidence.dates import Parts, is_date, may_be_year, parts
from factcheck.evidence.tables import CELLS, Row, table_rows
from factcheck.model import Passage, Span
from factcheck.quantities import find_quantities
from factcheck.text import likely_language, sentence_spans
from factcheck.words.folding import SHORTEST_SKELETON, fold, skeleton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.evidence.passages import Asked
    from factcheck.evidence.records import Agreement
    from factcheck.model import Claim, Page, Quantity

# A word, or an acronym with its full stops.  Its first letter decides, which is twice as fast as two alternatives.
_WORD = re.compile(r"\w(?:\.\w\.(?:\w\.)*|\w*(?:['’ʼ]\w+)*)")
_WORD_FR = re.compile(r"\w(?:\.\w\.(?:\w\.)*|\w*)")  # l'état is two words
_AROUND = 120
_REMEMBERED = 64  # quantities: those of a few claims on a page
_DATELINE_LINE = 90
_DATELINE_WORDS = 4  # beside the date: a time, a place, an author
_DATELINE_REACH = 1500
_YEAR_ONLY = 4
_FULL_DATE = 10  # YYYY-MM-DD
_CAPTURE_MARK = re.compile(r"\bcaptures?\b|web\.archive\.org", re.IGNORECASE)
_DATELINE_MARK = re.compile(
    r"\b(?:published|updated|posted|captures?|date|опубликовано|обновлено|апублікавана|опубліковано|opublikowano|"
    r"veröffentlicht|aktualisiert|stand|publié|mis à jour|paskelbta|atnaujinta)\b",
    re.IGNORECASE,
)
# "Figure 2: …", "Abb. 3 …" in the languages of the figures
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|photo|image|chart|map|table|рис(?:унок|\.)|фото|табл(?:ица|\.)|мал(?:юнак|юнок|\.)|табліца|таблиця|"
    r"rys(?:unek|\.)|wykres|tab(?:ela|\.)|zdj(?:ęcie|\.)|fot\.|abb(?:ildung|\.)|foto|tabelle|bild|tableau|pav(?:eikslas|\.))"
    r"(?:\s*\d{1,3}\b\s*[.:–—-]?|\s*:)",
    re.IGNORECASE,
)
"""How the line of a caption begins."""

_URL_BEFORE = re.compile(r"(?:https?://|www\.)\S*$")
_URL_LOOKBACK = 200


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A figure of a page: its first token, its sentence, and whether it only dates the page (`dateline`)."""

    quantity: Quantity
    token: int
    sentence: int
    dateline: bool = False


class PageReading:
    """What `read_page` found; everything that needs more than one pass is worked out when first asked for."""

    def __init__(self, page: Page) -> None:
        """Cut `page` into words and sentences."""
        self.page = page
        self.text = page.text
        self.language = page.language or likely_language(page.text)
        pattern = _WORD_FR if self.language == "fr" else _WORD
        self.token_starts: list[int] = [match.start() for match in pattern.finditer(self.text)]
        self.tokens: list[str] = pattern.findall(self.text)
        lower = " ".join(self.tokens).lower().split(" ") if self.tokens else []  # no word has a blank in it
        positions: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(lower):
            positions[word].append(index)
        self.positions: dict[str, list[int]] = dict(positions)
        self.asked: tuple[Claim, Asked] | None = None  # what was looked for last, for those who ask again
        self._agreements: dict[tuple[Quantity, str | None], dict[int, Agreement]] = {}
        self.sentences: list[Span] = _sentences(self.text)
        self.sentence_starts: list[int] = [span.start for span in self.sentences]

    @cached_property
    def vocabulary(self) -> list[str]:
        """The page's words in lower case, sorted."""
        return sorted(self.positions)

    @cached_property
    def folded(self) -> list[tuple[str, str]]:
        """The page's words folded to Latin, sorted, each with the word it was folded from."""
        pairs = ((fold(word), word) for word in self.positions)
        return sorted(pair for pair in pairs if pair[0])

    @cached_property
    def skeletons(self) -> dict[str, list[tuple[str, str]]]:
        """The page's capitalised words as (consonants, word), by their first two consonants."""
        found: dict[str, list[tuple[str, str]]] = {}
        for token in {token for token in self.tokens if token[0].isupper()}:
            bones = skeleton(fold(token))
            if len(bones) >= SHORTEST_SKELETON:
                found.setdefault(bones[:2], []).append((bones, token.lower()))
        return found

    @cached_property
    def token_sentences(self) -> list[int]:
        """For each token the number of its sentence."""
        numbers: list[int] = []
        for number, start in enumerate([*self.sentence_starts[1:], len(self.text) + 1]):
            numbers += [number] * (bisect_left(self.token_starts, start) - len(numbers))
        return numbers

    @cached_property
    def figures(self) -> tuple[PageFigure, ...]:
        """The page's figures, those of archive lists and addresses left out; in a table with the unit of its header."""
        rows = self.table_rows
        if not rows:
            return self._written
        return tuple(
            replace(f, quantity=with_unit_of_cell(f.quantity, rows.get(f.sentence), self.text, self.language))
            for f in self._written
        )

    @cached_property
    def dates(self) -> tuple[tuple[PageFigure, Parts], ...]:
        """The figures that a date may be set against, each with its year, month and day."""
        return tuple((f, parts(f.quantity)) for f in self.figures if is_date(f.quantity) or may_be_year(f.quantity))

    @cached_property
    def numbers(self) -> tuple[PageFigure, ...]:
        """The figures that are no dates."""
        return tuple(f for f in self.figures if not is_date(f.quantity))

    def comparable(self, quantity: Quantity) -> Sequence[PageFigure]:
        """The figures that `quantity` can be set against at all."""
        if is_date(quantity):
            return [figure for figure, _ in self.dates]
        return self.figures if may_be_year(quantity) else self.numbers

    def agreements(self, quantity: Quantity, dated: str | None = None) -> Mapping[int, Agreement]:
        """How the page's figures stand to `quantity`, by their `id`; those that neither agree nor are rivals left out.

        `dated` is the page's date where it may settle a year.  Kept for the last quantities asked for.
        """
        found = self._agreements.get((quantity, dated))
        if found is None:
            compared = ((id(f), agree(quantity, f.quantity, dated)) for f in self.comparable(quantity))
            found = {figure: agreement for figure, agreement in compared if agreement is not None}
            if len(self._agreements) >= _REMEMBERED:
                self._agreements.clear()
            self._agreements[quantity, dated] = found
        return found

    @cached_property
    def _written(self) -> tuple[PageFigure, ...]:
        """The figures as each is written for itself."""
        quantities = [
            q for q in find_quantities(self.text, self.language) if not (self._in_address(q) or self._is_enumerator(q))
        ]
        quantities = [self._within_cell(quantity) for quantity in quantities]
        archived = _archive_lists(self.text, quantities)
        return tuple(
            PageFigure(q, self.token_at(q.start), self.sentence_at(q.start), self._is_dateline(q))
            for index, q in enumerate(quantities)
            if index not in archived
        )

    @cached_property
    def apart(self) -> Apart:
        """The places that are not the page's own statement."""
        return Apart(self.text)

    @cached_property
    def times(self) -> tuple[PageFigure, ...]:
        """The times of day on the page."""
        found = times_of_day(self.text)
        return tuple(PageFigure(q, self.token_at(q.start), self.sentence_at(q.start)) for q in found)

    @cached_property
    def dated(self) -> str | None:
        """The page's own date (ISO 8601): the stated one, else the first full date that stands alone near its top."""
        if self.page.published:
            return self.page.published
        datelines = [f.quantity for f in self.figures if f.dateline and _is_full_date(f.quantity.iso_date)]
        lines = [self._line(quantity) for quantity in datelines]
        for wanted in (_DATELINE_MARK, None):
            for quantity, line in zip(datelines, lines, strict=True):
                if not _CAPTURE_MARK.search(line) and (wanted is None or wanted.search(line)):
                    return quantity.iso_date
        return None

    @cached_property
    def rows(self) -> frozenset[int]:
        """The numbers of the sentences that are rows of a table: cells parted by bars or tabs, or mostly figures."""
        figures = Counter(f.sentence for f in self.figures)
        return frozenset(s for s, span in enumerate(self.sentences) if self._is_row(span, figures[s]))

    @cached_property
    def alone(self) -> frozenset[int]:
        """The numbers of the sentences that say nothing of their neighbours: rows of tables and captions."""
        captions = (s for s, span in enumerate(self.sentences) if CAPTION.match(self.text, span.start, span.end))
        return self.rows.union(captions)

    @cached_property
    def table_rows(self) -> dict[int, Row]:
        """The rows whose cells are parted by bars, by sentence, with their labels and headers."""
        return table_rows(self.text, self.sentences, self._written)

    def _is_row(self, span: Span, figures: int) -> bool:
        if not figures:
            return False
        text = self.text[span.start : span.end]
        if "\t" in text or CELLS in text:
            return True
        words = self.token_at(span.end) - self.token_at(span.start)
        return figures >= 2 and words <= 4 * figures and text[-1] not in ".!?…:"

    def token_at(self, offset: int) -> int:
        """The token that begins at or holds `offset`."""
        return max(0, bisect_right(self.token_starts, offset) - 1)

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin in `span`."""
        return range(bisect_left(self.token_starts, span.start), bisect_left(self.token_starts, span.end))

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds `offset`."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def with_prefix(self, prefix: str) -> Sequence[str]:
        """The page's words (lower case) that begin with `prefix`."""
        left = bisect_left(self.vocabulary, prefix)
        return self.vocabulary[left : bisect_left(self.vocabulary, prefix + "\U0010ffff", left)]

    def folded_with_prefix(self, prefix: str) -> Sequence[tuple[str, str]]:
        """The page's folded words that begin with `prefix`, each with its word."""
        left = bisect_left(self.folded, (prefix,))
        return self.folded[left : bisect_left(self.folded, (prefix + "\U0010ffff",), left)]

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

    def _is_dateline(self, quantity: Quantity) -> bool:
        if quantity.iso_date is None or quantity.start > _DATELINE_REACH:
            return False
        line = self._line(quantity)
        if len(line) > _DATELINE_LINE:
            return False
        mark = _DATELINE_MARK.search(line)
        # "Karin Holt published the book in 1994." tells of the book
        if mark is not None and (not line[: mark.start()].strip() or not line.rstrip().endswith(".")):
            return True
        rest = line.replace(quantity.text, " ").strip()
        if len(quantity.iso_date) <= _YEAR_ONLY and rest.endswith(":"):
            return False  # "Founded: 1951" in a list of facts
        return not rest.endswith((".", "!", "?", ";")) and len(rest.split()) <= _DATELINE_WORDS

    def _line(self, quantity: Quantity) -> str:
        left = self.text.rfind("\n", 0, quantity.start) + 1
        right = self.text.find("\n", quantity.end)
        return self.text[left : right if right >= 0 else len(self.text)][: _DATELINE_LINE + 1]

    def _within_cell(self, quantity: Quantity) -> Quantity:
        """The figure without a noun that stands in the next cell or line: it counts none of that, and may be a year."""
        if quantity.of is None or not self.text.startswith(("\n", CELLS), quantity.end):
            return quantity
        alone = find_quantities(quantity.text, self.language)
        if len(alone) != 1 or alone[0].text != quantity.text:
            return replace(quantity, of=None)
        return replace(alone[0], start=quantity.start, end=quantity.end)

    def _is_enumerator(self, quantity: Quantity) -> bool:
        """A digit alone in brackets, "(3) to pay": it numbers the words after it."""
        around = self.text[max(0, quantity.start - 1) : quantity.end + 1]
        return len(around) == 3 and around[0] == "(" and around[2] == ")"

    def _in_address(self, quantity: Quantity) -> bool:
        before = self.text[max(0, quantity.start - _URL_LOOKBACK) : quantity.start]
        return ("http" in before or "www." in before) and bool(_URL_BEFORE.search(before))


def _is_full_date(iso_date: str | None) -> bool:
    return iso_date is not None and len(iso_date) == _FULL_DATE and not iso_date.startswith("-")


def _sentences(text: str) -> list[Span]:
    """The page's sentences; a row of a table is one, whatever full stops lead from its label to its figures."""
    spans = sentence_spans(text)
    if CELLS not in text:
        return spans
    merged: list[Span] = []
    line_end = -1
    for span in spans:
        if span.start < line_end:
            merged[-1] = Span(merged[-1].start, span.end)
            continue
        merged.append(span)
        end = text.find("\n", span.start)
        end = len(text) if end < 0 else end
        line_end = end if text.find(CELLS, span.start, end) >= 0 else -1
    return merged


def _archive_lists(text: str, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Which figures are lines of an archive list: three or more neighbouring lines that are a month or year only."""
    alone = [
        index for index, q in enumerate(quantities) if q.iso_date and len(q.iso_date) <= 7 and _fills_line(text, q)
    ]
    listed: set[int] = set()
    run: list[int] = []
    for index in alone:
        if run and text.count("\n", quantities[run[-1]].end, quantities[index].start) > 2:
            run = []
        run.append(index)
        if len(run) >= 3:
            listed.update(run)
    return frozenset(listed)


def _fills_line(text: str, quantity: Quantity) -> bool:
    left = text.rfind("\n", max(0, quantity.start - 8), quantity.start)
    right = text.find("\n", quantity.end, quantity.end + 8)
    return (left >= 0 or quantity.start < 8) and right >= 0


@lru_cache(maxsize=16)
def read_page(page: Page) -> PageReading:
    """The reading of `page`; the last sixteen pages are kept, so that a further claim on one is cheap."""
    return PageReading(page)


def page_language(page: Page) -> str | None:
    """The language of `page`: the stated one, else the one its text looks like."""
    return read_page(page).language
