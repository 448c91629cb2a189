"""A page read once for any number of claims: its words, sentences and figures, with what sets some of them apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcheck.evidence.folding import fold
from factcheck.model import Passage, QuantityKind
from factcheck.quantities import find_quantities
from factcheck.text import guess_language, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Page, Quantity, Span

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_WORD_FR = re.compile(r"[^\W_]+")  # l'état is two words
_AROUND = 120
_DATELINE_LINE = 90
_DATELINE_REACH = 1500
_FULL_DATE = 10  # YYYY-MM-DD
_DATELINE_MARK = re.compile(
    r"\b(?:published|updated|posted|captures?|date|опубликовано|обновлено|апублікавана|опубліковано|opublikowano|"
    r"veröffentlicht|aktualisiert|stand|publié|mis à jour|paskelbta|atnaujinta)\b",
    re.IGNORECASE,
)
_URL_BEFORE = re.compile(r"(?:https?://|www\.)\S*$")
_URL_LOOKBACK = 200


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A figure of a page: its first token, its sentence, and whether it only dates the page (`dateline`)."""

    quantity: Quantity
    token: int
    sentence: int
    dateline: bool = False


class PageReading:
    """What `read_page` found; everything that needs more than one pass is worked out when first asked for."""

    def __init__(self, page: Page) -> None:
        """Cut `page` into words and sentences."""
        self.page = page
        self.text = page.text
        self.language = page.language or guess_language(page.text)
        pattern = _WORD_FR if self.language == "fr" else _WORD
        tokens = [(match.start(), match.group()) for match in pattern.finditer(self.text)]
        self.token_starts: list[int] = [start for start, _ in tokens]
        self.tokens: list[str] = [word for _, word in tokens]
        self.positions: dict[str, list[int]] = {}
        for index, word in enumerate(self.tokens):
            self.positions.setdefault(word.lower(), []).append(index)
        self.sentences: list[Span] = sentence_spans(self.text)
        self.sentence_starts: list[int] = [span.start for span in self.sentences]

    @cached_property
    def vocabulary(self) -> list[str]:
        """The page's words in lower case, sorted."""
        return sorted(self.positions)

    @cached_property
    def folded(self) -> list[tuple[str, str]]:
        """The page's words folded to Latin, sorted, each with the word it was folded from."""
        pairs = ((fold(word), word) for word in self.positions)
        return sorted(pair for pair in pairs if pair[0])

    @cached_property
    def token_sentences(self) -> list[int]:
        """For each token the number of its sentence."""
        return [bisect_right(self.sentence_starts, start) - 1 for start in self.token_starts]

    @cached_property
    def figures(self) -> tuple[PageFigure, ...]:
        """The page's figures, those of archive lists and addresses left out."""
        quantities = [q for q in find_quantities(self.text, self.language) if not self._in_address(q)]
        archived = _archive_lists(self.text, quantities)
        return tuple(
            PageFigure(q, self.token_at(q.start), self.sentence_at(q.start), self._is_dateline(q))
            for index, q in enumerate(quantities)
            if index not in archived
        )

    @cached_property
    def dated(self) -> str | None:
        """The page's own date (ISO 8601): the stated one, else the first full date that stands alone near its top."""
        if self.page.published:
            return self.page.published
        for figure in self.figures:
            iso = figure.quantity.iso_date
            if figure.dateline and iso and len(iso) == _FULL_DATE and not iso.startswith("-"):
                return iso
        return None

    @cached_property
    def sentences_with_year(self) -> frozenset[int]:
        """The numbers of the sentences that name a year themselves."""
        return frozenset(f.sentence for f in self.figures if _names_year(f.quantity))

    def token_at(self, offset: int) -> int:
        """The token that begins at or holds `offset`."""
        return max(0, bisect_right(self.token_starts, offset) - 1)

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds `offset`."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def with_prefix(self, prefix: str) -> Sequence[str]:
        """The page's words (lower case) that begin with `prefix`."""
        left = bisect_left(self.vocabulary, prefix)
        return self.vocabulary[left : bisect_left(self.vocabulary, prefix + "\U0010ffff", left)]

    def folded_with_prefix(self, prefix: str) -> Sequence[tuple[str, str]]:
        """The page's folded words that begin with `prefix`, each with its word."""
        left = bisect_left(self.folded, (prefix,))
        return self.folded[left : bisect_left(self.folded, (prefix + "\U0010ffff",), left)]

    def passage(self, start: int, end: int) -> Passage:
        """The page's [start, end) with some text of its own line before and after, and the place's name."""
        left, right = max(0, start - _AROUND), min(len(self.text), end + _AROUND)
        prefix, suffix = self.text[left:start], self.text[end:right]
        starts = [position.start for position in self.page.positions]
        at = bisect_right(starts, start) - 1
        locator = self.page.positions[at].label if at >= 0 else None
        return Passage(start, end, prefix, self.text[start:end], suffix, locator)

    def sentence_span(self, index: int) -> Span:
        """Where sentence `index` stands."""
        return self.sentences[index]

    def _is_dateline(self, quantity: Quantity) -> bool:
        if quantity.iso_date is None or quantity.start > _DATELINE_REACH:
            return False
        left = self.text.rfind("\n", 0, quantity.start) + 1
        right = self.text.find("\n", quantity.end)
        line = self.text[left : right if right >= 0 else len(self.text)]
        if len(line) > _DATELINE_LINE:
            return False
        return bool(_DATELINE_MARK.search(line)) or len(line) - len(quantity.text) < len(quantity.text) + 20

    def _in_address(self, quantity: Quantity) -> bool:
        before = self.text[max(0, quantity.start - _URL_LOOKBACK) : quantity.start]
        return ("http" in before or "www." in before) and bool(_URL_BEFORE.search(before))


def _names_year(quantity: Quantity) -> bool:
    if quantity.kind in {QuantityKind.YEAR, QuantityKind.RANGE}:
        return True
    return quantity.iso_date is not None and not quantity.iso_date.startswith("-")


def _archive_lists(text: str, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Which figures are lines of an archive list: three or more neighbouring lines that are a month or year only."""
    alone = [
        index for index, q in enumerate(quantities) if q.iso_date and len(q.iso_date) <= 7 and _fills_line(text, q)
    ]  # noqa: PLR2004 - YYYY-MM
    listed: set[int] = set()
    run: list[int] = []
    for index in alone:
        if run and text.count("\n", quantities[run[-1]].end, quantities[index].start) > 2:  # noqa: PLR2004 - a blank line may stand between
            run = []
        run.append(index)
        if len(run) >= 3:  # noqa: PLR2004 - two months under each other may be headings
            listed.update(run)
    return frozenset(listed)


def _fills_line(text: str, quantity: Quantity) -> bool:
    left = text.rfind("\n", max(0, quantity.start - 8), quantity.start)
    right = text.find("\n", quantity.end, quantity.end + 8)
    return (left >= 0 or quantity.start < 8) and right >= 0  # noqa: PLR2004 - a bullet before, a count behind


@lru_cache(maxsize=16)
def read_page(page: Page) -> PageReading:
    """The reading of `page`; the last sixteen pages are kept, so that a further claim on one is cheap."""
    return PageReading(page)
