"""What a figure counts: 45 shops are not 45 employees, whatever else the two passages share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.evidence.context import Key, KeyKind
from factcheck.evidence.location import locate
from factcheck.words import lexicon
from factcheck.words.folding import alike, common_prefix, fold, stem

if TYPE_CHECKING:
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Quantity

_WORD = re.compile(r"[^\W\d_]{4,}")
_BESIDE, _WORDS_BESIDE = 48, 4
_BESIDE_END = re.compile(r"[,.;:()\n|]|\s(?:and|but|with|и|а|с|і|й|ды|з|oraz|i|a|z|und|mit|et|avec|ir|su)\s")
# "60 beans for each cup" counts no cups.
_EACH = re.compile(
    r"\b(?:each|every|per|кажд\w+|кожн\w+|na|każd\w+|pro|je|jed\w+|par|chaque|kiekvien\w+)\s$", re.IGNORECASE
)
_EACH_LENGTH = 12
# Nouns that count persons whoever they are, and things whatever they are: they exclude nothing.
_ANY = re.compile(
    r"^(?:people|persons?|individuals?|men|man|inhabitants?|residents?|citizens?|members?|victims?|human\w*|population|"
    r"человек\w*|людей|люд\w+|лиц\w*|жител\w+|граждан\w*|жертв\w*|чалавек\w*|асоб\w*|жыхар\w+|грамадзян\w*|ос[іо]б\w*|"
    r"мешкан\w+|громадян\w*|os[oó]b\w*|ludzi\w*|mieszka\w+|obywatel\w*|menschen|personen|leute\w*|einwohner\w*|bürger\w*|"
    r"personnes|gens|habitants?|citoyens?|žmon\w+|asmen\w+|gyventoj\w+|pilieči\w+|"
    r"cases?|units?|items?|times|pieces?|случа\w+|раз\w?|штук\w*|единиц\w*|выпад\w+|przypad\w+|sztuk\w*|fälle\w?|stück|cas|"
    r"unités?|atvej\w+|vienet\w+|things?|types?|kinds?|percent|euros?|dollars?)$",
    re.IGNORECASE,
)


def other_noun(
    claimed: Quantity, claim: Claim, found: Quantity, reading: PageReading, clause: tuple[int, int]
) -> str | None:
    """What `found` counts, where that is something else than what `claimed` counts; None where it may be the same.

    Something else is known by the page, which speaks of the claim's noun outside the figure's `clause` [start, end), or
    by the lexicon, which gives the two nouns different meanings.
    """
    one, other, language = claimed.noun, found.noun, claim.language
    if one is None or other is None:
        return None
    ours, theirs = _beside(claim.text, claimed), _beside(reading.text, found)
    pairs = [(one, other), *((mine, other) for mine in ours), *((one, their) for their in theirs)]
    if any(may_be_one(mine, language, their, reading.language) for mine, their in pairs):
        return None
    translated = language != reading.language and None not in {language, reading.language}
    places = locate(Key(KeyKind.WORD, 1.0, 0, one), reading, language, translated=translated)
    starts = [reading.token_starts[token] for token in places]
    within = [start for start in starts if clause[0] <= start < clause[1]]
    if any(not _EACH.search(reading.text[max(0, start - _EACH_LENGTH) : start]) for start in within):
        return None
    known = bool(lexicon.ideas(one, language) and lexicon.ideas(other, reading.language))
    return other if known or (starts and not translated) else None


def _is_said_before(noun: str, text: str, language: str | None, other_language: str | None) -> bool:
    """Whether what the page counts does something in the claim: "wolves killed 30 sheep" and "killed 30 wolves"."""
    if language != other_language:
        return False
    return any(stem(word, language) == stem(noun, language) for word in _WORD.findall(text.casefold()))


def _beside(text: str, quantity: Quantity) -> list[str]:
    """The words right after a figure: which of "railway stations" and "large new flats" is its noun, no list tells."""
    beside = _BESIDE_END.split(text[quantity.end : quantity.end + _BESIDE].casefold())[0]
    return _WORD.findall(beside)[:_WORDS_BESIDE]


@lru_cache(maxsize=8192)
def may_be_one(one: str, language: str | None, other: str, other_language: str | None) -> bool:
    """Whether two counted nouns may be of one thing: forms of one word, cognates, of one meaning, or of any meaning."""
    if _ANY.match(one) or _ANY.match(other):
        return True
    # Forms of a word differ in their last letters, cognates of two languages sooner: "counties" are not "countries".
    least = 4 if language != other_language else max(4, min(len(one), len(other)) - 3)
    if stem(one, language) == stem(other, other_language) or common_prefix(one, other) >= least:
        return True
    if language != other_language and alike(fold(one), fold(other)):
        return True
    return bool(set(lexicon.ideas(one, language)) & set(lexicon.ideas(other, other_language)))
