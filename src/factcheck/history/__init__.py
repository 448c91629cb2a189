"""What stays from one audit to the next: the stored reports, what changed since, and what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.history.changes import changes_since
from factcheck.history.keys import brief_name, mark_findings, name_of
from factcheck.history.review_store import apply_reviews, attach_reviews, kept_reviews, reviews_now, save_review
from factcheck.history.reviews import MalformedReviewError, review_of
from factcheck.history.stored import last_report, previous_report, replace_file, report_at, stored_report
from factcheck.history.streamed import reviewed_report, streamed_report, with_reviews

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "MalformedReviewError",
    "apply_reviews",
    "brief_name",
    "kept_reviews",
    "last_report",
    "mark_findings",
    "name_of",
    "remember",
    "replace_file",
    "report_at",
    "review_of",
    "reviewed_report",
    "reviews_now",
    "save_review",
    "stored_report",
    "streamed_report",
    "with_reviews",
]


def remember(data: dict[str, Any], reports_dir: Path, reviews_dir: Path | None) -> None:
    """Add to format-1 `data` what is known from before.

    These are ``changes`` and ``reviews``; of each figure and quotation ``key``, ``evidence_digest`` and ``review``.
    """
    mark_findings(data)
    attach_reviews(data, kept_reviews(reviews_dir))
    try:
        data["changes"] = changes_since(previous_report(data, reports_dir), data)
    except (KeyError, TypeError, AttributeError):
        # What lies there as a report was written by nobody knows what: nothing can be said of it.
        data["changes"] = None
