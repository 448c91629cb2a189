"""Bibliographies beside a brief, in BibTeX or CSL-JSON → what each key cites, as a note would print it.

A brief names them itself, and a brief may come from anybody: only files below its own folder are read, and of no more
than some megabytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factcheck.documents.tex_values import address_in, address_of, identifier, printed_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_MOST_BYTES = 8 * 1024 * 1024
_MOST_FILES = 20
_ENTRY = re.compile(r"@([A-Za-z]{1,40})[ \t\r\n]{0,40}\{[ \t\r\n]{0,40}([^\s,{}\"]{1,300})[ \t\r\n]{0,40},")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]{0,40})\s{0,40}=\s{0,40}")
_BARE = re.compile(r"[^\s,{}]{1,200}")
_JOIN = re.compile(r"\s{0,40}#\s{0,40}")
_DELIMITER = re.compile(r'[{}"]')
_ADDRESS = re.compile(r"https?://\S{4,2000}", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{2,9}/\S{1,500})", re.IGNORECASE)
_DOI_SIGNS = "/:;().,-_~!*'@+=$&"
_MOST_TORN = 50
_NO_WORK = frozenset({"comment", "string", "preamble"})


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
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links that lead in a circle, before Python 3.13
        return None
    return data.decode("utf-8-sig", errors="replace") if len(data) <= _MOST_BYTES else None


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
            title, journal, publisher, url, doi = (_csl_text(item.get(name)) for name in _CSL_FIELDS)
            url = url if _ADDRESS.fullmatch(url) else ""
            names, date = _csl_text(_csl_names(item.get("author"))), _csl_text(_csl_date(item.get("issued")))
            yield key, Work(_in_words(names, title, journal or publisher, date), url or _doi_address(doi))


_CSL_FIELDS = ("title", "container-title", "publisher", "URL", "DOI")


def _csl_text(value: Any) -> str:
    """A field's text on one line; half a character, which JSON can escape and no file can hold, as a question mark."""
    return " ".join(value.encode("utf-8", "replace").decode().split()) if isinstance(value, str) else ""


def _csl_names(people: Any) -> str:
    if not isinstance(people, list):
        return ""
    parts = [(p.get("literal") or _given_and_family(p)) for p in people[:_MOST_NAMES] if isinstance(p, dict)]
    return ", ".join(str(part) for part in parts if part)


def _given_and_family(person: Mapping[str, Any]) -> str:
    return " ".join(str(person[part]) for part in ("given", "family") if person.get(part))


def _csl_date(issued: Any) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(f"{int(str(part)[:4]):02d}" for part in parts[0][:3] if str(part).isdecimal())
    return str(issued.get("raw") or issued.get("literal") or "")


# --- BibTeX and BibLaTeX ---------------------------------------------------------------------------------------------


def _bib_works(text: str) -> Iterator[tuple[str, Work]]:
    at, torn = 0, 0
    while torn < _MOST_TORN and (match := _ENTRY.search(text, at)) is not None:
        entry = _bib_fields(text, match.end())
        at, torn = entry.end, torn + entry.is_torn
        if match.group(1).lower() not in _NO_WORK:
            yield match.group(2), _bib_work(entry.fields)


@dataclass(slots=True)
class _Entry:
    """The fields of an entry, the place behind the last one, and whether a value has no end."""

    end: int
    fields: dict[str, str] = field(default_factory=dict)
    is_torn: bool = False


def _bib_fields(text: str, at: int) -> _Entry:
    entry = _Entry(at)
    while (match := _FIELD.match(text, entry.end)) is not None:
        found = _value(text, match.end())
        if found is None:
            entry.is_torn = True
            break
        value, entry.end = found
        if value is not None:
            entry.fields.setdefault(match.group(1).lower(), value)
    return entry


def _value(text: str, at: int) -> tuple[str | None, int] | None:
    """A field's value, None where a name stands for a part of it, and where it ends; None where it never does."""
    parts: list[str] = []
    known = True
    while (end := _value_end(text, at)) is not None:
        delimited = text[at] in '{"'
        parts.append(text[at + 1 : end - 1] if delimited else text[at:end])
        joined = _JOIN.match(text, end)
        known = known and (delimited or parts[-1].isdecimal() or (joined is None and len(parts) == 1))
        if joined is None:
            return ("".join(parts) if known else None), end
        at = joined.end()
    return None


def _value_end(text: str, start: int) -> int | None:
    """Where a value in braces, in quotation marks or without either ends; None where it never does."""
    if text[start : start + 1] not in ("{", '"'):
        bare = _BARE.match(text, start)
        return bare.end() if bare else None
    quoted, depth = text[start] == '"', 0
    for match in _DELIMITER.finditer(text, start, start + _LONGEST_VALUE):
        character = match.group()
        depth += (character == "{") - (character == "}")
        if depth == 0 and match.start() > start and character == ('"' if quoted else "}"):
            return match.end()
    return None


_LONGEST_VALUE = 20_000


def _bib_work(fields: Mapping[str, str]) -> Work:
    people = " ".join(fields.get("author", "").split()).split(" and ")
    home = next((fields[name] for name in _HOMES if fields.get(name)), "")
    parts = (fields.get("title", ""), home, fields.get("date") or fields.get("year", ""))
    words = _in_words(", ".join(map(_bib_name, people[:_MOST_NAMES])), *map(printed_words, parts))
    return Work(words, _bib_address(fields))


_HOMES = ("journal", "journaltitle", "publisher", "institution")
_MOST_NAMES = 6


def _bib_name(name: str) -> str:
    family, _, given = name.partition(",")
    return printed_words(f"{given} {family}")


def _bib_address(fields: Mapping[str, str]) -> str | None:
    """The field made for addresses first, then the DOI, then what a remark may mention."""
    return (
        address_of(fields.get("url", ""))
        or _doi_address(identifier(fields.get("doi", "")))
        or address_in(fields.get("howpublished", ""))
        or address_in(fields.get("note", ""))
    )


# --- both ------------------------------------------------------------------------------------------------------------


def _doi_address(doi: str) -> str | None:
    found = _DOI.fullmatch(doi)
    return f"https://doi.org/{quote(found.group(1), safe=_DOI_SIGNS)}" if found else None


def _in_words(names: str, title: str, home: str, date: str) -> str:
    return ", ".join(filter(None, (names, f"“{title}”" if title else "", home, date)))
