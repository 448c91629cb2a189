"""What the document itself knows of how a URL is spelled: whole URLs, shared beginnings, and its words.

A URL that a line end broke is looked up without its hyphens: with hyphens left out, all prints of one URL are equal.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.citations.foreign_words import folded, foreign_stems, is_foreign_word
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

_WORD = regex(r"[^\W\d_]{2,40}")
_CAMEL = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SCHEME = regex(r"https?://", re.IGNORECASE)
_FIRST_SHARED = 10  # shorter beginnings (a scheme and "www.") are shared by unrelated URLs
_AHEAD = 3  # characters after a place that must agree too
_SMOOTHING = 0.05
_MOST_FOLDED = 20_000  # words of the document that are transliterated
_LONGEST_SHARED = 400  # keeps the work per URL bounded

# Words of paths that are common on the web whatever the site's language.
_PATH_WORDS = frozenset(
    """
about academic accessed advance agency analyses analysis analyst analytics annex annual archive archives article
articles assessment asset assets attachment attachments author blog blogs book books brief briefing briefings briefs
bulletin category center centre chapter collection collections columnists columns comment commentary comments
committee conference content contents council country current data database databases dataset datasets default defence
defense department detail details digest document documents download downloads edition editorial education english
event events expert experts explainer export external fact facts fault feature features file files final forecast
foreign gallery general government health home html image images index indicators info information insight insights
institute international interview issue issues item items journal journals knowledge language latest law laws legal
library link list magazine main material materials media meeting member memo minister ministry mobile monitor
monitoring news newsletter newsroom node note notes office official online opinion opinions outlook overview page
pages paper papers pdf pdfs people perspective photo podcast policies policy politics poll polls portal post posts
press print product products profile program programme programs project projects public publication publications
publish published reader region regional register release releases report reports repository research resource
resources result results review reviews science search section security series server service services shared site
sites society source sources speech statement static statistic statistics stats stories story strategic strategy
studies study summaries summary support survey surveys table tables tag tags technical template text theme themes
thesis think time title topic topics trade transcript translation treaty update updates upload uploads user users
version video videos view viewer views volume web website weekly wiki working world yearbook
""".split()
)


class _Listed:
    """The words of a list in order: one that few words are looked up in is found in sooner than made a set of."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def __contains__(self, word: object) -> bool:
        at = bisect_left(self._words, str(word))
        return self._words[at : at + 1] == [word]


@cache
def english_words() -> Container[str]:
    """Some 40,000 English words (english.LICENSE.txt names their source): slugs are English on many a foreign site."""
    return _Listed(Path(__file__).with_name("english.txt").read_text("ascii").split())


def squash(url: str) -> str:
    """`url` without scheme and hyphens: equal for all prints of one URL, wherever lines broke it."""
    return _SCHEME.sub("", url, count=1).replace("-", "")


@dataclass(slots=True, eq=False, repr=False)
class Spelling:
    """Gathered once per brief; `words` counts the words of its prose and of the whole stretches of its URLs."""

    words: Counter[str] = field(default_factory=Counter)
    _learnt: set[tuple[str, ...]] = field(default_factory=set)
    _hyphens: dict[int, bool | None] = field(default_factory=dict)
    _grams: Counter[str] = field(default_factory=Counter)
    _contexts: Counter[str] = field(default_factory=Counter)
    _folded: set[str] | None = None

    def __post_init__(self) -> None:
        self.words.update(_PATH_WORDS)

    def add_words(self, text: str) -> None:
        """Learn the words of whole text: no word in it may be broken by a line end."""
        self.words.update(map(str.casefold, _WORD.findall(text)))

    def add_url(self, pieces: Iterable[str]) -> None:
        """Learn a URL printed in `pieces`: its words off the breaks, and where it has hyphens inside a piece."""
        pieces = tuple(pieces)
        if pieces in self._learnt:
            return
        self._learnt.add(pieces)
        last = len(pieces) - 1
        whole = (_inner(piece, first=number == 0, last=number == last) for number, piece in enumerate(pieces))
        words = chain.from_iterable(map(_WORD.findall, whole))
        parts = chain.from_iterable({word, *_CAMEL.findall(word)} for word in words)
        self.words.update([part.casefold() for part in parts if len(part) > 1])
        for key, hyphen in _places(pieces):
            known = self._hyphens.setdefault(key, hyphen)
            if known is not hyphen:
                self._hyphens[key] = None  # prints disagree

    def hyphen_at(self, before: str, after: str) -> bool | None:
        """Whether another print has a hyphen between `before`, the URL up to there, and `after`; None: none has it."""
        key = _place(before, after)
        return None if key is None else self._hyphens.get(key)

    def was_hyphenated(self, before: str, after: str) -> bool:
        """Whether some print has a hyphen there, be it that others have none."""
        key = _place(before, after)
        return key is not None and self._hyphens.get(key, False) is not False

    def has_seen(self, word: str) -> bool:
        """Whether `word` is a word of the document, of its URLs, common in paths, or English."""
        small = word.casefold()
        return small in self.words or small in english_words()

    def knows(self, word: str) -> bool:
        """Whether `word` has been seen, in another spelling of its letters too, or is of another language at hand."""
        return self.has_seen(word) or is_foreign_word(word) or (len(word) > 2 and folded(word) in self._folded_words())

    def is_common(self, word: str) -> bool:
        """Whether `word` is one without this document, whose URLs may be misprinted."""
        return word.casefold() in english_words() or self.is_path_word(word) or is_foreign_word(word)

    def knows_apart(self, left: str, right: str) -> bool:
        """Whether both are words, compounds among them: then they stand side by side, and are no one word."""
        return all(self.knows(word) or is_foreign_word(word, 2) for word in (left, right))

    def _folded_words(self) -> set[str]:
        """The document's own words in letters other than ASCII, as an address would spell them."""
        if self._folded is None:
            other = [word for word in self.words if not word.isascii()]
            self._folded = {folded(word) for word in other[:_MOST_FOLDED]}
        return self._folded

    def is_path_word(self, word: str) -> bool:
        """Whether `word` is common in paths, so that nothing else is likely there."""
        return word.casefold() in _PATH_WORDS

    def one_word_odds(self, left: str, right: str) -> float:
        """The natural log of how much better the letters of `left` and `right` go together than apart."""
        if not self._grams:
            self._count_letters()
        whole, apart = left.casefold() + right.casefold(), (left.casefold(), right.casefold())
        return self._fit(whole) - sum(self._fit(word) for word in apart)

    def _count_letters(self) -> None:
        marked = "".join(f"^^{word}$" for word in (*self.words, *foreign_stems()))
        # Those that go over a word's end are counted too, and never looked up.
        self._grams.update(map(add, map(add, marked, marked[1:]), marked[2:]))
        for letters, count in self._grams.items():
            self._contexts[letters[:2]] += count

    def _fit(self, word: str) -> float:
        marked, letters = f"^^{word}$", 30
        return sum(
            math.log(
                (self._grams[marked[at - 2 : at + 1]] + _SMOOTHING)
                / (self._contexts[marked[at - 2 : at]] + _SMOOTHING * letters)
            )
            for at in range(2, len(marked))
        )


def _inner(piece: str, *, first: bool, last: bool) -> str:
    """The piece without the words that a line end may have cut."""
    inner = piece if first else re.sub(r"^[^\W\d_]+", "", piece)
    return inner if last else re.sub(r"[^\W\d_]+-?$", "", inner)


def _place(before: str, after: str) -> int | None:
    """A key for the place between two parts of a URL; None where they are too short to tell it from others."""
    start, ahead = squash(before), after.replace("-", "")[:_AHEAD]
    return hash(start + ahead) if len(start) >= _FIRST_SHARED and len(ahead) == _AHEAD else None


def _places(pieces: tuple[str, ...]) -> Iterator[tuple[int, bool]]:
    """A key for each place inside a piece between two characters, and whether a hyphen stands there."""
    whole = squash("".join(pieces))
    breaks = set()
    at = 0
    for number, piece in enumerate(pieces[:-1]):
        at += len(squash(piece) if number == 0 else piece.replace("-", ""))
        breaks.add(at)
    hyphens = set()
    at = 0
    for character in _SCHEME.sub("", "".join(pieces), count=1):
        if character == "-":
            hyphens.add(at)
        else:
            at += 1
    for place in range(_FIRST_SHARED, min(len(whole) - _AHEAD + 1, _LONGEST_SHARED)):
        if place not in breaks:
            yield hash(whole[: place + _AHEAD]), place in hyphens
