"""What one captured page says to all who cite it: read once, and every claim on it weighed.

Depends on nothing but its task and the archive's files, so that it may be done in another process.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.checks import check_against
from factcheck.errors import ArchiveError
from factcheck.evidence import reference_differs
from factcheck.model import Citation, Claim, Page, PageProblem, UncheckedReason
from factcheck.pages import missing_place, read_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.capture.payloads import Payloads
    from factcheck.model import BriefFinding, Capture, ClaimCheck, Reference

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim that rests on a page: its brief's place in the run, the citation's id, the pages that its note names."""

    index: int
    citation: str
    claim: Claim
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTask:
    """A capture to be read, the claims to be weighed against it, and the references to be compared with it.

    `wherever` as in `read_page`; `with_text` where the page's text is wanted back.
    """

    capture: Capture
    asked: tuple[Asked, ...]
    references: tuple[Reference, ...]
    strict: bool
    with_text: bool
    wherever: bool = False


@dataclass(frozen=True, slots=True)
class PageSaid:
    """What became of a task: `page` (of which the text only where wanted, and no positions), or what is in its way.

    `checks` and `differs` are in the order of the task's claims and references; `missing` is the place in the page that
    the link names and that is not there.
    """

    page: Page | None = None
    problem: PageProblem | None = None
    missing: str | None = None
    checks: tuple[ClaimCheck, ...] = ()
    differs: tuple[bool | None, ...] = ()


def asked_of(
    briefs: Sequence[BriefFinding], citing: Iterable[tuple[int, Citation]]
) -> tuple[tuple[Asked, ...], tuple[Reference, ...]]:
    """The claims that rest on these citations (with figures or quotations), and the citations' references."""
    cited = tuple(citing)
    asked = tuple(
        Asked(
            index,
            citation.id,
            found.claim,
            tuple(locator.label for locator in citation.locators if locator.kind in {"page", "pages"}),
        )
        for index, citation in cited
        for found in briefs[index].claims
        if _rests_on(found.claim, citation)
    )
    return asked, tuple(citation.reference for _, citation in cited)


def _rests_on(claim: Claim, citation: Citation) -> bool:
    cited = citation.footnote in claim.footnotes if citation.footnote is not None else citation.id in claim.links
    return cited and bool(claim.figures or claim.quotations)


def read_and_weigh(payloads: Payloads, task: PageTask) -> PageSaid:
    """Reads the page and weighs the claims.  Never raises: what goes wrong is the page's own problem, and named."""
    try:
        payload = payloads.read(task.capture)
    except ArchiveError as error:
        # One record that cannot be read back must not end the audit of all the others.
        return PageSaid(
            problem=_unread(UncheckedReason.NOT_FETCHED, "archive", f"its capture cannot be read ({error})")
        )
    try:
        return _read_and_weighed(task, payload)
    except Exception as error:  # noqa: BLE001 - see below
        # Whatever is in a page, the others are compared; this is a bug to be reported, not a fact about the page.
        _LOG.exception("reading %s failed", task.capture.final_url)
        return failed(type(error).__name__)


def failed(how: str) -> PageSaid:
    """What is said of a page over which the program failed."""
    return PageSaid(problem=_unread(UncheckedReason.NO_TEXT, "failed", f"The page could not be read ({how})."))


def _unread(reason: UncheckedReason, signal: str, detail: str) -> PageProblem:
    return PageProblem(dead=False, reason=reason, signal=signal, detail=detail)


def _read_and_weighed(task: PageTask, payload: bytes) -> PageSaid:
    page = read_page(task.capture, payload, wherever=task.wherever)
    if isinstance(page, PageProblem):
        return PageSaid(problem=page)
    return PageSaid(
        page=replace(page, text=page.text if task.with_text else "", positions=()),
        missing=missing_place(task.capture, payload, task.capture.requested_url),
        checks=tuple(check_against(a.claim, page, strict=task.strict, places=a.places) for a in task.asked),
        differs=tuple(reference_differs(reference, page) for reference in task.references),
    )
