"""Places inside a source: whether the page that a note cites is the one where something stands."""

from __future__ import annotations


def names_place(cited: str, found: str) -> bool:
    """Whether a page label such as ``pp. 17-18`` takes in that called ``p. 17``; true where a number lacks."""
    numbers = [int(run) for run in _digit_runs(cited)]
    page = next((int(run) for run in _digit_runs(found)), None)
    if page is None or not numbers:
        return True
    low, high = numbers[0], numbers[-1]
    return low <= page <= max(low, high)


def _digit_runs(label: str) -> list[str]:
    return "".join(c if c.isdecimal() else " " for c in label).split()
