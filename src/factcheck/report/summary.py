"""The counts that stand first: by status, by verdict, by reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.model import CitationStatus, UncheckedReason, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def summary_of(briefs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The counts over `briefs` (format 1), every member of every set named even where it is 0.

    `uncited` counts the figures without a footnote or link; they are among the unchecked figures.
    """
    citations = [citation for brief in briefs for citation in brief["citations"]]
    claims = [claim for brief in briefs for claim in brief["claims"]]
    figures = [figure for claim in claims for figure in claim["figures"]]
    quotations = [quotation for claim in claims for quotation in claim["quotations"]]
    return {
        "briefs": len(briefs),
        "footnotes": sum(len(brief["footnotes"]) for brief in briefs),
        "citations": len(citations),
        "claims": len(claims),
        "citation_status": _counts((found["status"] for found in citations), CitationStatus),
        "figures": _counts((found["verdict"] for found in figures), VerdictKind),
        "quotations": _counts((found["verdict"] for found in quotations), VerdictKind),
        "uncited": sum(is_uncited(claim, figure) for claim in claims for figure in claim["figures"]),
        "unchecked_reasons": _reasons(citations),
    }


def is_uncited(claim: dict[str, Any], finding: dict[str, Any]) -> bool:
    """Whether a figure or quotation rests on no footnote and its sentence on no link."""
    return not finding["footnotes"] and not claim.get("links")


def unchecked_reason(citation: dict[str, Any]) -> str | None:
    """The closed word that the reason of an unchecked citation begins with; None for any other citation."""
    if citation["status"] != CitationStatus.UNCHECKED:
        return None
    word = str(citation["reason"] or "").split(":", 1)[0].split(" ", 1)[0]
    return word if word in set(UncheckedReason) else UncheckedReason.NOT_FETCHED.value


def _reasons(citations: Iterable[dict[str, Any]]) -> dict[str, int]:
    found = Counter(reason for citation in citations if (reason := unchecked_reason(citation)))
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _counts(values: Iterable[str], closed: type[CitationStatus | VerdictKind]) -> dict[str, int]:
    found = Counter(values)
    return {member.value: found[member.value] for member in closed}
