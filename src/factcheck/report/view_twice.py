"""Facts that the run's briefs state twice: as the page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.view import PassageView
from factcheck.report.view_run import TwiceView
from factcheck.report.view_sources import language_tag
from factcheck.report.words import RELATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]
    Places = dict[tuple[str, str], tuple[str | None, str | None]]

_SHOWN = ("contradicting", "tension")
"""What the page lists, the worst first; statements that agree are counted."""


def twice_views(data: Json, places: Places | None = None) -> Iterator[TwiceView]:
    """What format-1 `data` says of facts stated differently; a report of another version may say nothing of them.

    `places` says where sentences are shown; without it, on the one page of all briefs of `data`.
    """
    if places is None:
        wanted = stated_claims(data)
        places = {}
        for number, brief in reversed([*enumerate(data["briefs"], 1)]):
            places |= claim_places(brief, f"#b{number}", wanted)
    for pair in sorted(_shown(data), key=lambda pair: _SHOWN.index(pair["relation"])):
        yield TwiceView(
            relation=pair["relation"],
            word=RELATION_WORDS[pair["relation"]],
            explanation=pair["explanation"],
            sides=tuple(_pane(pair[side], places) for side in ("left", "right")),
        )


def stated_claims(data: Json) -> set[tuple[str, str]]:
    """The sentences that `twice_views` shows: the path of the brief, the id of the claim."""
    return {(pair[side]["brief"], pair[side]["claim"]) for pair in _shown(data) for side in ("left", "right")}


def claim_places(brief: Json, start: str, wanted: set[tuple[str, str]]) -> Places:
    """Of the `wanted` sentences those of `brief`, with their links, which begin with `start`, and their language."""
    language = language_tag(brief["language"])
    return {
        (brief["path"], claim["id"]): (f"{start}-k{number}", language)
        for number, claim in enumerate(brief["claims"], 1)
        if (brief["path"], claim["id"]) in wanted
    }


def _shown(data: Json) -> list[Json]:
    return [pair for pair in data.get("consistency", ()) if pair["relation"] in _SHOWN]


def agreeing(data: Json) -> int:
    """How many pairs of statements of one fact agree."""
    return sum(pair["relation"] == "agreeing" for pair in data.get("consistency", ()))


def _pane(side: Json, places: Places) -> tuple[PassageView, str | None]:
    """The sentence with its figure marked, and the link to it where there is one."""
    href, language = places.get((side["brief"], side["claim"]), (None, None))
    text, start, end = side["text"], side["start"], side["end"]
    return PassageView(text[:start], text[start:end], text[end:], language, side["brief"]), href
