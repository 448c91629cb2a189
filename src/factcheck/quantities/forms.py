"""Reads the tables and lists of the language files, and matches phrases of several words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Self

Value = TypeVar("Value")
# Answers kept per set, so that the words of a page are looked up once: few enough for any input.
_REMEMBERED = 20_000
_LONG = 40
_PIECE = re.compile(r"[^\W\d_²³]+|\d+|[^\s\w]|[²³]")


def forms(listed: str) -> Iterator[str]:
    """The forms of a list, endings written out: ``год||а`` is год, года."""
    for item in listed.replace("\n", ",").split(","):
        if "|" in item:
            stem, *endings = item.strip().split("|")
            yield from (stem + ending for ending in endings)
        elif item.strip():
            yield item.strip()


def table(lines: str) -> Iterator[tuple[str, str]]:
    """(value, form) of each entry of a table; a line that begins with a blank goes on with the entry before it."""
    key = ""
    for line in lines.split("\n"):
        if line.startswith(" "):
            rest = line
        else:
            key, _, rest = line.partition(" ")
        for form in forms(rest):
            yield key, form


def pieces(form: str) -> tuple[str, ...]:
    """A form cut into tokens as `tokens` cuts a text."""
    return (form,) if form.isalpha() else tuple(_PIECE.findall(form))


def _longest(entry: tuple[list[str], int, Any]) -> int:
    return -entry[1]


class Phrases(Generic[Value]):
    """Phrases looked up by their first token (or by their last, backwards), the longest first.

    They are matched with the padded words of `Tokens`: ``words[-1]`` is empty and matches nothing.
    """

    __slots__ = ("by_first",)

    def __init__(self, entries: Iterable[tuple[str, Value]], *, backwards: bool = False) -> None:
        """From (phrase, value) pairs; of two that are alike the first counts."""
        found: dict[str, dict[tuple[str, ...], Value]] = {}
        for form, value in entries:
            first, *rest = pieces(form)[::-1] if backwards else pieces(form)
            found.setdefault(first, {}).setdefault(tuple(rest), value)
        self.by_first: dict[str, list[tuple[list[str], int, Value]]] = {
            first: sorted(((list(rest), len(rest), value) for rest, value in rests.items()), key=_longest)
            for first, rests in found.items()
        }

    @classmethod
    def of(cls, by_first: dict[str, list[tuple[list[str], int, Value]]]) -> Self:
        """From `by_first` of another."""
        phrases = cls.__new__(cls)
        phrases.by_first = by_first
        return phrases

    def match(self, words: list[str], start: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that begins at token `start`, and the token after it."""
        for rest, size, value in self.by_first.get(words[start], ()):
            if not size or words[start + 1 : start + 1 + size] == rest:
                return value, start + 1 + size
        return None

    def match_back(self, words: list[str], last: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that ends with token `last`, and its first token."""
        for rest, size, value in self.by_first.get(words[last], ()):
            if not size or (last >= size and words[last - size : last][::-1] == rest):
                return value, last - size
        return None


class Stems:
    """A set of words and of beginnings of words (``increas*``)."""

    __slots__ = ("known", "longest", "shortest", "stems", "words")

    def __init__(self, listed: Iterable[str]) -> None:
        """From forms, ``*`` at the end of a beginning."""
        entries = set(listed)
        self.words = frozenset(entry for entry in entries if not entry.endswith("*"))
        self.stems = frozenset(entry[:-1] for entry in entries if entry.endswith("*"))
        self.known: dict[str, bool] = {}
        self.shortest = min(map(len, self.stems), default=1)
        self.longest = max(map(len, self.stems), default=0)

    def __contains__(self, word: str) -> bool:
        found = self.known.get(word)
        if found is None:
            sizes = range(self.shortest, min(self.longest, len(word)) + 1)
            found = word in self.words or any(word[:size] in self.stems for size in sizes)
            if len(self.known) < _REMEMBERED and len(word) < _LONG:
                self.known[word] = found
        return found
