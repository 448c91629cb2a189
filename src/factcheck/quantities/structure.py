"""What stands right beside a number and changes what it is: a minus, or words that make it structure or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantities.tokens import WORD, Tokens

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.quantities.drafts import Draft
    from factcheck.quantities.lexicon import Lexicon

_HYPHENS = frozenset("-‑")
_SMALL = 10


def is_structural(t: Tokens, lex: Lexicon, start: int, end: int, value: Decimal) -> bool:
    """Spelled numbers that only structure the prose or are part of a name or a word (*two-way*)."""
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
    if lex.references.match_back(t.words, start - 1) and len(t.words[start - 1]) > 2 and after not in lex.unit_starts:
        return True
    return _is_in_name(t, start, end)


def _is_in_name(t: Tokens, start: int, end: int) -> bool:
    """Within a sentence a small numeral with a capital is part of a name: *the Group of Seven*."""
    if start == 0 or end - start > 1 or t.kinds[start - 1] != WORD or not t.written(start)[0].isupper():
        return False
    return "\n" not in t.text[t.ends[start - 1] : t.starts[start]]


def add_sign(t: Tokens, draft: Draft) -> None:
    """A minus glued to the digits and to nothing before it."""
    at = draft.start - 1
    if not t.glued[draft.start] or draft.low is None or draft.high is None:
        return
    listed = at > 0 and t.kinds[at - 1] == WORD and t.text[t.ends[at - 1] : t.starts[at]] == " "
    if t.words[at - 1] in {"<", ">", "=", "≤", "≥"}:
        draft.low, draft.high, draft.start = -draft.high, -draft.low, at
        return
    free = not t.glued[at] and (t.words[at] == "−" or listed or t.words[draft.end : draft.end + 1] in (["%"], ["°"]))
    if free:
        draft.low, draft.high, draft.start = -draft.high, -draft.low, at
