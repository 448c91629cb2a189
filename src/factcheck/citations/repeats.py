"""Notes that point back: ibid., op. cit., supra note 5, "same source", in the languages at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
_NAME = re.compile(
    r"(?<!\w)(?!(?:See|The|For|Und|Siehe|Zob|Там|См)\b)[^\W\d_a-zа-яёіў][^\W\d_]{2,30}(?:[-’'][^\W\d_]{1,30})?"
)
_POINTING = re.compile(r"^\W{0,3}(?:supra|see|cf|см|zob|siehe|vgl|voir|note|fn|same|див|гл)\b", re.IGNORECASE)
_SHORT = 90  # characters of a note that only points
_BEGINNING = 400  # characters of a note in which names are looked for


@dataclass(frozen=True, slots=True)
class Repeat:
    """The earlier citation (its place among all) that a note means, and the printed words that say so."""

    citation: int
    evidence: str


@dataclass(slots=True)
class Earlier:
    """The citations made so far, by the note they stand in and by the names in it; later ones hide earlier ones."""

    _last: tuple[str, int] | None = None
    _by_label: dict[str, tuple[str, int]] = field(default_factory=dict)
    _by_name: dict[str, tuple[str, int]] = field(default_factory=dict)

    def add(self, label: str, citation: int, text: str) -> None:
        """Remember citation number `citation`, which stands in note `label` of this `text`."""
        self._last = self._by_label[label] = (label, citation)
        self._by_name.update(dict.fromkeys(_names(text[:_BEGINNING]), self._last))

    def pass_by(self) -> None:
        """A note without a source stands between: "ibid." after it points to no citation that we know."""
        self._last = None

    def resolve(self, text: str) -> Repeat | None:
        """The citation that a note without a URL of its own points back to; None where it points nowhere or to none."""
        line = " ".join(text[:_BEGINNING].split())
        ibid = _IBID.match(line)
        if ibid and not ibid.group("same"):
            return _repeat(self._last, f"{ibid.group().strip()} after note")
        back, numbered = _BACK.search(line), _NUMBERED.search(line)
        if numbered and (back or ibid or (len(text) <= _SHORT and _POINTING.match(line))):
            return _repeat(self._by_label.get(numbered.group("number")), "see note")
        if back is None:
            return None
        same = [self._by_name[name] for name in _names(line[: back.start()]) if name in self._by_name]
        most = max(same, key=lambda source: (same.count(source), source[1]), default=None)
        return _repeat(most, f"{back.group()} after note")


def _repeat(source: tuple[str, int] | None, words: str) -> Repeat | None:
    return None if source is None else Repeat(source[1], f"{words} {source[0]}")


def _names(text: str) -> set[str]:
    return {word.casefold() for word in _NAME.findall(text)}
