"""Columns: of the values of a row, the one that stands under the year or the words that the claim speaks of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.evidence.dates import parts
from factcheck.model import QuantityKind
from factcheck.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.evidence.alignment import Context
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.evidence.records import Agreement
    from factcheck.model import Claim, Quantity

Sorted = list[tuple["PageFigure", "Agreement"]]
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


def of_the_year(
    quantity: Quantity, claim: Claim, agreeing: Sorted, rivals: Sorted, reading: PageReading
) -> tuple[Sorted, Sorted]:
    """The agreeing figures and the rivals without those of another year's column.

    Where neither the claim nor the sentence before it names a column's year, nobody can say which column is meant: a
    value of the latest year has no rivals in its row, and of rivals only the closest of a row in value is kept.
    """
    if quantity.kind in _DATED or not reading.table_rows:
        return agreeing, rivals
    years = _years_of(c.quantity for c in claim.figures if c.quantity is not quantity) or _years_before(claim)
    agreeing = [(f, a) for f, a in agreeing if _is_asked(f, years, reading)]
    rivals = [(f, a) for f, a in rivals if _is_asked(f, years, reading)]
    return agreeing, _settled(quantity, agreeing, rivals, reading)


def of_the_named_column(context: Context, agreeing: Sorted, rivals: Sorted) -> tuple[Sorted, Sorted]:
    """Both without the figures of columns that the claim does not name, in rows of which it names another's header."""
    if not context.reading.table_rows:
        return agreeing, rivals
    asked = {f.sentence for f, _ in (*agreeing, *rivals)} & context.reading.table_rows.keys()
    figures = [figure for sentence in asked for figure in context.reading.figures_in(sentence)]
    named = {f.token for f in figures if context.header_weight(f)}
    rows = {(f.sentence, f.quantity.unit) for f in figures if f.token in named}

    def stays(figure: PageFigure) -> bool:
        return figure.token in named or (figure.sentence, figure.quantity.unit) not in rows

    return [(f, a) for f, a in agreeing if stays(f)], [(f, a) for f, a in rivals if stays(f)]


def _years_of(quantities: Iterable[Quantity]) -> frozenset[int]:
    found: set[int] = set()
    for quantity in quantities:
        if quantity.kind in _DATED:
            ends = (parts(quantity)[0], quantity.low, quantity.high)
            found.update(int(end) for end in ends if end is not None)
    return frozenset(found)


def _years_before(claim: Claim) -> frozenset[int]:
    """The years of the sentence before, else of the heading."""
    for text in (claim.context, claim.section):
        years = _years_of(find_quantities(text, claim.language)) if text else frozenset()
        if years:
            return years
    return frozenset()


def _column(figure: PageFigure, reading: PageReading) -> tuple[frozenset[int], frozenset[int]]:
    """The years over the figure, and those over all the columns of its row."""
    row = reading.table_rows.get(figure.sentence)
    if row is None or row.header is None:
        return frozenset(), frozenset()
    return row.years_of(row.cell_at(figure.quantity.start)), row.years


def _is_asked(figure: PageFigure, years: frozenset[int], reading: PageReading) -> bool:
    own, whole = _column(figure, reading)
    return not own or not (years & whole) or bool(years & own)


def _settled(quantity: Quantity, agreeing: Sorted, rivals: Sorted, reading: PageReading) -> Sorted:
    latest = {f.sentence for f, _ in agreeing if _is_latest(*_column(f, reading))}
    kept: dict[int, tuple[PageFigure, Agreement]] = {}
    out: Sorted = []
    for figure, agreement in rivals:
        if not _column(figure, reading)[0]:
            out.append((figure, agreement))
        elif figure.sentence not in latest:
            best = kept.get(figure.sentence)
            if best is None or _apart(quantity, figure) <= _apart(quantity, best[0]):
                kept[figure.sentence] = (figure, agreement)
    return [*out, *kept.values()]


def _is_latest(own: frozenset[int], whole: frozenset[int]) -> bool:
    return bool(own) and max(own) == max(whole)


def _apart(quantity: Quantity, figure: PageFigure) -> Decimal:
    if quantity.low is None or figure.quantity.low is None:
        return Decimal("Infinity")
    return abs(quantity.low - figure.quantity.low)
