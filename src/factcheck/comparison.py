"""Captures → pages → checks: one page is read at a time, and everything that cites it is compared with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factcheck.capture import find_mementos
from factcheck.checks import check_against
from factcheck.errors import ArchiveError
from factcheck.evidence import reference_differs
from factcheck.findings import Check, SourceCheck, SourceState, citation_finding, figure_finding, quotation_finding
from factcheck.intake import missing_notes, sources_of, unasked
from factcheck.model import (
    BriefFinding,
    Capture,
    CaptureFailure,
    Citation,
    Claim,
    ClaimCheck,
    ClaimFinding,
    Page,
    PageProblem,
    QuantityKind,
    Repair,
    UncheckedReason,
    VerdictKind,
)
from factcheck.pages import missing_place, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.capture import Archive
    from factcheck.config import Settings

_STOPPED = (UncheckedReason.NOT_FETCHED, "the run was stopped before it was compared.")
# What a machine without network sees of every host; other reasons (a refused address, offline) keep their own words.
_DATING = frozenset({QuantityKind.YEAR, QuantityKind.DATE})
_UNREACHED = frozenset({UncheckedReason.CONNECTION_ERROR, UncheckedReason.TIMEOUT})
_NO_NETWORK = (UncheckedReason.NOT_FETCHED, "no host could be reached from this machine.")


@dataclass(slots=True)
class Comparison:
    """What the pages of a run said: per citation its state, per claim and citation the check.

    Keys begin with the brief's place in the run.
    """

    states: dict[tuple[int, str], SourceState] = field(default_factory=dict)
    checks: dict[tuple[int, str, str], ClaimCheck] = field(default_factory=dict)
    chosen: dict[tuple[int, str], Citation] = field(default_factory=dict)
    interrupted: bool = False


def compare(
    briefs: Sequence[BriefFinding],
    results: Mapping[str, Capture | CaptureFailure],
    archive: Archive,
    settings: Settings,
    *,
    network_down: bool,
) -> Comparison:
    """Every captured page, read once and compared with every claim that cites it."""
    comparison = Comparison()
    by_url = _by_url(briefs, results, comparison)
    for citing in by_url.values():
        for index, citation in citing:
            comparison.states[index, citation.id] = SourceState(unread=_STOPPED)
    gone: dict[str, SourceState] = {}
    try:
        for url, citing in by_url.items():
            state, page = _read(results.get(url), archive, network_down=network_down)
            if state.dead is not None and state.capture is not None:
                state, page = _borne_out(state, archive, briefs, citing, strict=settings.strict)
            if state.dead is not None:
                gone[url] = state
            _compare_page(comparison, briefs, citing, state, page, strict=settings.strict)
        for url, state, page in _mementos(gone, by_url, archive, settings):
            _compare_page(comparison, briefs, by_url[url], state, page, strict=settings.strict)
    except KeyboardInterrupt:
        comparison.interrupted = True
    return comparison


def _compare_page(
    comparison: Comparison,
    briefs: Sequence[BriefFinding],
    citing: Sequence[tuple[int, Citation]],
    state: SourceState,
    page: Page | None,
    *,
    strict: bool,
) -> None:
    for index, citation in citing:
        if page is not None:
            _check(comparison, index, briefs[index], citation, page, strict=strict)
        differs = reference_differs(citation.reference, page) if page is not None else None
        comparison.states[index, citation.id] = replace(state, differs=differs)


def _by_url(
    briefs: Sequence[BriefFinding], results: Mapping[str, Capture | CaptureFailure], comparison: Comparison
) -> dict[str, list[tuple[int, Citation]]]:
    """Which citations use which address; where the printed one does not answer, the first alternative that does."""
    citing: defaultdict[str, list[tuple[int, Citation]]] = defaultdict(list)
    for index, finding in enumerate(briefs):
        for citation in finding.apparatus.citations:
            if citation.url is None:
                comparison.states[index, citation.id] = unasked(citation, finding.apparatus)
                continue
            chosen = _answering(citation, results)
            comparison.chosen[index, citation.id] = chosen
            citing[chosen.url or citation.url].append((index, chosen))
    return citing


def answers(result: Capture | CaptureFailure | None) -> bool:
    """Whether there is a page to read at all."""
    return isinstance(result, Capture) and result.http_status < 400


def _answering(citation: Citation, results: Mapping[str, Capture | CaptureFailure]) -> Citation:
    if answers(results.get(citation.url or "")):
        return citation
    other = next((url for url in citation.alternative_urls if answers(results.get(url))), None)
    if other is None:
        return citation
    repair = Repair("alternative_url", f"{citation.url} does not answer, this spelling does")
    return replace(citation, url=other, repairs=(*citation.repairs, repair))


def _read(
    result: Capture | CaptureFailure | None, archive: Archive, *, network_down: bool
) -> tuple[SourceState, Page | None]:
    if result is None:
        return SourceState(unread=(UncheckedReason.NOT_FETCHED, "it was not asked for.")), None
    if isinstance(result, CaptureFailure):
        if network_down and result.reason in _UNREACHED:
            return SourceState(failure=result, unread=_NO_NETWORK), None
        if result.dead:
            return SourceState(failure=result, dead=result.detail), None
        return SourceState(failure=result, unread=(result.reason, result.detail)), None
    return _read_capture(result, archive)


def _read_capture(capture: Capture, archive: Archive) -> tuple[SourceState, Page | None]:
    state = SourceState(capture=capture)
    try:
        payload = archive.read_payload(capture)
    except ArchiveError as error:
        # One record that cannot be read back must not end the audit of all the others.
        return replace(state, unread=(UncheckedReason.NOT_FETCHED, f"its capture cannot be read ({error})")), None
    page = read_page(capture, payload)
    if isinstance(page, Page):
        archive.keep_text(capture, page.text)
        if (place := missing_place(capture, payload, capture.requested_url)) is not None:
            state = replace(state, warnings=(f"The page has no place named “#{place}”, which the link points at.",))
        return _described(state, page), page
    return _unreadable(state, page), None


def _borne_out(
    state: SourceState,
    archive: Archive,
    briefs: Sequence[BriefFinding],
    citing: Sequence[tuple[int, Citation]],
    *,
    strict: bool,
) -> tuple[SourceState, Page | None]:
    """A home page, or one that many addresses share, is what was cited after all if it has what the claims say."""
    capture = state.capture
    page = None if capture is None else read_page(capture, archive.read_payload(capture), wherever=True)
    if not isinstance(page, Page):
        return state, None
    trial = Comparison()
    for index, citation in citing:
        _check(trial, index, briefs[index], citation, page, strict=strict)
    # A year alone stands in the foot of any page.
    told = any(
        any(f.verdict is VerdictKind.SUPPORTED and f.quantity.kind not in _DATING for f in check.figures)
        or any(q.verdict is VerdictKind.SUPPORTED for q in check.quotations)
        for check in trial.checks.values()
    )
    if capture is None or not told:
        return state, None
    archive.keep_text(capture, page.text)
    return _described(replace(state, dead=None), page), page


def _unreadable(state: SourceState, problem: PageProblem) -> SourceState:
    if problem.dead:
        return replace(state, dead=problem.detail)
    reason = problem.reason or UncheckedReason.NO_TEXT
    return replace(state, unread=(reason, problem.detail), watchable=problem.signal == "media")


def _mementos(
    gone: Mapping[str, SourceState],
    by_url: Mapping[str, Sequence[tuple[int, Citation]]],
    archive: Archive,
    settings: Settings,
) -> Iterator[tuple[str, SourceState, Page]]:
    """Of the pages that are gone, those that an archive still has, in the copy nearest to when they were read."""
    wanted = {url: _accessed(by_url[url]) for url in gone}
    found = find_mementos(wanted, settings, archive) if wanted else {}
    for url, memento in found.items():
        page = read_page(memento, archive.read_payload(memento))
        if isinstance(page, Page):
            archive.keep_text(memento, page.text)
            yield url, _described(replace(gone[url], memento=memento), page), page


def _accessed(citing: Sequence[tuple[int, Citation]]) -> datetime | None:
    """The earliest day on which one of the notes says that it read the page, in UTC."""
    days = (_whole_day(citation.reference.accessed) for _, citation in citing)
    return min((day for day in days if day is not None), default=None)


def _whole_day(date: str | None) -> datetime | None:
    try:
        return datetime.strptime(date or "", "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None  # only a month or a year is known, or the note names a day that the calendar lacks


def _described(state: SourceState, page: Page) -> SourceState:
    return replace(
        state,
        title=page.title,
        language=page.language,
        published=page.published,
        warnings=(*state.warnings, *page.warnings),
    )


def _check(
    comparison: Comparison, index: int, finding: BriefFinding, citation: Citation, page: Page, *, strict: bool
) -> None:
    for found in finding.claims:
        claim = found.claim
        cited = citation.footnote in claim.footnotes if citation.footnote is not None else citation.id in claim.links
        if cited and (claim.figures or claim.quotations):
            places = tuple(locator.label for locator in citation.locators if locator.kind in {"page", "pages"})
            comparison.checks[index, claim.id, citation.id] = check_against(claim, page, strict=strict, places=places)


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
