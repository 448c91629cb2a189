"""Stored reports: where they lie, and their findings as format 1."""

from __future__ import annotations

import json
import os
import secrets
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError
from factcheck.history.keys import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
LATEST = "latest"
FORMAT = 1
_MOST_LOOKED_AT = 10
"""Stored reports that are opened in search of an earlier audit of the same briefs."""


def last_report(reports_dir: Path) -> Path:
    """Where the last run's ``report.json`` lies; ``latest`` is a link, or a file that holds the run's name."""
    latest = reports_dir / LATEST
    try:
        run = reports_dir / latest.read_text(encoding="utf-8").strip() if latest.is_file() else latest
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(f"{latest}: cannot be read; run factcheck again, or remove it") from error
    return run / "report.json"


def report_at(run: str, reports_dir: Path) -> Path:
    """The ``report.json`` meant by `run`: a file, a run's folder, its name in `reports_dir`, or ``latest``."""
    path = Path(run)
    if path.is_dir():
        return path / "report.json"
    if path.exists():
        return path
    if run == LATEST:
        return last_report(reports_dir)
    return reports_dir / run / "report.json" if (reports_dir / run).is_dir() else path


def stored_report(path: Path) -> Json:
    """The report stored at `path`.

    Raises `ReportError` where there is none, it cannot be read, or what is there is no report of format 1.
    """
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise ReportError(f"{path}: there is no report yet; make one with factcheck run") from error
    except OSError as error:
        raise ReportError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{path}: is no report of format 1; make a new one with factcheck run") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("briefs"), list):
        raise ReportError(f"{path}: is no report of format 1; make a new one with factcheck run")
    return data


def previous_report(data: Json, reports_dir: Path) -> Json | None:
    """The last stored report before `data` with one of its briefs in it; None where there is none that can be read.

    An audit that was stopped, or that reached no host, says nothing about sources: it is passed over.
    """
    paths = {name_of(brief) for brief in data["briefs"]}
    for path in islice(_newest_first(reports_dir), _MOST_LOOKED_AT):
        try:
            report = stored_report(path)
            known = {name_of(brief) for brief in report["briefs"]}
        except (ReportError, KeyError, TypeError):
            continue
        if known & paths and not report.get("interrupted") and not report.get("network_down"):
            return report
    return None


def _newest_first(reports_dir: Path) -> Iterator[Path]:
    """Stored reports by the name of their run, which is its time; the counter of a second counts as a number."""
    if not reports_dir.is_dir():
        return
    runs = [path for path in reports_dir.iterdir() if path.name[:1].isdigit() and (path / "report.json").is_file()]
    for run in sorted(runs, key=_run_order, reverse=True):
        yield run / "report.json"


def _run_order(run: Path) -> tuple[str, int]:
    stamp, _, counter = run.name.partition("Z")
    digits = counter.removeprefix("-")
    return stamp, int(digits) if digits.isdecimal() else 1


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step, over what was there; after an `OSError` what was there is still there."""
    aside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with aside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
