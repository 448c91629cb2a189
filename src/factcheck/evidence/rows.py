"""Tables: a figure belongs to the row it stands in; a claim written as label and number, to the row so labelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Context
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Quantity

_WORD = re.compile(r"[^\W_]+")
_LABEL_END = re.compile(r":\s*$")
_NEARLY = 0.75


def eligible_figures(claim: str, quantity: Quantity, reading: PageReading) -> frozenset[int] | None:
    """The tokens of the figures whose row has the claim's own label, where it is written "LABEL: NUMBER", else None."""
    before = claim[: quantity.start]
    if not _LABEL_END.search(before) or claim[quantity.end :].strip(" .%"):
        return None
    label = _joined(before)
    first: dict[int, int] = {}
    for figure in reading.figures:
        first.setdefault(figure.sentence, figure.quantity.start)
    return frozenset(f.token for f in reading.figures if _is_labelled(label, reading, f, first[f.sentence])) or None


def _is_labelled(label: str, reading: PageReading, figure: PageFigure, figures_start: int) -> bool:
    """Whether the words before the row's figures, or the label next before this one, are `label`."""
    row = reading.sentences[figure.sentence]
    cells = reading.table_rows.get(figure.sentence)
    own = cells.own_label(cells.cell_at(figure.quantity.start)) if cells is not None else None
    if own is not None:
        return _joined(reading.text[own.start : own.end]) == label
    words = _joined(reading.text[row.start : max(figures_start, row.start)])
    return bool(words) and (words == label or _begins(reading.text[row.start : row.end], label))


def _begins(row: str, label: str) -> bool:
    """Whether the first words of `row` are `label`; blanks are lost and won when a PDF is read."""
    so_far = ""
    for word in _WORD.finditer(row.casefold()):
        so_far += word.group()
        if len(so_far) >= len(label):
            return so_far == label
    return False


def _joined(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def in_place(figure: PageFigure, context: Context, labelled: frozenset[int] | None) -> bool:
    """Whether `figure` may speak for the claim: in a table, where its row fits about as well as any other does.

    A row under a line that is none may have its label broken over both, and is let through.
    """
    if labelled is not None:
        return figure.token in labelled
    rows, table = context.reading.rows, context.reading.table_rows
    above = figure.sentence - 1
    if figure.sentence not in rows or not (above in rows or above in table):
        return True
    covered = context.row_coverage(figure.sentence)
    if covered <= context.exact_row_coverage and context.row_excess(figure.sentence):
        return False  # another row is labelled with the claim's words and no more
    return covered >= _NEARLY * context.best_row_coverage
