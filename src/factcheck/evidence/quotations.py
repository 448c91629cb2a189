"""Quotations looked for on a page: word for word once marks are made equal, with gaps, or nearly, with what differs."""

from __future__ import annotations

import difflib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.evidence.apart import COPYRIGHT
from factcheck.evidence.passages import aligned_passage
from factcheck.evidence.reading import read_page
from factcheck.evidence.speakers import denied, somebody_else, speakers
from factcheck.model import QuotationEvidence
from factcheck.text import guess_language, likely_language
from factcheck.words.folding import stem
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.evidence.reading import PageReading
    from factcheck.model import Claim, Page, Passage, Quotation

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‐‑-][^\W_]+)*|\[[^\]\[]{0,80}\]|\(\s*(?:…|\.{2,})\s*\)|…|\.{3,}")
_GAP = re.compile(r"…|\.{2,}|\[|\(")
_LONGEST_GAP = 60  # words that an omission may leave out
_TOO_LONG = 400  # words of a quotation that are compared
_CANDIDATES = 6
_MOST_PLACES = 20  # at which a quotation that stands on a page more than once is looked at
_NEARLY = 0.6
_EDGE = 2  # changed words at either end that still belong to the quotation
# Grammar words that turn a sentence's meaning round.
_NEGATIONS = frozenset(
    "no not never nor without nicht kein keine nie ne pas jamais non не ни нет без нет няма ні nie bez ne nėra".split()
)
# Those of them, and others, that turn it round when they are left out of a quotation or put into it.
_DENIALS = frozenset(
    """
    not no never nor neither nobody nothing nowhere cannot hardly nicht kein keine nie niemals niemand nichts pas jamais
    rien personne не ни нет никто ничего никогда няма ні ніхто нічого ніколи nikt nic nigdy ne nėra niekas niekada
    """.split()
)
_LEFT_OUT = 0.75  # the similarity given to words that stand there in order, but with a denial left out
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "ё": "е"})


class _Words:
    """A page's words made comparable, where each stands, and at which indexes each occurs."""

    def __init__(self, text: str) -> None:
        """Cut `text` into words; marks of omission are none."""
        words, spans = [], []
        for match in _WORD.finditer(text):
            if not _GAP.match(match.group()):
                words.append(_comparable(match.group()))
                spans.append(match.span())
        self.words = tuple(words)
        self.spans = tuple(spans)
        self.index: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            self.index.setdefault(word, []).append(at)


def weigh_quotations(claim: Claim, page: Page) -> tuple[QuotationEvidence, ...]:
    """What `page` has of each quotation of `claim`, in the claim's order."""
    reading = read_page(page)
    return tuple(_weigh(claim, cited.quotation, reading) for cited in claim.quotations)


def _weigh(claim: Claim, quotation: Quotation, reading: PageReading) -> QuotationEvidence:
    segments = _segments(quotation.text)
    page = _page_words(reading.text)
    gaps = max(0, len(segments) - 1)
    found = _best_place(claim, quotation, _in_order(segments, page), page, reading)
    if found is not None:
        passage, objection = found
        evidence = _with_gaps(quotation, passage, segments, gaps)
        return replace(evidence, objection=objection) if evidence.exact else evidence
    words = [word for segment in segments for word in segment]
    nearest = _nearest(words, page)
    language = claim.language or guess_language(claim.text)
    similarity = nearest[2] if nearest else 0.0
    if similarity < _NEARLY and _translated(quotation, language, reading):
        return QuotationEvidence(
            quotation, aligned_passage(quotation.text, language, reading), similarity, exact=False, translated=True
        )
    if nearest is None:
        return QuotationEvidence(quotation, None, 0.0, exact=False, gaps=gaps)
    start, end, _ = nearest
    passage = reading.passage(page.spans[start][0], page.spans[end - 1][1])
    difference, altered = _difference(words, page.words[start:end], reading.language)
    return QuotationEvidence(
        quotation, passage, round(similarity, 3), exact=False, gaps=gaps, difference=difference, altered=altered
    )


def _with_gaps(
    quotation: Quotation, passage: Passage, segments: Sequence[Sequence[str]], gaps: int
) -> QuotationEvidence:
    """All the words stand there in order; whether what is left out between them turns their meaning round."""
    quoted = {word for segment in segments for word in segment}
    denials = [word for word in _Words(passage.exact).words if _is_denial(word) and word not in quoted]
    if not gaps or not denials:
        return QuotationEvidence(quotation, passage, 1.0, exact=True, gaps=gaps)
    difference = f"it leaves out “{denials[0]}”"
    return QuotationEvidence(quotation, passage, _LEFT_OUT, exact=False, gaps=gaps, difference=difference)


def _is_denial(word: str) -> bool:
    return word in _DENIALS or word.endswith("n't")


def _translated(quotation: Quotation, language: str | None, reading: PageReading) -> bool:
    spoken = guess_language(quotation.text) or language
    return spoken is not None and reading.language is not None and spoken != reading.language


def _segments(text: str) -> list[list[str]]:
    """The quotation's words between its gaps: ``…``, ``(…)`` and ``[insertions]`` stand for words left out.

    An insertion that denies, "we will [not] leave", is no explanation: its words must stand on the page.
    """
    segments: list[list[str]] = [[]]
    for match in _WORD.finditer(text):
        inserted = [_comparable(word) for word in re.findall(r"[^\W_]+(?:['’ʼ][^\W_]+)*", match.group())]
        if match.group().startswith("[") and any(_is_denial(word) for word in inserted):
            segments[-1].extend(inserted)
        elif _GAP.match(match.group()):
            segments.append([])
        else:
            segments[-1].append(_comparable(match.group()))
    return [segment[:_TOO_LONG] for segment in segments if segment]


def _comparable(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_APOSTROPHES).casefold().replace("\u00ad", "")


@lru_cache(maxsize=4)
def _page_words(text: str) -> _Words:
    return _Words(text)


def _in_order(segments: Sequence[Sequence[str]], page: _Words) -> Iterator[tuple[int, int]]:
    """Where the segments stand one after the other, each at most sixty words after the last: (first, end) of words."""
    if not segments:
        return
    places = [_places(segment, page) for segment in segments]
    for start in places[0]:
        end = start + len(segments[0])
        for segment, where in zip(segments[1:], places[1:], strict=True):
            at = bisect_right(where, end - 1)
            if at == len(where) or where[at] - end > _LONGEST_GAP:
                break
            end = where[at] + len(segment)
        else:
            yield start, end


def _best_place(
    claim: Claim, quotation: Quotation, found: Iterable[tuple[int, int]], page: _Words, reading: PageReading
) -> tuple[Passage, str | None] | None:
    """The first of the places found that nothing speaks against, else the first with what speaks against it."""
    first: tuple[Passage, str | None] | None = None
    for begin, end in islice(found, _MOST_PLACES):
        start, stop = page.spans[begin][0], page.spans[end - 1][1]
        objection = _objection(claim, quotation, start, stop, reading)
        if objection is None:
            return reading.passage(start, stop), None
        first = first or (reading.passage(start, stop), objection)
    return first


def _objection(claim: Claim, quotation: Quotation, start: int, end: int, reading: PageReading) -> str | None:
    """What speaks against the words at [start, end) of the page being the quotation: their place, or their speaker."""
    place = reading.apart.at(start)
    if place not in {None, COPYRIGHT}:
        return f"only {place}"
    language = claim.language or likely_language(claim.text)
    claimed = speakers(claim.text, quotation.start, quotation.end, language)
    if somebody_else(claimed, speakers(reading.text, start, end, reading.language)):
        return "as somebody else's"
    if denied(reading.text, start) and not denied(claim.text, quotation.start):
        return "it denies that this was said"
    return None


def _places(segment: Sequence[str], page: _Words) -> list[int]:
    """Each index of the page's words at which `segment` begins."""
    wanted, size = tuple(segment), len(segment)
    rarest = max(range(size), key=lambda i: len(segment[i]))
    places = []
    for at in page.index.get(segment[rarest], ()):
        start = at - rarest
        if start >= 0 and page.words[start : start + size] == wanted:
            places.append(start)
    return places


def _nearest(words: Sequence[str], page: _Words) -> tuple[int, int, float] | None:
    """The window of the page that has most of the quotation's words in order: (first, end, similarity)."""
    if not words or not page.words:
        return None
    windows = _windows(words, page)
    best = max((_compared(words, page, start) for start in windows), key=lambda w: w[2], default=None)
    return best if best is not None and best[2] > 0 else None


def _windows(words: Sequence[str], page: _Words) -> list[int]:
    """Where a window of the quotation's length holds most of its long words; the few best starts."""
    size = len(words)
    votes: dict[int, float] = {}
    for place, word in enumerate(words):
        at = page.index.get(word, ())
        if 0 < len(at) <= 200:
            for position in at:
                start = max(0, position - place) // 4
                votes[start] = votes.get(start, 0.0) + 1 / len(at) + 0.01 * len(word)
    ranked = sorted(votes, key=lambda start: -(votes[start] + votes.get(start - 1, 0) + votes.get(start + 1, 0)))
    return [min(max(0, start * 4 - 4), max(0, len(page.words) - size)) for start in ranked[:_CANDIDATES]]


def _compared(words: Sequence[str], page: _Words, start: int) -> tuple[int, int, float]:
    from rapidfuzz.distance import Indel, LCSseq  # noqa: PLC0415 - loaded only where a quotation is not found as it is

    window = page.words[start : start + len(words) + 12]
    blocks = [b for b in LCSseq.editops(list(words), list(window)).as_matching_blocks() if b.size]
    if not blocks:
        return start, start + 1, 0.0
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    head, tail = min(blocks[0].a, _EDGE), min(len(words) - (blocks[-1].a + blocks[-1].size), _EDGE)
    spans = [(max(0, first - i), min(len(window), last + j)) for i in range(head + 1) for j in range(tail + 1)]
    best = max(spans, key=lambda span: Indel.normalized_similarity(list(words), list(window[span[0] : span[1]])))
    similarity = Indel.normalized_similarity(list(words), list(window[best[0] : best[1]]))
    return start + best[0], start + best[1], similarity


def _difference(words: Sequence[str], found: Sequence[str], language: str | None) -> tuple[str, bool]:
    """What the quotation changes, as ``[-page's words-] {+quotation's words+}``, and whether it matters."""
    matcher = difflib.SequenceMatcher(None, found, words, autojunk=False)
    parts: list[str] = []
    changed: list[str] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts.append(" ".join(found[i1:i2]))
            continue
        parts.extend([f"[-{' '.join(found[i1:i2])}-]"] if i2 > i1 else [])
        parts.extend([f"{{+{' '.join(words[j1:j2])}+}}"] if j2 > j1 else [])
        changed.extend(_changed(found[i1:i2], words[j1:j2], language))
    return " ".join(parts), any(word in _NEGATIONS or not is_grammar(word, language) for word in changed)


def _changed(found: Sequence[str], words: Sequence[str], language: str | None) -> Sequence[str]:
    """The words that differ, those left out that are only other forms of each other."""
    roots = {stem(word, language) for word in found} & {stem(word, language) for word in words}
    return [word for word in (*found, *words) if stem(word, language) not in roots]
