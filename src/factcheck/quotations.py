"""Quotation marks in a text: which pairs belong together, and which of them hold a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_WORDS = 4
"""Fewer words in quotation marks are a name or a turn of phrase, not a quotation."""

# Opening mark → the marks that may close it.  The pairs are CLDR's quotationStart/End and alternates of the languages
# at hand, with the straight marks and the mixtures that word processors leave.
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "‘": "’'",
    "‚": "‘’",
    "‹": "›",
    '"': '"”',
    "'": "'’",
    "»": "«",
}
_MARK = re.compile("[“”„«»‘’‚‹›\"']")
_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_AMBIGUOUS = frozenset("\"'“»‘")  # these open and close, by where they stand


def quotation_spans(text: str) -> list[Span]:
    """The insides of the outermost pairs of quotation marks, ascending; an unpaired mark is passed over."""
    inner = sorted(_pairs(text), key=lambda span: (span.start, -span.end))
    outermost: list[Span] = []
    for span in inner:
        if not outermost or span.start >= outermost[-1].end:
            outermost.append(span)
    return outermost


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of four words or more in `text`, outermost marks only; offsets are those inside the marks."""
    trimmed = (_trimmed(text, span) for span in quotation_spans(text))
    return tuple(
        Quotation(text[span.start : span.end], span.start, span.end)
        for span in trimmed
        if _has_words(text, span, MIN_WORDS)
    )


def _trimmed(text: str, span: Span) -> Span:
    inside = text[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.end - (len(inside) - len(inside.rstrip()))))


def _has_words(text: str, span: Span, count: int) -> bool:
    words = _WORD.finditer(text, span.start, span.end)
    return sum(1 for _, _ in zip(range(count), words, strict=False)) == count


def _pairs(text: str) -> Iterator[Span]:
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        opened = _closes(text, mark, at, open_marks)
        if opened is not None:
            yield Span(open_marks[opened][1] + 1, at)
            del open_marks[opened:]
        elif mark in _CLOSERS and _can_open(text, mark, at):
            open_marks.append((mark, at))
            del open_marks[:-16]  # deeper nesting is no text, and would make this quadratic


def _closes(text: str, mark: str, at: int, open_marks: list[tuple[str, int]]) -> int | None:
    """The open mark that this one closes, the innermost first; None where it opens or is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or (before.isspace() and mark != "»"):
        return None
    if mark in "'’" and after.isalnum():
        return None
    if mark in _AMBIGUOUS and _can_open(text, mark, at) and before in "([—–-":
        return None
    for index in range(len(open_marks) - 1, -1, -1):
        if mark in _CLOSERS[open_marks[index][0]]:
            return None if mark in "'’" and _possessive(text, open_marks[index], at) else index
    return None


def _possessive(text: str, opened: tuple[str, int], at: int) -> bool:
    """An apostrophe after s with a better closing mark still to come (``the allies’ views’``)."""
    if text[at - 1] not in "sS" or not text[at + 1 : at + 2].isspace():
        return False
    rest = text[at + 1 : at + 200]
    closing = re.search(r"[^\s]['’](?![^\W_])", rest)
    opening = re.search(r"[‘“„«\"]", rest)
    return closing is not None and (opening is None or closing.start() < opening.start()) and opened[0] in "‘'"


def _can_open(text: str, mark: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after or (after.isspace() and mark != "«"):
        return False
    if mark in "\"'‘»":
        return not before or before.isspace() or before in "([{—–-/:“„«‘‚\"'\u00a0"
    return True
