"""Facts that the run's briefs state twice, as format 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import FactPair, FactSide

    Json = dict[str, Any]


def consistency_data(pairs: Iterable[FactPair]) -> list[Json]:
    """The pairs as format 1."""
    return [
        {
            "relation": pair.relation.value,
            "kind": pair.left.quantity.kind.value,
            "explanation": pair.explanation,
            "left": _side(pair.left),
            "right": _side(pair.right),
        }
        for pair in pairs
    ]


def _side(side: FactSide) -> Json:
    figure = side.quantity
    return {
        "brief": side.path,
        "claim": side.claim.id,
        "text": side.claim.text,
        "figure": figure.text,
        "start": figure.start,
        "end": figure.end,
    }
