"""The labelled sentences that lie beside the checkout, where they do: floors of recall and precision."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from factcheck.quantities import find_quantities

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[2] / "../shared"))
LABELLED = SHARED / "gold" / "figures-dev.jsonl"
TIMES = {"date", "year", "range"}


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled sentences are not beside the checkout")
def test_labelled_sentences_keep_their_floor():
    tally = Counter()
    for row in map(json.loads, LABELLED.read_text(encoding="utf-8").splitlines()):
        found = find_quantities(row["sentence"], row["lang"])
        wanted = [mention for mention in row["mentions"] if mention["kind"] != "date"]
        for mention in wanted:
            tally["wanted"] += mention["approx"] != "vague"
            low = mention["lo"] if mention["lo"] is not None else mention["hi"]
            tally["found"] += mention["approx"] != "vague" and any(
                quantity.low is not None and abs(float(quantity.low) - low) <= max(1e-4, 0.002 * low)
                for quantity in found
            )
        for quantity in found:
            if quantity.kind.value not in TIMES:
                tally["emitted"] += 1
                tally["right"] += any(m["start"] < quantity.end and quantity.start < m["end"] for m in wanted)
    assert tally["found"] >= 0.98 * tally["wanted"]
    assert tally["right"] >= 0.97 * tally["emitted"]
