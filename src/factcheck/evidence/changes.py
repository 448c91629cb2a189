"""What a clause does with a figure where the claim only states it: lost and not had, by so much and not so much.

The words stand in ``sayings.txt``.  Each is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.sayings import says
from factcheck.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Claim, Quantity, Span

_AROUND = 60
# What may stand between "has" and the figure.
_HEDGES = re.compile(
    r"(?:\b(?:about|around|some|over|nearly|almost|only|just|more\s+than|at\s+least|up\s+to|roughly|около|более|менее|почти|"
    r"свыше|порядка|не\s+менее|каля|больш\s+за|звыш|амаль|близько|понад|майже|більше|około|ponad|prawie|blisko|rund|etwa|über|fast|"
    r"mehr\s+als|knapp|environ|près\s+de|plus\s+de|quelque|apie|daugiau\s+kaip|beveik|the|die|der)\s+)+$",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"^\s*[ВУ]\s", re.IGNORECASE)  # "В армии 120 самолётов": Russian leaves "has" out
# "4 złote" and "by 4 złote": what stands before the amount of a change, and the comparatives that may stand after one.
_BY = re.compile(r"(?:^|\s)(?:by|на|о|o|um|de)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_MORE_BY = re.compile(
    r"(?<!\w)(?:больше|меньше|дороже|дешевле|выше|ниже|больш|менш|даражэй|вышэй|ніжэй|більше|дорожче|вище|нижче|więcej|mniej|drożej|taniej|"
    r"wyższ\w+|niższ\w+)\s+(?:на|о|o)\s+$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"^[^\d.,;:]{0,30}?(?<!\w)(?:more|less|fewer|higher|lower|cheaper|longer|shorter|больше|меньше|дороже|дешевле|выше|ниже|"
    r"длиннее|короче|больш|менш|вышэй|ніжэй|даражэй|більше|дорожче|вище|нижче|więcej|mniej|wyższ\w+|niższ\w+|drożej|taniej|dłużej|krócej|mehr|"
    r"weniger|höher|niedriger|teurer|billiger|länger|kürzer|de\s+plus|de\s+moins|daugiau|mažiau|brangiau|pigiau|short\s+of)(?!\w)"
    r"(?:\s+(?:\w+\s+){0,3}?(?:than|чем|чым|ніж|за|niż|als|que|nei)(?!\w)|[\s,.]|$)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|cheaper|longer|shorter|больше|меньше|дороже|дешевле|выше|ниже|больш|менш|більше|"
    r"дорожче|вище|нижче|więcej|mniej|wyższ\w+|niższ\w+|drożej|taniej|dłużej|krócej|mehr|weniger|höher|niedriger|teurer|billiger|plus|moins|"
    r"daugiau|mažiau)\b",
    re.IGNORECASE,
)
# "12 % higher than a year earlier" is a rise of 12 %.
_THAN_BEFORE_NOW = re.compile(
    r"^[^.;]{0,80}?(?:\b(?:than|чем|чым|ніж|niż|als|que|nei)\s+(?:\w+\s+){0,3}?(?:years?|months?|weeks?|earlier|ago|before|last|previous|"
    r"год\w*|месяц\w*|раньше|месяц|рок\w*|року|раней|раніше|rok\w*|wcześniej|miesiąc\w*|jahr\w*|vorjahr\w*|monat\w*|ans?|année|mois|"
    r"met\w+|anksčiau)\b)",
    re.IGNORECASE,
)
_THAN_BEFORE = re.compile(r"\b(?:more|less|fewer)\s+than\s*$", re.IGNORECASE)
# "6 days after": a point of time, and no length of one.
_AFTER = re.compile(
    r"^\s*(?:after|later|before|ago|earlier|prior|спустя|назад|после|до|пасля|таму|після|тому|потому|później|temu|po|przed|"
    r"nach|später|vor|zuvor|après|plus\s+tard|avant|po|prieš|vėliau)(?!\w)",
    re.IGNORECASE,
)
_IN_SO_LONG = re.compile(r"(?<!\w)(?:через|праз|za|il\s+y\s+a|vor|nach|après|prieš|po)\s+(?:\w+\s+)?$", re.IGNORECASE)

_IN_A_YEAR = re.compile(
    r"\b(?:(?:in|over|within|during)\s+(?:a|one|the|that)\s+(?:year|month|week)|за\s+(?:год|месяц|неделю|месяц|тыдзень|місяць|тиждень)|за\s+рік|w\s+ciągu\s+(?:roku|miesiąca|tygodnia)|in\s+einem\s+(?:jahr|monat)|in\s+einer\s+woche|en\s+un\s+(?:an|mois)|per\s+(?:metus|mėnesį))\b",
    re.IGNORECASE,
)
# What stands before a number of years in which something happened; "after", "for" and "every" are other matters.
_OVER_YEARS = re.compile(
    r"\b(?:in|over|within|during|за|протягом|цягам|на\s+працягу|в\s+течение|w\s+ciągu|przez|binnen|innerhalb\s+von|in|en|pendant|durant|per)\s+"
    r"(?:(?:the|past|last|previous|these|последни[ех]|апошні[ях]|останні[х]?|ostatnich|den|letzten|vergangenen|les|derniers|ces|pastaruosius)\s+){0,3}$",
    re.IGNORECASE,
)
# "… since it was set up", "… с начала века": all that has come together; "the lowest since" compares.
_SINCE = re.compile(
    r"(?<!\w)(?:since|с\s+(?:момента|начала|конца|основания|19\d\d|20\d\d)|са?\s+(?:пачатку|моманту|заснавання)|з\s+(?:початку|моменту|часу|19\d\d|20\d\d)|"
    r"od\s+(?:początku|momentu|czasu|19\d\d|20\d\d)|seit|depuis|nuo\s+(?:pradžios|19\d\d|20\d\d))(?!\w)",
    re.IGNORECASE,
)
_FIRST_SINCE = re.compile(
    r"\b(?:\w+est|most|least|first|more|less|higher|lower|record|сам\w+|перв\w+|впервые|максимум\w*|минимум\w*|най\w+|вперше|упершыню|naj\w+|pierwsz\w+|"
    r"rekord\w*|höchst\w*|niedrigst\w*|erst\w*|plus|premi\w+|record|didžiaus\w+|mažiaus\w+|pirm\w+|grew|rose|fell|risen|fallen|grown|"
    r"вырос\w*|упал\w*|сниз\w+|увелич\w+|wzro\w+|spad\w+|gestiegen|gesunken|augmenté|baissé|padidėjo|sumažėjo)\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"(?<!\w)(?:by|until|total|altogether|so\s+far|к|до|всего|итого|да|усяго|до|всього|do|łącznie|ogółem|bis|insgesamt|total|jusqu['’]\w+|iki|iš\s+viso)(?!\w)",
    re.IGNORECASE,
)
_SEVERAL = 2  # years
_BEFORE_YEARS = 24  # code points before a number of years in which such a word stands


def lost(claim: str, quantity: Quantity, clause: str, language: str | None, own_language: str | None) -> str | None:
    """The word by which `clause` loses, closes or lacks what the claim states; None where it does not."""
    before = _HEDGES.sub("", claim[max(0, quantity.start - _AROUND) : quantity.start]).rstrip()
    has = says("state", before.rpartition(" ")[2], own_language) or says(
        "state", " ".join(before.split()[-2:]), own_language
    )
    if not (has or _IN_PLACE.match(claim)) or says("loss", claim, own_language) is not None:
        return None
    return says("loss", clause, language)


def by_so_much(claim: str, quantity: Quantity, before: str, figure: Quantity, after: str) -> bool:
    """Whether the page's `figure`, with the words `before` and `after` it, is the amount of a change only there."""
    if quantity.kind is QuantityKind.DURATION:
        said, asked = after, claim[quantity.end :]
        later = _AFTER.match(said) or _IN_SO_LONG.search(before)
        if later:
            return not (_AFTER.match(asked) or _IN_SO_LONG.search(claim[: quantity.start]))
    if quantity.direction is not None and not _COMPARED.match(after):
        return False
    if _CHANGED.search(claim) or _THAN_BEFORE.search(before):
        return False
    if quantity.direction is None and _BY.search(before) is not None:
        return _MORE_BY.search(before) is not None or _only_there(claim[: quantity.start], before, figure)
    compared = _COMPARED.match(after)
    return compared is not None and not _THAN_BEFORE_NOW.match(after, compared.start())


def _only_there(own: str, before: str, figure: Quantity) -> bool:
    """Whether "by" stands before the page's figure alone, and for the amount of a change."""
    return _BY.search(own) is None and (figure.direction is not None or before.rstrip().endswith(" o"))


def in_more_years(claim: Claim, within: Iterable[Quantity], text: str, clause: Span) -> bool:
    """Whether the page's `clause` is of several years ("in six years") by the figures `within` it, the claim of one."""
    asked = [cited.quantity for cited in claim.figures]
    if any(q.kind is QuantityKind.DURATION for q in asked):
        return False
    if not (any(q.kind is QuantityKind.YEAR for q in asked) or _IN_A_YEAR.search(claim.text)):
        return False
    if _since_then(claim.text, text[clause.start : clause.end]):
        return True
    years = (q for q in within if q.kind is QuantityKind.DURATION and q.unit == "year" and (q.low or 0) >= _SEVERAL)
    return any(_OVER_YEARS.search(text, max(clause.start, q.start - _BEFORE_YEARS), q.start) for q in years)


def _since_then(claim: str, clause: str) -> bool:
    since = _SINCE.search(clause) is not None and _SINCE.search(claim) is None
    return since and _FIRST_SINCE.search(clause) is None and _BY_THEN.search(claim) is None
