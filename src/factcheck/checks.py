"""A claim checked against the text of one page: figures and quotations, each with its verdict and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.evidence import (
    claimed_designations,
    claimed_times,
    objection,
    objection_of_clause,
    objection_of_page,
    page_language,
    said_elsewhere,
    said_of_another,
    weigh_figures,
    weigh_quotations,
)
from factcheck.model import (
    CitedQuantity,
    CitedQuotation,
    Claim,
    ClaimCheck,
    FigureCheck,
    FigureEvidence,
    Match,
    MatchLevel,
    QuotationCheck,
    QuotationEvidence,
    VerdictKind,
)
from factcheck.pages import page_from_text
from factcheck.quantities import find_quantities
from factcheck.quotations import find_quotations
from factcheck.text import likely_language
from factcheck.verdicts import judge_figure, judge_quotation, roll_up_claim

if TYPE_CHECKING:
    from factcheck.model import Page


def check_claim(
    claim: str, page_text: str, claim_language: str | None = None, page_language: str | None = None
) -> ClaimCheck:
    """Check every figure and quotation of the sentence `claim` against a page's text.

    Times of day ("7 p.m.") and numbers in names ("Channel 5") are checked too, although they are no figures of a
    brief.  Languages are ISO 639-1 codes; guessed where not given.  Never raises on odd text: a claim without figures
    and quotations is `unchecked` with nothing in it.
    """
    language = claim_language or likely_language(claim)
    found = find_quantities(claim, language)
    others = (*claimed_times(claim, found), *claimed_designations(claim, language))
    quantities = sorted((*found, *others), key=lambda quantity: quantity.start)
    figures = tuple(CitedQuantity(quantity) for quantity in quantities)
    quotations = tuple(CitedQuotation(quotation) for quotation in find_quotations(claim))
    asked = Claim("claim", claim, 0, len(claim), 0, figures=figures, quotations=quotations, language=language)
    return check_against(asked, page_from_text(page_text, page_language))


def check_against(claim: Claim, page: Page, *, strict: bool = False, places: tuple[str, ...] = ()) -> ClaimCheck:
    """Check every figure and quotation of `claim` against `page`; `strict` trades answers for certainty.

    `places` are the labels of the pages that the note cites (``pp. 17-18``): of figures that fit about equally well,
    one that stands there is taken.
    """
    figures = tuple(_figure(claim, evidence, page, strict=strict) for evidence in weigh_figures(claim, page, places))
    quotations = tuple(_quotation(evidence) for evidence in weigh_quotations(claim, page))
    verdict = roll_up_claim([(f.verdict, f.reason) for f in figures], [(q.verdict, q.reason) for q in quotations])
    return ClaimCheck(verdict, figures, quotations)


def objection_to(evidence: FigureEvidence, claim: Claim, page: Page) -> str | None:
    """What the page does with the agreeing figure and the claim does not, in words; None where nothing."""
    if evidence.compatible is None:
        return None
    passage = evidence.compatible.passage
    against = objection(claim, evidence.quantity, passage, page_language(page))
    against = against or objection_of_page(claim, evidence.quantity, passage, page)
    against = against or objection_of_clause(claim, evidence.quantity, evidence.compatible, page)
    against = against or said_of_another(claim, evidence.quantity, evidence.compatible, page)
    return against or said_elsewhere(claim, evidence.quantity, evidence.compatible, page)


def _figure(claim: Claim, evidence: FigureEvidence, page: Page, *, strict: bool) -> FigureCheck:
    quantity = evidence.quantity
    judged = judge_figure(evidence, strict=strict)
    if judged.verdict is VerdictKind.SUPPORTED:  # nothing else can be objected to, and looking for it costs time
        judged = judge_figure(evidence, strict=strict, objection=objection_to(evidence, claim, page))
    return FigureCheck(
        text=claim.text[quantity.start : quantity.end],
        quantity=quantity,
        verdict=judged.verdict,
        rule=judged.rule,
        explanation=judged.explanation,
        evidence=_shown(evidence, judged.verdict),
        rival=evidence.rival if judged.verdict is not VerdictKind.NOT_FOUND else None,
        terms=evidence.terms,
        reason=judged.reason,
        support=evidence.support,
    )


def _shown(evidence: FigureEvidence, verdict: VerdictKind) -> Match | None:
    """The passage that the verdict rests on: the agreeing one, the contradicting one, or for want of either none."""
    if verdict is VerdictKind.MISMATCHED:
        return evidence.rival
    if verdict is VerdictKind.NOT_FOUND:
        return None
    return evidence.compatible or evidence.rival


def _quotation(evidence: QuotationEvidence) -> QuotationCheck:
    judged = judge_quotation(evidence)
    match = None
    if evidence.best is not None:
        match = Match(MatchLevel.EXACT, evidence.best, None, None, None, evidence.similarity)
    return QuotationCheck(
        text=evidence.quotation.text,
        quotation=evidence.quotation,
        verdict=judged.verdict,
        rule=judged.rule,
        explanation=judged.explanation,
        evidence=match,
        similarity=evidence.similarity,
        difference=evidence.difference,
        reason=judged.reason,
    )
