"""In which sentences of a page a figure may stand that agrees with a claim's, by the digits and numerals in them.

What is left out holds no such figure; what is named may hold one.  Reading sentences for their figures is what costs
most on a page that is asked about once, and most of them need not be read for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.evidence.dates import is_date, may_be_year, parts
from factcheck.evidence.windows import (
    between,
    is_share,
    leading,
    leading_value,
    mantissa,
    part_in_percent,
    places_of,
    room_after,
    share_windows,
    significant,
    windows,
)
from factcheck.quantities.traces import ANY, NONE, marks, month_words, numeral_words, scale_words, unit_signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, KeysView, Sequence

    from factcheck.evidence.windows import Places, Window
    from factcheck.model import Quantity

_LONGEST_SPAN = 40  # years that are looked for one by one
_DECADE = 10
_FIRST_YEAR, _LAST_YEAR = 1000, 2110
_LESS, _MORE = 1 - 1e-6, 1 + 1e-6
_MANY = 12  # numbers of a sentence that are not set against each other
_PERCENT = "percent"
_APART = 60  # code points between a part and its whole, or a number and its scale: "3 of the promised 15 billion"
_NEAR = 25  # code points between two numbers that may make one: "1 million 200 thousand"
_CLOSE = 14  # code points between a number that seems a year and its scale, or a scale and the number after it
_YEAR, _CENTURIES = 4, frozenset({"19", "20"})

_PARTED = re.compile(r"[,;:()–—!?]")  # what never stands between a part and its whole: "28, all told, of 31"


class _Number(NamedTuple):
    """A number in digits or in a word: what it may be worth, and whether a letter is glued to it, perhaps a scale."""

    start: int
    end: int
    sentence: int
    values: tuple[float, ...]
    run: str = ""
    glued: bool = False


class _Pair(NamedTuple):
    """Two numbers of a sentence, one soon after the other."""

    one: _Number
    other: _Number


class Traces:
    """The digits and numerals of a text by its sentences."""

    def __init__(self, text: str, language: str | None, starts: Sequence[int]) -> None:
        """Gather the digits of `text`, whose sentences begin at `starts`."""
        self.marked: set[int] = set()
        """The sentences that may hold a figure at all."""
        self.dated: set[int] = set()
        """Those that may hold a date with a month."""
        self._most: defaultdict[int, int] = defaultdict(int)
        self._text = text
        self._language = language
        self._starts = starts
        self._numbers: list[_Number] = []
        self._worded: set[int] = set()
        self._any: set[int] = set()
        self._scaled: set[int] = set()
        self._scales: list[int] = []
        self._spelled: defaultdict[int, int] = defaultdict(int)
        self._runs: defaultdict[str, set[int]] = defaultdict(set)
        self._dated: defaultdict[str, set[int]] = defaultdict(set)
        self._months: defaultdict[int, set[int]] = defaultdict(set)
        for start, end, run, values, dated, glued in marks(text):
            sentence = max(0, bisect_right(starts, start) - 1)
            self.marked.add(sentence)
            self._most[sentence] += 1
            if not values:
                self._any.add(sentence)
                continue
            self._numbers.append(_Number(start, end, sentence, values, run, glued))
            if run:
                self._runs[run].add(sentence)
                if dated:
                    self._dated[run].add(sentence)
                    self.dated.add(sentence)

    def add_words(self, words: KeysView[str], offsets_of: Callable[[str], Iterable[int]]) -> None:
        """Add the numerals among the text's `words`, and the names of months; `offsets_of` says where a word stands."""
        months = month_words(self._language)
        for word, value in numeral_words(words, self._language).items():
            places = [(offset, max(0, bisect_right(self._starts, offset) - 1)) for offset in offsets_of(word)]
            sentences = {sentence for _, sentence in places}
            self.marked |= sentences
            for _, sentence in places:
                self._most[sentence] += 1
            if word in months:
                self._months[months[word]] |= sentences
                self.dated |= sentences
            else:
                self._worded |= sentences
            if value == ANY:
                self._any |= sentences
            elif value != NONE:
                self._numbers.extend(_Number(o, o + len(word), sentence, (value,)) for o, sentence in places)
                for sentence in sentences:
                    self._spelled[sentence] += 1
        for word in scale_words(words, self._language):
            self._scales.extend(offsets_of(word))
        self._scales.sort()
        self._numbers.sort()

    def widen(self, wider: Callable[[set[int]], set[int]]) -> None:
        """Add to each of the sets of sentences those in which a figure may begin that goes on in one of them."""
        self.marked |= wider(self.marked)
        self.dated |= wider(self.dated)

    def most(self, sentence: int) -> int:
        """How many figures a sentence may hold at the most."""
        return self._most[sentence]

    def add_scale(self, sentences: Iterable[int]) -> None:
        """Say that the numbers in `sentences` may have a scale that stands elsewhere."""
        self._scaled.update(sentences)

    def of(self, quantity: Quantity) -> set[int]:
        """The sentences that may hold a figure which agrees with `quantity` in any way."""
        if is_date(quantity):
            return self._of_date(quantity)
        if not quantity.low:
            return set(self.marked)
        looked_for = list(windows(quantity))
        shares = list(share_windows(quantity)) if is_share(quantity) else []
        looked_for += ((low / 100, high / 100) for low, high in shares)
        if quantity.unit != _PERCENT:
            looked_for += shares
        elif "‰" in self._text or "mille" in self._text:
            looked_for += [(low * 10, high * 10) for low, high in looked_for]
        found = self._any.union(self._begun_by(looked_for), *(self._worth(window) for window in looked_for))
        if shares:
            found |= self._shares(shares)
        return found | self._of_year(int(quantity.low or 0)) if may_be_year(quantity) else found

    def rivalling(self, quantity: Quantity) -> set[int]:
        """The sentences that may hold a figure of the kind of `quantity`: one that could be its rival."""
        if quantity.unit == _PERCENT:
            return self._percent
        if not is_date(quantity):
            return self.marked
        return self.dated | self._any if parts(quantity)[1] is not None else self._years

    @cached_property
    def _percent(self) -> set[int]:
        signs = unit_signs(self._language, _PERCENT)
        small = self._text.lower()
        if len(small) != len(self._text):
            return self.marked
        found = {max(0, bisect_right(self._starts, sign.start()) - 1) for sign in signs.finditer(small)}
        return found.union(self._scaled, (sentence - 1 for sentence in found))

    @cached_property
    def _years(self) -> set[int]:
        glued = (number.sentence for number in self._numbers if number.glued)
        return self.dated.union(self._any, self._scaled, self._spelled, glued, self._worth((_FIRST_YEAR, _LAST_YEAR)))

    def sharing_date(self, quantity: Quantity) -> set[int]:
        """The sentences that may hold a date which has a part in common with the date `quantity`."""
        year, month, _ = parts(quantity)
        found = self._of_year(year) if year is not None else set()
        return found | self._of_month(month) if month is not None else found

    def _worth(self, window: Window) -> Iterable[int]:
        """The sentences with digits that are worth something in `window`, or somewhat less if others may be added."""
        low, high = window[0] * _LESS, window[1] * _MORE
        added = [sentence for first, last, sentence in self._going_on if first <= high and low <= last]
        return (*between(self._by_value, low, high), *added)

    @cached_property
    def _pairs(self) -> list[_Pair]:
        """The numbers that follow each other in a sentence, a few words apart at the most."""
        whole: list[_Number] = []
        for number in self._numbers:  # those that begin at one place stand together, the longest last
            if whole and number.start == whole[-1].start:
                whole[-1] = number
            elif not whole or number.start >= whole[-1].end:
                whole.append(number)
        close = (_Pair(*pair) for pair in pairwise(whole) if pair[1].start - pair[0].start <= _APART)
        return [pair for pair in close if pair.one.sentence == pair.other.sentence]

    @cached_property
    def _added_to(self) -> list[_Number]:
        """The numbers that the next may be added to."""
        return [pair.one for pair in self._pairs if pair.other.start - pair.one.start <= _NEAR]

    @cached_property
    def _going_on(self) -> list[tuple[float, float, int]]:
        """What those numbers and the next may be worth together, with their sentences."""
        return [(n.values[0], n.values[0] + room_after(n.values[0]), n.sentence) for n in self._added_to]

    @cached_property
    def _by_value(self) -> Places:
        """What digits are worth in ascending order, and the sentences where they stand."""
        return places_of((value, number.sentence) for number in self._numbers for value in number.values)

    def _begun_by(self, windows: Sequence[Window]) -> set[int]:
        """The sentences with numerals in words, or numbers that have a scale, that a value in `windows` begins with."""
        found: set[int] = set()
        for low, high in {window for window in windows for window in leading(*window)}:
            found.update(*[sentences for first, last, sentences in self._begun if first <= high and last >= low])
        return found

    @cached_property
    def _begun(self) -> list[tuple[float, float, set[int]]]:
        """The first digits, as a value from 1 to 10, of numerals in words and of numbers that have a scale.

        Where other digits may belong to the same number, from these up to the next.
        """
        going_on = {number.start for number in self._added_to}
        found: defaultdict[tuple[str, bool], set[int]] = defaultdict(set)
        for number in self._numbers:
            if self._has_scale(number):
                for value in number.values:
                    found[significant(value), number.start in going_on].add(number.sentence)
        return [
            (
                leading_value(digits) * _LESS,
                (leading_value(digits) + (10.0 ** (1 - len(digits)) if more else 0)) * _MORE,
                sentences,
            )
            for (digits, more), sentences in found.items()
        ]

    def _has_scale(self, number: _Number) -> bool:
        """Whether a scale may be the number's: glued to it, a few words on, right before it, or over its list."""
        if number.glued or number.sentence in self._scaled:
            return True
        at = bisect_right(self._scales, number.start)
        reach = _CLOSE if len(number.run) == _YEAR and number.run[:2] in _CENTURIES else _APART
        after = at < len(self._scales) and self._scales[at] - number.start <= reach
        return after or (at > 0 and number.start - self._scales[at - 1] <= _CLOSE)

    def _shares(self, windows: Sequence[Window]) -> set[int]:
        """The sentences two of whose numbers, or one of them and one, have a ratio in one of `windows`."""
        percents, ratios, found = self._ratios
        for window in windows:
            low, high = window[0] * _LESS, window[1] * _MORE
            found = found.union(between(percents, low, high))
            for first, last in leading(low, high):
                found.update(between(ratios, first, last))
        return found

    @cached_property
    def _ratios(self) -> tuple[Places, Places, set[int]]:
        """Parts of pairs in percent; ratios of numbers that may have scales, from 1 to 10; where there are too many."""
        percents, scaled = [], []
        for pair in self._pairs:
            if _PARTED.search(self._text, pair.one.end, pair.other.start):
                continue
            parts_of = [part_in_percent(one, other) for one in pair.one.values for other in pair.other.values]
            percents += [(part, pair.one.sentence) for part in parts_of]
            if self._has_scale(pair.one) or self._has_scale(pair.other):
                scaled += [(mantissa(r), pair.one.sentence) for part in parts_of if part for r in (part, 1 / part)]
        inside: defaultdict[int, list[float]] = defaultdict(lambda: [1.0])
        for number in self._numbers:
            if number.sentence in self._worded:
                inside[number.sentence] += number.values
        many = {sentence for sentence, count in self._spelled.items() if count > 2}
        many.update(sentence for sentence, values in inside.items() if len(values) > _MANY)
        ratios = (
            (mantissa(one / other), sentence)
            for sentence, values in inside.items()
            if sentence not in many
            for one, other in permutations(values, 2)
            if one and other
        )
        return places_of(percents), places_of((*ratios, *scaled)), many

    def _of_date(self, quantity: Quantity) -> set[int]:
        low, high = quantity.low, quantity.high
        if low is not None and high is not None and low != high:
            if high - low > _LONGEST_SPAN:
                return set(self.marked)
            return set().union(*map(self._of_year, range(int(low), int(high) + 1)))
        year, month, _ = parts(quantity)
        if month is not None:
            return self._of_month(month)
        return self._of_year(year) if year is not None else set(self.marked)

    def _of_year(self, year: int) -> set[int]:
        """As digits, as "'19" or the end of "2018–19" and "2018–9", in a decade, or in words."""
        decade, last = year - year % _DECADE, str(year % _DECADE)
        forms = {str(year), f"{year % 100:02d}", str(decade), f"{decade % 100:02d}"}
        found = set(self._worth((year, year))).union(*(self._runs[form] for form in forms if form in self._runs))
        earlier = set().union(*(self._runs[str(one)] for one in range(decade, year) if str(one) in self._runs))
        found |= earlier & self._runs[last]
        return found | self._any | {sentence for sentence, count in self._spelled.items() if count > 1}

    def _of_month(self, month: int) -> set[int]:
        return self._months[month].union(self._any, *(self._dated[form] for form in {str(month), f"{month:02d}"}))
