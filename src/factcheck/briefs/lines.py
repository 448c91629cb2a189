"""The printed lines of a plain or extracted text, and how they are set: one to a paragraph, wrapped, spaced apart."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.briefs.hyphens import HYPHENS
from factcheck.briefs.layout import ends_sentence, goes_on
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Span

_LINE = regex(r"([^\n\r\f\v\u2028\u2029]*)(\r\n|[\n\r\f\v\u2028\u2029]|$)")
_RULE = regex(r"[\s_\-–—=*·]{3,}")
_WIDE_BLANK = 10  # blanks: such a line is the rule above notes, drawn without ink
_PARAGRAPH_LINE = 160  # characters: longer lines hold whole paragraphs
_LEAST_PAIRS = 3
_MANY_LINES = 100
_SHORT, _SURELY_SHORT = 0.985, 0.93


@record
class Line:
    """A line with something printed on it.

    `text` is without the blanks around it and begins at `start` in the original; `gap` counts the empty lines before
    it, `lead` the blanks at its beginning; `trailed` says whether blanks followed it; `ruled` whether a rule or a line
    of mere blanks stands right above it; `small` whether it is set smaller than the body, None where nobody knows.
    """

    text: str
    start: int
    gap: int
    lead: int
    trailed: bool
    ruled: bool
    page: int | None
    small: bool | None = None

    @property
    def end(self) -> int:
        """Where its text ends in the original."""
        return self.start + len(self.text)

    @property
    def hyphenated(self) -> bool:
        """Whether its last character is a hyphen behind a letter or digit."""
        return len(self.text) > 1 and self.text[-1] in HYPHENS and self.text[-2].isalnum()


@record
class Setting:
    """How a text's lines are set.

    `wrapped`: a paragraph goes over several lines.  `spaced`: empty lines stand between lines of one paragraph, so that
    they part nothing; `runs`: some lines are set tight all the same, and so belong together.  `trails`: lines end in a
    blank unless a word is broken there.  `indents`: many lines are indented.
    """

    wrapped: bool
    spaced: bool
    runs: bool
    trails: bool
    indents: bool


def read_lines(text: str, page_starts: Sequence[int] = (), small_type: Sequence[Span] = ()) -> list[Line]:
    """The lines of `text` that are not empty; a drawn rule is no line but a property of the next."""
    small_starts = [span.start for span in small_type]
    lines: list[Line] = []
    gap, ruled = 0, False
    for match in _LINE.finditer(text):
        raw = match.group(1)
        body = raw.strip()
        if not body or (not body[0].isalnum() and _RULE.fullmatch(body)):
            gap += 1
            ruled = ruled or len(raw) >= _WIDE_BLANK or bool(body)
            continue
        lead = len(raw) - len(raw.lstrip())
        start = match.start() + lead
        page = bisect_right(page_starts, start) if page_starts else None
        within = bisect_right(small_starts, start) - 1
        small = (within >= 0 and start < small_type[within].end) if small_type else None
        lines.append(Line(body, start, gap, lead, len(raw) > lead + len(body), ruled, page, small))
        gap, ruled = 0, False
    return lines


def setting_of(lines: Sequence[Line], *, printed: bool = False) -> Setting:
    """How `lines` are set, by those that break off in mid-sentence; of `printed` lines one is enough to show it."""
    if not lines:
        return Setting(wrapped=False, spaced=False, runs=False, trails=False, indents=False)
    total = sum(len(line.text) for line in lines)
    long = sum(len(line.text) for line in lines if len(line.text) > _PARAGRAPH_LINE)
    pairs = [(a, b) for a, b in pairwise(lines) if _is_broken(a, b)]
    wrapped = len(pairs) >= _LEAST_PAIRS and len(pairs) * 5 >= len(lines) and long * 2 < total
    wrapped = wrapped or (printed and bool(pairs))
    spaced = wrapped and sum(b.gap > 0 for _, b in pairs) > 0.6 * len(pairs)
    trails = sum(line.trailed for line in lines) > 0.3 * len(lines)
    tight = sum(line.gap == 0 and "://" not in line.text for line in lines[1:])
    runs = spaced and tight > max(2, 0.03 * len(lines))
    indented = sum(line.lead > 0 for line in lines)
    return Setting(wrapped, spaced, runs, trails, indents=indented > 0.1 * len(lines))


def _is_broken(first: Line, second: Line) -> bool:
    return first.hyphenated or (goes_on(second.text) and not ends_sentence(first.text))


def short_of(lines: Sequence[Line]) -> float:
    """The width below which a line is short: it could have taken the next line's first word, but did not.

    A full line and that word are wider than a line together, which the lines broken in mid-sentence show.  Widths are
    rough, so that the fewer such lines there are, the shorter a line must be.
    """
    fits = sorted(fit(a, b) for a, b in pairwise(lines) if _is_broken(a, b) and not a.hyphenated)
    if not fits:
        return 0.0
    return fits[len(fits) // 50] * (_SHORT if len(fits) >= _MANY_LINES else _SURELY_SHORT)


def fit(line: Line, following: Line) -> float:
    """The width that `line` would have with the next line's first word on it."""
    return printed_width(line.text) + 0.3 + printed_width(following.text.split(None, 1)[0])


_NARROW = frozenset("iljtfrI.,;:'’‘!|()[]/- ")
_BROAD = frozenset("mwMWшщюжмЖШЩЮМ—…%@&")
_KINDS = bytes(  # of ASCII characters: narrow or broad, a capital or none
    ord("n" if char in _NARROW else "b" if char in _BROAD else " ") - 32 * char.isupper()
    for char in map(chr, range(128))
) + bytes(128)


@lru_cache(maxsize=4096)
def printed_width(text: str) -> float:
    """A rough width in ems: proportional type has three kinds of letters, and capitals."""
    if text.isascii():
        kinds = text.encode("ascii").translate(_KINDS)
        narrow, broad = kinds.count(b"n") + kinds.count(b"N"), kinds.count(b"b") + kinds.count(b"B")
        capitals = kinds.count(b"N") + kinds.count(b"B") + kinds.count(b"\0")
    else:
        printed = set(text)
        narrow = sum(map(text.count, _NARROW & printed))
        broad = sum(map(text.count, _BROAD & printed))
        capitals = sum(map(text.count, filter(str.isupper, printed)))
    return 0.5 * len(text) - 0.2 * narrow + 0.28 * broad + 0.15 * capitals
