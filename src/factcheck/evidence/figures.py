"""The figures of a claim weighed against one page: the best agreeing figure against the best rival."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.evidence.agreement import agree, plausible
from factcheck.evidence.alignment import BEST_SCORE, Alignment, Context
from factcheck.evidence.dates import parts, parts_of
from factcheck.evidence.derivation import derive
from factcheck.evidence.direction import directions_conflict
from factcheck.evidence.passages import Asked, ask
from factcheck.evidence.reading import PageFigure, PageReading, read_page
from factcheck.evidence.records import Agreement
from factcheck.evidence.weights import Features, weigh
from factcheck.model import FigureEvidence, Match, MatchLevel, Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Page

_CANDIDATES = 12
_EXACT_BONUS = 0.05
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the page that agrees with the claim's or is its rival, with how its passage aligns."""

    figure: PageFigure
    agreement: Agreement
    alignment: Alignment
    score: float


def weigh_figures(claim: Claim, page: Page) -> tuple[FigureEvidence, ...]:
    """What `page` has on each figure of `claim`, in the claim's order."""
    return tuple(evidence for evidence, _ in weigh_in_full(claim, page))


def weigh_in_full(claim: Claim, page: Page) -> list[tuple[FigureEvidence, Features]]:
    """As `weigh_figures`, with what was weighed; for fitting the weights."""
    asked = ask(claim, read_page(page))
    return [_weigh(asked, cited.quantity) for cited in claim.figures]


def _weigh(asked: Asked, quantity: Quantity) -> tuple[FigureEvidence, Features]:
    reading = asked.reading
    context = asked.context(quantity)
    others = [c.quantity for c in asked.claim.figures if c.quantity is not quantity]
    agreeing, rivals = _sorted_out(quantity, others, reading)
    compatible = _best(context, agreeing, quantity) or _by_page_date(context, quantity, reading)
    rival = _best_rival(context, rivals, quantity)
    features = _features(context, compatible, rival, quantity)
    support, contradiction, terms = weigh(features)
    evidence = FigureEvidence(
        quantity,
        _match(compatible, reading) if compatible else derive(quantity, context, reading),
        _match(rival, reading) if rival else None,
        support,
        contradiction,
        terms,
        compatible is not None and directions_conflict(quantity, compatible.figure.quantity),
    )
    return evidence, features


Sorted = list[tuple[PageFigure, Agreement]]


def _sorted_out(quantity: Quantity, others: Sequence[Quantity], reading: PageReading) -> tuple[Sorted, Sorted]:
    """The page's figures that agree and those that are rivals; what another figure of the claim explains is neither."""
    agreeing: Sorted = []
    rivals: Sorted = []
    for figure in reading.figures:
        agreement = agree(quantity, figure.quantity, reading.dated)
        if agreement is None:
            continue
        if agreement.level is not MatchLevel.RIVAL:
            agreeing.append((figure, agreement))
        elif not _explained(figure, others, reading):
            rivals.append((figure, agreement))
    return agreeing, rivals


def _explained(figure: PageFigure, others: Sequence[Quantity], reading: PageReading) -> bool:
    for other in others:
        agreement = agree(other, figure.quantity, reading.dated)
        if agreement is not None and agreement.level is not MatchLevel.RIVAL:
            return True
    return False


def _candidates(context: Context, sorted_out: Sorted) -> list[Candidate]:
    by_figure = {id(figure): agreement for figure, agreement in sorted_out}
    ranked = context.ranked([figure for figure, _ in sorted_out], _CANDIDATES)
    candidates = []
    for figure in ranked:
        alignment = context.align(figure.token, figure.sentence)
        candidates.append(Candidate(figure, by_figure[id(figure)], alignment, alignment.score))
    return candidates


def _best(context: Context, agreeing: Sorted, quantity: Quantity) -> Candidate | None:
    candidates = [c for c in _candidates(context, agreeing) if not (c.figure.dateline and quantity.kind in _DATED)]
    return max(candidates, key=lambda c: c.score + _bonus(c.agreement.level), default=None)


def _bonus(level: MatchLevel) -> float:
    return _EXACT_BONUS if level is MatchLevel.EXACT else 0.0


def _best_rival(context: Context, rivals: Sorted, quantity: Quantity) -> Candidate | None:
    candidates = [
        Candidate(c.figure, c.agreement, c.alignment, c.score * plausible(quantity, c.figure.quantity))
        for c in _candidates(context, rivals)
        if not c.figure.dateline
    ]
    return max(candidates, key=lambda c: c.score, default=None)


def _by_page_date(context: Context, quantity: Quantity, reading: PageReading) -> Candidate | None:
    """The page's own year, where the claim's year is it and the best-aligned sentence names none."""
    year, month, _ = parts(quantity)
    if quantity.kind not in _DATED or year is None or month is not None or parts_of(reading.dated)[0] != year:
        return None
    sentence = context.best_sentence()
    if sentence is None or sentence in reading.sentences_with_year:
        return None
    span = reading.sentence_span(sentence)
    token = reading.token_at((span.start + span.end) // 2)
    alignment = context.align(token, sentence)
    pseudo = Quantity(
        reading.text[span.start : span.end], span.start, span.end, quantity.low, quantity.high, None, quantity.kind
    )
    words = f"The page names no year there; it is dated {reading.dated}."
    return Candidate(
        PageFigure(pseudo, token, sentence), Agreement(MatchLevel.PAGE_DATE, words), alignment, alignment.score
    )


def _features(context: Context, compatible: Candidate | None, rival: Candidate | None, quantity: Quantity) -> Features:
    best = context.best_sentence()
    score = compatible.score if compatible else 0.0
    against = rival.score if rival else 0.0
    return Features(
        has_compatible=compatible is not None,
        ratio=score / (score + against + 0.15),
        share=context.share,
        names_share=context.names_share,
        has_rival=rival is not None,
        numbers=compatible.alignment.numbers if compatible else 0.0,
        proximity=compatible.alignment.proximity if compatible else 0.0,
        rival_score=against,
        best_holds_rival=rival is not None and rival.figure.sentence == best,
        page_date=compatible is not None and compatible.agreement.level is MatchLevel.PAGE_DATE,
        year=quantity.kind in {QuantityKind.YEAR, QuantityKind.RANGE},
        rival_numbers=rival.alignment.numbers if rival else 0.0,
        plausibility=plausible(quantity, rival.figure.quantity) if rival else 0.0,
        rival_local=rival.alignment.local if rival else 0.0,
        same_unit=rival is not None and rival.figure.quantity.unit == quantity.unit,
        few_keys=context.count <= 4,  # noqa: PLR2004 - as fitted
    )


def _match(candidate: Candidate, reading: PageReading) -> Match:
    quantity = candidate.figure.quantity
    return Match(
        level=candidate.agreement.level,
        passage=reading.passage(quantity.start, quantity.end),
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        score=round(min(1.0, candidate.score / BEST_SCORE), 3),
        iso_date=quantity.iso_date,
        calculation=candidate.agreement.calculation,
    )
