"""Notes that stand out of order: extractors that read the right column first give its notes before those of the left.

The chain of ascending numbers cannot hold both.  So the numbers that it leaves out are looked for anywhere: as a run of
lines that count up closely after each other, each as likely a note's beginning as those of the chain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.briefs.note_chain import NoteStart

_NOTE_LINES = 40  # between the beginnings of two notes
_LEAST_MEAN, _ALONE, _BESIDE = 1.8, 4.0, 2.0  # of a run's weights, of one start's, of one's right below another note
_NEAR = 10  # lines
_MOST_CANDIDATES = 5  # for each number
_MOST_MISSING = 200


@record
class _Run:
    starts: tuple[NoteStart, ...]

    @property
    def weight(self) -> float:
        return sum(start.weight for start in self.starts)


def with_strays(chain: Sequence[NoteStart], candidates: Sequence[NoteStart]) -> list[NoteStart]:
    """`chain` with the notes that stand out of order among its `candidates`, in the order of lines."""
    numbers = {start.number for start in chain}
    if not chain or len(numbers) < len(chain):
        return list(chain)
    by_number: dict[int, list[NoteStart]] = {}
    for candidate in candidates:
        if candidate.number not in numbers:
            by_number.setdefault(candidate.number, []).append(candidate)
    found = [*chain]
    for gap in (*_gaps(numbers), _beyond(max(numbers), by_number)):
        run = _best_run(gap, by_number)
        mean = sum(start.weight for start in run) / max(1, len(run))
        near = any(0 < run[0].line - start.line <= _NEAR for start in found) if run else False
        if (len(run) > 1 and mean >= _LEAST_MEAN) or (mean >= (_BESIDE if near else _ALONE)):
            found.extend(run)
    return sorted(found, key=lambda start: start.line)


def _gaps(numbers: set[int]) -> Iterator[list[int]]:
    """The numbers from 1 on that are missing, those that follow each other together."""
    gap: list[int] = []
    for number in range(1, max(numbers) + 1):
        if number not in numbers:
            gap.append(number)
        elif gap:
            yield gap[:_MOST_MISSING]
            gap = []


def _beyond(last: int, by_number: dict[int, list[NoteStart]]) -> list[int]:
    """The numbers that count on from the last one, which a column further up may have."""
    end = last + 1
    while end in by_number:
        end += 1
    return list(range(last + 1, end))


def _best_run(gap: Sequence[int], by_number: dict[int, list[NoteStart]]) -> tuple[NoteStart, ...]:
    runs = [
        _run_from(first, gap, by_number) for number in gap for first in by_number.get(number, ())[:_MOST_CANDIDATES]
    ]
    return max(runs, key=lambda run: run.weight, default=_Run(())).starts


def _run_from(first: NoteStart, gap: Sequence[int], by_number: dict[int, list[NoteStart]]) -> _Run:
    """The run that begins with `first`: each next number of the gap on the nearest line below."""
    run = [first]
    for number in range(first.number + 1, gap[-1] + 1):
        near = (c for c in by_number.get(number, ()) if 0 < c.line - run[-1].line <= _NOTE_LINES)
        following = min(near, key=lambda c: c.line, default=None)
        if following is None:
            break
        run.append(following)
    return _Run(tuple(run))
