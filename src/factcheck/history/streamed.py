"""A stored report read brief by brief, so that one of a thousand briefs needs no more memory than one of two."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError
from factcheck.history.keys import mark_brief
from factcheck.history.review_store import attach_to_brief, kept_reviews, reviews_summary
from factcheck.history.stored import stored_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    Json = dict[str, Any]

_OPENS, _CLOSES = b' "briefs": [\n', b" ]"
"""How `factcheck.report.write` lays a report out: one line for each value, briefs two blanks in."""
_BRIEF_CLOSES = (b"  }\n", b"  },\n")


def streamed_report(path: Path, start: int = 0) -> tuple[Json, Iterator[Json]]:
    """The report stored at `path`: all but its briefs, and its briefs one after another from number `start` on.

    A file that is laid out otherwise than factcheck does it is read whole.  Raises as `stored_report`; the iterator
    raises `ReportError` where the file is not what it was.
    """
    try:
        head = _head(path)
        if head is not None:
            return head, _briefs(path, start)
    except (OSError, ValueError, RecursionError):
        pass  # what is wrong with it is said where it is read whole
    data = stored_report(path)
    return {key: value for key, value in data.items() if key != "briefs"}, iter(data["briefs"][start:])


def with_reviews(head: Json, briefs: Iterable[Json], reviews_dir: Path | None, today: date) -> Iterator[Json]:
    """`briefs` with the reviews that are kept now; when the last was taken, `head` says what became of them."""
    kept = kept_reviews(reviews_dir)
    used: set[str] = set()
    names: set[str] = set()
    lapsed = 0
    for brief in briefs:
        mark_brief(brief)
        lapsed += attach_to_brief(brief, kept, today, used)
        names.add(brief["name"])
        yield brief
    head["reviews"] = reviews_summary(kept, used, lapsed, names)


def reviewed_report(path: Path, reviews_dir: Path | None, today: date) -> Json:
    """The report stored at `path` with the reviews that are kept now in the place of those that were."""
    data = stored_report(path)
    try:
        data["briefs"] = list(with_reviews(data, data["briefs"], reviews_dir, today))
    except (KeyError, TypeError, AttributeError) as error:
        raise ReportError(f"{path}: is no report of format 1; make a new one with factcheck run") from error
    return data


def _head(path: Path) -> Json | None:
    """Everything but the briefs; None where the file is laid out otherwise or is no report of format 1."""
    with path.open("rb") as file:
        before = []
        for line in file:
            if line == _OPENS:
                break
            before.append(line)
        else:
            return None
        for line in file:
            if line.startswith(_CLOSES) and line.rstrip() in {b" ]", b" ],"}:
                break
        else:
            return None
        head = json.loads(b"".join(chain(before, [b' "briefs": []', line[len(_CLOSES) :]], file)))
    if not isinstance(head, dict) or head.pop("briefs", None) != [] or head.get("format") != 1:
        return None
    return head


def _briefs(path: Path, start: int) -> Iterator[Json]:
    with path.open("rb") as file:
        for line in file:
            if line == _OPENS:
                break
        lines: list[bytes] = []
        for line in file:
            if line.rstrip() in {b" ]", b" ],"} and not lines:
                return
            lines.append(line)
            if line in _BRIEF_CLOSES:
                if start <= 0:
                    yield _brief(lines, path)
                start -= 1
                lines = []


def _brief(lines: list[bytes], path: Path) -> Json:
    try:
        brief = json.loads(b"".join(lines).rstrip().removesuffix(b","))
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{path}: is no report of format 1; make a new one with factcheck run") from error
    if not isinstance(brief, dict):
        raise ReportError(f"{path}: is no report of format 1; make a new one with factcheck run")
    return brief
