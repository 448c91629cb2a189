"""The folder where reviews are kept: taking new ones in, and setting what is there against a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError, UsageError
from factcheck.history.keys import findings_of, mark_findings, name_of
from factcheck.history.reviews import Review, read_reviews, reviews_text
from factcheck.history.stored import last_report, replace_file, stored_report

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    Json = dict[str, Any]

_NAME = re.compile(r"reviews-[\w.-]{1,120}?\.toml")
# A browser that has the name already in its folder puts a number behind it.
_SECOND_COPY = re.compile(r" ?\(\d{1,3}\)(?=\.toml$)")
_LARGEST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeptReviews:
    """All reviews of a folder: those that count by their finding, those a later one replaces, what is malformed."""

    reviews: Mapping[str, Review]
    superseded: tuple[Review, ...] = ()
    problems: tuple[str, ...] = ()


def kept_reviews(place: Path | None) -> KeptReviews:
    """Every review of the folder (or file) `place`; of two about one finding the one reviewed later counts."""
    if place is None or not place.exists():
        return KeptReviews({})
    reviews: list[Review] = []
    problems: list[str] = []
    for path in sorted(place.glob("*.toml")) if place.is_dir() else (place,):
        try:
            found, wrong = read_reviews(_text_of(path), str(path))
        except UsageError as error:
            found, wrong = (), (str(error),)
        reviews += found
        problems += wrong
    reviews.sort(key=lambda review: review.reviewed or date.min)
    counting = {review.finding: review for review in reviews}
    return KeptReviews(
        counting, tuple(review for review in reviews if counting[review.finding] is not review), tuple(problems)
    )


def apply_reviews(file: Path, folder: Path) -> tuple[Path, int]:
    """Take the reviews of `file` into `folder`; returns where they are now, and how many they are.

    A file of that name that is there keeps its other reviews.  Raises `UsageError` naming the first thing that is
    malformed; then nothing is taken in.
    """
    new, problems = read_reviews(_text_of(file), str(file))
    if problems:
        more = f" (and {len(problems) - 1} more: factcheck review lint {file})" if len(problems) > 1 else ""
        raise UsageError(problems[0] + more)
    if not new:
        raise UsageError(f"{file}: has no reviews in it")
    target = folder / _safe_name(file.name)
    _merge(target, new)
    return target, len(new)


def save_review(review: Review, folder: Path) -> Path:
    """Keep one review in `folder`, over the one that counted for its finding until now; returns the file it is in.

    Raises `UsageError` where that file cannot be read or written.
    """
    before = kept_reviews(folder).reviews.get(review.finding)
    stem = re.sub(r"[^\w-]+", "-", PurePath(review.brief).stem)[:80].strip("-") or "brief"
    digest = sha256(review.brief.encode("utf-8", "replace")).hexdigest()[:10]
    target = Path(before.file) if before is not None else folder / f"reviews-{stem}-{digest}.toml"
    _merge(target, [review])
    return target


def _merge(target: Path, new: Iterable[Review]) -> None:
    """Put `new` into the file of reviews, in the place of those of the same findings."""
    merged: dict[str, Review] = {}
    if target.exists():
        old, problems = read_reviews(_text_of(target), str(target))
        if problems:
            raise UsageError(problems[0])
        merged = {review.finding: review for review in old}
    merged |= {review.finding: review for review in new}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, reviews_text(merged.values()).encode("utf-8", "replace"))
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror or error}") from error


def _safe_name(name: str) -> str:
    plain = _SECOND_COPY.sub("", name)
    if _NAME.fullmatch(plain):
        return plain
    stem = re.sub(r"[^\w.-]+", "-", plain.removesuffix(".toml")).strip("-.") or "brief"
    return f"reviews-{stem.removeprefix('reviews-')[:120]}.toml"


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES + 1)
        if len(content) > _LARGEST_BYTES:
            raise UsageError(f"{path}: is larger than any file of reviews")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8") from error


# --- against a report ------------------------------------------------------------------------------------------------


def attach_reviews(data: Json, kept: KeptReviews) -> None:
    """Put each review beside its finding in format-1 `data`, whose findings are marked, and what is left over on top.

    ``unused`` are the reviews of a brief of this audit whose finding is in it no more.
    """
    today = datetime.strptime(data["generated_at"][:10], "%Y-%m-%d").replace(tzinfo=UTC).date()
    used: set[str] = set()
    lapsed = sum(attach_to_brief(brief, kept, today, used) for brief in data["briefs"])
    data["reviews"] = reviews_summary(kept, used, lapsed, {name_of(brief) for brief in data["briefs"]})


def attach_to_brief(brief: Json, kept: KeptReviews, today: date, used: set[str]) -> int:
    """The same for one brief whose findings are marked; adds to `used`, and returns how many of its reviews lapsed."""
    lapsed = 0
    for _, found in findings_of(brief):
        review = kept.reviews.get(found["key"])
        if review is not None:
            used.add(review.finding)
            found["review"] = _shown(review, found, today)
            lapsed += found["review"]["lapsed"]
    return lapsed


def reviews_summary(kept: KeptReviews, used: set[str], lapsed: int, names: Container[str]) -> Json:
    """What became of the reviews that are kept, where the briefs called `names` were audited."""
    return {
        "applied": len(used),
        "lapsed": lapsed,
        "unused": [
            _named(review)
            for review in kept.reviews.values()
            if review.finding not in used and _posix(review.brief) in names
        ],
        "malformed": list(kept.problems),
    }


def lapse(review: Review, evidence_digest: str | None, today: date) -> str | None:
    """Why a review no longer holds: ``expired``, ``evidence_changed``; None while it does."""
    if today > review.expires:
        return "expired"
    return None if evidence_digest in {None, review.evidence} else "evidence_changed"


def _shown(review: Review, found: Json, today: date) -> Json:
    because = lapse(review, found["evidence_digest"], today)
    return {
        "verdict": review.verdict.value,
        "reason": review.reason,
        "initials": review.initials,
        "expires": review.expires.isoformat(),
        "lapsed": because is not None,
        "because": because,
        "file": review.file,
    }


def _named(review: Review) -> Json:
    return {"brief": review.brief, "subject": review.subject, "finding": review.finding, "file": review.file}


def _posix(name: str) -> str:
    """The name of a brief as a review has it; one written by hand may have a leading ``./``."""
    return PurePath(name).as_posix()


def review_states(kept: KeptReviews, data: Json | None, today: date) -> Iterator[tuple[Review, str]]:
    """Every kept review with its state: ``holds``, ``expired``, ``evidence_changed``, ``unused``, ``superseded``.

    `data` is the last report with its findings marked; without one only the day counts.
    """
    digests = (
        {} if data is None else {f["key"]: f["evidence_digest"] for b in data["briefs"] for _, f in findings_of(b)}
    )
    names = set() if data is None else {name_of(brief) for brief in data["briefs"]}
    for review in kept.reviews.values():
        gone = _posix(review.brief) in names and review.finding not in digests
        yield review, "unused" if gone else lapse(review, digests.get(review.finding), today) or "holds"
    yield from ((review, "superseded") for review in kept.superseded)


def reviews_now(
    reviews_dir: Path, reports_dir: Path, file: Path | None = None
) -> tuple[list[tuple[Review, str]], tuple[str, ...]]:
    """The reviews kept (or those of `file`) with their states today, and what is malformed.

    They are set against the last report of `reports_dir`; where there is none that can be read, only the day counts.
    """
    if file is not None:
        _text_of(file)  # a folder without reviews is empty, but a file that was named must be there
    kept = kept_reviews(file or reviews_dir)
    try:
        data = stored_report(last_report(reports_dir))
        mark_findings(data)
    except (ReportError, KeyError, TypeError, AttributeError):
        data = None
    return list(review_states(kept, data, datetime.now(UTC).date())), kept.problems
