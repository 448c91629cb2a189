"""A claim made ready to be set beside others: its content words, its clauses, the times it names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.consistency.values import group_of
from factcheck.consistency.wording import Part, Word, is_content, is_listed, is_part, words_of
from factcheck.model import QuantityKind
from factcheck.records import record

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import BriefFinding, Claim, Quantity

_TIMED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DIGITS = re.compile(r"\d+")
_CUT = re.compile(r"[;:()]|,(?!\d)|[—–](?!\d)|\s-\s")
_CLOSERS = " \"'”’»)]*_"
_ENDS = (".", "!", "?", "…", "。")
_LONGEST = 4000
"""A longer "sentence", in characters, is a table or a list that was run together, and says no single fact."""
_MOST_FIGURES = 24
_SENTENCE_WORDS = 3
_RARE_SHARE, _RARE_LEAST = 50, 6


@record
class Clause:
    """A stretch of the claim between marks of punctuation.

    `words` are the content words in it, `stems` their stems, `subject` these and the stems of the words in front of it
    but for who says so; `by_pronoun` is set where a pronoun stands for its subject.
    """

    words: tuple[Word, ...]
    stems: frozenset[str]
    subject: frozenset[str]
    by_pronoun: bool


@dataclass(frozen=True, eq=False, repr=False)
class Statement:
    """A claim of the run's brief number `brief`; `names` are the stems that its brief writes as names.

    `tongue` is what its stems are of: its language, or any where they are meanings.
    """

    brief: int
    path: str
    claim: Claim
    language: str
    words: tuple[Word, ...]
    names: frozenset[str]
    title: str | None
    tongue: str

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The claim's figures."""
        return tuple(cited.quantity for cited in self.claim.figures)

    @cached_property
    def setting(self) -> frozenset[str]:
        """The stems of what may be names in the brief's title, the claim's section and the sentence before it."""
        texts = (self.title, self.claim.section, self.claim.context)
        return frozenset(stem for text in texts for stem in _names_in(text or "", self.language))

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the claim ends as a sentence does and has three words; headings, menus and cells do not."""
        return len(self.words) >= _SENTENCE_WORDS and self.claim.text.rstrip(_CLOSERS).endswith(_ENDS)

    def is_glued(self, quantity: Quantity) -> bool:
        """Whether a letter stands right before a figure, as in the name of a table (CA3)."""
        return self.claim.text[max(0, quantity.start - 1) : quantity.start].isalpha()

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that say what the claim speaks of, those inside a figure left out."""
        inside = _Spans(self.figures)
        return tuple(w for w in self.words if is_content(w.lower, self.language) and not inside.holds(w.start))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content words as stems."""
        return frozenset(word.stem for word in self.content)

    @cached_property
    def phrases(self) -> frozenset[tuple[str, str]]:
        """Each two content words that follow each other with nothing but grammar between them."""
        return frozenset(
            (one.stem, other.stem)
            for one, other in zip(self.content, self.content[1:], strict=False)
            if not _CUT.search(self.claim.text, one.end, other.start)
        )

    def has(self, part: Part) -> bool:
        """Whether a word of the claim does the work of `part`."""
        if part not in self._parts:
            self._parts[part] = any(is_part(word.lower, part, self.language) for word in self.words)
        return self._parts[part]

    @cached_property
    def _parts(self) -> dict[Part, bool]:
        return {}

    @cached_property
    def designations(self) -> frozenset[str]:
        """The digits outside the figures: of a type (T-72), an article, an event (Zapad 2013)."""
        inside = _Spans(self.figures)
        return frozenset(m.group() for m in _DIGITS.finditer(self.claim.text) if not inside.holds(m.start()))

    def places(self) -> frozenset[str]:
        """The names that follow a word of place."""
        return frozenset(
            other.stem
            for one, other in zip(self.words, self.words[1:], strict=False)
            if other.capital and is_part(one.lower, Part.PLACE, self.language) and other.start - one.end == 1
        )

    def gatherings(self) -> dict[str, tuple[str | None, str | None]]:
        """The events that the claim names, each with the word right before it and the next content word, as stems.

        The next word is looked for up to the end of the clause: it tells what a conference is about.
        """
        found = {}
        for index, word in enumerate(self.content):
            if is_part(word.lower, Part.GATHERING, self.language):
                found[word.stem] = (self._neighbour(index, -1), self._neighbour(index, 1))
        return found

    def _neighbour(self, index: int, step: int) -> str | None:
        if not 0 <= index + step < len(self.content):
            return None
        one, other = sorted((self.content[index], self.content[index + step]), key=lambda word: word.start)
        between = self.claim.text[one.end : other.start]
        apart = between.strip() if step < 0 else _CUT.search(between)
        return None if apart else self.content[index + step].stem

    def word_before(self, quantity: Quantity) -> str:
        """The word (lower case) that stands next before a figure and its hedges; "" where none does."""
        at = bisect_left([word.start for word in self.words], quantity.start) - 1
        if at < 0 or self.claim.text[self.words[at].end : quantity.start].strip(" \u00a0$€£"):
            return ""
        while at > 0 and is_part(self.words[at].lower, Part.LIGHT, self.language):
            at -= 1
        return self.words[at].lower

    def clause(self, quantity: Quantity) -> Clause:
        """The clause that a figure stands in."""
        bounds = self._bounds(quantity)
        if bounds not in self._clauses:
            self._clauses[bounds] = self._clause(*bounds)
        return self._clauses[bounds]

    def clause_words(self, quantity: Quantity) -> tuple[Word, ...]:
        """The content words of a figure's clause."""
        return self._content_in(*self._bounds(quantity))

    @cached_property
    def _clauses(self) -> dict[tuple[int, int], Clause]:
        return {}

    def _content_in(self, start: int, end: int) -> tuple[Word, ...]:
        return self.content[bisect_left(self._places, start) : bisect_left(self._places, end)]

    @cached_property
    def _places(self) -> list[int]:
        return [word.start for word in self.content]

    def _clause(self, start: int, end: int) -> Clause:
        words = self._content_in(start, end)
        stems = frozenset(word.stem for word in words)
        first = words[0].start if words else end
        return Clause(
            words,
            stems,
            stems.union(w.stem for w in self.content if w.start < start and not self._tells_source(w)),
            any(start <= w.start < first and is_part(w.lower, Part.PRONOUN, self.language) for w in self.words),
        )

    def _tells_source(self, word: Word) -> bool:
        return bisect_right(self._cuts, word.start) in self._sources

    @cached_property
    def _sources(self) -> frozenset[int]:
        """The clauses, by their number, that tell who says so."""
        told = (w.start for w in self.words if is_part(w.lower, Part.SOURCE, self.language))
        return frozenset(bisect_right(self._cuts, start) for start in told)

    def _bounds(self, quantity: Quantity) -> tuple[int, int]:
        cuts = self._cuts
        left = bisect_right(cuts, quantity.start)
        right = bisect_left(cuts, quantity.end)
        return (cuts[left - 1] if left else 0), (cuts[right] if right < len(cuts) else len(self.claim.text))

    @cached_property
    def _cuts(self) -> list[int]:
        inside = _Spans(self.figures)
        return [m.start() for m in _CUT.finditer(self.claim.text) if not inside.holds(m.start())]

    def times(self, quantity: Quantity) -> frozenset[str]:
        """The dates and years that a figure is said for: those of its clause, else those of the claim."""
        timed = [q for q in self.figures if q.kind in _TIMED and q is not quantity]
        start, end = self._bounds(quantity)
        near = [q for q in timed if start <= q.start < end]
        return frozenset(_time_text(q) for q in near or timed)

    @cached_property
    def implied_year(self) -> str | None:
        """The one year that the sentence before names, else the heading above."""
        for text in (self.claim.context, self.claim.section):
            years = set(_YEAR.findall(text or ""))
            if years:
                return years.pop() if len(years) == 1 else None
        return None


@record
class Rarity:
    """In how many claims of the run each stem stands, out of `claims`."""

    counts: Counter[str]
    claims: int

    def is_rare(self, stem: str) -> bool:
        """Whether a stem stands in so few claims that it tells a subject: six, or one in fifty."""
        return self.counts[stem] <= max(_RARE_LEAST, self.claims // _RARE_SHARE)

    def rarest(self, stems: Iterable[str], most: int) -> list[str]:
        """The `most` rarest of those `stems` that stand in two claims or more, ties by the alphabet."""
        return sorted((stem for stem in stems if self.counts[stem] > 1), key=lambda stem: (self.counts[stem], stem))[
            :most
        ]


class _Spans:
    """Which characters stand inside one of some figures."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        ordered = sorted((q.start, q.end) for q in quantities)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def holds(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]


def _time_text(quantity: Quantity) -> str:
    if quantity.iso_date:
        return quantity.iso_date
    return f"{quantity.low}/{quantity.high}"


def statements_of(briefs: Sequence[BriefFinding]) -> list[Statement]:
    """Every claim of a run that has figures to compare, in order."""
    return [statement for number, finding in enumerate(briefs) for statement in _of_brief(number, finding)]


def _of_brief(number: int, finding: BriefFinding) -> Iterator[Statement]:
    brief = finding.brief
    read: list[tuple[Claim, str, tuple[Word, ...]]] = []
    for found in finding.claims:
        claim = found.claim
        if len(claim.text) > _LONGEST or not 0 < len(claim.figures) <= _MOST_FIGURES:
            continue
        if any(group_of(cited.quantity) is not None for cited in claim.figures):
            language = _language(claim.language, brief.language)
            read.append((claim, language, tuple(words_of(claim.text, language))))
    names = frozenset(word.stem for _, _, words in read for word in words if word.capital)
    for claim, language, words in read:
        yield Statement(number, brief.path, claim, language, words, names, brief.title, language)


def _language(spoken: str | None, written: str | None) -> str:
    """The ISO 639-1 code of a claim: its own where its words are known, else its brief's; "" where neither is known."""
    codes = [(tag or "").partition("-")[0].lower() for tag in (spoken, written)]
    return next((code for code in codes if is_listed(code)), codes[0] or codes[1])


def _names_in(text: str, language: str) -> Iterator[str]:
    """The stems of the words in `text` that may be names."""
    for word in words_of(text[:_LONGEST], language):
        if text[word.start].isupper() and is_content(word.lower, language):
            yield word.stem
