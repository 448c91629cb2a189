"""How far a printed URL reaches: on which of the following lines it goes on, and whether its end is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.citations.printed import trim_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.citations.printed import Run
    from factcheck.citations.spelling import Spelling
    from factcheck.model import MappedText, NoteText

_BLANKS = " \t\u00a0"
_MOST_LINES_SAMPLED = 2000
_ENOUGH_BLANKS = 0.6
_FULL_LINE = 0.8
_ENDS_SENTENCE = re.compile(r"[,;:!?)\]»”\"’]$")
_MARKS_OF_URL = re.compile(
    r"[/=&%_#?]|-\w+-|\w\.(?:pdf|html?|php|aspx?|docx?|xlsx?|shtml|jsp|jpg|png)\b", re.IGNORECASE
)
_OPENS_URL = re.compile(r"[/?&=#%_.~-][\w%]")
_MORE_DIGITS = re.compile(r"\d+[._]\d")
# Letters and digits mixed as in no word: a part of a token.
_TOKEN = re.compile(
    r"(?:(?=\w{0,60}\d)(?=\w{0,60}[a-z])(?=\w{0,60}[A-Z])|(?=\w{0,60}[a-z][A-Z]\w{0,60}[a-z][A-Z]))[\w%-]{8,}"
)
_NOTHING_MORE = re.compile(r"\s*\Z")
_OPEN_END = re.compile(r"[/_=&?%#.~+@]$|%[0-9A-Fa-f]$")
_BEGINS_REFERENCE = re.compile(
    r"(?:pp?|s|str|с|стр|cf|see|and|accessed|retrieved|last|available|vol|no|nr|in|at|from|on|ibid|дата|доступ|abgerufen"
    r"|dostęp|consulté)\b[.,:]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printing:
    """How the document was printed: `trailing_blanks` where a line that ends between words keeps its blank.

    Then a line end without a blank is the middle of a word.  `breaks_urls` is set for extracted text only: in a format
    with links a line end always ends a URL.  `width` is the length, in characters, of a full line of a note.
    """

    source: str
    breaks_urls: bool
    trailing_blanks: bool
    width: int = 0

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
    return Printing(source, breaks_urls, trailing_blanks, widths[len(widths) * 9 // 10] if widths else 0)


def reach_of(run: Run, text: MappedText, printing: Printing, spelling: Spelling) -> int:
    """How many pieces of `run` are the URL's, as far as the print itself shows."""
    if not printing.breaks_urls:
        return 1
    for number in range(1, len(run.pieces)):
        if not _goes_on(run, number, text, printing, spelling):
            return number
    return len(run.pieces)


def _goes_on(run: Run, number: int, text: MappedText, printing: Printing, spelling: Spelling) -> bool:
    """Whether the URL goes on over the line end before piece `number`."""
    before, after = run.pieces[number - 1], run.pieces[number]
    if before.text.endswith("-"):
        return True
    if printing.trailing_blanks:
        return not printing.blank_after(text, before.end)
    if _ENDS_SENTENCE.search(before.text) or _BEGINS_REFERENCE.match(after.text):
        return False
    if _is_middle(before.text, after.text):
        return True
    line_start = text.text.rfind("\n", 0, before.start) + 1
    full = before.end - line_start >= _FULL_LINE * printing.width
    word = trim_end(after.text)
    line_end = text.text.find("\n", after.end)
    rest = text.text[after.end : line_end if line_end >= 0 else len(text.text)]
    prose = bool(rest.strip()) or after.text[:1].isupper() or spelling.knows(word)
    return full and not prose


def _is_middle(before: str, after: str) -> bool:
    """Whether the characters on one side of a line end are those of a URL's middle."""
    opens = _OPENS_URL.match(after) or _MARKS_OF_URL.search(trim_end(after)) or _TOKEN.match(after)
    open_end = _OPEN_END.search(before) and before[-1] not in "/."
    return bool(opens or open_end or (before[-1].isdigit() and _MORE_DIGITS.match(after)))


def ends_text(text: MappedText, end: int) -> bool:
    """Whether nothing but blanks follows in the note."""
    return _NOTHING_MORE.match(text.text, end) is not None


def goes_on_clearly(run: Run, number: int) -> bool:
    """Whether piece `number` can only be the middle of a URL, by its own characters or those before it."""
    before, after = run.pieces[number - 1].text, trim_end(run.pieces[number].text)
    return before.endswith("-") or bool(_OPENS_URL.match(after) or _MARKS_OF_URL.search(after))


def is_cut(run: Run, reach: int, text: MappedText, printing: Printing) -> bool:
    """Whether the URL's end is lost: the note ends in the middle of a line or word."""
    last = run.pieces[reach - 1]
    if not ends_text(text, last.end):
        return False
    if last.text.endswith("-") or re.search(r"%[0-9A-Fa-f]?$", last.text):
        return True
    if not printing.trailing_blanks or not printing.breaks_urls:
        return False
    return not (printing.blank_after(text, last.end) or printing.ends_file(text, last.end))
