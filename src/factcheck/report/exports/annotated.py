"""A brief's annotated copy, whatever file it goes into: its text in runs, every finding numbered in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.report.view_brief import brief_view
from factcheck.report.words import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.report.view import BlockView, BriefView, FindingView, PassageView, Piece


@dataclass(frozen=True, slots=True)
class AnnotatedBrief:
    """A brief's view, its blocks in order, its findings by their anchor with their numbers from 1."""

    view: BriefView
    blocks: tuple[BlockView, ...]
    findings: tuple[FindingView, ...]
    numbers: dict[str, int]


def annotated_briefs(data: dict[str, Any]) -> Iterator[AnnotatedBrief]:
    """Every brief of format-1 `data`, one after another, so that a thousand need no more memory than one."""
    for number, brief in enumerate(data["briefs"], 1):
        view = brief_view(brief, number, 1)
        blocks = tuple(block for group in view.groups for block in group.blocks)
        findings = tuple(finding for block in blocks for finding in block.findings)
        yield AnnotatedBrief(view, blocks, findings, {found.anchor: n for n, found in enumerate(findings, 1)})


def with_ends(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Each piece with text, and whether the finding that it belongs to ends with it."""
    last = {piece.finding: place for place, piece in enumerate(pieces) if piece.finding is not None}
    for place, piece in enumerate(pieces):
        if piece.text:
            yield piece, piece.finding is not None and last[piece.finding] == place


def explanation_text(finding: FindingView) -> str:
    """Why the verdict is what it is, in plain words; what only one side has stands in brackets."""
    sides = {"del": "only_source", "ins": "only_brief"}
    return "".join(said(sides[kind], words=words) if kind in sides else words for kind, words in finding.explanation)


def review_text(finding: FindingView) -> str | None:
    """What a person decided, beside the machine's verdict; None where nobody did."""
    review = finding.review
    if review is None:
        return None
    state = said("lapsed", because=review.lapsed) if review.lapsed else said("until", day=review.expires)
    return said("decided", initials=review.initials, word=review.word, state=state, reason=review.reason)


def passage_text(finding: FindingView) -> str | None:
    """The passage that the verdict rests on, the mark between guillemets."""
    source = finding.source
    return None if source is None else marked(source)


def marked(passage: PassageView) -> str:
    """A passage with its mark between guillemets."""
    return said("marked", before=passage.before, mark=passage.mark, after=passage.after)


def notes_text(finding: FindingView) -> str:
    """The notes that a finding rests on."""
    return ", ".join(said("note", label=label) for label, _ in finding.notes)


def source_text(finding: FindingView) -> str | None:
    """The source's passage with its name and the place in it; None where there is none."""
    passage = passage_text(finding)
    if passage is None or finding.source is None or finding.citation is None:
        return None
    where = f", {finding.source.place}" if finding.source.place else ""
    return said("source_passage", name=finding.citation.name + where, passage=passage)
