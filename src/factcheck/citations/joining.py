"""A URL put together again from the lines that it was broken over, each break decided by the best evidence there is.

A break may have kept a hyphen of the URL, put one in, or put in none; so the evidence is ranked: a link annotation of
the page, of another page, the whole URL or its beginning elsewhere in the document, then what the characters on both
sides allow, then words.  What words alone decide stays open: the other spellings are given as alternatives.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from factcheck.citations.printed import trim_end
from factcheck.citations.spelling import squash
from factcheck.model import Repair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.citations.printed import Run
    from factcheck.citations.spelling import Spelling

MOST_ALTERNATIVES = 3
# What was done at a line end, by whether a hyphen is printed there and whether the URL has one.
REPAIR_KINDS = {
    (True, True): "kept_hyphen",
    (True, False): "dropped_layout_hyphen",
    (False, False): "joined_line",
    (False, True): "restored_hyphen",
}
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*$")
_LETTERS_AFTER = re.compile(r"[^\W\d_]*")
_TOKEN_BEFORE = re.compile(r"[=/]([A-Za-z0-9_+-]*)$")
_TOKEN_AFTER = re.compile(r"[A-Za-z0-9_+%-]*")
_ESCAPES_BEFORE = re.compile(r"(?:%[0-9A-Fa-f]{2})+$")
_ESCAPES_AFTER = re.compile(r"%[0-9A-Fa-f]{2}")
_HEX_BEFORE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f-]{1,80}$")
_HEX_AFTER = re.compile(r"[0-9A-Fa-f-]{1,80}(?![0-9A-Za-z])")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_DIGEST_LENGTHS = frozenset({32, 40, 56, 64})
# A hyphen inside "2020-05-17", "17-05-2020", "2019-2020".
_DATES = (
    (re.compile(r"(?<!\d)(?:19|20)\d\d(?:-[01]\d)?$"), re.compile(r"(?:[0-3]?\d|(?:19|20)\d\d|[01]\d-[0-3]\d)(?!\d)")),
    (re.compile(r"(?<!\d)[0-3]?\d-[01]?\d$"), re.compile(r"(?:19|20)\d\d(?!\d)")),
    (re.compile(r"(?<!\d)[0-3]?\d$"), re.compile(r"[01]?\d-(?:19|20)\d\d(?!\d)")),
)
_LONGEST_ESCAPED = 120
_ESCAPE_BEFORE = re.compile(r"%[0-9A-Fa-f]?$")
_LONG_TOKEN = 40
_SHORT_WORD = 3
_SHORTEST_PART = 6
_LONGEST_PART = 16
_LONG_WORD = 11  # letters; of the words in slugs, one in ten is longer
_PER_LETTER = 0.6
# Pairs of which neither half is a word.
_PAIRS = frozenset(
    "wp-content wp-includes wp-json wp-admin cgi-bin en-us en-gb en-eu de-de fr-fr ru-ru pl-pl lt-lt uk-ua by-nc by-sa"
    " nc-sa co-op on-line off-line e-book e-mail".split()
)
# With and without a hyphen these begin the same English words ("co-operation").
_PREFIXES = frozenset(
    "anti co counter inter micro mid mini multi non over post pre pro re semi sub ultra under".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """A whole URL of the document and how it is known, in words for a repair's evidence."""

    url: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A URL put together from the first `pieces` of a run; `alternatives` are other spellings of open breaks."""

    url: str
    pieces: int
    repairs: tuple[Repair, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Break:
    """How one break was decided: whether a hyphen joins the two lines, and whether the other way stays possible."""

    hyphen: bool
    evidence: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A break that stays open: its place in the URL, whether a hyphen was chosen there, and whether one is printed."""

    place: int
    chosen: bool
    printed: bool


def match_known(run: Run, reach: int, known: Mapping[str, Known]) -> Joined | None:
    """The longest whole URL of the document that is printed on the first lines of `run`, `reach` of them at most."""
    for count in range(reach, 0, -1):
        printed = [piece.text for piece in run.pieces[:count]]
        printed[-1] = trim_end(printed[-1], "".join(printed[:-1]))
        match = known.get(squash("".join(printed)))
        if match is not None and printed[-1]:
            repairs = _aligned(run.scheme, printed, match)
            if repairs is not None:
                return Joined(match.url, count, tuple(dict.fromkeys(repairs)))
    return None


def _aligned(scheme: str, printed: Sequence[str], known: Known) -> list[Repair] | None:
    """The repairs that turn `printed` into the known URL; None where they differ in more than their line breaks."""
    rest = known.url.removeprefix(scheme) if scheme else known.url.partition("://")[2]
    if scheme and not known.url.startswith(scheme):
        return None
    repairs: list[Repair] = []
    for number, piece in enumerate(printed):
        last = number == len(printed) - 1
        for kind, text in ((None, piece), ("dropped_layout_hyphen", piece.removesuffix("-"))):
            if rest.startswith(text) and (kind is None or (not last and text != piece)):
                break
        else:
            return None
        rest = rest[len(text) :]
        if last:
            break
        if kind is None and rest.startswith("-") and not text.endswith("-") and not printed[number + 1].startswith("-"):
            kind, rest = "restored_hyphen", rest[1:]
        repairs.append(Repair(kind or ("kept_hyphen" if text.endswith("-") else "joined_line"), known.evidence))
    return repairs if not rest else None


def join(run: Run, reach: int, spelling: Spelling) -> Joined:
    """The first `reach` pieces of `run` as one URL, each break decided by other prints, the structure or the words."""
    texts = [piece.text for piece in run.pieces[:reach]]
    texts[-1] = trim_end(texts[-1], "".join(texts[:-1]))
    url, repairs, open_breaks = run.scheme + texts[0], [], []
    for number, after in enumerate(texts[1:], start=1):
        printed = url.endswith("-")
        before = url.removesuffix("-")
        rest = "".join(texts[number:])
        decided = _decide(before, after, rest, spelling) if printed else _without_hyphen(before, after, rest, spelling)
        repairs.append(Repair(REPAIR_KINDS[printed, decided.hyphen], decided.evidence))
        if decided.open:
            open_breaks.append(_Open(len(before), decided.hyphen, printed))
        url = before + ("-" if decided.hyphen else "") + after
    return Joined(url, reach, tuple(dict.fromkeys(repairs)), _alternatives(url, open_breaks))


def _without_hyphen(before: str, after: str, rest: str, spelling: Spelling) -> _Break:
    """A break at a line end without a hyphen: one of the URL may have been lost between two words."""
    plain = _Break(hyphen=False, evidence="no hyphen at the line end")
    if not before[-1:].isalpha() or not after[:1].isalpha() or spelling.hyphen_at(before, rest) is not None:
        return plain
    left, right = _words_beside(before, after)
    apart = len(left) > 1 and len(right) > 1 and spelling.knows(left) and spelling.knows(right)
    return replace(plain, open=True) if apart and not spelling.knows(left + right) else plain


def _alternatives(url: str, open_breaks: Sequence[_Open]) -> tuple[str, ...]:
    """Other spellings of a URL with open breaks: as printed first, then one break changed."""
    if not open_breaks:
        return ()
    chosen = tuple(each.chosen for each in open_breaks)
    flips = [
        tuple(not hyphen if at == number else hyphen for number, hyphen in enumerate(chosen))
        for at in range(len(chosen))
    ]
    ways = [tuple(each.printed for each in open_breaks), *flips]
    wanted = [way for way in dict.fromkeys(ways) if way != chosen]
    return tuple(_respelled(url, open_breaks, way) for way in wanted[:MOST_ALTERNATIVES])


def _respelled(url: str, open_breaks: Sequence[_Open], way: Sequence[bool]) -> str:
    spelled = url
    for each, wanted in reversed(list(zip(open_breaks, way, strict=True))):
        if each.chosen and not wanted:
            spelled = spelled[: each.place] + spelled[each.place + 1 :]
        elif wanted and not each.chosen:
            spelled = spelled[: each.place] + "-" + spelled[each.place :]
    return spelled


def _decide(before: str, after: str, rest: str, spelling: Spelling) -> _Break:
    """Whether the hyphen between `before` and `after` is the URL's; `rest` is all that follows."""
    elsewhere = spelling.hyphen_at(before, rest)
    if elsewhere is not None:
        return _Break(elsewhere, "the same beginning elsewhere in the document")
    return _by_structure(before, after, rest) or _by_words(before, after, spelling)


def _by_structure(before: str, after: str, rest: str) -> _Break | None:
    code = _by_code(before, after, rest)
    if code is not None:
        return code
    if any(left.search(before[-10:]) and right.match(after) for left, right in _DATES):
        return _Break(hyphen=True, evidence="a date")
    if (not before[-1:].isalpha() or not after[:1].isalpha()) and not _between_escapes(before, after):
        # A layout program divides words, between two letters; few divide numbers.
        return _Break(hyphen=True, evidence="no letter on one side of the hyphen", open=before[-1:].isalnum())
    return None


def _by_code(before: str, after: str, rest: str) -> _Break | None:
    """Inside escapes, tokens and digests only one way can be read."""
    if _ESCAPE_BEFORE.search(before) and re.match(r"[0-9A-Fa-f]", after):
        return _Break(hyphen=False, evidence="percent escape")
    if _parts_a_letter(before, after):
        return _Break(hyphen=False, evidence="percent escapes of one letter")
    if _is_token(before, rest):
        return _Break(hyphen=False, evidence="base64 token")
    return _by_hex_digits(before, rest)


def _parts_a_letter(before: str, after: str) -> bool:
    """Whether the break stands between the escapes of one letter of UTF-8, so that no hyphen can be there."""
    left, right = _ESCAPES_BEFORE.search(before), _ESCAPES_AFTER.match(after)
    if left is None or right is None:
        return False
    try:
        unquote_to_bytes(left.group()).decode()
    except UnicodeDecodeError:
        return True
    return False


def _between_escapes(before: str, after: str) -> bool:
    """Whether the characters beside the break are escaped letters."""
    left, right = _words_beside(before, after)
    return bool(left and right) and (before[-3:-2] == "%" or after[:1] == "%")


def _by_hex_digits(before: str, rest: str) -> _Break | None:
    """Inside a UUID or a digest of a usual length the hyphens are known."""
    left, right = _HEX_BEFORE.search(before), _HEX_AFTER.match(rest)
    if left is None or right is None:
        return None
    start, end = left.group(), right.group()
    if _UUID.fullmatch(start + "-" + end):
        return _Break(hyphen=True, evidence="a UUID")
    if _UUID.fullmatch(start + end):
        return _Break(hyphen=False, evidence="a UUID")
    whole = (start + end).replace("-", "")
    if len(whole) in _DIGEST_LENGTHS and start.count("-") == 0 and not whole.isalpha() and not whole.isdecimal():
        return _Break(hyphen=False, evidence="a digest in hexadecimal")
    return None


def _is_token(before: str, rest: str) -> bool:
    """Whether the break stands in a long base64 token that decodes only without its line-end hyphens."""
    start = _TOKEN_BEFORE.search(before)
    if start is None or "=" not in before[start.start() : start.start() + 1]:
        return False
    token = start.group(1).replace("-", "") + _TOKEN_AFTER.match(rest).group().replace("-", "")  # type: ignore[union-attr] # matches the empty string
    token = token.replace("%3D", "").replace("%3d", "")
    if len(token) < _LONG_TOKEN:
        return False
    try:
        decoded = base64.b64decode(token[: len(token) // 4 * 4], validate=True)
    except binascii.Error:
        return False
    return decoded.isascii()


def _by_words(before: str, after: str, spelling: Spelling) -> _Break:  # noqa: PLR0911 (one flat ranking of evidence)
    left, right = _words_beside(before, after)
    if len(left) == 1 or len(right) == 1:
        return _Break(hyphen=True, evidence="no word is parted after or before a single letter", open=True)
    if f"{left}-{right}".casefold() in _PAIRS:
        return _Break(hyphen=True, evidence="a usual pair")
    apart = spelling.knows_apart(left, right)
    if spelling.knows(left + right):
        doubtful = apart or left.casefold() in _PREFIXES or not spelling.has_seen(left + right)
        return _Break(
            hyphen=False, evidence="one known word", open=doubtful and not spelling.is_path_word(left + right)
        )
    if apart:
        usual = spelling.is_path_word(left) and spelling.is_path_word(right)
        return _Break(hyphen=True, evidence="two known words", open=not usual)
    if _is_compound(left, right, spelling):
        return _Break(hyphen=False, evidence="a known word across the hyphen", open=True)
    if len(left) >= _SHORT_WORD and len(right) > _SHORT_WORD and spelling.knows(right):
        return _Break(hyphen=True, evidence="a known word after the hyphen", open=True)
    if _only_hyphen(before, after):
        return _Break(hyphen=False, evidence="no other hyphen in the path segment", open=True)
    odds = spelling.one_word_odds(left, right) - _PER_LETTER * max(0, len(left + right) - _LONG_WORD)
    return _Break(hyphen=odds < 0, evidence="likeness of the letters", open=True)


def _words_beside(before: str, after: str) -> tuple[str, str]:
    """The letters right before and right after a break, escaped ones read."""
    if "%" in before[-3:]:
        before = unquote(before[-_LONGEST_ESCAPED:].partition("%")[1] + before[-_LONGEST_ESCAPED:].partition("%")[2])
    if after[:1] == "%":
        after = unquote(after[:_LONGEST_ESCAPED])
    left = _LETTERS_BEFORE.search(before[-_LONGEST_ESCAPED:]).group()  # type: ignore[union-attr] # matches the empty string
    return left, _LETTERS_AFTER.match(after).group()  # type: ignore[union-attr] # matches the empty string


def _is_compound(left: str, right: str, spelling: Spelling) -> bool:
    """Whether a known word of some length stretches over the break (``strate|gic`` in ``strategiceurope``)."""
    whole, cut = left + right, len(left)
    return any(
        spelling.has_seen(whole[start:end])
        for start in range(max(0, cut - _LONGEST_PART), cut - 1)
        for end in range(max(cut + 2, start + _SHORTEST_PART), min(len(whole), cut + _LONGEST_PART) + 1)
    )


def _only_hyphen(before: str, after: str) -> bool:
    """Whether the path segment parts its words otherwise: it has no hyphen but this one, or more underscores."""
    segment = re.split(r"[/?#=&]", before)[-1] + re.split(r"[/?#=&]", after)[0]
    return segment.count("-") == 0 or segment.count("-") < segment.count("_")
