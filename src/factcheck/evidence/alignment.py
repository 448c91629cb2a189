"""How well a passage of a page talks about what a claim talks about, its figure apart."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.evidence.context import Key, KeyKind
from factcheck.evidence.places import names_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.evidence.reading import PageFigure, PageReading

_BESIDE, _FURTHER = 0.5, 0.2  # the part that counts of what stands in a neighbouring sentence, and two or three away
_DECAY = 15  # tokens at which a word's nearness halves
_HEADER = 0.5  # of its weight counts what stands in a cell's header and not in its row
_LOCAL_IN_CLAIM = 6
_LOCAL_ON_PAGE = 8
LOCAL_WEIGHT = 0.7
BEST_SCORE = 2 + LOCAL_WEIGHT


@dataclass(frozen=True, slots=True)
class Found:
    """A key with the tokens of the page where it stands; `near` says that it is close to the judged figure."""

    key: Key
    tokens: tuple[int, ...]
    near: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of the claim's context is around one figure; all from 0 to 1 but `score`, which goes to 2.7.

    `coverage` counts its sentence in full and neighbours in part; `proximity` falls with the distance in words;
    `local` is about the words next to the figure; `numbers` about the claim's other figures.
    """

    coverage: float
    proximity: float
    local: float
    numbers: float

    @property
    def score(self) -> float:
        """The three parts added up."""
        return self.coverage + self.proximity + LOCAL_WEIGHT * self.local


def is_near(figure_word: int, key_word: int) -> bool:
    """Whether a key is among the six words on either side of the judged figure in the claim."""
    return abs(key_word - figure_word) <= _LOCAL_IN_CLAIM


class Context:
    """The claim's keys as found on one page."""

    def __init__(self, found: Sequence[Found], reading: PageReading, places: tuple[str, ...] = ()) -> None:
        """Weigh every sentence of the page by the keys in it and around it."""
        self.found = tuple(f for f in found if f.tokens)
        self.reading = reading
        self.places = places
        self.total = sum(f.key.weight for f in found) or 1.0
        self.share = sum(f.key.weight for f in self.found) / self.total
        self.local_total = sum(f.key.weight for f in found if f.near)
        numbers = [f for f in found if f.key.kind in {KeyKind.NUMBER, KeyKind.DATE}]
        self.numbers_total = sum(f.key.weight for f in numbers)
        self._reach: defaultdict[int, float] = defaultdict(float)
        self._near_reach: defaultdict[int, float] = defaultdict(float)
        self._aligned: dict[tuple[int, int], Alignment] = {}
        self.coverage = self._coverage()

    def _coverage(self) -> dict[int, float]:
        covered: defaultdict[int, float] = defaultdict(float)
        for found in self.found:
            weight = found.key.weight
            around = self.reading.around(found.tokens)
            for sentences, part in zip(around, (weight, _BESIDE * weight, _FURTHER * weight), strict=True):
                for sentence in sentences:
                    covered[sentence] += part
            for reach in (self._reach, self._near_reach) if found.near else (self._reach,):
                for sentence in chain(around.inside, around.beside):
                    reach[sentence] += weight
        return covered

    def bound(self, sentence: int) -> float:
        """A score that no figure in `sentence`, outside of tables, can surpass: all the words around it next to it."""
        local = self._near_reach[sentence] / self.local_total if self.local_total else 0.0
        return (self.coverage.get(sentence, 0.0) + self._reach[sentence]) / self.total + LOCAL_WEIGHT * local

    @cached_property
    def _by_row(self) -> dict[int, float]:
        sentences, rows = self.reading.token_sentences, self.reading.rows
        covered: defaultdict[int, float] = defaultdict(float)
        for found in self.found:
            for sentence in {sentences[token] for token in found.tokens}:
                if sentence in rows:
                    covered[sentence] += found.key.weight
        return covered

    def row_coverage(self, sentence: int) -> float:
        """How much of the context the row of a table has itself, headings and neighbours left out."""
        return self._by_row.get(sentence, 0.0)

    def row_excess(self, sentence: int) -> int:
        """How many words a row's labels have that are none of the context: "Velm *children's* hospital"."""
        row = self.reading.table_rows.get(sentence)
        if row is None:
            return 0
        tokens = {token for cell in row.cells[: row.first] for token in self.reading.tokens_in(cell.span)}
        return len(tokens.difference(*(found.tokens for found in self.found)))

    @cached_property
    def exact_row_coverage(self) -> float:
        """As much as any row has whose labels say nothing besides; 0 where every row's do."""
        rows = (number for number, row in self.reading.table_rows.items() if row.first < len(row.cells))
        covered = ((self.row_coverage(number), number) for number in rows if self.row_coverage(number))
        return max((weight for weight, number in covered if not self.row_excess(number)), default=0.0)

    @cached_property
    def best_row_coverage(self) -> float:
        """As much as any row of the page has; a row of headers alone says nothing of its own."""
        heads = {number for number, row in self.reading.table_rows.items() if row.first == len(row.cells)}
        return max((covered for number, covered in self._by_row.items() if number not in heads), default=0.0)

    def align(self, token: int, sentence: int) -> Alignment:
        """How much of the context is around the page's `token`; a table's cell stands next to its labels and header."""
        aligned = self._aligned.get((token, sentence))
        if aligned is None:
            aligned = self._aligned[token, sentence] = self._align(token, sentence)
        return aligned

    def _align(self, token: int, sentence: int) -> Alignment:
        labels, header = self._cell(token, sentence)
        proximity = local = numbers = headed = 0.0
        for found in self.found:
            distance = self._distance(found, token, sentence)
            in_header = _within(found.tokens, header)
            if in_header is not None:
                headed += found.key.weight * _HEADER if distance is None else 0.0
            near = [
                end for end in (distance, in_header, *(_within(found.tokens, one) for one in labels)) if end is not None
            ]
            if not near:
                continue
            closest = min(near)
            proximity += found.key.weight / (1 + closest / _DECAY)
            if found.near and closest <= _LOCAL_ON_PAGE:
                local += found.key.weight
            if found.key.kind in {KeyKind.NUMBER, KeyKind.DATE} and closest > 0:
                numbers += found.key.weight
        return Alignment(
            min(1.0, (self.coverage.get(sentence, 0.0) + headed) / self.total),
            proximity / self.total,
            local / self.local_total if self.local_total else 0.0,
            numbers / self.numbers_total if self.numbers_total else 0.0,
        )

    def _distance(self, found: Found, token: int, sentence: int) -> int | None:
        """Words from `token` to the key's nearest place, if that is in the same or a neighbouring sentence."""
        sentences, rows = self.reading.token_sentences, self.reading.alone
        nearest = _nearest(found.tokens, token)
        apart = abs(sentences[nearest] - sentence)
        return abs(nearest - token) if apart == 0 or (apart == 1 and sentences[nearest] not in rows) else None

    def _cell(self, token: int, sentence: int) -> tuple[list[range], range]:
        """The tokens of the labels and of the header that the table's cell stands under."""
        row = self.reading.table_rows.get(sentence)
        if row is None:
            return [], range(0)
        index = row.cell_at(self.reading.token_starts[token])
        header = row.header_of(index)
        labels = [self.reading.tokens_in(span) for span in row.labels(index)]
        return labels, self.reading.tokens_in(header.span) if header is not None else range(0)

    def header_weight(self, figure: PageFigure) -> float:
        """How much of the context stands in the header over `figure`; 0 outside tables."""
        _, header = self._cell(figure.token, figure.sentence)
        return sum(f.key.weight for f in self.found if header and _within(f.tokens, header) is not None)

    def is_cited(self, figure: PageFigure) -> bool:
        """Whether `figure` stands on a page of the source that the note cites."""
        label = self.reading.place_at(figure.quantity.start) if self.places else None
        return label is not None and any(names_place(place, label) for place in self.places)

    def best_sentence(self) -> int | None:
        """The sentence that covers most of the context, the first of equals."""
        inside = {s: c for s, c in self.coverage.items() if 0 <= s < len(self.reading.sentences)}
        return max(inside, key=lambda s: (inside[s], -s)) if inside else None

    def ranked(self, figures: Sequence[PageFigure], limit: int) -> list[PageFigure]:
        """The `limit` figures whose sentences cover most of the context."""
        return sorted(figures, key=lambda f: -self.coverage.get(f.sentence, 0.0))[:limit]


def _nearest(tokens: Sequence[int], token: int) -> int:
    at = bisect_left(tokens, token)
    if at == len(tokens):
        return tokens[-1]
    if at and token - tokens[at - 1] <= tokens[at] - token:
        return tokens[at - 1]
    return tokens[at]


def _within(tokens: Sequence[int], words: range) -> int | None:
    """How far from the end of `words` the last of `tokens` in them is, from 1; None where none is in them."""
    at = bisect_left(tokens, words.stop)
    return words.stop - tokens[at - 1] if at and tokens[at - 1] in words else None
