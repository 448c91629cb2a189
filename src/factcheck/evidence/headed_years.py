"""The year of a claim that stands over a table's column, over it or over a section: "in 2018 Karsk had 77 schools".

A header says nothing of Karsk, and the row says nothing of 2018; the cell where they meet says both.  So does a passage
without a date under a heading with one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.evidence.dates import parts
from factcheck.evidence.sections import heading_over
from factcheck.model import FigureEvidence, Match, MatchLevel, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.evidence.page_figures import PageFigure
    from factcheck.evidence.reading import PageReading
    from factcheck.evidence.tables import Row
    from factcheck.model import Quantity, Span

_SURE = 0.65  # the least support of the cell for the year over it
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


def with_headed_year(found: Sequence[FigureEvidence], reading: PageReading) -> tuple[FigureEvidence, ...]:
    """`found` with the claim's year borne out by the header over a cell that bears out another of its figures.

    Only where the claim has one date, which then is that of all its figures.
    """
    dated = [evidence for evidence in found if evidence.quantity.kind in _DATED]
    if len(dated) != 1 or dated[0].quantity.kind is not QuantityKind.YEAR:
        return tuple(found)
    year = dated[0]
    if year.compatible is not None and year.support >= _SURE:
        return tuple(found)
    for cell in found:
        headed = _over(year.quantity, cell, reading) if cell is not year else None
        if headed is not None:
            return tuple(headed if evidence is year else evidence for evidence in found)
    return tuple(found)


def _over(year: Quantity, cell: FigureEvidence, reading: PageReading) -> FigureEvidence | None:
    match = cell.compatible
    if match is None or match.level is MatchLevel.DERIVED or cell.support < _SURE:
        return None
    start = match.passage.start
    row = reading.table_rows.get(reading.sentence_at(start))
    over = _in_heading(year, start, reading) if row is None else _in_header(year, start, row, reading)
    if over is None:
        return None
    date = over.quantity
    passage = reading.passage(date.start, date.end)
    found = Match(MatchLevel.EXACT, passage, date.low, date.high, date.unit, match.score, iso_date=date.iso_date)
    return replace(cell, quantity=year, compatible=found, rival=None, contradiction=0.0, direction_conflict=False)


def _same(year: Quantity, figure: PageFigure) -> bool:
    return figure.quantity.kind is QuantityKind.YEAR and parts(year)[0] == parts(figure.quantity)[0] is not None


def _in_header(year: Quantity, start: int, row: Row, reading: PageReading) -> PageFigure | None:
    header = row.header_of(row.cell_at(start))
    if header is not None and header.years:
        return _year_in(header.span, year, reading)
    return _year_in(row.caption, year, reading) if row.caption and not row.years else None


def _in_heading(year: Quantity, start: int, reading: PageReading) -> PageFigure | None:
    """The year in the heading over a sentence that has no date of its own."""
    sentence = reading.sentence_at(start)
    if sentence in reading.rows or any(f.quantity.kind in _DATED for f in reading.figures_in(sentence)):
        return None
    heading = heading_over(reading, start)
    return _year_in(heading, year, reading) if heading is not None else None


def _year_in(span: Span, year: Quantity, reading: PageReading) -> PageFigure | None:
    first, last = reading.sentence_at(span.start), reading.sentence_at(max(span.start, span.end - 1))
    figures = (f for number in range(first, last + 1) for f in reading.figures_in(number))
    return next((f for f in figures if span.start <= f.quantity.start < span.end and _same(year, f)), None)
