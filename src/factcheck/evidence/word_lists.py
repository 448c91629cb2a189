"""Lists of words and word beginnings, each under a label, all of them looked up in one pass over a text.

An entry that ends in ``-`` is a beginning, ``_`` is a blank, and an entry of several words is looked for where its
first word stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Label = TypeVar("Label")

_RUN = re.compile(r"\w+")
_PLAIN = re.compile(r"\w+-?")
_REMEMBERED = 20_000  # words


class WordLists(Generic[Label]):
    """Which labels' entries a text has."""

    def __init__(self, entries: Iterable[tuple[Label, str]]) -> None:
        """Sort (label, entry) into whole words, beginnings and phrases."""
        self._whole: defaultdict[str, list[Label]] = defaultdict(list)
        self._begins: defaultdict[str, list[Label]] = defaultdict(list)
        self._phrases: defaultdict[str, list[tuple[str, Label]]] = defaultdict(list)
        for label, entry in entries:
            word = entry.casefold()
            if _PLAIN.fullmatch(word) is None or "_" in word:
                first = _RUN.match(word.partition("_")[0])
                self._phrases[first.group() if first is not None else ""].append((entry, label))
            elif word.endswith("-"):
                self._begins[word[:-1]].append(label)
            else:
                self._whole[word].append(label)
        self._known: dict[str, tuple[tuple[Label, ...], tuple[tuple[re.Pattern[str], Label], ...]]] = {}

    def find(self, text: str) -> Mapping[Label, str]:
        """The first word or phrase of each label in `text`, as it stands there."""
        found: dict[Label, str] = {}
        for match in _RUN.finditer(text):
            labels, phrases = self._of(match.group().casefold())
            for label in labels:
                found.setdefault(label, match.group())
            for pattern, label in phrases:
                phrase = pattern.match(text, match.start()) if label not in found else None
                if phrase is not None:
                    found[label] = phrase.group()
        return found

    def labels(self, word: str) -> tuple[Label, ...]:
        """The labels that `word` (small letters) has by itself."""
        return self._of(word)[0]

    def _of(self, word: str) -> tuple[tuple[Label, ...], tuple[tuple[re.Pattern[str], Label], ...]]:
        known = self._known.get(word)
        if known is None:
            beginnings = [word[:length] for length in range(1, len(word) + 1)]
            labels = [*self._whole.get(word, ()), *(x for b in beginnings for x in self._begins.get(b, ()))]
            phrases = [
                (_compiled(entry), label)  # of most phrases no word is ever met
                for beginning in beginnings
                for entry, label in self._phrases.get(beginning, ())
            ]
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = (tuple(dict.fromkeys(labels)), tuple(phrases))
        return known


@cache
def _compiled(entry: str) -> re.Pattern[str]:
    return re.compile(expression(entry) + r"(?!\w)", re.IGNORECASE)


def expression(entry: str) -> str:
    """The regular expression of an entry: ``-`` leaves the rest of a word open, ``_`` is a blank."""
    return re.escape(entry).replace("_", r"\s+").replace(r"\-", r"\w*")
