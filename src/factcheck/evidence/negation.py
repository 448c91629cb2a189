"""Denials: a page that has the claim's figure in a clause that says not, while the claim does not.

The words are those of the languages at hand that turn a whole clause round; "no more than", "not only" and their like
do not.  It is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Passage, Quantity

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
_CLAUSE_END = re.compile(
    r"[.!?](?=\s)|[,;:()\n—–|]|\s(?:and|but|while|whereas|although|и|а|но|і|але|але|oraz|ale|und|aber|et|mais|bet|ir)\s"
)
_LONGEST_CLAUSE = 120


def denies(claim: str, quantity: Quantity, passage: Passage) -> bool:
    """Whether the clause of `passage` that holds the figure says not, and nothing in `claim` does."""
    if quantity.start > len(claim) or _DENIAL.search(claim) or _CONTRARY.search(claim):
        return False
    return _DENIAL.search(_clause(passage)) is not None


def _clause(passage: Passage) -> str:
    """The passage's words between the signs and conjunctions on either side of the figure."""
    before = _CLAUSE_END.split(passage.prefix[-_LONGEST_CLAUSE:])[-1]
    after = _CLAUSE_END.split(passage.suffix[:_LONGEST_CLAUSE])[0]
    return f"{before}{passage.exact}{after}"
