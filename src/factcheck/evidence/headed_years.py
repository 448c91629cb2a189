"""The year of a claim that stands over a table's column, or over the table: "in 2018 Karsk had 77 schools".

A header says nothing of Karsk, and the row says nothing of 2018; the cell where they meet says both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.evidence.dates import parts
from factcheck.model import FigureEvidence, Match, MatchLevel, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Quantity

_SURE = 0.65  # the least support of the cell for the year over it
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


def with_headed_year(found: Sequence[FigureEvidence], reading: PageReading) -> tuple[FigureEvidence, ...]:
    """`found` with the claim's year borne out by the header over a cell that bears out another of its figures.

    Only where the claim has one date, which then is that of all its figures.
    """
    dated = [evidence for evidence in found if evidence.quantity.kind in _DATED]
    if len(dated) != 1 or dated[0].quantity.kind is not QuantityKind.YEAR or not reading.table_rows:
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
    row = reading.table_rows.get(reading.sentence_at(match.passage.start))
    if row is None:
        return None
    header = row.header_of(row.cell_at(match.passage.start))
    spans = (
        [header.span] if header is not None and header.years else [row.caption] if row.caption and not row.years else []
    )
    over = next(
        (f for f in reading.figures for s in spans if s.start <= f.quantity.start < s.end and _same(year, f)), None
    )
    if over is None:
        return None
    date = over.quantity
    passage = reading.passage(date.start, date.end)
    found = Match(MatchLevel.EXACT, passage, date.low, date.high, date.unit, match.score, iso_date=date.iso_date)
    return replace(cell, quantity=year, compatible=found, rival=None, contradiction=0.0, direction_conflict=False)


def _same(year: Quantity, figure: PageFigure) -> bool:
    return figure.quantity.kind is QuantityKind.YEAR and parts(year)[0] == parts(figure.quantity)[0] is not None
