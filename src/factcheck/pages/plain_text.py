"""Plain text, CSV, JSON and XML feeds as page text."""

from __future__ import annotations

import json
import re
from typing import Any

_WRAPPED_FROM = 45
_TABLE_GAP = re.compile(r"\S(?: {3,}|\t)\S")
_ITEM = re.compile(r"\s*(?:[-*•–—]|\(?\d{1,3}[.)])\s")
_TAG = re.compile(r"<[^<>]{0,4000}>")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_ENTITY = re.compile(r"&#?\w{1,12};")
_MAX_JSON_VALUES = 500_000
_LONGEST_ERROR = 2_000


def unwrap(text: str) -> str:
    """`text` with hard-wrapped lines joined to paragraphs; short lines, items and rows of tables stay lines."""
    pieces: list[str] = []
    before = ""
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.rstrip()
        if line:
            goes_on = before and _goes_on(before, line)
            pieces += (" ", line.strip()) if goes_on else ("\n", line)
        before = line
    return "".join(pieces[1:])


def _goes_on(before: str, line: str) -> bool:
    if len(before) < _WRAPPED_FROM or not line.strip() or _ITEM.match(line):
        return False
    if _TABLE_GAP.search(before[-400:]) or _TABLE_GAP.search(line[:400]):
        return False
    return line.lstrip()[:1].islower() or (before[-1].isalnum() and before[-1] not in "0123456789") or before[-1] == ","


def read_json(text: str) -> str | None:
    """One line per value, ``key: value``, in document order; None where `text` is not JSON."""
    try:
        waiting: list[tuple[str, Any]] = [("", json.loads(text))]
    except (ValueError, RecursionError):
        return None
    lines: list[str] = []
    while waiting and len(lines) < _MAX_JSON_VALUES:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((str(k), v) for k, v in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((key, v) for v in reversed(value))
        elif value is not None:
            words = " ".join(str(value).split())
            lines.append(f"{key}: {words}" if key else words)
    return "\n".join(lines)


def json_error(text: str) -> str | None:
    """What a small JSON answer says went wrong, where it says nothing else; None where it is data."""
    if len(text) > _LONGEST_ERROR:
        return None
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answer, dict) or any(answer.get(key) for key in ("data", "result", "results", "items", "rows")):
        return None
    codes = [answer.get(key) for key in ("status", "code", "statusCode", "status_code", "error_code")]
    failed = any(str(code).isdigit() and 400 <= int(str(code)) < 600 for code in codes)
    said = answer.get("error") or answer.get("errors") or (failed and (answer.get("message") or answer.get("detail")))
    return " ".join(str(said).split())[:120] if said else None


def read_xml(text: str) -> str:
    """The character data of an XML document, an element to a line; nothing is resolved or expanded."""
    from html import unescape  # noqa: PLC0415 - only XML pages need the table of entities

    bare = _CDATA.sub("", _without_doctype(text))
    bare = _ENTITY.sub(lambda found: unescape(found.group()), _TAG.sub("\n", bare))
    bare = _TAG.sub(" ", bare)  # feeds hold escaped HTML
    lines = (" ".join(line.split()) for line in bare.split("\n"))
    return "\n".join(line for line in lines if line)


def _without_doctype(text: str) -> str:
    """`text` without its document type, entity definitions and all: what they would expand to is nobody's text."""
    start = text.find("<!DOCTYPE")
    if start < 0:
        return text
    bracket, end = text.find("[", start), text.find(">", start)
    if 0 <= bracket < end:
        end = text.find("]>", bracket) + 1
    return text[:start] + text[end + 1 :] if end > 0 else text[:start]


def read_csv(text: str) -> str:
    """The rows of a CSV file, cells set apart; None of its quoting is left."""
    import csv  # noqa: PLC0415 - only CSV pages need it

    sample = text[:4000]
    delimiter = max(",;\t|", key=sample.count)
    csv.field_size_limit(10_000_000)
    try:
        rows = [
            " | ".join(" ".join(cell.split()) for cell in row)
            for row in csv.reader(text.splitlines(), delimiter=delimiter)
        ]
    except csv.Error:
        return text
    return "\n".join(row for row in rows if row.strip(" |"))
