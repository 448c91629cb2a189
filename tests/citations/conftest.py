import pytest

from factcheck.citations import find_citations
from factcheck.model import Block, BlockKind, Brief, Link, LinkOrigin, MappedText, NoteText


def mapped(text, origin=0):
    return MappedText(text, (0,), (origin,))


def _brief(paragraphs, notes, *, listed=(), links=(), markers=(), media_type="text/plain", trailing_blanks=False):
    """A brief whose file is its paragraphs, then its notes; `notes` maps labels to text, or to (text, links)."""
    source, blocks, note_texts = "", [], []
    for paragraph in paragraphs:
        kind, text = paragraph if isinstance(paragraph, tuple) else (BlockKind.PARAGRAPH, paragraph)
        blocks.append(Block(kind, mapped(text, len(source)), level=1 if kind is BlockKind.HEADING else 0))
        source += text + (" \n\n" if trailing_blanks else "\n\n")
    for label, value in notes.items() if isinstance(notes, dict) else notes:
        text, targets = value if isinstance(value, tuple) else (value, ())
        source += label
        note_texts.append(NoteText(label, mapped(text, len(source)), links=targets))
        source += text + "\n"
    found = [Link(url, url, LinkOrigin.LISTED) for url in listed]
    return Brief(
        "brief.txt",
        "0" * 64,
        media_type,
        None,
        "en",
        source,
        tuple(blocks),
        tuple(note_texts),
        tuple(markers),
        (*links, *found),
    )


@pytest.fixture
def make_brief():
    return _brief


@pytest.fixture(scope="session")
def make_brief_of():
    """The same, once for all examples of a property."""
    return _brief


@pytest.fixture
def cite():
    """The apparatus of a brief made of paragraphs and notes."""

    def apparatus(paragraphs, notes, **details):
        return find_citations(_brief(paragraphs, notes, **details))

    return apparatus


@pytest.fixture
def urls_of(cite):
    """The URLs of one note's text."""

    def urls(text, **details):
        found = cite(["The ministry denies it.1"], {"1": text}, **details)
        return [citation.url for citation in found.citations]

    return urls
