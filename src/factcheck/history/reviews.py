"""Reviews: what a person decided about a finding, in TOML files that are kept beside the briefs.

A file is ``reviews-<brief>-<date>.toml`` as the report's page downloads it: ``format = 1`` and one ``[[review]]`` table
for each decision.  A review names its finding by the key of `keys`, and holds until it expires or until the evidence
that the person saw is no longer what the audit finds.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from factcheck.model import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = 1
_HEX = re.compile(r"[0-9a-f]{8,64}", re.ASCII)
_LONGEST = {"reason": 4_000, "initials": 12, "brief": 4_000, "subject": 4_000}
_KEYS = ("brief", "finding", "subject", "verdict", "reason", "initials", "reviewed", "expires", "evidence")
_MAY_LACK = frozenset({"subject", "reviewed"})


@dataclass(frozen=True, slots=True)
class Review:
    """One decision.

    `finding` is the finding's key, `evidence` the digest of what the person saw, `subject` the figure's words for
    whoever reads the file.  It holds to the end (UTC) of the day `expires`.  `file` is where it was read.
    """

    brief: str
    finding: str
    verdict: VerdictKind
    reason: str
    initials: str
    expires: date
    evidence: str
    reviewed: date | None = None
    subject: str | None = None
    file: str = ""


class MalformedReviewError(Exception):
    """An entry has something that no review has; says what in one line."""


def read_reviews(text: str, name: str) -> tuple[tuple[Review, ...], tuple[str, ...]]:
    """The reviews of a file's `text`, and a line for each thing in it that is none; `name` begins every line."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return (), (f"{name}: not valid TOML: {' '.join(str(error).split())}",)
    entries = data.get("review", [])
    if data.get("format") != FORMAT or not isinstance(entries, list):
        return (), (f"{name}: is no file of reviews: expected format = {FORMAT} and [[review]] tables",)
    reviews, problems = [], []
    for number, entry in enumerate(entries, 1):
        try:
            reviews.append(review_of(entry, name))
        except MalformedReviewError as error:
            problems.append(f"{name}: review {number}: {error}")
    return tuple(reviews), tuple(problems)


def review_of(entry: object, file: str) -> Review:
    """The review that `entry` is, a ``[[review]]`` table or what a page sends to be saved; `file` is where from.

    Raises `MalformedReviewError`.
    """
    if not isinstance(entry, dict):
        raise MalformedReviewError("expected a [[review]] table")
    unknown = [key for key in entry if key not in _KEYS]
    missing = [key for key in _KEYS if key not in entry and key not in _MAY_LACK]
    if unknown or missing:
        raise MalformedReviewError(f"unknown key {unknown[0]!r}" if unknown else f"{missing[0]} is missing")
    return Review(
        brief=_text(entry, "brief"),
        finding=_digest(entry, "finding"),
        verdict=_verdict(entry["verdict"]),
        reason=_text(entry, "reason"),
        initials=_text(entry, "initials"),
        expires=_day(entry, "expires"),
        evidence=_digest(entry, "evidence"),
        reviewed=_day(entry, "reviewed") if "reviewed" in entry else None,
        subject=_text(entry, "subject") if "subject" in entry else None,
        file=file,
    )


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST[key]:
        raise MalformedReviewError(f"{key}: expected a text of 1 to {_LONGEST[key]} characters")
    return value.strip() if key != "brief" else value


def _digest(entry: dict[str, Any], key: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise MalformedReviewError(f"{key}: expected the digest that the report shows (hexadecimal)")
    return value


def _verdict(value: object) -> VerdictKind:
    known = [kind.value for kind in VerdictKind]
    if value not in known:
        raise MalformedReviewError(f"verdict: expected one of {', '.join(known)}")
    return VerdictKind(value)


def _day(entry: dict[str, Any], key: str) -> date:
    value = entry[key]
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise MalformedReviewError(f"{key}: expected a day like 2027-05-21")
    return value


# --- writing ---------------------------------------------------------------------------------------------------------


def reviews_text(reviews: Iterable[Review]) -> str:
    """The reviews as a file that `read_reviews` reads back."""
    return f"format = {FORMAT}\n" + "".join("\n[[review]]\n" + "".join(_lines(review)) for review in reviews)


def _lines(review: Review) -> Iterator[str]:
    for key in _KEYS:
        value = getattr(review, key)
        if value is not None:
            yield f"{key} = {value.isoformat() if isinstance(value, date) else _quoted(value)}\n"


def _quoted(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, which wants DEL escaped too."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
