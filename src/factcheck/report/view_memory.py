"""What is known from before, as the page shows it: changes since the last audit, and people's reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.view import ChangesView, ChangeView, ReviewsView, ReviewView
from factcheck.report.words import (
    CHANGE_WORDS,
    LAPSE_SENTENCES,
    STATUS_WORDS,
    VERDICT_WORDS,
    count_words,
    day_words,
    time_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.report.view import BriefView

    Json = dict[str, Any]

_MOST_LISTED = 200


def review_view(review: Json | None) -> ReviewView | None:
    """A person's decision in words."""
    if review is None:
        return None
    because = review["because"]
    return ReviewView(
        verdict=review["verdict"],
        word=VERDICT_WORDS[review["verdict"]],
        reason=review["reason"],
        initials=review["initials"],
        expires=day_words(f"{review['expires']}T00:00:00Z"),
        lapsed=LAPSE_SENTENCES[because] if because else None,
    )


def reviews_view(data: Json) -> ReviewsView | None:
    """What became of the reviews that are kept; None where none are."""
    reviews = data.get("reviews")
    if not reviews or not (reviews["applied"] or reviews["unused"] or reviews["malformed"]):
        return None
    words = [f"{count_words(reviews['applied'], 'finding')} reviewed by a person"]
    words += [f"{count_words(reviews['lapsed'], 'review')} lapsed"] if reviews["lapsed"] else []
    unused = tuple(
        f"“{found['subject'] or found['finding']}” in {found['brief']} ({found['file']})" for found in reviews["unused"]
    )
    return ReviewsView(", ".join(words), unused, tuple(reviews["malformed"]))


def changes_view(data: Json, briefs: Sequence[tuple[Json, BriefView]]) -> ChangesView | None:
    """What changed since the audit before; None where there is none."""
    changes = data.get("changes")
    if not changes:
        return None
    anchors = dict(_anchors(briefs))
    items = [_change(change, STATUS_WORDS, anchors) for change in changes["citations"]]
    items += [_change(change, VERDICT_WORDS, anchors) for change in changes["findings"]]
    order = list(CHANGE_WORDS)
    items.sort(key=lambda item: order.index(item.change))
    return ChangesView(
        since=time_words(changes["since"]),
        since_at=changes["since"],
        counts=tuple(_counts(changes)),
        items=tuple(items[:_MOST_LISTED]),
        more=max(0, len(items) - _MOST_LISTED),
    )


def _counts(changes: Json) -> Iterator[str]:
    for key, one, many in (("citations", "source", "sources"), ("findings", "figure or quotation", None)):
        for change, count in changes["summary"][key].items():
            if count:
                noun = count_words(count, one, many or "figures and quotations")
                yield f"{noun} {CHANGE_WORDS[change]}"
    if changes["briefs_added"]:
        yield f"{count_words(len(changes['briefs_added']), 'brief')} added"


def _change(change: Json, words: dict[str, str], anchors: dict[tuple[str, str], str]) -> ChangeView:
    name = change.get("key") or change["id"]
    return ChangeView(
        change=change["change"],
        word=CHANGE_WORDS[change["change"]],
        text=change.get("text") or change.get("url") or f"note {change.get('footnote')}",
        before=words[change["before"]] if change["before"] else None,
        after=words[change["after"]] if change["after"] else None,
        anchor=anchors.get((change["brief"], name)) if name and change["after"] else None,
    )


def _anchors(briefs: Iterable[tuple[Json, BriefView]]) -> Iterator[tuple[tuple[str, str], str]]:
    """Where on the page a citation (by its id) and a finding (by its key) of a brief stands."""
    for brief, view in briefs:
        for number, citation in enumerate(brief["citations"], 1):
            yield (brief["path"], citation["id"]), f"{view.anchor}-c{number}"
        findings = (found for group in view.groups for block in group.blocks for found in block.findings)
        yield from (((brief["path"], found.key), found.anchor) for found in findings if found.key)
