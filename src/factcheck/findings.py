"""Checks against single pages → findings of figures, quotations and citations over all the sources they rest on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.model import (
    Capture,
    CaptureFailure,
    Citation,
    CitationFinding,
    CitationStatus,
    CitedQuantity,
    CitedQuotation,
    FigureCheck,
    FigureFinding,
    QuotationCheck,
    QuotationFinding,
    UncheckedReason,
    VerdictKind,
)
from factcheck.records import record
from factcheck.verdicts import roll_up_citation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Check = FigureCheck | QuotationCheck


@record
class SourceState:
    """What could be had of one citation's page in this run.

    `dead` is the sentence that says why the page is gone; `unread` why it could not be compared, and in words.  Both
    are None where the page was read.  `watchable` is set for images, audio and video: alive, but without text.
    `differs` says whether the page is another work than the note names.
    """

    capture: Capture | None = None
    failure: CaptureFailure | None = None
    memento: Capture | None = None
    dead: str | None = None
    unread: tuple[UncheckedReason, str] | None = None
    watchable: bool = False
    title: str | None = None
    language: str | None = None
    published: str | None = None
    differs: bool | None = None
    warnings: tuple[str, ...] = ()


@record
class SourceCheck:
    """One figure or quotation against one source: the check, or None where the source was not read."""

    citation: Citation
    state: SourceState
    check: Check | None


_NOTHING = "The page is alive; the sentence has nothing that could be compared."
_ELSEWHERE = "The page is alive; another source of the sentence has its figures, and nothing is held against this one."
_UNCITED = "The sentence carries no source for it."
# The first of these that any source gives is the verdict over all of them: one source that has the figure is enough,
# and "not found" can be said only when every source was read.
_ORDER = (VerdictKind.SUPPORTED, VerdictKind.MISMATCHED, VerdictKind.UNCHECKED, VerdictKind.NOT_FOUND)


@record
class _Outcome:
    verdict: VerdictKind
    rule: str
    explanation: str
    citation: str | None
    check: Check | None
    reason: UncheckedReason | None


def figure_finding(
    cited: CitedQuantity, sources: Sequence[SourceCheck], missing: Collection[str] = ()
) -> FigureFinding:
    """The verdict on a figure over all its sources; uncited where there is none.

    `missing` are the labels of the brief's notes that only markers tell of.
    """
    out = _outcome(sources, cited.footnotes, missing)
    check = out.check if isinstance(out.check, FigureCheck) else None
    return FigureFinding(cited, out.verdict, out.rule, out.explanation, out.citation, check, out.reason)


def quotation_finding(
    cited: CitedQuotation, sources: Sequence[SourceCheck], missing: Collection[str] = ()
) -> QuotationFinding:
    """The verdict on a quotation over all its sources; uncited where there is none; `missing` as for a figure."""
    out = _outcome(sources, cited.footnotes, missing)
    check = out.check if isinstance(out.check, QuotationCheck) else None
    return QuotationFinding(cited, out.verdict, out.rule, out.explanation, out.citation, check, out.reason)


def _outcome(sources: Sequence[SourceCheck], labels: Sequence[str], missing: Collection[str]) -> _Outcome:
    if not sources:
        rule = "not_compared" if labels else "uncited"
        words = _no_source(labels, missing)
        return _Outcome(VerdictKind.UNCHECKED, rule, words, None, None, UncheckedReason.NO_URL)
    outcomes = [_outcome_of(source) for source in sources]
    return min(outcomes, key=lambda out: _ORDER.index(out.verdict))


def _no_source(labels: Sequence[str], missing: Collection[str]) -> str:
    """Why there is nothing to compare with: no marker, a marker whose note is missing, or a note that names nothing."""
    if not labels:
        return _UNCITED
    lost = [label for label in labels if label in missing]
    if not lost:
        return "Its footnote names no source that could be opened."
    many = len(lost) > 1
    words = f"It carries the marker{'s' if many else ''} {', '.join(lost)}, but the brief has no such note{'s' * many}"
    return words + ("." if len(lost) == len(labels) else "; its other footnotes name no source that could be opened.")


def _outcome_of(source: SourceCheck) -> _Outcome:
    check, state, name = source.check, source.state, source.citation.id
    if check is not None:
        words = _with_place(source, check)
        return _Outcome(check.verdict, check.rule, words, name, check, check.reason)
    if state.dead is not None:
        words = f"The source is gone: {state.dead}"
        return _Outcome(VerdictKind.UNCHECKED, "source_dead", words, name, None, UncheckedReason.NOT_FETCHED)
    reason, words = state.unread or (UncheckedReason.NOT_FETCHED, "nothing was compared.")
    return _Outcome(VerdictKind.UNCHECKED, "not_compared", f"Not checked: {words}", name, None, reason)


def _with_place(source: SourceCheck, check: Check) -> str:
    """The check's explanation, with the archived copy and a differing page number said."""
    from factcheck.evidence import names_place  # noqa: PLC0415 - so that `parse` loads nothing of the evidence

    words = check.explanation
    found = check.evidence.passage.locator if check.evidence else None
    wanted = [locator.label for locator in source.citation.locators if locator.kind in {"page", "pages"}]
    if found and wanted and check.verdict is VerdictKind.SUPPORTED and not any(names_place(w, found) for w in wanted):
        words += f" It stands on {found}, while the note cites {', '.join(wanted)}."
    if source.state.memento is not None:
        words += f" Compared with the archived copy of {source.state.memento.captured_at:%d %b %Y}."
    return words


def citation_finding(
    citation: Citation, state: SourceState, checks: Iterable[Check], *, checkable: bool = False
) -> CitationFinding:
    """The status of one citation, rolled up from what was compared with its page.

    `checkable` says that a figure or quotation rests on it, whether or not it was compared or counts here.
    """
    compared = list(checks)
    figures = [(c.verdict, c.reason) for c in compared if isinstance(c, FigureCheck)]
    quotations = [(c.verdict, c.reason) for c in compared if isinstance(c, QuotationCheck)]
    unread = state.unread[0] if state.unread else None
    if state.watchable and not checkable:
        unread = None
    # A page that bears out a figure or a quotation is the page that was meant, whatever it is called by now.
    differs = state.differs and not any(check.verdict is VerdictKind.SUPPORTED for check in compared)
    status = roll_up_citation(state.dead is not None, unread, figures, quotations)
    return CitationFinding(
        citation=citation,
        status=status,
        reason=_reason(status, state, compared, checkable=checkable)
        + (_other_work(citation, state) if differs else ""),
        capture=state.capture,
        failure=state.failure,
        memento=state.memento,
        page_title=state.title,
        page_language=state.language,
        page_published=state.published,
        reference_differs=differs,
        warnings=state.warnings,
    )


def _other_work(citation: Citation, state: SourceState) -> str:
    return f" The page is titled “{state.title}”, the note names “{citation.reference.title}”."


def _reason(status: CitationStatus, state: SourceState, compared: Sequence[Check], *, checkable: bool) -> str:
    match status:
        case CitationStatus.DEAD:
            return _dead_reason(state, compared)
        case CitationStatus.UNCHECKED if state.unread is not None:
            return f"{state.unread[0]}: {state.unread[1]}"
        case CitationStatus.UNCHECKED:
            return f"{UncheckedReason.UNDECIDED}: {_tally(compared)}"
        case CitationStatus.REACHABLE:
            return _tally(compared) if compared else _ELSEWHERE if checkable else _NOTHING
        case CitationStatus.VERIFIED | CitationStatus.MISMATCHED | CitationStatus.UNSUPPORTED:
            return _tally(compared)


def _dead_reason(state: SourceState, compared: Sequence[Check]) -> str:
    words = state.dead or ""
    if state.memento is None:
        return words
    when = f"{state.memento.captured_at:%d %b %Y}"
    return f"{words} In the archived copy of {when}: {_tally(compared) if compared else 'nothing to compare.'}"


_WORDS = {
    VerdictKind.SUPPORTED: "found",
    VerdictKind.MISMATCHED: "contradicted",
    VerdictKind.NOT_FOUND: "not found",
    VerdictKind.UNCHECKED: "to be checked by hand",
}


def _tally(compared: Sequence[Check]) -> str:
    """Say in words how the checks went: ``2 of 3 figures found, 1 contradicted; 1 of 1 quotation not found.``."""
    parts = []
    for kind, noun in ((FigureCheck, "figure"), (QuotationCheck, "quotation")):
        counts = Counter(check.verdict for check in compared if isinstance(check, kind))
        said = [(counts[verdict], word) for verdict, word in _WORDS.items() if counts[verdict]]
        if said:
            (first, word), *others = said
            total = counts.total()
            parts.append(f"{first} of {total} {noun}{'' if total == 1 else 's'} {word}")
            parts[-1] += "".join(f", {count} {other}" for count, other in others)
    return f"{'; '.join(parts)}." if parts else "Nothing was compared."
