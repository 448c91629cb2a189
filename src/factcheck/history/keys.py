"""Names of findings that outlive a run: ids count within one run, but a sentence and its source stay what they are."""

from __future__ import annotations

import json
import os
from collections import Counter
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]

_DIGITS = 24
"""Of the hexadecimal digest: 96 bits, beyond any chance of two findings being taken for one."""


def mark_findings(data: Json) -> None:
    """Give every figure and quotation of format-1 `data` its ``key``, ``evidence_digest`` and an empty ``review``."""
    for brief in data["briefs"]:
        mark_brief(brief)


def mark_brief(brief: Json) -> None:
    """The same for one brief, which gets its ``name`` too; what it was given once, it keeps.

    A stored report keeps its names wherever it is read from: a path in it counts from where the audit was run.
    """
    brief.setdefault("name", brief_name(brief["path"]))
    seen: Counter[str] = Counter()
    for claim, found in findings_of(brief):
        if found.get("key") is None:
            name = _key(brief, claim, found)
            seen[name] += 1
            # The same figure twice in a sentence, or the same sentence twice in a brief.
            found["key"] = name if seen[name] == 1 else _digest(name, seen[name])
            found["evidence_digest"] = evidence_digest(brief, found)
        found["review"] = None


def findings_of(brief: Json) -> Iterator[tuple[Json, Json]]:
    """Each figure and quotation of a brief beside its claim, claims in order."""
    for claim in brief["claims"]:
        yield from ((claim, found) for found in (*claim["figures"], *claim["quotations"]))


def brief_name(path: str) -> str:
    """What a brief is known by from run to run: its path from the project's folder, else from the working directory.

    The project's folder is the nearest one above the working directory that is configured or is a checkout: an audit
    that was started in a folder below it gives its briefs the names that they have when it is started at the top.
    """
    full = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links, and two names become one
    root = _project(Path.cwd())
    if full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return full.as_posix() if PurePath(path).is_absolute() else PurePath(path).as_posix()


def name_of(brief: Json) -> str:
    """The name of a brief of a report, stored or new."""
    return brief.get("name") or brief_name(brief["path"])


def _project(here: Path) -> Path:
    """The nearest folder, from `here` upwards, that configures factcheck; else the checkout's; else `here`."""
    folders = (here, *here.parents)
    configured = (folder for folder in folders if (folder / "factcheck.toml").exists() or _has_table(folder))
    checkouts = (folder for folder in folders if (folder / ".git").exists())
    return next(configured, None) or next(checkouts, here)


def _has_table(folder: Path) -> bool:
    try:
        return b"[tool.factcheck" in (folder / "pyproject.toml").read_bytes()
    except OSError:
        return False


def source_name(citation: Json) -> str | None:
    """What a citation is known by from run to run: its address, as printed where no other is known, else its title."""
    name: str | None = citation["url"] or citation["raw_url"] or citation["reference"]["title"]
    return name


def evidence_digest(brief: Json, found: Json) -> str:
    """Of all that a person judged by: the verdict, and the passage it rests on with its source; blanks do not count."""
    evidence = found["evidence"] or found.get("rival")
    if evidence is None:
        return _digest(found["verdict"])
    names = {citation["id"]: source_name(citation) for citation in brief["citations"]}
    passage = [_spaced(evidence.get(part)) for part in ("prefix", "exact", "suffix")]
    return _digest(found["verdict"], names.get(evidence["citation"]), *passage)


def _key(brief: Json, claim: Json, found: Json) -> str:
    return _digest(name_of(brief), _spaced(claim["text"]), _spaced(found["text"]), _rests_on(brief, claim, found))


def _rests_on(brief: Json, claim: Json, found: Json) -> str | None:
    """The first source that the finding rests on, whichever of them the evidence is from."""
    labels = set(found["footnotes"])
    linked = set(claim.get("links", ()))
    cited = (c for c in brief["citations"] if c["footnote"] in labels or (not labels and c["id"] in linked))
    first = next(cited, None)
    return None if first is None else source_name(first)


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())


def _digest(*parts: object) -> str:
    written = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return sha256(written.encode("ascii")).hexdigest()[:_DIGITS]
