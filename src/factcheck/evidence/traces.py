"""In which sentences of a page a figure may stand that agrees with a claim's, by the digits and numerals in them.

What is left out holds no such figure; what is named may hold one.  Reading sentences for their figures is what costs
most on a page that is asked about once, and most of them need not be read for it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.evidence.dates import is_date, may_be_year, parts
from factcheck.evidence.units import equivalents, is_currency
from factcheck.model import Hedge, QuantityKind
from factcheck.quantities.traces import ANY, Mark, marks, month_words, numeral_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, KeysView, Sequence
    from decimal import Decimal

    from factcheck.model import Quantity

_HEDGED, _ROUNDED, _ROUND_NUMBER = 0.151, 0.051, 0.0101  # as `agreement` has them, and a little more
_THOUSAND = 1000
_CONVERTED = 0.08  # a conversion 7 %
_POINTS = 0.75  # percentage points in which a fraction and a percentage are one
_LONGEST_SPAN = 40  # years that are looked for one by one
_DECADE = 10
_EXACT = 15  # digits that are compared
_LESS, _MORE = 1 - 1e-6, 1 + 1e-6
_MANY = 12  # numbers of a sentence that are not set against each other
_PERCENT = "percent"
_APART = 60  # code points between a part and its whole: "28 seats, all told, out of 31"

Window = tuple[float, float]


class Traces:
    """The digits and numerals of a text by its sentences."""

    def __init__(self, text: str, language: str | None, starts: Sequence[int]) -> None:
        """Gather the digits of `text`, whose sentences begin at `starts`."""
        self.marked: set[int] = set()
        """The sentences that may hold a figure at all."""
        self._language = language
        self._any: set[int] = set()
        self._scaled: set[int] = set()
        self._spelled: defaultdict[int, list[str]] = defaultdict(list)
        self._values: defaultdict[int, list[float]] = defaultdict(list)
        self._runs: defaultdict[str, set[int]] = defaultdict(set)
        self._dated: defaultdict[str, set[int]] = defaultdict(set)
        self._months: defaultdict[int, set[int]] = defaultdict(set)
        self._near: list[tuple[int, float, float]] = []
        last, before = -1, Mark(-_APART, "", (0.0,))
        for mark in marks(text):
            sentence = max(0, bisect_right(starts, mark.start) - 1)
            self.marked.add(sentence)
            self._values[sentence] += mark.values
            if not mark.values:
                self._any.add(sentence)
            if mark.scaled:
                self._scaled.add(sentence)
            if mark.run:
                self._runs[mark.run].add(sentence)
                if mark.dated:
                    self._dated[mark.run].add(sentence)
                if last == sentence and mark.start - before.start < _APART:
                    self._near.append((sentence, before.values[0], mark.values[0]))
                last, before = sentence, mark

    def add_words(self, words: KeysView[str], sentences_of: Callable[[str], Iterable[int]]) -> None:
        """Add the numerals among the text's `words`, and the names of months."""
        months = month_words(self._language)
        for word, digits in numeral_words(words, self._language).items():
            sentences = set(sentences_of(word))
            self.marked |= sentences
            if digits == ANY:
                self._any |= sentences
            if word in months:
                self._months[months[word]] |= sentences
            if digits not in {ANY, "0"}:
                for sentence in sentences:
                    self._spelled[sentence].append(digits)

    def add_scale(self, sentences: Iterable[int]) -> None:
        """Say that the numbers in `sentences` may have a scale that stands elsewhere."""
        self._scaled.update(sentences)

    def of(self, quantity: Quantity) -> set[int]:
        """The sentences that may hold a figure which agrees with `quantity` in any way."""
        if is_date(quantity):
            return self._of_date(quantity)
        if not quantity.low:
            return set(self.marked)
        windows = list(_windows(quantity))
        shares = list(_share_windows(quantity)) if _is_share(quantity) else []
        windows += (*shares, *((low / 100, high / 100) for low, high in shares))
        found = self._any.union(self._begun_by(windows), *(self._worth(window) for window in windows))
        if shares:
            found |= self._shares(shares)
        return found | self._of_year(int(quantity.low or 0)) if may_be_year(quantity) else found

    def sharing_date(self, quantity: Quantity) -> set[int]:
        """The sentences that may hold a date which has a part in common with the date `quantity`."""
        year, month, _ = parts(quantity)
        found = self._of_year(year) if year is not None else set()
        return found | self._of_month(month) if month is not None else found

    def _worth(self, window: Window) -> Iterable[int]:
        """The sentences with digits that are worth something in `window`, or somewhat less if others may be added."""
        low, high = window
        values, sentences = self._by_value
        inside = sentences[bisect_left(values, low * _LESS) : bisect_right(values, high * _MORE)]
        added = (s for s, one, _ in self._near if one <= high * _MORE and low * _LESS <= one + 1)
        return {*inside, *added}

    @cached_property
    def _by_value(self) -> tuple[list[float], list[int]]:
        """What digits are worth in ascending order, and the sentences where they stand."""
        pairs = sorted((value, sentence) for sentence, values in self._values.items() for value in values)
        return [value for value, _ in pairs], [sentence for _, sentence in pairs]

    def _begun_by(self, windows: Sequence[Window]) -> Iterable[int]:
        """The sentences where a scale may stand, or numerals in words, that a value in one of `windows` begins with."""
        scaled = [window for low, high in windows for window in _leading(low, high)]
        for sentence, leading in self._leading.items():
            if any(first <= high and last >= low for first, last in leading for low, high in scaled):
                yield sentence

    @cached_property
    def _leading(self) -> dict[int, list[Window]]:
        """Of each sentence with scales or numerals what the first digits of its numbers are, from 1 to 10.

        Where other digits may belong to the same number, from these up to the next.
        """
        near = {sentence for sentence, _, _ in self._near}
        found: dict[int, list[Window]] = {}
        for sentence in self._scaled.union(self._spelled):
            spelled = self._spelled.get(sentence, ())
            numbers = [f"{value:.17g}".replace(".", "").strip("0")[:_EXACT] for value in self._values.get(sentence, ())]
            several = len(spelled) > 1 or sentence in near or (bool(spelled) and bool(numbers))
            leading = []
            for digits in (*numbers, *spelled):
                value = _value(digits)
                after = 10.0 ** (1 - len(digits)) if several else 0.0
                leading.append((value * _LESS, (value + after) * _MORE))
            found[sentence] = leading
        return found

    def _shares(self, windows: Sequence[Window]) -> set[int]:
        """The sentences two of whose numbers, or one of them and one, have a ratio in one of `windows`."""
        found = {s for s, one, other in self._near if _have_ratio([one, other], windows)}
        for sentence, spelled in self._spelled.items():
            values = [1.0, *map(_value, spelled), *self._values.get(sentence, ())]
            if len(spelled) > 2 or len(values) > _MANY or _have_ratio(values, windows):
                found.add(sentence)
        return found

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
        return found | self._any | {sentence for sentence, spelled in self._spelled.items() if len(spelled) > 1}

    def _of_month(self, month: int) -> set[int]:
        return self._months[month].union(self._any, *(self._dated[form] for form in {str(month), f"{month:02d}"}))


def _windows(quantity: Quantity) -> Iterator[Window]:
    """What the value of an agreeing figure may be, in any of its units."""
    if quantity.low is None:
        return
    apart = _apart(quantity)
    for low, high in ((quantity.low, quantity.high), *quantity.alternatives):
        yield _around(low, high, apart)
        ends = zip(
            equivalents(low, quantity.unit), equivalents(low if high is None else high, quantity.unit), strict=True
        )
        yield from (_around(*end, _CONVERTED) for end in ends if end[0] != low)
        if is_currency(quantity.unit):
            yield _around(low * 100, high and high * 100, apart)  # in cents


def _apart(quantity: Quantity) -> float:
    """By what part of the claim's value an agreeing one may differ: its hedge, or the digits that it leaves out."""
    low = abs(float(quantity.low or 0))
    if quantity.hedge is not Hedge.EXACT or not low:
        return _HEDGED
    rounded = min(_ROUNDED, float(quantity.step or 0) / 2 / low)
    return max(rounded * _MORE, _ROUND_NUMBER if low >= _THOUSAND else 0)


def _around(low: Decimal, high: Decimal | None, part: float) -> Window:
    first, last = sorted((abs(float(low)), abs(float(low if high is None else high))))
    return first * (1 - part), last * (1 + part)


def _is_share(quantity: Quantity) -> bool:
    ratio = quantity.kind is QuantityKind.RATIO and quantity.unit in {None, "share"}
    return quantity.unit == _PERCENT or quantity.part_of is not None or ratio


def _share_windows(quantity: Quantity) -> Iterator[Window]:
    """What the share may be in percent."""
    if quantity.low is None:
        return
    share = float(abs(quantity.low))
    if quantity.part_of:
        share = share / float(quantity.part_of) * 100
    elif quantity.unit != _PERCENT:
        share *= 100
    apart = max(_POINTS, float(quantity.step or 1) / 2 + 0.01 if quantity.unit == _PERCENT else 0, share * _HEDGED)
    yield share - apart, share + apart


def _value(digits: str) -> float:
    """The value of digits without their zeros, from 1 to 10."""
    short = digits[:_EXACT] or "1"
    return int(short) / float(10 ** (len(short) - 1))


def _leading(low: float, high: float) -> Iterator[Window]:
    """The first digits of the values from `low` to `high`, from 1 to 10."""
    if low <= 0:
        yield (0, 10)
        return
    scale = 10.0 ** -math.floor(math.log10(low))
    yield low * scale, min(10.0, high * scale)
    if high * scale >= 10:
        yield 1.0, high * scale / 10


def _have_ratio(values: Sequence[float], windows: Sequence[Window]) -> bool:
    """Whether two of `values` have a ratio, its power of ten unknown, in one of `windows`."""
    ratios = [one / other for one in values for other in values if one is not other and one and other]
    return any(_within(ratio, window) for ratio in ratios for window in windows)


def _within(ratio: float, window: Window) -> bool:
    low, high = window
    if low <= 0:
        return True
    ratio *= 10.0 ** (math.ceil(math.log10(low)) - math.floor(math.log10(ratio)) - 1)
    return low * _LESS <= ratio <= high * _MORE or low * _LESS <= ratio * 10 <= high * _MORE
