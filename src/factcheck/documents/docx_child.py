"""What opens a Word file in a child process (see `isolated_child`).

Answers ``{"html": …}``, the document as one page with its notes at the end, or ``{"problem": …}``: ``broken``,
``not_word``, ``locked`` or ``too_large``.
"""

from __future__ import annotations

import html
from typing import Any

from factcheck.documents.docx_body import BodyWriter
from factcheck.documents.docx_story import Story
from factcheck.documents.docx_styles import NoteNumbers, Styles, local
from factcheck.documents.zipped_parts import BROKEN_ZIP, MarkupError, Target, TooLargeError, ZippedParts

_LOCKED_BITS = "encrypted"
_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"


def read(data: bytes, most_characters: str) -> dict[str, Any]:
    """The whole answer for one file."""
    try:
        parts = ZippedParts(data)
        main = next((target for kind, target in parts.related("").values() if kind == "officeDocument"), _MAIN)
        if main not in parts:
            return {"problem": "not_word"}
        return {"html": _page(parts, main, int(most_characters))}
    except TooLargeError:
        return {"problem": "too_large"}
    except RuntimeError as error:
        return {"problem": "locked" if _LOCKED_BITS in str(error) else "broken"}
    except (MarkupError, *BROKEN_ZIP):
        return {"problem": "broken"}


def _page(parts: ZippedParts, main: str, most_characters: int) -> str:
    related = parts.related(main)
    styles, numbers, core = Styles(), NoteNumbers(), _Core()
    homes = {kind: target for kind, target in related.values() if target in parts}
    for name, target in (("styles", styles), ("settings", numbers)):
        if name in homes:
            parts.parse(homes[name], target)
    if _CORE in parts:
        parts.parse(_CORE, core)
    story = Story(styles, numbers, most_characters)
    body = BodyWriter(story, related)
    parts.parse(main, body)
    texts: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        home = homes.get(f"{kind}s")
        if home is not None and any(noted == kind for noted, _ in story.labels):
            writer = BodyWriter(story, parts.related(home))
            parts.parse(home, writer)
            texts |= {(kind, note): text for note, text in writer.notes.items()}
    notes = "".join(_note(story, kind, note, texts.get((kind, note), "")) for kind, note in list(story.labels))
    return f"<html><head><title>{html.escape(core.title)}</title></head><body>{''.join(body.out)}{notes}</body></html>"


def _note(story: Story, kind: str, note: str, text: str) -> str:
    """A note with the names that cross-references know it by."""
    names = "".join(f'<span id="{html.escape(name)}"></span>' for name in story.bookmarks[kind, note])
    return f'<aside id="{kind}-{html.escape(note)}">{names}{text}</aside>'


class _Core(Target):
    """The title among a file's properties."""

    def __init__(self) -> None:
        self._inside = False
        self.title = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the parser's interface
        self._inside = local(tag) == "title"

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser's interface
        self._inside = False

    def data(self, text: str) -> None:
        if self._inside:
            self.title += text[:500]
