"""How the document was printed, as far as it tells where a URL ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import MappedText, NoteText

_BLANKS = " \t\u00a0"
_MOST_LINES_SAMPLED = 2000
_ENOUGH_BLANKS = 0.6
_HYPHENS = frozenset("-\u2010\u00ad\u00ac")
_ENOUGH_LINES, _WRAPPED, _BROKEN = 40, 0.2, 0.025
_LEAST_FULL = 20  # characters
_FULL = 0.45  # of the lines before a note's last one: those above may be two that an extractor joined


@record
class Printing:
    """How the document was printed: `trailing_blanks` where a line that ends between words keeps its blank.

    Then a line end without a blank is the middle of a word.  `breaks_urls` is set for extracted text only: in a format
    with links a line end always ends a URL.  `width` is the length, in characters, of a full line of a note.
    `blank_ends` is set where a note's last line keeps its blank, too: then a note without one is cut off.
    `line` is the usual length of a full line of a note; `dehyphenated` is set where no wrapped line ends in a hyphen,
    as extractors leave a text whose broken words they joined.
    """

    source: str
    breaks_urls: bool
    trailing_blanks: bool
    width: int = 0
    blank_ends: bool = False
    line: int = 0
    dehyphenated: bool = False

    def blank_after(self, text: MappedText, end: int) -> bool:
        """Whether a blank is printed after `text`'s character before `end`, in the text or cut off from it."""
        if text.text[end : end + 1] and text.text[end] in _BLANKS:
            return True
        after = text.origin(end - 1) + 1
        return self.source[after : after + 1] in set(_BLANKS)

    def ends_file(self, text: MappedText, end: int) -> bool:
        """Whether nothing but blanks follows in the file."""
        after = text.origin(end - 1) + 1
        return not self.source[after : after + 200].strip() and len(self.source) - after <= 200


def printing_of(source: str, notes: Sequence[NoteText], *, breaks_urls: bool) -> Printing:
    """Look at a file's first lines, whether lines that end between words keep a blank, and at the notes' width."""
    lines = [line for line in source[:200_000].split("\n")[:_MOST_LINES_SAMPLED] if line.strip()]
    between = [line for line in lines if line.rstrip(_BLANKS)[-1:].isalpha() or line.rstrip(_BLANKS).endswith(",")]
    with_blank = sum(line[-1] in _BLANKS for line in between)
    trailing_blanks = bool(between) and with_blank >= _ENOUGH_BLANKS * len(between)
    widths = sorted(len(line.strip()) for note in notes for line in note.text.text.split("\n")[:-1])
    kept = [_keeps_blank(note.text, source) for note in notes]
    blank_ends = sum(kept) * 2 > len(kept)
    width = widths[len(widths) * 9 // 10] if widths else 0
    full = [length for length in widths if length >= _LEAST_FULL]
    line = full[int(len(full) * _FULL)] if full else 0
    return Printing(
        source, breaks_urls, trailing_blanks, width, blank_ends, line, breaks_urls and _has_no_hyphens(lines)
    )


def _has_no_hyphens(lines: Sequence[str]) -> bool:
    """Whether lines are wrapped, and no word is broken at any of their ends."""
    if len(lines) < _ENOUGH_LINES:
        return False
    wrapped = sum(line.lstrip()[0].islower() for line in lines)
    broken = sum(line.rstrip()[-1:] in _HYPHENS and line.rstrip()[-2:-1].isalpha() for line in lines)
    return wrapped > _WRAPPED * len(lines) and broken <= _BROKEN * len(lines)


def _keeps_blank(text: MappedText, source: str) -> bool:
    """Whether a blank is printed behind a note's last character."""
    end = len(text.text.rstrip(_BLANKS))
    after = text.origin(max(0, end - 1)) + 1
    return end < len(text.text) or source[after : after + 1] in set(_BLANKS)
