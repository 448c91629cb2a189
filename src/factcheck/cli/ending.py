"""The one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from factcheck.cli.group import StoppedError, commands
from factcheck.console import ReaderGoneError, complain
from factcheck.errors import FactcheckError, UsageError
from factcheck.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

_CODES: tuple[tuple[type[BaseException], Exit], ...] = (
    (click.UsageError, Exit.USAGE),
    (UsageError, Exit.USAGE),
    (FactcheckError, Exit.NOT_MADE),
    (OSError, Exit.NOT_MADE),
    (StoppedError, Exit.INTERRUPTED),
    (KeyboardInterrupt, Exit.INTERRUPTED),
    (click.Abort, Exit.INTERRUPTED),
    (ReaderGoneError, Exit.READER_GONE),
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; ends the process with one of the codes of `Exit`."""
    _open_closed_streams()
    try:
        code = int(commands.main(arguments, prog_name="factcheck", standalone_mode=False) or 0)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - translated below; a bug keeps its traceback
        code = _ended_by(error)
    sys.exit(code)


def _open_closed_streams() -> None:
    """Lead a stream that was closed (``factcheck run >&-``) nowhere, lest the archive be opened in its place.

    The file that is opened takes the lowest free number, which is that of the closed stream.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115 - as long as the process


def _ended_by(error: BaseException) -> Exit:
    """Say in one line what ended the run; a bug is shown whole, and is no finding (1) for it."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), None)
    if code is None:
        import traceback

        traceback.print_exception(error)
        complain("this is a bug in factcheck; please report it with the lines above")
        return Exit.NOT_MADE
    if code is not Exit.READER_GONE:
        complain(_line(error))
    return code


def _line(error: BaseException) -> str:
    if isinstance(error, click.UsageError):
        return f"{error.format_message()} (see {error.ctx.command_path if error.ctx else 'factcheck'} --help)"
    if isinstance(error, (StoppedError, KeyboardInterrupt, click.Abort)):
        return "stopped before anything could be reported"
    if isinstance(error, OSError):
        return f"{error.filename or 'standard output'}: {error.strerror or error}"
    return str(error)
