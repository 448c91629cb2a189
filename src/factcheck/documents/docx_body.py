"""The text of a Word part → HTML, element by element as the parser meets them: no tree, so no memory for one.

Tracked changes are read as accepted, fields by their last result.  Names are WordprocessingML's (ECMA-376-1, 17).
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.documents.docx_fields import Fields
from factcheck.documents.docx_styles import NoteNumbers, Styles, is_on, local, locally
from factcheck.documents.docx_tables import Tables
from factcheck.documents.zipped_parts import Target, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable

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


@dataclass(slots=True)
class _Paragraph:
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
class _Run:
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


class BodyWriter(Target):
    """Writes one part: `out` is the body's HTML, `notes` the HTML of each note by its id."""

    def __init__(self, story: Story, links: dict[str, tuple[str, str]]) -> None:
        """With what the parts share, and this part's relationships."""
        self._story = story
        self._links = links
        self._path: list[str] = [""]
        self._skipping = 0
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._hyperlinks: list[str] = []
        self._fields = Fields()
        self._bookmarks: dict[str, str] = {}
        self._chosen: list[bool] = []
        self._carried: list[str] = []
        self.out: list[str] = []
        self._sinks: list[list[str]] = [self.out]
        self._tables = Tables(self._sinks)
        self.notes: dict[str, str] = {}
        self._note: str | None = None
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

    def _href(self) -> str:
        return self._fields.href or (self._hyperlinks[-1] if self._hyperlinks else "")

    # Paragraphs and their properties

    def _start_p(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph(self._carried))
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

    def _wrapped(self, done: _Paragraph) -> str:
        styles = self._story.styles
        tag = f"h{min(done.outline + 1, 6)}" if done.outline is not None else styles.tag(done.style)
        listed = styles.is_listed(done.style) if done.listed is None else done.listed
        text = "".join(done.pieces)
        if listed and (tag is None or tag[0] != "h"):
            depth = min(done.level, 8) + 1
            return f"{'<ul>' * depth}<li>{text}</li>{'</ul>' * depth}"
        return f"<{tag or 'p'}>{text}</{tag or 'p'}>"

    def _property(self, parent: str) -> _Paragraph | None:
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
        self._runs.append(_Run())

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
