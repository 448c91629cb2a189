"""What `factcheck init` puts into a folder that has no configuration yet."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.config import FILE_NAMES, Settings, configures
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def start_in(folder: Path) -> Iterator[str]:
    """Write factcheck.toml and make the folders it names, unless there; yields a line for each.

    A folder whose pyproject.toml already configures factcheck gets no second configuration.
    Raises `UsageError` where the folder cannot be written.
    """
    try:
        yield _configure(folder)
        for path in (Settings().briefs[0], Settings().archive_dir):
            yield _make(folder / path)
    except OSError as error:
        raise UsageError(f"{error.filename or folder}: cannot be made: {error.strerror or error}") from error


def _configure(folder: Path) -> str:
    for name in FILE_NAMES:
        if configures(folder / name):
            return f"{folder / name} is there already: left as it is"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAMES[0]
    with path.open("x", encoding="utf-8") as file:
        file.write(files("factcheck").joinpath("starter.toml").read_text(encoding="utf-8"))
    return f"{path} written"


def _make(path: Path) -> str:
    if path.is_dir():
        return f"{path} is there already: left as it is"
    path.mkdir(parents=True)
    return f"{path} made"
