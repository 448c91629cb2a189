"""A cleaned line of text put together piece by piece, each character keeping its place in the original."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.text import join_pieces

if TYPE_CHECKING:
    from factcheck.model import MappedText

# ASCII blanks only: a no-break or thin space may part the digits of a number and is left as it is.
_RAGGED = re.compile(r"[\t\r\n\f\v]|  ")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


class TextBuilder:
    """Collects (string, original offset) pieces; runs of blanks and line ends become one blank.

    `length` is where the next piece will begin in the text, for those who note spans while building.
    """

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._pieces: list[tuple[str, int]] = []
        self.length = 0
        self._ends_blank = True

    def add(self, string: str, origin: int) -> None:
        """Append `string`, which stands at `origin` in the original."""
        if not string:
            return
        if _RAGGED.search(string) is None:
            self._append(string, origin)
            return
        at = 0
        for blank in _BLANKS.finditer(string):
            if blank.start() > at:
                self._append(string[at : blank.start()], origin + at)
            self.add_blank(origin + blank.start())
            at = blank.end()
        if at < len(string):
            self._append(string[at:], origin + at)

    def add_blank(self, origin: int) -> None:
        """Append one blank, unless the text is empty or ends in one."""
        if not self._ends_blank:
            self.put(" ", origin)

    def add_break(self, origin: int) -> None:
        """Append a line end in place of a blank before it, unless the text is empty."""
        if self._ends_blank and self._pieces:
            self._drop_last_character()
        if self._pieces:
            self.put("\n", origin)

    def add_bar(self, origin: int) -> None:
        """Append " | ", which sets the cells of a table row apart."""
        self.add_blank(origin)
        self.put("|", origin)
        self.put(" ", origin)

    def put(self, string: str, origin: int) -> None:
        """Append `string` as it is."""
        self._pieces.append((string, origin))
        self.length += len(string)
        self._ends_blank = string[-1] in " \n"

    def since(self, start: int) -> str:
        """The text from `start` on; `start` is near the end."""
        tail: list[str] = []
        at = self.length
        for string, _ in reversed(self._pieces):
            if at <= start:
                break
            at -= len(string)
            tail.append(string)
        return "".join(reversed(tail))[max(0, start - at) :]

    def _append(self, string: str, origin: int) -> None:
        if self._ends_blank and string[0] == " ":
            string, origin = string[1:], origin + 1
        if string:
            self.put(string, origin)

    def _drop_last_character(self) -> None:
        string, origin = self._pieces.pop()
        self.length -= 1
        if len(string) > 1:
            self._pieces.append((string[:-1], origin))

    def build(self) -> MappedText:
        """The text with its map, without a blank at its end."""
        if self._ends_blank and self._pieces:
            self._drop_last_character()
            self._ends_blank = False
        return join_pieces(self._pieces)


def pieces_of(mapped: MappedText, start: int = 0) -> list[tuple[str, int]]:
    """The (string, original offset) pieces of `mapped` from character `start` on: what `join_pieces` takes."""
    ends = (*mapped.starts[1:], len(mapped.text))
    pieces = []
    for left, right, origin in zip(mapped.starts, ends, mapped.origins, strict=True):
        if right > start:
            cut = max(left, start)
            pieces.append((mapped.text[cut:right], origin + cut - left))
    return pieces
