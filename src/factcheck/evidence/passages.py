"""A text put to a page: which of its words, names and figures the page has, and which passage has most of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.evidence.alignment import Context, Found, is_near
from factcheck.evidence.context import figure_keys, word_keys
from factcheck.evidence.location import locate
from factcheck.model import DESIGNATION, QuantityKind
from factcheck.quantities import find_quantities
from factcheck.text import likely_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Passage, Quantity


_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim put to a page: its words and figures as found there; `translated` where the languages differ.

    `places` are the labels of the page's places that the note cites.
    """

    claim: Claim
    reading: PageReading
    language: str | None
    translated: bool
    found: tuple[Found, ...]
    word_starts: tuple[int, ...]
    places: tuple[str, ...] = ()

    def own_weight(self, quantity: Quantity) -> float:
        """How much the claim says besides `quantity`: 1.2 for a name, 1 for a word, less for one usual in news."""
        return sum(f.key.weight for f in self.found if f.key.quantity is not quantity)

    def context(self, quantity: Quantity, before: float = 0.0) -> Context:
        """What is left of the claim when `quantity` is judged; the sentence before it at `before` of its weight."""
        at = self._word_at(quantity.start)
        found = [
            Found(f.key, f.tokens, is_near(at, self._word_at(f.key.at)))
            for f in self.found
            if f.key.quantity is not quantity
        ]
        return Context([*found, *self._before(before)] if before else found, self.reading, self.places)

    def _before(self, part: float) -> Iterator[Found]:
        """The words and dates of the sentence before that the claim itself does not have, never near its figure."""
        text = self.claim.context or ""
        own = {f.key.text for f in self.found}
        quantities = [q for q in find_quantities(text, self.language) if q.iso_date is not None or q.kind in _DATED]
        for found in _look_for(text, quantities, self.language or "en", self.reading):
            if found.key.text not in own:
                yield replace(found, key=replace(found.key, weight=found.key.weight * part))

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self.word_starts, offset) - 1)


def ask(claim: Claim, reading: PageReading) -> Asked:
    """Look for everything that `claim` says on the page; the answer to the last claim is kept with the page."""
    if reading.asked is not None and reading.asked[0] is claim:
        return reading.asked[1]
    language = claim.language or likely_language(claim.text) or "en"
    quantities = [cited.quantity for cited in claim.figures if cited.quantity.unit != DESIGNATION]
    found = _look_for(claim.text, quantities, language, reading)
    asked = Asked(claim, reading, language, _is_translated(language, reading), found, _word_starts(claim.text))
    reading.asked = claim, asked
    return asked


def aligned_passage(text: str, language: str | None, reading: PageReading) -> Passage | None:
    """The sentence of the page that has most of what `text` says; None where it has nothing of it."""
    context = Context(_look_for(text, (), language or "en", reading), reading)
    best = context.best_sentence()
    if best is None:
        return None
    span = reading.sentences[best]
    return reading.passage(span.start, span.end)


def _look_for(text: str, quantities: Sequence[Quantity], language: str, reading: PageReading) -> tuple[Found, ...]:
    translated = _is_translated(language, reading)
    keys = [*word_keys(_blanked(text, quantities), language, translated=translated), *figure_keys(quantities)]
    return tuple(Found(key, locate(key, reading, language, translated=translated), near=False) for key in keys)


def _is_translated(language: str, reading: PageReading) -> bool:
    return reading.language is not None and reading.language != language


def _blanked(text: str, quantities: Sequence[Quantity]) -> str:
    """The claim without its figures' words: a judged figure's own words must not count for its context."""
    for quantity in quantities:
        text = text[: quantity.start] + " " * (quantity.end - quantity.start) + text[quantity.end :]
    return text


def _word_starts(text: str) -> tuple[int, ...]:
    return tuple(i for i, c in enumerate(text) if not c.isspace() and (i == 0 or text[i - 1].isspace()))
