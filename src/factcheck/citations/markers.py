"""Which note each printed marker points to, decided for the whole document at once.

The labels of notes ascend through a document and each marker normally stands once, so of all candidates the ascending
sequence with the greatest plausibility is taken (weighted longest increasing subsequence, in n log n).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from factcheck.citations.candidates import STRONG, Candidate, candidates_in
from factcheck.citations.note_groups import NoteGroups
from factcheck.citations.roman import NUMBERS, counts_in_roman, roman_candidates
from factcheck.citations.signs import sign_markers
from factcheck.model import Marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Brief

Label = TypeVar("Label", int, tuple[int, int])

_LONGEST_LABEL = 9  # digits
_LEAST = 0.4  # below, a candidate is not taken even where it fits
_MISSING_WEIGHT = 0.35  # of a candidate whose note does not exist, against one whose note does
_NEXT = 1.5  # the plausibility from which a marker is believed that counts on from a note, its own being lost
_LEAST_LOST = 4  # markers that a text without notes must have
_BEYOND = 20  # so many notes may be lost after the last one that is left


def find_markers(brief: Brief) -> tuple[Marker, ...]:
    """All markers in reading order: those the format marks, and of labels it does not mark, those printed as digits.

    Where labels are used again (`note_groups`), a marker bears the own label of the note that it points to.
    """
    groups = NoteGroups(brief)
    given = [_tied(marker, brief, groups) for marker in brief.markers] if groups.restarts else list(brief.markers)
    marked = {marker.label for marker in brief.markers}
    unmarked = [note.label for note in brief.notes if note.label not in marked]
    found: list[Marker] = []
    if not brief.notes and not brief.markers:
        return _without_notes(brief)
    if unmarked and not (marked and len(marked) * 2 >= len(brief.notes)):
        taken = {(marker.block, marker.start) for marker in brief.markers}
        candidates = [c for c in _outside(brief, candidates_in(brief.blocks)) if (c.block, c.start) not in taken]
        chosen = assigned_to_groups(candidates, brief, groups) if groups.restarts else _assigned(candidates, unmarked)
        found = [Marker(c.label, c.block, c.start, c.end) for c in chosen]
        others = [label for label in unmarked if not label.isdecimal()]
        signs = list(sign_markers(brief, groups, others))
        raised = {marker.label for marker in signs}
        if counts_in_roman([label for label in others if label not in raised]):  # as extracted, set like the text
            signs = [marker for marker in signs if marker.label not in NUMBERS]
            signs += _roman(brief, others)
        found += signs
    return tuple(sorted([*given, *found], key=lambda marker: (marker.block, marker.start, marker.end)))


def _roman(brief: Brief, labels: Sequence[str]) -> Iterable[Marker]:
    """The markers of notes counted in Roman numerals; each bears the label as its note does."""
    numbered = {str(NUMBERS[label]): label for label in labels if label in NUMBERS}
    for chosen in _assigned(list(roman_candidates(brief.blocks)), list(numbered)):
        if chosen.label in numbered:
            yield Marker(numbered[chosen.label], chosen.block, chosen.start, chosen.end)


def _without_notes(brief: Brief) -> tuple[Marker, ...]:
    """Markers whose notes are all lost: only where they count up from 1 one by one, many beyond doubt."""
    candidates = [c for c in candidates_in(brief.blocks) if c.score >= _NEXT]
    places = _best_ascending([int(c.label) for c in candidates], [c.score for c in candidates])
    chosen = [candidates[n] for n in places]
    strong = sum(c.score > STRONG for c in chosen)
    counting = [int(c.label) for c in chosen] == list(range(1, len(chosen) + 1))
    if not counting or len(chosen) < _LEAST_LOST or strong * 3 < len(chosen):
        return ()
    return tuple(Marker(c.label, c.block, c.start, c.end) for c in chosen)


def _outside(brief: Brief, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates that do not stand in lines whose labels mark no note of the text."""
    if not brief.asides:
        return candidates
    starts = [span.start for span in brief.asides]

    def is_aside(candidate: Candidate) -> bool:
        offset = brief.blocks[candidate.block].text.origin(candidate.start)
        within = bisect_right(starts, offset) - 1
        return within >= 0 and offset < brief.asides[within].end

    return [candidate for candidate in candidates if not is_aside(candidate)]


def _tied(marker: Marker, brief: Brief, groups: NoteGroups) -> Marker:
    meant = groups.meant(marker.label, brief.blocks[marker.block].text.origin(marker.start))
    return replace(marker, label=meant[0][1]) if meant else marker


def assigned_to_groups(candidates: Iterable[Candidate], brief: Brief, groups: NoteGroups) -> list[Candidate]:
    """The candidates that mark notes whose labels begin anew, each with its note's own label.

    A candidate counts once for each note that it may mean; notes ascend by group, then by label.
    """
    open_to: list[tuple[Candidate, tuple[int, int], str]] = []
    for candidate in candidates:
        if candidate.score < _LEAST:
            continue
        offset = brief.blocks[candidate.block].text.origin(candidate.start)
        meant = groups.meant(candidate.label, offset)
        # The later note first, so that of one candidate's readings no two can follow each other.
        open_to += [(candidate, (group, int(candidate.label)), own) for group, own in reversed(meant)]
    weights = [candidate.score + 1.0 for candidate, _, _ in open_to]
    places = _best_ascending([place for _, place, _ in open_to], weights)
    return [replace(open_to[n][0], label=open_to[n][2]) for n in places]


def _assigned(candidates: Sequence[Candidate], labels: Sequence[str]) -> Iterable[Candidate]:
    numbers = sorted({int(label) for label in labels if label.isdecimal() and len(label) <= _LONGEST_LABEL})
    if not numbers:
        return []
    known = set(numbers)
    fitting = [c for c in candidates if _weight(c, known, numbers[-1]) > 0]
    places = _best_ascending([int(c.label) for c in fitting], [_weight(c, known, numbers[-1]) for c in fitting])
    chosen = [fitting[n] for n in places]
    return [*chosen, *_stragglers(fitting, chosen, known), *_repeated(fitting, chosen, known)]


def _weight(candidate: Candidate, known: set[int], last: int) -> float:
    label = int(candidate.label)
    if str(label) != candidate.label or candidate.score < _LEAST or not 0 < label <= last + _BEYOND:
        return 0.0
    if label in known:
        return candidate.score + 1.0  # every note has its marker, as a rule
    believed = _NEXT if label - 1 in known else STRONG
    return candidate.score * _MISSING_WEIGHT if candidate.score >= believed else 0.0


def _best_ascending(labels: Sequence[Label], weights: Sequence[float]) -> list[int]:
    """The places of the strictly ascending labels, in text order, whose weights sum up highest."""
    values = sorted(set(labels))
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(values) + 1)  # Fenwick tree of (sum, last place)
    previous: list[int] = []
    for number, (label, weight) in enumerate(zip(labels, weights, strict=True)):
        rank = bisect_left(values, label)
        total, before = _prefix(best, rank)
        previous.append(before)
        _raise(best, rank, (total + weight, number))
    _, at = _prefix(best, len(values))
    chosen = []
    while at >= 0:
        chosen.append(at)
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
    if sum(c.bracketed for c in chosen) * 2 <= len(chosen):
        return []
    return [c for c in candidates if c.bracketed and int(c.label) in known and (c.block, c.start) not in places]
