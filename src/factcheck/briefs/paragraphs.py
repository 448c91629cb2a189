"""Lines of the body → paragraphs, headings, list items and captions, each one line of text with its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.briefs.hyphens import Words
from factcheck.briefs.joining import join_lines
from factcheck.briefs.layout import ends_sentence, goes_on
from factcheck.briefs.line_kinds import (
    BULLET,
    CELL_SEPARATOR,
    HEADING_LENGTH,
    NUMBER,
    PRIVATE_GLYPH,
    is_capitals,
    is_caption,
    is_numbered_heading,
    is_sure_bullet,
    numbered_items,
)
from factcheck.briefs.lines import fit, short_of
from factcheck.model import Block, BlockKind
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.briefs.lines import Line, Setting

# Words that open sentences and are small inside titles and names: prepositions, articles, pronouns, conjunctions.
_OPENERS = frozenset(
    """
    the a an in on at by for from with of to as it its this that these those there they their we our he she his her
    while although though since when where if after before during despite over under according both most many some
    each all however but and yet even not what how why who which or nor so than because until once about between в
    на по с к о у от до из за для при об и а но не что как это эта эти этот если хотя когда где после перед однако
    также w na z do od po przez dla przy o i a ale nie że jak to ten ta te jeśli choć gdy gdzie jednak także der die
    das den dem des ein eine in im an am auf bei mit nach von vom zu zum zur für und aber wenn obwohl als es le la
    les un une des du de dans sur par pour avec et mais si quand il elle ce cette ces
    """.split()
)
_HEADING_LINES = 3
_CAPTIONS = 3  # that may stand one after the other inside a sentence


@record
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
        self._items = numbered_items(lines, body)
        self._captions = frozenset(n for n in body if is_caption(lines[n].text))
        self._headings = frozenset(n for n in body if is_numbered_heading(lines[n].text))
        self.short = short_of([lines[n] for n in body])
        self.words = Words(line.text for line in lines)

    def blocks(self) -> list[Block]:
        """The body's blocks in reading order."""
        runs = self._runs()
        parts = [
            part for place, run in enumerate(runs) for part in self._headings_apart(run, runs[place + 1 : place + 3])
        ]
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
        if self._begins_unit(a, b):
            return True
        if first.hyphenated or (goes_on(second.text) and not is_capitals(first.text)):
            return False
        if is_capitals(first.text) or is_capitals(second.text):
            same = is_capitals(first.text) and is_capitals(second.text)
            return self._is_set_apart(a, b) if same else self._is_title_edge(first, second)
        if second.text[0].isdigit() and not ends_sentence(first.text):
            return self._is_set_apart(a, b)  # a sentence hardly begins with a figure
        return self._is_set_apart(a, b) or self._is_title_before(a, b) or self._is_short(first, second)

    def _is_title_edge(self, first: Line, second: Line) -> bool:
        return ends_sentence(first.text) or is_capitals(first.text) or self._is_short(first, second)

    def _begins_unit(self, a: int, b: int) -> bool:
        """Whether a row, an item, a caption or a numbered heading begins or is over here, whatever the words are."""
        first, second = self.lines[a].text, self.lines[b].text
        return (
            self._is_row(a)
            or self._is_row(b)
            or b in self._items
            or (BULLET.match(second) is not None and (is_sure_bullet(second) or ends_sentence(first)))
            or a in self._captions
            or b in self._captions
            or (b in self._headings and ends_sentence(first))
            or (a in self._headings and a not in self._items and not goes_on(second))
            or (self.setting.runs and b == a + 1 and self._is_unit_edge(a, b))
        )

    def _is_set_apart(self, a: int, b: int) -> bool:
        """Whether blank lines or an indent part the lines."""
        first, second = self.lines[a], self.lines[b]
        if b == a + 1 and second.gap > (1 if self.setting.spaced else 0):
            return True
        return self.setting.indents and second.lead > first.lead + 1 and ends_sentence(first.text)

    def _is_title_before(self, a: int, b: int) -> bool:
        """Whether a title of full width ends in line `a`: `b` opens a sentence with a word that no name begins with."""
        before, opener = self.lines[a].text, self.lines[b].text.split(None, 1)[0].rstrip(",;:")
        if opener.casefold() not in _OPENERS or not opener[0].isupper():
            return False
        if ends_sentence(before) or before.rsplit(None, 1)[-1].casefold() in _OPENERS:
            return False
        for n in range(a, max(-1, a - _HEADING_LINES), -1):
            if n not in self._body or self.lines[n].text.endswith((",", "-")):
                return False
            if n == 0 or ends_sentence(self.lines[n - 1].text):
                return not goes_on(self.lines[n].text)
        return False

    def _is_row(self, n: int) -> bool:
        """Whether a line is a row of a table: cells set apart, with more than one bar or beside another row."""
        bars = self.lines[n].text.count(CELL_SEPARATOR)
        if bars != 1:
            return bars > 1
        if n in self._headings:
            return False
        return any(near in self._body and CELL_SEPARATOR in self.lines[near].text for near in (n - 1, n + 1))

    def _is_unit_edge(self, a: int, b: int) -> bool:
        """Whether lines set tight, among lines set apart, begin or end here: a title of several lines."""
        first, second = self.lines[a], self.lines[b]
        if second.gap == 0 or first.hyphenated or goes_on(second.text):
            return False
        begins = b + 1 in self._body and self.lines[b + 1].gap == 0
        return begins or (first.gap == 0 and a - 1 in self._body)

    def _is_short(self, first: Line, second: Line) -> bool:
        return fit(first, second) < self.short

    # --- headings ----------------------------------------------------------------------------------------------------

    def _headings_apart(self, run: list[int], following: Sequence[Sequence[int]]) -> list[Paragraph]:
        """Part the title lines at a run's end from the paragraph before them."""
        texts = [self.lines[n].text for n in run]
        kind, level = self._kind_of_unit(run, texts)
        if kind is not None:
            return [Paragraph(kind, tuple(run), level)]
        after = next((self.lines[r[0]].text for r in following if r[0] not in self._captions), "")
        first = None if goes_on(after) else self._first_title_line(texts)
        if first is None:
            return [Paragraph(BlockKind.PARAGRAPH, tuple(run))]
        parts = [Paragraph(BlockKind.PARAGRAPH, tuple(run[:first]))] if first else []
        return [*parts, Paragraph(BlockKind.HEADING, tuple(run[first:]), 2)]

    def _kind_of_unit(self, run: Sequence[int], texts: Sequence[str]) -> tuple[BlockKind | None, int]:
        """What a run is that shows it by its first line; None for running text."""
        if run[0] in self._captions:
            return BlockKind.CAPTION, 0
        if self._is_row(run[0]):
            return BlockKind.TABLE_ROW, 0
        short = len(run) <= _HEADING_LINES
        if short and run[0] in self._headings and not ends_sentence(texts[-1]):
            return BlockKind.HEADING, 1 + texts[0].split(None, 1)[0].rstrip(".").count(".")
        if BULLET.match(texts[0]) or run[0] in self._items:
            is_title = short and PRIVATE_GLYPH.match(texts[0]) and not ends_sentence(texts[-1])
            return (BlockKind.HEADING, 3) if is_title else (BlockKind.LIST_ITEM, 1)
        if short and all(map(is_capitals, texts)):
            return BlockKind.HEADING, 1
        return None, 0

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
        if len(texts) - first > _HEADING_LINES or len(title) > HEADING_LENGTH or goes_on(title):
            return None
        return first

    # --- sentences that a figure or a page interrupts ----------------------------------------------------------------

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
        while at >= max(0, len(joined) - _CAPTIONS) and joined[at].kind is BlockKind.CAPTION:
            at -= 1
        if at < 0 or joined[at].kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            return None
        return at if not ends_sentence(self.lines[lines_of[at][-1]].text) else None

    def _block(self, part: Paragraph) -> Block:
        lines = [self.lines[n] for n in part.lines]
        bullet = (NUMBER if part.lines[0] in self._items else BULLET).match(lines[0].text)
        text = join_lines(lines, self.words, bullet.end() if bullet else 0)
        return Block(part.kind, text, part.level, lines[0].page)
