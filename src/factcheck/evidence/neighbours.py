"""Two figures of one kind in one sentence: "the plant in Oster made 45 tonnes, and the plant in Wenden made 62".

Each figure has its own part of the sentence.  Where what the claim says stands only in the other figure's part, the
claim may have taken its figure from the wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.evidence.context import KeyKind
from factcheck.evidence.passages import ask
from factcheck.model import QuantityKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.evidence.alignment import Found
    from factcheck.evidence.context import Key
    from factcheck.evidence.reading import PageFigure, PageReading
    from factcheck.model import Claim, Quantity

_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_CERTAIN = frozenset({KeyKind.NAME, KeyKind.DATE, KeyKind.NUMBER})
_CONJUNCTION = (
    r"\s(?:and|but|while|whereas|against|compared|и|а|но|тогда как|против|і|але|тоді як|ды|тады як|супраць|"
    r"oraz|ale|podczas gdy|wobec|und|aber|während|gegenüber|et|mais|tandis que|contre|ir|bet|o)\s"
)
# What parts two figures, the strongest first: of "rates to 11 % and inflation remains high, at 6 %" the "and" does.
_JOINTS = tuple(map(re.compile, (r"[()]", r"[;:—–]", _CONJUNCTION, ",")))
_JOINT = re.compile(rf"[()]|[;:—–]|,|{_CONJUNCTION}")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 20  # times that a plain number is larger than one that it could be taken for
_TOPIC = 4  # times that a page names what it is about
_LONGEST = 400  # code points of a sentence that is read so


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure's part of its sentence: the page's [start, end), its figure beginning at `figure`."""

    start: int
    figure: int
    end: int


def said_of_neighbour(claim: Claim, quantity: Quantity, found: PageFigure, reading: PageReading) -> str | None:
    """The figure of `found`'s sentence that has the claim's words in its part, where `found`'s own has none of its own.

    None where the sentence has no other figure of the kind, or where the claim tells of both.
    """
    sentence = reading.sentences[found.sentence]
    if quantity.kind in _DATED or sentence.end - sentence.start > _LONGEST or found.sentence in reading.rows:
        return None
    beside = [f for f in reading.figures_in(found.sentence) if _rivals(found.quantity, f.quantity)]
    told = {cited.quantity.low for cited in claim.figures}
    rivals = [other for other in beside if other.quantity.low not in told]
    if not rivals or len(rivals) < len(beside):
        return None
    asked = ask(claim, reading)
    keys = [
        (f.key, [reading.token_starts[t] for t in f.tokens])
        for f in asked.found
        # Of another language, a word that no dictionary has would be missed in the figure's own part.
        if f.key.quantity is not quantity
        and not (asked.translated and f.key.kind is KeyKind.WORD)
        and not _is_topic(f, reading)
    ]
    for other in rivals:
        parts = _parts(found.quantity, other.quantity, sentence, reading.text)
        if parts is None or (asked.translated and not _in_brackets(parts, reading.text)):
            continue
        if _belongs_to(keys, *parts) or _led_to(keys, *parts):
            return other.quantity.text
    return None


def _in_brackets(parts: tuple[_Part, _Part], text: str) -> bool:
    """Whether one of two parts stands in brackets, and so shares no word with the other."""
    later = max(parts, key=lambda part: part.start)
    return text[later.start - 1 : later.start] == "("


def _is_topic(found: Found, reading: PageReading) -> bool:
    """Whether a name is what the whole page is about, so that any of its figures may be its own."""
    if found.key.kind is not KeyKind.NAME:
        return False
    return found.key.text in (reading.page.title or "").lower() or len(found.tokens) >= _TOPIC


def exchanged(claim: Claim, quantity: Quantity, found: PageFigure, reading: PageReading) -> str | None:
    """The other figure of the claim, where the page has that one beside what the claim says of `quantity`."""
    sentence = reading.sentences[found.sentence]
    if quantity.kind in _DATED or sentence.end - sentence.start > _LONGEST or found.sentence in reading.rows:
        return None
    beside = [f for f in reading.figures_in(found.sentence) if f.quantity.start != found.quantity.start]
    whole = Span(0, len(claim.text))
    for other in (cited.quantity for cited in claim.figures):
        there = next((f for f in beside if f.quantity.low == other.low), None)
        if there is None or not _exchangeable(quantity, other):
            continue
        told, given = (
            _parts(quantity, other, whole, claim.text),
            _parts(found.quantity, there.quantity, sentence, reading.text),
        )
        if (
            told is not None
            and given is not None
            and _crossed(claim.text, ask(claim, reading).found, told, given, reading)
        ):
            return other.text
    return None


def _exchangeable(one: Quantity, other: Quantity) -> bool:
    """Whether either could be the other's: of one unit, or one of them without, and of different values."""
    if one.kind in _DATED or other.kind in _DATED or one.low is None or one.low == other.low:
        return False
    return one.unit == other.unit or None in {one.unit, other.unit}


def _crossed(
    claim: str, found: Sequence[Found], told: tuple[_Part, _Part], given: tuple[_Part, _Part], reading: PageReading
) -> bool:
    """Whether all of the claim's names, or else of its words, change sides between its two figures on the page."""
    sides: set[bool] = set()
    names: set[bool] = set()
    for one in found:
        starts = [reading.token_starts[token] for token in one.tokens]
        own, there = _side([one.key.at], told), _side(starts, given)
        if one.key.quantity is None and own is not None and there is not None:
            (names if claim[one.key.at].isupper() else sides).add(own == there)
    return (names or sides) == {False}


def _side(starts: Sequence[int], parts: tuple[_Part, _Part]) -> int | None:
    """In which of two parts alone something stands."""
    inside = [any(part.start <= start < part.end for start in starts) for part in parts]
    return inside.index(True) if inside.count(True) == 1 else None


def _rivals(one: Quantity, other: Quantity) -> bool:
    """Whether one could be taken for the other: of one kind and unit, not of one value, and not of another size."""
    if one.kind is not other.kind or one.unit != other.unit or one.low is None or other.low is None:
        return False
    less, more = sorted((abs(one.low), abs(other.low)))
    return less != more and (one.unit is not None or more <= _ALIKE * less)


def _parts(own: Quantity, other: Quantity, sentence: Span, text: str) -> tuple[_Part, _Part] | None:
    """The part of `own` and that of `other`; None where nothing parts them.

    What lies between two joints belongs to neither.  The words before the first figure are shared with a later one
    that has no words before it since the joint: "45 tonnes of cheese in May and 62 tonnes in June".
    """
    first, last = sorted((own, other), key=lambda q: q.start)
    joints = _parting(text, first.end, last.start)
    if not joints:
        return None
    lead = text[joints[-1][1] : last.start]
    start = sentence.start if _LETTERS.search(lead) else first.start
    ahead = _Part(start, first.start, joints[0][0])
    behind = _Part(joints[-1][1], last.start, _end(last, sentence, text))
    return (ahead, behind) if first is own else (behind, ahead)


def _parting(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The strongest joints in [start, end), as spans.

    A dash stands for the verb in "in the capital — 1.9 %": it parts only where nothing else does.
    """
    for strength in _JOINTS:
        joints = [match.span() for match in strength.finditer(text, start, end)]
        if joints and not (strength is _JOINTS[1] and all(text[span[0]] in "—–" for span in joints)):
            return joints
    return [match.span() for match in _JOINTS[1].finditer(text, start, end)]


def _end(last: Quantity, sentence: Span, text: str) -> int:
    joint = _JOINT.search(text, last.end, sentence.end)
    return sentence.end if joint is None else joint.start()


def _belongs_to(keys: Sequence[tuple[Key, list[int]]], own: _Part, other: _Part) -> bool:
    """Whether the claim's words stand in `other` alone: a name there, or any word where `own` has none for itself."""
    mine, theirs = set(_only(keys, own, other)), set(_only(keys, other, own))
    return bool(theirs) and not mine & _CERTAIN and (KeyKind.NAME in theirs or not mine)


def _led_to(keys: Sequence[tuple[Key, list[int]]], own: _Part, other: _Part) -> bool:
    """Whether a word of the claim leads to the figure of `other` alone, and only other words lead to that of `own`."""
    if own.start == own.figure or _CERTAIN & set(_only(keys, own, other)):
        return False
    leads = [any(part.start <= at < part.figure for _, starts in keys for at in starts) for part in (own, other)]
    return leads == [False, True] and any(True for _ in _only(keys, other, own))


def _only(keys: Sequence[tuple[Key, list[int]]], here: _Part, there: _Part) -> Iterator[KeyKind]:
    for key, starts in keys:
        inside = any(here.start <= start < here.end for start in starts)
        if inside and not any(there.start <= start < there.end for start in starts):
            yield key.kind
