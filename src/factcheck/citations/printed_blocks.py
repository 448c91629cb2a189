"""A block of the body as it was printed, with the line ends that its joining took out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text import join_pieces

if TYPE_CHECKING:
    from factcheck.model import MappedText


def may_have_urls(text: str) -> bool:
    """Whether it is worth looking for a URL in `text`."""
    return "/" in text or "www." in text


def printed_text(text: MappedText, source: str) -> MappedText:
    """`text` with the line ends, and the hyphens before them, that its joining took out."""
    pieces: list[tuple[str, int]] = []
    reached: int | None = None
    for number, start in enumerate(text.starts):
        stop = text.starts[number + 1] if number + 1 < len(text.starts) else len(text.text)
        copied, origin = text.text[start:stop], text.origins[number]
        if source[origin : origin + len(copied)] != copied:
            continue  # a blank that was put in for a line end
        if reached is not None and origin > reached:
            between = source[reached:origin]
            hyphen = "-" if between.lstrip(" \t\u00a0").startswith("-") else ""
            blank = " " if not hyphen and between[:1] in " \t\u00a0" else ""
            pieces.append((hyphen + blank + ("\n" if "\n" in between else ""), reached))
        elif reached is not None and origin < reached:
            pieces.append(("\n", reached))
        pieces.append((copied, origin))
        reached = origin + len(copied)
    return join_pieces(pieces or [("", text.origin(0))])
