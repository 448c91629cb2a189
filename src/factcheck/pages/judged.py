"""What the judges of an answer look at: the capture, the page's own statements, and how much text there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from factcheck.model import Capture
    from factcheck.pages.metadata import Metadata

SHORT_BODY_WORDS = 150


@dataclass(frozen=True, slots=True)
class Judged:
    """An HTML answer as its judges see it: the beginnings of its text and (in lower case) of its decoded source."""

    capture: Capture
    metadata: Metadata
    body: str
    words: int
    source: str
    password_field: bool
    prose: int = 0
    """The words of running text: in paragraphs, quotes and items of a sentence's length."""
    unfilled: bool = False
    """Whether its one place for content is empty, as a script's page is before the script has run."""

    @property
    def short(self) -> bool:
        """Whether the body is so short that a phrase in it speaks for the whole page."""
        return self.words < SHORT_BODY_WORDS

    @property
    def titles(self) -> tuple[str, ...]:
        """The document's title and first headings."""
        stated = (self.metadata.document_title, *self.metadata.headings[:2])
        return tuple(title for title in stated if title)


def split_url(url: str) -> SplitResult:
    """`urlsplit` that never raises: of a malformed URL, everything is empty."""
    try:
        parts = urlsplit(url)
        _ = parts.hostname
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def host_of(url: str) -> str:
    """The host in lower case without ``www.``."""
    return (split_url(url).hostname or "").lower().removeprefix("www.")
