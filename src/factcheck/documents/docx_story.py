"""What a Word file's parts share while they are read, and the paragraph and run that are being written."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.documents.docx_styles import NoteNumbers, Styles


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being written: what is open in it, and what follows it (its text boxes)."""

    pieces: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    style: str = ""
    outline: int | None = None
    level: int = 0
    listed: bool | None = None
    goes_on: bool = False
    href: str = ""
    raised: str = ""

    def add(self, written: str, href: str, raised: str) -> None:
        """Add HTML inside this link and this raising."""
        self.pieces.append(self.turn(href, raised) + written)

    def turn(self, href: str, raised: str) -> str:
        """The tags that lead to this link and this raising."""
        if (href, raised) == (self.href, self.raised):
            return ""
        tags = f"</{self.raised}>" if self.raised else ""
        if href != self.href:
            tags += "</a>" if self.href else ""
            tags += f'<a href="{html.escape(href)}">' if href else ""
        tags += f"<{raised}>" if raised else ""
        self.href, self.raised = href, raised
        return tags


@dataclass(slots=True)
class Run:
    """The properties of a run: raised or sunk, hidden, or the mark of a note that has one of its own."""

    raised: str = ""
    hidden: bool = False
    custom_mark: str = ""


@dataclass(slots=True)
class Story:
    """What one document's parts share: styles, note numbers, notes in the order of their first references."""

    styles: Styles
    numbers: NoteNumbers
    most_characters: int
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    bookmarks: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    characters: int = 0

    def refer(self, kind: str, note: str, custom: str = "") -> str:
        """The label of a note that is referred to."""
        key = (kind, note)
        if key not in self.labels:
            if not custom:
                self.counts[kind] = self.counts.get(kind, 0) + 1
            self.labels[key] = custom or self.numbers.label(kind, self.counts[kind])
        return self.labels[key]
