"""The figures of a page, read sentence by sentence and only where somebody asks.

Each sentence is read for itself, so that nothing depends on what was read before: all the figures of a page are those
of its sentences.  A noun of the next line is none of a figure's, and a date of the line above does not date it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from factcheck.evidence.cell_units import with_unit_of_cell
from factcheck.evidence.lists import items_with_unit, with_unit_of_list
from factcheck.evidence.tables import CELLS, Row, table_rows
from factcheck.model import Span
from factcheck.quantities import find_quantities, find_quantities_in

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from factcheck.model import Quantity

_DATELINE_LINE = 90
_DATELINE_WORDS = 4  # beside the date: a time, a place, an author
_DATELINE_REACH = 1500
_YEAR_ONLY = 4
_MONTH_ONLY = 7  # YYYY-MM
_FULL_DATE = 10  # YYYY-MM-DD
_PARTING = ("-", "–", "—", "|", "·")
_BETWEEN = 2  # line ends between two lines of a list
_LISTED = 3  # lines of months and years are an archive list
DATELINE_MARK = re.compile(
    r"\b(?:published|updated|posted|captures?|date|опубликовано|обновлено|апублікавана|опубліковано|opublikowano|"
    r"veröffentlicht|aktualisiert|stand|publié|mis à jour|paskelbta|atnaujinta)\b",
    re.IGNORECASE,
)
"""What a line says that dates its page."""

_URL_BEFORE = re.compile(r"(?:https?://|www\.)\S*$")
_URL_LOOKBACK = 200
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]")
_LONG = 3_000  # code points of a sentence that is read in pieces


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A figure of a page: its first token, its sentence, and whether it only dates the page (`dateline`)."""

    quantity: Quantity
    token: int
    sentence: int
    dateline: bool = False


class PageFigures:
    """The figures of a text by its sentences; what was read once is kept."""

    def __init__(
        self, text: str, language: str | None, sentences: Sequence[Span], token_at: Callable[[int], int]
    ) -> None:
        """Read nothing yet; `token_at` gives the token that holds an offset."""
        self._text = text
        self._language = language
        self._sentences = sentences
        self._token_at = token_at
        self._read: dict[int, tuple[Quantity, ...]] = {}
        self._written: dict[int, tuple[PageFigure, ...]] = {}
        self._known: dict[int, tuple[PageFigure, ...]] = {}

    def __iter__(self) -> Iterator[PageFigure]:
        """All the figures, in the text's order."""
        return chain.from_iterable(map(self.in_sentence, range(len(self._sentences))))

    def in_sentence(self, number: int) -> tuple[PageFigure, ...]:
        """The figures of a sentence, those of archive lists and addresses left out; in a table with the cell's unit."""
        found = self._known.get(number)
        if found is None:
            row = self.table_rows.get(number)
            found = self.written(number)
            if row is not None:
                found = tuple(
                    _in_unit(f, with_unit_of_cell(f.quantity, row, self._text, self._language)) for f in found
                )
            elif number in self.items:
                found = tuple(_in_unit(f, with_unit_of_list(f.quantity, self._text, self._language)) for f in found)
            self._known[number] = found
        return found

    @cached_property
    def items(self) -> frozenset[int]:
        """The sentences that may be items of a list whose lead-in states a unit or a scale."""
        starts = [span.start for span in self._sentences]
        spans = items_with_unit(self._text, self._sentences, self._language)
        return frozenset(
            number
            for span in spans
            for number in range(bisect_left(starts, span.start), bisect_right(starts, span.end))
        )

    @cached_property
    def table_rows(self) -> dict[int, Row]:
        """The rows whose cells are parted by bars, by sentence, with their labels and headers."""
        return table_rows(self._text, self._sentences, self.written)

    def written(self, number: int) -> tuple[PageFigure, ...]:
        """The figures of a sentence as each is written for itself."""
        found = self._written.get(number)
        if found is None:
            found = tuple(
                PageFigure(q, self._token_at(q.start), number, self._is_dateline(q))
                for q in self._quantities(number)
                if not self._is_archived(q, number)
            )
            self._written[number] = found
        return found

    def _quantities(self, number: int) -> tuple[Quantity, ...]:
        found = self._read.get(number)
        if found is not None or not 0 <= number < len(self._sentences):
            return found or ()
        first, last = number, number + 1
        while first - 1 in self.going_on:
            first -= 1
        while last - 1 in self.going_on:
            last += 1
        read = deque(self._found_in(self._sentences[first].start, self._sentences[last - 1].end))
        for one in range(first, last):
            inside = []
            while read and read[0].start < self._sentences[one].end:
                inside.append(read.popleft())
            self._read[one] = tuple(inside)
        return self._read[number]

    @cached_property
    def going_on(self) -> frozenset[int]:
        """The sentences that the next is read with: "Fig." and "3: The tower", "2." and "Osk (Norland)"."""
        text, pairs = self._text, enumerate(pairwise(self._sentences))
        return frozenset(
            number
            for number, (one, after) in pairs
            if text[one.end - 1] in ".)"
            and (text[after.start].isdigit() or _LIST_NUMBER.fullmatch(text, one.start, one.end) is not None)
            and text.find("\n", one.end, after.start) < 0
        )

    def _found_in(self, start: int, end: int) -> Iterator[Quantity]:
        found: Iterable[Quantity]
        if end - start <= _LONG:
            found = find_quantities_in(self._text, Span(start, end), self._language or "")
        else:
            read = find_quantities(self._text[start:end], self._language)
            found = (replace(q, start=q.start + start, end=q.end + start) for q in read)
        return (self._within_cell(q) for q in found if not (self._in_address(q) or self._is_enumerator(q)))

    def _is_archived(self, quantity: Quantity, number: int) -> bool:
        """Whether the figure is a line of an archive list: three neighbouring lines that are a month or year only."""
        if not _is_alone(self._text, quantity):
            return False
        around = (*islice(self._before(quantity, number), _LISTED), *islice(self._after(quantity, number), _LISTED))
        return len(around) + 1 >= _LISTED

    def _before(self, quantity: Quantity, number: int) -> Iterator[Quantity]:
        """The figures of the list above the one that is a line of it, from below."""
        while number >= 0 and self._text.count("\n", self._sentences[number].end, quantity.start) <= _BETWEEN:
            for other in reversed(self._short(number)):
                if other.start < quantity.start and _is_alone(self._text, other):
                    if self._text.count("\n", other.end, quantity.start) > _BETWEEN:
                        return
                    yield other
                    quantity = other
            number -= 1

    def _after(self, quantity: Quantity, number: int) -> Iterator[Quantity]:
        """The figures of the list below."""
        last = len(self._sentences) - 1
        while number <= last and self._text.count("\n", quantity.end, self._sentences[number].start) <= _BETWEEN:
            for other in self._short(number):
                if other.start > quantity.start and _is_alone(self._text, other):
                    if self._text.count("\n", quantity.end, other.start) > _BETWEEN:
                        return
                    yield other
                    quantity = other
            number += 1

    def _short(self, number: int) -> tuple[Quantity, ...]:
        """The figures of a sentence that is short enough for a line of an archive list."""
        span = self._sentences[number]
        return self._quantities(number) if span.end - span.start <= _DATELINE_LINE else ()

    def _is_dateline(self, quantity: Quantity) -> bool:
        if quantity.iso_date is None or quantity.start > _DATELINE_REACH:
            return False
        if self._ends_title(quantity):
            return True
        line = self.line(quantity)
        if len(line) > _DATELINE_LINE:
            return False
        mark = DATELINE_MARK.search(line)
        # "Karin Holt published the book in 1994." tells of the book
        if mark is not None and (not line[: mark.start()].strip() or not line.rstrip().endswith(".")):
            return True
        rest = line.replace(quantity.text, " ").strip()
        if len(quantity.iso_date) <= _YEAR_ONLY and rest.endswith(":"):
            return False  # "Founded: 1951" in a list of facts
        return not rest.endswith((".", "!", "?", ";")) and len(rest.split()) <= _DATELINE_WORDS

    def _ends_title(self, quantity: Quantity) -> bool:
        """Whether a full date closes the page's title: "Relations go in waves - Tern - 09.02.2023"."""
        if len(quantity.iso_date or "") != _FULL_DATE or self._text.find("\n", 0, quantity.start) >= 0:
            return False
        before = self._text[: quantity.start].rstrip(" ")
        return before.endswith(_PARTING) and self._text.find("\n", quantity.end, quantity.end + 3) >= 0

    def line(self, quantity: Quantity) -> str:
        """The line of a figure, cut where it is too long for a dateline."""
        left = self._text.rfind("\n", 0, quantity.start) + 1
        right = self._text.find("\n", quantity.end)
        return self._text[left : right if right >= 0 else len(self._text)][: _DATELINE_LINE + 1]

    def datelines(self, among: Container[int]) -> Iterator[PageFigure]:
        """The figures near the page's top that only date it, of the sentences `among` them."""
        for number, span in enumerate(self._sentences):
            if span.start > _DATELINE_REACH:
                return
            if number not in among:
                continue
            yield from (figure for figure in self.in_sentence(number) if figure.dateline)

    def _within_cell(self, quantity: Quantity) -> Quantity:
        """The figure without a noun that stands in the next cell: it counts none of that, and may be a year."""
        if quantity.of is None or not self._text.startswith(("\n", CELLS), quantity.end):
            return quantity
        alone = find_quantities(quantity.text, self._language)
        if len(alone) != 1 or alone[0].text != quantity.text:
            return replace(quantity, of=None)
        return replace(alone[0], start=quantity.start, end=quantity.end)

    def _is_enumerator(self, quantity: Quantity) -> bool:
        """A digit alone in brackets, "(3) to pay": it numbers the words after it."""
        around = self._text[max(0, quantity.start - 1) : quantity.end + 1]
        return len(around) == 3 and around[0] == "(" and around[2] == ")"

    def _in_address(self, quantity: Quantity) -> bool:
        before = self._text[max(0, quantity.start - _URL_LOOKBACK) : quantity.start]
        return ("http" in before or "www." in before) and bool(_URL_BEFORE.search(before))


def _in_unit(figure: PageFigure, quantity: Quantity) -> PageFigure:
    return figure if quantity is figure.quantity else replace(figure, quantity=quantity)


def _is_alone(text: str, quantity: Quantity) -> bool:
    """Whether a month or year fills its line."""
    if not quantity.iso_date or len(quantity.iso_date) > _MONTH_ONLY:
        return False
    left = text.rfind("\n", max(0, quantity.start - 8), quantity.start)
    right = text.find("\n", quantity.end, quantity.end + 8)
    return (left >= 0 or quantity.start < 8) and right >= 0
