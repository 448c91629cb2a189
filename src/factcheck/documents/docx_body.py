"""The whole text of a Word part → HTML: links, fields, notes, text boxes and tables among its paragraphs and runs.

Fields are read by their last result.  Names are WordprocessingML's (ECMA-376-1, 17).
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from factcheck.documents.docx_styles import is_on
from factcheck.documents.docx_text import TextWriter

if TYPE_CHECKING:
    from factcheck.documents.docx_story import Story


class BodyWriter(TextWriter):
    """Writes one part: `out` is the body's HTML, `notes` the HTML of each note by its id."""

    def __init__(self, story: Story, links: dict[str, tuple[str, str]]) -> None:
        """With what the parts share, and this part's relationships."""
        super().__init__(story)
        self._links = links
        self._bookmarks: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self._note: str | None = None

    # Links, fields, bookmarks

    def _start_hyperlink(self, given: dict[str, str]) -> None:
        _, target = self._links.get(given.get("id", ""), ("", ""))
        anchor = given.get("anchor", "")
        self._hyperlinks.append(f"{target}#{anchor}" if anchor else target)

    def _end_hyperlink(self) -> None:
        if self._hyperlinks:
            self._hyperlinks.pop()

    def _start_fldSimple(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._fields.begin()
        self._fields.instruct(given.get("instr", ""))
        self._fields.separate()

    def _end_fldSimple(self) -> None:  # noqa: N802 - the format's own name
        self._fields.finish()

    def _start_fldChar(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        step = {"begin": self._fields.begin, "separate": self._fields.separate, "end": self._fields.finish}
        if (kind := given.get("fldCharType", "")) in step:
            step[kind]()

    def _start_bookmarkStart(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._bookmarks[given.get("id", "")] = given.get("name", "")

    def _start_bookmarkEnd(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._bookmarks.pop(given.get("id", ""), None)

    # Notes

    def _start_footnoteReference(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._referred("footnote", given)

    def _start_endnoteReference(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._referred("endnote", given)

    def _referred(self, kind: str, given: dict[str, str]) -> None:
        note = f"{kind}-{given.get('id', '')}"
        if self._runs and "customMarkFollows" in given and is_on({"val": given["customMarkFollows"]}):
            self._runs[-1].custom_mark = note
        elif self._note is None:
            self._refer(note)

    def _refer(self, note: str, custom: str = "") -> None:
        if not self._paragraphs or self._fields.is_dropped:
            return
        kind, _, number = note.partition("-")
        label = self._story.refer(kind, number, custom)
        named = self._story.bookmarks.setdefault((kind, number), [])
        named += [name for name in self._bookmarks.values() if name.startswith("_Ref") and name not in named]
        marker = f'<sup><a href="#{html.escape(note)}" role="doc-noteref">{html.escape(label)}</a></sup>'
        self._paragraphs[-1].add(marker, "", "")

    def _start_footnote(self, given: dict[str, str]) -> None:
        if given.get("type", "normal") == "normal":
            self._note = given.get("id", "")
        self._sinks.append([])

    def _end_footnote(self) -> None:
        written = "".join(self._sinks.pop()) if len(self._sinks) > 1 else ""
        if self._note is not None:
            self.notes[self._note] = written
        self._note = None

    _start_endnote, _end_endnote = _start_footnote, _end_footnote

    # Text boxes, alternatives, tables

    def _start_txbxContent(self, _: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._sinks.append(self._paragraphs[-1].after if self._paragraphs else self._sinks[-1])

    def _end_txbxContent(self) -> None:  # noqa: N802 - the format's own name
        self._sinks.pop()

    def _start_AlternateContent(self, _: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._chosen.append(False)

    def _end_AlternateContent(self) -> None:  # noqa: N802 - the format's own name
        self._chosen.pop()

    def _start_Choice(self, _: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        if self._chosen:
            self._chosen[-1] = True

    def _start_tbl(self, _: dict[str, str]) -> None:
        self._tables.start()

    def _end_tbl(self) -> None:
        self._tables.end()

    def _start_tr(self, _: dict[str, str]) -> None:
        self._tables.start_row()

    def _end_tr(self) -> None:
        self._tables.end_row()

    def _start_tc(self, _: dict[str, str]) -> None:
        self._tables.start_cell()

    def _end_tc(self) -> None:
        self._tables.end_cell()

    def _start_gridSpan(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._tables.widen(given.get("val", ""))

    def _start_vMerge(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        self._tables.merge(goes_on=given.get("val", "continue") == "continue")
