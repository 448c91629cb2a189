"""What `factcheck archive check | list | export` do, as lines to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.console import counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.capture.inspection import Inspection


def damage_lines(directory: Path, seen: Inspection) -> Iterator[str]:
    """One line for each thing wrong with the archive: the file, the byte at which the record begins, what it is."""
    from factcheck.capture.inspection import inspect  # noqa: PLC0415 - WARC files are read by few commands only

    for damage in inspect(directory, seen):
        yield printable(f"{damage.path}: byte {damage.offset}: {damage.words}")


def inspected_line(seen: Inspection, damages: int) -> str:
    """How much was read, and how it was found to be."""
    found = counted(damages, "problem") if damages else "all whole"
    return f"{counted(seen.files, 'file')}, {counted(seen.records, 'record')}: {found}"


def capture_lines(directory: Path) -> Iterator[str]:
    """Every capture in the order of the files: URL, status, time, file and offset, parted by tabs."""
    from factcheck.capture.cdx import entries  # noqa: PLC0415 - see above
    from factcheck.capture.members import warc_files  # noqa: PLC0415 - see above

    for path in warc_files(directory):
        for entry in entries(path):
            cells = (entry.stored.url, str(entry.stored.status), entry.date, str(path), str(entry.offset))
            yield "\t".join(map(printable, cells))


def export_line(directory: Path, target: Path) -> str:
    """Writes the archive as one WACZ file, and says what is in it."""
    from factcheck.capture.wacz import export_wacz  # noqa: PLC0415 - see above

    done = export_wacz(directory, target)
    counts = (counted(done.files, "file"), counted(done.records, "capture"), counted(done.pages, "page"))
    return printable(f"{target}: {', '.join(counts)}")
