"""The annotated copy as Markdown (CommonMark 0.31): the brief's text, its findings, its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.report.exports.annotated import (
    annotated_briefs,
    explanation_text,
    marked,
    notes_text,
    review_text,
    source_text,
    with_ends,
)
from factcheck.report.exports.plain_text import one_line
from factcheck.report.view_twice import twice_views
from factcheck.report.words import said, time_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.exports.annotated import AnnotatedBrief
    from factcheck.report.view import BlockView, CitationView, FindingView

_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&|~#$!]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"(\d{1,9})([.)])|([-+=])")


def markdown_bytes(data: dict[str, Any]) -> bytes:
    """The annotated copies of all briefs of format-1 `data`, one after another."""
    version, time = inline(data["tool"]["version"]), time_words(data["generated_at"])
    head = f"*{said('audit_by', version=version, time=time)}*"
    return "\n".join(
        [head, "", *(line for brief in annotated_briefs(data) for line in _brief(brief)), *_twice(data)]
    ).encode()


def inline(text: str | None) -> str:
    """`text` on one line as nothing but text: no markup, no link, no HTML, not even a bare address made a link."""
    return _SPECIAL.sub(lambda match: "\\" + match.group(), one_line(text))


def paragraph(text: str) -> str:
    """A line of escaped inline text that does not begin a list or a heading."""
    text = text.strip()
    match = _LINE_START.match(text)
    if match is None:
        return text
    return f"{match[1]}\\{text[match.end(1) :]}" if match[1] else f"\\{text}"


def link(words: str, href: str) -> str:
    """A link to an address that `safe_href` has passed."""
    return f"[{inline(words)}](<{href.replace('&', '&amp;')}>)"


def _brief(brief: AnnotatedBrief) -> Iterator[str]:
    view = brief.view
    yield from (f"# {inline(view.title)}", "", f"{inline(view.path)}: {inline(', '.join(view.totals.line))}", "")
    counts = [f"{tally.count} {tally.word}" for tally in view.totals.statuses if tally.count]
    yield from (f"{said('bar', counts=', '.join(counts) or said('none'))}.", "")
    for block in brief.blocks:
        if line := _block(block, brief):
            yield from (line, "")
    if brief.findings:
        yield from (f"## {said('findings')}", "")
        for finding in brief.findings:
            yield from _finding(brief.numbers[finding.anchor], finding)
    if view.notes or view.linked:
        yield from (f"## {said('notes_and_sources')}", "")
        yield from _sources(brief)


def _block(block: BlockView, brief: AnnotatedBrief) -> str:
    text = "".join(_pieces(block, brief))
    if not text.strip():
        return ""
    starts = {"list_item": "  " * max(block.level - 1, 0) + "- ", "quote": "> ", "table_row": "- "}
    start = "#" * block.level + " " if block.kind == "heading" else starts.get(block.kind, "")
    return start + (text.strip() if block.kind == "heading" else paragraph(text))


def _pieces(block: BlockView, brief: AnnotatedBrief) -> Iterator[str]:
    words = {finding.anchor: finding.word for finding in block.findings}
    for piece, ends in with_ends(block.pieces):
        # A blank at a piece's edge parts it from the next one and must stay.
        lead = " " if piece.text[:1].isspace() else ""
        tail = " " if piece.text[-1:].isspace() and piece.text.strip() else ""
        yield (
            f"\\[{said('note', label=inline(piece.text))}\\]"
            if piece.note is not None
            else f"{lead}{inline(piece.text)}{tail}"
        )
        if ends and piece.finding is not None:
            yield f" **\\[{brief.numbers[piece.finding]}: {words[piece.finding]}\\]**"


def _finding(number: int, finding: FindingView) -> Iterator[str]:
    indent = " " * (len(str(number)) + 2) + "- "
    notes = inline(notes_text(finding))
    place = f" ({notes})" if notes else ""
    quoted = said("quoted", words=inline(finding.text))
    yield f"{number}. **{finding.word}**: {quoted}{place}. {inline(explanation_text(finding))}"
    if decided := review_text(finding):
        yield f"{indent}{inline(decided)}"
    if finding.calculation:
        yield f"{indent}{said('reckoned', calculation=inline(finding.calculation))}"
    if source := source_text(finding):
        yield f"{indent}{inline(source)}"
    follow = [link(found.text, found.href) for found in finding.links]
    if finding.captured:
        follow.append(inline(finding.captured))
    if follow:
        yield f"{indent}{' · '.join(follow)}"
    yield ""


def _sources(brief: AnnotatedBrief) -> Iterator[str]:
    for note in brief.view.notes:
        remark = f" ({note.remark})" if note.remark else ""
        yield f"- {said('note', label=inline(note.label))}{remark}: {inline(note.text)}"
        yield from (f"  - {_citation(view)}" for view in note.citations)
    yield from (f"- {said('linked_item', citation=_citation(view))}" for view in brief.view.linked)
    yield ""


def _citation(view: CitationView) -> str:
    parts = [f"**{view.word}**", link(view.name, view.href) if view.href else inline(view.name)]
    if view.reason:
        parts.append(inline(view.reason))
    parts.extend(inline(warning) for warning in view.warnings)
    if view.captured_from:
        parts.append(said("captured_from", where=inline(view.captured_from)))
    parts.extend(link(copy.text, copy.href) for copy in (view.memento or view.saved,) if copy)
    return " · ".join(parts)


def _twice(data: dict[str, Any]) -> Iterator[str]:
    """Facts that the briefs state twice and differently, sentence under sentence."""
    views = list(twice_views(data))
    if views:
        yield from (f"# {said('twice')}", "")
    for view in views:
        yield f"- **{view.word}**: {inline(view.explanation)}"
        for passage, _ in view.sides:
            yield f"  - {inline(passage.place)}: {said('quoted', words=inline(marked(passage)))}"
