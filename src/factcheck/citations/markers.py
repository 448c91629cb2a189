"""Which note each printed marker points to, decided for the whole document at once.

The labels of notes ascend through a document and each marker normally stands once, so of all candidates the ascending
sequence with the greatest plausibility is taken (weighted longest increasing subsequence, in n log n).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.citations.candidates import STRONG, Candidate, candidates_in
from factcheck.model import Marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Brief

_LEAST = 0.4  # below, a candidate is not taken even where it fits
_MISSING_WEIGHT = 0.35  # of a candidate whose note does not exist, against one whose note does
_NEXT = 1.5  # the plausibility from which a marker is believed that counts on from a note, its own being lost
_BEYOND = 20  # so many notes may be lost after the last one that is left


def find_markers(brief: Brief) -> tuple[Marker, ...]:
    """All markers in reading order: those the format marks, and of labels it does not mark, those printed as digits."""
    marked = {marker.label for marker in brief.markers}
    unmarked = [note.label for note in brief.notes if note.label not in marked]
    if not unmarked or (marked and len(marked) * 2 >= len(brief.notes)):
        return tuple(sorted(brief.markers, key=lambda marker: (marker.block, marker.start)))
    taken = {(marker.block, marker.start) for marker in brief.markers}
    candidates = [c for c in candidates_in(brief.blocks) if (c.block, c.start) not in taken]
    found = [Marker(c.label, c.block, c.start, c.end) for c in _assigned(candidates, unmarked)]
    return tuple(sorted([*brief.markers, *found], key=lambda marker: (marker.block, marker.start)))


def _assigned(candidates: Sequence[Candidate], labels: Sequence[str]) -> Iterable[Candidate]:
    numbers = sorted({int(label) for label in labels if label.isdecimal()})
    if not numbers:
        return []
    known = set(numbers)
    fitting = [c for c in candidates if _weight(c, known, numbers[-1]) > 0]
    chosen = _best_ascending(fitting, [_weight(c, known, numbers[-1]) for c in fitting])
    return [*chosen, *_stragglers(fitting, chosen, known), *_repeated(fitting, chosen, known)]


def _weight(candidate: Candidate, known: set[int], last: int) -> float:
    label = int(candidate.label)
    if str(label) != candidate.label or candidate.score < _LEAST or not 0 < label <= last + _BEYOND:
        return 0.0
    if label in known:
        return candidate.score + 1.0  # every note has its marker, as a rule
    believed = _NEXT if label - 1 in known else STRONG
    return candidate.score * _MISSING_WEIGHT if candidate.score >= believed else 0.0


def _best_ascending(candidates: Sequence[Candidate], weights: Sequence[float]) -> list[Candidate]:
    """The candidates with strictly ascending labels, in text order, whose weights sum up highest."""
    values = sorted({int(c.label) for c in candidates})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(values) + 1)  # Fenwick tree of (sum, last candidate)
    previous: list[int] = []
    for number, (candidate, weight) in enumerate(zip(candidates, weights, strict=True)):
        rank = bisect_left(values, int(candidate.label))
        total, before = _prefix(best, rank)
        previous.append(before)
        _raise(best, rank, (total + weight, number))
    _, at = _prefix(best, len(values))
    chosen = []
    while at >= 0:
        chosen.append(candidates[at])
        at = previous[at]
    return chosen[::-1]


def _prefix(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    found = (0.0, -1)
    while end > 0:
        found = max(found, tree[end], key=lambda entry: entry[0])
        end -= end & -end
    return found


def _raise(tree: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    at = rank + 1
    while at < len(tree):
        if entry[0] > tree[at][0]:
            tree[at] = entry
        at += at & -at


def _stragglers(candidates: Sequence[Candidate], chosen: Sequence[Candidate], known: set[int]) -> list[Candidate]:
    """Strong candidates of notes that got no marker, out of order (in a caption, say), where there is only one."""
    missing = known - {int(c.label) for c in chosen}
    places = {(c.block, c.start) for c in chosen}
    strong: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if (
            int(candidate.label) in missing
            and candidate.score >= STRONG
            and (candidate.block, candidate.start) not in places
        ):
            strong.setdefault(int(candidate.label), []).append(candidate)
    return [only[0] for only in strong.values() if len(only) == 1]


def _repeated(candidates: Sequence[Candidate], chosen: Sequence[Candidate], known: set[int]) -> list[Candidate]:
    """Markers in brackets that repeat an earlier one, as numbered reference lists have them."""
    places = {(c.block, c.start) for c in chosen}
    bracketed = [c for c in chosen if c.end - c.start == len(c.label) + 2]
    if len(bracketed) * 2 <= len(chosen):
        return []
    return [
        c
        for c in candidates
        if c.end - c.start == len(c.label) + 2 and int(c.label) in known and (c.block, c.start) not in places
    ]
