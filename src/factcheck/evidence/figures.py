"""The figures of a claim weighed against one page: the best agreeing figure against the best rival."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.evidence.agreement import agree, plausible
from factcheck.evidence.alignment import BEST_SCORE, Alignment, Context
from factcheck.evidence.clock import as_time, compare_times
from factcheck.evidence.columns import of_the_named_column, of_the_year
from factcheck.evidence.dates import names_a_thing, parts, parts_of, tells_of_another_time
from factcheck.evidence.derivation import derive
from factcheck.evidence.designations import is_designation, named_on_page
from factcheck.evidence.direction import directions_conflict
from factcheck.evidence.headed_years import with_headed_year
from factcheck.evidence.passages import Asked, ask
from factcheck.evidence.reading import PageFigure, PageReading, read_page
from factcheck.evidence.records import Agreement
from factcheck.evidence.rows import eligible_figures, in_place
from factcheck.evidence.search import likely_rivals
from factcheck.evidence.weights import Features, weigh
from factcheck.model import FigureEvidence, Match, MatchLevel, Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Page

_CANDIDATES = 12
_EXPLAINING = frozenset({MatchLevel.EXACT, MatchLevel.ROUNDED, MatchLevel.UNIT_MISSING, MatchLevel.PAGE_DATE})
# A figure that agrees only so, and is another figure of the claim exactly, is that one: "10-21 % on heating and 15 % on
# cooling" is not borne out by the 15 %.
_LOOSE = frozenset({MatchLevel.IN_RANGE, MatchLevel.HEDGED})
_LEAST_SCORE = 0.15  # below it a figure stands on the page, but not in a passage about anything in the claim
_EXACT_BONUS = 0.05
_CITED_BONUS = 0.15
_INFERRED = 0.8
_BARE, _THIN = 1.3, 3.0  # the weight of one name; of two names and a common word
_DATED = frozenset({QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.RANGE})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the page that agrees with the claim's or is its rival, with how its passage aligns.

    `cited` says that it stands where the note says.
    """

    figure: PageFigure
    agreement: Agreement
    alignment: Alignment
    score: float
    cited: bool = False


def weigh_figures(claim: Claim, page: Page, places: tuple[str, ...] = ()) -> tuple[FigureEvidence, ...]:
    """What `page` has on each figure of `claim`, in the claim's order; `places` are the labels of its pages cited."""
    return with_headed_year([evidence for evidence, _ in weigh_in_full(claim, page, places)], read_page(page))


def weigh_in_full(claim: Claim, page: Page, places: tuple[str, ...] = ()) -> list[tuple[FigureEvidence, Features]]:
    """As `weigh_figures`, with what was weighed; for fitting the weights."""
    asked = replace(ask(claim, read_page(page)), places=places)
    return [_weigh_with_before(asked, cited.quantity) for cited in claim.figures]


def _weigh_with_before(asked: Asked, quantity: Quantity) -> tuple[FigureEvidence, Features]:
    """With the sentence before, where the claim says little itself.

    "It fell to 5 %" needs it.  Of a claim that says somewhat more, it can only make sure of the figure of the page that
    the claim's own words point at: it never finds one, nor contradicts one.
    """
    alone = _weigh(asked, quantity, asked.context(quantity))
    own = asked.own_weight(quantity)
    if asked.claim.context is None or own >= _THIN:
        return alone
    bare = own < _BARE
    helped = _weigh(asked, quantity, asked.context(quantity, before=1.0 if bare else 0.5))
    pointed, found = alone[0].compatible, helped[0].compatible
    same = pointed is not None and found is not None and found.passage.start == pointed.passage.start
    return helped if bare or (same and helped[0].support > alone[0].support) else alone


def _weigh(asked: Asked, quantity: Quantity, context: Context) -> tuple[FigureEvidence, Features]:
    reading = asked.reading
    others = [c.quantity for c in asked.claim.figures if c.quantity is not quantity]
    agreeing, rivals = _compared(asked, quantity, others, context)
    agreeing, rivals = of_the_named_column(context, agreeing, rivals)
    agreeing, rivals = of_the_year(quantity, asked.claim, agreeing, rivals, reading)
    labelled = eligible_figures(asked.claim.text, quantity, reading)
    agreeing = [(figure, agreement) for figure, agreement in agreeing if in_place(figure, context, labelled)]
    written = _best(context, agreeing, quantity)
    inferred = _by_page_date(context, quantity, others, reading)
    compatible = max((c for c in (written, inferred) if c), key=_worth, default=None)
    against = (_best_rival(context, rivals, quantity), _page_date_rival(context, quantity, others, reading))
    rival = max((c for c in against if c), key=lambda c: c.score, default=None)
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


def _compared(asked: Asked, quantity: Quantity, others: Sequence[Quantity], context: Context) -> tuple[Sorted, Sorted]:
    """The page's figures that agree with the claim's and those that are rivals; times and names among their own."""
    if is_designation(quantity):
        same, others_of_name = named_on_page(quantity, asked.language, context)
        return _placed(same, MatchLevel.EXACT, asked.reading), _placed(others_of_name, MatchLevel.RIVAL, asked.reading)
    time = as_time(asked.claim.text, quantity)
    return _sorted_out(quantity, others, context) if time is None else _sorted_times(time, asked.reading)


def _placed(named: Sequence[tuple[Quantity, int]], level: MatchLevel, reading: PageReading) -> Sorted:
    return [(PageFigure(q, token, reading.sentence_at(q.start)), Agreement(level)) for q, token in named]


def _sorted_out(quantity: Quantity, others: Sequence[Quantity], context: Context) -> tuple[Sorted, Sorted]:
    """The page's figures that agree, and the rivals that may be the best; what another figure explains is neither."""
    reading = context.reading

    def explained(figure: PageFigure) -> bool:
        return _explained(figure, others, reading)

    found = reading.agreeing(quantity, reading.dated_for(quantity))
    agreeing = [(f, a) for f, a in found if a.level not in _LOOSE or not explained(f)]
    return agreeing, likely_rivals(quantity, context, _CANDIDATES, _LEAST_SCORE, explained)


def _sorted_times(time: Quantity, reading: PageReading) -> tuple[Sorted, Sorted]:
    compared = [(figure, compare_times(time, figure.quantity)) for figure in reading.times]
    agreeing = [(f, a) for f, a in compared if a is not None and a.level is not MatchLevel.RIVAL]
    return agreeing, [(f, a) for f, a in compared if a is not None and a.level is MatchLevel.RIVAL]


def _explained(figure: PageFigure, others: Sequence[Quantity], reading: PageReading) -> bool:
    for other in others:
        agreement = reading.agreement(other, figure)
        if agreement is not None and agreement.level in _EXPLAINING:
            return True
    return False


def _candidates(context: Context, sorted_out: Sorted) -> list[Candidate]:
    by_figure = {id(figure): agreement for figure, agreement in sorted_out}
    ranked = context.ranked([figure for figure, _ in sorted_out], _CANDIDATES)
    candidates = []
    for figure in ranked:
        alignment = context.align(figure.token, figure.sentence)
        cited = context.is_cited(figure)
        candidates.append(Candidate(figure, by_figure[id(figure)], alignment, alignment.score, cited))
    return candidates


def _best(context: Context, agreeing: Sorted, quantity: Quantity) -> Candidate | None:
    candidates = [c for c in _candidates(context, agreeing) if not (c.figure.dateline and quantity.kind in _DATED)]
    best = max(candidates, key=_worth, default=None)
    return best if best is not None and best.score >= _LEAST_SCORE else None


def _worth(candidate: Candidate) -> float:
    """The score, a little more for what is written exactly or where the note says, less for what is only inferred.

    It only chooses between figures; what is weighed is the score.
    """
    if candidate.agreement.level is MatchLevel.PAGE_DATE:
        return candidate.score * _INFERRED
    exact = _EXACT_BONUS if candidate.agreement.level is MatchLevel.EXACT else 0.0
    return candidate.score + exact + (_CITED_BONUS if candidate.cited else 0.0)


def _best_rival(context: Context, rivals: Sorted, quantity: Quantity) -> Candidate | None:
    candidates = [
        Candidate(c.figure, c.agreement, c.alignment, c.score * plausible(quantity, c.figure.quantity))
        for c in _candidates(context, rivals)
        if not c.figure.dateline
    ]
    best = max(candidates, key=lambda c: c.score, default=None)
    return best if best is not None and best.score >= _LEAST_SCORE else None


def _by_page_date(
    context: Context, quantity: Quantity, others: Sequence[Quantity], reading: PageReading
) -> Candidate | None:
    """The page's own date, where it is the claim's and the best-aligned sentence names none that speaks against."""
    if quantity.kind not in _DATED:
        return None
    # a page changed since is dated twice; of a mere year that would prove too little
    dates = reading.page_dates if parts(quantity)[1] is not None else reading.page_dates[:1]
    dated = next((date for date in dates if _is_dated(quantity, date)), None)
    return _undated_sentence(context, quantity, others, dated, MatchLevel.PAGE_DATE) if dated is not None else None


def _page_date_rival(
    context: Context, quantity: Quantity, others: Sequence[Quantity], reading: PageReading
) -> Candidate | None:
    """The page's own date, where it is another day of the claim's month and the best-aligned sentence names no date."""
    asked = parts(quantity)
    if quantity.kind is not QuantityKind.DATE or asked[2] is None:
        return None
    near = [date for date in reading.page_dates if parts_of(date)[:2] == asked[:2] and parts_of(date)[2] is not None]
    if not near or any(parts_of(date)[2] == asked[2] for date in near):
        return None
    return _undated_sentence(context, quantity, others, near[0], MatchLevel.RIVAL)


def _undated_sentence(
    context: Context, quantity: Quantity, others: Sequence[Quantity], dated: str | None, level: MatchLevel
) -> Candidate | None:
    """The best-aligned sentence as a candidate for the page's date `dated`, unless it has a date of its own."""
    reading = context.reading
    sentence = context.best_sentence()
    if sentence is None or _names_other_date(sentence, quantity, others, reading, dated):
        return None
    span = reading.sentences[sentence]
    if tells_of_another_time(reading.text[span.start : span.end], quantity):
        return None
    token = reading.token_at((span.start + span.end) // 2)
    alignment = context.align(token, sentence)
    shown = Quantity(
        reading.text[span.start : span.end],
        span.start,
        span.end,
        None,
        None,
        None,
        quantity.kind,
        iso_date=dated,
    )
    words = f"The page gives no such date there; it is itself dated {dated}."
    score = alignment.score if level is MatchLevel.PAGE_DATE else alignment.score * _INFERRED
    return Candidate(PageFigure(shown, token, sentence), Agreement(level, words), alignment, score)


def _is_dated(quantity: Quantity, dated: str | None) -> bool:
    """Whether every part that the claim's date has is the page's."""
    pairs = list(zip(parts(quantity), parts_of(dated), strict=True))
    return pairs[0][0] is not None and all(asked is None or asked == given for asked, given in pairs)


def _names_other_date(
    sentence: int, quantity: Quantity, others: Sequence[Quantity], reading: PageReading, dated: str | None
) -> bool:
    """Whether `sentence` has a date of its own: any with a year for a claimed year, any that differs for a date.

    What another date of the claim explains does not count, nor for a day a year that names a thing.
    """
    return any(
        agreement is None or agreement.level is MatchLevel.RIVAL or quantity.kind is QuantityKind.YEAR
        for agreement in (
            agree(quantity, figure.quantity, dated)
            for figure in reading.figures_in(sentence)
            if figure.quantity.kind in _DATED
            and _speaks(quantity, figure.quantity)
            and not _explained(figure, others, reading)
            and not (parts(quantity)[2] is not None and names_a_thing(figure.quantity, reading.text))
        )
    )


def _speaks(claimed: Quantity, found: Quantity) -> bool:
    """Whether the two dates write a part in common."""
    return any(c is not None and f is not None for c, f in zip(parts(claimed), parts(found), strict=True))


def _features(context: Context, compatible: Candidate | None, rival: Candidate | None, quantity: Quantity) -> Features:
    best = context.best_sentence()
    top = context.coverage[best] / context.total if best is not None else 0.0
    score = compatible.score if compatible else 0.0
    against = rival.score if rival else 0.0
    return Features(
        has_compatible=compatible is not None,
        ratio=score / (score + against + 0.15),
        share=context.share,
        has_rival=rival is not None,
        rival_score=against,
        best_holds_rival=_only_rival(best, compatible, rival),
        peak=compatible.alignment.coverage / top if compatible and top else 0.0,
        rival_numbers=rival.alignment.numbers if rival else 0.0,
        plausibility=plausible(quantity, rival.figure.quantity) if rival else 0.0,
        year=quantity.kind in {QuantityKind.YEAR, QuantityKind.RANGE},
    )


def _only_rival(best: int | None, compatible: Candidate | None, rival: Candidate | None) -> bool:
    """Whether the sentence `best` has the rival, and not the agreeing figure: "31 tonnes, after 30 the year before"."""
    beside = compatible is not None and compatible.figure.sentence == best
    return rival is not None and rival.figure.sentence == best and not beside


def _with_year(iso_date: str | None, dated: str | None) -> str | None:
    """A date without a year given the page's."""
    if iso_date is None or dated is None or not iso_date.startswith("--"):
        return iso_date
    return f"{dated[:4]}-{iso_date[2:]}"


def _match(candidate: Candidate, reading: PageReading) -> Match:
    quantity = candidate.figure.quantity
    return Match(
        level=candidate.agreement.level,
        passage=reading.passage(quantity.start, quantity.end),
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        score=round(min(1.0, candidate.score / BEST_SCORE), 3),
        iso_date=_with_year(quantity.iso_date, reading.dated) if candidate.agreement.calculation else quantity.iso_date,
        calculation=candidate.agreement.calculation,
    )
