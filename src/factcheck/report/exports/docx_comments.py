"""The annotated copy as a Word document: every figure and quotation underlined, its evidence in a comment."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_UNDERLINE

from factcheck.report.exports.annotated import (
    annotated_briefs,
    explanation_text,
    marked,
    notes_text,
    review_text,
    source_text,
    with_ends,
)
from factcheck.report.exports.plain_text import one_line, printable
from factcheck.report.view_twice import twice_views
from factcheck.report.words import moment, said, time_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from factcheck.report.exports.annotated import AnnotatedBrief
    from factcheck.report.view import BlockView, CitationView, FindingView

# The same shapes as on the page; the comment has the word.
_LINES = {
    "supported": WD_UNDERLINE.SINGLE,
    "mismatched": WD_UNDERLINE.WAVY,
    "not_found": WD_UNDERLINE.DOTTED,
    "unchecked": WD_UNDERLINE.DASH,
    "uncited": WD_UNDERLINE.DOT_DASH,
}
_STYLES = {"list_item": "List Bullet", "table_row": "List Bullet", "quote": "Quote", "caption": "Caption"}
_DEEPEST = 9
_LONGEST_PROPERTY = 255


def docx_bytes(data: dict[str, Any]) -> bytes:
    """The annotated copies of all briefs of format-1 `data`, each on a page of its own."""
    document = Document()
    _describe(document, data)
    for number, brief in enumerate(annotated_briefs(data)):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]  # the library leaves it untyped
        _add_brief(document, brief, said("audit_of", time=time_words(data["generated_at"])))
    _add_twice(document, data)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: WordDocument, data: dict[str, Any]) -> None:
    """The file's own properties, in place of the template's."""
    titles = [brief["title"] or brief["path"] for brief in data["briefs"]]
    made_by = one_line(said("made_by", version=data["tool"]["version"]))[:_LONGEST_PROPERTY]
    properties = document.core_properties
    properties.title = one_line("; ".join(titles))[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = made_by
    properties.comments = ""
    properties.created = properties.modified = moment(data["generated_at"]).replace(tzinfo=None)


def _add_brief(document: WordDocument, brief: AnnotatedBrief, audited: str) -> None:
    view = brief.view
    document.add_heading(one_line(view.title), 0)
    document.add_paragraph(one_line(f"{audited}. {view.path}: {', '.join(view.totals.line)}."))
    for block in brief.blocks:
        _add_block(document, block, brief)
    if view.notes or view.linked:
        document.add_heading(said("notes_and_sources"), 1)
    for note in view.notes:
        remark = f" ({note.remark})" if note.remark else ""
        document.add_paragraph(one_line(f"{note.label}. {note.text or ''}{remark}"))
        for citation in note.citations:
            document.add_paragraph(_citation_line(citation), style="List Bullet")
    for citation in view.linked:
        document.add_paragraph(said("linked", citation=_citation_line(citation)), style="List Bullet")


def _add_twice(document: WordDocument, data: dict[str, Any]) -> None:
    """Facts that the briefs state twice and differently, sentence under sentence."""
    views = list(twice_views(data))
    if views:
        document.add_heading(said("twice"), 1)
    for view in views:
        document.add_paragraph(one_line(f"{view.word}: {view.explanation}"))
        for passage, _ in view.sides:
            words = f"{passage.place}: {said('quoted', words=marked(passage))}"
            document.add_paragraph(one_line(words), style="List Bullet")


def _add_block(document: WordDocument, block: BlockView, brief: AnnotatedBrief) -> None:
    if block.kind == "heading":
        paragraph = document.add_heading("", min(max(block.level - 1, 1), _DEEPEST))
    else:
        paragraph = document.add_paragraph(style=_STYLES.get(block.kind))
    runs = _add_runs(paragraph, block)
    for finding in block.findings:
        # A quotation that is figures from end to end has no run of its own: its comment hangs on the paragraph.
        marked = runs.get(finding.anchor) or list(paragraph.runs)
        if marked:
            text = "\n".join(_comment_lines(brief.numbers[finding.anchor], finding))
            document.add_comment(runs=[marked[0], marked[-1]], text=text, author="factcheck", initials="fc")


def _add_runs(paragraph: Paragraph, block: BlockView) -> dict[str, list[Run]]:
    """Put the block's text into the paragraph; the runs of each finding by its anchor."""
    runs: dict[str, list[Run]] = {}
    for piece, _ in with_ends(block.pieces):
        run = paragraph.add_run(printable(piece.text))
        if piece.note is not None:
            run.font.superscript = True
        if piece.finding is not None and piece.verdict is not None:
            run.font.underline = _LINES[piece.verdict]
            runs.setdefault(piece.finding, []).append(run)
    return runs


def _comment_lines(number: int, finding: FindingView) -> Iterator[str]:
    notes = notes_text(finding)
    yield one_line(f"{number}. {finding.word}: {said('quoted', words=finding.text)}{f' ({notes})' if notes else ''}")
    yield one_line(explanation_text(finding))
    if decided := review_text(finding):
        yield one_line(decided)
    if finding.calculation:
        yield one_line(said("reckoned", calculation=finding.calculation))
    if source := source_text(finding):
        yield one_line(source)
    yield from (one_line(f"{found.text}: {found.href}") for found in finding.links)
    if finding.captured:
        yield one_line(finding.captured)


def _citation_line(view: CitationView) -> str:
    parts = [view.word, view.name, view.shown_url, view.reason, *view.warnings]
    parts.extend(f"{copy.text}: {copy.href}" for copy in (view.memento or view.saved,) if copy)
    return one_line(" · ".join(part for part in parts if part))
