"""Judging pages that are not ready: drawn by a script, under maintenance, or broken behind an answer of 200."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import PageProblem, UncheckedReason
from factcheck.pages.phrases import phrases

if TYPE_CHECKING:
    from factcheck.pages.judged import Judged

_SCRIPT_WORDS = 60


def judge_script(page: Judged) -> PageProblem | None:
    """A page that a script would draw: without one it says hardly more than that."""
    if page.words < _SCRIPT_WORDS and page.unfilled and not page.prose:
        return PageProblem(
            dead=False,
            reason=UncheckedReason.NO_TEXT,
            signal="needs_script",
            detail="The page is an empty frame that a script would fill.",
        )
    if page.words < _SCRIPT_WORDS and (found := phrases("script").inside(page.body)):
        return PageProblem(
            dead=False,
            reason=UncheckedReason.NO_TEXT,
            signal="needs_script",
            detail=f"The page is drawn by a script (“{found}”).",
        )
    return None


def judge_unavailable(page: Judged) -> PageProblem | None:
    """A server that reports its own failure, or that it is being mended, with the status of success."""
    if not page.short:
        return None
    said = (*(phrases("unavailable").whole(title) for title in page.titles), phrases("unavailable").sentence(page.body))
    if "fatal error</b>:" in page.source and ".php" in page.source:
        said = (*said, "Fatal error of PHP")
    # One word alone ("Maintenance", "Wartung") is as likely a page's subject.
    found = next((words for words in said if words and " " in words.strip()), None)
    if found is None:
        return None
    detail = f"The server reports an error or maintenance in place of the page (“{found}”)."
    return PageProblem(dead=False, reason=UncheckedReason.SERVER_ERROR, signal="unavailable", detail=detail)
