"""How far a printed URL reaches: on which of the following lines it goes on, and whether its end is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.citations.printed import trim_end
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.citations.printed import Piece, Run
    from factcheck.citations.printing import Printing
    from factcheck.citations.spelling import Spelling
    from factcheck.model import MappedText

_FULL_LINE = 0.8
_FEW_MARKS = 1
_BARE_DOI = regex(r"(?:doi\.org/|^)10\.\d{4,9}/$", re.IGNORECASE)  # the publisher's part alone names no work
_LOST_END = regex(r"(?:-|%[0-9A-Fa-f]?)$")
# A key without its value, a name without its last word, a folder of files without the file's name, a DOI without the
# work's part.
_LOST_REST = regex(
    rf"(?:[?&][\w.\[\]-]{{1,40}}=|\w_|/(?:uploads|files)/(?:\d{{4}}(?:[-/]\d\d)?/)?)$|{_BARE_DOI.pattern}",
    re.IGNORECASE,
)
_LONE_NUMBER = regex(r"\d{1,3}")  # the label of the next note, the number of a page
_SHORTEST_HALF = 2
# From where a word begins only: from each of its letters, a long one takes time by the square of its length.
_LAST_LETTERS = regex(r"(?<![^\W\d_])[^\W\d_]+$")
_FIRST_LETTERS = regex(r"[^\W\d_]+")
_MOST_OTHERS = 2
_AFTER_URL = " \t.,;)"
_ENDS_SENTENCE = regex(r"[,;:!?)\]»”\"’]$")
_MARKS_OF_URL = regex(r"[/=&%_#?]|-\w+-|\w\.(?:pdf|html?|php|aspx?|docx?|xlsx?|shtml|jsp|jpg|png)\b", re.IGNORECASE)
_OPENS_URL = regex(r"[/?&=#%_.~-][\w%]")
_MORE_DIGITS = regex(r"\d+[._]\d")
# Letters and digits mixed as in no word: a part of a token.
_TOKEN = regex(
    r"(?:(?=\w{0,60}\d)(?=\w{0,60}[a-z])(?=\w{0,60}[A-Z])|(?=\w{0,60}[a-z][A-Z]\w{0,60}[a-z][A-Z]))[\w%-]{8,}"
)
_AFTER_BLANK = regex(r"[ \t\u00a0]{1,2}([^\s<>\"“”„«»|{}^`\\]{1,400})")
_WHOLE_END = regex(r"\.(?:pdf|html?|php|aspx?|docx?|xlsx?|shtml|jsp|jpg|png)$|://[^/]*/?$", re.IGNORECASE)
_ANOTHER = regex(r"(?:https?:|www\.|doi|10\.\d{4}|(?:[\w-]+\.)+[a-z]{2,12}/|\(|\[)", re.IGNORECASE)
_FILE_ENDING = regex(
    r"(?:pdf|html?|xhtml|shtml|php\d?|aspx?|jsp|docx?|xlsx?|pptx?|odt|csv|json|xml|txt|jpe?g|png|gif|svg|mp[34]|zip|js|css|ico)"
    r"(?:[?#]\S{0,300})?",
    re.IGNORECASE,
)
_KEY_AND_VALUE = regex(r"[\w.\[\]%-]{1,60}=")
_REST_OPENS = regex(r"(?:[/?&=]|%[0-9a-f]{2})\w", re.IGNORECASE)
_REST_JOINS = regex(r"[.#-][^\W_]")
_OPEN_ESCAPE = regex(r"%[0-9A-Fa-f]?$")
_HEX_DIGIT = regex(r"[0-9A-Fa-f]")
_NUMBERS = regex(r"[\d/.,:–-]+")  # a date, or a part of a URL
_PAGE_NUMBERS = regex(r"\d{1,4}(?:[–-]\d{1,4})?")
_REST_FILE = regex(r"[\w-]\.(?:pdf|html?|php|aspx?|docx?|xlsx?|shtml|jsp)$", re.IGNORECASE)
# Dots for what was left out: inside an address, or at the end of one whose last word is cut.
_DOTS_INSIDE = regex(r"/(?:…|\.{3})(?=/|\[)|(?:…|\.{3})[\w/]|\[(?:…|\.{3})\]")
_DOTS_AT_END = regex(r"(?<![^\W\d_])([^\W\d_]*)(?:…|\.{3})[.,;:)\]]?$")
_NOTHING_MORE = regex(r"\s*\Z")
_OPEN_END = regex(r"[/_=&?%#.~+@]$|%[0-9A-Fa-f]$")
_BEGINS_REFERENCE = regex(
    r"(?:pp?|s|str|с|стр|cf|see|and|accessed|retrieved|last|available|vol|no|nr|in|at|from|on|ibid|дата|доступ|abgerufen"
    r"|dostęp|consulté)\b[.,:]?$",
    re.IGNORECASE,
)


@record
class Reach:
    """How many pieces of a run are the URL's, and the other numbers that the print leaves open."""

    pieces: int
    others: tuple[int, ...] = ()


@record
class _Way:
    """Whether a URL goes on over a line end, and whether that is sure."""

    on: bool
    sure: bool = True


def reach_of(run: Run, text: MappedText, printing: Printing, spelling: Spelling) -> Reach:
    """How far `run` is the URL's, as far as the print itself shows."""
    if not printing.breaks_urls:
        return Reach(1)
    others: list[int] = []
    for number in range(1, len(run.pieces)):
        way = _goes_on(run, number, text, printing, spelling)
        if not way.sure:
            others.append(number if way.on else _end_of_other(run, number + 1, text, printing, spelling))
        if not way.on:
            return Reach(number, tuple(others[:_MOST_OTHERS]))
    return Reach(len(run.pieces), tuple(others[:_MOST_OTHERS]))


def _end_of_other(run: Run, number: int, text: MappedText, printing: Printing, spelling: Spelling) -> int:
    """Where a URL would end that went on to piece `number` after all."""
    while number < len(run.pieces) and _goes_on(run, number, text, printing, spelling) == _Way(on=True):
        number += 1
    return number


def _goes_on(run: Run, number: int, text: MappedText, printing: Printing, spelling: Spelling) -> _Way:
    """Whether the URL goes on over the line end before piece `number`."""
    before, after = run.pieces[number - 1], run.pieces[number]
    if before.text.endswith("-") or before.soft or _closes(before.text, after.text):
        return _Way(on=True)
    if printing.trailing_blanks:
        label = _LONE_NUMBER.fullmatch(after.text) and not before.text[-1].isdigit()
        return _Way(on=not (label or printing.blank_after(text, before.end)), sure=not label)
    if _BARE_DOI.search(before.text) and after.text[0].isalnum():
        return _Way(on=True)
    length = before.end - text.text.rfind("\n", 0, before.start) - 1
    full = length >= _FULL_LINE * printing.width
    if before.text[-1] == "/":
        # A printer parts a URL behind its slashes: the line ends where the next word finds no room.
        full = full or length + len(after.text) >= _FULL_LINE * printing.width
    return _by_line(before, after, text, spelling, full=full)


def _by_line(before: Piece, after: Piece, text: MappedText, spelling: Spelling, *, full: bool) -> _Way:
    """The same where line ends do not tell; a line that is not `full` ends where its URL ends."""
    word = trim_end(after.text)
    if _parts_file_or_query(before.text, word):
        return _Way(on=True, sure=True)
    if _ENDS_SENTENCE.search(before.text):
        return _Way(on=False, sure=not (full and (_MARKS_OF_URL.search(word) or before.text[-1] == "?")))
    if _BEGINS_REFERENCE.match(after.text):
        return _Way(on=False, sure=not full or after.text[-1] in ".,:")
    if _is_middle(before.text, after.text):
        return _Way(on=True, sure=bool(not full or _surely_middle(before.text, word)))
    return _by_prose(before, after, text, spelling, full=full)


def _by_prose(before: Piece, after: Piece, text: MappedText, spelling: Spelling, *, full: bool) -> _Way:
    """Whether what follows a line that ends in a URL looks like the text after it."""
    word, ends = trim_end(after.text), _ends_there(after, text)
    if _LONE_NUMBER.fullmatch(after.text) and not before.text[-1].isdigit():
        return _Way(on=False, sure=not full)
    if full and before.text[-1] == "/" and ends and not word[:1].isupper():
        return _Way(on=True, sure=False)
    prose = not ends or word[:1].isupper() or spelling.knows(word)
    return _Way(on=full and not prose, sure=not full)


def _closes(before: str, after: str) -> bool:
    """Whether a bracket that the URL opens before the line end is closed in its first word after it."""
    return before.count("(") > before.count(")") and after.find(")") >= 0 and "(" not in after.partition(")")[0]


def _parts_file_or_query(before: str, word: str) -> bool:
    """Whether a line end parts a file's name from its ending, or a query from its first key."""
    if before.endswith("."):
        return _FILE_ENDING.fullmatch(word) is not None
    return before.endswith("?") and _KEY_AND_VALUE.match(word) is not None


def _ends_there(piece: Piece, text: MappedText) -> bool:
    """Whether a line's first word stands for itself: the line or its clause ends with it, or a bracket follows."""
    line_end = text.text.find("\n", piece.end)
    rest = text.text[piece.end : line_end if line_end >= 0 else len(text.text)].strip()
    return piece.text[-1] in ",;." or not rest.strip(_AFTER_URL) or rest[0] in "([—–"


def _surely_middle(before: str, word: str) -> bool:
    """Whether both sides of a line end are so much a URL's that no prose stands there ("and/or", "non-profit-type")."""
    open_end = _OPEN_END.search(before) and before[-1] not in "/."
    return bool(open_end or _OPENS_URL.match(word) or len(_MARKS_OF_URL.findall(word)) > 1 or _TOKEN.match(word))


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
    return (
        before.endswith("-")
        or run.pieces[number - 1].soft
        or bool(_OPENS_URL.match(after) or _MARKS_OF_URL.search(after))
    )


def goes_on_after_blank(run: Run, reach: int, text: MappedText, spelling: Spelling) -> tuple[str, bool]:
    """What may be the rest of a URL after a blank of its line, and whether it can be nothing else; empty where none is.

    Layout programs and converters put blanks into long URLs.  A word of its own is no rest, nor is a second address.
    """
    last = run.pieces[reach - 1]
    match = _AFTER_BLANK.match(text.text, last.end)
    rest = trim_end(match.group(1)) if match else ""
    if match is None or not rest:
        return "", False
    if _parts_file_or_query(last.text, rest) or (_OPEN_ESCAPE.search(last.text) and _HEX_DIGIT.match(rest)):
        return rest, True
    ended = trim_end(last.text) != last.text or (_WHOLE_END.search(last.text) and rest[0] not in {"?", "#"})
    other = _ANOTHER.match(rest) or _BEGINS_REFERENCE.match(match.group(1)) or spelling.knows(rest)
    if ended or other or _PAGE_NUMBERS.fullmatch(rest):
        return "", False
    if _NUMBERS.fullmatch(rest):
        return rest, False
    return _likeness_to_rest(last.text, rest, spelling)


def _likeness_to_rest(before: str, rest: str, spelling: Spelling) -> tuple[str, bool]:
    """What :func:`goes_on_after_blank` says of a word by its own characters and those before it."""
    marked = _MARKS_OF_URL.search(rest) is not None
    lower = not rest[0].isupper()
    sure = bool(
        _REST_OPENS.match(rest)
        or (_REST_FILE.search(rest) and lower)
        or (marked and (before[-1] in "-_=&%" or (lower and len(_MARKS_OF_URL.findall(rest)) > _FEW_MARKS)))
        or _completes_a_word(before, rest, spelling)
    )
    likely = (
        sure
        or marked
        or _REST_JOINS.match(rest) is not None
        or _TOKEN.match(rest) is not None
        or (lower and rest[0].isalnum() and rest.isascii())
    )
    return (rest, sure) if likely else ("", False)


def _completes_a_word(before: str, rest: str, spelling: Spelling) -> bool:
    """Whether the letters beside a blank are no words by themselves and one together ("annu al")."""
    left, right = _LAST_LETTERS.search(before), _FIRST_LETTERS.match(rest)
    if left is None or right is None or len(left.group()) < _SHORTEST_HALF or len(right.group()) < _SHORTEST_HALF:
        return False
    whole = left.group() + right.group()
    return spelling.knows(whole) and not (spelling.knows(left.group()) and spelling.knows(right.group()))


def is_shortened(run: Run, reach: int, spelling: Spelling) -> bool:
    """Whether dots stand for a part of the URL that is not printed; dots after a whole one end the sentence."""
    url = "".join(piece.text for piece in run.pieces[:reach])
    if _DOTS_INSIDE.search(url):
        return True
    match = _DOTS_AT_END.search(url)
    if match is None:
        return False
    word, before = match.group(1), url[: match.start()]
    if len(word) > 1:
        return before[-1:] != "." and "/" in before and not spelling.knows(word)
    return not word and before[-1:] in set("-_=%&?")


def without_cut_word(piece: str) -> str:
    """`piece` without the word before dots at its end, which may be the beginning of another."""
    match = _DOTS_AT_END.search(piece)
    return piece if match is None else piece[: match.start()]


def is_cut(run: Run, reach: int, text: MappedText, printing: Printing) -> bool:
    """Whether the URL's end is lost: the note, or the line, ends in the middle of a word."""
    last = run.pieces[reach - 1]
    if text.text[last.end : last.end + 1] == "{":
        return True  # a template: what stands in braces is to be put in
    if printing.breaks_urls and last.text.endswith("-") and text.text[last.end : last.end + 1].isspace():
        return True  # a blank stands where a line end stood: what follows may be its rest or not
    if not ends_text(text, last.end):
        return False
    if last.soft or _LOST_END.search(last.text) or (printing.breaks_urls and _LOST_REST.search(last.text)):
        return True
    if not printing.trailing_blanks or not printing.breaks_urls or not printing.blank_ends:
        return False
    return not (printing.blank_after(text, last.end) or printing.ends_file(text, last.end))
