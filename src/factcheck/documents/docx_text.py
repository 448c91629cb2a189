"""Paragraphs and runs of a Word part → HTML, element by element as the parser meets them, so that no tree is kept.

Tracked changes are read as accepted.  Names are WordprocessingML's (ECMA-376-1, 17).
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from factcheck.documents.docx_fields import Fields
from factcheck.documents.docx_story import Paragraph, Run
from factcheck.documents.docx_styles import is_on, local, locally
from factcheck.documents.docx_tables import Tables
from factcheck.documents.zipped_parts import Target, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.documents.docx_story import Story

# What is not the document as it reads now: deleted and moved-away text, former properties, what controls are made of.
_SKIPPED = frozenset(
    """
    del moveFrom delText delInstrText pPrChange rPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange
    tblGridChange numberingChange sdtPr sdtEndPr ffData tblPr tblGrid sectPr annotationRef footnoteRef endnoteRef
    """.split()
)
_MARK_PARENTS = frozenset({"rPr", "trPr", "tcPr"})  # in there <w:del/> says that the mark, row or cell is deleted
_BLANKS = {"tab": " ", "ptab": " ", "br": "<br>", "cr": "<br>", "noBreakHyphen": "-"}
_RAISED = {"superscript": "sup", "subscript": "sub", "baseline": "-"}
_PRIVATE = range(0xE000, 0xF900)


class TextWriter(Target):
    """Writes the paragraphs and runs of one part: `out` is the body's HTML.

    Each element is handled by the method ``_start_name`` or ``_end_name``, those of derived classes too.
    """

    def __init__(self, story: Story) -> None:
        """With what the parts share."""
        self._story = story
        self._path: list[str] = [""]
        self._skipping = 0
        self._paragraphs: list[Paragraph] = []
        self._runs: list[Run] = []
        self._hyperlinks: list[str] = []
        self._fields = Fields()
        self._chosen: list[bool] = []
        self._carried: list[str] = []
        self.out: list[str] = []
        self._sinks: list[list[str]] = [self.out]
        self._tables = Tables(self._sinks)
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            name.removeprefix("_start_"): getattr(self, name) for name in dir(self) if name.startswith("_start_")
        }
        self._ends: dict[str, Callable[[], None]] = {
            name.removeprefix("_end_"): getattr(self, name) for name in dir(self) if name.startswith("_end_")
        }

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name, parent = local(tag), self._path[-1]
        self._path.append(name)
        if self._skipping:
            self._skipping += 1
        elif name in _SKIPPED:
            self._skipping = 1
            if name == "del" and parent in _MARK_PARENTS:
                self._delete(parent)
        elif name in ("Choice", "Fallback") and self._chosen and self._chosen[-1]:
            self._skipping = 1
        elif name in _BLANKS and parent == "r":
            self._write(_BLANKS[name])
        elif name in self._starts:
            self._starts[name](locally(attributes))

    def end(self, tag: str) -> None:
        """An element ends."""
        self._path.pop()
        if self._skipping:
            self._skipping -= 1
            return
        name = local(tag)
        if name in self._ends:
            self._ends[name]()

    def data(self, text: str) -> None:
        """Text: that of runs, and the instructions of fields."""
        if self._skipping:
            return
        if self._path[-1] == "t":
            self._write(html.escape(text, quote=False))
        elif self._path[-1] == "instrText":
            self._fields.instruct(text)

    def _delete(self, parent: str) -> None:
        """A paragraph's mark was deleted, and it runs on in the next one; or a table's row was."""
        if parent == "rPr" and len(self._path) > 3 and self._path[-3] == "pPr" and self._paragraphs:
            self._paragraphs[-1].goes_on = True
        elif parent == "trPr":
            self._tables.delete_row()

    def _write(self, written: str) -> None:
        run = self._runs[-1] if self._runs else None
        if not self._paragraphs or self._fields.is_dropped or (run is not None and run.hidden):
            return
        self._story.characters += len(written)
        if self._story.characters > self._story.most_characters:
            raise TooLargeError
        if run is not None and run.custom_mark:
            self._refer(run.custom_mark, custom=html.unescape(written).strip())
            run.custom_mark = ""
            return
        raised = "" if run is None else run.raised.replace("-", "")
        self._paragraphs[-1].add(written, self._href(), raised)

    def _refer(self, note: str, custom: str = "") -> None:
        """Set the marker of a note; the part that has notes says how."""

    def _href(self) -> str:
        return self._fields.href or (self._hyperlinks[-1] if self._hyperlinks else "")

    # Paragraphs and their properties

    def _start_p(self, _: dict[str, str]) -> None:
        self._paragraphs.append(Paragraph(self._carried))
        self._carried = []

    def _end_p(self) -> None:
        if not self._paragraphs:
            return
        done = self._paragraphs.pop()
        done.pieces.append(done.turn("", ""))
        if done.goes_on:
            self._carried = done.pieces
            self._sinks[-1].extend(done.after)
            return
        if not self._story.styles.is_contents(done.style):
            self._sinks[-1].append(self._wrapped(done))
        self._sinks[-1].extend(done.after)

    def _wrapped(self, done: Paragraph) -> str:
        styles = self._story.styles
        tag = f"h{min(done.outline + 1, 6)}" if done.outline is not None else styles.tag(done.style)
        listed = styles.is_listed(done.style) if done.listed is None else done.listed
        text = "".join(done.pieces)
        if listed and (tag is None or tag[0] != "h"):
            depth = min(done.level, 8) + 1
            return f"{'<ul>' * depth}<li>{text}</li>{'</ul>' * depth}"
        return f"<{tag or 'p'}>{text}</{tag or 'p'}>"

    def _property(self, parent: str) -> Paragraph | None:
        return self._paragraphs[-1] if self._paragraphs and self._path[-2] == parent else None

    def _start_pStyle(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        if paragraph := self._property("pPr"):
            paragraph.style = given.get("val", "")

    def _start_outlineLvl(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        level = given.get("val", "")
        if (paragraph := self._property("pPr")) and level.isdecimal() and int(level) < 9:
            paragraph.outline = int(level)

    def _start_numId(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        if paragraph := self._property("numPr"):
            paragraph.listed = given.get("val", "0") != "0"

    def _start_ilvl(self, given: dict[str, str]) -> None:
        level = given.get("val", "")
        if (paragraph := self._property("numPr")) and level.isdecimal():
            paragraph.level = int(level[:2])

    # Runs

    def _start_r(self, _: dict[str, str]) -> None:
        self._runs.append(Run())

    def _end_r(self) -> None:
        if self._runs:
            self._runs.pop()

    def _start_rStyle(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        if self._runs and self._path[-3] == "r" and not self._runs[-1].raised:
            self._runs[-1].raised = self._story.styles.raised(given.get("val", ""))

    def _start_vertAlign(self, given: dict[str, str]) -> None:  # noqa: N802 - the format's own name
        if self._runs and self._path[-3] == "r":
            self._runs[-1].raised = _RAISED.get(given.get("val", ""), "")

    def _start_vanish(self, given: dict[str, str]) -> None:
        if self._runs and self._path[-3] == "r":
            self._runs[-1].hidden = is_on(given)

    def _start_sym(self, given: dict[str, str]) -> None:
        try:
            code = int(given.get("char", ""), 16)
        except ValueError:
            return
        if 32 < code < 0xD800 or 0xFFFF > code >= _PRIVATE.stop:
            self._write(html.escape(chr(code), quote=False))
