"""Objections: a page that has the claim's figure, but denies, plans or only expects it, or gives it for something else.

The words that tell stand in ``sayings.txt`` and ``contrasts.txt``.  An objection is a reason to look by hand, not a
proof.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.evidence.apart import COPYRIGHT
from factcheck.evidence.contrasts import contrast, other_names
from factcheck.evidence.counted import other_noun
from factcheck.evidence.dates import other_time
from factcheck.evidence.denials import DENIAL, UNTIL
from factcheck.evidence.headers import under_another_column
from factcheck.evidence.neighbours import exchanged, said_of_neighbour
from factcheck.evidence.pairing import crossed
from factcheck.evidence.portions import of_a_part
from factcheck.evidence.reading import read_page
from factcheck.evidence.roles import led_the_other_way, swapped
from factcheck.evidence.sayings import rate, says
from factcheck.evidence.slots import put_in_place
from factcheck.model import Hedge, QuantityKind
from factcheck.quantities import find_quantities
from factcheck.words.folding import common_prefix

if TYPE_CHECKING:
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Page, Passage, Quantity

# What may deny in a claim in other words than a page's: then both may well say the same.
_CONTRARY = re.compile(
    r"\b(?:no|nor|neither|none|without|lack\w*|refus\w*|fail\w*|declin\w*|against|oppos\w*|den(?:y|ied|ies)|reject\w*|un\w{4,}|"
    r"dis\w{4,}|non|без\w*|отказ\w*|отриц\w*|против\w*|отсутств\w*|bez\w*|brak\w*|odm\w+|przeciw\w*|ohne|gegen|un\w{4,}|"
    r"lehn\w+|sans|contre|refus\w*|be|prieš|ni\w{3,})\b",
    re.IGNORECASE,
)
# "…, dass 60 Menschen starben": what is said of such a clause stands in another.
_SUBORDINATE = re.compile(
    r"\s*(?:dass|daß|that|что|будто|што|нібы|що|ніби|że|jakoby|qu[e'’]|kad|jog)(?!\w)", re.IGNORECASE
)
# A capitalised word inside a sentence, right before a number: "Soyuz 11"
_NAMED = re.compile(r"[\w,;]\s+[^\W\d_a-zа-я][\w-]*[^\W\d_]\s$")
# The year of what tells a figure, and not of the figure: "a 2016 report found", "в докладе 2016 года".
_TELLING = (
    r"(?:reports?|stud(?:y|ies)|articles?|papers?|books?|review|interview|докладе?|отч[её]те?|исследовани\w*|стать[еия]|"
    r"дакладзе|артыкуле|доповіді|статті|звіті|raport\w*|artykule|badani\w*|bericht\w*|studie\w*|artikel\w*|rapport|étude|"
    r"ataskait\w*|straipsn\w*|tyrim\w*)"
)
_YEAR = r"(?:19|20)\d\d"
_PUBLISHED = re.compile(
    rf"\b{_YEAR}\s+(?:\w+\s+)?{_TELLING}\b|\b{_TELLING}\s+(?:of|from|in|за|от|з|z|vom|von|aus|de)?\s*{_YEAR}\b",
    re.IGNORECASE,
)
# What turns a word round when it is written before it.
_NEGATING = {
    "en": ("un", "dis", "non"), "de": ("un", "miss"), "pl": ("nie",), "lt": ("ne",), "ru": ("не",), "uk": ("не",),
    "be": ("не", "ня"),
}  # fmt: skip
# "220 witnesses in a year and a half": a length of time, not one after another.
_WITHIN = re.compile(r"\b(?:in|within|over|during) (?:a|an|one) \w+", re.IGNORECASE)
# What says of a figure, before or after it, that it is for each of something.
_EACH = re.compile(
    r"\b(?:per|each|every|apiece|capita|head|average|je|jede\w*|pro|kopf|durchschnitt\w*|кажд\w+|на|за|кожн\w+|na|za|każd\w+|"
    r"par|chaque|chacun\w*|moyenne|kiekvien\w+|tenk\w+|vidutin\w+)\b",
    re.IGNORECASE,
)
_PERIODS = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_SPAN, _SPAN_AT = 2, 12  # years from first to last; code points before them
_BETWEEN = re.compile(
    r"(?:between|from|с|со|между|паміж|між|від|з|między|od|zwischen|von|entre|de|nuo|tarp)\s+$", re.IGNORECASE
)
_DASHED = re.compile(r"\d\s?[-–—]\s?\d")
_AT_MOST = frozenset({Hedge.UP_TO, Hedge.UNDER})
_CLAUSE_END = re.compile(
    r"[.!?](?=\s)|[,;:()\n—–|]|\s(?:and|but|while|whereas|although|и|а|но|і|але|але|oraz|ale|und|aber|et|mais|bet|ir)\s"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_CLAUSE = 120


@dataclass(frozen=True, slots=True)
class _Said:
    """Where a page has the figure: its clause, with its place [start, end), and its sentence."""

    clause: str
    start: int
    end: int
    sentence: str
    language: str | None


def objection(claim: Claim, quantity: Quantity, passage: Passage, language: str | None) -> str | None:
    """What the clause of `passage` that holds the figure does with it and the claim does not, in words; else None."""
    said = _said(passage, language)
    return (
        _denied(claim, quantity, said)
        or _not_yet(claim, quantity, said)
        or _of_other_things(claim, quantity, passage, said)
    )


def _denied(claim: Claim, quantity: Quantity, said: _Said) -> str | None:
    own = DENIAL.search(claim.text) or _CONTRARY.search(claim.text)
    scope = said.sentence if _SUBORDINATE.match(said.clause) else said.clause
    dated = quantity.kind in _DATED and UNTIL.search(scope)
    if DENIAL.search(scope) and not own and not dated and not _names(claim, quantity):
        return "denies what is said of it"
    if _turned_round(claim.text, said) and not own:
        return "denies what is said of it"
    word = says("refuted", said.sentence, said.language)
    if word is not None and not own and not says("refuted", claim.text, claim.language):
        return f"tells of it with the word “{word}”"
    return None


def _names(claim: Claim, quantity: Quantity) -> bool:
    """Whether the number is part of a name, as that of a race or a rocket: to deny something of it denies no number."""
    before = claim.text[: quantity.start]
    named = _NAMED.search(before)
    return named is not None and quantity.unit is None and quantity.noun is None and quantity.kind not in _DATED


def _turned_round(claim: str, said: _Said) -> bool:
    """Whether the clause has a word of the claim with a denial written before it ("distrust" for "trust")."""
    words = [word.casefold() for word in _WORD.findall(claim)]
    for word in (found.casefold() for found in _WORD.findall(said.clause)):
        for prefix in _NEGATING.get(said.language or "", ()):
            rest = word.removeprefix(prefix)
            if len(rest) < len(word) and len(rest) >= 4 and word not in words and any(_forms(rest, w) for w in words):
                return True
    return False


def _forms(one: str, other: str) -> bool:
    return common_prefix(one, other) >= max(4, max(len(one), len(other)) - 2)


def _not_yet(claim: Claim, quantity: Quantity, said: _Said) -> str | None:
    """A plan, a promise, a condition or a forecast that the claim states as a fact; of dates nothing is said."""
    if quantity.kind in _DATED or _names(claim, quantity):
        return None
    if any(says(kind, claim.text, claim.language) for kind in ("planned", "expected", "future")):
        return None
    if says("expected", said.clause, said.language):
        return "only expects it"
    word = says("planned", said.clause, said.language)
    return f"tells of it with the word “{word}”" if word is not None else None


def _of_other_things(claim: Claim, quantity: Quantity, passage: Passage, said: _Said) -> str | None:
    # "Do not trust" and "distrust" are one: where either side denies, opposite words prove nothing.
    denies = any(DENIAL.search(text) for text in (claim.text, said.clause))
    other = None if denies else contrast(claim.text, quantity.start, quantity.end, said.clause)
    if other is not None:
        return f"speaks of “{other}” there"
    if _one_language(claim, said):
        if swapped(claim.text, said.sentence, said.language):
            return "has who did it and to whom the other way round"
        word = put_in_place(claim.text, said.sentence, said.language) or led_the_other_way(
            claim.text, said.clause, said.language
        )
        if word is not None:
            return f"speaks of “{word}” there"
    if quantity.kind in _DATED:
        return None
    return of_a_part(claim, said.clause, said.language) or (
        "gives it for another date" if crossed(claim, quantity, passage, said.language) else None
    )


def _one_language(claim: Claim, said: _Said) -> bool:
    return claim.language is None or said.language is None or claim.language == said.language


def objection_of_page(claim: Claim, quantity: Quantity, passage: Passage, page: Page) -> str | None:
    """As `objection`, of the page as a whole: the figure stands apart from its text, counts something else, or the page
    never names what the claim is about, and the passage names others.
    """  # noqa: D205 - the first line cannot hold the three
    reading = read_page(page)
    place = reading.apart.at(passage.start)
    if place is not None and (place != COPYRIGHT or quantity.kind in _DATED):
        return f"only {place}"
    said = _said(passage, reading.language)
    found = reading.figure_at(passage.start)
    other = _of_another(quantity, found.quantity, claim, reading, said) if found is not None else None
    if other is not None:
        return other
    column = found and under_another_column(claim, quantity, found, reading)
    if column:
        return f"has it under “{column}”"
    neighbour = found and (
        said_of_neighbour(claim, quantity, found, reading) or exchanged(claim, quantity, found, reading)
    )
    if neighbour is not None:
        return f"has the brief's words beside “{neighbour}” instead"
    one_language = _one_language(claim, said) and claim.text.isascii() == passage.exact.isascii()
    sentence = f"{passage.prefix[-_LONGEST_CLAUSE:]}{passage.exact}{passage.suffix[:_LONGEST_CLAUSE]}"
    if one_language and other_names(claim.text, sentence, page.text):
        return "names nobody and nothing that the brief names"
    return None


def _of_another(quantity: Quantity, found: Quantity, claim: Claim, reading: PageReading, said: _Said) -> str | None:
    """By what the two figures carry themselves: the noun they count, what they are for each of, their date."""
    noun = other_noun(quantity, claim, found, reading, (said.start, said.end))
    if noun is not None:
        return f"counts “{noun}” with it"
    if quantity.hedge is Hedge.EXACT and found.hedge in _AT_MOST:
        return "gives it as the most that it may be"
    if quantity.kind is QuantityKind.YEAR and found.kind is QuantityKind.RANGE and _is_span(found, reading):
        return "gives it for several years"
    each = _for_each(quantity, found, claim, said)
    if each is not None:
        return each
    in_table = reading.sentence_at(found.start) in reading.rows
    if quantity.kind not in _DATED and not in_table and other_time(quantity.time, found.time):
        dates = find_quantities(said.sentence, said.language)
        published = quantity.time is not None and _PUBLISHED.search(claim.text) is not None
        if not published and not any(date.kind in _DATED and _is_dated(quantity, date) for date in dates):
            return "gives it for another date"
    return None


def _for_each(quantity: Quantity, found: Quantity, claim: Claim, said: _Said) -> str | None:
    """What the figure is for each of, where the claim has another or the page none ("30 million a year")."""
    if quantity.per != found.per and None not in {quantity.per, found.per}:
        return f"gives it per {found.per}"
    if quantity.per is None or found.per is not None or _WITHIN.search(claim.text):
        return None
    if quantity.per in _PERIODS:
        said_so = bool(rate(said.sentence, said.language))
        each = quantity.per
    else:
        said_so = _EACH.search(said.sentence) is not None
        each = "one of what the brief names"
    return None if said_so else f"does not say that it is for each {each}"


def _is_span(found: Quantity, reading: PageReading) -> bool:
    """Whether two years stand for all between them: "between 2014 and 2021", "2014–2021"."""
    if found.low is None or found.high is None or found.high - found.low < _SPAN:
        return False
    before = reading.text[max(0, found.start - _SPAN_AT) : found.start]
    return _BETWEEN.search(before) is not None or _DASHED.search(found.text) is not None


def _is_dated(quantity: Quantity, date: Quantity) -> bool:
    """Whether `date` may be that of `quantity`; which of a sentence's dates goes with which figure is for `crossed`."""
    low, high = (date.low, date.high) if date.iso_date is None else (None, None)
    own = date.iso_date or (f"{low}/{high}" if low is not None and high is not None else None)
    return own is not None and not other_time(quantity.time, own)


def _said(passage: Passage, language: str | None) -> _Said:
    """The passage's words between the signs and conjunctions around the figure, and those of its sentence."""
    before = _CLAUSE_END.split(passage.prefix[-_LONGEST_CLAUSE:])[-1]
    after = _CLAUSE_END.split(passage.suffix[:_LONGEST_CLAUSE])[0]
    sentence = _SENTENCE_END.split(passage.prefix)[-1] + passage.exact + _SENTENCE_END.split(passage.suffix)[0]
    start, end = passage.start - len(before), passage.end + len(after)
    return _Said(f"{before}{passage.exact}{after}", start, end, sentence, language)
