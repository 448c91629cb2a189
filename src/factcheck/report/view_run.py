"""What stands above the briefs, as records: the run, what changed since the last one, and the list of many briefs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.report.view import BriefView, PassageView, Tally, Totals


@dataclass(frozen=True, slots=True)
class TwiceView:
    """A fact stated twice and differently: both sentences, each with the link to where it is shown, if it is.

    The `place` of a sentence is its brief's path.
    """

    relation: str
    word: str
    explanation: str
    sides: tuple[tuple[PassageView, str | None], ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A source or finding that is not as it was; `href` leads to where it stands, where it still does."""

    change: str
    word: str
    text: str
    before: str | None
    after: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed since the audit before; `more` are not listed one by one."""

    since: str
    since_at: str
    counts: tuple[str, ...]
    items: tuple[ChangeView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ReviewsView:
    """What became of the reviews that are kept: in one line, those without a finding, those that cannot be read."""

    line: str
    unused: tuple[str, ...]
    malformed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """What every page says of the run that it is of."""

    title: str
    generated_at: str
    generated: str
    version: str
    commit: str | None
    age: str | None
    warnings: tuple[str, ...]
    problems: tuple[tuple[str, str], ...]
    totals: Totals
    twice: tuple[TwiceView, ...]
    agreeing: int
    legend: tuple[Tally, ...]
    changes: ChangesView | None
    reviews: ReviewsView | None
    save: str | None = None
    """Where a review is sent to be saved, where the page is served; else reviews are downloaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView(RunView):
    """A page of briefs with their evidence."""

    briefs: tuple[BriefView, ...]
    home: str | None = None
    """The list of all briefs, where this is the page of one of several."""

    @property
    def has_copies(self) -> bool:
        """Whether it leads to files that lie beside it."""
        return any(view.copies for brief in self.briefs for view in brief.citations)

    @property
    def several(self) -> bool:
        """Whether more than this one brief was audited."""
        return len(self.briefs) > 1 or self.home is not None


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A brief in the list of all: its page, its counts, what changed; `statuses` and `verdicts` are those it has."""

    anchor: str
    href: str
    title: str
    path: str
    language: str | None
    totals: Totals
    words: tuple[str, ...]
    changes: tuple[str, ...]
    statuses: str
    verdicts: str


@dataclass(frozen=True, slots=True)
class HostRow:
    """All citations of one host over all briefs; `briefs` are the numbers of those that cite it."""

    host: str
    citations: int
    counts: tuple[Tally, ...]
    briefs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(RunView):
    """The list of all briefs of a run."""

    rows: tuple[BriefRow, ...]
    hosts: tuple[HostRow, ...]
    more_hosts: int

    @property
    def home(self) -> None:
        """The list is the page that others lead back to."""
        return

    @property
    def several(self) -> bool:
        """Of one brief there is no list."""
        return True
