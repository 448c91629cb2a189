"""Labels of a PDF's notes at the beginnings of lines, and their markers inside of lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.documents.pdf_note_lines import CELL, ROW_BARS
from factcheck.documents.pdf_raised import RAISED_LETTERS, lower_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.documents.pdf import PdfPage
    from factcheck.documents.pdf_setting import Setting

SYMBOLS = "*∗†‡§¶‖#"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_LABEL = re.compile(rf"([⁰¹²³⁴-⁹]{{1,3}}|{RAISED_LETTERS.pattern})[.)]?\s*(?=\S)")
_SYMBOL_LABEL = re.compile(
    rf"((?P<sign>[{re.escape(SYMBOLS)}])(?P=sign){{0,3}})\s*(?=[^\W\d_a-z]|[\"“„«(]|https?:|www\.)"
)
_PLAIN_LABEL = re.compile(r"(\d{1,3})(?P<stop>[.)])?\s*(?=[^\W\d_]|[\"“„«(\[])")
_RAISED_MARK = re.compile(rf"(?<=[^\s⁰¹²³⁴-⁹])(?:[⁰¹²³⁴-⁹]{{1,3}}(?:[,⁻–‚][⁰¹²³⁴-⁹]{{1,3}})*|{RAISED_LETTERS.pattern})")
_LONE_MARK = re.compile(r"(?<=\s)[⁰¹²³⁴-⁹]{1,3}(?=[\s.,;:!?)\]”’»]|$)")
_SYMBOL_MARK = re.compile(
    rf"(?<=[^\s{re.escape(SYMBOLS)}])((?P<sign>[{re.escape(SYMBOLS)}])(?P=sign){{0,3}})(?=[\s.,;:!?)\]\"”’»]|$)"
)
_INNER_LABEL = re.compile(r"(?<=[\s.])([⁰¹²³⁴-⁹]{1,3})\s?(?=[^\W\d_])")
_DIGIT_RUN = re.compile(r"[⁰¹²³⁴-⁹]+")
_LONGEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class Start:
    """A line that may begin a note: its label, where the text begins, and whether the label is raised or an item's."""

    line: int
    label: str
    skip: int
    raised: bool
    listed: bool = False


def starts_of(page: PdfPage, setting: Setting) -> Iterator[Start]:
    """The lines of a page that begin with what may be a label."""
    for at, line in enumerate(page.lines):
        match = _RAISED_LABEL.match(line.text) or _SYMBOL_LABEL.match(line.text)
        if match is not None:
            yield Start(at, label_as_number(match.group(1)), match.end(), raised=True)
            continue
        match = _PLAIN_LABEL.match(line.text) if setting.is_smaller(line) else None
        rest = line.text[match.end() :] if match else ""
        if match is not None and rest.count(CELL) < ROW_BARS and not rest[0].islower():
            yield Start(
                at, label_as_number(match.group(1)), match.end(), raised=False, listed=match.group("stop") is not None
            )


def label_as_number(printed: str) -> str:
    """A label in plain digits and letters."""
    return lower_letters(printed).translate(_SUPERSCRIPTS).lstrip("0") or "0"


def marks_of(page: PdfPage) -> dict[str, list[int]]:
    """The labels that stand as markers on a page, each with the numbers of its lines."""
    marks: dict[str, list[int]] = {}
    for at, line in enumerate(page.lines):
        for label in marks_in(line.text):
            marks.setdefault(label, []).append(at)
    return marks


def marks_in(text: str) -> Iterator[str]:
    """The labels of the raised markers in a line."""
    for pattern in (_RAISED_MARK, _LONE_MARK):
        for match in pattern.finditer(text):
            if match.group()[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
                yield from _numbers(match.group())
            else:
                yield lower_letters(match.group())
    for match in _SYMBOL_MARK.finditer(text):
        yield match.group(1)


def inner_labels(text: str, label: str) -> Iterator[tuple[str, int, int]]:
    """Labels inside a note's text that count on from its own, with where they begin and end: notes set side by side."""
    if not label.isdecimal():
        return
    for match in _INNER_LABEL.finditer(text):
        found = label_as_number(match.group(1))
        if counts_on(label, found):
            yield found, match.start(1), match.end()
            label = found


def _numbers(printed: str) -> Iterator[str]:
    """``¹²,¹³`` is 12 and 13, ``¹²⁻¹⁴`` is 12, 13 and 14."""
    numbers = [int(run.translate(_SUPERSCRIPTS)) for run in _DIGIT_RUN.findall(printed)]
    if ("⁻" in printed or "–" in printed) and len(numbers) == 2:
        numbers = list(range(numbers[0], min(numbers[1], numbers[0] + _LONGEST_RANGE) + 1))
    yield from map(str, numbers)


def counts_on(last: str, label: str) -> bool:
    """Whether a number is the one after another."""
    return label.isdecimal() and last.isdecimal() and int(label) == int(last) + 1
