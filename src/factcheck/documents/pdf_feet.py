"""Footnotes of a PDF: lines at the foot of a page's column that begin with the label of a marker on that page.

Size, place and the raised label tell a note from the rows of a table, the items of a list and the note of a figure:
below it no more of the body stands in its column, and its marker stands above it (or on the page before, where the
note was too long for its page).  A note that its page cuts off goes on in lines of the same size on the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.documents.pdf_raised import RAISED_LETTERS, lower_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.documents.pdf import PdfLine, PdfPage
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
_ENDS = (".", "!", "?", ".”", '."', ".)", ".»")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:pp?|nos?|vol|nr|art|ch|eds?|cf|vgl|figs?|tab|стр|с|т|s|str|t|poz|r)\.$", re.IGNORECASE
)
_BREAKING = "-,;:\u00ad\u2010/–"
_URL_AT_END = re.compile(r"(?:https?://|www\.|doi\.org/)\S*$")
_URL_AT_START = re.compile(r"https?://|www\.|doi", re.IGNORECASE)
_CELL = " | "
_ROW_BARS = 2  # a row has three cells; one wide blank may stand in any line
_LEAST_LETTERS = 3
_CAPTION = re.compile(r"(?:source|notes?|fig|table|abb|tab|рис|табл|источник|źródło|quelle)\b", re.IGNORECASE)
_CLOSE = 2.0  # line heights from one line of a note to the next
_NOTES_APART, _TIGHT = 2.6, 1.4  # line heights from one note to the next, and from line to line
_MOST_REST = 7
_ALIKE = 1.13
_SLIGHTLY = 1.04
_BODY_LINES = 3  # lines of the body below a label that show it to be a table's or a figure's
_LONGEST_RANGE = 20
_MOST_STARTS, _MOST_LINES = 150, 3_000  # of a page, more than are ever printed
_NEAR_NOTES = 30
_LEAST_LIST = 3
_LETTER_WIDTH = 0.4  # of a line's height, rather less than more
_IN_URL = "-/_.?&=%#"
_URL_PART = re.compile(r"[/?&=%_#]|\.\w{2,4}[.,;)]{0,2}$")


@dataclass
class FootNote:
    """A note: its label as in print, its lines as (page, line) numbers, and where the first line's text begins."""

    label: str
    skip: int
    lines: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Feet:
    """The footnotes in order; the lines that begin notes of tables, figures or authors' names, or mark them."""

    notes: tuple[FootNote, ...]
    asides: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Start:
    line: int
    label: str
    skip: int
    raised: bool
    listed: bool = False


def find_feet(pages: Sequence[PdfPage], setting: Setting) -> Feet:
    """The footnotes of all pages."""
    reader = _Reader(pages, setting)
    per_page = [list(islice(_starts(page, setting), _MOST_STARTS)) for page in pages]
    raised = any(
        start.raised and start.label.isdecimal() and start.label in reader.marks[number]
        for number, starts in enumerate(per_page)
        for start in starts
    )
    marked = {label for marks in reader.marks for label in marks}
    for number, starts in enumerate(per_page):
        # Where labels are raised, a number that is not is a row's or an item's; so is one without a marker anywhere.
        usable = [s for s in starts if s.raised or (not raised and s.label in marked)]
        if sum(s.listed for s in usable) >= _LEAST_LIST:  # a plain number is a date's in one of the items: "12 March"
            usable = [s for s in usable if s.raised or s.listed]
        reader.read_page(number, usable)
    return Feet(tuple(reader.notes), frozenset(reader.asides))


def _starts(page: PdfPage, setting: Setting) -> Iterator[_Start]:
    for at, line in enumerate(page.lines):
        match = _RAISED_LABEL.match(line.text) or _SYMBOL_LABEL.match(line.text)
        if match is not None:
            yield _Start(at, _label(match.group(1)), match.end(), raised=True)
            continue
        match = _PLAIN_LABEL.match(line.text) if setting.is_smaller(line) else None
        rest = line.text[match.end() :] if match else ""
        if match is not None and rest.count(_CELL) < _ROW_BARS and not rest[0].islower():
            yield _Start(at, _label(match.group(1)), match.end(), raised=False, listed=match.group("stop") is not None)


def _label(printed: str) -> str:
    return lower_letters(printed).translate(_SUPERSCRIPTS).lstrip("0") or "0"


def _marks(page: PdfPage) -> dict[str, list[int]]:
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
        found = _label(match.group(1))
        if _counts_on(label, found):
            yield found, match.start(1), match.end()
            label = found


def _numbers(printed: str) -> Iterator[str]:
    """``¹²,¹³`` is 12 and 13, ``¹²⁻¹⁴`` is 12, 13 and 14."""
    numbers = [int(run.translate(_SUPERSCRIPTS)) for run in _DIGIT_RUN.findall(printed)]
    if ("⁻" in printed or "–" in printed) and len(numbers) == 2:
        numbers = list(range(numbers[0], min(numbers[1], numbers[0] + _LONGEST_RANGE) + 1))
    yield from map(str, numbers)


class _Reader:
    """Goes from page to page and keeps the notes found."""

    def __init__(self, pages: Sequence[PdfPage], setting: Setting) -> None:
        self.pages = pages
        self.setting = setting
        self.marks = [_marks(page) for page in pages]
        self.notes: list[FootNote] = []
        self.asides: set[tuple[int, int]] = set()

    def read_page(self, number: int, starts: Sequence[_Start]) -> None:
        """The notes of one page, the rest of the note before them first."""
        lines = self.pages[number].lines
        if len(lines) > _MOST_LINES:
            return
        firsts = {start.line for start in starts}
        taken: set[int] = set()
        chosen = self._chosen(number, starts)
        for start in chosen:
            if start.line - 1 not in taken or not _is_beside(lines[start.line - 1], lines[start.line]):
                above = self._above(lines, start.line, firsts) or _set_apart_above(lines, start.line, firsts)
                taken |= self._add_rest(number, above)
            extent = _extent(lines, start.line, firsts)
            self.notes.append(FootNote(start.label, start.skip, [(number, n) for n in extent]))
            taken.update(extent)
        self._go_on(number, firsts, taken)

    def _chosen(self, number: int, starts: Sequence[_Start]) -> list[_Start]:
        by_label: dict[str, _Start] = {}
        last = self.notes[-1].label if self.notes else "0"
        lines = self.pages[number].lines
        firsts = {start.line for start in starts}
        in_notes = {n for start in starts for n in _extent(lines, start.line, firsts)}
        for start in starts:
            marked = self._is_marked_above(number, start)
            if not marked and not (self._is_marked_before(number, start) or _counts_on(last, start.label)):
                continue
            if self._has_body_below(number, start.line, in_notes):
                if marked:
                    self._set_aside(number, start)
                continue
            if start.listed:
                continue  # "1. …" is how lists of notes at a text's end are numbered: `briefs` reads them
            by_label[start.label] = start  # of two, the lower one: affiliations stand above, notes at the foot
            last = start.label
        return sorted(by_label.values(), key=lambda start: start.line)

    def _is_marked_above(self, number: int, start: _Start) -> bool:
        """Whether the label's marker stands earlier on the page, or higher where the stream has another order."""
        lines = self.pages[number].lines
        return any(
            n < start.line or lines[n].bottom > lines[start.line].bottom
            for n in self.marks[number].get(start.label, ())
            if n != start.line
        )

    def _is_marked_before(self, number: int, start: _Start) -> bool:
        """Whether the marker stands on the page before, which had no room for the note."""
        if number == 0 or start.label not in self.marks[number - 1]:
            return False
        return all(note.label != start.label for note in self.notes[-_NEAR_NOTES:])

    def _has_body_below(self, number: int, at: int, in_notes: set[int]) -> bool:
        """Whether more of the body stands below a line in its column: larger type, or no note if all is of one size."""
        lines = self.pages[number].lines
        own, count = lines[at], 0
        small = self.setting.is_smaller(own)
        for n, line in enumerate(lines):
            if line.bottom >= own.bottom or line.left > own.right or line.right < own.left or not _is_running(line):
                continue
            is_body = not small or (not self.setting.is_smaller(line) and line.height > _SLIGHTLY * own.height)
            count += is_body and n not in in_notes
        return count >= _BODY_LINES

    def _set_aside(self, number: int, start: _Start) -> None:
        """The label, and its marker above it, belong to a table, a figure or a list of authors."""
        above = [n for n in self.marks[number].get(start.label, ()) if n < start.line]
        self.asides.update({(number, start.line), *((number, n) for n in above[-1:])})

    # --- notes that a page or column cut off -------------------------------------------------------------------------

    def _above(self, lines: Sequence[PdfLine], first: int, barred: set[int]) -> list[int]:
        """The lines right above the first label, of the same size and with no gap between."""
        at = first
        while (
            at > 0 and at - 1 not in barred and self._is_rest_line(lines[at - 1]) and _is_next(lines[at - 1], lines[at])
        ):
            at -= 1
        return list(range(at, first))

    def _is_note_line(self, line: PdfLine) -> bool:
        return self.setting.is_smaller(line) and _is_running(line)

    def _is_rest_line(self, line: PdfLine) -> bool:
        """Whether a line may be part of a note: "9," of a page's number too, but no lone number."""
        text = line.text.strip()
        return self.setting.is_smaller(line) and text.count(_CELL) < _ROW_BARS and not text.isdigit()

    def _is_lost_url(self, number: int, line: PdfLine) -> bool:
        """Whether a line is the address that the last note, cut off before it, announces, or the rest of one."""
        if not self.notes or number - self.notes[-1].lines[-1][0] > 1:
            return False
        page, at = self.notes[-1].lines[-1]
        last = self.pages[page].lines[at].text.rstrip()
        if _URL_AT_END.search(last):
            return self._goes_on_url(page, at, line)
        return last[-1:] in ",:;" and _URL_AT_START.match(line.text) is not None

    def _goes_on_url(self, page: int, at: int, following: PdfLine) -> bool:
        """Whether a line begins as URLs go on behind a full line."""
        word = following.text.split(None, 1)[0]
        return word[0] in _IN_URL or (_URL_PART.search(word) is not None and self._is_full(page, at, following))

    def _add_rest(self, number: int, found: Sequence[int]) -> set[int]:
        """Give lines to the last note, if it was cut off where they go on."""
        if not found or not self.notes:
            return set()
        page, at = self.notes[-1].lines[-1]
        last, first = self.pages[page].lines[at].text.rstrip(), self.pages[number].lines[found[0]]
        in_url = _URL_AT_END.search(last) is not None
        small = first.text[:1].islower() or (in_url and self._goes_on_url(page, at, first))
        smaller = self.setting.is_smaller(first)
        open_end = (
            last[-1:] in _BREAKING or _ABBREVIATED.search(last[-8:]) is not None or self._is_full(page, at, first)
        )
        # A paragraph of the body may stand where the rest of a note as large would: a URL seldom has more words.
        goes_on = small or (in_url and smaller) or (open_end and (smaller or not in_url))
        is_over = last.endswith(_ENDS) and not (in_url and small) and not _ABBREVIATED.search(last[-8:])
        if page < number - 1 or not goes_on or is_over or not _alike(self.pages[page].lines[at], first):
            return set()
        self.notes[-1].lines += [(number, n) for n in found]
        return set(found)

    def _is_full(self, page: int, at: int, following: PdfLine) -> bool:
        """Whether a line of a note had no room for the first word of the line that may follow it."""
        lines = self.pages[page].lines
        edge = max(
            line.right for line in lines if _is_beside(line, lines[at]) and line.left >= lines[at].left - line.height
        )
        word = len(following.text.split(None, 1)[0]) * _LETTER_WIDTH * following.height
        return lines[at].right + word > edge

    def _go_on(self, number: int, barred: set[int], taken: set[int]) -> None:
        """On a page, or in columns, without a label, the lines at the foot may be the rest of the last note."""
        lines = self.pages[number].lines
        for n in range(max(taken, default=-1) + 1, len(lines)):
            line = lines[n]
            if not (self._is_note_line(line) or self._is_lost_url(number, line)) or _CAPTION.match(line.text):
                continue
            if self._has_body_below(number, n, set()) or (taken and not self._is_apart(number, n)):
                continue
            if n and self.setting.is_smaller(lines[n - 1]) and _is_next(lines[n - 1], line):
                continue  # not the first of its run, which was refused
            if self._add_rest(number, _extent(lines, n, barred)):
                return

    def _is_apart(self, number: int, n: int) -> bool:
        """Whether a line stands in another column than the last note's last line."""
        page, at = self.notes[-1].lines[-1]
        return page == number and not _is_beside(self.pages[page].lines[at], self.pages[number].lines[n])


def _counts_on(last: str, label: str) -> bool:
    return label.isdecimal() and last.isdecimal() and int(label) == int(last) + 1


def _extent(lines: Sequence[PdfLine], first: int, barred: set[int]) -> list[int]:
    """The lines from `first` on that follow each other closely in type of one size."""
    found = [first]
    while (
        (n := found[-1] + 1) < len(lines)
        and n not in barred
        and _is_next(lines[n - 1], lines[n])
        and _alike(lines[first], lines[n])
    ):
        found.append(n)
    return found


def _set_apart_above(lines: Sequence[PdfLine], first: int, barred: set[int]) -> list[int]:
    """The few lines above the first label that no paragraph begins with, where notes are as large as the body.

    They stand apart from the body by a gap: what a page or column cut off.
    """
    at = first
    while at > 0 and at - 1 not in barred and first - at < _MOST_REST:
        above, below = lines[at - 1], lines[at]
        limit = _NOTES_APART if at == first else _TIGHT
        if not (_is_beside(above, below) and 0 < above.bottom - below.bottom <= limit * below.height):
            break
        at -= 1
    if at == first or first - at == _MOST_REST or not _alike(lines[at], lines[first]):
        return []
    return list(range(at, first))


def _is_beside(one: PdfLine, other: PdfLine) -> bool:
    return other.left <= one.right and other.right >= one.left


def _is_next(above: PdfLine, below: PdfLine) -> bool:
    """Whether a line is the next in print: right below, in the same column, of the same size."""
    distance = above.bottom - below.bottom
    height = max(above.height, below.height)
    return _is_beside(above, below) and 0.3 * height < distance < _CLOSE * height and _alike(above, below)


def _alike(one: PdfLine, other: PdfLine) -> bool:
    low, high = sorted((one.height, other.height))
    return high <= low * _ALIKE


def _is_running(line: PdfLine) -> bool:
    """Whether a line may be running text: words, not a row of cells, not a lone number."""
    letters = sum(map(str.isalpha, line.text))
    return line.text.count(_CELL) < _ROW_BARS and letters > max(_LEAST_LETTERS, len(line.text) // 3)
