"""Notes that point back: ibid., op. cit., supra note 5, "same source", in the languages at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

_IBID = re.compile(
    r"^\W{0,3}(?:ibid(?:em|\.)?|id\.|idem\b|same\s(?:source|as\s(?:above|previous|note\s(?P<same>\d{1,4})))|ebd\.|ebenda|"
    r"ebenda\.|a\.\s?a\.\s?O\.|ibidem|l[àa]-m[êe]me|там\sже|тамсама|там\sсамо|tam[żz]e|ten[żz]e\b|ten\s?pat|turpat)(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:supra|above|see|cf\.?|см\.|гл\.|див\.|zob\.|siehe|s\.|vgl\.|voir)?,?\s*(?:\(?(?:supra|above|at)?,?\s*)"
    r"(?:(?:foot|end)?notes?|fn\.?|nn?\.|сноск[аеиу]|примеч(?:ание|\.)|зноск[ау]|przyp(?:is|\.)|Fn\.|Fu(?:ß|ss)note|Anm\.|n°|note)\s?"
    r"(?P<number>\d{1,4})(?:\s(?:above|supra|выше|powyżej|oben))?",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit|o\.\s?c\.|dz\.\s?cyt|(?:цит|указ)\.\s?(?:соч|раб|ст)|зазн\.\s?праця|supra\b|a\.\s?a\.\s?O)",
    re.IGNORECASE,
)
_SURNAME = re.compile(r"[^\W\d_]{3,}(?:[-’'][^\W\d_]+)*")
_POINTING = re.compile(r"^\W{0,3}(?:supra|see|cf|см|zob|siehe|vgl|voir|note|fn|same|див|гл)\b", re.IGNORECASE)
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Earlier:
    """A source already cited: the note it stands in, its place among all citations, and that note's words."""

    label: str
    citation: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Repeat:
    """What a note points back to, and the printed words that say so."""

    citation: int
    evidence: str


def words_of(text: str) -> frozenset[str]:
    """The words of a note that an author's name may be found by."""
    return frozenset(word.casefold() for word in _SURNAME.findall(text[: _SHORT * 4]))


def resolve_repeat(text: str, earlier: list[Earlier]) -> Repeat | None:
    """The earlier citation that a note without a URL of its own means; None where it points nowhere or to none."""
    if not earlier:
        return None
    line = " ".join(text.split())
    ibid = _IBID.match(line)
    if ibid and not ibid.group("same"):
        return Repeat(earlier[-1].citation, f"{ibid.group().strip()} after note {earlier[-1].label}")
    back, numbered = _BACK.search(line), _NUMBERED.search(line)
    if numbered and (back or (ibid is not None) or (len(line) <= _SHORT and _POINTING.match(line))):
        same = [source for source in earlier if source.label == numbered.group("number")]
        return Repeat(same[-1].citation, f"note {same[-1].label}") if same else None
    if back is None:
        return None
    names = words_of(line[: back.start()])
    same = [source for source in earlier if names & source.words]
    return Repeat(same[-1].citation, f"{back.group()} after note {same[-1].label}") if same and names else None
