"""One brief as the page shows it: its text with the marks in place, and the lists behind it."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from factcheck.report.extent import extents, text_parts
from factcheck.report.totals import totals_of
from factcheck.report.view import BlockGroup, BlockView, BriefView, ContentsEntry, Piece
from factcheck.report.view_findings import FindingViews
from factcheck.report.view_sources import citation_view, host_views, language_tag, note_views
from factcheck.report.words import ORDER_OF_CONCERN, VERDICT_WORDS, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.report.view import FindingView

    Json = dict[str, Any]

_CONCERNS = {"mismatched", "not_found"}
_DEEPEST_HEADING = 6


def brief_view(brief: Json, number: int, top_level: int, up: str = "") -> BriefView:
    """The view of one brief; its own headings start one below `top_level` in the page's outline.

    `up` leads from the page to the run's folder.
    """
    return _BriefPage(brief, f"b{number}", top_level, up).view()


class _BriefPage:
    """Gathers the anchors of one brief first, then its text, then its lists."""

    def __init__(self, brief: Json, anchor: str, top_level: int, up: str) -> None:
        self._brief, self._anchor, self._top = brief, anchor, top_level
        self._notes: dict[str, str] = {}
        for number, note in enumerate(brief["footnotes"], 1):
            self._notes.setdefault(note["label"], f"{anchor}-n{number}")
        self._citations = {
            citation["id"]: citation_view(
                citation, f"{anchor}-c{number}", self._notes.get(citation["footnote"] or ""), up
            )
            for number, citation in enumerate(brief["citations"], 1)
        }
        self._claims = {claim["id"]: claim for claim in brief["claims"]}
        self._claim_anchors = {claim["id"]: f"{anchor}-k{number}" for number, claim in enumerate(brief["claims"], 1)}
        self._findings = FindingViews(brief, anchor, self._notes, self._citations)
        self._title = brief["title"] or PurePath(brief["path"]).stem
        self._level = top_level

    def view(self) -> BriefView:
        brief = self._brief
        blocks = [block for data in self._blocks() if (block := self._block(data)) is not None]
        blocks = [_numbered(block, f"{self._anchor}-h{number}") for number, block in enumerate(blocks, 1)]
        findings = [finding for block in blocks for finding in block.findings]
        citations = tuple(self._citations.values())
        noted = {found for note in brief["footnotes"] for found in note["citations"]}
        notes = note_views(brief, self._notes, self._citations, self._claim_anchors)
        linked = tuple(view for key, view in self._citations.items() if key not in noted)
        hosts = host_views(citations)
        uncited = tuple(finding for finding in findings if finding.verdict == "uncited")
        repaired = tuple(citation for citation in citations if citation.repairs or citation.alternatives)
        return BriefView(
            anchor=self._anchor,
            title=self._title,
            label=self._title if self._top == 1 else f"{self._title} ({brief['path']})",
            path=brief["path"],
            name=brief.get("name") or brief["path"],
            language=language_tag(brief["language"]),
            digest=brief["sha256"],
            totals=totals_of([brief]),
            parts=text_parts(tuple(_groups(blocks))),
            contents=tuple(_contents(blocks, self._top)),
            concerns=_concerns(findings),
            dead=tuple(citation for citation in citations if citation.status == "dead"),
            compared=sum(finding.compared for finding in findings),
            uncited=uncited,
            notes=notes,
            linked=linked,
            hosts=hosts,
            repaired=repaired,
            lost_links=tuple(lost["text"] for lost in brief.get("lost_links", ())),
            extents=extents(notes, linked, hosts, uncited, repaired),
            usual_evidence=_most_common(finding.evidence_digest for finding in findings),
        )

    def _blocks(self) -> Iterable[Json]:
        """The blocks of the text; a report of another maker may have none, then its claims stand one to a paragraph."""
        body = self._brief.get("body")
        if body is not None:
            return body  # type: ignore[no-any-return]  # JSON: the schema says what it is
        return [
            {"kind": "paragraph", "level": 0, "page": None, "parts": [{"claim": claim["id"]}]}
            for claim in self._brief["claims"]
        ]

    def _block(self, data: Json) -> BlockView | None:
        pieces: list[Piece] = []
        findings: list[FindingView] = []
        for part in data["parts"]:
            if "text" in part:
                pieces.append(Piece(part["text"]))
            elif "marker" in part:
                pieces.append(self._marker(part["marker"]))
            elif part["claim"] in self._claims:
                found = self._findings.of(self._claims[part["claim"]])
                findings.extend(view for _, view in found)
                pieces.extend(self._claim_pieces(self._claims[part["claim"]], found))
        heading = data["kind"] == "heading"
        if heading and _same(pieces, self._title):
            return None
        if heading:
            self._level = min(max(self._top + data["level"] - 1, self._top + 1), self._level + 1, _DEEPEST_HEADING)
        return BlockView(
            kind=data["kind"],
            level=self._level if heading else data["level"],
            anchor=None,
            pieces=tuple(pieces),
            findings=tuple(findings),
            summary=_summary(findings),
        )

    def _marker(self, label: str) -> Piece:
        return Piece(label, note=self._notes.get(label, ""))

    def _claim_pieces(self, claim: Json, found: Sequence[tuple[Json, FindingView]]) -> Iterator[Piece]:
        """The claim's text cut at every mark and marker; where marks lie over each other the shorter one is on top."""
        text = claim["text"]
        markers = sorted(claim.get("markers", ()), key=lambda marker: marker["start"])
        cuts = {0, len(text), *(min(max(marker["start"], 0), len(text)) for marker in markers)}
        cuts |= {min(max(edge, 0), len(text)) for data, _ in found for edge in (data["start"], data["end"])}
        yield Piece("", claim=self._claim_anchors[claim["id"]])
        seen: set[str] = set()
        places = sorted(cuts)
        for start, end in pairwise([*places, len(text)]):
            while markers and markers[0]["start"] <= start:
                yield self._marker(markers.pop(0)["label"])
            if end > start:
                yield _piece(text[start:end], _on_top(found, start, end), seen)
        yield from (self._marker(marker["label"]) for marker in markers)


def _on_top(found: Sequence[tuple[Json, FindingView]], start: int, end: int) -> FindingView | None:
    here = [
        (data["end"] - data["start"], view) for data, view in found if data["start"] <= start and end <= data["end"]
    ]
    return min(here, key=lambda item: item[0])[1] if here else None


def _piece(text: str, view: FindingView | None, seen: set[str]) -> Piece:
    if view is None:
        return Piece(text)
    first = view.anchor not in seen
    seen.add(view.anchor)
    label = said("finding_label", text=text, word=view.word)
    return Piece(text, view.anchor, view.verdict, label, view.kind == "quotation", None, first)


def _same(pieces: Iterable[Piece], title: str) -> bool:
    return "".join(piece.text for piece in pieces).split() == title.split()


def _numbered(block: BlockView, anchor: str) -> BlockView:
    if block.kind != "heading":
        return block
    return BlockView(block.kind, block.level, anchor, block.pieces, block.findings, block.summary)


def _summary(findings: Sequence[FindingView]) -> str:
    """What the closed evidence of a paragraph says of itself: ``3 verified, 1 mismatched``."""
    counts = [(sum(finding.verdict == key for finding in findings), key) for key in ORDER_OF_CONCERN]
    return ", ".join(f"{count} {VERDICT_WORDS[key]}" for count, key in counts if count)


def _groups(blocks: Sequence[BlockView]) -> Iterator[BlockGroup]:
    for kind, members in groupby(blocks, key=lambda block: block.kind):
        if kind in {"list_item", "table_row"}:
            yield BlockGroup(kind, tuple(members))
        else:
            yield from (BlockGroup(kind, (block,)) for block in members)


def _contents(blocks: Sequence[BlockView], top: int) -> Iterator[ContentsEntry]:
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    for place, following in pairwise([*headings, len(blocks)]):
        under = [finding for block in blocks[place:following] for finding in block.findings]
        text = "".join(piece.text for piece in blocks[place].pieces if piece.note is None)
        concerns = sum(finding.verdict in _CONCERNS for finding in under)
        yield ContentsEntry(blocks[place].anchor or "", text, blocks[place].level - top, concerns)


def _most_common(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


def _concerns(findings: Iterable[FindingView]) -> tuple[FindingView, ...]:
    """What needs a person most, the worst first, else in the brief's order."""
    worst = [finding for finding in findings if finding.verdict in _CONCERNS]
    return tuple(sorted(worst, key=lambda finding: ORDER_OF_CONCERN.index(finding.verdict)))
