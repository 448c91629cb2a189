"""The scanner: from a chunk's tokens to its figures and to the digits that are none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.dates import find_dates
from factcheck.quantities.drafts import Draft, Number
from factcheck.quantities.figures import TIME_UNITS, set_unit
from factcheck.quantities.hedges import find_hedge
from factcheck.quantities.names import no_figure
from factcheck.quantities.numerals import from_digits, read_number
from factcheck.quantities.ordinals import OrdinalReader
from factcheck.quantities.recording import recorded
from factcheck.quantities.structure import add_sign, is_structural
from factcheck.quantities.tokens import LINK, NUMBER, WORD
from factcheck.quantities.vocabulary import met
from factcheck.quantities.years import find_years

if TYPE_CHECKING:
    from factcheck.model import Quantity

_BEGINS = [kind in {LINK, NUMBER} for kind in range(4)]
_HYPHENS = frozenset("-‑")
_SHORT_SCALES = frozenset("mio mrd mln mld млн млрд тыс трлн тис tys bn tn mn trn bln mlrd tūkst md".split())
_MINUSES = frozenset({"-", "−", "–"})
_YEAR_DIGITS = 4
_YEAR_SIZES = frozenset({2, 4, 6, 7, 8})  # 90s, 2020, 2020.152
_NOT_OF_YEARS = frozenset({kinds.OVER, kinds.UNDER, kinds.ALMOST})  # more than in 2015


@dataclass(slots=True)
class Scanner(OrdinalReader):
    """Reads one chunk: visits each place where a figure may begin."""

    def run(self) -> None:
        """Visits every token at which a figure may begin."""
        t = self.t
        words, anchors = t.words, self.lex.anchors
        known = self.known = met(self.lex, set(words))
        if not known.anchors.isdisjoint(words):
            anchors |= known.anchors
        compounds = known.compounds
        begins = map(or_, map(anchors.__contains__, words), map(_BEGINS.__getitem__, t.kinds))
        for i in compress(range(t.size), begins):
            if i < self.done:
                continue
            if words[i] in compounds:
                self._compound(i, *compounds[words[i]])
                continue
            after = self._visit(i)
            self.done = after if after > i else i + 1

    def _compound(self, i: int, value: Decimal, unit: str) -> None:
        draft = Draft(i, i + 1, value, value, Decimal(1), spelled=True)
        set_unit(draft, unit, i + 1)
        self.done = i + 1
        self.keep(draft)

    def _visit(self, i: int) -> int:
        """Reads what begins at token `i`; the token after it."""
        t, lex = self.t, self.lex
        kind = t.kinds[i]
        if kind == LINK:
            self.name(i, i + 1, "link")
            return i + 1
        if kind == NUMBER:
            return self._digits(i)
        if t.words[i] in lex.months and (dates := find_dates(t, lex, i)):
            self.drafts.extend(dates[0])
            return dates[1]
        if (t.words[i] in lex.ordinals or t.words[i] in lex.tens) and (dates := find_dates(t, lex, i)):
            self.drafts.extend(dates[0])
            return dates[1]
        if t.words[i] in _SHORT_SCALES:
            return i + 1  # "in Mio. Euro" heads a column
        return self._special(i) or self._number(i)

    def _digits(self, i: int) -> int:
        t, lex = self.t, self.lex
        word = t.words[i]
        if word.isdecimal():
            size = len(word)
            dated = (size == 1 or (size == 2 and word <= "39") or size == _YEAR_DIGITS) and t.words[
                i + 1
            ] in lex.dates_go_on
        else:
            dated = "." in word
        if dated and not (t.glued[i] and t.kinds[i - 1] == WORD) and (dates := find_dates(t, lex, i)):
            self.drafts.extend(dates[0])
            return dates[1]
        name = no_figure(t, lex, i, self.reference_end)
        if name:
            end = name[1]
            while t.words[end] in _HYPHENS and t.glued[end] and t.glued[end + 1] and t.kinds[end + 1] == NUMBER:
                end += 2  # Boeing 747-400
            self.name(i, end, name[0])
            if name[0] == "reference":
                self.reference_end = end
            return end
        if len(word) in _YEAR_SIZES and (after := self._years(i)):
            return after
        return (t.glued[i + 1] and self.ordinal(i)) or self._number(i)

    def _years(self, i: int) -> int | None:
        years = find_years(self.t, self.lex, i)
        if years is None:
            return None
        self.drafts.extend(years[0])
        for draft in years[0]:
            if draft.hedge is kinds.EXACT:
                draft.hedge = find_hedge(self.t, self.lex, draft)
            if draft.hedge in _NOT_OF_YEARS:
                draft.hedge = kinds.EXACT
        return years[1]

    def _special(self, i: int) -> int | None:
        """*every third*, *once a month*, *twice as many*, *a decade*, spelled ordinals."""
        t, lex = self.t, self.lex
        word, after = t.words[i], t.words[i + 1]
        if word in lex.every:
            if after in lex.ordinals:
                return self.every(i, i + 2, lex.ordinals[after])
            return None if word in lex.one or word in lex.numerals else i + 1
        if word in lex.once and after in lex.once_follow:
            return self._frequency(i, lex.once[word])
        if word in lex.times_words and (not lex.times_follow or after in lex.times_follow):
            self._simple(i, i + 1, lex.times_words[word], "times")
            return i + 1
        if word in lex.wholes:
            value, unit = lex.wholes[word]
            self._simple(i, i + 1, value, unit)
            return i + 1
        return self.spelled_ordinal(i)

    def _frequency(self, i: int, value: int) -> int:
        end = i + 2
        found = self.lex.units.match(self.t.words, end)
        if not found or found[0] not in TIME_UNITS:
            return i + 1
        draft = Draft(i, found[1], Decimal(value), Decimal(value), Decimal(1), kind=kinds.NUMBER, bare=False)
        draft.hedge = find_hedge(self.t, self.lex, draft)
        self.drafts.append(draft)
        return found[1]

    def _simple(self, start: int, end: int, value: int, unit: str) -> None:
        draft = Draft(start, end, Decimal(value), Decimal(value), Decimal(value), spelled=True)
        draft.unit, draft.bare = unit, False
        self.keep(draft, measured=True)

    def _number(self, i: int) -> int:
        """The number at token `i`, with what it measures; the token after it."""
        t, lex = self.t, self.lex
        if t.kinds[i] == NUMBER:
            number = from_digits(t, lex, i)
            return i + 1 if number is None else self._take(number)
        start = i
        before = t.words[i - 1]
        if i - 1 >= self.done and (before in lex.article or before in lex.fraction_article):
            start = i - 1
        elif before in _HYPHENS and t.glued[i] and t.words[i - 2] in lex.one | lex.article:
            start = i - 2
        number = read_number(t, lex, start)
        if start < i and (number is None or number.end <= i):
            start, number = i, read_number(t, lex, i)
        if number is None:
            return i + 1
        if number.spelled:
            ordinal = self.ordinal_tail(number)
            if ordinal:
                return ordinal
            if is_structural(t, lex, number.start, number.end, number.low):
                return number.end
        return self._take(number)

    def _take(self, number: Number) -> int:
        """Keeps a number as a figure; the token after it."""
        end = number.end
        if number.share:
            number.unit = "share"
        if number.vague:
            number.hedge = kinds.ABOUT
        if self.t.words[number.start - 1] in _MINUSES:
            add_sign(self.t, number)
        self.keep(number)
        return max(number.end, end)

    def quantities(self) -> list[Quantity]:
        """The figures read, as records."""
        return recorded(self.t, self.lex, self.drafts, self.known.moving)
