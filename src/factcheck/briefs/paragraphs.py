"""Lines of the body → paragraphs, headings, list items and captions, each one line of text with its map."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.briefs.hyphens import Words
from factcheck.briefs.layout import ends_sentence, goes_on
from factcheck.briefs.lines import fit, full_width
from factcheck.documents.textbuilder import TextBuilder
from factcheck.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.briefs.lines import Line, Setting

BULLET = re.compile(r"[\ue000-\uf8ff•▪■●◦‣∙⁃]\s*|[*–—-]\s{1,8}(?=[^\W\d_])")
_GLYPH = re.compile(r"[\ue000-\uf8ff]\s*")
CAPTION = re.compile(
    r"(?:fig(?:ure)?|table|chart|graph|map|box|photo|рис(?:унок)?|табл(?:ица)?|график|карта|фото|rys(?:unek)?|tab(?:ela)?|"
    r"wykres|mapa|abb(?:ildung)?|tabelle|tableau|graphique|carte|pav(?:eikslas)?|lentelė|малюнак|табліца|рисунок|таблиця)"
    r"\.?\s?\d{1,3}\s?[.:–—|]",
    re.IGNORECASE,
)
# "3.2 Results", "IV. Findings"; a bar stands where an extractor saw a wide blank.
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)\s+(?:\|\s+)?[\"“«„]?[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐЎ]")
_CELL = " | "
_OPEN_URL = re.compile(r"(?:https?://|www\.)\S*$")
_URL_PART = re.compile(r"[\w./?=&%#~+-]+")
_HEADING_LINES = 3
_HEADING_LENGTH = 160
_SHORT = 0.985  # of a full line: measured by rough letter widths, a full line may seem that much shorter
_CAPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Body lines that belong together."""

    kind: BlockKind
    lines: tuple[int, ...]
    level: int = 0


class Paragraphs:
    """Parts the body's lines; `body` are their numbers in order."""

    def __init__(self, lines: Sequence[Line], setting: Setting, body: Sequence[int]) -> None:
        """Measure the lines."""
        self.lines, self.setting, self.body = lines, setting, body
        self._body = frozenset(body)
        self.width = full_width([lines[n] for n in body])
        self.words = Words(line.text for line in lines)

    def blocks(self) -> list[Block]:
        """The body's blocks in reading order."""
        parts = [part for run in self._runs() for part in self._headings_apart(run)]
        return [self._block(part) for part in self._over_captions(parts)]

    # --- where paragraphs end ----------------------------------------------------------------------------------------

    def _runs(self) -> list[list[int]]:
        runs: list[list[int]] = []
        for place, n in enumerate(self.body):
            if not runs or self._parts(self.body[place - 1], n):
                runs.append([n])
            else:
                runs[-1].append(n)
        return runs

    def _parts(self, a: int, b: int) -> bool:
        """Whether a paragraph ends between the lines `a` and `b`."""
        first, second = self.lines[a], self.lines[b]
        if self._is_row(a) or self._is_row(b):
            return True
        if _is_numbered_heading(second.text) and ends_sentence(first.text):
            return True
        if _is_numbered_heading(first.text) and not goes_on(second.text):
            return True
        if BULLET.match(second.text) and (_is_glyph(second.text) or ends_sentence(first.text)):
            return True
        if _is_caption(first) or _is_caption(second):
            return True
        if self.setting.spaced and b == a + 1 and self._is_unit_edge(a, b):
            return True
        if first.hyphenated or (goes_on(second.text) and not _is_capitals(first.text)):
            return self._is_title_end(first, second)
        if _is_capitals(first.text) != _is_capitals(second.text):
            return ends_sentence(first.text) or _is_capitals(first.text) or self._is_short(first, second)
        if b == a + 1 and second.gap > (1 if self.setting.spaced else 0):
            return True
        if self.setting.indents and second.lead > first.lead + 1 and ends_sentence(first.text):
            return True
        return self._is_short(first, second)

    def _is_row(self, n: int) -> bool:
        """Whether a line is a row of a table: cells set apart, with more than one bar or beside another row."""
        bars = self.lines[n].text.count(_CELL)
        if bars != 1:
            return bars > 1
        if _NUMBERED.match(self.lines[n].text):
            return False
        return any(near in self._body and _CELL in self.lines[near].text for near in (n - 1, n + 1))

    def _is_unit_edge(self, a: int, b: int) -> bool:
        """Whether lines set tight, among lines set apart, begin or end here: a title of several lines."""
        first, second = self.lines[a], self.lines[b]
        if second.gap == 0 or first.hyphenated or goes_on(second.text):
            return False
        begins = b + 1 < len(self.lines) and self.lines[b + 1].gap == 0 and self._in_body(b + 1)
        return begins or (first.gap == 0 and self._in_body(a - 1))

    def _in_body(self, n: int) -> bool:
        return n in self._body

    def _is_title_end(self, first: Line, second: Line) -> bool:
        """A bullet's title is over where its line is short, whatever follows."""
        return (
            BULLET.match(first.text) is not None
            and second.gap > 0
            and not first.hyphenated
            and not goes_on(second.text)
        )

    def _is_short(self, first: Line, second: Line) -> bool:
        return fit(first, second) < _SHORT * self.width

    # --- headings ----------------------------------------------------------------------------------------------------

    def _headings_apart(self, run: list[int]) -> Iterable[Paragraph]:
        """Part the title lines at a run's end from the paragraph before them."""
        texts = [self.lines[n].text for n in run]
        if _is_caption(self.lines[run[0]]):
            return [Paragraph(BlockKind.CAPTION, tuple(run))]
        if self._is_row(run[0]):
            return [Paragraph(BlockKind.TABLE_ROW, tuple(run))]
        if _is_numbered_heading(texts[0]) and len(run) <= _HEADING_LINES and not ends_sentence(texts[-1]):
            return [Paragraph(BlockKind.HEADING, tuple(run), 1 + texts[0].split()[0].rstrip(".").count("."))]
        if BULLET.match(texts[0]):
            return self._item(run)
        if all(map(_is_capitals, texts)) and len(run) <= _HEADING_LINES:
            return [Paragraph(BlockKind.HEADING, tuple(run), 1)]
        first = self._first_title_line(texts)
        if first is None:
            return [Paragraph(BlockKind.PARAGRAPH, tuple(run))]
        parts = [Paragraph(BlockKind.PARAGRAPH, tuple(run[:first]))] if first else []
        return [*parts, Paragraph(BlockKind.HEADING, tuple(run[first:]), 2)]

    def _first_title_line(self, texts: Sequence[str]) -> int | None:
        """Where the title begins that a run of lines ends in: after the last sentence that is over at a line's end."""
        last = texts[-1].rstrip()
        if last.endswith((".", ",", ";", ":", "-")) or (
            ends_sentence(last) and not last.endswith(("?", "!", "?”", "!”"))
        ):
            return None
        first = len(texts) - 1
        while first > 0 and (goes_on(texts[first]) or not ends_sentence(texts[first - 1])):
            first -= 1
        title = " ".join(texts[first:])
        if len(texts) - first > _HEADING_LINES or len(title) > _HEADING_LENGTH or goes_on(title):
            return None
        return first

    def _item(self, run: list[int]) -> list[Paragraph]:
        text = self.lines[run[-1]].text
        is_title = _GLYPH.match(self.lines[run[0]].text) and len(run) <= _HEADING_LINES and not ends_sentence(text)
        if is_title:
            return [Paragraph(BlockKind.HEADING, tuple(run), 3)]
        return [Paragraph(BlockKind.LIST_ITEM, tuple(run), 1)]

    # --- sentences that a figure or a page interrupts ------------------------------------------------------------------

    def _over_captions(self, parts: Iterable[Paragraph]) -> list[Paragraph]:
        """Join a paragraph that breaks off with the one that goes on, over captions between them."""
        joined: list[Paragraph] = []
        lines_of: list[list[int]] = []
        for part in parts:
            open_at = self._open_paragraph(joined, lines_of)
            if open_at is not None and part.kind is BlockKind.PARAGRAPH and goes_on(self.lines[part.lines[0]].text):
                lines_of[open_at].extend(part.lines)
                continue
            joined.append(part)
            lines_of.append(list(part.lines))
        return [Paragraph(p.kind, tuple(numbers), p.level) for p, numbers in zip(joined, lines_of, strict=True)]

    def _open_paragraph(self, joined: Sequence[Paragraph], lines_of: Sequence[Sequence[int]]) -> int | None:
        at = len(joined) - 1
        while at >= 0 and joined[at].kind is BlockKind.CAPTION:
            at -= 1
        if at < 0 or joined[at].kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            return None
        return at if not ends_sentence(self.lines[lines_of[at][-1]].text) else None

    # --- joining -----------------------------------------------------------------------------------------------------

    def _block(self, part: Paragraph) -> Block:
        builder = TextBuilder()
        first = self.lines[part.lines[0]]
        bullet = BULLET.match(first.text)
        skip = bullet.end() if bullet else 0
        for place, n in enumerate(part.lines):
            line = self.lines[n]
            following = self.lines[part.lines[place + 1]] if place + 1 < len(part.lines) else None
            text = line.text[skip if place == 0 else 0 :]
            start = line.end - len(text)
            glue = following is not None and self._glue(text, following.text)
            if glue and line.hyphenated and not self._keeps(text, following):
                text = text[:-1]
            builder.add(text, start)
            if following is not None and not glue:
                builder.add_blank(line.end)
        return Block(part.kind, builder.build(), part.level, first.page)

    def _keeps(self, text: str, following: Line | None) -> bool:
        return (
            following is None
            or _OPEN_URL.search(text[-300:]) is not None
            or self.words.keeps_hyphen(text, following.text)
        )

    def _glue(self, text: str, following: str) -> bool:
        """Whether the next line is joined without a blank: after a hyphen, a slash, a dash between digits."""
        if len(text) > 1 and text[-1] in "-\u2010\u00ad\u00ac":
            return text[-2].isalnum() and not self.words.hangs(text, following)
        if text.endswith("/"):
            return True
        if text.endswith(("–", "—")) and len(text) > 1 and not text[-2].isspace():
            return True
        url = _OPEN_URL.search(text[-300:])
        return url is not None and following.split(None, 1)[0].find("/") >= 0 and bool(_URL_PART.match(following))


def _is_numbered_heading(text: str) -> bool:
    return (
        len(text) <= _HEADING_LENGTH and _NUMBERED.match(text) is not None and not text.endswith((".", ",", ";", "-"))
    )


def _is_glyph(text: str) -> bool:
    """Whether a line begins with a mark that is nothing but a bullet; a dash or an asterisk may be a sentence's own."""
    return text[:1] not in "-–—*"


def _is_caption(line: Line) -> bool:
    return len(line.text) <= _CAPTION_LENGTH and CAPTION.match(line.text) is not None


def _is_capitals(text: str) -> bool:
    """A line in capitals only: a heading, if it has more letters than an abbreviation."""
    return text.isupper() and not text.endswith((".", ",", ";")) and sum(map(str.isalpha, text)) > 4  # noqa: PLR2004
