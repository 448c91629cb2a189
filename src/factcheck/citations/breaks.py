"""How one line end inside a URL is decided: by other prints, by what the characters allow, by words."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from factcheck.citations.spelling import Spelling

_LETTERS_BEFORE = regex(r"(?<![^\W\d_])[^\W\d_]*$")
_LETTERS_AFTER = regex(r"[^\W\d_]*")
_TOKEN_BEFORE = regex(r"[=/]([A-Za-z0-9_+-]*)$")
_TOKEN_AFTER = regex(r"[A-Za-z0-9_+%-]*")
_ESCAPES_BEFORE = regex(r"(?:%[0-9A-Fa-f]{2})+$")
_ESCAPES_AFTER = regex(r"%[0-9A-Fa-f]{2}")
_HEX_BEFORE = regex(r"(?<![0-9A-Za-z])[0-9A-Fa-f-]{1,80}$")
_HEX_AFTER = regex(r"[0-9A-Fa-f-]{1,80}(?![0-9A-Za-z])")
_UUID = regex(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_DIGEST_LENGTHS = frozenset({32, 40, 56, 64})
# A hyphen inside "2020-05-17", "17-05-2020", "2019-2020".
_DATES = (
    (regex(r"(?<!\d)(?:19|20)\d\d(?:-[01]\d)?$"), regex(r"(?:[0-3]?\d|(?:19|20)\d\d|[01]\d-[0-3]\d)(?!\d)")),
    (regex(r"(?<!\d)[0-3]?\d-[01]?\d$"), regex(r"(?:19|20)\d\d(?!\d)")),
    (regex(r"(?<!\d)[0-3]?\d$"), regex(r"[01]?\d-(?:19|20)\d\d(?!\d)")),
)
_LONGEST_ESCAPED = 120
_ESCAPE_BEFORE = regex(r"%[0-9A-Fa-f]?$")
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


@record
class Break:
    """How one break was decided: whether a hyphen joins the two lines, and whether the other way stays possible."""

    hyphen: bool
    evidence: str
    open: bool = False


def decide(before: str, after: str, rest: str, spelling: Spelling) -> Break:
    """Whether the hyphen between `before` and `after` is the URL's; `rest` is all that follows."""
    elsewhere = spelling.hyphen_at(before, rest)
    if elsewhere is not None:
        return Break(elsewhere, "the same beginning elsewhere in the document")
    return _by_structure(before, after, rest) or _by_words(before, after, spelling)


def _by_structure(before: str, after: str, rest: str) -> Break | None:
    code = _by_code(before, after, rest)
    if code is not None:
        return code
    if any(left.search(before[-10:]) and right.match(after) for left, right in _DATES):
        return Break(hyphen=True, evidence="a date")
    if (not before[-1:].isalpha() or not after[:1].isalpha()) and not _between_escapes(before, after):
        # A layout program divides words, between two letters; few divide numbers.
        return Break(hyphen=True, evidence="no letter on one side of the hyphen", open=before[-1:].isalnum())
    return None


def _by_code(before: str, after: str, rest: str) -> Break | None:
    """Inside escapes, tokens and digests only one way can be read."""
    if _ESCAPE_BEFORE.search(before) and re.match(r"[0-9A-Fa-f]", after):
        return Break(hyphen=False, evidence="percent escape")
    if _parts_a_letter(before, after):
        return Break(hyphen=False, evidence="percent escapes of one letter")
    if _is_token(before, rest):
        return Break(hyphen=False, evidence="base64 token")
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


def _by_hex_digits(before: str, rest: str) -> Break | None:
    """Inside a UUID or a digest of a usual length the hyphens are known."""
    left, right = _HEX_BEFORE.search(before), _HEX_AFTER.match(rest)
    if left is None or right is None:
        return None
    start, end = left.group(), right.group()
    if _UUID.fullmatch(start + "-" + end):
        return Break(hyphen=True, evidence="a UUID")
    if _UUID.fullmatch(start + end):
        return Break(hyphen=False, evidence="a UUID")
    whole = (start + end).replace("-", "")
    if len(whole) in _DIGEST_LENGTHS and start.count("-") == 0 and not whole.isalpha() and not whole.isdecimal():
        return Break(hyphen=False, evidence="a digest in hexadecimal")
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


def _by_words(before: str, after: str, spelling: Spelling) -> Break:  # noqa: PLR0911 (one flat ranking of evidence)
    left, right = _words_beside(before, after)
    if len(left) == 1 or len(right) == 1:
        return Break(hyphen=True, evidence="no word is parted after or before a single letter", open=True)
    if f"{left}-{right}".casefold() in _PAIRS:
        return Break(hyphen=True, evidence="a usual pair")
    apart = spelling.knows_apart(left, right)
    if spelling.knows(left + right):
        doubtful = apart or left.casefold() in _PREFIXES or not spelling.has_seen(left + right) or left.isupper()
        return Break(hyphen=False, evidence="one known word", open=doubtful and not spelling.is_path_word(left + right))
    if apart:
        return Break(hyphen=True, evidence="two known words", open=True)
    if _is_compound(left, right, spelling):
        return Break(hyphen=False, evidence="a known word across the hyphen", open=True)
    if len(left) >= _SHORT_WORD and len(right) > _SHORT_WORD and spelling.knows(right):
        return Break(hyphen=True, evidence="a known word after the hyphen", open=True)
    if _only_hyphen(before, after):
        return Break(hyphen=False, evidence="no other hyphen in the path segment", open=True)
    odds = spelling.one_word_odds(left, right) - _PER_LETTER * max(0, len(left + right) - _LONG_WORD)
    return Break(hyphen=odds < 0, evidence="likeness of the letters", open=True)


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


def without_hyphen(before: str, after: str, rest: str, spelling: Spelling) -> Break:
    """A break at a line end without a hyphen: one of the URL may have been lost between two words."""
    plain = Break(hyphen=False, evidence="no hyphen at the line end")
    if not before[-1:].isalpha() or not after[:1].isalpha() or spelling.hyphen_at(before, rest) is not None:
        return plain
    left, right = _words_beside(before, after)
    apart = len(left) > 1 and len(right) > 1 and spelling.knows(left) and spelling.knows(right)
    return replace(plain, open=True) if apart and not spelling.knows(left + right) else plain
