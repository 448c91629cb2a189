"""Checks → findings: the verdicts of all the sources of a brief rolled up, claim by claim and citation by citation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.findings import Check, SourceCheck, citation_finding, figure_finding, quotation_finding
from factcheck.intake import missing_notes, sources_of
from factcheck.model import BriefFinding, Citation, Claim, ClaimFinding, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.comparison import Comparison


def concluded(index: int, finding: BriefFinding, comparison: Comparison) -> BriefFinding:
    """The brief's findings, with the verdicts of all its sources rolled up."""
    citations = [comparison.chosen.get((index, c.id), c) for c in finding.apparatus.citations]
    missing = missing_notes(finding.apparatus)
    claims = tuple(_claim_finding(index, found.claim, citations, missing, comparison) for found in finding.claims)
    compared: defaultdict[str, list[Check]] = defaultdict(list)
    for found in claims:
        for name, check in _counting(index, found, citations, comparison):
            compared[name].append(check)
    resting = _rested_on(claims, citations)
    return replace(
        finding,
        citations=tuple(
            citation_finding(c, comparison.states[index, c.id], compared[c.id], checkable=c.id in resting)
            for c in citations
        ),
        claims=claims,
    )


def _rested_on(claims: Sequence[ClaimFinding], citations: Sequence[Citation]) -> set[str]:
    """The citations that a figure or a quotation rests on."""
    return {
        citation.id
        for claim in (found.claim for found in claims)
        for labels in (*(f.footnotes for f in claim.figures), *(q.footnotes for q in claim.quotations))
        for citation in sources_of(claim, labels, citations)
    }


def _claim_finding(
    index: int, claim: Claim, citations: Sequence[Citation], missing: frozenset[str], comparison: Comparison
) -> ClaimFinding:
    return ClaimFinding(
        claim,
        tuple(
            figure_finding(
                cited, _sources(index, claim, cited.footnotes, "figures", place, citations, comparison), missing
            )
            for place, cited in enumerate(claim.figures)
        ),
        tuple(
            quotation_finding(
                cited, _sources(index, claim, cited.footnotes, "quotations", place, citations, comparison), missing
            )
            for place, cited in enumerate(claim.quotations)
        ),
    )


def _sources(
    index: int,
    claim: Claim,
    labels: Sequence[str],
    kind: str,
    place: int,
    citations: Sequence[Citation],
    comparison: Comparison,
) -> list[SourceCheck]:
    """Each source of one figure or quotation, with the check of it against that source's page."""
    found = []
    for citation in sources_of(claim, labels, citations):
        whole = comparison.checks.get((index, claim.id, citation.id))
        check: Check | None = None
        if whole is not None:
            check = whole.figures[place] if kind == "figures" else whole.quotations[place]
        found.append(SourceCheck(citation, comparison.states[index, citation.id], check))
    return found


def _counting(
    index: int, found: ClaimFinding, citations: Sequence[Citation], comparison: Comparison
) -> Iterator[tuple[str, Check]]:
    """The checks that count for each citation's status.

    Of a figure that one source of its sentence supports, nothing is held against the others.
    """
    rows = [
        *((cited.footnotes, "figures", place) for place, cited in enumerate(found.claim.figures)),
        *((cited.footnotes, "quotations", place) for place, cited in enumerate(found.claim.quotations)),
    ]
    for labels, kind, place in rows:
        sources = _sources(index, found.claim, labels, kind, place, citations, comparison)
        checks = [(source.citation.id, source.check) for source in sources if source.check is not None]
        settled = any(check.verdict is VerdictKind.SUPPORTED for _, check in checks)
        for name, check in checks:
            if not settled or check.verdict is VerdictKind.SUPPORTED:
                yield name, check
