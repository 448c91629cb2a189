"""Figures and dates that a sentence gives in pairs: "3.5 percent in 2021 and 7.5 percent in 2020" says when each was.

Only sentences with as many figures of one unit as dates are read so, two of each or more: the first figure then goes
with the first date, whether they alternate or stand in two lists ("48 and 62 percent in 2015 and 2019, respectively").
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.evidence.dates import parts
from factcheck.model import QuantityKind
from factcheck.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Passage, Quantity

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR})
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def crossed(claim: Claim, quantity: Quantity, passage: Passage, language: str | None) -> bool:
    """Whether the claim gives `quantity` for one date and the sentence of `passage` gives it for another."""
    asked = _partner(quantity, [cited.quantity for cited in claim.figures])
    if asked is None:
        return False
    before = _SENTENCE_END.split(passage.prefix)[-1]
    sentence = before + passage.exact + _SENTENCE_END.split(passage.suffix)[0]
    found = find_quantities(sentence, language)
    own = next((q for q in found if q.start <= len(before) < q.end and q.kind not in _DATED), None)
    given = _partner(own, found, least=2) if own is not None else None
    dates = [q for q in found if q.kind in _DATED]
    return given is not None and _differ(asked, given) and any(not _differ(asked, date) for date in dates)


def _partner(figure: Quantity, quantities: Sequence[Quantity], least: int = 1) -> Quantity | None:
    """The date that goes with `figure` among the figures and dates of one sentence; None where that is not plain."""
    alike = [q for q in quantities if q.unit == figure.unit and q.kind is figure.kind]
    dates = [q for q in quantities if q.kind in _DATED]
    if len(alike) != len(dates) or len(dates) < least:
        return None
    order = [q in dates for q in sorted((*alike, *dates), key=lambda q: q.start)]
    half = len(dates)
    listed = order in ([False] * half + [True] * half, [True] * half + [False] * half)
    alternating = all(one is not other for one, other in pairwise(order))
    place = next((index for index, q in enumerate(alike) if q.start == figure.start), None)
    return dates[place] if place is not None and (listed or alternating) else None


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether both dates write a part in common that differs."""
    return any(a is not None and b is not None and a != b for a, b in zip(parts(one), parts(other), strict=True))
