"""What the report's pages cost: the CPU to make them, their size, the browser's main-thread time to open and filter.

    python benchmarks/report_pages.py reports/latest/report.json [--rounds 5] [--briefs 10,100,1000]

The brief with most notes is measured in a browser (Chromium, node, and the packages of tests/report/browser), beside an
empty page in the same rounds; then it is rendered as often as `--briefs` says, each in a process of its own, with the
memory at its peak.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.history import stored_report
from factcheck.report import render_html, write_pages
from factcheck.report.write import json_chunks

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[1]
_SPEED = _ROOT / "tests/report/browser/speed.mjs"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--briefs", default="10,100,1000")
    parser.add_argument("--render", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.render:
        _render(given.report)
        return
    data = stored_report(given.report)
    data["briefs"] = [max(data["briefs"], key=lambda brief: len(brief["footnotes"]))]
    with tempfile.TemporaryDirectory() as folder:
        _one(data, Path(folder), given.rounds)
        for count in map(int, given.briefs.split(",")):
            _many(data, Path(folder) / str(count), count)


def _one(data: dict, folder: Path, rounds: int) -> None:
    spent = []
    for _ in range(3):
        before = time.process_time()
        page = render_html(data)
        spent.append(time.process_time() - before)
    print(f"{len(data['briefs'][0]['footnotes'])} notes: {len(page.encode()):,} bytes, {min(spent):.2f} s of CPU")
    (folder / "page.html").write_text(page, "utf-8")
    environment = {"FACTCHECK_BROWSER_MODULES": str(_SPEED.parent), **os.environ}
    command = ["node", str(_SPEED), str(rounds), str(folder / "page.html")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    blank, measured = json.loads(done.stdout).values()
    empty = statistics.median(blank["open"])
    print(f"an empty page: {empty:.0f} ms of the main thread")
    for what, times in measured.items():
        middle = statistics.median(times)
        print(f"{what}: {middle:.0f} ms (least {min(times):.0f}), {middle / empty:.1f} of an empty page")


def _many(data: dict, folder: Path, count: int) -> None:
    """Store the brief `count` times under other names, and make the pages in a process of its own."""
    folder.mkdir()
    (brief,) = data["briefs"]
    with (folder / "report.json").open("wb") as file:
        file.writelines(json_chunks({**data, "consistency": [], "briefs": _Briefs(brief, count)}))
    subprocess.run([sys.executable, __file__, str(folder / "report.json"), "--render"], check=True)  # noqa: S603 - the same


class _Briefs(list):
    """One brief under many names, made when asked for."""

    def __init__(self, brief: dict, count: int) -> None:
        super().__init__([None])
        self._brief, self._count = brief, count

    def __iter__(self) -> Iterator[dict]:
        for number in range(self._count):
            name = f"briefs/{number}.md"
            yield {**self._brief, "path": name, "name": name}


def _render(report: Path) -> None:
    first = write_pages(report, None, datetime.now(UTC).date())
    used = resource.getrusage(resource.RUSAGE_SELF)
    pages = len(list((report.parent / "briefs").glob("*.html")))
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    print(f"{pages} briefs: {cpu:.1f} s of CPU, {memory} MB at the peak, a list of {first.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
