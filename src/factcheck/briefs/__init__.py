"""Layout repair: which lines are body, note, link list or running head; the body in reading order, words rejoined."""

from __future__ import annotations

import re

from factcheck.briefs.blocks import lay_out_blocks
from factcheck.briefs.extracted import lay_out_lines
from factcheck.model import Brief, Document
from factcheck.patterns import regex

__all__ = ["lay_out"]

# What programs write into a file's title when its author gave none.
_NO_TITLE = regex(
    r"untitled\b.{0,20}|microsoft (?:word|powerpoint)\b.*|\S*\.(?:docx?|odt|rtf|pdf|indd|qxd|pptx?|tex|dvi)",
    re.IGNORECASE,
)


def lay_out(document: Document, path: str, sha256: str) -> Brief:
    """The brief that `document` holds: body blocks in reading order, notes apart, furniture left out.

    `path` names the file, `sha256` is of its bytes.  All offsets point into ``document.text``.
    """
    layout = lay_out_blocks(document) if document.blocks else lay_out_lines(document)
    return Brief(
        path=path,
        sha256=sha256,
        media_type=document.media_type,
        title=_given_title(document) or layout.title,
        language=document.language,
        text=document.text,
        blocks=layout.blocks,
        notes=layout.notes,
        markers=layout.markers,
        links=layout.links,
        page_starts=document.page_starts,
        asides=document.asides,
        remarks=document.remarks,
    )


def _given_title(document: Document) -> str | None:
    title = " ".join((document.title or "").split())
    return None if not title or _NO_TITLE.fullmatch(title) else title
