"""The two decisions: a figure is supported, or else contradicted; each a sum of readable terms with stored weights.

``weights.json`` is written by ``benchmarks/fit_weights.py`` from labelled pairs of claims and pages, never by hand.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.model import Term


@dataclass(frozen=True, slots=True)
class Features:
    """What is weighed, each a number from 0 to 1 but the scores, which go to 2.7.

    `ratio` is the agreeing figure's score in those of agreeing figure and rival, `margin` the difference; `share` the
    weight of the claim's keys that stand anywhere on the page; `numbers` that of its other figures near the figure;
    `peak` the coverage of the figure's sentence against the best sentence's.
    """

    has_compatible: bool
    ratio: float
    share: float
    has_rival: bool
    numbers: float
    proximity: float
    rival_score: float
    best_holds_rival: bool
    page_date: bool
    year: bool
    rival_numbers: float
    plausibility: float
    rival_local: float
    same_unit: bool
    peak: float
    rival_peak: float
    margin: float


SUPPORT = (
    "ratio", "share", "has_rival", "numbers", "proximity", "rival_score", "best_holds_rival", "peak",
    "page_date",
)  # fmt: skip
"""The features of the first decision, asked only where an agreeing figure stands on the page."""

CONTRADICTION = (
    "share", "rival_numbers", "plausibility", "rival_score", "rival_local", "same_unit", "rival_peak", "year",
)  # fmt: skip
"""The features of the second decision, asked only where a rival stands on the page.

Whether an agreeing figure stands elsewhere, and whether the claim's other figures stand anywhere on the page, are left
out on purpose: both help on pairs made by changing a figure, and mislead in real life.
"""

Weights = dict[str, dict[str, float]]


@cache
def stored_weights() -> Weights:
    """The stored weights by decision (``support``, ``contradiction``) and feature; ``bias`` is the constant."""
    text = files("factcheck.evidence").joinpath("weights.json").read_text(encoding="utf-8")
    weights: Weights = json.loads(text)["weights"]
    return weights


def weigh(features: Features) -> tuple[float, float, tuple[Term, ...]]:
    """The probability that the page supports the figure, that it contradicts it if not, and the terms of both sums."""
    weights = stored_weights()
    terms: list[Term] = []
    support = contradiction = 0.0
    if features.has_compatible:
        support = _decide("support", SUPPORT, features, weights, terms)
    if features.has_rival:
        contradiction = _decide("contradiction", CONTRADICTION, features, weights, terms)
    return support, contradiction, tuple(terms)


def _decide(name: str, chosen: tuple[str, ...], features: Features, weights: Weights, terms: list[Term]) -> float:
    stored = weights[name]
    added = [Term(f"{name}: bias", 1.0, stored["bias"])]
    added.extend(
        Term(f"{name}: {feature}", round(float(getattr(features, feature)), 4), stored.get(feature, 0.0))
        for feature in chosen
    )
    terms.extend(added)
    return 1 / (1 + math.exp(-sum(term.value * term.weight for term in added)))
