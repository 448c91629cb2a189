"""What is known before anything is fetched: the findings of a parsed brief, all of them unchecked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import (
    Audit,
    BriefFinding,
    CitationFinding,
    CitationStatus,
    ClaimFinding,
    FigureFinding,
    FootnoteKind,
    QuotationFinding,
    UncheckedReason,
    VerdictKind,
)
from factcheck.report.data import Json, report_data
from factcheck.report.words import said

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcheck.model import Apparatus, Brief, Citation, Claim

NOT_FETCHED_RULE = "not_fetched"
UNCITED_RULE = "uncited"


def parse_data(audit: Audit, tool_version: str) -> Json:
    """Format 1 of an audit in which nothing was fetched; make its briefs with `unchecked_finding`."""
    return report_data(audit, tool_version)


def unchecked_finding(brief: Brief, apparatus: Apparatus, claims: Sequence[Claim]) -> BriefFinding:
    """The findings of a brief of which only the text was read: every status and verdict is ``unchecked``."""
    truncated: set[str | None] = {note.label for note in apparatus.footnotes if note.kind is FootnoteKind.TRUNCATED}
    return BriefFinding(
        brief=brief,
        apparatus=apparatus,
        citations=tuple(_citation(citation, truncated) for citation in apparatus.citations),
        claims=tuple(_claim(claim) for claim in claims),
    )


def _citation(citation: Citation, truncated: Container[str | None]) -> CitationFinding:
    reason = UncheckedReason.NOT_FETCHED
    if citation.url is None:
        cut_off = citation.raw_url is not None or citation.footnote in truncated
        reason = UncheckedReason.TRUNCATED_URL if cut_off else UncheckedReason.NO_URL
    return CitationFinding(citation, CitationStatus.UNCHECKED, reason.value)


def _claim(claim: Claim) -> ClaimFinding:
    return ClaimFinding(
        claim,
        tuple(FigureFinding(cited, *_unchecked(claim, cited.footnotes)) for cited in claim.figures),
        tuple(QuotationFinding(cited, *_unchecked(claim, cited.footnotes)) for cited in claim.quotations),
    )


def _unchecked(claim: Claim, footnotes: Sequence[str]) -> tuple[VerdictKind, str, str, None, None, UncheckedReason]:
    if footnotes or claim.links:
        return _row(NOT_FETCHED_RULE, said("only_read"), UncheckedReason.NOT_FETCHED)
    return _row(UNCITED_RULE, said("goes_alone"), UncheckedReason.NO_URL)


def _row(
    rule: str, explanation: str, reason: UncheckedReason
) -> tuple[VerdictKind, str, str, None, None, UncheckedReason]:
    return VerdictKind.UNCHECKED, rule, explanation, None, None, reason
