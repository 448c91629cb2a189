"""Reads the tables and lists of the language files, and matches phrases of several words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Self

Value = TypeVar("Value")
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


_ENTRIES, _VALUE = "¦", "→"
"""What parts the phrases of one first word, and a phrase's further words from its value, in a built file."""


def _longest(entry: tuple[list[str], int, Any]) -> int:
    return -entry[1]


class Phrases(Generic[Value]):
    """Phrases looked up by their first token (or by their last, backwards), the longest first.

    They are matched with the padded words of `Tokens`: ``words[-1]`` is empty and matches nothing.  Those of a built
    file are taken apart when their first word is met.
    """

    __slots__ = ("starts", "value_of")

    def __init__(self, entries: Iterable[tuple[str, Value]], *, backwards: bool = False) -> None:
        """From (phrase, value) pairs; of two that are alike the first counts."""
        found: dict[str, dict[tuple[str, ...], Value]] = {}
        for form, value in entries:
            first, *rest = pieces(form)[::-1] if backwards else pieces(form)
            found.setdefault(first, {}).setdefault(tuple(rest), value)
        self.value_of: Callable[[str], Value] | None = None
        self.starts: dict[str, Any] = {
            first: sorted(((list(rest), len(rest), value) for rest, value in rests.items()), key=_longest)
            for first, rests in found.items()
        }
        """The first words; only whether one is there is for others to ask."""

    @classmethod
    def of(cls, written: dict[str, str], value: Callable[[str], Value]) -> Self:
        """From what `written` of another gives; `value` makes a value of its text."""
        phrases = cls(())
        phrases.starts, phrases.value_of = written, value
        return phrases

    @property
    def by_first(self) -> dict[str, list[tuple[list[str], int, Value]]]:
        """All phrases: first word → (further words, how many, value), the longest first."""
        return {first: self.beginning(first) for first in self.starts}

    def beginning(self, first: str) -> list[tuple[list[str], int, Value]]:
        """The phrases that begin with `first`, which is one of `starts`."""
        entries = self.starts[first]
        if isinstance(entries, str) and self.value_of is not None:
            parted = (entry.partition(_VALUE) for entry in entries.split(_ENTRIES))
            split = ((rest.split(), self.value_of(value)) for rest, _, value in parted)
            entries = self.starts[first] = [(rest, len(rest), value) for rest, value in split]
        found: list[tuple[list[str], int, Value]] = entries
        return found

    def written(self) -> dict[str, str]:
        """The phrases as a built file has them."""
        return {
            first: _ENTRIES.join(" ".join(rest) + _VALUE + str(value) for rest, _, value in entries)
            for first, entries in self.by_first.items()
        }

    def match(self, words: list[str], start: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that begins at token `start`, and the token after it."""
        entries = self.starts.get(words[start])
        if entries is None:
            return None
        if entries.__class__ is str:
            entries = self.beginning(words[start])
        for rest, size, value in entries:
            if not size or words[start + 1 : start + 1 + size] == rest:
                return value, start + 1 + size
        return None

    def match_back(self, words: list[str], last: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that ends with token `last`, and its first token."""
        entries = self.starts.get(words[last])
        if entries is None:
            return None
        if entries.__class__ is str:
            entries = self.beginning(words[last])
        for rest, size, value in entries:
            if not size or (last >= size and words[last - size : last][::-1] == rest):
                return value, last - size
        return None


class Stems:
    """A set of words and of beginnings of words (``increas*``)."""

    __slots__ = ("_by_start", "_size", "stems", "words")

    def __init__(self, listed: Iterable[str]) -> None:
        """From forms, ``*`` at the end of a beginning."""
        entries = set(listed)
        self.words = frozenset(entry for entry in entries if not entry.endswith("*"))
        self.stems = frozenset(entry[:-1] for entry in entries if entry.endswith("*"))
        self._size = min(map(len, self.stems), default=0)
        by_start: dict[str, list[str]] = {}
        for stem in self.stems:
            by_start.setdefault(stem[: self._size], []).append(stem)
        self._by_start = {start: tuple(stems) for start, stems in by_start.items()}

    def __contains__(self, word: str) -> bool:
        if word in self.words:
            return True
        stems = self._by_start.get(word[: self._size])
        return stems is not None and word.startswith(stems)

    def starts(self, size: int) -> frozenset[str]:
        """The first `size` letters of what it holds."""
        return frozenset(entry[:size] for entry in self.words | self.stems)
