"""What the command line says, as plain lines: counts in words, the table of `parse`, rules and findings explained.

Briefs and pages are hostile: every text that came from one passes through `printable` before a terminal sees it.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.history.reviews import Review
    from factcheck.model import Audit, BriefFinding, Citation, Claim

# Controls (escape sequences), formats (text direction can be turned with them), lone surrogates, line separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """`text` on one line: blanks joined, and every character that could steer a terminal written as its escape."""
    line = " ".join(text.split())
    return "".join(_escaped(char) if unicodedata.category(char) in _HIDDEN else char for char in line)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def counted(number: int, noun: str) -> str:
    """``1 brief``, ``2 briefs``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def near(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'dead'?`` where a known word is near enough, else nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only after a misspelling

    found = get_close_matches(word, list(known), n=1)
    return f"; did you mean {found[0]!r}?" if found else ""


# --- the two streams -------------------------------------------------------------------------------------------------


class ReaderGoneError(Exception):
    """Whoever read standard output has closed it."""


def say(text: str) -> None:
    """Put `text` on standard output at once, in UTF-8 whatever the locale.

    Raises `ReaderGoneError`, or the `OSError` of a full disk; nothing more can be written then.
    """
    hand_over(text.encode("utf-8", "backslashreplace") + b"\n")


def hand_over(content: bytes) -> None:
    """Put the bytes of a file on standard output; raises as `say` does."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _leave_standard_output()
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError from error
        raise


def complain(text: str) -> None:
    """Put one line on standard error."""
    sys.stderr.write(f"factcheck: {printable(text)}\n")
    sys.stderr.flush()


def _leave_standard_output() -> None:
    """Send what Python still holds for standard output nowhere, or it would try, and complain, again when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- run -------------------------------------------------------------------------------------------------------------


def summary_lines(summary: Mapping[str, Any]) -> Iterator[str]:
    """The report's `summary` in words, every outcome named even where it is 0."""
    statuses = summary["citation_status"]
    yield f"{counted(summary['briefs'], 'brief')}, {_tally(summary['citations'], 'citation', statuses)}"
    figures, quotations = summary["figures"], summary["quotations"]
    yield f"{_tally(sum(figures.values()), 'figure', figures)}; {summary['uncited']} uncited"
    if any(quotations.values()):
        yield _tally(sum(quotations.values()), "quotation", quotations)


def _tally(total: int, noun: str, counts: Mapping[str, int]) -> str:
    return f"{counted(total, noun)}: " + ", ".join(
        f"{count} {word.replace('_', ' ')}" for word, count in counts.items()
    )


def memory_lines(data: Mapping[str, Any]) -> Iterator[str]:
    """What changed since the last audit of these briefs, and what became of reviews; nothing without either."""
    if changes := data.get("changes"):
        counts = changes["summary"]
        told = [
            f"{noun} {', '.join(f'{count} {word}' for word, count in counts[key].items() if count)}"
            for key, noun in (("citations", "citations"), ("findings", "figures and quotations"))
            if any(counts[key].values())
        ]
        told += [f"{counted(len(changes['briefs_added']), 'brief')} added"] if changes["briefs_added"] else []
        yield f"Since the audit of {changes['since']}: {'; '.join(told) or 'no change'}"
    reviews = data.get("reviews") or {"applied": 0, "unused": (), "malformed": ()}
    if reviews["applied"] or reviews["unused"] or reviews["malformed"]:
        lint = " (factcheck review lint)" if reviews["unused"] or reviews["malformed"] or reviews["lapsed"] else ""
        yield (
            f"{counted(reviews['applied'], 'review')}: {reviews['lapsed']} lapsed; {len(reviews['unused'])} unused, "
            f"{len(reviews['malformed'])} malformed{lint}"
        )


def review_line(review: Review, state: str) -> str:
    """A kept review in one line: its state, what was decided about what, by whom, until when, and where it lies."""
    return (
        f"{state.replace('_', ' ')}: {review.subject or review.finding} in {review.brief}: {review.verdict.value} by "
        f"{review.initials} until {review.expires} ({review.file}): {review.reason}"
    )


def shortfalls(audit: Audit) -> Iterator[str]:
    """One line for each thing that kept the audit from being whole."""
    for problem in audit.problems:
        yield problem.message if problem.path in problem.message else f"{problem.path}: {problem.message}"
    for found in audit.briefs:
        yield from (f"{found.brief.path}: {remark}" for remark in found.brief.remarks)
    if audit.network_down:
        yield "no host could be reached: check the network or the proxy; no link is called dead for it"
    if audit.interrupted:
        yield "stopped: what was captured is kept, the rest is left to the next run and reported as not fetched"


# --- parse -----------------------------------------------------------------------------------------------------------


def parse_lines(audit: Audit) -> Iterator[str]:
    """What was read of each brief: its notes with their sources, then its claims with their figures and quotations."""
    for number, finding in enumerate(audit.briefs):
        if number:
            yield ""
        yield from _brief_lines(finding)


def _brief_lines(finding: BriefFinding) -> Iterator[str]:
    brief, apparatus = finding.brief, finding.apparatus
    claims = [found.claim for found in finding.claims]
    yield f"{printable(brief.path)}: {printable(brief.title or 'no title')}"
    yield ", ".join(
        (
            counted(len(apparatus.footnotes), "note"),
            counted(len(apparatus.citations), "citation"),
            counted(len(claims), "claim"),
            counted(sum(len(claim.figures) for claim in claims), "figure"),
            counted(sum(len(claim.quotations) for claim in claims), "quotation"),
        )
    )
    yield ""
    kinds = {note.label: note.kind.value for note in apparatus.footnotes}
    cited = [_citation_row(citation, kinds) for citation in apparatus.citations]
    empty = {note.label for note in apparatus.footnotes if not note.citations}
    bare = [("", note.label, note.kind.value, "", "") for note in apparatus.footnotes if note.label in empty]
    yield from _columns(("citation", "note", "kind", "locator", "source"), [*cited, *bare])
    yield ""
    yield from _columns(("claim", "notes", "figures and quotations"), [_claim_row(claim) for claim in claims])


def _citation_row(citation: Citation, kinds: dict[str, str]) -> tuple[str, ...]:
    label = citation.footnote
    return (
        citation.id,
        label or "",
        kinds.get(label, "") if label else "link",
        ", ".join(locator.label for locator in citation.locators),
        citation.url or citation.raw_url or citation.reference.title or "",
    )


def _claim_row(claim: Claim) -> tuple[str, ...]:
    figures = [figure.quantity.text for figure in claim.figures]
    quotations = [f"“{quotation.quotation.text}”" for quotation in claim.quotations]
    return claim.id, ", ".join(claim.footnotes), "; ".join(figures + quotations)


def _columns(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with columns as wide as their widest cell, the last one ragged."""
    table = [tuple(heads), *(tuple(printable(cell) for cell in row) for row in rows)]
    widths = [max(map(len, column)) for column in zip_longest(*table, fillvalue="")]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
