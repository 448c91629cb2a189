"""Measure what a claim costs on a page: the first one, which reads the page, and each further one.

usage: python benchmarks/judging.py PAIRS.jsonl [--characters 20000] [--rounds 5]

A pair is {"claim", "page_text", "claim_lang", "page_lang"}.  The pages of a language are joined and cut to pages of the
length asked for; every claim of the language is put to each of them, its own figures read beforehand.  The figures are
CPU time in milliseconds: of each page the least of its rounds, since other work on the machine only ever adds to it,
and of the pages the median.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checks import check_against
from factcheck.evidence.reading import read_page
from factcheck.model import CitedQuantity, Claim, Page
from factcheck.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

CLAIMS = 9


def milliseconds(work: Callable[[], object]) -> float:
    """The CPU time of `work`."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def claim_of(row: dict[str, str]) -> Claim:
    """The claim of a pair, its figures read."""
    figures = tuple(map(CitedQuantity, find_quantities(row["claim"], row["claim_lang"])))
    return Claim("c", row["claim"], 0, 0, 0, figures=figures, language=row["claim_lang"])


def pages_of(rows: list[dict[str, str]], language: str, size: int) -> list[Page]:
    """The texts of `rows` joined and cut into pages of `size` characters, what is left over dropped."""
    text = "\n".join(dict.fromkeys(row["page_text"] for row in rows))
    return [Page(text[at : at + size], "text/html", language=language) for at in range(0, len(text) - size + 1, size)]


def measure(pages: list[Page], claims: list[Claim]) -> tuple[list[float], list[float], list[float]]:
    """Per page: the scan for figures alone, the first claim, each further claim on average."""
    scans, first, further = [], [], []
    for page in pages:
        read_page.cache_clear()
        scans.append(milliseconds(lambda page=page: find_quantities(page.text, page.language)))
        first.append(milliseconds(lambda page=page: check_against(claims[0], page)))
        rest = claims[1:CLAIMS]
        further.append(milliseconds(lambda page=page, rest=rest: [check_against(c, page) for c in rest]) / len(rest))
    return scans, first, further


def main() -> None:
    """Print a line a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--characters", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    by_language = defaultdict(list)
    for line in arguments.pairs.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_language[row["page_lang"]].append(row)
    print("language  pages  scan alone  first claim  each further claim (ms of CPU)")
    for language, rows in sorted(by_language.items()):
        claims = [claim for row in rows if (claim := claim_of(row)).figures]
        pages = pages_of(rows, language, arguments.characters)
        if not pages or len(claims) < CLAIMS:
            continue
        measure(pages[:1], claims)  # tables are loaded once a process
        rounds = [measure(pages, claims) for _ in range(arguments.rounds)]
        least = [[min(times) for times in zip(*(r[part] for r in rounds), strict=True)] for part in range(3)]
        scan, first, further = map(statistics.median, least)
        print(f"{language:8}  {len(pages):5}  {scan:10.1f}  {first:11.1f}  {further:18.2f}")


if __name__ == "__main__":
    main()
