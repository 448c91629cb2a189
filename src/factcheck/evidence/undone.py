"""What a page says is to be done, where the claim says that it was: "due to buy 50 engines" for "bought 50 engines".

The claim's verb stands on the page in the infinitive, or the figure in a list whose lead-in only plans, expects or
denies what it lists.  Each is a reason to look by hand, not a proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.denials import DENIAL
from factcheck.evidence.lists import lead_in
from factcheck.evidence.sayings import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.evidence.alignment import Found
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Span

# How the infinitives of each language end, where few other words do; of English and German, what stands before them.
_INFINITIVE = {
    "ru": re.compile(r"(?!.*(?:сть|рть|фть|вять|сять|мать|чать|сеть)$)\w{2,}(?:ть|ться|тись)$"),
    "uk": re.compile(r"\w{2,}(?:увати|ювати|нити|дити|лити|бити|сити|пити|вити|зити)(?:ся)?$"),
    "be": re.compile(r"\w{2,}(?:ава|ява|ыва|іва|ля|да|ра|па)(?:ць|цца)$"),
    "pl": re.compile(r"(?!.*(?:ość|ęść|mierć|sieć|pamięć|chęć|eść)$)\w{2,}ć$"),
    "fr": re.compile(r"(?!.*ier$)\w{3,}(?:er|ir|uire|endre|ettre)$"),
}  # fmt: skip
# Forms of verbs that tell of what is to come: a French future, a perfective verb that is no past.
_TO_COME = {
    "fr": re.compile(r"\w{3,}r(?:a|ont)$"),
    "ru": re.compile(
        r"(?!.*(?:[ыие]ва|ходят?|ходит|водит|возит|носит|лага|зависит|держит|стоит|да[её]т))"
        r"(?:вы|по|от|за|на|при|у|до|об|пере|про|раз|рас|из|под)\w{2,}(?:[её]т|ит|ят|ут|ют)$"
    ),
    "uk": re.compile(
        r"(?!.*(?:[уюо]ва|ову|ходить|водить|возить|носить|лежить))"
        r"(?:ви|по|від|за|на|при|до|об|пере|про|роз|під|з|с)\w{2,}(?:ить|ять|ють|уть|є|е)$"
    ),
}
_PAST = re.compile(r"(?:ł[aoy]?|li|[nt]o)$")  # of a Polish verb, whose other forms are those to come
_TO_COME_PL = re.compile(r"(?:wy|za|po|od|przy|roz|do|prze|na|z|u)\w{2,}(?:uj[eą]|ni[eą]|[ai]j?[aąe]?|[yeą])$")
_BEFORE = {"en": re.compile(r"\bto\s+$"), "de": re.compile(r"\bzu\s+$")}
_REACH = 8  # code points before a word in which "to" stands
# Verbs that say of an infinitive that it was done; and what is done in order to do more.
_DONE = re.compile(
    r"(?<!\w)(?:managed|succeeded|able|helped|began|begun|started|continu\w+|forced|had|used|spent|went\s+on|enough|made\s+it\s+possible|"
    r"удал\w+|смог\w*|сумел\w*|успел\w*|помог\w*|начал\w*|продолж\w+|стал\w*|пришлось|позволи\w+|чтобы|змаг\w+|дапам\w+|пачал\w*|"
    r"вдало\w*|зм[іо]г\w*|зумі\w+|допом\w+|почал\w*|вдал\w+|udał\w+|zdoła\w+|mógł|mogł\w+|potrafi\w+|zacz\w+|pomóg\w*|pomog\w+|aby|żeby|"
    r"pozwoli\w+|musia\w+|gelang\w*|geschafft|begann\w*|begonnen|half\w*|geholfen|um|permis|réussi\w*|parvenu\w*|pu|commenc\w+|aidé\w*|dû|"
    r"vient|viennent|venait)(?!\w)",
    re.IGNORECASE,
)
_KINDS = ("planned", "expected", "refuted", "loss")


def done_in_the_end(words: str) -> bool:
    """Whether `words` have a verb by which an infinitive after it was done, as "managed to"."""
    return _DONE.search(words) is not None


def still_to_do(claim: Claim, found: Sequence[Found], clause: Span, reading: PageReading) -> str | None:
    """The page's infinitive, in `clause`, of a verb that the claim, which neither plans nor denies, has as done."""
    planned = any(says(kind, claim.text, claim.language) for kind in ("planned", "expected", "future"))
    if planned or DENIAL.search(claim.text):
        return None
    if done_in_the_end(reading.text[clause.start : clause.end]):
        return None
    within = reading.tokens_in(clause)
    for one in found:
        if one.key.kind is not KeyKind.WORD or _is_infinitive(claim.text, one.key.at, one.key.text, claim.language):
            continue
        here = [token for token in one.tokens if token in within]
        words = [(reading.token_starts[t], reading.tokens[t]) for t in here]
        if words and all(_is_open(one.key.text, at, word, claim, reading) for at, word in words):
            return words[0][1]
    return None


def _is_open(own: str, at: int, word: str, claim: Claim, reading: PageReading) -> bool:
    """Whether the page's `word` is an infinitive, or of the future where the claim's `own` is not."""
    return _is_infinitive(reading.text, at, word.lower(), reading.language) or _is_to_come(own, word, claim, reading)


def _is_infinitive(text: str, at: int, word: str, language: str | None) -> bool:
    before = _BEFORE.get(language or "")
    if before is not None:
        return before.search(text, max(0, at - _REACH), at) is not None
    ending = _INFINITIVE.get(language or "")
    return ending is not None and ending.match(word) is not None


def _is_to_come(own: str, word: str, claim: Claim, reading: PageReading) -> bool:
    """Whether the page's `word` is a verb in the future, and the claim's `own` none."""
    form, small = _TO_COME.get(reading.language or ""), word.lower()
    if reading.language == claim.language == "pl":
        return _PAST.search(own) is not None and _PAST.search(small) is None and _TO_COME_PL.match(small) is not None
    if form is None or form.match(small) is None or says("future", claim.text, claim.language) is not None:
        return False
    return claim.language != reading.language or form.match(own) is None


def listed_as(claim: Claim, offset: int, reading: PageReading) -> str | None:
    """The word of the lead-in over the list that has `offset`, by which all its items are only planned or denied."""
    lead = lead_in(reading.text, offset)
    if lead is None or any(says(kind, claim.text, claim.language) for kind in (*_KINDS, "future")):
        return None
    return next((word for kind in _KINDS if (word := says(kind, lead, reading.language))), None)
