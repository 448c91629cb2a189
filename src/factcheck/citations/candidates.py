"""Digits of extracted text that may be note markers, each with how much its place looks like one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import BlockKind
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Block

STRONG = 2.0
"""From this plausibility on, a marker is believed even where its note is missing."""

# What may not stand before a digit is asked behind it: a search for a digit is many times quicker than one for a place.
_DIGITS = regex(r"\d(?<![\d/=]\d)\d{0,3}(?![\d/%°=_]|[.,:]\d|[-–]\d|[^\W\d_])")
_YEAR_AND_LABEL = regex(r"((?:19|20)(?<![\d.,]..)\d\d)(\d{1,3})(?=[\s.,;:)”’»]|$)(?![.,]\d)")
_RAISED = r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]"
_SUPERSCRIPT = regex(rf"{_RAISED}+")
_RAISED_CLUSTER = regex(rf"{_RAISED}{{1,4}}(?:[,;\u207b‚–-]\s?{_RAISED}{{1,4}}){{1,9}}")
_BRACKETED = regex(r"\[(\d{1,4})\]|\((?<=[^\s]\()(\d{1,4})\)|\^(\d{1,4})\b")
_CLUSTER = regex(r"\d(?<![\d\s(/\[-]\d)\d{0,2}(?:[,;–-]\s?\d{1,3}){1,9}(?![\d%/-]|[.,–]\d|[^\W\d_])")
_BRACKETED_CLUSTER = regex(r"\[\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){1,9}\]")
_NUMBER = regex(rf"\d+|{_RAISED}+")
_DASHES = "-–\u207b"
_LONGEST_RANGE = 20
_STRONG_ENOUGH = 2.5
_MOST_LABELS = 999  # "[1, 60]": brackets tell a list by themselves
_SIDE_BY_SIDE, _INSIDE = 0.85, 0.9  # less sure than labels in full
_MOST_RAISED = 9  # digits of labels side by side; a line of them is a rule, or hostile
_MOST_APART = 3  # labels of a list follow each other closely; a number with a decimal comma seldom looks so
_SUPER_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNITS = regex(r"(?<![^\W\d_])(?:[kcmd]?m|ft|CO|H|км|м|см)$|\d$")
_CLOSING = ".!?…”\"’'»)]"
_OPENED_LOW = regex(r"[^\s(\[„‚“‘]\W?[“‘]$")  # what closes „Zitate“ and ‚Wörter‘ opens in English
_SHARE = regex(r"\d\s?%$")
_YEAR_BEFORE = regex(r"(?<![\d.,])(?:1[5-9]|20)\d\d[”\"’»)]*[.,;:!?]?[”\"’»)]*$")
_ABBREVIATION = regex(
    r"(?<![\w’'])(?:fig|figs|no|nos|nr|pp?|vol|art|ch|sec|para|tab|abb|рис|табл|гл|ст|п|с|стр|rys|s|str|z|t|poz)\.$",
    re.IGNORECASE,
)
_IN_HOST = regex(r"[a-z]\d{1,4}\.[a-z]")
_NEW_SENTENCE = regex(r"$|\s[\"“„«]?[^\W\d_a-zа-я][^\W\d_A-ZА-Я]")
_WHOLE_NUMBER = regex(r"(?<![\d.,])\d{2,}\.$")
_WORD_END = regex(r"([^\W\d_]+)[”“\"’»)]?$")
_NAMES_WITH_NUMBERS = regex(
    r"(?:covid|zapad|agenda|horizon|article|windows|euro|catch|apollo|boeing|airbus|world)$", re.IGNORECASE
)


@record
class Candidate:
    """What may be a marker: ``blocks[block]`` [start, end) as printed, `score` from 0 (hardly) to 3 (surely)."""

    label: str
    block: int
    start: int
    end: int
    score: float
    bracketed: bool = False


def candidates_in(blocks: Sequence[Block]) -> Iterator[Candidate]:
    """Every candidate in reading order."""
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.CODE:
            found = list(_in_text(block.text.text, number))
            damped = 0.5 if block.kind in {BlockKind.HEADING, BlockKind.TABLE_ROW} else 1.0
            yield from sorted(
                (replace(c, score=c.score * damped) for c in found),
                # "12" before "1" and "2": it is the one or the others; what a range leaves out before its end.
                key=lambda c: (c.start, c.end > c.start, -int(c.label)),
            )


def _in_text(text: str, block: int) -> Iterator[Candidate]:
    for match in _SUPERSCRIPT.finditer(text):
        if len(match.group()) > _MOST_RAISED:
            continue
        before = text[max(0, match.start() - 12) : match.start()]
        score = 0.2 if _UNITS.search(before) else 3.0
        label = match.group().translate(_SUPER_DIGITS)
        yield Candidate(label, block, match.start(), match.end(), score)
        yield from _side_by_side(label, block, match.start(), score)
    for match in _RAISED_CLUSTER.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        yield from _listed(match, block, 0.2 if _UNITS.search(before) else 3.0)
    for match in _BRACKETED.finditer(text):
        label = match.group(1) or match.group(2) or match.group(3)
        sure = match.group(1) is not None
        score = 2.5 if sure or match.group(3) else 0.3
        yield Candidate(label, block, match.start(), match.end(), score, bracketed=sure)
    for match in _BRACKETED_CLUSTER.finditer(text):
        yield from _listed(match, block, _STRONG_ENOUGH, bracketed=True)
    for match in _YEAR_AND_LABEL.finditer(text):
        yield Candidate(match.group(2), block, match.start(2), match.end(2), 0.6)
    for match in _CLUSTER.finditer(text):
        yield from _listed(match, block, min(_STRONG_ENOUGH, _plausibility(text, match.start(), match.end())))
    for match in _DIGITS.finditer(text):
        score = _plausibility(text, match.start(), match.end())
        if score > 0:
            yield Candidate(match.group(), block, match.start(), match.end(), score)


def _side_by_side(label: str, block: int, start: int, score: float) -> Iterator[Candidate]:
    """Two markers in a row with nothing between them: ``¹²`` may be 1 and 2, ``⁹¹⁰`` 9 and 10."""
    half = len(label) // 2
    first, second = label[:half], label[half:]
    if first and int(second) == int(first) + 1:
        yield Candidate(first, block, start, start + half, score * _SIDE_BY_SIDE)
        yield Candidate(second, block, start + half, start + len(label), score * _SIDE_BY_SIDE)


def _listed(match: re.Match[str], block: int, score: float, *, bracketed: bool = False) -> Iterator[Candidate]:
    """``claim.12,13``, ``[3, 4, 5]`` and ``¹²⁻¹⁴``: labels one after the other, those inside a range too.

    Each takes what stands before the next, so that nothing is left of the list where all are markers.
    """
    printed = match.group()
    numbers = list(_NUMBER.finditer(printed))
    values = [int(number.group().translate(_SUPER_DIGITS)) for number in numbers]
    dashed = [any(dash in printed[one.end() : other.start()] for dash in _DASHES) for one, other in pairwise(numbers)]
    apart = zip(pairwise(values), dashed, strict=True)
    farthest = _MOST_LABELS if bracketed else _MOST_APART
    if score <= 0 or not all(
        0 < after - before <= (_LONGEST_RANGE if dash else farthest) for (before, after), dash in apart
    ):
        return
    starts = [match.start(), *(match.start() + number.start() for number in numbers[1:]), match.end()]
    for place, value in enumerate(values):
        start, end = starts[place], starts[place + 1]
        yield Candidate(str(value), block, start, end, score, bracketed)
        if place < len(dashed) and dashed[place]:
            for inside in range(value + 1, values[place + 1]):
                yield Candidate(str(inside), block, end, end, score * _INSIDE, bracketed)


def _plausibility(text: str, start: int, end: int) -> float:
    if start == 0 or text[start] == "0" or _IN_HOST.match(text, start - 1):
        return 0.0  # a list number, a number with leading zeros, the name of a host ("data2.example.org")
    before, after = text[max(0, start - 40) : start], text[end : end + 3]
    last = before[-1]
    if last.isspace():
        return _spaced(before.rstrip(), after)
    if last.isalpha():
        return _after_letter(before, after)
    if last in _CLOSING or _OPENED_LOW.search(before):
        return _after_closing(before, text[end : end + 4])
    return _after_sign(before)


def _after_sign(before: str) -> float:
    """``war,13``, ``by 3%3`` and ``um 3 %3``, not ``1,3``."""
    if before[-1] in ",;:":
        return 0.2 if before[-2:-1].isdigit() and not _YEAR_BEFORE.search(before) else 1.6
    return 2.0 if _SHARE.search(before) else 0.0


def _after_letter(before: str, after: str) -> float:
    """``would39,`` and ``space97 justify``, not ``T72``, ``A2/AD`` or ``Covid19``."""
    word = _WORD_END.search(before)
    name = word.group(1) if word else before[-1]
    if after[:1] in {"-", "–"} or _NAMES_WITH_NUMBERS.search(name) or _UNITS.search(before):
        return 0.3
    if name[-1].isupper():
        return 1.2 if len(name) > 2 else 0.3
    return 2.6 if len(name) > 1 else 0.4


def _after_closing(before: str, after: str) -> float:
    """``gap.1``, ``anywhere.”33``, ``2020.152``, hardly ``2900.2 The`` and not ``63.9 million`` or ``Fig.1``."""
    if _YEAR_BEFORE.search(before):
        return 1.5 if before[-1] == "." else 2.2
    if before[-1] == "." and before[-2:-1].isdigit():
        return 0.45 if _NEW_SENTENCE.match(after) and _WHOLE_NUMBER.search(before) else 0.2
    if _ABBREVIATION.search(before):
        return 0.1
    return 0.5 if before[-1] in "'\"" and before[-2:-1].isspace() else 3.0


def _spaced(before: str, after: str) -> float:
    """``Ministry. 5``, ``Belarus” 67.``, ``CSTO.” 29``: a number that begins no sentence of its own."""
    if not before or not (before[-1] in _CLOSING or _OPENED_LOW.search(before)) or _ABBREVIATION.search(before):
        return 0.0
    if before[-1] == "." and re.search(r"(?<![^\W\d_])[^\W\d_]\.$", before):
        return 0.2  # an initial or a numbered "a."
    following = after.strip()
    if not following or following[0] in ".,;:)":
        return 1.2
    return 1.0 if following[0].isupper() or following[0] in '“"«(' else 0.45
