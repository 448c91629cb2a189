"""Layout repair of plain and extracted text: every line gets its role, the body's lines become paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.briefs import note_chain
from factcheck.briefs.annotations import place_annotations
from factcheck.briefs.contents import is_contents_entry
from factcheck.briefs.furniture import furniture, is_url_line, site_furniture_from
from factcheck.briefs.hyphens import Words
from factcheck.briefs.joining import joints
from factcheck.briefs.layout import Layout
from factcheck.briefs.lines import Line, read_lines, setting_of
from factcheck.briefs.lone_labels import labels_with_urls, lone_labelled_notes, lone_labels
from factcheck.briefs.note_extent import Note, gather_notes
from factcheck.briefs.paragraphs import Paragraphs
from factcheck.briefs.prose import paragraph_blocks, with_links
from factcheck.briefs.roman_notes import roman_starts
from factcheck.briefs.text_columns import in_column_order
from factcheck.documents.sniffing import PDF, PLAIN
from factcheck.model import Document, Link, LinkOrigin, NoteText, Span
from factcheck.text import join_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Block, MappedText

_LONGEST_TITLE = 160
_TITLE_WORDS = 3
_SECTION_NAMES = frozenset({"executive summary", "key points", "key findings", "key messages", "main findings"})


def lay_out_lines(document: Document) -> Layout:
    """The body, notes and listed links of a document that has no blocks."""
    lines = read_lines(document.text, document.page_starts, document.small_type)
    if document.media_type == PLAIN:
        lines = in_column_order(lines)
    setting = setting_of(lines, printed=document.media_type == PDF)
    labels = lone_labels(lines)
    heads = frozenset(furniture(lines, labels_with_urls(lines, labels)))
    outside = {*heads, *_contents(lines)}
    outside |= set(range(site_furniture_from(lines), len(lines)))
    listed = _link_lists(lines, outside) if setting.wrapped else set()
    at_foot = _lines_at(lines, [note.text for note in document.notes])
    outside -= at_foot
    listed -= at_foot
    no_start = outside | listed | at_foot | _lines_in(lines, document.asides)
    starts = [] if _are_numbered(document.notes) else note_chain.note_starts(lines, setting, no_start)
    if not document.notes:
        starts = starts or roman_starts(lines, no_start)
        signs = note_chain.sign_starts(lines, no_start | {start.line for start in starts})
        starts = sorted([*starts, *signs], key=lambda start: start.line)
    section = _section(lines, starts)
    list_after = section
    if section is None and note_chain.is_list_at_end(lines, starts):
        list_after = starts[0].line - 1
    notes = gather_notes(lines, setting, starts, outside | listed | at_foot, list_after)
    alone, label_lines = ([], set()) if document.notes else lone_labelled_notes(lines, labels, heads)
    if len(alone) > len(notes) or (alone and len(alone) == len(notes) and _stand_alone(lines, starts)):
        notes, section = alone, None
        outside |= label_lines
        outside -= {n for note in notes for n in note.lines}
    listed -= {n for note in notes for n in note.lines}
    taken = outside | listed | at_foot | {n for note in notes for n in note.lines}
    if section is not None:
        taken.add(section)
    body = [n for n in range(len(lines)) if n not in taken]
    paragraphs = Paragraphs(lines, setting, body) if setting.wrapped else None
    blocks, links = with_links(paragraphs.blocks() if paragraphs else paragraph_blocks(lines, body))
    noted = [*document.notes, *(_note_text(lines, note) for note in notes)]
    if noted:
        words = paragraphs.words if paragraphs else Words(line.text for line in lines)
        noted = [replace(note, joints=joints(note.text.text.split("\n"), words)) for note in noted]
    covered, texts = place_annotations(document, blocks, noted)
    return Layout(
        blocks=tuple(blocks),
        notes=texts,
        markers=document.markers,
        links=(*links, *covered, *(_listed_link(lines[n]) for n in sorted(listed)), *document.links),
        title=_title(blocks, lines, outside),
    )


def _stand_alone(lines: Sequence[Line], starts: Sequence[note_chain.NoteStart]) -> bool:
    """Whether nothing stands behind any note's label on its line."""
    return all(lines[start.line].text.isdecimal() for start in starts)


def _are_numbered(notes: Sequence[NoteText]) -> bool:
    """Whether the reader of the format has found the notes; a lone note with a sign may stand beside endnotes."""
    return any(note.label.isdecimal() for note in notes)


def _lines_at(lines: Sequence[Line], texts: Iterable[MappedText]) -> set[int]:
    """The lines that hold characters of `texts`."""
    spans = [
        Span(origin, origin + end - start)
        for text in texts
        for start, end, origin in zip(text.starts, (*text.starts[1:], len(text.text)), text.origins, strict=True)
    ]
    return _lines_in(lines, spans)


def _lines_in(lines: Sequence[Line], spans: Iterable[Span]) -> set[int]:
    """The lines that `spans` cover in part."""
    begins = [line.start for line in lines]
    found: set[int] = set()
    for span in spans:
        first = max(0, bisect_right(begins, span.start) - 1)
        covered = range(first, bisect_left(begins, span.end))
        found.update(n for n in covered if lines[n].end > span.start)
    return found


def _contents(lines: Sequence[Line]) -> set[int]:
    """Lines of a table of contents: at least three entries close to each other."""
    entries = [n for n, line in enumerate(lines) if is_contents_entry(line.text)]
    return {
        n
        for place, n in enumerate(entries)
        if any(
            0 <= other < len(entries) and other + 2 < len(entries) and entries[other + 2] - entries[other] <= 6
            for other in (place - 2, place - 1, place)
        )
    }


def _link_lists(lines: Sequence[Line], outside: set[int]) -> set[int]:
    """Runs of lines with nothing but a URL on them: the link annotations that an extractor lists at a page's end."""
    listed: set[int] = set()
    run: list[int] = []
    for n in [*range(len(lines)), -1]:
        if n >= 0 and n not in outside and is_url_line(lines[n]) and (not run or lines[n].gap == 0):
            run.append(n)
            continue
        if _is_list(lines, run):
            listed.update(run)
        run = [n] if n >= 0 and n not in outside and is_url_line(lines[n]) else []
    return listed


def _is_list(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """A list begins after an empty line (a note's URL follows its words at once) and holds whole URLs."""
    return len(run) > 1 and lines[run[0]].gap > 0 and not any(lines[n].hyphenated for n in run)


def _listed_link(line: Line) -> Link:
    return Link(line.text, line.text, LinkOrigin.LISTED, page=line.page)


def _section(lines: Sequence[Line], starts: Sequence[note_chain.NoteStart]) -> int | None:
    """The heading right above the first note, where all notes stand at the end of the text."""
    if not starts:
        return None
    for n in range(starts[0].line - 1, max(-1, starts[0].line - 4), -1):
        text = lines[n].text
        if note_chain.NOTES_HEADING.fullmatch(text) or note_chain.SOURCES_HEADING.fullmatch(text):
            return n
    return None


def _note_text(lines: Sequence[Line], note: Note) -> NoteText:
    """The note's text as printed: its label taken off, its line ends kept."""
    pieces: list[tuple[str, int]] = []
    for place, n in enumerate(note.lines):
        line = lines[n]
        skip = note.start.skip if place == 0 else 0
        if pieces:
            pieces.append(("\n", line.start - line.lead - 1 if line.start > line.lead else 0))
        if line.text[skip:]:
            pieces.append((line.text[skip:], line.start + skip))
    return NoteText(note.start.label, join_pieces(pieces), lines[note.lines[0]].page)


def _title(blocks: Sequence[Block], lines: Sequence[Line], outside: set[int]) -> str | None:
    """The first line of several words before the text begins; where there is none, a running head."""
    for block in blocks:
        text = block.text.text
        if len(text) > _LONGEST_TITLE:
            break
        needed = _TITLE_WORDS - (1 if block.level == 1 and text.casefold() not in _SECTION_NAMES else 0)
        if len(text.split()) >= needed and not text.endswith((".", ",")):
            return text
    heads = (lines[n].text for n in sorted(outside) if lines[n].gap or lines[n].page is not None)
    return next((head for head in heads if len(head.split()) >= _TITLE_WORDS and "://" not in head), None)
