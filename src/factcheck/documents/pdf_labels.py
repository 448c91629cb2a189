"""Labels of notes that stand alone on a printed line: the URL after them was too long to begin beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.documents.pdf_raised import raise_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.documents.pdf import PdfLine, PdfPage

_LABEL = re.compile(r"\d{1,3}")
_BEGINS = re.compile(r"https?://|www\.|doi|[^\W\d_]|[\"“„«(\[]", re.IGNORECASE)
_SMALLER = 0.9  # of the line after it: a label is set raised, so smaller
_FARTHEST = 2.0  # line heights
_ASIDE = 3.0  # line heights to the right of the note's first word, at the most


def with_lone_labels(page: PdfPage) -> PdfPage:
    """`page` with each raised label that stands alone set before the line below it, as notes begin."""
    return replace(page, lines=tuple(_joined(page.lines)))


def _joined(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    label: PdfLine | None = None
    for at, line in enumerate(lines):
        if label is not None:
            yield replace(line, text=f"{raise_text(label.text)} {line.text}")
            label = None
        elif at + 1 < len(lines) and _is_lone_label(line, lines[at + 1]):
            label = line
        else:
            yield line


def _is_lone_label(line: PdfLine, below: PdfLine) -> bool:
    if _LABEL.fullmatch(line.text) is None or _BEGINS.match(below.text) is None:
        return False
    if line.height > _SMALLER * below.height:
        return False
    distance = line.bottom - below.bottom
    beside = abs(line.left - below.left) <= _ASIDE * below.height
    return beside and 0 < distance <= _FARTHEST * below.height
