"""Shares of something else: "30 % of smokers are patients" for "30 % of patients are smokers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.joints import stands_in

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Found
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Quantity, Span

_SHARES = frozenset({"percent", "share"})
_BESIDE = 5  # words after a percentage in which its whole is named


def of_another_whole(
    quantity: Quantity, figure: Quantity, keys: tuple[Found, ...], sentence: Span, reading: PageReading
) -> bool:
    """Whether the percentage is of another noun, with the claim's elsewhere in the sentence: "of" changed round."""
    if quantity.unit not in _SHARES or quantity.noun is None or figure.noun is None:
        return False
    whole = next((found for found in keys if found.key.text == quantity.noun), None)
    if whole is None:
        return False
    after = reading.token_at(figure.end)
    if not stands_in(whole, reading.tokens_in(sentence)):
        return False
    beside = range(after, after + _BESIDE + 1)
    if not stands_in(whole, beside) or whole.key.kind is KeyKind.NAME:
        return not stands_in(whole, beside)
    first = min(token for token in whole.tokens if token in beside) - 1  # "Prozent der Bevölkerung Lomboks"
    between = [found for found in keys if found is not whole and stands_in(found, range(after + 1, first))]
    return any(found.key.at > whole.key.at and figure.noun in _words_at(found, reading, beside) for found in between)


def _words_at(found: Found, reading: PageReading, tokens: range) -> set[str]:
    """The words of the page's `tokens`, in small letters, by which a key was found."""
    return {reading.tokens[token].lower() for token in found.tokens if token in tokens}
