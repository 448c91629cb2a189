"""A capture that we already have as evidence for how a broken URL is spelled."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from factcheck.citations.joining import REPAIR_KINDS, Joined
from factcheck.citations.printed import trim_end
from factcheck.model import Repair

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from factcheck.citations.printed import Run

_EVIDENCE = "a capture in the archive"
_MOST_SPELLINGS = 256


def match_held(
    run: Run, reaches: Sequence[int], finished: Callable[[Run, Joined], str], held: Container[str]
) -> Joined | None:
    """The one spelling of `run`, over any of the numbers of pieces in `reaches`, of which a page was captured before.

    `finished` makes of a joined URL what would be requested.  None where no spelling was captured, or several were:
    then a site that answers everything proves nothing.
    """
    if held == () or (len(reaches) == 1 and reaches[0] == 1):
        return None
    found: dict[str, Joined] = {}
    for count in dict.fromkeys(reaches):
        for joined in _spellings(run, count):
            url = finished(run, joined)
            if url not in found and url in held:
                found[url] = joined
    return next(iter(found.values())) if len(found) == 1 else None


def _spellings(run: Run, count: int) -> Iterator[Joined]:
    """The first `count` pieces joined in every way: each line end with and without a hyphen."""
    texts = [piece.text for piece in run.pieces[:count]]
    texts[-1] = trim_end(texts[-1], "".join(texts[:-1]))
    printed = [text.endswith("-") for text in texts[:-1]]
    ways: Sequence[tuple[bool, ...]] = [(True, False)] * len(printed)
    if 2 ** len(printed) > _MOST_SPELLINGS:
        ways = [(True, False) if hyphen else (False,) for hyphen in printed]
    for number, way in enumerate(product(*ways)):
        if number >= _MOST_SPELLINGS:
            return
        lines = [text.removesuffix("-") + "-" * hyphen for text, hyphen in zip(texts[:-1], way, strict=True)]
        repairs = [Repair(REPAIR_KINDS[was, now], _EVIDENCE) for was, now in zip(printed, way, strict=True)]
        yield Joined(run.scheme + "".join(lines) + texts[-1], count, tuple(dict.fromkeys(repairs)))
