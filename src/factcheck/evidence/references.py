"""Whether a page is another work than the one that the note names: a wrong link to a live page.

Said only where nothing at all speaks for the work: pages rename themselves, translate their titles and hide them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.reading import read_page
from factcheck.text import guess_language
from factcheck.words.folding import alike, fold
from factcheck.words.lexicon import LANGUAGES
from factcheck.words.vocabulary import is_grammar

if TYPE_CHECKING:
    from factcheck.model import Page, Reference

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST_WORDS = 3
_OPENING = 500
_HALF, _LESS_THAN_HALF = 0.5, 0.4  # of the title's words on the whole page
_FEW = 5  # one word in common of so many is chance
_YEAR = 4
_YEARS_APART = 2
_ANY_WORD = re.compile(r"[^\W\d_]+")


def reference_differs(reference: Reference, page: Page) -> bool | None:
    """Whether `page` cannot be the work that `reference` names; None where that cannot be told.

    True where note and page are titled in one language, in three content words or more each, that have next to none in
    common, the page's opening has none of the note's either, nor the names of its authors, and the whole page has not
    even half of them.  Also, whatever the languages, where no word of the title and no author is the page's and both
    give another year.
    """
    wanted, titled = _content(reference.title or "", page.language), _content(page.title or "", page.language)
    there = titled | _content(" ".join((*page.authors, page.site or "", page.text[:_OPENING])), page.language)
    authors = _content(" ".join(reference.authors), page.language)
    if authors and _shared(authors, there):
        return False
    shared = _shared(wanted, there)
    if not wanted or not titled or len(shared) * _FEW > len(wanted):
        return False if shared else None
    if not shared and _of_another_year_and_author(reference, page):
        return True
    if min(len(wanted), len(titled)) < _LEAST_WORDS or not _one_language(reference.title or "", page):
        return None
    most = _HALF if not shared else _LESS_THAN_HALF
    return len(_shared(wanted, {fold(word) for word in read_page(page).positions})) < most * len(wanted)


def _of_another_year_and_author(reference: Reference, page: Page) -> bool:
    """Whether both name authors, not the same, and give years of publication, two or more apart."""
    dates = (reference.published or "")[:4], (page.published or "")[:4]
    if not (reference.authors and page.authors and all(date.isdecimal() and len(date) == _YEAR for date in dates)):
        return False
    return abs(int(dates[0]) - int(dates[1])) >= _YEARS_APART


def _content(text: str, language: str | None) -> set[str]:
    """Its words, folded, those of grammar left out."""
    words = (word.casefold() for word in _WORD.findall(text))
    return {folded for word in words if not is_grammar(word, language) if (folded := fold(word))}


def _shared(wanted: set[str], there: set[str]) -> set[str]:
    """The words of `wanted` that are there in some form."""
    return {word for word in wanted if word in there or any(alike(word, other) for other in there)}


def _one_language(title: str, page: Page) -> bool:
    """Whether the note's title and the page's own are in the page's language.

    Of a title too short to be sure, its words of grammar decide: more of them must be the page's language's than any
    other's.
    """
    return page.language is not None and all(_is_in(text, page.language) for text in (title, page.title or ""))


def _is_in(title: str, language: str) -> bool:
    guessed = guess_language(title)
    if guessed is not None:
        return guessed == language
    words = [word.casefold() for word in _ANY_WORD.findall(title)]
    counts = {code: sum(is_grammar(word, code) for word in words) for code in LANGUAGES}
    return all(counts.get(language, 0) > count for code, count in counts.items() if code != language)
