"""Where on a page to look for a figure that speaks against a claim's: in the passages that can hold the best one.

A page has many figures of the claim's kind with another value, and only the one in the passage that fits best is
weighed.  Passages are read for their figures from the best-fitting on, until no other can hold a better one.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.evidence.agreement import plausible
from factcheck.model import MatchLevel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.evidence.alignment import Context
    from factcheck.evidence.reading import PageFigure
    from factcheck.evidence.records import Agreement
    from factcheck.model import Quantity

Compared = tuple["PageFigure", "Agreement"]


def likely_rivals(
    quantity: Quantity, context: Context, most: int, least: float, explained: Callable[[PageFigure], bool]
) -> list[Compared]:
    """The page's rivals of `quantity`, in its order, but for those that cannot be the best.

    The best is that of the highest score, discounted by its size, among the `most` whose sentences cover most of the
    context; one that only dates the page, or whose score is less than `least`, is none.  Rivals that are `explained`
    are left out.  All the rivals in tables are given.
    """
    rows = context.reading.table_rows
    found = [rival for sentence in rows for rival in _in_sentence(quantity, context, sentence, explained)]
    best, count = least, 0
    for sentence, bound in _in_turn(quantity, context):
        if bound <= best or count >= most:
            break
        for figure, agreement in _in_sentence(quantity, context, sentence, explained):
            found.append((figure, agreement))
            count += 1
            if not figure.dateline:
                score = context.align(figure.token, figure.sentence).score
                best = max(best, score * plausible(quantity, figure.quantity))
    return sorted(found, key=lambda rival: rival[0].quantity.start)


def _in_sentence(
    quantity: Quantity, context: Context, sentence: int, explained: Callable[[PageFigure], bool]
) -> Iterator[Compared]:
    reading = context.reading
    figures = reading.figures_in(sentence)
    dated = reading.dated_for(quantity) if figures else None
    for figure in figures:
        agreement = reading.agreement(quantity, figure, dated)
        if agreement is not None and agreement.level is MatchLevel.RIVAL and not explained(figure):
            yield figure, agreement


def _in_turn(quantity: Quantity, context: Context) -> list[tuple[int, float]]:
    """The sentences outside tables that may hold rivals, those that cover most of the context first.

    Each has a score that no figure in it, nor in any after it, can surpass.
    """
    rows, rivalling = context.reading.table_rows, context.reading.traces.rivalling(quantity)
    inside = [s for s in context.coverage if s in rivalling and s not in rows]
    inside.sort(key=lambda sentence: (-context.coverage[sentence], sentence))
    bounds = list(accumulate(map(context.bound, reversed(inside)), max))
    return list(zip(inside, reversed(bounds), strict=True))
