"""Stored reports: where they lie, and their findings as format 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.errors import ReportError

Json = dict[str, Any]
LATEST = "latest"
FORMAT = 1


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
