"""Hyphens of URLs that an extractor took for those of the layout and left out, as ``pdftotext`` does at line ends.

In such a text no line ends in a hyphen, and what stood on two lines stands on one: ``…/the-harbour-`` and ``dues.html``
read ``…/the-harbourdues.html``.  Nothing shows the place but the width of a line; so a hyphen is put back where another
print of the URL has it, or where a full line would end and two words of a path with other hyphens meet.  The spelling
as printed is then the first alternative; where the words do not tell, it stays and the others are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.citations.joining import MOST_ALTERNATIVES, Joined
from factcheck.model import Repair
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.citations.printed import Run
    from factcheck.citations.printing import Printing
    from factcheck.citations.spelling import Spelling
    from factcheck.model import MappedText

_ELSEWHERE = Repair("restored_hyphen", "the same beginning elsewhere in the document")
_BY_WIDTH = Repair("restored_hyphen", "two words meet where a line was full, in a text without a hyphen at a line end")
_WINDOW = 0.3  # of a full line: type is proportional, and a line may be stretched
_LEAST_LINE = 0.9  # of a full line: a shorter one is none that was joined
_MOST_JOINED = 3  # lines on one
_LAST_LETTERS = regex(r"(?<![^\W\d_])[^\W\d_]*$")
_FIRST_LETTERS = regex(r"[^\W\d_]*")
_SCHEME = regex(r"^https?://", re.IGNORECASE)
_USUAL = frozenset("wp-content wp-includes wp-json cgi-bin".split())
_LONGEST_SEGMENT = 100  # characters of a URL to either side that are looked at
_LONGEST = 2000  # characters of a URL that are looked at
_SHORTEST_WORD = 2
_SHORTEST_UNKNOWN = 4
_APART = -2.0  # of the natural log: how much worse the letters go together than apart
_SHORTEST_ID = 5
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d$")
_MONTH = regex(r"(?:0[1-9]|1[0-2])(?!\d)")
_NUMBERED = regex(rf"\d{{{_SHORTEST_ID}}}")
_SURE, _LIKELY, _POSSIBLE = 3, 2, 1


@record
class _Place:
    """Where a hyphen may have stood, and how much speaks for it: less than `_SURE` leaves the print as it is."""

    at: int
    weight: int
    away: float


def with_lost_hyphens(joined: Joined, run: Run, text: MappedText, printing: Printing, spelling: Spelling) -> Joined:
    """`joined` with the hyphens that its lines lost; as it is where the text has hyphens at its line ends."""
    if not printing.dehyphenated or len(joined.url) > _LONGEST:
        return joined
    shared = [at for at in _inner(joined.url) if spelling.was_hyphenated(joined.url[:at], joined.url[at:])]
    if shared:
        url = _hyphenated(joined.url, shared)
        return replace(joined, url=url, repairs=(*joined.repairs, _ELSEWHERE), alternatives=(joined.url,))
    places = sorted(_places(joined, run, text, printing, spelling), key=lambda place: (-place.weight, place.away))
    if not places:
        return joined
    others = [_hyphenated(joined.url, [place.at]) for place in places]
    if places[0].weight < _SURE:
        return replace(joined, alternatives=tuple([*others, *joined.alternatives][:MOST_ALTERNATIVES]))
    known = tuple([joined.url, *others[1:], *joined.alternatives][:MOST_ALTERNATIVES])
    return replace(joined, url=others[0], repairs=(*joined.repairs, _BY_WIDTH), alternatives=known)


def _inner(url: str) -> Iterator[int]:
    """The places in a URL between two letters or digits."""
    start = url.find("://") + 3 if "://" in url else 0
    for at in range(start + 1, len(url)):
        if url[at - 1].isalnum() and url[at].isalnum():
            yield at


def _hyphenated(url: str, places: list[int]) -> str:
    for at in sorted(places, reverse=True):
        url = f"{url[:at]}-{url[at:]}"
    return url


def _places(joined: Joined, run: Run, text: MappedText, printing: Printing, spelling: Spelling) -> Iterator[_Place]:
    """The places near the end of a full line where a hyphen may have been."""
    url, width = joined.url, max(1, printing.line)
    columns = _columns(joined, run, text)
    for at in _inner(url):
        column, length = columns[at]
        if length < _LEAST_LINE * width:
            continue
        away = abs(column / width - min(_MOST_JOINED, max(1, round(column / width))))
        near = away <= _WINDOW
        weight = _weight(url[max(0, at - _LONGEST_SEGMENT) : at], url[at : at + _LONGEST_SEGMENT], spelling, near=near)
        if weight:
            yield _Place(at, weight if near else weight - 1, away)


def _columns(joined: Joined, run: Run, text: MappedText) -> list[tuple[int, int]]:
    """For each character of the URL its column on its printed line, and that line's length up to the URL's end."""
    columns: list[tuple[int, int]] = []
    for number, piece in enumerate(run.pieces[: joined.pieces]):
        start = run.start if number == 0 else piece.start
        indent = start - text.text.rfind("\n", 0, start) - 1
        length = piece.end - start
        columns += [(indent + at, indent + length) for at in range(length)]
    missing = len(joined.url) - len(columns)
    return columns + columns[-1:] * max(0, missing)


def _weight(before: str, after: str, spelling: Spelling, *, near: bool) -> int:
    """What the characters beside a place say for a hyphen there; unknown words only `near` the end of a full line."""
    if not (before[-1].isalpha() and after[0].isalpha()):
        return _weight_of_numbers(before, after)
    left, right = _LAST_LETTERS.search(before).group(), _FIRST_LETTERS.match(after).group()  # type: ignore[union-attr] # match the empty string
    if f"{left}-{right}".casefold() in _USUAL:
        return _SURE
    if min(len(left), len(right)) < _SHORTEST_WORD:
        return 0
    segment = re.split(r"[/?#=&]", before)[-1] + re.split(r"[/?#=&]", after)[0]
    among_hyphens = "/" in _SCHEME.sub("", before) and "-" in segment
    parted = spelling.knows_apart(left, right) and not spelling.is_common(left + right)
    if parted or (left[-1].islower() and right[0].isupper()):
        return _SURE if among_hyphens else _LIKELY
    return _POSSIBLE if near and among_hyphens and _may_be_two(left, right, spelling) else 0


def _may_be_two(left: str, right: str, spelling: Spelling) -> bool:
    """Whether unknown letters may be two words: one of them is known, or they go badly together."""
    if min(len(left), len(right)) < _SHORTEST_UNKNOWN or spelling.is_common(left + right):
        return False
    return spelling.knows(left) or spelling.knows(right) or spelling.one_word_odds(left, right) < _APART


def _weight_of_numbers(before: str, after: str) -> int:
    """``2020|07`` and ``a|4595995``."""
    if _YEAR.search(before) and _MONTH.match(after):
        return _LIKELY
    alone = before[-1].isalpha() and not before[-2:-1].isalnum() and _NUMBERED.match(after)
    return _LIKELY if alone else 0
