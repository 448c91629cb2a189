"""How much a word tells about a subject: nothing (grammar), little (news talk), or all of its weight."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

COMMON = 0.4
"""The weight of a word that is usual in news, against 1 for one that is not."""


@cache
def _lists() -> dict[tuple[str, str], frozenset[str]]:
    text = files("factcheck.words").joinpath("common_words.txt").read_text(encoding="utf-8")
    lists = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, words = line.split(":", 1)
            language, kind = head.split()
            lists[language, kind] = frozenset(words.split())
    return lists


def is_grammar(word: str, language: str | None) -> bool:
    """Whether `word` (lower case) is a word of grammar, which is never context."""
    return word in _lists().get((language or "en", "stop"), frozenset())


def rarity(word: str, language: str | None) -> float:
    """0.4 for a word (lower case) that is usual in news, else 1."""
    return COMMON if word in _lists().get((language or "en", "common"), frozenset()) else 1.0
