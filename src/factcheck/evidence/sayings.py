"""Words by which a clause does more with a figure than state it: plans, forecasts, denials, periods, parts.

The lists stand in ``sayings.txt``, by kind and language.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.evidence.word_lists import WordLists

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTH = "May"  # no verb


@cache
def _lists() -> WordLists[tuple[str, str]]:
    lines = files("factcheck.evidence").joinpath("sayings.txt").read_text(encoding="utf-8").splitlines()
    heads = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    kinds = ((head.split(), words.split()) for head, words in heads)
    return WordLists(((kind, language), word) for (kind, language), words in kinds for word in words)


@lru_cache(maxsize=1024)
def _said_in(text: str) -> Mapping[tuple[str, str], str]:
    return _lists().find(text.replace(_MONTH, "—") if _MONTH in text else text)


def says(kind: str, text: str, language: str | None) -> str | None:
    """The first word of the list `kind` in `text`, as it stands there; any language's where `language` is None."""
    said = _said_in(text)
    if language is not None:
        return said.get((kind, language))
    return next((word for (one, _), word in said.items() if one == kind), None)


RATES = ("hourly", "daily", "weekly", "monthly", "quarterly", "yearly")


def rate(text: str, language: str | None) -> frozenset[str]:
    """How often, in all the ways that `text` says it."""
    return frozenset(kind for kind in RATES if says(kind, text, language))
