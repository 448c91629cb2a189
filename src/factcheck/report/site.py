"""The pages of a report: one that is complete in itself, or of several briefs a list and a page for each."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from factcheck.history import name_of
from factcheck.report.html import index_page, view_page
from factcheck.report.view_index import IndexBuilder
from factcheck.report.view_memory import changes_of
from factcheck.report.view_report import report_view
from factcheck.report.view_twice import claim_places, stated_claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.view_run import ReportView

    Json = dict[str, Any]

INDEX = "report.html"
FOLDER = "briefs"
_LONGEST_NAME = 60
_DIGITS = 10


def pages(head: Json, briefs: Iterable[Json], save: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Each page of a report with its place in the run's folder; ``report.html``, the last, leads to all others.

    `head` is format 1 without its briefs; of `briefs` no more than two are held at a time, so that a thousand need no
    more memory than one.  What `head` says of reviews may be filled in until the last brief was taken.  `save` is
    where a page sends a review, where it is served.
    """
    remaining = iter(briefs)
    first = list(islice(remaining, 2))
    if len(first) < 2:
        yield INDEX, single_page(head, first, save)
        return
    index = IndexBuilder(head)
    for href, view in _listed(index, head, _in_turn(first, remaining)):
        yield href, _encoded(view_page(replace(view, save=save)))
    yield INDEX, _encoded(index_page(index.view()))


def single_page(head: Json, briefs: Iterable[Json], save: str | None = None) -> bytes:
    """The page that is complete in itself, of one brief or none."""
    return _encoded(view_page(replace(report_view({**head, "briefs": list(briefs)}), save=save)))


def list_page(head: Json, briefs: Iterable[Json]) -> bytes:
    """The list of several briefs alone; their own pages are not made."""
    index = IndexBuilder(head)
    for _ in _listed(index, head, briefs):
        pass
    return _encoded(index_page(index.view()))


def _listed(index: IndexBuilder, head: Json, briefs: Iterable[Json]) -> Iterator[tuple[str, ReportView]]:
    """The place and view of each brief's page, with which `index` was told of it."""
    taken: set[str] = set()
    for brief in briefs:
        href = f"{FOLDER}/{page_name(name_of(brief), taken)}"
        view = brief_page_view(head, brief)
        index.add(brief, view.briefs[0], href)
        yield href, view


def _in_turn(first: list[Json], remaining: Iterator[Json]) -> Iterator[Json]:
    """The `first` and then the `remaining`, none held longer than it is wanted."""
    while first:
        yield first.pop(0)
    yield from remaining


def brief_page_view(head: Json, brief: Json) -> ReportView:
    """The view of the page of one of several briefs."""
    return report_view(_of_one(head, brief), claim_places(brief, "#b1", stated_claims(head)), f"../{INDEX}")


def page_name(name: str, taken: set[str]) -> str:
    """The file name of the page of the brief called `name`: the same in every run, safe everywhere, not yet `taken`.

    The digest tells two briefs of one name apart, and keeps names that mean something to a system (``con``) harmless.
    """
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", PurePath(name).stem).strip("-")[:_LONGEST_NAME] or "brief"
    digest = sha256(name.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    numbers = chain([""], (f"-{number}" for number in range(2, len(taken) + 3)))
    free = next(file for number in numbers if (file := f"{stem}-{digest}{number}.html") not in taken)
    taken.add(free)
    return free


def _of_one(head: Json, brief: Json) -> Json:
    """Format 1 of one brief: of what changed and what is stated twice, its own part."""
    path = brief["path"]
    pairs = [pair for pair in head.get("consistency", ()) if path in {pair["left"]["brief"], pair["right"]["brief"]}]
    own = {"briefs": [brief], "problems": [], "consistency": pairs, "reviews": None}
    return {**head, **own, "changes": changes_of(head.get("changes"), path)}


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
