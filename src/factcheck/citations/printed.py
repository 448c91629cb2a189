"""URLs as they stand in print: where one begins, and the pieces that line ends cut it into."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names in use for sites that are cited; a longer list would take more of the prose for hosts.
_TOP_LEVEL = (
    "com|org|net|int|edu|gov|mil|info|eu|io|me|ly|gl|be|by|ru|su|ua|pl|de|fr|lt|lv|ee|uk|us|ch|at|cz|sk|ro|md|ge|am|az|kz"
    "|kg|uz|fi|se|no|dk|is|ie|nl|lu|li|it|es|pt|hu|bg|rs|hr|si|ba|mk|al|gr|cy|mt|tr|il|ca|au|nz|jp|kr|cn|in|br|mx|za|co|ac"
    "|tv|media|news|expert|blog|online|site|press|live|today|world|report|africa|asia|ai|app|example"
)
_CYRILLIC_TOP_LEVEL = "рф|бел|укр|срб|москва|рус|онлайн|сайт|орг|ком"
_LABEL = r"(?-i:[A-Za-z0-9-]){1,63}"  # of a host; a set that ignores case takes ten times as long to compile
_HOST = rf"(?:{_LABEL}\.){{1,5}}(?:{_TOP_LEVEL})"
_HOST_END = rf"{_HOST}(?=[/?\#:\s.,;)\]]|$)"
_BREAK = r"(?:-?[ \t]*\n[ \t]*)?"
# What begins a URL: a scheme (a line end may stand inside it), one that was misprinted or has a blank after it, "www.",
# a DOI, or a host with a path.  A bare host ("Tass.ru") is the name of a publisher.  Only a scheme may follow a letter:
# to ask for that first takes half the time.
_START = regex(
    rf"""(?:(?=h)|(?<![^\W\d_]))
    (?:(?P<parted>(?:https?://)?(?<![^\W\d])www\.[ \t](?={_HOST_END})
        |https?://(?:www\.)?{_LABEL}\.[ \t](?=(?:{_TOP_LEVEL})/\w)
        |https?://(?:dx\.|www\.)?doi\.org/[ \t]{{1,3}}(?=10\.\d{{4,9}}/))
    |(?P<scheme>h{_BREAK}t{_BREAK}t{_BREAK}p(?:{_BREAK}s)?{_BREAK}:{_BREAK}/{_BREAK}/{_BREAK}(?=[^\s/])
        (?!https?:?/{{1,2}}\w))
    |(?P<misprint>(?<![^\W\d_])(?:hxxps?|h?t{{1,3}}p{{1,2}}s?|hpt{{1,2}}ps?)
        (?:[ \t]?[:;.]?[ \t]?(?:[/\\][ \t]?){{1,3}}[:;]?[ \t]?|:)
        (?=(?:{_LABEL}\[\.\]){{1,5}}[a-z]|{_HOST_END}))
    |(?P<www>(?<![^\W\d])(?<![.@/_-])www\.(?=[^\s.]))
    |(?P<doi>(?<![\w./])doi:?[ \t]*\n?[ \t]*(?=10\.\d{{4,9}}/))
    |(?P<bare_doi>(?<![\w./:=-])(?=10\.\d{{4,9}}/[^\s/]))
    |(?P<host>(?<![\w.@/%=&?-])(?={_HOST}/[\w?\#-]
        |(?:[^\W_a-z][\w-]{{0,62}}\.){{1,4}}(?:{_CYRILLIC_TOP_LEVEL})/[\w?\#-])))""",
    re.VERBOSE | re.IGNORECASE,
)
_HOST_AND_SEGMENT = regex(r"([^\s/]{1,300})/([^\s/?#]{0,300})")
_LIKE_A_HOST = regex(rf"{_HOST}$", re.IGNORECASE)
# A URL's characters: everything but blanks and what the URL Standard never leaves unescaped, quotation marks among it.
# Angle brackets stand in old DOIs only (ANSI/NISO Z39.56: "8<693::AID-ASI4>3").
# No way back to the text ("…/a.html↩") either: browsers print the arrows that lead from a note to its marker.
_PIECE = regex(r"(?:\\[_~*#&.()\[\]!+-]|<\d{1,6}:{1,2}[\w-]{1,20}>(?=\d)|[^\s<>\"“”„«»|{}^`\\↩↪⤴⏎↵⮐])+")
_LINE_END = regex(r"[ \t\u00a0]*\n[ \t\u00a0]*")
_REDIRECTION = regex(r"(?:/|=|%3d|%2f)$", re.IGNORECASE)
_MOST_LINES = 40  # of one URL; keeps the work on a hostile text linear
_TRAILING = ".,;:!?'’‘*…。，、；：！？．」』】》\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［"}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# What layout programs and editors put into a URL and no URL has: breaking aids, ligatures, other hyphens and slashes.
_TYPESET = {
    **dict.fromkeys(
        map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), ""
    ),
    **dict.fromkeys((0x2010, 0x2011), "-"),
    **dict.fromkeys((0x2044, 0x2215), "/"),
    **dict.fromkeys((0x02DC, 0x223C), "~"),
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_JOINERS = regex(r"(?<=[!-~])[\u200c\u200d]|[\u200c\u200d](?=[!-~])")  # between other letters they are spelling
_ENTITY = regex(r"&(?:amp|#38|#x26);", re.IGNORECASE)
_DEFANGED = regex(r"[\[({](?:\.|dot)[\])}]")
# The words of a note that hang on its URL without a blank: "…/a[accessed 5 May", "…/a.pdf(5.05.2020)", "…/a,p.5",
# and, where an extractor saw no blanks, "…/a(accessed5May2020)" and "…/a,pp. 5".
_HANGING = regex(
    r"(?:[\[(]|[.,;][\[(]?)(?:(?:last)?(?:access|retriev|visit|view)ed|consulted|abgerufen|zugriff|dostęp|consulté|дата|доступ"
    r"|просмотрено|žiūrėta)(?:[:.,]?|[\w:.,-]{0,30}(?:\d{4}[)\]]?\W?|[:-]|\d[^\W\d_]{3,12}))$|\(\d{1,2}\.\d{1,2}\.\d{2,4}\)\W?$"
    r"|[,;](?:pp?|с|стр|s)\.(?:\d{1,4}(?:[-–]\d{1,4})?\W?)?$",
    re.IGNORECASE,
)


@record
class Piece:
    """A part of a URL on one printed line, the note's [start, end).

    `text` is that without what layout put into it; `soft` is set where it ends in a soft hyphen, which is no character
    of the URL.
    """

    text: str
    start: int
    end: int
    soft: bool = False


@record
class Run:
    """All that a URL may reach over: its first piece, and each next line's first piece while lines end in one.

    `kind` says how it begins: ``scheme``, ``misprint`` (of a scheme), ``parted`` (a blank in the host), ``www``,
    ``doi``, ``bare_doi`` or ``host``; `start` is where its print begins (with the ``doi:``), `scheme` what its scheme
    is, or the beginning that was parted.  `glued` is set where it hangs on the URL before it.
    """

    kind: str
    start: int
    scheme: str
    pieces: tuple[Piece, ...]
    glued: bool = False


@lru_cache(maxsize=1024)
def find_runs(text: str) -> tuple[Run, ...]:
    """Every stretch of `text` that may be a URL, in order; only the stretches' last lines may overlap.

    A note is asked twice: for what it tells of other URLs, and for its own.
    """
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    folded = text if text.isascii() else text.translate(_FULL_WIDTH)
    starts = list(_starts(folded))
    limits = [start for _, start, _, _ in starts[1:]] + [len(text)]
    for (kind, start, head_end, glued), limit in zip(starts, limits, strict=False):
        head = folded[start:head_end]
        # In a URL that is set in full-width letters they are ASCII; in another they are what they are.
        pieces = tuple(_pieces(text if head == text[start:head_end] else folded, head_end, limit, kind))
        if pieces:
            yield Run(kind, start, _scheme(kind, head), pieces, glued)


def _scheme(kind: str, head: str) -> str:
    """What a URL's beginning says of its scheme, line ends and misprints taken out."""
    printed = re.sub(r"[\s-]", "", head)
    if kind == "misprint":
        return "https://" if "s" in printed.casefold() else "http://"
    if kind == "parted":
        return printed if printed[:4].casefold() == "http" else f"http://{printed}"
    return printed if kind == "scheme" else ""


def _starts(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """(kind, start, where its pieces begin, glued) of each URL.

    What looks like the beginning of a URL inside another one is a part of that, be it on the next line: only a second
    scheme, or a ``www.`` on a new line or after a comma, begins another.
    """
    first_piece_end = chain_end = 0
    for match in _START.finditer(text):
        kind, at = match.lastgroup or "host", match.start()
        inside = at < chain_end
        if (inside and not _begins_another(text, kind, at)) or (kind == "host" and not _is_address(text, at)):
            continue
        body = match.end() if kind in {"scheme", "misprint", "parted", "doi"} else at
        yield kind, at, body, at < first_piece_end
        if inside and body < first_piece_end:
            continue  # it ends where the one before it does: to look again would take the square of the length
        pieces = list(_pieces(text, body, len(text), kind))
        first_piece_end = pieces[0].end if pieces else body
        chain_end = max(pieces[-1].end if pieces else body, chain_end if inside else 0)


def _is_address(text: str, at: int) -> bool:
    """Whether a host with a slash is an address, and not two publishers ("Naviny.by/Tut.by", "Lenta.ru/Kommersant")."""
    match = _HOST_AND_SEGMENT.match(text, at)
    if match is None:
        return False
    host, segment = match.groups()
    if _LIKE_A_HOST.match(segment.rstrip(".,;:)")):
        return False
    return host.islower() or host.isupper() or not segment[:1].isupper()


def _begins_another(text: str, kind: str, at: int) -> bool:
    before = text[max(0, at - 8) : at]
    if kind in {"scheme", "parted"}:
        return _REDIRECTION.search(before) is None  # an archive's or a redirection's target stays inside
    if kind == "www" and before[-1:] in {",", ";"}:
        return True
    return kind == "www" and "\n" in before and before.rstrip()[-1:] not in {"-", "/", ".", "="}


def _pieces(text: str, start: int, limit: int, kind: str) -> Iterator[Piece]:
    at = start
    for _ in range(_MOST_LINES):
        match = _PIECE.match(text, at, limit)
        if match is None:
            return
        printed = match.group()
        yield Piece(_cleaned(printed, kind), match.start(), match.end(), printed.endswith("\u00ad"))
        line_end = _LINE_END.match(text, match.end(), limit)
        if line_end is None:
            return
        at = line_end.end()


def _cleaned(printed: str, kind: str) -> str:
    """A piece without what the layout, an HTML escape or a careful mail program put into it."""
    text = printed if printed.isascii() else _JOINERS.sub("", printed.translate(_TYPESET))
    if "&" in text:
        text = _ENTITY.sub("&", text)
    return _DEFANGED.sub(".", text) if kind == "misprint" or "[.]" in text else text


def trim_end(url: str, before: str = "") -> str:
    """`url` without the words and punctuation around it; closing brackets stay where it, or `before`, opens them."""
    hanging = _HANGING.search(url)
    end = hanging.start() if hanging else len(url)
    count = {bracket: url.count(bracket, 0, end) for bracket in "()[]（）［］"}
    while end:
        last = url[end - 1]
        if last in _PAIRS and count[last] > count[_PAIRS[last]] + before.count(_PAIRS[last]) - before.count(last):
            count[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]
