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

from factcheck.documents.pdf_note_labels import Start, counts_on, marks_of, starts_of
from factcheck.documents.pdf_note_lines import (
    CELL,
    ROW_BARS,
    alike,
    extent,
    is_beside,
    is_next,
    is_running,
    set_apart_above,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.documents.pdf import PdfLine, PdfPage
    from factcheck.documents.pdf_setting import Setting

_ENDS = (".", "!", "?", ".”", '."', ".)", ".»")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:pp?|nos?|vol|nr|art|ch|eds?|cf|vgl|figs?|tab|стр|с|т|s|str|t|poz|r)\.$", re.IGNORECASE
)
_BREAKING = "-,;:\u00ad\u2010/–"
_URL_AT_END = re.compile(r"(?:https?://|www\.|doi\.org/)\S*$")
_URL_AT_START = re.compile(r"https?://|www\.|doi", re.IGNORECASE)
_CAPTION = re.compile(r"(?:source|notes?|fig|table|abb|tab|рис|табл|источник|źródło|quelle)\b", re.IGNORECASE)
_SLIGHTLY = 1.04
_BODY_LINES = 3  # lines of the body below a label that show it to be a table's or a figure's
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


def find_feet(pages: Sequence[PdfPage], setting: Setting) -> Feet:
    """The footnotes of all pages."""
    reader = _Reader(pages, setting)
    per_page = [list(islice(starts_of(page, setting), _MOST_STARTS)) for page in pages]
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


class _Reader:
    """Goes from page to page and keeps the notes found."""

    def __init__(self, pages: Sequence[PdfPage], setting: Setting) -> None:
        self.pages = pages
        self.setting = setting
        self.marks = [marks_of(page) for page in pages]
        self.notes: list[FootNote] = []
        self.asides: set[tuple[int, int]] = set()

    def read_page(self, number: int, starts: Sequence[Start]) -> None:
        """The notes of one page, the rest of the note before them first."""
        lines = self.pages[number].lines
        if len(lines) > _MOST_LINES:
            return
        firsts = {start.line for start in starts}
        taken: set[int] = set()
        chosen = self._chosen(number, starts)
        for start in chosen:
            if start.line - 1 not in taken or not is_beside(lines[start.line - 1], lines[start.line]):
                above = self._above(lines, start.line, firsts) or set_apart_above(lines, start.line, firsts)
                taken |= self._add_rest(number, above)
            found = extent(lines, start.line, firsts)
            self.notes.append(FootNote(start.label, start.skip, [(number, n) for n in found]))
            taken.update(found)
        self._go_on(number, firsts, taken)

    def _chosen(self, number: int, starts: Sequence[Start]) -> list[Start]:
        by_label: dict[str, Start] = {}
        last = self.notes[-1].label if self.notes else "0"
        lines = self.pages[number].lines
        firsts = {start.line for start in starts}
        in_notes = {n for start in starts for n in extent(lines, start.line, firsts)}
        for start in starts:
            marked = self._is_marked_above(number, start)
            if not marked and not (self._is_marked_before(number, start) or counts_on(last, start.label)):
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

    def _is_marked_above(self, number: int, start: Start) -> bool:
        """Whether the label's marker stands earlier on the page, or higher where the stream has another order."""
        lines = self.pages[number].lines
        return any(
            n < start.line or lines[n].bottom > lines[start.line].bottom
            for n in self.marks[number].get(start.label, ())
            if n != start.line
        )

    def _is_marked_before(self, number: int, start: Start) -> bool:
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
            if line.bottom >= own.bottom or line.left > own.right or line.right < own.left or not is_running(line):
                continue
            is_body = not small or (not self.setting.is_smaller(line) and line.height > _SLIGHTLY * own.height)
            count += is_body and n not in in_notes
        return count >= _BODY_LINES

    def _set_aside(self, number: int, start: Start) -> None:
        """The label, and its marker above it, belong to a table, a figure or a list of authors."""
        above = [n for n in self.marks[number].get(start.label, ()) if n < start.line]
        self.asides.update({(number, start.line), *((number, n) for n in above[-1:])})

    # --- notes that a page or column cut off -------------------------------------------------------------------------

    def _above(self, lines: Sequence[PdfLine], first: int, barred: set[int]) -> list[int]:
        """The lines right above the first label, of the same size and with no gap between."""
        at = first
        while (
            at > 0 and at - 1 not in barred and self._is_rest_line(lines[at - 1]) and is_next(lines[at - 1], lines[at])
        ):
            at -= 1
        return list(range(at, first))

    def _is_note_line(self, line: PdfLine) -> bool:
        return self.setting.is_smaller(line) and is_running(line)

    def _is_rest_line(self, line: PdfLine) -> bool:
        """Whether a line may be part of a note: "9," of a page's number too, but no lone number."""
        text = line.text.strip()
        return self.setting.is_smaller(line) and text.count(CELL) < ROW_BARS and not text.isdigit()

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
        if page < number - 1 or not goes_on or is_over or not alike(self.pages[page].lines[at], first):
            return set()
        self.notes[-1].lines += [(number, n) for n in found]
        return set(found)

    def _is_full(self, page: int, at: int, following: PdfLine) -> bool:
        """Whether a line of a note had no room for the first word of the line that may follow it."""
        lines = self.pages[page].lines
        edge = max(
            line.right for line in lines if is_beside(line, lines[at]) and line.left >= lines[at].left - line.height
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
            if n and self.setting.is_smaller(lines[n - 1]) and is_next(lines[n - 1], line):
                continue  # not the first of its run, which was refused
            if self._add_rest(number, extent(lines, n, barred)):
                return

    def _is_apart(self, number: int, n: int) -> bool:
        """Whether a line stands in another column than the last note's last line."""
        page, at = self.notes[-1].lines[-1]
        return page == number and not is_beside(self.pages[page].lines[at], self.pages[number].lines[n])
