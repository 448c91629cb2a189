"""Ask the tables of real PDFs as claims: "LABEL: NUMBER", as printed and with another number of the same tables.

usage: python benchmarks/pdf_tables.py FOLDER

FOLDER holds PDFs and ``icdar_row_pairs.jsonl`` (label and number pairs read by people, ICDAR 2013 table competition).
Prints the share of right pairs called supported (should be high) and of changed pairs called supported (must be near
zero).
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path

from factcheck.checks import check_claim
from factcheck.model import Capture, CaptureSource, Page, WarcLocation
from factcheck.pages import read_page


def page_of(path: Path) -> Page:
    """The PDF as the audit reads it."""
    data = path.read_bytes()
    where = WarcLocation("none", 0, "none")
    now = datetime.now(UTC)
    url = f"https://tables.example/{path.name}"
    page = read_page(
        Capture(url, url, 200, (), "application/pdf", None, now, CaptureSource.ARCHIVE, "0" * 64, len(data), where),
        data,
    )
    if not isinstance(page, Page):
        raise TypeError(f"{path.name}: {page.detail}")
    return page


def verdict(label: str, number: str, page: Page) -> str:
    """What is said of one number, asked as a claim of its own."""
    check = check_claim(f"{label}: {number}.", page.text, page_language=page.language)
    judged = [figure for figure in check.figures if number in figure.text or figure.text in number]
    return judged[-1].verdict.value if judged else "unread"


def main(folder: Path) -> None:
    """Ask every pair as it is, and every label once with a number of another."""
    chance = random.Random(7)  # noqa: S311 - a repeatable choice of wrong numbers, no secret
    said: dict[str, Counter[str]] = {"right": Counter(), "changed": Counter()}
    for line in (folder / "icdar_row_pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        numbers: defaultdict[str, set[str]] = defaultdict(set)
        for label, number in row["label_number_pairs"]:
            numbers[label].add(number)
        page = page_of(folder / row["file"]) if numbers else None
        for label, own in numbers.items():
            for number in sorted(own):
                said["right"][verdict(label, number, page)] += 1
            others = sorted({n for label_, ns in numbers.items() if label_ != label for n in ns} - own)
            if others:
                said["changed"][verdict(label, chance.choice(others), page)] += 1
    for kind, counts in said.items():
        share = counts["supported"] / max(1, counts.total())
        print(f"{kind}: supported {counts['supported']}/{counts.total()} = {share:.3f}  {dict(counts)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
