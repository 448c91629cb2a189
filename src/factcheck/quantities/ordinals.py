"""Ordinals in digits and in words, and the shares that they make: ``20th``, ``every third``, ``пятая часть``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.drafts import Draft
from factcheck.quantities.figures import TIME_UNITS, noun_after
from factcheck.quantities.hedges import find_hedge
from factcheck.quantities.reader import Reader
from factcheck.quantities.scales import share
from factcheck.quantities.tokens import WORD
from factcheck.quantities.years import year_draft

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Number

_HYPHENS = frozenset("-‑")
_SMALL = 10


@dataclass(slots=True)
class OrdinalReader(Reader):
    """Reads ordinals."""

    def ordinal(self, i: int) -> int | None:
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
            self.name(start, end, "name of a unit or a century")
            return end
        if t.words[start - 1] in lex.every:
            return self.every(start - 1, end, value)
        draft = Draft(start, end, Decimal(value), Decimal(value), Decimal(1), kind=kinds.ORDINAL, bare=False)
        draft.of = noun_after(t, lex, draft)
        self.drafts.append(draft)
        return end

    def every(self, start: int, end: int, value: int) -> int:
        """``every third``: a share, unless a unit of time follows."""
        found = self.lex.units.match(self.t.words, end)
        if value > 1 and not (found and found[0] in TIME_UNITS):
            part = share(1, value)
            draft = Draft(start, end, part, part, None, unit="share", kind=kinds.RATIO, bare=False, spelled=True)
            draft.hedge = find_hedge(self.t, self.lex, draft)
            self.drafts.append(draft)
        return end

    def spelled_ordinal(self, i: int) -> int | None:
        """``twenty-fifth``, ``пятая часть``; the token after it, None where none is said."""
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

    def ordinal_tail(self, number: Number) -> int | None:
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
