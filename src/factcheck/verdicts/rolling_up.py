"""Verdicts on parts → the verdict on a claim, and a citation's status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import CitationStatus, UncheckedReason, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable

Judged = tuple[VerdictKind, UncheckedReason | None]
"""A verdict with the reason of an unchecked one."""

_WORST_FIRST = (VerdictKind.MISMATCHED, VerdictKind.NOT_FOUND, VerdictKind.UNCHECKED, VerdictKind.SUPPORTED)


def roll_up_claim(figures: Iterable[Judged], quotations: Iterable[Judged]) -> VerdictKind:
    """The verdict on a whole claim against one page: the worst of its parts; unchecked where it has none.

    A translated quotation counts only where there is nothing else.
    """
    parts = [verdict for verdict, reason in (*figures, *quotations) if reason is not UncheckedReason.TRANSLATED]
    return min(parts, key=_WORST_FIRST.index, default=VerdictKind.UNCHECKED)


def roll_up_citation(
    dead: bool, unreadable: UncheckedReason | None, figures: Iterable[Judged], quotations: Iterable[Judged]
) -> CitationStatus:
    """A citation's status (report format 1), the first that holds; translated quotations count neither way."""
    parts = [verdict for verdict, reason in (*figures, *quotations) if reason is not UncheckedReason.TRANSLATED]
    if dead:
        return CitationStatus.DEAD
    if VerdictKind.MISMATCHED in parts:
        return CitationStatus.MISMATCHED
    if VerdictKind.NOT_FOUND in parts:
        return CitationStatus.UNSUPPORTED
    if unreadable is not None or VerdictKind.UNCHECKED in parts:
        return CitationStatus.UNCHECKED
    return CitationStatus.VERIFIED if VerdictKind.SUPPORTED in parts else CitationStatus.REACHABLE
