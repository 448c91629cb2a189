"""Facts that the run's briefs state twice: as the page shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.report.view import PassageView, TwiceView
from factcheck.report.view_sources import language_tag
from factcheck.report.words import RELATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    Json = dict[str, Any]

_SHOWN = ("contradicting", "tension")
"""What the page lists, the worst first; statements that agree are counted."""


def twice_views(data: Json) -> Iterator[TwiceView]:
    """What format-1 `data` says of facts stated differently; a report of another version may say nothing of them."""
    briefs = {brief["path"]: (number, brief) for number, brief in reversed([*enumerate(data["briefs"], 1)])}
    pairs = [pair for pair in data.get("consistency", ()) if pair["relation"] in _SHOWN]
    for pair in sorted(pairs, key=lambda pair: _SHOWN.index(pair["relation"])):
        yield TwiceView(
            relation=pair["relation"],
            word=RELATION_WORDS[pair["relation"]],
            explanation=pair["explanation"],
            sides=tuple(_pane(pair[side], briefs) for side in ("left", "right")),
        )


def agreeing(data: Json) -> int:
    """How many pairs of statements of one fact agree."""
    return sum(pair["relation"] == "agreeing" for pair in data.get("consistency", ()))


def _pane(side: Json, briefs: dict[str, tuple[int, Json]]) -> tuple[PassageView, str | None]:
    """The sentence with its figure marked, and the anchor of the claim where the report has it."""
    number, brief = briefs.get(side["brief"], (0, None))
    claims = [claim["id"] for claim in brief["claims"]] if brief else []
    anchor = f"b{number}-k{claims.index(side['claim']) + 1}" if side["claim"] in claims else None
    text, start, end = side["text"], side["start"], side["end"]
    language = language_tag(brief["language"]) if brief else None
    return PassageView(text[:start], text[start:end], text[end:], language, side["brief"]), anchor
