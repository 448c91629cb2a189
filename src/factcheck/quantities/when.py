"""Which date of its sentence a figure belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities import kinds
from factcheck.quantities.tokens import WORD, Tokens

if TYPE_CHECKING:
    from factcheck.quantities.drafts import Draft

_DATED = frozenset({kinds.DATE, kinds.YEAR})
_ENDS = frozenset(".!?;")
_BREAKS = frozenset(",:–—(")
_CLOSE = 5
_SHORT = 3


def set_times(t: Tokens, drafts: list[Draft]) -> None:
    """Gives every figure the date that dates it, in time linear in the chunk's tokens."""
    if not any(_is_date(draft) for draft in drafts):
        return
    sentence: list[Draft] = []
    end = 0
    for draft in drafts:
        if sentence and _breaks(t, end, draft.start):
            _date(t, sentence)
            sentence = []
        sentence.append(draft)
        end = draft.end
    _date(t, sentence)


def _is_date(draft: Draft) -> bool:
    return draft.kind in _DATED or (draft.kind is kinds.RANGE and draft.unit is None)


def _breaks(t: Tokens, start: int, end: int) -> bool:
    """Whether a sentence ends between two tokens; the stop of an abbreviation ends none."""
    if _ENDS.isdisjoint(t.words[start:end]) and all(t.near[start + 1 : end]):
        return False
    for at in range(start, end):
        if t.words[at] in _ENDS and (t.words[at] != "." or _ends_sentence(t, at)):
            return True
        if not t.near[at] and at > start:
            return True
    return False


def _ends_sentence(t: Tokens, at: int) -> bool:
    after = t.words[at + 1]
    if len(t.words[at - 1]) <= _SHORT and t.kinds[at - 1] == WORD:
        return False
    return bool(after) and not t.glued[at + 1] and not t.written(at + 1)[0].islower()


def _date(t: Tokens, sentence: list[Draft]) -> None:
    dates = [at for at, draft in enumerate(sentence) if _is_date(draft)]
    if not dates or len(dates) == len(sentence):
        return
    before: Draft | None = None
    for at, draft in enumerate(sentence):
        if _is_date(draft):
            before = draft
            continue
        after = sentence[at + 1] if at + 1 < len(sentence) and _is_date(sentence[at + 1]) else None
        if after is not None and before is not None and not _close(t, draft, after):
            after = None
        chosen = after or before or sentence[dates[0]]
        draft.time = _iso(chosen)


def _close(t: Tokens, draft: Draft, date: Draft) -> bool:
    """Whether the date follows within a few words and no sign stands between: *63.9% in 2017*."""
    return date.start - draft.end <= _CLOSE and not _BREAKS & set(t.words[draft.end : date.start])


def _iso(draft: Draft) -> str | None:
    if draft.iso_date is not None or draft.low is None or draft.high is None:
        return draft.iso_date
    return f"{int(draft.low):04d}/{int(draft.high):04d}"
