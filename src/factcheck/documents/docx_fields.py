"""The fields of a Word file: links and cross-references by their instructions (ECMA-376-1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_DROPPED = frozenset({"TOC", "INDEX", "TOA", "PAGE", "NUMPAGES"})  # made of headings and page numbers, not of text
_LONGEST = 20_000


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    length: int = 0
    shown: bool = False
    href: str = ""
    dropped: bool = False


class Fields:
    """The fields that are open; an instruction comes before the result that is shown."""

    def __init__(self) -> None:
        """None is open."""
        self._open: list[_Field] = []
        self._dropped = 0

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """A piece of the instruction."""
        if self._open and not self._open[-1].shown and self._open[-1].length < _LONGEST:
            self._open[-1].instruction.append(text)
            self._open[-1].length += len(text)

    def separate(self) -> None:
        """The instruction ends, the result begins."""
        if not self._open or self._open[-1].shown:
            return
        current = self._open[-1]
        current.shown = True
        words = [quoted or bare for quoted, bare in _WORDS.findall("".join(current.instruction)[:_LONGEST])]
        kind = words[0].upper() if words else ""
        if kind == "HYPERLINK":
            current.href = _target(words[1:])
        elif kind in ("NOTEREF", "FTNREF") and len(words) > 1:
            current.href = f"#{words[1]}"
        current.dropped = kind in _DROPPED
        self._dropped += current.dropped

    def finish(self) -> None:
        """The innermost field ends."""
        if self._open:
            self._dropped -= self._open.pop().dropped

    @property
    def is_dropped(self) -> bool:
        """Whether what is written now is the instruction, or the result of a field that is no text."""
        return self._dropped > 0 or (bool(self._open) and not self._open[-1].shown)

    @property
    def href(self) -> str:
        """What the innermost link among the open fields points to."""
        return next((field.href for field in reversed(self._open) if field.href), "")


def _target(words: list[str]) -> str:
    r"""The target of a HYPERLINK: its address, and after the switch ``\l`` the place in it."""
    address, place = "", ""
    waiting = iter(words)
    for word in waiting:
        if word.lower() == "\\l":
            place = next(waiting, "")
        elif word.lower() in ("\\o", "\\t"):
            next(waiting, "")
        elif not word.startswith("\\") and not address:
            address = word.replace("\\\\", "\\")
    return f"{address}#{place}" if place else address
