"""CPU time and memory of reading a brief, from 10 KB to 10 MB: the cost of a megabyte should stay the same.

Run as ``python benchmarks/parsing.py [brief in Markdown] [largest in bytes]``; the brief (the bundled example by
default) is repeated, its note labels numbered anew, until it is long enough, and read as Markdown, as a web page with
the same notes, and as plain text.  CPU seconds are those of `read_brief` alone, user and system; memory is the peak of
the whole process.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

EXAMPLE = Path(__file__).parents[1] / "references" / "briefs" / "energy.md"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LABEL = re.compile(r"\[\^(\w+)\]")
ANCHOR = re.compile(r'((?:id="|href="#)fn(?:ref)?)(\w+)')
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
    return "\n\n".join(LABEL.sub(rf"[^\1x{number}]", body) for number in range(_copies(body, size)))


def repeated_page(text: str, size: int) -> str:
    """The same as a web page: a superscript link leads to each note."""
    body = MarkdownIt("commonmark").enable("table").use(footnote_plugin).render(text.partition("\n---\n")[2] or text)
    copies = (ANCHOR.sub(rf"\1\2x{number}", body) for number in range(_copies(body, size)))
    return f"<!doctype html><html lang=en><title>Brief</title><body>{''.join(copies)}</body></html>"


def repeated_plain(text: str, size: int) -> str:
    """The same without marks, its notes under a heading at the end of each copy; their numbers begin anew."""
    body = re.sub(r"\[\^(\w+)\]:?", r"[\1]", text.partition("\n---\n")[2] or text)
    body = re.sub(r"[*`#>|]+ ?", "", body)
    return "\n\n".join([body] * _copies(body, size))


def _copies(body: str, size: int) -> int:
    return max(1, size // len(body.encode()))


def main() -> None:
    """Print a row for each format and size."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[-1]
    text = source.read_text(encoding="utf-8")
    print(f"{'format':>6} {'bytes':>10} {'CPU s':>8} {'s per MB':>9} {'MB used':>8} {'citations':>9}")
    for suffix, made in ((".md", repeated), (".html", repeated_page), (".txt", repeated_plain)):
        for size in (size for size in SIZES if size <= largest):
            row(source, suffix, made(text, size))


def row(source: Path, suffix: str, text: str) -> None:
    """Read `text` as a file with this suffix in a process of its own, warmed up on `source`, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"brief{suffix}"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", MEASURE, str(path), str(source)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
        real = path.stat().st_size
    if done.returncode:
        print(f"{suffix[1:]:>6} {real:>10} {done.stderr.strip().splitlines()[-1]}")
        return
    seconds, memory, citations = done.stdout.split()
    each = float(seconds) / real * 1e6
    print(f"{suffix[1:]:>6} {real:>10} {float(seconds):>8.2f} {each:>9.2f} {memory:>8} {citations:>9}", flush=True)


if __name__ == "__main__":
    main()
