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

    `ratio` is the agreeing figure's score in those of agreeing figure and rival; `share` the weight of the claim's keys
    that stand anywhere on the page; `rival_numbers` that of its other figures near the rival; `best_holds_rival` says
    that the rival stands in the sentence that fits best; `peak` is the coverage of the agreeing figure's sentence
    against the best sentence's.
    """

    has_compatible: bool
    ratio: float
    share: float
    has_rival: bool
    rival_score: float
    best_holds_rival: bool
    peak: float
    rival_numbers: float
    plausibility: float
    year: bool


SUPPORT = ("ratio", "share", "has_rival", "best_holds_rival", "peak")
"""The features of the first decision, asked only where an agreeing figure stands on the page.

Whether only the page's date agrees, how near the claim's words stand and how many of its other figures are around were
features once: on pairs of unseen documents the decision is better without them.
"""

CONTRADICTION = ("share", "rival_numbers", "plausibility", "rival_score", "year", "best_holds_rival")
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
