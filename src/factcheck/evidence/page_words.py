"""The words of a page: where each stands, and which begin, sound or are folded alike."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.words.folding import SHORTEST_SKELETON, begins, fold, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.model import Span

# A word, or an acronym with its full stops.  Its first letter decides, which is twice as fast as two alternatives.
_WORD = re.compile(r"\w(?:\.\w\.(?:\w\.)*|\w*(?:['’ʼ]\w+)*)")
_WORD_FR = re.compile(r"\w(?:\.\w\.(?:\w\.)*|\w*)")  # l'état is two words
_TWO_LETTERS = "İ"  # the only one that has two small letters
_SILENT = "aeiouh"  # what a skeleton leaves out


class PageWords:
    """The words of a text; what needs more than one pass is worked out when first asked for."""

    def __init__(self, text: str, language: str | None) -> None:
        """Cut `text` into words."""
        self.text = text
        self.language = language
        self.tokens: list[str] = (_WORD_FR if self.language == "fr" else _WORD).findall(self.text)
        """The page's words as written."""
        self.token_starts: list[int] = _starts(self.tokens, self.text)
        positions: defaultdict[str, list[int]] = defaultdict(list)
        self._small: Callable[[str], str] = _small if _TWO_LETTERS in self.text else str.lower
        for index, word in enumerate(map(self._small, self.tokens)):
            positions[word].append(index)
        self.positions: dict[str, list[int]] = dict(positions)
        self._skeletons_by_letter: dict[str, list[tuple[str, str]]] = {}
        self._folded_by_letter: dict[str, list[tuple[str, str]]] = {}

    @cached_property
    def vocabulary(self) -> list[str]:
        """The page's words in lower case, sorted."""
        return sorted(self.positions)

    def _folded(self, letter: str) -> list[tuple[str, str]]:
        """The page's words folded to Latin that then begin with `letter`, sorted, each with the word itself."""
        found = self._folded_by_letter.get(letter)
        if found is None:
            groups = [words for first, words in self._by_first_letter if first is None or letter in first]
            pairs = [(fold(word), word) for words in groups for word in words]
            found = self._folded_by_letter[letter] = sorted([pair for pair in pairs if pair[0]])
        return found

    @cached_property
    def _by_first_letter(self) -> list[tuple[frozenset[str] | None, list[str]]]:
        """The page's words by their first letter, with the letters that it may be folded to."""
        return [(begins(letter), list(words)) for letter, words in groupby(self.vocabulary, itemgetter(0))]

    def with_consonants(self, bones: str) -> Iterator[tuple[str, str]]:
        """The page's capitalised words whose consonants begin with `bones`, as (consonants, word)."""
        for letter in {bones[:1], *_SILENT}:
            found = self._skeletons_by_letter.get(letter)
            if found is None:
                found = self._skeletons_by_letter[letter] = list(self._skeletons(letter))
            yield from (pair for pair in found if pair[0].startswith(bones))

    def _skeletons(self, letter: str) -> Iterator[tuple[str, str]]:
        for letters, words in self._by_first_letter:
            for word in words if letters is None or letter in letters else ():
                if word in self._capitalised:
                    bones = skeleton(fold(word))
                    if len(bones) >= SHORTEST_SKELETON:
                        yield bones, word

    @cached_property
    def _capitalised(self) -> frozenset[str]:
        """The page's words, in lower case, that begin with a capital anywhere."""
        return frozenset([self._small(word) for word in self.tokens if word[0].isupper()])

    def token_at(self, offset: int) -> int:
        """The token that begins at or holds `offset`."""
        return max(0, bisect_right(self.token_starts, offset) - 1)

    def tokens_in(self, span: Span) -> range:
        """The tokens that begin in `span`."""
        return range(bisect_left(self.token_starts, span.start), bisect_left(self.token_starts, span.end))

    def with_prefix(self, prefix: str) -> Sequence[str]:
        """The page's words (lower case) that begin with `prefix`."""
        left = bisect_left(self.vocabulary, prefix)
        return self.vocabulary[left : bisect_left(self.vocabulary, prefix + "\U0010ffff", left)]

    def folded_with_prefix(self, prefix: str) -> Sequence[tuple[str, str]]:
        """The page's folded words that begin with `prefix`, each with its word."""
        folded = self._folded(prefix[:1])
        left = bisect_left(folded, (prefix,))
        return folded[left : bisect_left(folded, (prefix + "\U0010ffff",), left)]


def _starts(words: Iterable[str], text: str) -> list[int]:
    """Where each of `words`, all those of `text`, begins: between two of them there is no letter."""
    starts, at = [], 0
    for word in words:
        at = text.find(word, at)
        starts.append(at)
        at += len(word)
    return starts


def _small(word: str) -> str:
    """The word in small letters, but for one that would become two."""
    return "".join(char if char == _TWO_LETTERS else char.lower() for char in word)
