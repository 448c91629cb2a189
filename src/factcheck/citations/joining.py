"""A URL put together again from the lines that it was broken over, each break decided by the best evidence there is.

A break may have kept a hyphen of the URL, put one in, or put in none; so the evidence is ranked: a link annotation of
the page, of another page, the whole URL or its beginning elsewhere in the document, then what the characters on both
sides allow, then words.  What words alone decide stays open: the other spellings are given as alternatives.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.citations.printed import trim_end
from factcheck.citations.spelling import squash
from factcheck.model import Repair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.citations.printed import Run
    from factcheck.citations.spelling import Spelling

_MOST_ALTERNATIVES = 3
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*$")
_LETTERS_AFTER = re.compile(r"[^\W\d_]*")
_TOKEN_BEFORE = re.compile(r"[=/]([A-Za-z0-9_+-]*)$")
_TOKEN_AFTER = re.compile(r"[A-Za-z0-9_+%-]*")
_ESCAPE_BEFORE = re.compile(r"%[0-9A-Fa-f]?$")
_LONG_TOKEN = 40
_SHORT_WORD = 3
_SHORTEST_PART = 6
_LONGEST_PART = 16
_LONG_WORD = 11  # letters; of the words in slugs, one in ten is longer
_PER_LETTER = 0.6


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
    """How one break was decided: what joins the two lines, and whether the other way stays possible."""

    hyphen: bool
    evidence: str
    open: bool = False


def match_known(run: Run, reach: int, known: Mapping[str, Known]) -> Joined | None:
    """The longest whole URL of the document that is printed on the first lines of `run`, `reach` of them at most."""
    for count in range(reach, 0, -1):
        printed = [piece.text for piece in run.pieces[:count]]
        printed[-1] = trim_end(printed[-1])
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
    texts[-1] = trim_end(texts[-1])
    url, repairs, open_breaks = run.scheme + texts[0], [], []
    for number, after in enumerate(texts[1:], start=1):
        if not url.endswith("-"):
            repairs.append(Repair("joined_line", "no hyphen at the line end"))
            url += after
            continue
        before = url[:-1]
        decided = _decide(before, after, "".join(texts[number:]), spelling)
        repairs.append(Repair("kept_hyphen" if decided.hyphen else "dropped_layout_hyphen", decided.evidence))
        url = (url if decided.hyphen else before) + after
        if decided.open:
            open_breaks.append((len(before), decided.hyphen))
    return Joined(url, reach, tuple(dict.fromkeys(repairs)), _alternatives(url, open_breaks))


def _alternatives(url: str, open_breaks: Sequence[tuple[int, bool]]) -> tuple[str, ...]:
    """Other spellings of a URL whose breaks at these places are open: as printed first, then one break changed."""
    if not open_breaks:
        return ()
    printed = tuple(True for _ in open_breaks)
    chosen = tuple(hyphen for _, hyphen in open_breaks)
    flips = [
        tuple(not hyphen if at == number else hyphen for number, hyphen in enumerate(chosen))
        for at in range(len(chosen))
    ]
    wanted = [way for way in dict.fromkeys([printed, *flips]) if way != chosen]
    return tuple(_respelled(url, open_breaks, way) for way in wanted[:_MOST_ALTERNATIVES])


def _respelled(url: str, open_breaks: Sequence[tuple[int, bool]], way: Sequence[bool]) -> str:
    spelled = url
    for (place, hyphen), wanted in reversed(list(zip(open_breaks, way, strict=True))):
        if hyphen and not wanted:
            spelled = spelled[:place] + spelled[place + 1 :]
        elif wanted and not hyphen:
            spelled = spelled[:place] + "-" + spelled[place:]
    return spelled


def _decide(before: str, after: str, rest: str, spelling: Spelling) -> _Break:
    """Whether the hyphen between `before` and `after` is the URL's; `rest` is all that follows."""
    elsewhere = spelling.hyphen_at(before, rest)
    if elsewhere is not None:
        return _Break(elsewhere, "the same beginning elsewhere in the document")
    return _by_structure(before, after, rest) or _by_words(before, after, spelling)


def _by_structure(before: str, after: str, rest: str) -> _Break | None:
    if _ESCAPE_BEFORE.search(before) and re.match(r"[0-9A-Fa-f]", after):
        return _Break(hyphen=False, evidence="percent escape")
    if _is_token(before, rest):
        return _Break(hyphen=False, evidence="base64 token")
    if not before[-1:].isalpha() or not after[:1].isalpha():
        # A layout program divides words only, between two letters.
        return _Break(hyphen=True, evidence="no letter on one side of the hyphen")
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
    left = _LETTERS_BEFORE.search(before).group()  # type: ignore[union-attr] # matches the empty string
    right = _LETTERS_AFTER.match(after).group()  # type: ignore[union-attr] # matches the empty string
    if len(left) == 1 or len(right) == 1:
        return _Break(hyphen=True, evidence="no word is parted after or before a single letter")
    apart = spelling.knows(left) and spelling.knows(right)
    if spelling.knows(left + right):
        return _Break(hyphen=False, evidence="one known word", open=apart and not spelling.is_path_word(left + right))
    if apart:
        return _Break(hyphen=True, evidence="two known words")
    if _is_compound(left, right, spelling):
        return _Break(hyphen=False, evidence="a known word across the hyphen", open=True)
    if len(left) >= _SHORT_WORD and len(right) > _SHORT_WORD and spelling.knows(right):
        return _Break(hyphen=True, evidence="a known word after the hyphen", open=True)
    if _only_hyphen(before, after):
        return _Break(hyphen=False, evidence="no other hyphen in the path segment", open=True)
    odds = spelling.one_word_odds(left, right) - _PER_LETTER * max(0, len(left + right) - _LONG_WORD)
    return _Break(hyphen=odds < 0, evidence="likeness of the letters", open=True)


def _is_compound(left: str, right: str, spelling: Spelling) -> bool:
    """Whether a known word of some length stretches over the break (``strate|gic`` in ``strategiceurope``)."""
    whole, cut = left + right, len(left)
    return any(
        spelling.knows(whole[start:end])
        for start in range(max(0, cut - _LONGEST_PART), cut - 1)
        for end in range(max(cut + 2, start + _SHORTEST_PART), min(len(whole), cut + _LONGEST_PART) + 1)
    )


def _only_hyphen(before: str, after: str) -> bool:
    """Whether the path segment parts its words otherwise: it has no hyphen but this one, or more underscores."""
    segment = re.split(r"[/?#=&]", before)[-1] + re.split(r"[/?#=&]", after)[0]
    return segment.count("-") == 0 or segment.count("-") < segment.count("_")
