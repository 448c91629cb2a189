"""PDF → text page by page, read by a child process under limits of memory and time.

``read_pdf`` gives briefs their lines as printed, for `briefs` to lay out; ``extract_pdf`` gives cited pages the lines
with their places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.documents.isolation import ChildError, Limits, read_isolated
from factcheck.documents.pdf_feet import find_feet
from factcheck.documents.pdf_labels import with_lone_labels
from factcheck.documents.pdf_note_labels import inner_labels
from factcheck.documents.pdf_raised import RAISED_LETTERS, lower_letters
from factcheck.documents.pdf_setting import Setting
from factcheck.errors import PageError
from factcheck.model import Document, Link, LinkOrigin, NoteText, Span
from factcheck.text import join_pieces, slice_mapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.documents.pdf_feet import FootNote

_CHILD = "factcheck.documents.pdf_child"
_MEGABYTE = 1024 * 1024
_MEMORY_BYTES = 300 * _MEGABYTE
_MEMORY_PER_BYTE = 12
_MOST_MEMORY_BYTES = 1024 * _MEGABYTE
_CPU_S = 8
_BYTES_PER_CPU_S = 512 * 1024
_MOST_CPU_S = 60
_WALL_PER_CPU = 15.0
_PRIMARY = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_ANSWER_BYTES = 128 * _MEGABYTE
MAX_CHARACTERS = 20_000_000


class PdfError(PageError):
    """A PDF that cannot be read; `signal` is one of the keys of the messages below."""

    def __init__(self, name: str) -> None:
        """The refusal that `name` (``pdf_locked`` …) stands for."""
        super().__init__(_MESSAGES[name])
        self.signal = name


_MESSAGES = {
    "pdf_locked": "The PDF is locked with a password: save an unlocked copy.",
    "pdf_broken": "The PDF is broken and cannot be opened: fetch or export it again.",
    "pdf_scanned": "The PDF holds pictures of pages and no text: run text recognition over it first.",
    "pdf_empty": "The PDF holds neither text nor pictures: fetch or export it again.",
    "pdf_too_costly": "The PDF takes more memory or time to read than is allowed: split it, or export it again.",
}
_SIGNALS = {"locked": "pdf_locked", "broken": "pdf_broken", "too_large": "pdf_too_costly"}


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line: its text (cells of a table row set apart by " | "), its place in points, and its height."""

    text: str
    left: float
    bottom: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its printed label (``iv``, ``7``; its number where there is none), its lines and (URL, text) links."""

    label: str
    lines: tuple[PdfLine, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PdfContent:
    """What a PDF says."""

    pages: tuple[PdfPage, ...]
    title: str | None
    language: str | None


def extract_pdf(data: bytes) -> PdfContent:
    """The pages of a PDF; raises PdfError with one line that says why not.  Raised letters are given as plain ones."""
    content = _content(data)
    pages = tuple(
        replace(page, lines=tuple(replace(line, text=lower_letters(line.text)) for line in page.lines))
        for page in content.pages
    )
    return replace(content, pages=pages)


def _content(data: bytes) -> PdfContent:
    answer = _ask_child(data)
    if "problem" in answer:
        raise PdfError(_SIGNALS.get(str(answer["problem"]), "pdf_broken"))
    pages = tuple(_page(number, page) for number, page in enumerate(answer["pages"], start=1))
    if not any(any(c.isalnum() for c in line.text) for page in pages for line in page.lines):
        raise PdfError(_why_no_text(answer["pages"]))
    return PdfContent(pages, answer["title"], _primary(answer["language"]))


def read_pdf(data: bytes) -> Document:
    """A brief that is a PDF: its lines as printed, blank ones at wider gaps, with page starts and link annotations."""
    content = _content(data)
    content = replace(content, pages=tuple(map(with_lone_labels, content.pages)))
    setting = Setting(content.pages)
    feet = find_feet(content.pages, setting)
    in_notes = {place for note in feet.notes for place in note.lines}
    labels = {note.label for note in feet.notes}
    pieces: list[str] = []
    starts: list[int] = []
    small: list[Span] = []
    places: dict[tuple[int, int], Span] = {}
    length = 0
    for number, page in enumerate(content.pages):
        starts.append(length)
        for index, line in enumerate(page.lines):
            # A wide blank in a note is no border of cells; letters are raised only where they are labels.
            text = line.text.replace(" | ", " ") if (number, index) in in_notes else line.text
            text = RAISED_LETTERS.sub(
                lambda run: run[0] if lower_letters(run[0]) in labels else lower_letters(run[0]), text
            )
            places[number, index] = Span(length, length + len(text))
            pieces.append(f"{text}\n\n" if setting.parts_after(number, index) else f"{text}\n")
            if setting.is_small(line):
                small.append(places[number, index])
            length += len(pieces[-1])
    text = "".join(pieces)
    return Document(
        "application/pdf",
        text,
        title=content.title,
        language=content.language,
        notes=tuple(each for note in feet.notes for each in _parted(_note(note, text, places))),
        links=tuple(
            Link(url, printed, LinkOrigin.LISTED, page=number)
            for number, page in enumerate(content.pages, start=1)
            for url, printed in page.links
        ),
        page_starts=tuple(starts),
        small_type=tuple(small),
        asides=tuple(places[place] for place in sorted(feet.asides)),
    )


def _note(note: FootNote, text: str, places: Mapping[tuple[int, int], Span]) -> NoteText:
    pieces: list[tuple[str, int]] = []
    for place in note.lines:
        span = places[place]
        start = span.start if pieces else span.start + note.skip
        if pieces:
            pieces.append(("\n", max(0, start - 1)))
        if text[start : span.end]:
            pieces.append((text[start : span.end], start))
    return NoteText(note.label, join_pieces(pieces), note.lines[0][0] + 1)


def _parted(note: NoteText) -> Iterator[NoteText]:
    """The note, and those that stand behind it on the same printed lines."""
    label, begin = note.label, 0
    for following, start, end in inner_labels(note.text.text, note.label):
        yield NoteText(label, slice_mapped(note.text, begin, start), note.page)
        label, begin = following, end
    yield NoteText(label, slice_mapped(note.text, begin, len(note.text.text)), note.page) if begin else note


def _ask_child(data: bytes) -> dict[str, Any]:
    cpu_s = min(_CPU_S + len(data) // _BYTES_PER_CPU_S, _MOST_CPU_S)
    limits = Limits(
        memory_bytes=min(_MEMORY_BYTES + _MEMORY_PER_BYTE * len(data), _MOST_MEMORY_BYTES),
        cpu_s=cpu_s,
        wall_s=cpu_s * _WALL_PER_CPU,
        answer_bytes=_ANSWER_BYTES,
    )
    try:
        return read_isolated(_CHILD, data, limits, str(MAX_CHARACTERS))
    except ChildError as error:
        raise PdfError("pdf_broken" if error.crashed else "pdf_too_costly") from error


def _primary(language: str | None) -> str | None:
    """``en`` of ``en-GB``."""
    found = _PRIMARY.match(language or "")
    return found.group().lower() if found else None


def _why_no_text(pages: list[dict[str, Any]]) -> str:
    if any(page.get("broken") for page in pages):
        return "pdf_broken"
    return "pdf_scanned" if any(page.get("pictures") for page in pages) else "pdf_empty"


def _page(number: int, page: dict[str, Any]) -> PdfPage:
    lines = tuple(PdfLine(*line) for line in page["lines"])
    links = tuple((url, text) for url, text in page["links"])
    return PdfPage(page["label"].strip() or str(number), lines, links)
