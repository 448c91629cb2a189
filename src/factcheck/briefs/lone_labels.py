"""Note labels that stand alone on a line, above or below their note: what extractors make of raised labels.

A raised label has a baseline of its own, so that an extractor may set it on a line before its note, or behind it.  Such
a line looks like a page number; what tells it is a marker of the same number shortly before, and that it counts on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.briefs.layout import URL_START, ends_in_url, ends_sentence, goes_on
from factcheck.briefs.note_chain import NoteStart, marked_in, section_start
from factcheck.briefs.note_extent import Note
from factcheck.briefs.url_rest import is_url_rest
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.briefs.lines import Line

_LONGEST_LONE = 3  # digits
_MARKER = regex(
    r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.!?,;:…)\]\"'”’»%])|(?<=[)\]\"'”’»%][.,;:])|(?<=\d[)\]\"'”’»%])"
    r"|(?<=(?<!\d)(?:19|20)\d\d)|(?<=(?:1[5-9]|20)\d\d[.,;:])|(?<=[^\W\d_]{3}[.!?] )"
    r"|(?<=[^\s(\[„]“)|(?<=[^\s(\[„]“[.,;:])|(?<=[.!?,…][)\]\"'”’»]))(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})"
    r"(?=[\s.,;:!?)\]\"'”’»–—]|$)(?![.,]\d)"
)
_NEAR = 200  # lines that may stand between a marker and its note
_LEAST = 3  # of such labels, or they are numbers of something else
_MOST_SKIPPED = 3
_LEAST_LETTERS = 3
_BEGUN = 0.8  # of notes, that do not begin in mid-sentence; of pages, half do


def lone_labelled_notes(
    lines: Sequence[Line], labels: Mapping[int, str], furniture: frozenset[int]
) -> tuple[list[Note], set[int]]:
    """The notes whose `labels` stand alone, and the lines of these labels; none where there are fewer than three.

    `furniture` are lines that look like running heads and page numbers; a label may be among them, no note's line.
    """
    if len(labels) < _LEAST:
        return [], set()
    notes: list[Note] = []
    taken = set(labels) | furniture
    for n, label in labels.items():
        block = _block(lines, n, taken)
        if sum(character.isalpha() for m in block for character in lines[m].text) >= _LEAST_LETTERS:
            notes.append(Note(NoteStart(block[0], label, 0, 0.0), block))
            taken.update(block)
    if len(notes) < _LEAST:
        return [], set()
    return sorted(notes, key=lambda note: note.start.line), set(labels)


def labels_with_urls(lines: Sequence[Line], chain: Mapping[int, str]) -> frozenset[int]:
    """The lines of `chain`, if they cannot be those of pages' numbers: notes with URLs stand below them."""
    cited = sum(any("://" in line.text or "www." in line.text for line in lines[n + 1 : n + 5]) for n in chain)
    below = [lines[n + 1].text for n in chain if n + 1 < len(lines)]
    begun = sum(URL_START.match(text) is not None or not goes_on(text) for text in below)
    sure = len(chain) >= _LEAST and cited * 2 >= len(chain) and begun >= _BEGUN * len(chain)
    return frozenset(chain) if sure else frozenset()


def lone_labels(lines: Sequence[Line]) -> dict[int, str]:
    """The lines of lone numbers that count up, each behind a marker that shows it, and the numbers."""
    alone = {n for n, line in enumerate(lines) if len(line.text) <= _LONGEST_LONE and line.text.isdecimal()}
    if len(alone) < _LEAST:
        return {}
    marked: dict[int, int] = {}
    chain: dict[int, str] = {}
    last = 0
    section = section_start(lines) or len(lines)
    for n, line in enumerate(lines[: max(alone) + 1]):
        if n in alone:
            number = int(line.text)
            is_next = last < number <= last + _MOST_SKIPPED if chain else number > 0
            near = n - marked[number] < _NEAR or n > section if number in marked else False
            if is_next and near:
                chain[n], last = line.text, number
            continue
        for number in marked_in(line.text, _MARKER):
            marked[number] = n
    return chain


def _block(lines: Sequence[Line], n: int, taken: set[int]) -> list[int]:
    """The lines of the note that the label in line `n` belongs to: those set tight to it, below or else above."""
    below = _tight(lines, n, taken, 1)
    if below and lines[below[0]].gap == 0:
        return _up_to_body(lines, below, int(lines[n].text))
    above = _tight(lines, n, taken, -1)[::-1]
    marked = [at for at, m in enumerate(above) if any(True for _ in marked_in(lines[m].text, _MARKER))]
    rest = above[marked[-1] + 1 :] if marked else above  # what has markers is the text, not a note
    if marked and below and not any(ends_in_url(lines[m].text) for m in rest):
        return below
    return rest or below


def _up_to_body(lines: Sequence[Line], block: list[int], label: int) -> list[int]:
    """The lines of `block` before the body goes on, which the marker of a later note in it shows.

    The note ends with its URL, or where it has none, with its first line that ends a sentence.
    """
    later = range(label + 1, label + 1 + _MOST_SKIPPED)
    for place, m in enumerate(block):
        if is_url_rest(lines[m].text) or all(number not in later for number in marked_in(lines[m].text, _MARKER)):
            continue
        urls = [at for at in range(place) if is_url_rest(lines[block[at]].text) or ends_in_url(lines[block[at]].text)]
        stops = [at for at in range(place) if ends_sentence(lines[block[at]].text)]
        end = urls[-1] if urls else stops[0] if stops else None
        return block if end is None else block[: end + 1]
    return block


def _tight(lines: Sequence[Line], n: int, taken: set[int], step: int) -> list[int]:
    """The lines from `n` on, one way, without an empty line between; only below may one stand before the first."""
    found: list[int] = []
    at = n + step
    while 0 <= at < len(lines) and at not in taken and lines[at].page == lines[n].page:
        gap = lines[at].gap if step > 0 else lines[at + 1].gap
        if gap > 0 and (found or step < 0):
            break
        found.append(at)
        at += step
    return found
