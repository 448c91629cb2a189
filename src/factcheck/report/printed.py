"""An address as a brief prints it, with what was taken out of it before it was used."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.report.view import Runs

    Json = dict[str, Any]


def printed_address(citation: Json) -> Runs:
    """The address as printed, with what was taken out of it marked; nothing where it was used as it is."""
    printed, used = citation["raw_url"] or "", citation["url"] or ""
    if printed == used:
        return ()
    runs: list[tuple[str, str]] = []
    at = 0
    for kept, letters in groupby(printed, key=_in_turn(used)):
        run = "".join(letters)
        at += len(run) if kept else 0
        runs.append(("text" if kept else "del", run))
    return tuple(runs) if used and at == len(used) else (("text", printed),)


def _in_turn(used: str) -> Callable[[str], bool]:
    """Whether a letter is the next of `used`, asked letter by letter."""
    letters = iter(used)
    awaited = next(letters, None)

    def is_next(letter: str) -> bool:
        nonlocal awaited
        if letter != awaited:
            return False
        awaited = next(letters, None)
        return True

    return is_next
