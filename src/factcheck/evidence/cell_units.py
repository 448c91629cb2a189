"""Units that a table writes once, in a column's header, a row's label or its caption, for all bare numbers there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.model import Quantity, QuantityKind
from factcheck.quantities import find_quantities

if TYPE_CHECKING:
    from factcheck.evidence.tables import Row

_PLAIN = frozenset({QuantityKind.NUMBER, QuantityKind.COUNT})
# "Output, GWh", "Exports (million euros)", "Wages in percent"; a header that is nothing but a unit
_STATED = re.compile(r"(?:(?:,\s*|\()(?:(?:in|en|w|в|у|ў)\s+)?|\b(?:in|en|w|в|у|ў)\s+|^)([^,()|]{1,30})\)?$")


def with_unit_of_cell(quantity: Quantity, row: Row | None, text: str, language: str | None) -> Quantity:
    """A bare number of a table in the unit that its header states, or else its label or the line above the table."""
    if row is None or quantity.unit is not None or quantity.of is not None or quantity.kind not in _PLAIN:
        return quantity
    index = row.cell_at(quantity.start)
    if not row.cells[index].is_data:
        return quantity
    header = row.header_of(index)
    places = (header.span if header is not None else None, *row.labels(index), row.caption)
    for span in places:
        stated = _unit_in(text[span.start : span.end].strip(), language) if span is not None else None
        # "the worst in years" over a table states no unit
        if stated is not None and not (span is row.caption and stated.kind is QuantityKind.DURATION):
            return in_unit(quantity, stated)
    return quantity


@lru_cache(maxsize=1024)
def _unit_in(label: str, language: str | None) -> Quantity | None:
    """One of the unit that `label` ends in."""
    match = _STATED.search(label)
    if match is None:
        return None
    one = f"1 {match[1].strip()}"
    found = find_quantities(one, language)
    if len(found) != 1 or found[0].unit is None or found[0].start != 0 or found[0].end != len(one):
        return None
    return found[0] if found[0].low == found[0].high else None


def in_unit(quantity: Quantity, one: Quantity) -> Quantity:
    """A bare number as so many times `one`."""
    if quantity.low is None or quantity.high is None or one.low is None:
        return quantity
    return replace(
        quantity,
        low=quantity.low * one.low,
        high=quantity.high * one.low,
        step=quantity.step * one.low if quantity.step is not None else None,
        alternatives=tuple((low * one.low, high * one.low) for low, high in quantity.alternatives),
        unit=one.unit,
        kind=one.kind,
    )
