"""The sources as CSL-JSON 1.0.2 (https://docs.citationstyles.org), which Zotero, Pandoc and word processors read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factcheck.report.exports.works import works_of
from factcheck.report.links import host_of
from factcheck.report.words import STATUS_WORDS, said

if TYPE_CHECKING:
    from factcheck.report.exports.works import Work

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", re.ASCII)


def csl_json_bytes(data: dict[str, Any]) -> bytes:
    """The works of format-1 `data` as one JSON list."""
    items = [_item(work) for work in works_of(data)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _item(work: Work) -> dict[str, Any]:
    archive = host_of(work.archive_url) if work.archive_url else said("archive_file") if work.archive_place else None
    item = {
        "id": work.key,
        "type": "report" if work.is_document else "webpage",
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "publisher": work.publisher,
        "container-title": None if work.is_document else host_of(work.url),
        "issued": _date(work.published),
        "accessed": _date(work.accessed),
        "URL": work.url,
        "language": work.language,
        "archive": archive,
        "archive_location": work.archive_url or work.archive_place,
        "note": _note(work),
    }
    return {name: value for name, value in item.items() if value not in (None, [])}


def _note(work: Work) -> str:
    archived = f"; {said('archived', time=work.archived_at)}" if work.archived_at else ""
    return f"factcheck: {STATUS_WORDS[work.status]}{archived}"


def _date(text: str | None) -> dict[str, Any] | None:
    """A date in parts; one that is not ISO 8601 as the words that it is."""
    if text is None:
        return None
    match = _DATE.fullmatch(text)
    if match is None:
        return {"literal": text}
    return {"date-parts": [[int(part) for part in match.groups() if part]]}
