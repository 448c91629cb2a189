"""What a whole brief knows about its URLs: listed links, URLs that stand whole on a line, words, and the print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.citations.joining import Known
from factcheck.citations.printed import find_runs, trim_end
from factcheck.citations.printed_blocks import may_have_urls, printed_text
from factcheck.citations.printing import Printing, printing_of
from factcheck.citations.reach import ends_text, goes_on_after_blank, is_cut, is_shortened, without_cut_word
from factcheck.citations.spelling import Spelling, squash
from factcheck.model import LinkOrigin
from factcheck.patterns import regex
from factcheck.records import record

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from factcheck.citations.printed import Run
    from factcheck.model import Brief, Link, MappedText

_EXTRACTED = frozenset({"text/plain", "application/pdf"})  # here, lines break URLs
_HTTP = regex(r"https?://", re.IGNORECASE)


@record
class Surroundings:
    """What the whole brief knows about its URLs: per page the listed links, all whole URLs, spelling and print.

    `held` are URLs that were captured before; it is asked of single ones only.
    """

    by_page: Mapping[int, Mapping[str, Known]]
    anywhere: Mapping[str, Known]
    spelling: Spelling
    printing: Printing
    held: Container[str] = ()


def surroundings(brief: Brief, held: Container[str] = ()) -> Surroundings:
    """Gather what `brief` knows: listed links first, then URLs that stand whole on one line."""
    breaks_urls = brief.media_type in _EXTRACTED
    printing = printing_of(brief.text, brief.notes, breaks_urls=breaks_urls)
    spelling = Spelling()
    by_page: dict[int, dict[str, Known]] = {}
    anywhere: dict[str, Known] = {}
    for link in brief.links:
        joined = breaks_urls and link.origin is LinkOrigin.AUTOLINK  # read again from the lines, with care
        if link.url and _HTTP.match(link.url) and not joined:
            spelling.add_url([link.url])
            anywhere.setdefault(squash(link.url), Known(link.url, _how_known(link)))
            if link.origin is LinkOrigin.LISTED and link.page is not None:
                by_page.setdefault(link.page, {})[squash(link.url)] = Known(link.url, "link annotation")
    for text in (*_block_texts(brief, spelling, breaks_urls=breaks_urls), *(note.text for note in brief.notes)):
        for run in find_runs(text.text):
            pieces = [run.scheme + run.pieces[0].text, *(piece.text for piece in run.pieces[1:])]
            spelling.add_url([*pieces[:-1], without_cut_word(pieces[-1])])
            _learn_whole(run, text, printing, spelling, anywhere)
    return Surroundings(by_page, anywhere, spelling, printing, held)


def _block_texts(brief: Brief, spelling: Spelling, *, breaks_urls: bool) -> Iterator[MappedText]:
    """Learn the words of the body; yield the print of its blocks that may have URLs."""
    for block in brief.blocks:
        text = block.text.text
        if may_have_urls(text):
            yield printed_text(block.text, brief.text) if breaks_urls else block.text
            text = " ".join(word for word in text.split() if "/" not in word and "www." not in word)
        spelling.add_words(text)


def _how_known(link: Link) -> str:
    if link.origin is not LinkOrigin.LISTED:
        return "link of the document"
    return "link annotation" if link.page is None else "link annotation of another page"


def _learn_whole(
    run: Run, text: MappedText, printing: Printing, spelling: Spelling, anywhere: dict[str, Known]
) -> None:
    """Remember a URL that is printed on one line and surely ends there."""
    first = run.pieces[0]
    url = run.scheme + trim_end(first.text)
    ends = len(run.pieces) == 1 and not ends_text(text, first.end)
    if (
        run.scheme
        and not url.endswith("-")
        and not goes_on_after_blank(run, 1, text, spelling)[0]
        and not is_shortened(run, 1, spelling)
        and not is_cut(run, 1, text, printing)
        and (ends or (printing.trailing_blanks and printing.blank_after(text, first.end)))
    ):
        anywhere.setdefault(squash(url), Known(url, "the same URL elsewhere in the document"))
