"""Who says a quotation: the names beside a verb of speech, in a claim and on a page.

Nothing is said of pronouns and offices, which only a reader can trace.
"""

from __future__ import annotations

import re

from factcheck.evidence.sayings import says
from factcheck.words.folding import alike, fold
from factcheck.words.vocabulary import is_grammar, rarity

_NAME = re.compile(r"[^\W\d_]{3,}(?:[-'’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…](?=\s)|\n")
_CLOSING = re.compile(r"(?P<inside>[\s,.!?…;]*)[\"”“»’']*(?P<outside>\s*[.!?…]?)")
_REACH = 160
# "never said that", "denies having said": what stands before words that were not said, in the languages of the figures.
_NOT_SAID = re.compile(
    r"(?<!\w)(?:never\s+(?:said|says|claimed|wrote|stated|told|called|used)|(?:did|does|has|had|would)(?:\s+not|n['’]t)\s+"
    r"(?:say|said|claim|claimed|write|state|stated|tell|call|use|used)|den(?:y|ies|ied)\w*|falsely|wrongly|fabricated|invented|made\s+up|reject\w*|"
    r"не\s+(?:говорил|сказал|заявлял|писал|утверждал|казав|говорив|сказав|заявляв|писав|казаў|гаварыў|сказаў|заяўляў)\w*|"
    r"отриц\w+|никогда\s+не|ніколі\s+не|ніколи\s+не|опроверг\w*|запереч\w+|спросту\w+|адмаўля\w+|абверг\w*|"
    r"nie\s+(?:powiedzia|mówi|twierdzi|napisa)\w*|zaprzecz\w*|zdementow\w*|"
    r"nie\s+gesagt|nicht\s+gesagt|bestreite\w*|bestritt\w*|dementier\w*|"
    r"n['’]a(?:vait)?\s+(?:pas|jamais)\s+(?:dit|déclaré|affirmé|écrit)|dément\w*|nie\s+avoir|"
    r"ne(?:sakė|teigė|rašė)\w*|paneig\w*|neig\w*)(?!\w)",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s*[\"“„«‘']*$")


def speakers(text: str, start: int, end: int, language: str | None) -> frozenset[str]:
    """The names, folded, of who is said to say ``text[start:end]``; empty where nobody is named."""
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    said = says("speech", before, language) is not None or _COLON.search(before) is not None
    names = _names(before, language) if said else set()
    after = _after(text[end : end + _REACH])
    if says("speech", after, language) is not None:
        names |= _names(after, language)
    return frozenset(names)


def denied(text: str, start: int) -> bool:
    """Whether the sentence says, before the quotation that begins at `start`, that nobody said it."""
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    return _NOT_SAID.search(before) is not None


def _after(rest: str) -> str:
    """What belongs to the quotation's sentence after it: nothing where it ends with the quotation."""
    closing = _CLOSING.match(rest)
    if closing is None:
        return ""
    following = rest[closing.end() :]
    ended = closing["outside"].strip() or (set(".!?…") & set(closing["inside"]) and following[:1].isupper())
    return "" if ended else _SENTENCE.split(following)[0]


def _names(words: str, language: str | None) -> set[str]:
    """Capitalised words that are neither common nor the name of an office."""
    found = set()
    for match in _NAME.finditer(words):
        word, lower = match.group(), match.group().casefold().removesuffix("'s").removesuffix("’s")
        common = is_grammar(lower, language) or rarity(lower, language) < 1 or says("office", lower, None)
        if word[0].isupper() and not common:
            found.add(fold(lower))
    return found


def somebody_else(claimed: frozenset[str], found: frozenset[str]) -> bool:
    """Whether both sides name who speaks, and have no name in common."""
    return bool(claimed and found) and not any(alike(one, other) for one in claimed for other in found)
