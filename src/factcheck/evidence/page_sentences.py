"""The sentences of a page, and sets of them: those of which something holds, and those around something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.evidence.tables import CELLS
from factcheck.model import Span
from factcheck.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable


class Around(NamedTuple):
    """The sentences that hold something, those next to them, and those two or three away; no sentence is in two."""

    inside: frozenset[int]
    beside: frozenset[int]
    further: frozenset[int]


class Sentences:
    """Numbers of sentences of which something holds, found out when first asked of each."""

    def __init__(self, holds: Callable[[int], bool]) -> None:
        """Nothing is known yet; `holds` says of a number, perhaps no sentence's, whether it does."""
        self._holds = holds
        self._known: dict[int, bool] = {}

    def __contains__(self, number: int) -> bool:
        """Whether it holds of the sentence `number`."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._holds(number)
        return known


def page_sentences(text: str) -> list[Span]:
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
