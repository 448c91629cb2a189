"""Figures of a part: each and all, months and years, the capital and the country, one branch and its company.

What the page limits by a word of ``sayings.txt`` and the claim does not is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.sayings import rate, says
from factcheck.model import QuantityKind

if TYPE_CHECKING:
    from factcheck.model import Claim

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_SHOWN = 20  # code points after "one of" that are shown
# "one of the largest mills" is all of that mill
_OUTSTANDING = re.compile(
    r"\s*(?:the\s+)?(?:\w+\s+)?(?:\w+est|most|few|first|top|main|major|key|leading|сам\w+|крупн\w+|\w+ейш\w+|\w+айш\w+|наиболее|немног\w+|перв\w+|"
    r"най\w+|пер[шс]\w+|naj\w+|nielicz\w+|pierwsz\w+|głów\w+|\w+sten|wenigen|ersten|plus|rares|premi\w+|princip\w+|grand\w*|\w+iausi\w+|pirm\w+)\b",
    re.IGNORECASE,
)
# "180 km from the capital" is no figure of the capital
_AWAY = re.compile(
    r"\b(?:from|to|near|outside|between|and|от|до|из|за|ад|да|від|od|do|pod|nach|von|zur?|vor|de|à|vers|près\s+de|nuo|iki|prie)\s+"
    r"(?:the\s+|der\s+|la\s+)?$",
    re.IGNORECASE,
)
# The beginnings, in Latin and Cyrillic, of capitals that a claim may name instead of saying "the capital".
_CAPITALS = re.compile(
    r"\b(?:Mins|Mosc|Mosk|Kyi|Kie[vw]|Wars|Vars|Berl|Pari|Viln|Wiln|Lond|Washi|Waszy|Bruss|Brux|Riga|Rīg|Tall|Prag|Prah|Budap|"
    r"Vienn|Wien|Rom[ea]|Madri|Beij|Pek|Toky|Мінс|Минс|Моск|Маск|Киї|Кие|Кіе|Варш|Берл|Пари|Віль|Виль|Лонд|Ваши|Брюс|Риг|Талл|Праг|Будап)",
)


def of_a_part(claim: Claim, clause: str, language: str | None) -> str | None:
    """Each and all, months and years, the capital and the country: what the page limits and the claim does not."""
    for kind in ("each", "capital"):
        word = says(kind, clause, language)
        own = says(kind, f"{claim.text} {claim.context or ''}", claim.language)
        if word is None or own is not None:
            continue
        named = kind == "capital" and (_CAPITALS.search(claim.text) or _AWAY.search(clause.partition(word)[0]))
        if not named:
            return f"gives it for “{word}”"
    word = says("one_of", clause, language)
    if word is not None and says("one_of", claim.text, claim.language) is None:
        after = clause.partition(word)[2]
        if not _OUTSTANDING.match(after):
            return f"gives it for “{word}{after[:_SHOWN].rstrip()}”"
    often, how = rate(claim.text, claim.language), rate(clause, language)
    if often and how and often.isdisjoint(how):
        return "gives it for another length of time"
    word = says("partly", clause, language)
    if word is not None and _of_whole_years(claim) and not says("partly", claim.text, claim.language):
        return f"gives it for a part of the year (“{word}”)"
    return None


def _of_whole_years(claim: Claim) -> bool:
    """Whether the claim names a year, and no month of it."""
    dates = [cited.quantity for cited in claim.figures if cited.quantity.kind in _DATED]
    return bool(dates) and all(quantity.kind is QuantityKind.YEAR for quantity in dates)
