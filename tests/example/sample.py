"""The golden report of the bundled example, reports/sample/, with the run's own time and commit scrubbed.

usage: python tests/example/sample.py        writes it anew; look at the difference before you commit it
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from factcheck import __version__
from factcheck.config import load_settings
from factcheck.pipeline import audit
from factcheck.report import json_bytes, render_html, report_data
from factcheck.report.copies import TextCopies

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "reports" / "sample"
SCRUBBED = datetime(2026, 5, 1, tzinfo=UTC)


@contextmanager
def in_checkout():
    """The working folder of a newcomer: paths in the report are as the README's command gives them."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(before)


def sample(cache_dir: Path) -> dict[str, bytes]:
    """The files of the sample, made anew."""
    with in_checkout():
        settings = load_settings(Path("pyproject.toml"), flags={"cache_dir": cache_dir})
        relative = replace(settings, archive_dir=Path("references/archive"))
        with TextCopies() as copies:
            done = audit([Path("references/briefs")], relative, None, copies.keep)
            data = report_data(replace(done, generated_at=SCRUBBED, commit=None), __version__, copies)
            beside = {name: b"".join(content) for name, content in copies.files()}
    return {"report.json": json_bytes(data), "report.html": render_html(data).encode(), **beside}


if __name__ == "__main__":
    shutil.rmtree(SAMPLE, ignore_errors=True)
    with tempfile.TemporaryDirectory() as cache:
        for name, content in sample(Path(cache)).items():
            (SAMPLE / name).parent.mkdir(parents=True, exist_ok=True)
            (SAMPLE / name).write_bytes(content)
            sys.stdout.write(f"{SAMPLE / name} written\n")
