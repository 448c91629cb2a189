"""Whom a figure is said of: the page's sentence names another land, or begins with another name, than the claim does.

"The Emirates account for 40 %" has all the words of "Oman accounts for 40 %" but one, on a page that is about Oman.
Each objection is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind, names_in
from factcheck.evidence.joints import stands_in
from factcheck.evidence.passages import ask
from factcheck.evidence.reading import read_page
from factcheck.evidence.sayings import says
from factcheck.model import MatchLevel, QuantityKind
from factcheck.words.lands import lands, named_lands

if TYPE_CHECKING:
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Claim, Match, Page, Quantity, Span

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_BRACKETS = re.compile(r"\([^()\n]{1,80}\)")
# Who says so is not who it is said of.
_SOURCE = re.compile(
    r"\b(?:according to|as reported by|по данным|по словам|за даними|за словами|паводле|według|"
    r"zdaniem|laut|nach angaben|selon|d'après|pasak|anot)\b[^,;.]{0,80}",
    re.IGNORECASE,
)
_LONGEST = 600  # code points of a sentence that is read so


def said_of_another(claim: Claim, quantity: Quantity, match: Match, page: Page) -> str | None:
    """The name in the sentence of `match` that stands where the claim has another, in words; None where none does."""
    reading = read_page(page)
    figure = reading.figure_at(match.passage.start)
    if match.level is MatchLevel.PAGE_DATE or figure is None or figure.sentence in reading.rows:
        return None
    sentence = reading.sentences[figure.sentence]
    if quantity.kind in _DATED or sentence.end - sentence.start > _LONGEST:
        return None
    word = _other_land(claim, reading, sentence) or _other_subject(claim, reading, sentence, figure)
    return f"speaks of “{word}” there" if word is not None else None


def _other_land(claim: Claim, reading: PageReading, sentence: Span) -> str | None:
    """A land in the sentence, which has none of those that the claim names."""
    ours = lands(claim.text, claim.language)
    if not ours:
        return None
    text = _SOURCE.sub(" ", reading.text[sentence.start : sentence.end])
    if ours & lands(text, reading.language):
        return None
    return next(iter(named_lands(text, reading.language).values()), None)


def _other_subject(claim: Claim, reading: PageReading, sentence: Span, figure: PageFigure) -> str | None:
    """The name that a sentence begins with, or has in brackets with the figure, where it has none of the claim's."""
    names = [found for found in ask(claim, reading).found if found.key.kind is KeyKind.NAME]
    if not names:
        return None
    if any(stands_in(found, reading.tokens_in(sentence)) for found in names):
        return None
    bracket = _bracket(reading.text, sentence, figure)
    if bracket is not None:
        return next(iter(names_in(bracket, reading.language)), None)
    text = reading.text[sentence.start : sentence.end]
    first = next(iter(names_in(text, reading.language)), None)
    if first is None or not text.lstrip("\"'“„«‘ ").startswith(first) or says("speech", text, reading.language):
        return None
    return first if _is_name_elsewhere(first, reading) else None


def _is_name_elsewhere(word: str, reading: PageReading) -> bool:
    """Whether a word that begins a sentence has its capital for another reason than that."""
    return not word[1:].islower() or any(
        reading.tokens[token] == word
        and reading.text[reading.token_starts[token] - 2 : reading.token_starts[token]].strip(" ").isalnum()
        for token in reading.positions.get(word.lower(), ())
    )


def _bracket(text: str, sentence: Span, figure: PageFigure) -> str | None:
    for match in _BRACKETS.finditer(text, sentence.start, sentence.end):
        if match.start() < figure.quantity.start < match.end():
            return match.group()
    return None
