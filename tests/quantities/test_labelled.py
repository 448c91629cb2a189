"""Sentences in the style of briefs and news, dense with digits that are no figures: `labelled/*.txt`."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factcheck.quantities import LANGUAGES, find_quantities

if TYPE_CHECKING:
    from factcheck.model import Quantity

FOLDER = Path(__file__).parent / "labelled"
MARK = re.compile(r"⟦(?P<text>[^|⟧]*)\|(?P<value>[^|⟧]*)(?:\|(?P<unit>[^⟧]*))?⟧")
NEAR = Decimal("0.0001")


class Label(NamedTuple):
    """A figure that a person marked."""

    start: int
    end: int
    value: str
    unit: str | None


def labelled(path: Path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield unmarked(line)


def unmarked(line: str) -> tuple[str, list[Label]]:
    """The sentence without its marks, and what was marked."""
    text, labels, last = "", [], 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        labels.append(Label(len(text), len(text) + len(mark["text"]), mark["value"], mark["unit"]))
        text += mark["text"]
        last = mark.end()
    return text + line[last:], labels


def is_found(label: Label, quantity: Quantity) -> bool:
    if not (quantity.start < label.end and label.start < quantity.end):
        return False
    if label.value.startswith("d"):
        return quantity.iso_date == label.value[1:]
    low, _, high = label.value.partition("..")
    return near(quantity.low, low) and near(quantity.high, high or low)


def near(found: Decimal | None, wanted: str) -> bool:
    return found is not None and abs(found - Decimal(wanted)) <= NEAR * max(1, abs(Decimal(wanted)))


def score(path: Path) -> tuple[Counter[str], list[str]]:
    tally: Counter[str] = Counter()
    faults = []
    for text, labels in labelled(path):
        found = find_quantities(text, path.stem)
        wholes = {quantity.part_of for quantity in found} - {None}  # the 31 of "28 out of 31" needs no label of its own
        for label in labels:
            hit = next((quantity for quantity in found if is_found(label, quantity)), None)
            tally.update(labels=1, found=hit is not None, units=bool(label.unit and hit))
            tally["right units"] += bool(label.unit and hit and hit.unit == label.unit)
            if hit is None or (label.unit and hit.unit != label.unit):
                faults.append(f"{text[label.start : label.end]!r} in {text[:60]!r}")
        for quantity in found:
            right = any(is_found(label, quantity) for label in labels)
            if right or quantity.low not in wholes:
                tally.update(emitted=1, right=right)
                faults += [] if right else [f"spurious {quantity.text!r} in {text[:60]!r}"]
    return tally, faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_found_and_other_digits_are_none(language):
    tally, faults = score(FOLDER / f"{language}.txt")
    assert tally["found"] >= 0.98 * tally["labels"], faults
    assert tally["right"] >= 0.97 * tally["emitted"], faults
    assert tally["right units"] >= 0.97 * tally["units"], faults


def test_there_are_sentences_enough():
    assert sum(1 for language in LANGUAGES for _ in labelled(FOLDER / f"{language}.txt")) >= 200
