"""CPU time and memory of reading a brief, from 10 KB to 10 MB: the cost of a megabyte should stay the same.

Run as ``python benchmarks/parsing.py [brief in Markdown] [largest in bytes]``; the brief (the bundled example by
default) is repeated, its note labels numbered anew, until it is long enough, and read as Markdown, as a web page with
the same notes, as plain text, and, made of that Markdown and that plain text, as a Word file and as a PDF, whose sizes
are those of the text in them.  CPU seconds are those of `read_brief`, user and system, its child processes included;
memory is the greatest peak of one process.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).parents[1] / "references" / "briefs" / "energy.md"
_NOTE = re.compile(r"^\[\^(\w+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*))*)", re.MULTILINE)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)
_PLAIN_QUOTES = str.maketrans("“”„‘’–—", '"""\'\'--')
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LABEL = re.compile(r"\[\^(\w+)\]")
ANCHOR = re.compile(r'((?:id="|href="#)fn(?:ref)?)(\w+)')
MEASURE = """
import resource, sys, time
from factcheck.intake import read_brief
read_brief(sys.argv[2])
def used():
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return [(one.ru_utime + one.ru_stime, one.ru_maxrss // 1024) for one in both]
start = sum(seconds for seconds, _ in used())
found = read_brief(sys.argv[1])
print(sum(seconds for seconds, _ in used()) - start, max(peak for _, peak in used()), len(found.citations))
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


def word_file(text: str) -> bytes:
    """A Markdown text as a Word file with footnotes: its paragraphs, markers and notes, nothing else."""
    notes = dict(_NOTE.findall(text))
    numbers = {label: number for number, label in enumerate(notes, start=1)}
    body = "".join(_paragraph(block, numbers) for block in _NOTE.sub("", text).split("\n\n") if block.strip())
    noted = "".join(
        f'<w:footnote w:id="{numbers[label]}">{_paragraph(words, {})}</w:footnote>' for label, words in notes.items()
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", target="word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", _RELATIONS.format(kind="footnotes", target="footnotes.xml"))
        archive.writestr("word/document.xml", f"<w:document {_WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/footnotes.xml", f"<w:footnotes {_WORD}>{noted}</w:footnotes>")
    return made.getvalue()


def _paragraph(words: str, numbers: dict[str, int]) -> str:
    parts = LABEL.split(" ".join(words.split()))
    runs = []
    for place, part in enumerate(parts):
        if place % 2 and part in numbers:
            runs.append(f'<w:r><w:footnoteReference w:id="{numbers[part]}"/></w:r>')
        elif place % 2 == 0:
            runs.append(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>')
    return f"<w:p>{''.join(runs)}</w:p>"


def pdf_file(text: str) -> bytes:
    """A plain text as a PDF in Helvetica, 60 lines to a page; characters outside of Latin-1 are left out."""
    lines = [part for line in text.splitlines() for part in (textwrap.wrap(line, 95) or [""])]
    objects = ["", "", "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"]
    kids = []
    for first in range(0, len(lines), 60):
        shown = "".join(f"({_escaped(line)}) '\n" for line in lines[first : first + 60])
        content = f"BT /F 10 Tf 12 TL 50 790 Td\n{shown}ET"
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}\nendstream")
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F 3 0 R>>>> "
            f"/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<</Type /Catalog /Pages 2 0 R>>"
    objects[1] = f"<</Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)}>>"
    out, offsets = ["%PDF-1.7\n"], []
    length = len(out[0])
    for number, body in enumerate(objects, start=1):
        offsets.append(length)
        out.append(f"{number} 0 obj\n{body}\nendobj\n")
        length += len(out[-1])
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out.append(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}")
    out.append(f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R>>\nstartxref\n{length}\n%%EOF\n")
    return "".join(out).encode("latin-1")


def _escaped(line: str) -> str:
    latin = line.translate(_PLAIN_QUOTES).encode("latin-1", "ignore").decode("latin-1")
    return latin.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _copies(body: str, size: int) -> int:
    return max(1, size // len(body.encode()))


def main() -> None:
    """Print a row for each format and size."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[-1]
    text = source.read_text(encoding="utf-8")
    print(f"{'format':>6} {'bytes':>10} {'CPU s':>8} {'s per MB':>9} {'MB used':>8} {'citations':>9}")
    makers: dict[str, Callable[[str, int], bytes]] = {
        ".md": lambda text, size: repeated(text, size).encode(),
        ".html": lambda text, size: repeated_page(text, size).encode(),
        ".txt": lambda text, size: repeated_plain(text, size).encode(),
        ".docx": lambda text, size: word_file(repeated(text, size)),
        ".pdf": lambda text, size: pdf_file(repeated_plain(text, size)),
    }
    for suffix, made in makers.items():
        for size in (size for size in SIZES if size <= largest):
            row(source, suffix, made(text, size), size)


def row(source: Path, suffix: str, data: bytes, size: int) -> None:
    """Read `data` as a file with this suffix in a process of its own, warmed up on `source`, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"brief{suffix}"
        path.write_bytes(data)
        command = [sys.executable, "-c", MEASURE, str(path), str(source)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
        real = size if suffix in {".docx", ".pdf"} else len(data)
    if done.returncode:
        print(f"{suffix[1:]:>6} {real:>10} {done.stderr.strip().splitlines()[-1]}")
        return
    seconds, memory, citations = done.stdout.split()
    each = float(seconds) / real * 1e6
    print(f"{suffix[1:]:>6} {real:>10} {float(seconds):>8.2f} {each:>9.2f} {memory:>8} {citations:>9}", flush=True)


if __name__ == "__main__":
    main()
