"""One audit against the one before: what is new, gone, fixed, broken or otherwise changed.

Items are matched by what stays: a citation by its address and note, a figure by its words in their sentence, never by
ids, which count within one run.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.history.keys import name_of, source_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    Json = dict[str, Any]

CHANGES = ("broken", "fixed", "new", "changed", "gone")
_WRONG = frozenset({"mismatched", "dead", "unsupported", "not_found"})
_RIGHT = frozenset({"verified", "reachable", "supported"})
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f\u2009 ]\d+)*")


@dataclass(frozen=True, slots=True)
class _Item:
    """A citation or finding of one run: what it is matched by, the first key that fits, and what is told of it."""

    keys: tuple[Hashable, ...]
    state: str
    told: Json


def changes_since(previous: Json | None, data: Json) -> Json | None:
    """The ``changes`` of format-1 `data` since `previous`; None where there is no previous report.

    A brief that was not in the previous report is named in ``briefs_added``, its items are not listed one by one; one
    that is not in this report, in ``briefs_left_out``.
    """
    if previous is None:
        return None
    before = {name_of(brief): brief for brief in previous["briefs"]}
    after = {name_of(brief): brief for brief in data["briefs"]}
    both = [path for path in after if path in before]
    citations = [
        change
        for path in both
        for change in _compared(after[path]["path"], *map(_citations, (before[path], after[path])))
    ]
    findings = [
        change
        for path in both
        for change in _compared(after[path]["path"], *map(_findings, (before[path], after[path])))
    ]
    return {
        "since": previous["generated_at"],
        "summary": {"citations": _counts(citations), "findings": _counts(findings)},
        "citations": citations,
        "findings": findings,
        "briefs_added": [brief["path"] for path, brief in after.items() if path not in before],
        "briefs_left_out": [brief["path"] for path, brief in before.items() if path not in after],
    }


def _counts(changes: Sequence[Json]) -> dict[str, int]:
    return {name: sum(change["change"] == name for change in changes) for name in CHANGES}


# --- what is compared ------------------------------------------------------------------------------------------------


def _citations(brief: Json) -> list[_Item]:
    return [
        _Item(
            # A note whose address was corrected is the same note; one that moved keeps its address.
            ((source_name(found), found["footnote"]), source_name(found), ("note", found["footnote"])),
            found["status"],
            {"id": found["id"], "footnote": found["footnote"], "url": found["url"] or found["raw_url"]},
        )
        for found in brief["citations"]
    ]


def _findings(brief: Json) -> list[_Item]:
    return [
        _finding(claim, kind, place, found)
        for claim in brief["claims"]
        for kind in ("figure", "quotation")
        for place, found in enumerate(claim[f"{kind}s"])
    ]


def _finding(claim: Json, kind: str, place: int, found: Json) -> _Item:
    sentence = " ".join(claim["text"].split())
    return _Item(
        # A sentence in which only a number was corrected is the same sentence.
        ((kind, sentence, found["text"]), (kind, _NUMBER.sub("0", sentence), place)),
        found["verdict"],
        {"id": claim["id"], "kind": kind, "text": found["text"], "key": found.get("key")},
    )


# --- how -------------------------------------------------------------------------------------------------------------


def _compared(path: str, before: list[_Item], after: list[_Item]) -> Iterator[Json]:
    pairs, gone, new = _paired(before, after)
    for old, now in pairs:
        if old.state != now.state:
            yield {
                "brief": path,
                "change": _change(old.state, now.state),
                "before": old.state,
                "after": now.state,
            } | now.told
    yield from ({"brief": path, "change": "new", "before": None, "after": item.state} | item.told for item in new)
    for item in gone:
        yield {"brief": path, "change": "gone", "before": item.state, "after": None} | item.told | {"id": None}


def _change(before: str, after: str) -> str:
    if after in _WRONG:
        return "changed" if before in _WRONG else "broken"
    return "fixed" if before in _WRONG and after in _RIGHT else "changed"


def _paired(before: list[_Item], after: list[_Item]) -> tuple[list[tuple[_Item, _Item]], list[_Item], list[_Item]]:
    """Pairs by the first key, what is left by the second, and so on; then what is only before, and only after."""
    pairs: list[tuple[_Item, _Item]] = []
    for rank in range(max((len(item.keys) for item in (*before, *after)), default=0)):
        matched, before, after = _paired_by(lambda item, rank=rank: item.keys[rank], before, after)  # type: ignore[misc]  # a default binds the loop's value
        pairs += matched
    return pairs, before, after


def _paired_by(
    key: Callable[[_Item], Hashable], before: list[_Item], after: list[_Item]
) -> tuple[list[tuple[_Item, _Item]], list[_Item], list[_Item]]:
    """Items with the same key pair in their order; linear."""
    waiting: dict[Hashable, list[_Item]] = defaultdict(list)
    for item in reversed(before):
        waiting[key(item)].append(item)
    pairs, new = [], []
    for item in after:
        if same := waiting.get(key(item)):
            pairs.append((same.pop(), item))
        else:
            new.append(item)
    left = {id(item) for items in waiting.values() for item in items}
    return pairs, [item for item in before if id(item) in left], new
