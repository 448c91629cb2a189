"""Runs made of sentences: each brief a tuple of paragraphs, read as a run reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.claims import find_claims
from factcheck.consistency import find_contradictions
from factcheck.model import Apparatus, Block, BlockKind, Brief, BriefFinding, ClaimFinding, MappedText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import FactPair


def read(number: int, paragraphs: Sequence[str], language: str | None, title: str | None) -> BriefFinding:
    """A brief of `paragraphs`; one that begins with # is a heading."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        heading = paragraph.startswith("#")
        words = paragraph.lstrip("# ") if heading else paragraph
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(kind, MappedText(words, (0,), (at,)), int(heading)))
        at += len(words) + 2
    text = "\n\n".join(block.text.text for block in blocks)
    brief = Brief(f"brief-{number}.md", "", "text/markdown", title, language, text, tuple(blocks), (), (), ())
    nothing = Apparatus((), (), ())
    return BriefFinding(brief, nothing, (), tuple(ClaimFinding(claim) for claim in find_claims(brief, nothing)))


@pytest.fixture
def find() -> Callable[..., tuple[FactPair, ...]]:
    """``find(("One sentence.", "Another."), ("A second brief.",), language="en")`` → the pairs of the run."""

    def found(*briefs: Sequence[str], language: str | None = "en", title: str | None = None) -> tuple[FactPair, ...]:
        return find_contradictions([read(n, paragraphs, language, title) for n, paragraphs in enumerate(briefs)])

    return found
