"""Notes that point back: ibid., op. cit., supra note 5, "same source", in the languages at hand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.citations.locators import find_locators
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEE = r"(?:(?:see(?:\salso)?|cf|compare|см|ср|гл|див|пар|пор|zob|por|vgl|siehe|voir|plg|žr)\b[.:,]{0,2}\s+)?"
_IBID = regex(
    rf"^\W{{0,3}}{_SEE}(?:ibid(?:em|\.)?|ib\.|(?P<idem>id\.|idem)|(?:the\s)?same(?:\s(?:source|as\s(?:above|previous"
    r"|note\s(?P<same>\d{1,4})))|(?=[.,;]|$))|as\sabove|ebda?\.|ebenda\.?|a\.\s?a\.\s?O\.|l[àa]-m[êe]me|там\sже|там\sжа"
    r"|тамсама|там\sсамо|тот\sже\sисточник|tam[żz]e|ten\s?pat|turpat|loc\.\s?cit\.?"
    r"|(?:op\.\s?cit|art\.\s?cit|dz\.\s?cyt|(?:указ|цит)\.\s?соч)\.?(?![.,]{0,2}\s*\(?n))(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = regex(
    r"(?:supra|above|see|cf\.?|см\.|гл\.|див\.|zob\.|siehe|s\.|vgl\.|voir)?,?\s*(?:\(?(?:supra|above|at)?,?\s*)"
    r"(?:(?:foot|end)?notes?|fn\.?|nn?\.|(?<=\()nn?(?=\s\d)|прим\.|сноск[аеиу]|примеч(?:ани[ея]|\.)|приміт(?:к[аиу]|\.)|зноск[аиу]|przyp(?:is|\.)|Fn\.|Fu(?:ß|ss)note|Anm\.|n°|note)\s?"
    r"(?P<number>\d{1,4})(?:\s(?:above|supra|выше|powyżej|oben))?",
    re.IGNORECASE,
)
_BACK = regex(
    r"(?:\b|(?=\())(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit|o\.\s?c\.|dz\.\s?cyt|(?:цит|указ)\.\s?(?:соч|раб|ст)|зазн\.\s?праця|supra\b|a\.\s?a\.\s?O|précité|auk[šs]č\.\s?cit"
    r"|\((?:wie\s|siehe\s|vgl\.\s)?(?:Fn|Anm)\.|\(nn?\s\d)",
    re.IGNORECASE,
)
_NAME = regex(
    r"(?<!\w)(?!(?:See|The|For|Und|Siehe|Zob|Там|См)\b)[^\W\d_a-zа-яёіў][^\W\d_]{2,30}(?:[-’'][^\W\d_]{1,30})?"
)
_POINTING = regex(r"^\W{0,3}(?:supra|see|cf|см|ср|zob|por|siehe|vgl|voir|note|fn|same|див|гл|plg|žr)\b", re.IGNORECASE)
# What may follow "idem" where it means the source and not only its author: places, nothing else.
_ONLY_PLACES = regex(
    r"[\s,.;:]*(?:$|(?:pp?|ss?|с|стр|str|psl|at|art|ch|para|§|tab|fig|table)\b\.?\s?[\dIVX])", re.IGNORECASE
)
_SHORT = 90  # characters of a note that only points
_BEGINNING = 400  # characters of a note in which names are looked for


@record
class Repeat:
    """The earlier citations (their places among all) that a note means, and the printed words that say so.

    `ambiguous` is set where the note means one of them and does not say which.
    """

    citations: tuple[int, ...]
    evidence: str
    ambiguous: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Earlier:
    """The citations made so far, by the note they stand in and by the names in it; later notes hide earlier ones."""

    _last: dict[bool, str | None] = field(default_factory=dict)
    _by_label: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _by_name: dict[str, tuple[str, tuple[int, ...]]] = field(default_factory=dict)

    def add(self, label: str, first: int, works: Sequence[str], text: str) -> None:
        """Remember a note of this `text`: its sources, number `first` and on, with the words that name each of them."""
        self._last[label[:1].isdigit()] = label
        numbers = tuple(range(first, first + len(works)))
        self._by_label[label] = numbers
        self._by_name.update(dict.fromkeys(_names(text[:_BEGINNING]), (label, numbers)))
        if len(works) > 1:
            for number, work in zip(numbers, works, strict=True):
                self._by_name.update(dict.fromkeys(_names(work[:_BEGINNING]), (label, (number,))))

    def pass_by(self, label: str) -> None:
        """A note without a source stands between: "ibid." after it points to no citation that we know."""
        self._last[label[:1].isdigit()] = None

    def resolve(self, text: str, label: str, *, alone: bool = True) -> Repeat | None:
        """The citations that the words of note `label` point back to, before a URL or `alone` in it; None where none.

        Numbered footnotes and endnotes of letters or signs are two series: "ibid." is the note before in its own.
        """
        line = " ".join(text[:_BEGINNING].split())
        ibid = _IBID.match(line)
        if ibid and ibid.group("idem") and not _ONLY_PLACES.match(line, ibid.end()):
            return None  # another work of the same author
        if ibid and not ibid.group("same"):
            last = self._last.get(label[:1].isdigit(), self._last.get(not label[:1].isdigit()))
            return self._all_of(last, f"{ibid.group().strip()} after note", one=True)
        back, numbered = _BACK.search(line), _NUMBERED.search(line)
        if numbered and (back or ibid or (len(text) <= _SHORT and _POINTING.match(line))):
            named = self._named(line[: numbered.start()], numbered.group("number"))
            return named or self._all_of(numbered.group("number"), "see note", one=False)
        if back is None:
            return self._short_title(line) if alone else None
        return self._named(line[: back.start()], None, f"{back.group()} after note")

    def _short_title(self, line: str) -> Repeat | None:
        """``Berg, The Long Winter, p. 9``: a name and a word of the title, all of one source, and a place in it."""
        places = find_locators(line, after_url=True)
        if len(line) > _SHORT or not places or "," not in line[: places[0].start]:
            return None
        names = _names(line[: places[0].start])
        sources = {self._by_name.get(name) for name in names}
        found = sources.pop() if len(names) > 1 and len(sources) == 1 else None
        return Repeat(found[1], f"short title after note {found[0]}", ambiguous=len(found[1]) > 1) if found else None

    def _all_of(self, label: str | None, words: str, *, one: bool) -> Repeat | None:
        """The sources of a note; `one` of them is meant."""
        numbers = self._by_label.get(label or "", ())
        return Repeat(numbers, f"{words} {label}", ambiguous=one and len(numbers) > 1) if numbers else None

    def _named(self, words: str, label: str | None, evidence: str = "see note") -> Repeat | None:
        """The sources of most of the names in `words`, the latest of several notes; only those of note `label`."""
        known = [self._by_name[name] for name in sorted(_names(words)) if name in self._by_name]
        counted = Counter(source for source in known if label in {None, source[0]})
        if not counted:
            return None
        note, numbers = max(counted, key=lambda source: (counted[source], -len(source[1]), source[1]))
        return Repeat(numbers, f"{evidence} {note}", ambiguous=len(numbers) > 1)


def _names(text: str) -> set[str]:
    return {word.casefold() for word in _NAME.findall(text)}
