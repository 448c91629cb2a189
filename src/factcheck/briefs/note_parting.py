"""Which lines between note starts are body and which are note, where no empty line tells: the likeliest reading.

Two readings are carried from line to line, "this line is body" and "this line is a note's".  A line speaks for one of
them by what it holds (rests of URLs, note markers, more letters than a full line of the body has), and by whether it
goes on with the sentence that the body, or the note, broke off.  The better reading of the whole text wins (Viterbi).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.briefs.layout import ends_sentence, goes_on, plain_digits
from factcheck.briefs.lines import printed_width
from factcheck.briefs.url_rest import is_url_rest
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.briefs.lines import Line

_BODY, _NOTE = 0, 1
_NEVER = -1e9
_OTHER_SIZE = -8.0  # for reading small type as body, or type of the body's size as a note
_ONE_COLUMN = 62  # characters to a line: a column that is half as wide as the page has fewer
_WIDE = 1.15  # of a full line of the body: notes are set smaller, so that more goes on a line
_MARKER = regex(r"(?:[^\W\d_]|[.!?;:,…)\]\"'”’»%]|[^\s(\[„]“)\s?(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})(?=[\s.,;:!?)\]\"'”’»–—]|$)")
_SLUG_AND_LOCATOR = regex(r"[\w-]{2,60}[,;.]?\s\W?(?:cf\.\s)?(?:pp?|стр)\.\s?\d{1,4}(?:[-–]\d{1,4})?[.;]?")
_LOCATOR_LINE = regex(r"(?:(?:cf\.\s*)?(?:pp?\.|стр\.|с\.|s\.)\s*)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?[.;]?")
# A URL's tail that fills its line and is no whole file name, and what may be the rest of it: one word, perhaps with the
# brackets or the place that follow a URL.
_OPEN_URL = regex(r"(?:[/.=&?_%-]|https?:)[\w~%+-]*(?<!\.pdf)(?<!\.html)(?<!\.htm)(?<!\.php)(?<!\.aspx)$")
_URL_END = regex(r"(?!\d{1,3}$)[\w%=&?~+./-]{1,60}[,;.]?(?:\s\(.{0,40}|,?\s(?:pp?|s|S|с)\.\s.{0,20})?")
_FULL = 0.8  # of a full line of the body
_HAS_URL = regex(r"https?://|www\.|doi\.org/")


@record
class _Traits:
    """What a line shows by itself."""

    starts: bool
    url: bool
    locator: bool
    wide: bool
    marked: bool
    ends: bool
    word: bool
    broken_word: bool
    goes_on: bool
    url_tail: bool
    open_url: bool
    url_end: bool
    page: int | None
    gap: int
    small: bool | None


@record
class _Reading:
    """The best way to read all lines so far with the last one in a given state."""

    score: float
    body: int | None
    """The last line read as body."""
    note: int | None
    """The last line read as a note's."""


def part_lines(lines: Sequence[Line], starts: set[int], excluded: set[int], usual_gap: int = 0) -> list[int]:
    """The numbers of the lines that belong to notes, in order.

    `starts` are lines that begin one; `usual_gap` is how many empty lines stand between any two lines.
    """
    if not starts:
        return []
    numbers = [n for n in range(len(lines)) if n not in excluded]
    traits = _traits(lines, numbers, starts, usual_gap)
    one_column = _median([len(lines[n].text) for n in numbers]) >= _ONE_COLUMN
    readings = (_Reading(0.0, None, None), _Reading(_NEVER, None, None))
    backward: list[tuple[int, int]] = []
    for place, trait in enumerate(traits):
        choices = [_best(readings, state, place, trait, traits) for state in (_BODY, _NOTE)]
        if one_column and place and trait.page is not None and trait.page == traits[place - 1].page:
            choices[_BODY] = _best((readings[_BODY], _less(readings[_NOTE], 4.0)), _BODY, place, trait, traits)
        backward.append((choices[_BODY][1], choices[_NOTE][1]))
        readings = (choices[_BODY][0], choices[_NOTE][0])
    state = _BODY if readings[_BODY].score >= readings[_NOTE].score else _NOTE
    found = []
    for place in range(len(traits) - 1, -1, -1):
        if state == _NOTE:
            found.append(numbers[place])
        state = backward[place][state]
    return found[::-1]


def _traits(lines: Sequence[Line], numbers: Sequence[int], starts: set[int], usual_gap: int) -> list[_Traits]:
    labels = {match.group() for n in starts if (match := re.search(r"\d+", plain_digits(lines[n].text[:8])))}
    full = [printed_width(lines[n].text) for n in numbers if lines[n].hyphenated and n not in starts]
    usual = _median(full or [printed_width(lines[n].text) for n in numbers])
    return [
        replace(_trait(lines[n], n in starts, labels, usual), gap=max(0, lines[n].gap - usual_gap)) for n in numbers
    ]


def _median(values: Sequence[float]) -> float:
    """The middle value; the module that has one loads five others, which takes as long as parting ten pages."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _trait(line: Line, starts: bool, labels: set[str], usual: float) -> _Traits:
    text = line.text
    last_word = text.rsplit(None, 1)[-1]
    url = bool(is_url_rest(text) or _HAS_URL.search(text) or _SLUG_AND_LOCATOR.fullmatch(text))
    return _Traits(
        starts=starts,
        url=url,
        locator=_LOCATOR_LINE.fullmatch(text) is not None,
        wide=not url and printed_width(text) > _WIDE * usual,
        marked=not url and any(plain_digits(match.group(1)) in labels for match in _MARKER.finditer(text)),
        ends=ends_sentence(text) and text[-1] not in ":;",
        word=" " not in text,
        broken_word=line.hyphenated,
        goes_on=goes_on(text),
        url_tail=_HAS_URL.search(last_word) is not None or (url and is_url_rest(last_word)),
        open_url=_OPEN_URL.search(last_word) is not None and printed_width(text) > _FULL * usual,
        url_end=_URL_END.fullmatch(text) is not None,
        page=line.page,
        gap=line.gap,
        small=line.small,
    )


def _best(
    readings: tuple[_Reading, _Reading], state: int, place: int, trait: _Traits, traits: Sequence[_Traits]
) -> tuple[_Reading, int]:
    """The better of the two ways to come to `state` at this line, and the state before."""
    scores = [
        reading.score + _step(reading, before, state, place, trait, traits) for before, reading in enumerate(readings)
    ]
    before = _BODY if scores[_BODY] >= scores[_NOTE] else _NOTE
    reading = readings[before]
    score = scores[before] + _holds(trait, state)
    if state == _BODY:
        return _Reading(score, place, reading.note), before
    return _Reading(score, reading.body, place), before


def _less(reading: _Reading, cost: float) -> _Reading:
    return _Reading(reading.score - cost, reading.body, reading.note)


def _holds(trait: _Traits, state: int) -> float:
    """What the line itself says for the state."""
    if trait.starts:
        return 0.0 if state == _NOTE else _NEVER
    if trait.small is not None and trait.small is not (state == _NOTE):
        return _OTHER_SIZE
    if state == _BODY:
        return 0.5 + (2.0 if trait.marked else 0.0) - (4.0 if trait.url else 0.0)
    return (4.0 if trait.url else 0.0) + (2.0 if trait.wide else 0.0)


def _step(reading: _Reading, before: int, state: int, place: int, trait: _Traits, traits: Sequence[_Traits]) -> float:
    """What the sentence broken off before says for the state."""
    if trait.starts:
        # One line of body between two lines of notes is hardly ever printed.
        return -3.0 if before == _BODY and place > 1 and reading.note == place - 2 else 0.0
    if state == _NOTE:
        if reading.note is None:
            return _NEVER
        return _goes_on_with_note(traits[reading.note], trait, before)
    body = None if reading.body is None else traits[reading.body]
    fits = _goes_on_with_body(body, trait)
    if before == _BODY or reading.note is None:
        return fits / 2
    left = traits[reading.note]
    return fits - (1.0 if left.broken_word or not (left.ends or left.url_tail) else 0.0)


def _goes_on_with_note(last: _Traits, trait: _Traits, before: int) -> float:
    away = 0.0
    if before == _BODY:  # the note was left for the body: it must have been cut off there
        away = 2.0 if trait.url or trait.wide else 5.0
    elif trait.gap or trait.page != last.page:
        away = 2.0
    if trait.locator:
        return (3.0 if last.url_tail or not last.ends or before == _NOTE else -3.0) - 2 * away
    if trait.url:
        return (2.0 if last.broken_word else 0.0 if last.url_tail or not last.ends else -1.0) - away
    if last.open_url and trait.url_end and not trait.starts:
        return 5.0 - 2 * away
    if last.url_tail:
        # The end of a slug may be a plain word.
        return (2.0 if last.broken_word and trait.word and not trait.ends else -3.0) - away
    if last.broken_word:
        return 2.0 - away
    return (1.0 if not last.ends else -3.0) - away


def _goes_on_with_body(last: _Traits | None, trait: _Traits) -> float:
    if last is None:
        return 0.0
    if last.broken_word:
        return 3.0 if trait.goes_on else -2.0
    if last.ends:
        return -3.0 if trait.goes_on else 1.0
    return 3.0 if trait.goes_on else -1.0
