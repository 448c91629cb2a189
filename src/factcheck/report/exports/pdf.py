"""The report page as a tagged PDF, printed by a Chromium that is installed already."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError
from factcheck.report.html import page

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge")
VARIABLE = "FACTCHECK_CHROMIUM"
_LONGEST_S = 180
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-first-run",
    # The page asks for nothing; should it ever, there is no host that it could find.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


def pdf_bytes(data: dict[str, Any]) -> bytes:
    """The page of format-1 `data` as PDF.  Raises `ReportError` where no Chromium is there or it does not print."""
    program = _chromium(os.environ)
    with tempfile.TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "report.html").write_text(page(data), "utf-8", errors="replace")
        _print(program, folder)
        return (folder / "report.pdf").read_bytes()


def _chromium(environment: Mapping[str, str]) -> str:
    wanted = environment.get(VARIABLE)
    found = [path for name in ([wanted] if wanted else PROGRAMS) if (path := shutil.which(name))]
    if not found:
        missing = f"{wanted}: is no program that can be run" if wanted else "no Chromium or Chrome is installed"
        raise ReportError(
            f"{missing}, and a PDF is printed by one: install it (Debian: apt install chromium), "
            f"name it in {VARIABLE}, or print report.html from a browser"
        )
    return found[0]


def _print(program: str, folder: Path) -> None:
    # The superuser can be given no sandbox; the page is our own file under a policy that runs nothing but our script.
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    target = folder / "report.pdf"
    command = [program, *_FLAGS, *sandbox, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}"]
    try:
        done = subprocess.run(  # noqa: S603 - a program found by name, arguments of our own
            [*command, (folder / "report.html").as_uri()], capture_output=True, timeout=_LONGEST_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReportError(f"{program}: did not print the report: {error.__class__.__name__}; try again") from error
    if done.returncode or not target.exists():
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ReportError(f"{program}: did not print the report ({said[-1][:200] if said else 'no reason given'})")
