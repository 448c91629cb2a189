"""Fit the two decisions of `factcheck.evidence.weights` on labelled pairs of claims and pages.

usage: python benchmarks/fit_weights.py PAIRS.jsonl [--stress STRESS.jsonl] [--write]

Prints what ten-fold cross-validation by source document gives, then what the weights fitted on all pairs give on the
same pairs, each with both error rates by kind of figure; `--write` stores the fitted weights in
src/factcheck/evidence/weights.json.  Needs numpy and scikit-learn (not dependencies of the package).

A pair is {"claim", "page_text", "label": "supported" | "mismatched" | "absent", "figure", "figure_kind", "source",
"claim_lang", "page_lang"}.  Stress pairs are absent although the value stands on the page.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from factcheck.checks import objection_to
from factcheck.evidence import claimed_designations, claimed_times
from factcheck.evidence.figures import weigh_in_full
from factcheck.evidence.weights import CONTRADICTION, SUPPORT, Features
from factcheck.model import CitedQuantity, Claim, FigureEvidence
from factcheck.pages import page_from_text
from factcheck.quantities import find_quantities
from factcheck.verdicts import NORMAL, outranks, stands_everywhere

TARGET = Path(__file__).parents[1] / "src" / "factcheck" / "evidence" / "weights.json"
STRESS_WEIGHT = 0.35
STRENGTH = 0.3
Row = dict[str, Any]


@dataclass
class Item:
    """One labelled figure with its features; several where the claim names it twice."""

    row: Row
    features: list[Features]
    common: list[bool]
    rivals: list[str]
    evidence: list[FigureEvidence]
    objected: list[bool]
    stress: bool


def numbers_of(text: str) -> set[str]:
    """Its whole numbers, else its words: how the scorer finds the figure that a row names."""
    return set(re.findall(r"\d(?:[\d.,]*\d)?", text)) or set(text.casefold().split())


def item_of(row: Row, *, stress: bool) -> Item:
    """The features of the figure that `row` names."""
    language = row.get("claim_lang")
    found = find_quantities(row["claim"], language)
    quantities = (*found, *claimed_times(row["claim"], found), *claimed_designations(row["claim"], language))
    claim = Claim("c", row["claim"], 0, 0, 0, figures=tuple(map(CitedQuantity, quantities)), language=language)
    page = page_from_text(row["page_text"], row.get("page_lang"))
    wanted = numbers_of(row["figure"])
    item = Item(row, [], [], [], [], [], stress)
    for evidence, features in weigh_in_full(claim, page):
        words = numbers_of(evidence.quantity.text)
        if wanted <= words or words <= wanted:
            item.evidence.append(evidence)
            item.objected.append(evidence.direction_conflict or objection_to(evidence, claim, page) is not None)
            item.features.append(features)
            item.common.append(stands_everywhere(evidence.quantity))
            item.rivals.append(f"{evidence.rival.passage.exact} {evidence.rival.iso_date}" if evidence.rival else "")
    return item


def matrix(items: list[Item], names: tuple[str, ...]) -> np.ndarray:
    """The features `names` of the first figure of each item."""
    return np.array([[float(getattr(item.features[0], name)) for name in names] for item in items])


def group(row: Row) -> str:
    """The source document of a row."""
    return re.sub(r"#.*", "", row["source"])


@dataclass
class Model:
    """Both decisions as fitted."""

    support: LogisticRegression
    contradiction: LogisticRegression

    def verdict(self, item: Item) -> str:
        """The label that the scorer would see."""
        worst = ("mismatched", "absent", "supported")
        rows = zip(item.features, item.evidence, item.common, item.objected, strict=True)
        said = [self.one(f, e, common=c, objected=o) for f, e, c, o in rows]
        return min(said, key=worst.index, default="absent")

    def probabilities(self, features: Features) -> tuple[float, float]:
        """Support, and contradiction if not supported."""
        p = q = 0.0
        if features.has_compatible:
            p = self.support.predict_proba([[float(getattr(features, n)) for n in SUPPORT]])[0][1]
        if features.has_rival:
            q = self.contradiction.predict_proba([[float(getattr(features, n)) for n in CONTRADICTION]])[0][1]
        return p, q

    def one(self, features: Features, evidence: FigureEvidence, *, common: bool, objected: bool) -> str:
        """The label of one figure; one that is objected to is left to a person, which counts as absent."""
        p, q = self.probabilities(features)
        if p >= (NORMAL.supported_common if common else NORMAL.supported):
            rival, compatible = evidence.rival, evidence.compatible
            doubtful = objected or (rival and compatible and outranks(rival, compatible))
            return "absent" if doubtful else "supported"
        return "mismatched" if (1 - p) * q >= NORMAL.mismatched else "absent"


def fit(items: list[Item], stress_weight: float = STRESS_WEIGHT, strength: float = STRENGTH) -> Model:
    """Both decisions fitted: the first where an agreeing figure exists, the second on pairs that are not supported."""
    first = [i for i in items if i.features and i.features[0].has_compatible]
    second = [i for i in items if i.features and i.features[0].has_rival and i.row["label"] != "supported"]
    models = []
    for chosen, names, label in ((first, SUPPORT, "supported"), (second, CONTRADICTION, "mismatched")):
        x = matrix(chosen, names)
        y = np.array([i.row["label"] == label for i in chosen])
        weights = np.array([stress_weight if i.stress else 1.0 for i in chosen])
        scale = x.std(axis=0) + 1e-6
        model = LogisticRegression(C=strength, max_iter=2000).fit(x / scale, y, sample_weight=weights)
        model.coef_ = model.coef_ / scale
        models.append(model)
    return Model(*models)


def cross_validate(items: list[Item], folds: int = 10, **options: float) -> list[str]:
    """The label said of each item by a model that has not seen its document."""
    said = [""] * len(items)
    groups = [group(item.row) for item in items]
    for train, test in GroupKFold(folds).split(items, groups=groups):
        model = fit([items[i] for i in train], **options)
        for i in test:
            said[i] = model.verdict(items[i])
    return said


def report(items: list[Item], said: list[str]) -> None:
    """Print the figures of merit, whole and by slice."""
    slices = {
        "all": lambda _: True,
        "english": lambda r: r["page_lang"] == "en",
        "crosslingual": lambda r: r.get("subset") == "crosslingual",
        "year": lambda r: r["figure_kind"] == "year",
        "date": lambda r: r["figure_kind"] == "dateday",
    }
    plain = [(i, s) for i, s in zip(items, said, strict=True) if not i.stress]
    for name, keep in slices.items():
        pairs = [(i.row["label"], s, (i.row.get("perturbation") or {}).get("type")) for i, s in plain if keep(i.row)]
        if pairs:
            print(name, summary(pairs))
    stress = [s for i, s in zip(items, said, strict=True) if i.stress]
    if stress:
        print(f"stress n {len(stress)} false_supported {stress.count('supported') / len(stress):.3f}")
    changed = [(i, s) for i, s in plain if s == "mismatched" and (i.row.get("perturbation") or {}).get("original")]
    hits = sum(any(pointed(r, i.row) for r in i.rivals) for i, _ in changed)
    print(f"pointer {hits}/{len(changed)} = {hits / max(1, len(changed)):.3f}")
    print(Counter((i.row["label"], s) for i, s in plain))


def by_kind(items: list[Item], said: list[str]) -> None:
    """Print both error rates for each kind of figure, stress pairs apart."""
    print(f"{'kind':<12}{'not supported':>15}{'said to be':>12}{'':>7}{'not mismatched':>17}{'said to be':>12}")
    kinds = Counter("stress" if i.stress else i.row["figure_kind"] for i in items)
    for kind in (*sorted(kinds, key=lambda k: (k == "stress", -kinds[k])), "all"):
        pairs = [
            (i.row["label"], s)
            for i, s in zip(items, said, strict=True)
            if kind == ("stress" if i.stress else i.row["figure_kind"]) or (kind == "all" and not i.stress)
        ]
        cells = [f"{kind:<12}"]
        for label, width in (("supported", 15), ("mismatched", 17)):
            others = [s for g, s in pairs if g != label]
            wrong = others.count(label)
            cells.append(f"{len(others):>{width}}{wrong:>12}{wrong / max(1, len(others)):>7.3f}")
        print("".join(cells))


def pointed(shown: str, row: Row) -> bool:
    """Whether the rival shown is the value that the claim had before it was changed (its first number, roughly)."""
    original = {_bare(n) for n in numbers_of(row["perturbation"]["original"])}
    return bool(original & {_bare(n) for n in (*numbers_of(shown), *numbers_of(re.sub(r"(?<=\d)\s(?=\d)", "", shown)))})


def _bare(number: str) -> str:
    """Its digits, without the zeros at either end that a scale word or a date adds."""
    return re.sub(r"\D", "", number).strip("0")


def summary(pairs: list[tuple[str, str, str | None]]) -> str:
    """Accuracy, precision and recall, and false supports, as the scorer has them."""
    parts = [f"n {len(pairs)} acc {sum(g == s for g, s, _ in pairs) / len(pairs):.3f}"]
    for label in ("supported", "mismatched", "absent"):
        hit = sum(g == s == label for g, s, _ in pairs)
        precision = hit / max(1, sum(s == label for _, s, _ in pairs))
        recall = hit / max(1, sum(g == label for g, _, _ in pairs))
        parts.append(f"{label[:4]} P {precision:.2f} R {recall:.2f}")
    wrong = [s for g, s, _ in pairs if g != "supported"]
    parts.append(f"FS {wrong.count('supported') / max(1, len(wrong)):.3f}")
    decoys = [s for g, s, kind in pairs if g != "supported" and kind == "decoy"]
    parts.append(f"decoys {decoys.count('supported') / max(1, len(decoys)):.2f} ({len(decoys)})")
    return "  ".join(parts)


def stored(model: Model, items: list[Item]) -> dict[str, Any]:
    """What weights.json holds."""

    def one(names: tuple[str, ...], fitted: LogisticRegression) -> dict[str, float]:
        weights = {"bias": round(float(fitted.intercept_[0]), 4)}
        return weights | {n: round(float(w), 4) for n, w in zip(names, fitted.coef_[0], strict=True)}

    counts = Counter("stress" if item.stress else item.row["label"] for item in items)
    return {
        "made_by": "benchmarks/fit_weights.py",
        "pairs": dict(sorted(counts.items())),
        "weights": {"support": one(SUPPORT, model.support), "contradiction": one(CONTRADICTION, model.contradiction)},
    }


def read_items(path: str, *, stress: bool) -> list[Item]:
    """Every pair of a file with its features."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [item_of(json.loads(line), stress=stress) for line in lines if line]


def main() -> None:
    """Cross-validate, fit, and store if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs")
    parser.add_argument("--stress")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    items = read_items(arguments.pairs, stress=False)
    if arguments.stress:
        items += read_items(arguments.stress, stress=True)
    print("cross-validated")
    said = cross_validate(items)
    report(items, said)
    by_kind(items, said)
    model = fit(items)
    print("\nfitted on the same pairs")
    said = [model.verdict(item) for item in items]
    report(items, said)
    by_kind(items, said)
    data = stored(model, items)
    print(json.dumps(data, indent=1))
    if arguments.write:
        TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
