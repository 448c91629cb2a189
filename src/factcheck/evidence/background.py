"""What a sentence without a date tells of as past: the page's own date is not the date of that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.joints import JOINT, stands_in
from factcheck.evidence.sayings import says
from factcheck.model import Span
from factcheck.words.vocabulary import COMMON

if TYPE_CHECKING:
    from factcheck.evidence.alignment import Found
    from factcheck.evidence.reading import PageReading
    from factcheck.model import Match

# "The party, which was banned, …": what a clause begins with that adds something known to a name
_WHICH = {
    "en": re.compile(r",\s+(?:which|who|whose|whom)\b", re.IGNORECASE),
    "ru": re.compile(r",\s+котор\w+", re.IGNORECASE),
    "be": re.compile(r",\s+як(?:і|ая|ое|ія|ога|ой|іх|ую|ім)\b", re.IGNORECASE),
    "uk": re.compile(r",\s+як(?:ий|а|е|і|ого|ої|их|у|им)\b", re.IGNORECASE),
    "pl": re.compile(r",\s+któr\w+", re.IGNORECASE),
    "de": re.compile(r",\s+(?:der|die|das|den|dem|deren|dessen)\s", re.IGNORECASE),
    "fr": re.compile(r",\s+(?:qui|que|dont)\b", re.IGNORECASE),
    "lt": re.compile(r",\s+kur(?:is|i|io|ios|ie|ios|į|ią)\b", re.IGNORECASE),
}


def told_of_before(keys: tuple[Found, ...], match: Match, reading: PageReading) -> str | None:
    """What a sentence without a date tells of as long past, or only adds to a name: "the party, which was banned"."""
    passage = match.passage
    word = says("long_ago", passage.exact, reading.language)
    if word is not None:
        return f"tells of it with the word “{word}”"
    words = [f for f in keys if f.key.kind is KeyKind.WORD and f.key.weight > COMMON]
    adding = _WHICH.get(reading.language or "")
    relative = adding.search(reading.text, passage.start, passage.end) if adding is not None else None
    if relative is None:
        return None
    end = JOINT.search(reading.text, relative.end(), passage.end)
    added = reading.tokens_in(Span(relative.end(), end.start() if end is not None else passage.end))
    told = [f for f in words if stands_in(f, reading.tokens_in(Span(passage.start, passage.end)))]
    only = [f for f in told if not any(t in range(added.stop, reading.token_at(passage.end) + 1) for t in f.tokens)]
    return "only adds it to a name" if any(stands_in(f, added) for f in only) else None
