"""What has been read of a chunk, and how one more figure is taken in."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.model import NonFigure
from factcheck.quantities import kinds
from factcheck.quantities.figures import measure, noun_after, settle_kind
from factcheck.quantities.hedges import find_hedge, way
from factcheck.quantities.linking import is_score, link
from factcheck.quantities.tokens import WORD, Tokens
from factcheck.quantities.vocabulary import Vocabulary

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon

_DASHES = frozenset("-–—−‒‑")
_ROUND = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 10**6)))
_RATE_FAR = 4
_RATES = frozenset({kinds.COUNT, kinds.NUMBER, kinds.MONEY})


@dataclass(slots=True)
class Reader:
    """The state of reading one chunk; `drafts` and `names` are in the order of the text."""

    t: Tokens
    lex: Lexicon
    drafts: list[Draft] = field(default_factory=list)
    names: list[NonFigure] = field(default_factory=list)
    reference_end: int = -1
    done: int = 0
    known: Vocabulary = field(default_factory=Vocabulary)

    def keep(self, draft: Draft, *, measured: bool = False) -> None:
        """Settles what a figure is, and joins it with the one before it or keeps it."""
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
            self.name(draft.start, draft.end, "base of a rate")
            return
        if before in _DASHES and self.drafts and is_score(t, self.drafts[-1], draft):
            last = self.drafts.pop()
            self.name(last.start, draft.end, "score")
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

    def name(self, start: int, end: int, reason: str) -> None:
        """Keeps tokens [start, end) as no figure, for `reason`."""
        t = self.t
        first, last = t.starts[start], t.ends[end - 1]
        self.names.append(NonFigure(t.text[first:last], first + t.offset, last + t.offset, reason))
