"""Layout repair: which lines are body, note, link list or running head; the body in reading order, words rejoined."""

from __future__ import annotations

from factcheck.briefs.blocks import lay_out_blocks
from factcheck.briefs.extracted import lay_out_lines
from factcheck.model import Brief, Document

__all__ = ["lay_out"]


def lay_out(document: Document, path: str, sha256: str) -> Brief:
    """The brief that `document` holds: body blocks in reading order, notes apart, furniture left out.

    `path` names the file, `sha256` is of its bytes.  All offsets point into ``document.text``.
    """
    layout = lay_out_blocks(document) if document.blocks else lay_out_lines(document)
    return Brief(
        path=path,
        sha256=sha256,
        media_type=document.media_type,
        title=document.title or layout.title,
        language=document.language,
        text=document.text,
        blocks=layout.blocks,
        notes=layout.notes,
        markers=layout.markers,
        links=layout.links,
    )
