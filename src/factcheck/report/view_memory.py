"""What is known from before, as the page shows it: changes since the last audit, and people's reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.view import ReviewView
from factcheck.report.view_run import ChangesView, ChangeView, ReviewsView
from factcheck.report.words import (
    CHANGE_WORDS,
    LAPSE_SENTENCES,
    STATUS_WORDS,
    VERDICT_WORDS,
    count_words,
    day_words,
    said,
    time_words,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from factcheck.report.view import BriefView

    Json = dict[str, Any]
    Places = dict[tuple[str, str], str]

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
    words = [said("reviewed", findings=count_words(reviews["applied"], "finding"))]
    words += [said("lapsed_reviews", reviews=count_words(reviews["lapsed"], "review"))] if reviews["lapsed"] else []
    unused = tuple(
        said("unused_review", subject=found["subject"] or found["finding"], brief=found["brief"], file=found["file"])
        for found in reviews["unused"]
    )
    return ReviewsView(", ".join(words), unused, tuple(reviews["malformed"]))


def changes_view(data: Json, places: Places) -> ChangesView | None:
    """What changed since the audit before; None where there is none.  `places` has the link to each changed item."""
    changes = data.get("changes")
    if not changes:
        return None
    items = [_change(change, STATUS_WORDS, places) for change in changes["citations"]]
    items += [_change(change, VERDICT_WORDS, places) for change in changes["findings"]]
    order = list(CHANGE_WORDS)
    items.sort(key=lambda item: order.index(item.change))
    return ChangesView(
        since=time_words(changes["since"]),
        since_at=changes["since"],
        counts=tuple(change_counts(changes)),
        items=tuple(items[:_MOST_LISTED]),
        more=max(0, len(items) - _MOST_LISTED),
    )


def change_counts(changes: Json) -> Iterator[str]:
    """``2 sources gone wrong``, ``1 figure or quotation new``; nothing where nothing changed."""
    for key, noun in (("citations", "source"), ("findings", "figure_or_quotation")):
        for change, count in changes["summary"][key].items():
            if count:
                yield said("change", items=count_words(count, noun), changed=CHANGE_WORDS[change])
    if changes["briefs_added"]:
        yield said("added", briefs=count_words(len(changes["briefs_added"]), "brief"))


def _change(change: Json, words: dict[str, str], places: Places) -> ChangeView:
    name = change.get("key") or change["id"]
    return ChangeView(
        change=change["change"],
        word=CHANGE_WORDS[change["change"]],
        text=change.get("text") or change.get("url") or said("note", label=change.get("footnote")),
        before=words[change["before"]] if change["before"] else None,
        after=words[change["after"]] if change["after"] else None,
        href=places.get((change["brief"], name)) if name and change["after"] else None,
    )


def changed_items(data: Json) -> set[tuple[str, str]]:
    """What `changes_view` may link to: the path of the brief, and the id of a citation or the key of a finding."""
    changes = data.get("changes") or {"citations": (), "findings": ()}
    return {(item["brief"], item.get("key") or item["id"]) for item in (*changes["citations"], *changes["findings"])}


def change_places(brief: Json, view: BriefView, page: str, wanted: Container[tuple[str, str]]) -> Places:
    """Of the `wanted` items those of a brief, with their links; `page` shows it, and is empty for this one."""
    start = f"{page}#{view.anchor}"
    cited = {(brief["path"], citation["id"]): f"{start}-c{n}" for n, citation in enumerate(brief["citations"], 1)}
    found = {
        (brief["path"], one.key): f"{page}#{one.anchor}"
        for group in view.groups
        for block in group.blocks
        for one in block.findings
        if one.key
    }
    return {name: href for name, href in (cited | found).items() if name in wanted}


def changes_of(changes: Json | None, path: str) -> Json | None:
    """The part of ``changes`` that is about the brief at `path`."""
    if not changes:
        return None
    own = {key: [item for item in changes[key] if item["brief"] == path] for key in ("citations", "findings")}
    counts = {
        key: {word: sum(item["change"] == word for item in items) for word in CHANGE_WORDS}
        for key, items in own.items()
    }
    return changes | own | {"summary": counts, "briefs_added": [p for p in changes["briefs_added"] if p == path]}
