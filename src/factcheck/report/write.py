"""Putting a report on disk whole or not at all."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from factcheck.report.data import Json

_HINTS = {
    errno.ENOSPC: "free some space, or choose another folder with --reports-dir",
    errno.EDQUOT: "free some space, or choose another folder with --reports-dir",
    errno.EACCES: "make the folder writable, or choose another one with --reports-dir",
    errno.EPERM: "make the folder writable, or choose another one with --reports-dir",
    errno.EROFS: "choose a folder on a writable disk with --reports-dir",
    errno.ENOTDIR: "a file stands where the folder should be: move it, or choose another folder with --reports-dir",
    errno.EEXIST: "a file stands where the folder should be: move it, or choose another folder with --reports-dir",
    errno.ENAMETOOLONG: "choose a shorter path with --reports-dir",
}
_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY}
_MOST_RUNS_A_SECOND = 1000


def json_bytes(data: Json) -> bytes:
    """`data` as UTF-8; half of a surrogate pair, which UTF-8 cannot hold, becomes ``?`` (offsets stay)."""
    return b"".join(json_chunks(data))


def json_chunks(data: Json) -> Iterator[bytes]:
    """The same in pieces, one for each brief, so that not all of a large report is in memory twice.

    The layout is that of ``json.dumps(data, indent=1)``; `factcheck.history.streamed` reads it brief by brief.
    """
    yield b"{\n" if data else b"{"
    for number, (key, value) in enumerate(data.items()):
        yield f"{',' if number else ''}{chr(10) if number else ''} {json.dumps(key)}: ".encode()
        if key != "briefs" or not value:
            yield _indented(value, 1)
            continue
        for place, brief in enumerate(value):
            yield (b",\n  " if place else b"[\n  ") + _indented(brief, 2)
        yield b"\n ]"
    yield b"\n}\n" if data else b"}\n"


def _indented(value: Any, depth: int) -> bytes:
    return _laid_out(value, "\n" + " " * depth).encode("utf-8", "replace")


@lru_cache(maxsize=1000)
def _named(key: str) -> str:
    return f"{encode_basestring(key)}: "


def _laid_out(value: Any, line: str) -> str:
    """`value` as ``json.dumps`` lays it out, which is slow at that; `line` is a line end and its indent."""
    return _WRITERS.get(value.__class__, _plain)(value, line)


def _plain(value: Any, _line: str) -> str:
    return _encoded(value)


def _object(members: dict[str, Any], line: str) -> str:
    inner = f"{line} "
    written = [_named(key) + _WRITERS.get(value.__class__, _plain)(value, inner) for key, value in members.items()]
    return f"{{{inner}{f',{inner}'.join(written)}{line}}}" if written else "{}"


def _array(items: Sequence[Any], line: str) -> str:
    inner = f"{line} "
    written = [_WRITERS.get(item.__class__, _plain)(item, inner) for item in items]
    return f"[{inner}{f',{inner}'.join(written)}{line}]" if written else "[]"


_WRITERS: dict[type, Callable[[Any, str], str]] = {
    dict: _object,
    list: _array,
    tuple: _array,
    str: lambda text, _: encode_basestring(text),
    int: lambda number, _: repr(number),
    type(None): lambda _nothing, _: "null",
}


def write_files(files: Iterable[tuple[str, Iterable[bytes]]], reports_dir: Path, generated_at: datetime) -> Path:
    """Write `files` into a new ``<reports_dir>/<run>/`` and point ``latest`` to it; returns the run's folder.

    A file is its name, which may have a folder, and its content in pieces; each is on disk before the next is made.
    The run's folder appears under its name only when every file is on disk: after a failure nothing of it is left.

    Raises
    ------
    ReportError
        The folder cannot be written; the one line says which path, what happened and what to try.

    """
    aside = reports_dir / f".{os.urandom(6).hex()}.tmp"
    try:
        reports_dir.mkdir(parents=True, exist_ok=True)
        aside.mkdir()
        for name, content in files:
            (aside / name).parent.mkdir(exist_ok=True)
            _write_synced(aside / name, content)
        for folder in (*(path for path in aside.iterdir() if path.is_dir()), aside):
            _sync_folder(folder)
        run = _claim_name(aside, reports_dir, generated_at)
        _sync_folder(reports_dir)
    except BaseException as error:
        import shutil  # noqa: PLC0415 - slow to load, and hardly ever needed

        shutil.rmtree(aside, ignore_errors=True)
        if isinstance(error, OSError):
            raise _report_error(error, reports_dir) from error
        raise
    _point_latest(reports_dir, run)
    return run


def _write_synced(path: Path, content: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Have the folder's entries on disk; where folders cannot be opened (Windows) there is nothing to do."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network file systems cannot sync a folder
            raise
    finally:
        os.close(handle)


def _claim_name(aside: Path, reports_dir: Path, generated_at: datetime) -> Path:
    """Rename the finished folder to the run's time, with a counter where that name is taken."""
    stamp = generated_at.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    for count in range(1, _MOST_RUNS_A_SECOND):
        run = reports_dir / (stamp if count == 1 else f"{stamp}-{count}")
        if run.exists() or run.is_symlink():
            continue
        try:
            aside.rename(run)
        except OSError as error:
            if error.errno in _TAKEN:
                continue
            raise
        return run
    raise OSError(errno.EEXIST, f"{_MOST_RUNS_A_SECOND} reports of the same second are already there", str(reports_dir))


def _point_latest(reports_dir: Path, run: Path) -> None:
    """Make ``latest`` a link to the run, in one step; where links cannot be made it is a file with the run's name."""
    latest, aside = reports_dir / "latest", reports_dir / f".latest-{os.urandom(6).hex()}.tmp"
    try:
        try:
            aside.symlink_to(run.name, target_is_directory=True)
        except (OSError, NotImplementedError):
            _write_synced(aside, [f"{run.name}\n".encode()])
        aside.replace(latest)
    except OSError as error:
        aside.unlink(missing_ok=True)
        what = _what_happened(error)
        message = f"{latest}: cannot be pointed to the new report in {run} ({what}); remove {latest} and run again"
        raise ReportError(message) from error


def _report_error(error: OSError, reports_dir: Path) -> ReportError:
    hint = _HINTS.get(error.errno or 0, "choose another folder with --reports-dir")
    return ReportError(f"{reports_dir}: the report cannot be written ({_what_happened(error)}); {hint}")


def _what_happened(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
