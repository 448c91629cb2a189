"""The scanner: from a chunk's tokens to its figures and to the digits that are none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING

from factcheck.model import NonFigure, Quantity
from factcheck.quantities import kinds
from factcheck.quantities.dates import find_dates
from factcheck.quantities.drafts import ONE, Draft, Number
from factcheck.quantities.figures import TIME_UNITS, measure, noun_after, set_unit, settle_kind
from factcheck.quantities.hedges import find_direction, find_hedge, way
from factcheck.quantities.linking import is_score, link
from factcheck.quantities.names import no_figure
from factcheck.quantities.nouns import counted_noun, find_per
from factcheck.quantities.numerals import from_digits, read_number
from factcheck.quantities.scales import share
from factcheck.quantities.tokens import LINK, NUMBER, WORD, Tokens
from factcheck.quantities.vocabulary import Vocabulary, met
from factcheck.quantities.when import set_times
from factcheck.quantities.years import find_years, year_draft

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from factcheck.quantities.lexicon import Lexicon

_BEGINS = [kind in {LINK, NUMBER} for kind in range(4)]
_HYPHENS = frozenset("-‑")
_SHORT_SCALES = frozenset("mio mrd mln mld млн млрд тыс трлн тис tys bn tn mn trn bln mlrd tūkst md".split())
_SMALL = 10
_DASHES = frozenset("-–—−‒‑")
_MINUSES = frozenset({"-", "−", "–"})
_CHANGE_FAR = 8
_YEAR_DIGITS = 4
_YEAR_SIZES = frozenset({2, 4, 6, 7, 8})  # 90s, 2020, 2020.152
_NOT_OF_YEARS = frozenset({kinds.OVER, kinds.UNDER, kinds.ALMOST})  # more than in 2015
_ROUND = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 10**6)))
_RATE_FAR = 4
_RATES = frozenset({kinds.COUNT, kinds.NUMBER, kinds.MONEY})
_DIRECTED = frozenset({kinds.PERCENT, kinds.PERCENTAGE_POINTS, kinds.MONEY, kinds.COUNT,
                       kinds.NUMBER, kinds.RATIO})  # fmt: skip


@dataclass(slots=True)
class Scanner:
    """Reads one chunk; `drafts` and `names` are in the order of the text."""

    t: Tokens
    lex: Lexicon
    drafts: list[Draft] = field(default_factory=list)
    names: list[NonFigure] = field(default_factory=list)
    reference_end: int = -1
    done: int = 0
    known: Vocabulary = field(default_factory=Vocabulary)

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
        self._keep(draft)

    def _visit(self, i: int) -> int:
        """Reads what begins at token `i`; the token after it."""
        t, lex = self.t, self.lex
        kind = t.kinds[i]
        if kind == LINK:
            self._name(i, i + 1, "link")
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
            self._name(i, end, name[0])
            if name[0] == "reference":
                self.reference_end = end
            return end
        if len(word) in _YEAR_SIZES and (after := self._years(i)):
            return after
        return (t.glued[i + 1] and self._ordinal(i)) or self._number(i)

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

    def _ordinal(self, i: int) -> int | None:
        """``20th``, ``31-го``: a figure, unless it names an army or a century."""
        t, lex = self.t, self.lex
        end = i + 1
        if t.words[end] in _HYPHENS and t.glued[end]:
            end += 1
        if not t.words[i].isdecimal() or not t.glued[end]:
            return None
        if t.words[end] not in lex.ordinal_suffixes and not (lex.stop_ordinal and self._stop_ordinal(i)):
            return None
        return self._keep_ordinal(i, end + 1, int(t.words[i])) if len(t.words[i]) <= 4 else None

    def _stop_ordinal(self, i: int) -> bool:
        """``20. Jahrestag``: a stop after digits, and a noun that goes on."""
        t, lex = self.t, self.lex
        if t.words[i + 1] != "." or len(t.words[i]) > 3 or t.kinds[i + 2] != WORD or t.glued[i + 2]:
            return False
        if lex.capital_nouns or t.words[i + 2] in lex.ordinal_names:
            return t.words[i + 2] not in lex.stopwords
        return t.written(i + 2)[0].islower() and t.words[i + 2] not in lex.stopwords

    def _keep_ordinal(self, start: int, end: int, value: int) -> int:
        t, lex = self.t, self.lex
        if any(t.words[at] in lex.ordinal_names for at in range(end, end + 4)):
            self._name(start, end, "name of a unit or a century")
            return end
        if t.words[start - 1] in lex.every:
            return self._every(start - 1, end, value)
        draft = Draft(start, end, Decimal(value), Decimal(value), Decimal(1), kind=kinds.ORDINAL, bare=False)
        draft.of = noun_after(t, lex, draft)
        self.drafts.append(draft)
        return end

    def _every(self, start: int, end: int, value: int) -> int:
        """``every third``: a share, unless a unit of time follows."""
        found = self.lex.units.match(self.t.words, end)
        if value > 1 and not (found and found[0] in TIME_UNITS):
            part = share(1, value)
            draft = Draft(start, end, part, part, None, unit="share", kind=kinds.RATIO, bare=False, spelled=True)
            draft.hedge = find_hedge(self.t, self.lex, draft)
            self.drafts.append(draft)
        return end

    def _special(self, i: int) -> int | None:
        """*every third*, *once a month*, *twice as many*, *a decade*, spelled ordinals."""
        t, lex = self.t, self.lex
        word, after = t.words[i], t.words[i + 1]
        if word in lex.every:
            if after in lex.ordinals:
                return self._every(i, i + 2, lex.ordinals[after])
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
        return self._spelled_ordinal(i)

    def _spelled_ordinal(self, i: int) -> int | None:
        t, lex = self.t, self.lex
        value = lex.ordinals.get(t.words[i])
        if value is not None and value > 2 and t.words[i + 1] in lex.part_words:
            return self._part_of_whole(i, value)
        if value is None or t.words[i] in lex.numerals:
            tens = lex.numerals.get(t.words[i])
            at = i + 2 if t.words[i + 1] in _HYPHENS and t.glued[i + 1] else i + 1
            unit = lex.ordinals.get(t.words[at], 0)
            if tens is None or tens[1] != _SMALL or not 0 < unit < _SMALL or (not t.near[at] and not t.glued[at]):
                return None
            return self._keep_ordinal(i, at + 1, tens[0] + unit)
        if t.words[i] in lex.fractions or (t.words[i] in lex.denominators and self._fraction_ahead(i)):
            return None
        if value < _SMALL:
            return i + 1
        return self._keep_ordinal(i, i + 1, value)

    def _part_of_whole(self, i: int, value: int) -> int:
        """``пятая часть``, ``der fünfte Teil``."""
        part = share(1, value)
        draft = Draft(i, i + 2, part, part, None, unit="share", kind=kinds.RATIO, bare=False, spelled=True)
        draft.hedge = find_hedge(self.t, self.lex, draft)
        self.drafts.append(draft)
        return i + 2

    def _fraction_ahead(self, i: int) -> bool:
        """Whether the article before makes ``third`` a fraction: *of* or no noun follows."""
        t, lex = self.t, self.lex
        before = t.words[i - 1] if not (t.words[i - 1] in _HYPHENS and t.glued[i]) else t.words[i - 2]
        if before not in lex.article and before not in lex.fraction_article and before not in lex.one:
            return False
        if before in lex.one and before not in lex.article:
            return True
        after = t.words[i + 1]
        return not after.isalpha() or after in lex.stopwords or after.endswith(("ing", "ed"))

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
        self._keep(draft, measured=True)

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
            ordinal = self._ordinal_tail(number)
            if ordinal:
                return ordinal
            if self._structural(number.start, number.end, number.low):
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
            self._sign(number)
        self._keep(number)
        return max(number.end, end)

    def _ordinal_tail(self, number: Number) -> int | None:
        """``one hundred twenty-fifth``, ``две тысячи двадцать первый``."""
        t, lex, at = self.t, self.lex, number.end
        if t.words[at] in _HYPHENS and t.glued[at]:
            at += 1
        if t.words[at] in lex.joins:
            at += 1
        if t.words[at - 1] in lex.joins and t.words[at] in _HYPHENS:
            at += 1
        unit = lex.ordinals.get(t.words[at], 0)
        vigesimal = lex.sixty_up and _SMALL <= unit < 2 * _SMALL and number.low % 20 == 0 and number.low % 100 >= 60
        if (
            not (0 < unit < _SMALL or vigesimal)
            or number.low % _SMALL
            or number.low < 2 * _SMALL
            or not (t.near[at] or t.glued[at])
        ):
            return None
        if t.words[at] in lex.unit_starts and at == number.end:
            return None  # twenty seconds is no ordinal, and neither is "twenty second"
        value = int(number.low) + unit
        if t.words[at + 1] in lex.year_words:
            self.drafts.append(year_draft(number.start, at + 2, value))
            return at + 2
        return self._keep_ordinal(number.start, at + 1, value)

    def _sign(self, draft: Draft) -> None:
        """A minus glued to the digits and to nothing before it."""
        t, at = self.t, draft.start - 1
        if not t.glued[draft.start] or draft.low is None or draft.high is None:
            return
        listed = at > 0 and t.kinds[at - 1] == WORD and t.text[t.ends[at - 1] : t.starts[at]] == " "
        if t.words[at - 1] in {"<", ">", "=", "≤", "≥"}:
            draft.low, draft.high, draft.start = -draft.high, -draft.low, at
            return
        free = not t.glued[at] and (
            t.words[at] == "−" or listed or t.words[draft.end : draft.end + 1] in (["%"], ["°"])
        )
        if free:
            draft.low, draft.high, draft.start = -draft.high, -draft.low, at

    def _structural(self, start: int, end: int, value: Decimal) -> bool:
        """Spelled numbers that only structure the prose or are part of a name or a word (*two-way*)."""
        t, lex = self.t, self.lex
        after = t.words[end]
        if value >= _SMALL or value != value.to_integral_value():
            return False
        if value == 2 and t.words[start - 1] in lex.structural_before and after in lex.structural_nouns:
            return True
        if after in _HYPHENS and t.glued[end] and t.glued[end + 1]:
            return not (
                t.words[end + 1] in lex.unit_starts or t.words[end + 1] in lex.numerals or t.words[end + 1] in lex.to
            )
        if after in lex.structural_after:
            return True
        if (
            lex.references.match_back(t.words, start - 1)
            and len(t.words[start - 1]) > 2
            and after not in lex.unit_starts
        ):
            return True
        return self._capital(start, end)

    def _capital(self, start: int, end: int) -> bool:
        """Within a sentence a small numeral with a capital is part of a name: *the Group of Seven*."""
        t = self.t
        if start == 0 or end - start > 1 or t.kinds[start - 1] != WORD or not t.written(start)[0].isupper():
            return False
        return "\n" not in t.text[t.ends[start - 1] : t.starts[start]]

    def _keep(self, draft: Draft, *, measured: bool = False) -> None:
        t, lex = self.t, self.lex
        if not measured:
            measure(t, lex, draft)
        settle_kind(t, lex, draft)
        if draft.hedge is kinds.EXACT:
            draft.hedge = find_hedge(t, lex, draft)
        if not draft.unit and (draft.kind is kinds.COUNT or draft.kind is kinds.NUMBER):
            draft.of = noun_after(t, lex, draft)
        before = t.words[draft.start - 1]
        if before in lex.per_round and self._is_base(draft):
            self._name(draft.start, draft.end, "base of a rate")
            return
        if before in _DASHES and self.drafts and is_score(t, self.drafts[-1], draft):
            last = self.drafts.pop()
            self._name(last.start, draft.end, "score")
            return
        if not link(t, lex, self.drafts, draft):
            self.drafts.append(draft)

    def _is_base(self, draft: Draft) -> bool:
        """``4.7 cases per 1,000 inhabitants``: the thousand only says of how many."""
        t = self.t
        if (
            draft.low not in _ROUND
            or not self.drafts
            or draft.unit
            or draft.of is None
            or draft.hedge is not kinds.EXACT
        ):
            return False
        last = self.drafts[-1]
        between = range(last.end, draft.start - 1)
        plain = len(between) <= _RATE_FAR and all(
            t.kinds[at] == WORD and not way(self.lex, t.words[at]) for at in between
        )
        if not plain or last.low is None or last.low > draft.low or last.kind not in _RATES:
            return False
        last.per = str(draft.low)
        return True

    def _name(self, start: int, end: int, reason: str) -> None:
        t = self.t
        first, last = t.starts[start], t.ends[end - 1]
        self.names.append(NonFigure(t.text[first:last], first + t.offset, last + t.offset, reason))

    def quantities(self) -> list[Quantity]:
        """The figures read, as records."""
        set_times(self.t, self.drafts)
        moving = self.known.moving.intersection(self.t.words) if self.drafts else frozenset()
        found = [self._record(draft, moving) for draft in self.drafts]
        return self._changed(found) if moving else found

    def _changed(self, found: list[Quantity]) -> list[Quantity]:
        """Gives the second figure of a change the way of the first: *fell from 63.9% in 2016 to 54.5%*."""
        t, lex, last = self.t, self.lex, -1
        for at, (draft, quantity) in enumerate(zip(self.drafts, found, strict=True)):
            if quantity.kind not in _DIRECTED:
                continue
            joined = t.words[draft.start - 1] in lex.to or t.words[draft.start - 1] in lex.to_change
            if joined and last >= 0 and quantity.direction is None and quantity.hedge is not kinds.UP_TO:
                first = found[last]
                between = t.words[self.drafts[last].end : draft.start]
                near = len(between) <= _CHANGE_FAR and "," not in between and first.unit == quantity.unit
                if first.direction and near:
                    found[at] = replace(quantity, direction=first.direction)
            last = at
        return found

    def _record(self, draft: Draft, moving: AbstractSet[str]) -> Quantity:
        t = self.t
        start, end = t.starts[draft.start], t.ends[draft.end - 1]
        other = () if draft.other is None or draft.low != draft.high else ((draft.other, draft.other),)
        directed = draft.kind in _DIRECTED
        low = draft.low if draft.step is ONE else _tidy(draft.low)
        return Quantity(
            t.text[start:end],
            start + t.offset,
            end + t.offset,
            low,
            low if draft.high is draft.low else _tidy(draft.high),
            draft.unit,
            draft.kind,
            draft.hedge,
            draft.iso_date,
            draft.of,
            ONE if draft.step is ONE else _tidy(draft.step),
            other,
            draft.part_of,
            find_direction(t, self.lex, draft, moving) if directed and moving else None,
            counted_noun(t, self.lex, draft),
            draft.per or (find_per(t, self.lex, draft) if directed else None),
            draft.time,
        )


def _tidy(value: Decimal | None) -> Decimal | None:
    """Without trailing zeros and without an exponent: 3500000000, 0.25."""
    if value is None or (written := str(value)).isdecimal():
        return value
    if "." not in written and "E" not in written:
        return value  # a negative number
    short = value.normalize()
    return short.quantize(ONE) if "E+" in str(short) else short
