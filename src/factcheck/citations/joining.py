"""A URL put together again from the lines that it was broken over, each break decided by the best evidence there is.

A break may have kept a hyphen of the URL, put one in, or put in none; so the evidence is ranked: a link annotation of
the page, of another page, the whole URL or its beginning elsewhere in the document, then what the characters on both
sides allow, then words.  What words alone decide stays open: the other spellings are given as alternatives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.citations.breaks import decide, without_hyphen
from factcheck.citations.printed import trim_end
from factcheck.citations.spelling import squash
from factcheck.model import Repair
from factcheck.records import record

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


@record
class Known:
    """A whole URL of the document and how it is known, in words for a repair's evidence."""

    url: str
    evidence: str


@record
class Joined:
    """A URL put together from the first `pieces` of a run; `alternatives` are other spellings of open breaks."""

    url: str
    pieces: int
    repairs: tuple[Repair, ...] = ()
    alternatives: tuple[str, ...] = ()


@record
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
        decided = decide(before, after, rest, spelling) if printed else without_hyphen(before, after, rest, spelling)
        repairs.append(Repair(REPAIR_KINDS[printed, decided.hyphen], decided.evidence))
        if decided.open:
            open_breaks.append(_Open(len(before), decided.hyphen, printed))
        url = before + ("-" if decided.hyphen else "") + after
    return Joined(url, reach, tuple(dict.fromkeys(repairs)), _alternatives(url, open_breaks))


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
