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


def eligible_rows(claim: str, quantity: Quantity, reading: PageReading) -> frozenset[int] | None:
    """The rows that carry the claim's own label, where it is written "LABEL: NUMBER"; None where it is not."""
    before = claim[: quantity.start]
    if not _LABEL_END.search(before) or claim[quantity.end :].strip(" .%"):
        return None
    label = _words(before)
    first: dict[int, int] = {}
    for figure in reading.figures:
        first.setdefault(figure.sentence, figure.quantity.start)
    found = {s for s, start in first.items() if _is_labelled(label, reading, s, start)}
    return frozenset(found) or None


def _is_labelled(label: list[str], reading: PageReading, sentence: int, figure_start: int) -> bool:
    row = reading.sentences[sentence]
    words = _words(reading.text[row.start : max(figure_start, row.start)])
    return bool(words) and (words == label or _words(reading.text[row.start : row.end])[: len(label)] == label)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def in_place(figure: PageFigure, context: Context, labelled: frozenset[int] | None) -> bool:
    """Whether `figure` may speak for the claim: in a table, where its row fits about as well as any other does.

    A row under a line that is none may have its label broken over both, and is let through.
    """
    if labelled is not None:
        return figure.sentence in labelled
    if figure.sentence not in context.reading.rows or figure.sentence - 1 not in context.reading.rows:
        return True
    return context.row_coverage(figure.sentence) >= _NEARLY * context.best_row_coverage
