"""CPU time and memory of reading a brief, from 10 KB to 10 MB: the cost of a megabyte should stay the same.

Run as ``python benchmarks/parsing.py [brief] [largest in bytes]``; the brief (the bundled example by default) is
repeated, its note labels numbered anew, until it is long enough.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "references" / "briefs" / "energy.md"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LABEL = re.compile(r"\[\^(\w+)\]")
MEASURE = """
import resource, sys, time
from factcheck.intake import read_brief
read_brief(sys.argv[2])
start = time.process_time()
found = read_brief(sys.argv[1])
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, len(found.citations))
"""


def repeated(text: str, size: int) -> str:
    """`text` again and again up to `size` bytes, each copy with note labels of its own."""
    body = text.partition("\n---\n")[2] or text
    copies = range(max(1, size // len(body.encode())))
    return "\n\n".join(LABEL.sub(rf"[^\1x{number}]", body) for number in copies)


def main() -> None:
    """Print a row for each size."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[-1]
    text = source.read_text(encoding="utf-8")
    print(f"{'bytes':>10} {'CPU s':>8} {'s per MB':>9} {'MB used':>8} {'citations':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for size in (size for size in SIZES if size <= largest):
            path = Path(folder) / f"brief{source.suffix}"
            path.write_text(repeated(text, size), encoding="utf-8")
            command = [sys.executable, "-c", MEASURE, str(path), str(source)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own script
            seconds, memory, citations = done.stdout.split()
            real = path.stat().st_size
            print(f"{real:>10} {float(seconds):>8.2f} {float(seconds) / real * 1e6:>9.2f} {memory:>8} {citations:>9}")


if __name__ == "__main__":
    main()
