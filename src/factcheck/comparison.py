"""Captures → pages → checks: each page is read once, and everything that cites it is compared with it."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factcheck.capture import find_mementos
from factcheck.findings import SourceState
from factcheck.intake import unasked
from factcheck.model import (
    BriefFinding,
    Capture,
    CaptureFailure,
    Citation,
    ClaimCheck,
    QuantityKind,
    Repair,
    UncheckedReason,
    VerdictKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.capture import Archive
    from factcheck.config import Settings
    from factcheck.model import Page, PageProblem
    from factcheck.page_checks import PageSaid, PageTask
    from factcheck.reading_ahead import PageReader

_STOPPED = (UncheckedReason.NOT_FETCHED, "the run was stopped before it was compared.")
# What a machine without network sees of every host; other reasons (a refused address, offline) keep their own words.
_DATING = frozenset({QuantityKind.YEAR, QuantityKind.DATE})
_UNREACHED = frozenset({UncheckedReason.CONNECTION_ERROR, UncheckedReason.TIMEOUT})
_NO_NETWORK = (UncheckedReason.NOT_FETCHED, "no host could be reached from this machine.")


@dataclass(slots=True)
class Comparison:
    """What the pages of a run said: per citation its state, per claim and citation the check.

    Keys begin with the brief's place in the run.  `keep_text` is given each text that was judged.
    """

    states: dict[tuple[int, str], SourceState] = field(default_factory=dict)
    checks: dict[tuple[int, str, str], ClaimCheck] = field(default_factory=dict)
    chosen: dict[tuple[int, str], Citation] = field(default_factory=dict)
    interrupted: bool = False
    keep_text: Callable[[Capture, str], None] | None = None


def compare(
    briefs: Sequence[BriefFinding],
    results: Mapping[str, Capture | CaptureFailure],
    archive: Archive,
    settings: Settings,
    reader: PageReader,
    *,
    network_down: bool,
    keep_text: Callable[[Capture, str], None] | None = None,
) -> Comparison:
    """Every captured page, read once and compared with every claim that cites it."""
    comparison = Comparison(keep_text=keep_text)
    by_url = _by_url(briefs, results, comparison)
    for citing in by_url.values():
        for index, citation in citing:
            comparison.states[index, citation.id] = SourceState(unread=_STOPPED)
    gone: dict[str, SourceState] = {}
    try:
        for url, task, said in _asked(results, by_url, reader):
            if task is None or said is None:
                state = _unasked(results.get(url), network_down=network_down)
            else:
                state = _read(comparison, by_url[url], task, said, archive, reader)
            if state.dead is not None:
                gone[url] = state
            if task is None or state.dead is not None:
                for index, citation in by_url[url]:
                    comparison.states[index, citation.id] = state
        _compare_mementos(comparison, gone, by_url, archive, settings, reader)
    except KeyboardInterrupt:
        comparison.interrupted = True
    return comparison


def _asked(
    results: Mapping[str, Capture | CaptureFailure],
    by_url: Mapping[str, Sequence[tuple[int, Citation]]],
    reader: PageReader,
) -> Iterator[tuple[str, PageTask | None, PageSaid | None]]:
    """Each address with what was asked of its page and what that said; None and None where there is no capture."""
    tasks: deque[tuple[str, PageTask | None]] = deque()

    def made() -> Iterator[PageTask | None]:
        for url, citing in by_url.items():
            found = results.get(url)
            task = reader.task(found, citing) if isinstance(found, Capture) else None
            tasks.append((url, task))
            yield task

    for said in reader.in_order(made()):
        url, task = tasks.popleft()
        yield url, task, said


def _read(
    comparison: Comparison,
    citing: Sequence[tuple[int, Citation]],
    task: PageTask,
    said: PageSaid,
    archive: Archive,
    reader: PageReader,
) -> SourceState:
    """Puts down what a page said, and keeps its text; of one that is gone only the state is given."""
    state = _state(task.capture, said)
    if state.dead is not None and task.capture.stand_in is not None:
        task = reader.task(task.capture, citing, wherever=True)
        said = reader.now(task)
        state = _borne_out(state, said)
    if state.dead is None:
        _take(comparison, citing, state, task, said, archive)
    return state


def _take(
    comparison: Comparison,
    citing: Sequence[tuple[int, Citation]],
    state: SourceState,
    task: PageTask,
    said: PageSaid,
    archive: Archive,
) -> None:
    """Puts down what a page said to each of those who cite it."""
    if said.page is not None and task.with_text:
        archive.keep_text(task.capture, said.page.text)
        if comparison.keep_text is not None:
            comparison.keep_text(task.capture, said.page.text)
    for asked, check in zip(task.asked, said.checks, strict=said.page is not None):
        comparison.checks[asked.index, asked.claim.id, asked.citation] = check
    differs = said.differs or (None,) * len(citing)
    for (index, citation), differing in zip(citing, differs, strict=True):
        comparison.states[index, citation.id] = replace(state, differs=differing)


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


def cited_urls(briefs: Sequence[BriefFinding]) -> dict[str, list[tuple[int, Citation]]]:
    """Which citations use which address, as printed."""
    citing: defaultdict[str, list[tuple[int, Citation]]] = defaultdict(list)
    for index, finding in enumerate(briefs):
        for citation in finding.apparatus.citations:
            if citation.url is not None:
                citing[citation.url].append((index, citation))
    return dict(citing)


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


def _unasked(result: Capture | CaptureFailure | None, *, network_down: bool) -> SourceState:
    """What is to be said of an address that has no capture."""
    if not isinstance(result, CaptureFailure):
        return SourceState(unread=(UncheckedReason.NOT_FETCHED, "it was not asked for."))
    if network_down and result.reason in _UNREACHED:
        return SourceState(failure=result, unread=_NO_NETWORK)
    if result.dead:
        return SourceState(failure=result, dead=result.detail)
    return SourceState(failure=result, unread=(result.reason, result.detail))


def _state(capture: Capture, said: PageSaid) -> SourceState:
    state = SourceState(capture=capture)
    if said.problem is not None:
        return _unreadable(state, said.problem)
    if said.page is None:
        return state
    if said.missing is not None:
        warning = f"The page has no place named “#{said.missing}”, which the link points at."
        state = replace(state, warnings=(warning,))
    return _described(state, said.page)


def _borne_out(state: SourceState, said: PageSaid) -> SourceState:
    """A page that many addresses share is what was cited after all if it has what the claims say."""
    # A year alone stands in the foot of any page.
    told = any(
        any(f.verdict is VerdictKind.SUPPORTED and f.quantity.kind not in _DATING for f in check.figures)
        or any(q.verdict is VerdictKind.SUPPORTED for q in check.quotations)
        for check in said.checks
    )
    if state.dead is None or said.page is None or not told:
        return state
    # What made it look gone stays to be seen.
    return _described(replace(state, dead=None, warnings=(state.dead,)), said.page)


def _unreadable(state: SourceState, problem: PageProblem) -> SourceState:
    if problem.dead:
        return replace(state, dead=problem.detail)
    reason = problem.reason or UncheckedReason.NO_TEXT
    return replace(state, unread=(reason, problem.detail), watchable=problem.signal == "media")


def _compare_mementos(
    comparison: Comparison,
    gone: Mapping[str, SourceState],
    by_url: Mapping[str, Sequence[tuple[int, Citation]]],
    archive: Archive,
    settings: Settings,
    reader: PageReader,
) -> None:
    """Of the pages that are gone, those that an archive still has, in the copy nearest to when they were read."""
    wanted = {url: _accessed(by_url[url]) for url in gone}
    found = find_mementos(wanted, settings, archive) if wanted else {}
    for url, memento in found.items():
        task = reader.task(memento, by_url[url])
        said = reader.now(task)
        if said.page is not None:
            state = _described(replace(gone[url], memento=memento), said.page)
            _take(comparison, by_url[url], state, task, said, archive)


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
