"""Bibliographies beside a brief, in BibTeX or CSL-JSON → what each key cites, as a note would print it.

A brief names them itself, and a brief may come from anybody: only files below its own folder are read, and of no more
than some megabytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_MOST_BYTES = 8 * 1024 * 1024
_MOST_FILES = 20
_ENTRY = re.compile(r"@([A-Za-z]{1,40})[ \t\r\n]{0,40}\{[ \t\r\n]{0,40}([^\s,{}\"]{1,300})[ \t\r\n]{0,40},")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]{0,40})\s{0,40}=\s{0,40}")
_BARE = re.compile(r"[^\s,{}]{1,200}")
_URL = re.compile(r"https?://[^\s{}\\]{4,2000}")
_COMMAND = re.compile(r"\\(?:url|href|emph|textit|textbf|textsc|mkbibquote)(?![A-Za-z])")
_ACCENT = re.compile(r"\\[\"'`^~=.vcukHbdr]\s?(?=[A-Za-z{])")
_ESCAPED = re.compile(r"\\([_%&#$])")
_NO_WORK = frozenset({"comment", "string", "preamble"})
_SPECIAL = str.maketrans({"{": None, "}": None, "~": " "})


@dataclass(frozen=True, slots=True)
class Work:
    """A work of a bibliography: what names it, without its address, and the address, None where it has none."""

    words: str
    url: str | None


def read_works(folder: Path, names: Iterable[str]) -> tuple[dict[str, Work], list[str]]:
    """The works of the bibliographies `names` below `folder` by their keys, and the names that could not be read."""
    works: dict[str, Work] = {}
    unread: list[str] = []
    for number, name in enumerate(names):
        text = _text_of(folder, name) if number < _MOST_FILES else None
        if text is None:
            unread.append(name)
            continue
        for key, work in _works_of(text):
            works.setdefault(key, work)
    return works, unread


def _text_of(folder: Path, name: str) -> str | None:
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return None


def _works_of(text: str) -> Iterator[tuple[str, Work]]:
    if text.lstrip()[:1] in ("[", "{"):
        return _csl_works(text)
    return _bib_works(text)


# --- CSL-JSON (citationstyles.org, schema csl-data.json) -------------------------------------------------------------


def _csl_works(text: str) -> Iterator[tuple[str, Work]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = found.get("items", found.get("references")) if isinstance(found, dict) else found
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and (key := str(item.get("citation-key") or item.get("id") or "")):
            made = {name: str(item[name]) for name in _CSL_FIELDS if isinstance(item.get(name), str | int)}
            made["date"] = _csl_date(item.get("issued"))
            yield key, _work(_csl_names(item.get("author")), made)


_CSL_FIELDS = ("title", "container-title", "publisher", "URL", "DOI")


def _csl_names(people: Any) -> str:
    if not isinstance(people, list):
        return ""
    parts = [(p.get("literal") or _given_and_family(p)) for p in people[:6] if isinstance(p, dict)]
    return ", ".join(str(part) for part in parts if part)


def _given_and_family(person: Mapping[str, Any]) -> str:
    return " ".join(str(person[part]) for part in ("given", "family") if person.get(part))


def _csl_date(issued: Any) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(f"{int(part):02d}" for part in parts[0][:3] if str(part).isdecimal())
    return str(issued.get("raw") or issued.get("literal") or "")


# --- BibTeX and BibLaTeX ---------------------------------------------------------------------------------------------


def _bib_works(text: str) -> Iterator[tuple[str, Work]]:
    for match in _ENTRY.finditer(text):
        if match.group(1).lower() not in _NO_WORK:
            fields = dict(_bib_fields(text, match.end()))
            names = ", ".join(_bib_name(name) for name in re.split(r"\s+and\s+", fields.get("author", ""))[:6])
            yield match.group(2), _work(names, fields)


def _bib_fields(text: str, at: int) -> Iterator[tuple[str, str]]:
    while (match := _FIELD.match(text, at)) is not None:
        end = _value_end(text, match.end())
        if end is None:
            return
        yield match.group(1).lower(), text[match.end() : end]
        at = end


def _value_end(text: str, start: int) -> int | None:
    """Where a value in braces, in quotation marks or without either ends; None where it never does."""
    if text[start : start + 1] not in ("{", '"'):
        bare = _BARE.match(text, start)
        return bare.end() if bare else None
    quoted, depth = text[start] == '"', 0
    for at in range(start, min(len(text), start + _LONGEST_VALUE)):
        character = text[at]
        depth += (character == "{") - (character == "}")
        if depth == 0 and at > start and character == ('"' if quoted else "}"):
            return at + 1
    return None


_LONGEST_VALUE = 20_000


def _bib_name(name: str) -> str:
    family, _, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip()


# --- both ------------------------------------------------------------------------------------------------------------


def _plain(value: str) -> str:
    value = _ACCENT.sub("", _COMMAND.sub("", value.strip().strip('"')))
    return " ".join(value.replace("\\", "").replace("--", "-").translate(_SPECIAL).split())


def _work(names: str, fields: Mapping[str, str]) -> Work:
    lower = {name.lower(): _ESCAPED.sub(r"\1", value) for name, value in fields.items()}
    url = next((found for name in ("url", "howpublished", "note") if (found := _URL.search(lower.get(name, "")))), None)
    doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _plain(lower.get("doi", "")), flags=re.IGNORECASE)
    address = (
        _plain(url.group()).rstrip(".,;") if url else (f"https://doi.org/{doi}" if doi.startswith("10.") else None)
    )
    title = _plain(lower.get("title", ""))
    home = next(
        (lower[n] for n in ("journal", "journaltitle", "container-title", "publisher", "institution") if lower.get(n)),
        "",
    )
    words = (
        _plain(names),
        f"“{title}”" if title else "",
        _plain(home),
        _plain(lower.get("date") or lower.get("year", "")),
    )
    return Work(", ".join(filter(None, words)), address)
