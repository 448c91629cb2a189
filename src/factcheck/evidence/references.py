"""Whether a page is another work than the one that the note names: a wrong link to a live page.

Said only where nothing at all speaks for the work: pages rename themselves, translate their titles and hide them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.reading import read_page
from factcheck.text import guess_language
from factcheck.words.folding import alike, fold
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from factcheck.model import Page, Reference

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST_WORDS = 3
_OPENING = 500
_HALF = 0.5


def reference_differs(reference: Reference, page: Page) -> bool | None:
    """Whether `page` cannot be the work that `reference` names; None where that cannot be told.

    True where note and page are titled in one language, in three content words or more each, that have none in common,
    the page's opening has none of the note's either, nor the names of its authors, and the whole page has not even
    half of them.
    """
    wanted = _content(reference.title or "", page.language)
    titled = _content(page.title or "", page.language)
    if min(len(wanted), len(titled)) < _LEAST_WORDS or not _one_language(reference.title or "", page):
        return None
    if _shared(wanted, titled | _content(page.text[:_OPENING], page.language)):
        return False
    known = titled | _content(" ".join((*page.authors, page.site or "", page.text[:_OPENING])), page.language)
    if _shared(_content(" ".join(reference.authors), page.language), known):
        return False
    return len(_shared(wanted, {fold(word) for word in read_page(page).positions})) < _HALF * len(wanted)


def _content(text: str, language: str | None) -> set[str]:
    """Its words, folded, those of grammar left out."""
    words = (word.casefold() for word in _WORD.findall(text))
    return {folded for word in words if not is_grammar(word, language) if (folded := fold(word))}


def _shared(wanted: set[str], there: set[str]) -> set[str]:
    """The words of `wanted` that are there in some form."""
    return {word for word in wanted if word in there or any(alike(word, other) for other in there)}


def _one_language(title: str, page: Page) -> bool:
    """Whether the note's title is in the page's language, and the page's own title is in no other."""
    own = guess_language(page.title or "")
    return page.language is not None and guess_language(title) == page.language and own in {None, page.language}
