"""The verdict on one quotation against one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import UncheckedReason
from factcheck.verdicts.rules import verdict

if TYPE_CHECKING:
    from factcheck.model import QuotationEvidence, Verdict

_SAME = 0.8  # of its words, for a quotation to be the page's at all
_CLOSE = 0.6  # of its words, for it to be worth a look


def judge_quotation(evidence: QuotationEvidence) -> Verdict:
    """The verdict on one quotation against one page."""
    if evidence.exact:
        return _quoted(evidence)
    if evidence.translated:
        words = "The page is in another language, so the quotation must be a translation."
        return verdict("translated", words, UncheckedReason.TRANSLATED)
    if evidence.similarity >= _SAME and evidence.altered:
        return verdict("quoted_otherwise", f"The page says it in other words: {evidence.difference}.")
    if evidence.similarity >= _CLOSE:
        return verdict("nearly_quoted", f"The page has something close to it: {evidence.difference}.")
    return verdict("quotation_not_found", "The page does not have these words.")


def _quoted(evidence: QuotationEvidence) -> Verdict:
    if evidence.objection is not None:
        words = f"The page has the quotation word for word, but {evidence.objection}. Check by hand."
        return verdict("quoted_of_another", words)
    if evidence.gaps:
        return verdict("with_gaps", "The page has all the words quoted, in order, with something left out.")
    return verdict("exact_after_normalising", "The page has the quotation word for word.")
