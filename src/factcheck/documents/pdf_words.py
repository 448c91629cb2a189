"""One page of a PDF, word by word in the order of its content stream, by PDFium's text functions."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, Any

from factcheck.documents.pdf_columns import in_reading_order
from factcheck.documents.pdf_raised import Box, is_label, is_raised, label_length, letter_at_end, raise_text
from factcheck.documents.pdf_segments import (
    AFTER_LABEL,
    CELL_SEPARATOR,
    NOWHERE,
    Segment,
    as_turned,
    overlap,
    quarter_turns,
    same_line,
    sign_between,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_HYPHENS = "\ufffe\x02"  # PDFium's signs for a hyphen at a line's end; it leaves out the break after it
_DIGIT = re.compile("[0-9]")
_WORD = re.compile("[^\\s\ufffe\x02]*[\ufffe\x02]|[^\\s\ufffe\x02]+")


# TeX's own fonts without a map to Unicode give their codes as control characters: the T1 ("Cork") encoding's quotation
# marks, dashes and ligatures (D. Knuth et al., TUGboat 11, 1990), and OT1's ligatures (The TeXbook, appendix F).
_CORK = dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)) | dict(zip(range(0x1B, 0x20), "ﬀﬁﬂﬃﬄ", strict=True))
_CORK[0x9F] = "§"
_OLD_TEX = {0x0B: "ﬀ", 0x0C: "ﬁ", 0x0E: "ﬃ", 0x0F: "ﬄ"}
_OLD_SIGN = re.compile(r"[a-z][\x0b\x0e\x0f][a-z]")
_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))


def with_letters(text: str) -> str:
    """`text` with the control characters that are letters or signs of TeX's fonts as such, none added or left out."""
    return text.translate(_OLD_TEX if _OLD_SIGN.search(text) else _CORK)


_SLACK, _NEXT_LINE, _LONG_LINE = 0.2, 2.0, 20  # line heights, and characters
_ALIKE = 1.1  # blanks of one justified line: as wide as each other


class TextPage:
    """One page's characters with their boxes."""

    def __init__(self, raw: Any, page: Any) -> None:
        """Load the characters of `page` by PDFium's functions in `raw`."""
        self._raw = raw
        self._textpage = page.get_textpage()
        self._rect = raw.FS_RECTF()
        self.text: str = with_letters(self._textpage.get_text_range())
        self._same = len(self.text) == self._textpage.count_chars()

    def under(self, left: float, bottom: float, right: float, top: float) -> str:
        """The text inside a rectangle."""
        return with_letters(str(self._textpage.get_text_bounded(left, bottom, right, top)))

    def index_at(self, x: float, y: float) -> int | None:
        """The number of the character at a place, or less than two points beside it."""
        index = self._raw.FPDFText_GetCharIndexAtPos(self._textpage.raw, x + 1, y, 2, 2)
        return index if index >= 0 else None

    def box(self, index: int) -> Box | None:
        """Left, bottom, right, top of the character `index` of `text`."""
        if not self._same:
            index = self._raw.FPDFText_GetCharIndexFromTextIndex(self._textpage.raw, index)
        rect = self._rect
        if index < 0 or not self._raw.FPDFText_GetLooseCharBox(self._textpage.raw, index, ctypes.byref(rect)):
            return None
        return rect.left, rect.bottom, rect.right, rect.top

    def lines(self) -> list[list[Any]]:
        """The page's printed lines in the order of its content stream, columns that it mixes set apart."""
        merged: list[Segment] = []
        for segment in in_reading_order(self._segments()):
            separator = same_line(merged[-1], segment) if merged else None
            if separator is None:
                merged.append(segment)
            else:
                merged[-1].absorb(segment, separator)
        merged = _with_spread_lines(merged)
        shown = [s.settled for s in merged]
        for at in range(len(merged)):
            if CELL_SEPARATOR in shown[at] and _is_justified(merged, shown, at):
                shown[at] = shown[at].replace(CELL_SEPARATOR, " ")
        return [[text, s.left, s.bottom, s.right, s.height] for text, s in zip(shown, merged, strict=True)]

    def _segments(self) -> list[Segment]:
        segments: list[Segment] = []
        end_before, last, turned = 0, NOWHERE, 0
        for found in _WORD.finditer(self.text):
            first, end = self.box(found.start()), self.box(found.end() - 1)
            first, end = first or NOWHERE, end or first or NOWHERE
            turn = quarter_turns(first, end) if found.end() - found.start() > 1 else turned
            first, end = as_turned(first, turn), as_turned(end, turn)
            if turn != turned:
                last, turned = (-1e9, -1e9, -1e9, -1e9), turn
            word, broken = self._word(found.group(), found.start(), (first, end))
            between = self.text[end_before : found.start()]
            current = segments[-1] if segments else None
            separator = None
            if current is not None and not current.broken and "\n" not in between and "\r" not in between:
                separator = sign_between(current.text[-1:], word[:1], last, first, between)
            if separator is not None and is_label(word) and is_raised(last, first):
                word, separator = raise_text(word), "" if separator == " " else separator
            if current is None or separator is None:
                segments.append(Segment(word, first, end, broken=broken))
            else:
                current.add(word, first, end, separator, broken=broken)
            end_before, last = found.end(), end
        return segments

    def _word(self, printed: str, start: int, ends: tuple[Box, Box]) -> tuple[str, bool]:
        """The word with raised labels as such and its line-end hyphen as a hyphen; whether it has that."""
        broken = printed[-1] in _LINE_HYPHENS
        characters = list(printed[:-1] + "-" if broken else printed)
        if _DIGIT.search(printed, 1) is not None:
            self._raise_digits(characters, printed, start)
        if len(printed) > 1:
            self._raise_ends(characters, printed, start, ends)
        word = "".join(characters)
        if not word.isprintable():
            word = "".join(max(c, " ") for c in word)
        return word if word.isascii() else word.translate(_LIGATURES), broken

    def _raise_digits(self, characters: list[str], printed: str, start: int) -> None:
        """Raise the digits behind a word's first character that stand higher than what is before them."""
        reference: Box | None = None
        for at, character in enumerate(printed):
            if not at or not "0" <= character <= "9":
                continue
            if characters[at - 1] == printed[at - 1]:
                reference = self.box(start + at - 1)
            own = self.box(start + at)
            if reference and own and is_raised(reference, own):
                characters[at] = raise_text(character)

    def _raise_ends(self, characters: list[str], printed: str, start: int, ends: tuple[Box, Box]) -> None:
        """Raise the letters at a word's end, or the label at its beginning, that are set so."""
        first, end = ends
        if is_raised(end, first):
            for at in range(label_length(printed)):
                own = self.box(start + at)
                if own is None or not is_raised(end, own):
                    break
                characters[at] = raise_text(printed[at])
            return
        last = letter_at_end(printed)
        if last is None or (last == len(printed) - 1 and not is_raised(first, end)):
            return
        at = last
        while at > 0 and "a" <= printed[at] <= "z":
            own = self.box(start + at)
            if own is None or not is_raised(first, own):
                break
            at -= 1
        label = printed[at + 1 :].rstrip(AFTER_LABEL)
        if is_label(label) and not printed[at].isdigit():
            characters[at + 1 : at + 1 + len(label)] = raise_text(label)


def _with_spread_lines(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, those joined again that are the words of one justified line, spread as wide as the line above."""
    done: list[Segment] = []
    for segment in segments:
        if len(done) > 1 and overlap(done[-1], segment) and not done[-1].broken:
            above, begun = done[-2:]
            gaps = [*begun.gaps, segment.left - begun.right, *segment.gaps]
            slack = _SLACK * segment.height
            as_wide = abs(above.left - begun.left) <= slack and abs(above.right - segment.right) <= slack
            if as_wide and min(gaps) > 0 and max(gaps) <= _ALIKE * min(gaps) and len(above.text) >= _LONG_LINE:
                begun.absorb(segment, " ")
                continue
        done.append(segment)
    return done


def _is_justified(segments: Sequence[Segment], shown: Sequence[str], at: int) -> bool:
    """Whether a line with wide blanks stands between two of running text and is spread as wide as the one above."""
    if not 0 < at < len(segments) - 1 or CELL_SEPARATOR in shown[at - 1] or CELL_SEPARATOR in shown[at + 1]:
        return False
    figures = sum(not any(map(str.isalpha, cell)) for cell in shown[at].split(CELL_SEPARATOR))
    if figures > 1:
        return False
    above, own = segments[at - 1], segments[at]
    slack = _SLACK * own.height
    in_line = abs(above.left - own.left) <= slack and abs(above.right - own.right) <= slack
    return in_line and 0 < above.bottom - own.bottom <= _NEXT_LINE * own.height and len(shown[at - 1]) >= _LONG_LINE


def plain(text: str) -> str:
    """`text` without what PDFium puts in: U+FFFE and U+0002 stand for a hyphen at a line's end."""
    text = text.replace("\ufffe", "-").replace("\x02", "-")
    return "".join(max(c, " ") for c in text).translate(_LIGATURES)
