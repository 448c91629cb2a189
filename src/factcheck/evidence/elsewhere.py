"""What the page says beside a figure: the claim's words with another figure, after a denial, or at another time.

Each objection is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.counted import may_be_one
from factcheck.evidence.denials import NONE
from factcheck.evidence.joints import stands_in
from factcheck.evidence.passages import ask
from factcheck.evidence.reading import read_page
from factcheck.model import MatchLevel, QuantityKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.evidence.alignment import Found
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Claim, Match, Page, Quantity

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
# "Five years later, …" at the head of a sentence
_SHIFTED = re.compile(
    r"\W*(?:(?:just|only|nur|лишь|только|tylko|seulement|tik)\s)?(?:"
    r"(?:\w+\s){1,3}(?:years?|months?|weeks?|days?|decades?)\s(?:later|earlier|afterwards)\b|"
    r"(?:\w+\s){1,3}(?:jahre?n?|monate?n?|wochen?|tage?n?)\s(?:später|zuvor|danach|darauf)\b|"
    r"(?:через|спустя|праз|цераз)\s(?:\w+\s){0,2}(?:лет|год\w*|месяц\w*|недел\w*|дн\w+|рок\w*|гадоў|тиж\w+|міс\w+|мес\w+)\b|"
    r"(?:\w+\s){1,3}(?:лет|года?|месяцев|років|гадоў)\s(?:спустя|назад|потому|раней|раньше|тому|таму)\b|"
    r"(?:\w+\s){1,3}(?:lata?|roku?|miesi\w+|tygodni\w*|dni)\s(?:później|wcześniej|potem)\b|po\s\w+\s(?:latach|miesiącach)\b|"
    r"(?:\w+\s){1,3}(?:ans?|années?|mois|semaines?|jours?)\s(?:plus tard|auparavant|après|plus tôt)\b|"
    r"po\s\w+\s(?:metų|mėnesių|savaičių|dienų)\b)",
    re.IGNORECASE,
)
_FEW = 2  # sentences in which a word that tells what a figure is of stands
_LONGEST = 600  # code points of a sentence that is read so


def said_elsewhere(claim: Claim, quantity: Quantity, match: Match, page: Page) -> str | None:
    """What the page has of the claim's words beside the figure of `match`, and not with it, in words; else None."""
    reading = read_page(page)
    figure = reading.figure_at(match.passage.start)
    if match.level is MatchLevel.PAGE_DATE or figure is None or figure.sentence in reading.rows:
        return None
    sentence = reading.sentences[figure.sentence]
    if sentence.end - sentence.start > _LONGEST:
        return None
    word = _told_elsewhere(claim, quantity, figure, reading)
    if word is not None:
        return f"has “{word}” with another figure"
    return None if quantity.kind in _DATED else _denied_or_later(claim, figure, reading)


def _told_elsewhere(claim: Claim, quantity: Quantity, figure: PageFigure, reading: PageReading) -> str | None:
    """A word of the claim that the figure's sentence lacks, and sentences with other figures of what it counts have.

    Of a date it is what happened: "was freed on 7 October", where the page has "freed" with the 13th only.  Of other
    figures nothing is said where their sentence has a word of the claim that those lack: "Bread is 18 % dearer.  Prices
    of milk rose by 9 %."
    """
    asked = ask(claim, reading)
    keys = [found for found in asked.found if found.key.quantity is None and found.key.weight >= 1 and found.tokens]
    dated = quantity.kind in _DATED
    for found in keys:
        # Of another language, the figure's sentence may have a word that no dictionary gives.
        if asked.translated and found.key.kind is KeyKind.WORD and not dated:
            continue
        holding = {reading.token_sentences[token] for token in found.tokens}
        if figure.sentence in holding or len(holding) > _FEW:
            continue
        own = (
            ()
            if dated
            else [one for one in keys if stands_in(one, reading.tokens_in(reading.sentences[figure.sentence]))]
        )
        if all(_has_rival(n, claim, quantity, figure, reading) and _has_all(n, own, reading) for n in holding):
            return found.key.text
    return None


def _has_all(number: int, keys: Iterable[Found], reading: PageReading) -> bool:
    return all(stands_in(found, reading.tokens_in(reading.sentences[number])) for found in keys)


def _has_rival(number: int, claim: Claim, quantity: Quantity, figure: PageFigure, reading: PageReading) -> bool:
    """Whether the sentence `number` has another date, or another figure of the claim's unit or noun."""
    mine = figure.quantity
    if number in reading.rows or quantity.kind in _DATED - {QuantityKind.DATE}:
        return False
    others = [beside.quantity for beside in reading.figures_in(number) if beside.quantity.kind is mine.kind]
    if quantity.kind is QuantityKind.DATE:
        return any(other.iso_date != mine.iso_date for other in others)
    rivals = [other for other in others if other.unit == mine.unit and other.low != mine.low]
    if mine.unit is not None:
        return bool(rivals)
    counted = quantity.noun
    return counted is not None and any(
        other.noun is not None and may_be_one(counted, claim.language, other.noun, reading.language) for other in rivals
    )


def _denied_or_later(claim: Claim, figure: PageFigure, reading: PageReading) -> str | None:
    sentence = reading.sentences[figure.sentence]
    denied = _denied_of(claim, reading, Span(figure.quantity.end, sentence.end))
    if denied is not None:
        return f"denies it of “{denied}”"
    shifted = _SHIFTED.match(reading.text, sentence.start, figure.quantity.start)
    if shifted is not None and _dated_by_the_one_before(claim, reading, figure.sentence):
        return "gives it for another time"
    return None


def _denied_of(claim: Claim, reading: PageReading, rest: Span) -> str | None:
    """A word of the claim that the `rest` of a sentence has after a denial: "74 agreements, none on hydrogen"."""
    denial = NONE.search(reading.text, rest.start, rest.end)
    if denial is None or NONE.search(claim.text):
        return None
    before, after = Span(rest.start, denial.start()), Span(denial.end(), rest.end)
    keys = (found for found in ask(claim, reading).found if found.key.quantity is None and found.key.weight >= 1)
    denied = (
        found
        for found in keys
        if stands_in(found, reading.tokens_in(after)) and not stands_in(found, reading.tokens_in(before))
    )
    return next((found.key.text for found in denied), None)


def _dated_by_the_one_before(claim: Claim, reading: PageReading, number: int) -> bool:
    """Whether a date of the claim stands in the sentence before `number`, and none in that itself."""
    dates = [found for found in ask(claim, reading).found if found.key.kind is KeyKind.DATE]
    here, before = reading.sentences[number], reading.sentences[max(0, number - 1)]
    return not any(stands_in(found, reading.tokens_in(here)) for found in dates) and any(
        stands_in(found, reading.tokens_in(before)) for found in dates
    )
