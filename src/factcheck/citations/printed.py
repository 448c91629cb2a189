"""URLs as they stand in print: where one begins, and the pieces that line ends cut it into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names in use for sites that are cited; a longer list would take more of the prose for hosts.
_TOP_LEVEL = (
    "com|org|net|int|edu|gov|mil|info|eu|io|me|ly|gl|be|by|ru|ua|pl|de|fr|lt|lv|ee|uk|us|ch|at|cz|sk|ro|md|ge|am|az|kz|fi"
    "|se|no|dk|nl|it|es|pt|hu|bg|rs|hr|si|gr|tr|il|ca|au|jp|cn|in|co|tv|media|news|expert|blog|online|example"
)
_BREAK = r"(?:-?[ \t]*\n[ \t]*)?"
# What begins a URL: a scheme (a line end may stand inside it), "www.", a DOI, or a lower-case host with a
# path.  A bare host ("Tass.ru") is the name of a publisher.
_START = re.compile(
    rf"""(?P<scheme>h{_BREAK}t{_BREAK}t{_BREAK}p(?:{_BREAK}s)?{_BREAK}:{_BREAK}/{_BREAK}/{_BREAK}(?=[^\s/]))
    |(?P<www>(?<![^\W\d])(?<![.@/_-])www\.(?=[^\s.]))
    |(?P<doi>(?<![\w./])doi:?[ \t]*\n?[ \t]*(?=10\.\d{{4,9}}/))
    |(?P<bare_doi>(?<![\w./:=-])(?=10\.\d{{4,9}}/[^\s/]))
    |(?P<host>(?<![\w.@/%=&?-])(?-i:(?=[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,4}}\.(?:{_TOP_LEVEL})/[\w?\#-])))""",
    re.VERBOSE | re.IGNORECASE,
)
# A URL's characters: everything but blanks and what the URL Standard never leaves unescaped, quotation marks among it.
_PIECE = re.compile(r"(?:\\[_~*#&.()\[\]!+-]|[^\s<>\"“”„«»|{}^`\\])+")
_LINE_END = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*")
_REDIRECTION = re.compile(r"(?:/|=|%3d|%2f)$", re.IGNORECASE)
_MOST_LINES = 40  # of one URL; keeps the work on a hostile text linear
_TRAILING = ".,;:!?'’‘*…"
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a URL on one printed line: `text` is the note's [start, end)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """All that a URL may reach over: its first piece, and each next line's first piece while lines end in one.

    `kind` says how it begins: ``scheme``, ``www``, ``doi``, ``bare_doi`` or ``host``; `start` is where its print begins
    (with the ``doi:``), `scheme` what is printed of its scheme.  `glued` is set where it hangs on the URL before it.
    """

    kind: str
    start: int
    scheme: str
    pieces: tuple[Piece, ...]
    glued: bool = False


def find_runs(text: str) -> Iterator[Run]:
    """Every stretch of `text` that may be a URL, in order; only the stretches' last lines may overlap."""
    starts = list(_starts(text))
    limits = [start for _, start, _, _ in starts[1:]] + [len(text)]
    for (kind, start, head_end, glued), limit in zip(starts, limits, strict=False):
        pieces = tuple(_pieces(text, head_end, limit))
        if pieces:
            scheme = re.sub(r"[\s-]", "", text[start:head_end]) if kind == "scheme" else ""
            yield Run(kind, start, scheme, pieces, glued)


def _starts(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """(kind, start, where its pieces begin, glued) of each URL.

    What looks like the beginning of a URL inside another one is a part of that, be it on the next line: only a second
    scheme, or a ``www.`` on a new line, begins another.
    """
    first_piece_end = chain_end = 0
    for match in _START.finditer(text):
        kind, at = match.lastgroup or "host", match.start()
        inside = at < chain_end
        if inside and not _begins_another(text, kind, at):
            continue
        body = match.end() if kind in {"scheme", "doi"} else at
        yield kind, at, body, at < first_piece_end
        if inside and body < first_piece_end:
            continue  # it ends where the one before it does: to look again would take the square of the length
        pieces = list(_pieces(text, body, len(text)))
        first_piece_end = pieces[0].end if pieces else body
        chain_end = max(pieces[-1].end if pieces else body, chain_end if inside else 0)


def _begins_another(text: str, kind: str, at: int) -> bool:
    before = text[max(0, at - 8) : at]
    if kind == "scheme":
        return _REDIRECTION.search(before) is None  # an archive's or a redirection's target stays inside
    return kind == "www" and "\n" in before and before.rstrip()[-1:] not in {"-", "/", ".", "="}


def _pieces(text: str, start: int, limit: int) -> Iterator[Piece]:
    at = start
    for _ in range(_MOST_LINES):
        match = _PIECE.match(text, at, limit)
        if match is None:
            return
        yield Piece(match.group(), match.start(), match.end())
        line_end = _LINE_END.match(text, match.end(), limit)
        if line_end is None:
            return
        at = line_end.end()


def trim_end(url: str) -> str:
    """`url` without the punctuation of the sentence around it; closing brackets stay where the URL opens them."""
    end = len(url)
    count = {bracket: url.count(bracket) for bracket in "()[]"}
    while end:
        last = url[end - 1]
        if last in _PAIRS and count[last] > count[_PAIRS[last]]:
            count[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]
