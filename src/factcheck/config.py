"""Settings of a run: defaults < configuration file < environment < flags.

A key is a field of `Settings` without its unit: `max_age_s` is told as ``max_age = "7d"``, `max_body_bytes` as
``max_body = "25MB"``.  Keys are read off the record, so a new field with a default is a new key.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from factcheck.config_values import read_value
from factcheck.errors import ConfigError
from factcheck.model import CitationStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MEGABYTE = 1024 * 1024
DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told; times in seconds, sizes in bytes."""

    briefs: tuple[Path, ...] = (Path("references/briefs"),)
    archive_dir: Path = Path("references/archive")
    reports_dir: Path = Path("reports")
    reviews_dir: Path = Path("references/reviews")
    """Where people's decisions about findings are kept, one TOML file a brief and day."""
    cache_dir: Path | None = None
    """Where the index of captures lies; None is the user's cache folder."""
    offline: bool = False
    refresh: bool = False
    max_age_s: float = DAY_S
    """A capture younger than this is used again without a request."""
    fail_on: frozenset[CitationStatus] = frozenset({CitationStatus.MISMATCHED, CitationStatus.DEAD})
    strict: bool = False
    contact: str | None = None
    """An address or URL of the person who runs this, named in the User-Agent."""
    second_agent: str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 (compatible; factcheck)"
    """The User-Agent of a second try where a host refuses our own; ``none`` for no such try."""
    read_timeout_s: float = 20.0
    total_timeout_s: float = 60.0
    """From the first byte sent to the last received, all redirects and retries of one try included."""
    attempts: int = 3
    max_body_bytes: int = 25 * MEGABYTE
    """Decoded."""
    max_header_bytes: int = 64 * 1024
    max_redirects: int = 10
    concurrency: int = 64
    per_host: int = 2
    max_retry_wait_s: float = 120.0
    """The longest Retry-After that is waited for; a host that asks for more is `rate_limited`."""
    delay_s: float = 0.2
    """The least time between two requests to one host."""
    obey_robots: bool = True
    allow_hosts: tuple[str, ...] = ()
    """Hosts (``wiki.corp.example``, ``*.corp.example``, ``127.0.0.1:8080``) whose addresses may be private."""
    deny_hosts: tuple[str, ...] = ()
    allow_ports: tuple[int, ...] = ()
    """Ports besides 80, 443 and 8000 to 8999."""
    archive_only_hosts: tuple[str, ...] = ()
    """Hosts that are never asked, only looked up in the archive (``*.example``)."""
    timegates: tuple[str, ...] = ("https://web.archive.org/web/",)
    jobs: int = 0
    """Processes that read pages and weigh claims; 1 is none besides the run's own, 0 as many as processors, up to 4."""
    save: bool = False
    """Whether live pages are handed to a web archive."""
    save_url: str = "https://web.archive.org/save"
    """A Save Page Now 2 interface."""
    save_credentials: str | None = field(default=None, repr=False)
    """``key:secret`` of an account there; shown and archived nowhere."""
    save_delay_s: float = 9.0
    """The least time between two submissions: the Internet Archive takes seven a minute from an account."""
    save_wait_s: float = 180.0
    """How long is waited for the archive to say what came of the last submissions."""
    text_copies: bool = True
    """Whether the texts of the cited pages are laid beside the report."""
    verbosity: int = 0


ENVIRONMENT_PREFIX = "FACTCHECK_"
FILE_NAMES = ("factcheck.toml", "pyproject.toml")
_FLAG_ONLY = frozenset({"verbosity"})


def load_settings(
    config: Path | None = None,
    environment: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
    start: Path | None = None,
) -> Settings:
    """The settings of a run, each source over the one before: defaults, file, `environment`, `flags` (by key).

    Without `config` the file is looked for from `start` (the working directory) upward.  Relative paths of a file, and
    the default ones, are relative to the file's folder; those of the environment and of flags to the working directory.
    Raises `ConfigError` naming the source, the key and what is expected.
    """
    path = config if config is not None else find_config(start or Path())
    values = _file_values(path) if path is not None else {}
    values |= _environment_values(os.environ if environment is None else environment)
    keys = setting_keys()
    for key, value in (flags or {}).items():
        values[keys[key]] = _read(keys[key], value, "--" + key.replace("_", "-"))
    return Settings(**values)


def find_config(start: Path) -> Path | None:
    """The nearest file that configures factcheck, from `start` upward to the repository's root; None without one.

    The search does not leave a repository, lest a file in a shared parent folder decide what may be fetched.
    """
    folder = start.absolute()
    for parent in (folder, *folder.parents):
        for name in FILE_NAMES:
            if configures(parent / name):
                return parent / name
        if (parent / ".git").exists():
            return None
    return None


def configures(path: Path) -> bool:
    """Whether `path` is a factcheck.toml, or a pyproject.toml with a table of ours."""
    return path.is_file() and (path.name == FILE_NAMES[0] or _section(path, _parsed(path)) is not None)


def setting_keys() -> dict[str, str]:
    """Every key that a file and the environment may set, with the `Settings` field it sets."""
    return {_key(field.name): field.name for field in fields(Settings) if field.name not in _FLAG_ONLY}


def _key(name: str) -> str:
    return name.removesuffix("_s").removesuffix("_bytes")


def _read(name: str, raw: object, origin: str) -> Any:
    return read_value(get_type_hints(Settings)[name], name, raw, origin)


# --- the three sources -----------------------------------------------------------------------------------------------


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path}: not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {' '.join(str(error).split())}") from error


def _section(path: Path, content: Mapping[str, Any]) -> object:
    """The part of a file that is ours: ``[tool.factcheck]``, or all of a file that is not a pyproject.toml."""
    tool = content.get("tool")
    if isinstance(tool, dict) and "factcheck" in tool:
        return tool["factcheck"]
    return None if path.name == "pyproject.toml" else content


def _file_values(path: Path) -> dict[str, Any]:
    section = _section(path, _parsed(path))
    if section is None:
        raise ConfigError(f"{path}: has no [tool.factcheck] table")
    if not isinstance(section, dict):
        raise ConfigError(f"{path}: tool.factcheck must be a table")
    keys = setting_keys()
    values = {field.name: field.default for field in fields(Settings) if _holds_paths(field.default)}
    for key, value in section.items():
        name = keys.get(key.replace("-", "_"))
        if name is None:
            raise ConfigError(f"{path}: unknown key {key!r}{_hint(key.replace('-', '_'), keys)}")
        values[name] = _read(name, value, f"{path}: {key}")
    return {name: _beside(value, path.parent) for name, value in values.items()}


def _environment_values(environment: Mapping[str, str]) -> dict[str, Any]:
    """Values of FACTCHECK_… variables.  One that resembles no key is another program's; a near miss is an error."""
    keys = setting_keys()
    values: dict[str, Any] = {}
    for variable, text in sorted(environment.items()):
        key = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
        if not variable.startswith(ENVIRONMENT_PREFIX) or not text:
            continue
        if key in keys:
            values[keys[key]] = _read(keys[key], text, variable)
        elif near := get_close_matches(key, keys, n=1, cutoff=0.8):
            raise ConfigError(f"unknown variable {variable}; did you mean {ENVIRONMENT_PREFIX}{near[0].upper()}?")
    return values


def _hint(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(known))}"


def _holds_paths(value: object) -> bool:
    return isinstance(value, Path) or (isinstance(value, tuple) and any(isinstance(item, Path) for item in value))


def _beside(value: Any, folder: Path) -> Any:
    """Relative paths of `value` taken from `folder`, written from the working directory (``../reports``)."""
    if isinstance(value, Path):
        return value if value.is_absolute() else Path(os.path.relpath(folder / value))
    if isinstance(value, tuple):
        return tuple(_beside(item, folder) for item in value)
    return value
