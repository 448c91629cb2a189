"""Objections: a page that has the claim's figure, but denies it, only expects it, or gives it for another date.

The words of denial are those of the languages at hand that turn a whole clause round; "no more than", "not only" and
their like do not.  It is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.contrasts import contrast, other_names
from factcheck.evidence.pairing import crossed
from factcheck.model import QuantityKind

if TYPE_CHECKING:
    from factcheck.model import Claim, Page, Passage, Quantity

_NOT = (
    r"(?:not|never|cannot|nobody|false|untrue|denied|denies|не|нет|никогда|ніколи|нікога|нельзя|ня|nie|nigdy|nicht|nie|niemals|"
    r"keine?[nmrs]?|pas|jamais|aucune?|nėra|nebuvo|nebėra|niekada)"
)
_DENIAL = re.compile(
    rf"(?<![\w'’-])(?:{_NOT}|\w{{2,10}}n['’]t)(?![\w-])"
    r"(?!\s+(?:only|more|less|fewer|later|earlier|before|until|exceed\w*|just|even|least|"
    r"только|лишь|более|менее|больше|меньше|ранее|раньше|позднее|позже|превы\w+|только|лише|більше|менше|толькі|больш|менш|"
    r"tylko|więcej|mniej|później|wcześniej|przekracza\w*|nur|mehr|weniger|später|früher|zuletzt|seulement|plus|moins|daugiau|mažiau)\b)",
    re.IGNORECASE,
)
# What may deny in a claim in other words than a page's: then both may well say the same.
_CONTRARY = re.compile(
    r"\b(?:no|nor|neither|none|without|lack\w*|refus\w*|fail\w*|declin\w*|against|oppos\w*|den(?:y|ied|ies)|reject\w*|un\w{4,}|"
    r"dis\w{4,}|non|без\w*|отказ\w*|отриц\w*|против\w*|отсутств\w*|bez\w*|brak\w*|odm\w+|przeciw\w*|ohne|gegen|un\w{4,}|"
    r"lehn\w+|sans|contre|refus\w*|be|prieš|ni\w{3,})\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|forecasts?|projected|predict(?:s|ed)|ожида\w+|прогноз\w*|очіку\w+|чака(?:е|юць|ецца|лася)|"
    r"oczekiw\w+|oczekuj\w+|prognoz\w+|erwarte[tn]?|prognos\w+|attendu\w*|prévoi\w+|tikimasi)\b",
    re.IGNORECASE,
)
# A claim that speaks of what is to come in other words.
_MAYBE = re.compile(
    r"\b(?:will|would|could|may|might|should|estimat\w*|plan(?:s|ned)?|project\w*|predict\w*|anticipat\w*|likely|"
    r"будет|может|могут|планир\w+|będzie|ma|mają|może|wird|werden|soll\w*|könn\w+|sera|devrait|bus)\b",
    re.IGNORECASE,
)
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_CLAUSE_END = re.compile(
    r"[.!?](?=\s)|[,;:()\n—–|]|\s(?:and|but|while|whereas|although|и|а|но|і|але|але|oraz|ale|und|aber|et|mais|bet|ir)\s"
)
_LONGEST_CLAUSE = 120


def objection(claim: Claim, quantity: Quantity, passage: Passage, language: str | None) -> str | None:
    """What the clause of `passage` that holds the figure does with it and the claim does not, in words; else None."""
    clause = _clause(passage)
    if _DENIAL.search(clause) and not (_DENIAL.search(claim.text) or _CONTRARY.search(claim.text)):
        return "denies what is said of it"
    dated = quantity.kind in _DATED
    if not dated and _EXPECTED.search(clause) and not _EXPECTED.search(claim.text) and not _MAYBE.search(claim.text):
        return "only expects it"
    # "Do not trust" and "distrust" are one: where either side denies, opposite words prove nothing.
    denies = any(_DENIAL.search(text) for text in (claim.text, clause))
    other = None if denies else contrast(claim.text, quantity.start, quantity.end, clause)
    if other is not None:
        return f"speaks of “{other}” there"
    return None if dated or not crossed(claim, quantity, passage, language) else "gives it for another date"


def objection_of_page(claim: Claim, passage: Passage, page: Page) -> str | None:
    """As `objection`, of the page as a whole: it never names what the claim is about, and the passage names others."""
    languages = {claim.language, page.language} - {None}
    one_language = len(languages) < 2 and claim.text.isascii() == passage.exact.isascii()
    sentence = f"{passage.prefix[-_LONGEST_CLAUSE:]}{passage.exact}{passage.suffix[:_LONGEST_CLAUSE]}"
    if one_language and other_names(claim.text, sentence, page.text):
        return "names nobody and nothing that the brief names"
    return None


def _clause(passage: Passage) -> str:
    """The passage's words between the signs and conjunctions on either side of the figure."""
    before = _CLAUSE_END.split(passage.prefix[-_LONGEST_CLAUSE:])[-1]
    after = _CLAUSE_END.split(passage.suffix[:_LONGEST_CLAUSE])[0]
    return f"{before}{passage.exact}{after}"
