"""The list of all briefs of a run, gathered while their pages are made one after another."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from factcheck.report.totals import counts_of, tallies, totals_from
from factcheck.report.view_memory import (
    change_counts,
    change_places,
    changed_items,
    changes_of,
    changes_view,
)
from factcheck.report.view_report import age_words, capture_ages, need, run_parts
from factcheck.report.view_run import BriefRow, HostRow, IndexView
from factcheck.report.view_twice import claim_places, stated_claims, twice_views
from factcheck.report.words import (
    STATUS_MEANINGS,
    STATUS_WORDS,
    count_words,
    said,
)

if TYPE_CHECKING:
    from factcheck.report.totals import BriefCounts
    from factcheck.report.view import BriefView, Totals
    from factcheck.report.view_twice import Places

    Json = dict[str, Any]

_MOST_HOSTS = 500
"""Hosts that the list names, the most cited first."""


class IndexBuilder:
    """Takes the briefs one by one, and keeps of each no more than the list says of it."""

    def __init__(self, head: Json) -> None:
        """`head` is format 1 without its briefs."""
        self._head = head
        self._rows: list[BriefRow] = []
        self._counts: list[BriefCounts] = []
        self._ages: list[int] = []
        self._hosts: dict[str, Counter[str]] = defaultdict(Counter)
        self._citing: dict[str, list[int]] = defaultdict(list)
        self._changed, self._stated = changed_items(head), stated_claims(head)
        self._changes: dict[tuple[str, str], str] = {}
        self._twice: Places = {}

    def add(self, brief: Json, view: BriefView, href: str) -> None:
        """Take in a brief with its view, whose page is at `href`."""
        number = len(self._rows) + 1
        self._counts.append(counts_of(brief))
        self._ages.extend(capture_ages(self._head, brief))
        for host in view.hosts:
            self._citing[host.host].append(number)
            self._hosts[host.host].update({tally.key: tally.count for tally in host.counts})
        self._changes |= change_places(brief, view, href, self._changed)
        self._twice |= claim_places(brief, f"{href}#{view.anchor}", self._stated)
        changes = changes_of(self._head.get("changes"), brief["path"])
        self._rows.append(
            BriefRow(
                anchor=f"b{number}",
                href=href,
                title=view.title,
                path=view.path,
                language=view.language,
                totals=view.totals,
                words=_words(view.totals),
                changes=() if changes is None else tuple(change_counts(changes)),
                statuses=" ".join(tally.key for tally in view.totals.statuses if tally.count),
                verdicts=" ".join(tally.key for tally in view.totals.verdicts if tally.count),
            )
        )

    def view(self) -> IndexView:
        """The list of what was taken in."""
        head = self._head
        hosts = sorted(self._hosts, key=lambda host: (-self._hosts[host].total(), host))
        return IndexView(
            **run_parts(head),
            title=count_words(len(self._rows), "brief"),
            age=age_words(self._ages),
            totals=totals_from(self._counts),
            rows=tuple(sorted(self._rows, key=lambda row: need(row.totals))),
            hosts=tuple(self._host(host) for host in hosts[:_MOST_HOSTS]),
            more_hosts=max(0, len(hosts) - _MOST_HOSTS),
            twice=tuple(twice_views(head, self._twice)),
            changes=changes_view(head, self._changes),
        )

    def _host(self, host: str) -> HostRow:
        counts = tallies(self._hosts[host], STATUS_WORDS, STATUS_MEANINGS)
        shown = tuple(tally for tally in counts if tally.count)
        return HostRow(host, self._hosts[host].total(), shown, tuple(self._citing[host]))


def _words(totals: Totals) -> tuple[str, ...]:
    words = [f"{tally.count:,} {tally.word}" for tally in totals.statuses if tally.count] or [said("no_sources")]
    uncited = totals.count("uncited")
    words += [said("without_source", findings=count_words(uncited, "finding"))] if uncited else []
    # A number stays with its word where a line ends.
    return tuple(word.replace(" ", "\u00a0", 1) for word in words)
