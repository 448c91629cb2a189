"""Where the claims stand in a brief's text: its blocks as runs of plain text, claims and note markers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Block, BriefFinding, Claim, MappedText, Marker

Part = dict[str, Any]


def body_of(finding: BriefFinding) -> list[dict[str, Any]]:
    """The blocks of the brief in order, each with its parts.

    A part is ``{"text": …}`` (plain), ``{"claim": id}`` (the claim's own text stands here, markers included) or
    ``{"marker": label}``.  Claims that cannot be placed follow as blocks of their own: nothing is left out.
    """
    markers = _by_block(finding.apparatus.markers)
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim_finding in finding.claims:
        claims[claim_finding.claim.block].append(claim_finding.claim)
    blocks = finding.brief.blocks
    body = [
        {"kind": block.kind.value, "level": block.level, "page": block.page, "parts": parts}
        for number, block in enumerate(blocks)
        if (parts := list(_Layout(block, claims[number], markers[number]).parts()))
    ]
    strays = [claim for number in sorted(claims) if not 0 <= number < len(blocks) for claim in claims[number]]
    body += [{"kind": "paragraph", "level": 0, "page": None, "parts": [{"claim": claim.id}]} for claim in strays]
    return body


def _by_block(markers: Iterable[Marker]) -> dict[int, list[Marker]]:
    grouped: dict[int, list[Marker]] = defaultdict(list)
    for marker in sorted(markers, key=lambda marker: (marker.block, marker.start)):
        grouped[marker.block].append(marker)
    return grouped


class _Layout:
    """One block being cut into parts, from left to right."""

    def __init__(self, block: Block, claims: Sequence[Claim], markers: Sequence[Marker]) -> None:
        self._text = block.text.text
        self._claims = _placed(block.text, claims)
        self._markers = list(markers)
        self._at = 0

    def parts(self) -> Iterator[Part]:
        for start, end, claim in self._claims:
            yield from self._plain(max(start, self._at))
            yield {"claim": claim.id}
            self._skip(claim, max(end, self._at))
        yield from self._plain(len(self._text))

    def _plain(self, end: int) -> Iterator[Part]:
        """The text up to `end`, with the markers that no claim has."""
        while self._markers and self._markers[0].start < end:
            marker = self._markers.pop(0)
            if marker.start >= self._at:
                yield from _text_part(self._text[self._at : marker.start])
                yield {"marker": marker.label}
                self._at = marker.end
        yield from _text_part(self._text[self._at : end])
        self._at = max(self._at, end)

    def _skip(self, claim: Claim, end: int) -> None:
        """Go on behind the claim and those of its markers that stand right after its last word."""
        left = [label for label, _ in claim.markers]
        while self._markers:
            marker = self._markers[0]
            inside = marker.start < end
            trailing = marker.label in left and not self._text[end : marker.start].strip()
            if not inside and not trailing:
                break
            if marker.label in left:
                left.remove(marker.label)
            end = max(end, marker.end)
            self._markers.pop(0)
        self._at = end


def _text_part(text: str) -> Iterator[Part]:
    if text:
        yield {"text": text}


def _placed(mapped: MappedText, claims: Sequence[Claim]) -> list[tuple[int, int, Claim]]:
    """The claims with their places in the block's text, ascending; one not found stands behind the one before."""
    index = _offsets(mapped, [place for claim in claims for place in (claim.start, claim.end - 1)])
    placed: list[tuple[int, int, Claim]] = []
    at = 0
    for claim in claims:
        start = next((i for i in index.get(claim.start, ()) if i >= at), None)
        if start is None:
            found = mapped.text.find(claim.text, at)
            start = found if found >= 0 else at
            end = found + len(claim.text) if found >= 0 else at
        else:
            end = max((i + 1 for i in index.get(claim.end - 1, ()) if i >= start), default=start)
        placed.append((start, end, claim))
        at = max(at, end)
    return placed


def _offsets(mapped: MappedText, wanted: Iterable[int]) -> dict[int, list[int]]:
    """From the `wanted` offsets of the original to the characters that came from there (a joined blank shares one)."""
    sought = sorted(set(wanted))
    index: dict[int, list[int]] = defaultdict(list)
    bounds = [*mapped.starts[1:], len(mapped.text)]
    for start, end, origin in zip(mapped.starts, bounds, mapped.origins, strict=True):
        for offset in sought[bisect_left(sought, origin) : bisect_left(sought, origin + end - start)]:
            index[offset].append(start + offset - origin)
    return index
