"""Words by which a clause does more with a figure than state it: plans, forecasts, denials, periods, parts.

The lists stand in ``sayings.txt``, by kind and language.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_NEVER = re.compile(r"(?!)")


@cache
def _lists() -> dict[tuple[str, str], tuple[str, ...]]:
    lines = files("factcheck.evidence").joinpath("sayings.txt").read_text(encoding="utf-8").splitlines()
    lists: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            head, words = line.split(": ", 1)
            kind, language = head.split()
            lists[kind, language] = tuple(words.split())
    return lists


@cache
def _pattern(kind: str, language: str | None) -> re.Pattern[str]:
    words = [w for (k, code), listed in _lists().items() if k == kind and language in {None, code} for w in listed]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(expression, words))})(?!\w)", re.IGNORECASE) if words else _NEVER


def expression(word: str) -> str:
    """The regular expression of a listed word: ``-`` leaves the rest of a word open, ``_`` is a blank."""
    return re.escape(word).replace("_", r"\s+").replace(r"\-", r"\w*")


def says(kind: str, text: str, language: str | None) -> str | None:
    """The first word of the list `kind` in `text`, as it stands there; any language's where `language` is None."""
    for match in _pattern(kind, language).finditer(text):
        if not _is_month(match.group()):
            return match.group()
    return None


def _is_month(word: str) -> bool:
    return word == "May"


RATES = ("hourly", "daily", "weekly", "monthly", "quarterly", "yearly")


def rate(text: str, language: str | None) -> frozenset[str]:
    """How often, in all the ways that `text` says it."""
    return frozenset(kind for kind in RATES if says(kind, text, language))
