"""Whole sentences in eight languages, each with all its figures: `sentences/*.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Hedge, Quantity
from factcheck.quantities import find_quantities

FOLDER = Path(__file__).parent / "sentences"


def cases():
    for path in sorted(FOLDER.glob("*.txt")):
        sentence, figures = None, []
        for line in [*path.read_text(encoding="utf-8").splitlines()[1:], ""]:
            if line.startswith("    "):
                figures.append(line.strip())
            elif line:
                sentence, figures = line, []
            elif sentence:
                yield pytest.param(path.stem, sentence, figures, id=f"{path.stem}-{sentence[:40]}")
                sentence = None


def shown(quantity: Quantity) -> str:
    """A figure as the sentence files write it."""
    if quantity.low is None:
        value = str(quantity.iso_date)
    else:
        value = str(quantity.low) if quantity.low == quantity.high else f"{quantity.low}..{quantity.high}"
    parts = [quantity.text, value, quantity.kind.value, quantity.unit or "-"]
    return " | ".join([*parts, quantity.hedge.value] if quantity.hedge is not Hedge.EXACT else parts)


@pytest.mark.parametrize(("language", "sentence", "figures"), list(cases()))
def test_every_figure_of_the_sentence_is_read_and_nothing_else(language, sentence, figures):
    assert [shown(quantity) for quantity in find_quantities(sentence, language)] == figures


@pytest.mark.parametrize(("language", "sentence", "figures"), list(cases()))
def test_each_figure_stands_where_its_offsets_say(language, sentence, figures):
    for quantity in find_quantities(sentence, language):
        assert sentence[quantity.start : quantity.end] == quantity.text
