"""Score `check_claim` on the corpus of this folder, and pin the floor that it may not fall below.

usage: python tests/accuracy/scoring.py            says what is scored and what is wrong
       python tests/accuracy/scoring.py --pin      writes floor.json; refuses where any figure would get worse
       python tests/accuracy/scoring.py --pin --lower    the second word that lowering it needs

A claim of the corpus names a figure or quotation of it and the rule that must judge it, or only (`not_rule`) the
verdict that it must not get.
"""

# ruff: noqa: T201 - a script, which prints

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from factcheck.checks import check_against
from factcheck.evidence import claimed_designations
from factcheck.model import CitedQuantity, CitedQuotation, Claim, Page
from factcheck.quantities import find_quantities
from factcheck.quotations import find_quotations
from factcheck.verdicts import RULE_TABLE

HERE = Path(__file__).parent
FLOOR = HERE / "floor.json"
VERDICTS = {rule.name: rule.verdict.value for rule in RULE_TABLE}


@dataclass(frozen=True)
class Pair:
    """A claim put to a page: what is judged, and what must come out."""

    page: Page
    name: str
    claim: str
    language: str
    judged: str
    is_quotation: bool
    rule: str | None
    not_rule: str | None


@dataclass(frozen=True)
class Outcome:
    """What came out of a pair."""

    pair: Pair
    verdict: str
    rule: str

    @property
    def right(self) -> bool:
        """Whether the verdict is the expected one."""
        if self.pair.rule is None:
            return self.verdict != self.pair.not_rule
        return self.verdict == VERDICTS[self.pair.rule]

    @property
    def falsely_supported(self) -> bool:
        """Whether the page was said to support what it does not."""
        expected = VERDICTS[self.pair.rule] if self.pair.rule else "not_found"
        return self.verdict == "supported" and expected != "supported"


def corpus_files() -> list[Path]:
    """The files of the corpus, sorted."""
    return sorted(HERE.glob("corpus_*.toml"))


def digest() -> str:
    """A digest of the corpus: a floor is a floor of this corpus only."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in corpus_files())).hexdigest()


def pairs() -> list[Pair]:
    """Every pair of the corpus."""
    found = []
    for path in corpus_files():
        for page in tomllib.loads(path.read_text(encoding="utf-8"))["page"]:
            text = page["text"].strip() + "\n"
            record = Page(text, "text/html", language=page["language"], published=page.get("published"))
            for claim in page["claim"]:
                judged = claim.get("figure") or claim["quotation"]
                found.append(
                    Pair(
                        page=record,
                        name=page["name"],
                        claim=claim["text"],
                        language=claim.get("language", "en"),
                        judged=judged,
                        is_quotation="quotation" in claim,
                        rule=claim.get("rule"),
                        not_rule=claim.get("not_rule"),
                    )
                )
    return found


def outcome(pair: Pair) -> Outcome:
    """Check one pair; a figure that was not read counts as not found."""
    found = (*find_quantities(pair.claim, pair.language), *claimed_designations(pair.claim, pair.language))
    figures = tuple(CitedQuantity(quantity) for quantity in found)
    quotations = tuple(CitedQuotation(quotation) for quotation in find_quotations(pair.claim))
    claim = Claim(
        "k1", pair.claim, 0, len(pair.claim), 0, figures=figures, quotations=quotations, language=pair.language
    )
    check = check_against(claim, pair.page)
    parts = check.quotations if pair.is_quotation else check.figures
    for part in parts:
        if pair.judged in part.text or part.text in pair.judged:
            return Outcome(pair, part.verdict.value, part.rule)
    return Outcome(pair, "not_found", "not_read")


def score(outcomes: list[Outcome]) -> dict[str, float]:
    """The pinned figures: shares of right verdicts and right rules, and of false supports among what is unsupported."""
    ruled = [o for o in outcomes if o.pair.rule]
    unsupported = [o for o in outcomes if not o.pair.rule or VERDICTS[o.pair.rule] != "supported"]
    return {
        "verdicts": round(sum(o.right for o in outcomes) / len(outcomes), 4),
        "rules": round(sum(o.rule == o.pair.rule for o in ruled) / len(ruled), 4),
        "false_supported": round(sum(o.falsely_supported for o in unsupported) / len(unsupported), 4),
    }


def worse(now: dict[str, float], floor: dict[str, float]) -> list[str]:
    """Which figures are worse than the floor."""
    lower = [name for name in ("verdicts", "rules") if now[name] < floor[name]]
    return lower + (["false_supported"] if now["false_supported"] > floor["false_supported"] else [])


def main(arguments: list[str]) -> int:
    """Score, and pin if asked."""
    outcomes = [outcome(pair) for pair in pairs()]
    now = score(outcomes)
    for one in outcomes:
        if not one.right or (one.pair.rule and one.rule != one.pair.rule):
            wanted = one.pair.rule or f"not {one.pair.not_rule}"
            print(f"{'rule ' if one.right else 'WRONG'} {one.pair.name}: {one.pair.claim} → {one.rule}, not {wanted}")
    print(len(outcomes), "pairs", now)
    if "--pin" not in arguments:
        return 0
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))["floor"] if FLOOR.exists() else None
    if floor and (lost := worse(now, floor)) and "--lower" not in arguments:
        print("not pinned, worse than the floor:", ", ".join(lost))
        return 1
    data = {"corpus_sha256": digest(), "pairs": len(outcomes), "floor": now}
    FLOOR.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
