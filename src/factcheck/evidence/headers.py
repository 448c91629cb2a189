"""The header over a cell: 640 under "Lorries" are no 640 cars, although another header of the row has "Cars"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.joints import stands_in
from factcheck.evidence.passages import ask

if TYPE_CHECKING:
    from factcheck.evidence.page_figures import PageFigure
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Quantity


def under_another_column(claim: Claim, quantity: Quantity, found: PageFigure, reading: PageReading) -> str | None:
    """The header over `found`, where what the claim says stands in other headers of its row and not in this one."""
    row = reading.table_rows.get(found.sentence)
    if row is None or row.header is None:
        return None
    index = row.cell_at(found.quantity.start)
    header = row.header_of(index)
    if header is None:
        return None
    own = reading.tokens_in(header.span)
    if not any(reading.tokens[token].isalpha() for token in own):  # a year says nothing against the claim's words
        return None
    others = [
        reading.tokens_in(cell.span) for n, cell in enumerate(row.header) if cell and n >= row.first and n != index
    ]
    labels = [reading.tokens_in(span) for span in row.labels(index)]
    words = [f for f in ask(claim, reading).found if f.key.kind in {KeyKind.NAME, KeyKind.WORD}]
    words = [f for f in words if f.key.quantity is not quantity and not any(stands_in(f, label) for label in labels)]
    if any(stands_in(f, own) for f in words) or not any(stands_in(f, other) for f in words for other in others):
        return None
    return reading.text[header.span.start : header.span.end].strip()
