"""One setting's value, read from TOML, from the text of an environment variable, or from a flag.

What is accepted follows from the field's declared type and its unit: ``…_s`` is a time in seconds, ``…_bytes`` a size.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import StrEnum
from math import isfinite
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = {
    "_s": {"ms": 0.001, "s": 1.0, "min": 60.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0, "w": 604_800.0},
    "_bytes": {"b": 1.0, "kb": 2.0**10, "mb": 2.0**20, "gb": 2.0**30},
}
_AT_LEAST_ONE = frozenset({"attempts", "concurrency", "per_host", "max_body_bytes", "max_header_bytes", "allow_ports"})
_ABOVE_ZERO = frozenset({"read_timeout_s", "total_timeout_s"})
_HIGHEST_PORT = 65_535
_AMOUNT = re.compile(r"(\d{1,12}(?:\.\d{1,6})?) ?([a-z]{0,3})", re.ASCII)
_SECRET = frozenset({"save_credentials"})
_SHOWN = 60  # characters of a wrong value that a message repeats


class _WrongValueError(Exception):
    """A value is not of its key's kind; says what is expected and, of an item in a list, what was found."""


def read_value(kind: Any, name: str, raw: object, origin: str) -> Any:
    """The value of field `name`, declared as `kind`, from TOML, a variable's text or a flag.

    Raises `ConfigError`: `origin` (which source, which key), what is expected, and what was found.
    """
    try:
        return _converted(kind, name, raw)
    except _WrongValueError as error:
        expected, found = error.args if len(error.args) > 1 else (*error.args, raw)
        if name in _SECRET:
            raise ConfigError(f"{origin}: expected {expected}") from None
        raise ConfigError(f"{origin}: expected {expected}, not {_shown(found)}") from None


def _shown(raw: object) -> str:
    text = str(raw).lower() if isinstance(raw, bool) else repr(raw)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _converted(kind: Any, name: str, raw: object) -> Any:
    if get_origin(kind) in {tuple, frozenset}:
        return get_origin(kind)([_item(get_args(kind)[0], name, item) for item in _listed(raw)])
    if NoneType in get_args(kind):
        return _converted(next(arm for arm in get_args(kind) if arm is not NoneType), name, raw)
    if issubclass(kind, StrEnum):
        return _member(kind, raw)
    return _READERS[kind](name, raw)


def _item(kind: Any, name: str, raw: object) -> Any:
    try:
        return _converted(kind, name, raw)
    except _WrongValueError as error:
        raise _WrongValueError(error.args[0], raw) from None


def _listed(raw: object) -> list[Any]:
    """A list, or one text with commas; the word "none" is the empty list, an empty text (an unset variable) is not."""
    if isinstance(raw, str):
        parts = [part.strip() for part in raw.split(",") if part.strip()]
        if not parts:
            raise _WrongValueError("a text with commas, or none")
        return [] if raw.strip().lower() == "none" else parts
    if isinstance(raw, (list, tuple)):
        return list(raw)
    raise _WrongValueError("a list, or one text with commas")


def _member(kind: type[StrEnum], raw: object) -> StrEnum:
    known = [member.value for member in kind]
    if isinstance(raw, str) and raw.lower() in known:
        return kind(raw.lower())
    near = get_close_matches(raw.lower(), known, n=1) if isinstance(raw, str) else []
    meant = f" (did you mean {near[0]!r}?)" if near else ""
    raise _WrongValueError(f"one of {', '.join(known)}, or none{meant}")


def _boolean(_name: str, raw: object) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in words:
        return words[raw.strip().lower()]
    raise _WrongValueError("true or false")


def _string(_name: str, raw: object) -> str:
    if isinstance(raw, str) and raw.isprintable() and raw.strip():
        return raw.strip()
    raise _WrongValueError("a text of one line")


def _path(_name: str, raw: object) -> Path:
    if isinstance(raw, Path):
        return raw
    if isinstance(raw, str) and raw.strip() and "\0" not in raw:
        return Path(raw).expanduser()
    raise _WrongValueError("a path")


def _amount(name: str, raw: object) -> float:
    """A number in the field's own unit, or a text with a unit: ``90``, ``"90s"``, ``"1.5h"``, ``"25MB"``."""
    suffix = next((suffix for suffix in _UNITS if name.endswith(suffix)), None)
    units = _UNITS[suffix] if suffix else {}
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return raw
    match = _AMOUNT.fullmatch(raw.strip().lower().replace("ib", "b")) if isinstance(raw, str) else None
    if match and (not match[2] or match[2] in units):
        return float(match[1]) * units.get(match[2], 1.0)
    raise _WrongValueError(_expected(name))


def _expected(name: str) -> str:
    if name.endswith("_s"):
        return "a time like 20, '90s', '12h' or '7d'"
    if name.endswith("_bytes"):
        return "a size like 1048576 or '25MB'"
    return "a port from 1 to 65535" if name == "allow_ports" else "a number"


def _in_bounds(name: str, value: float) -> float:
    least = 1 if name in _AT_LEAST_ONE else 0
    if not isfinite(value) or value < least or (name in _ABOVE_ZERO and value == 0):
        raise _WrongValueError(f"{_expected(name)}, {'above 0' if name in _ABOVE_ZERO else f'at least {least}'}")
    if name == "allow_ports" and value > _HIGHEST_PORT:
        raise _WrongValueError(_expected(name))
    return value


def _whole(name: str, raw: object) -> int:
    value = _in_bounds(name, _amount(name, raw))
    if value != int(value):
        raise _WrongValueError("a whole number")
    return int(value)


def _decimal(name: str, raw: object) -> float:
    return float(_in_bounds(name, _amount(name, raw)))


_READERS: dict[type, Callable[[str, object], object]] = {
    bool: _boolean,
    int: _whole,
    float: _decimal,
    str: _string,
    Path: _path,
}
