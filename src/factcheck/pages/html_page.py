"""An HTML answer → Page, unless a judge finds that something else stands in the page's place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.documents.markup import MAX_PAGE_TAGS, Line, is_too_large, lines_of, parse_html
from factcheck.model import BlockKind, Capture, Page, PageProblem, UncheckedReason
from factcheck.pages.gone import judge_gone, judge_parked
from factcheck.pages.judged import SHORT_BODY_WORDS, Judged
from factcheck.pages.metadata import Metadata, read_metadata
from factcheck.pages.unready import judge_script, judge_unavailable
from factcheck.pages.walls import judge_challenge, judge_consent, judge_login, judge_paywall, judge_region
from factcheck.text import WORDED, guess_language

if TYPE_CHECKING:
    from lxml.etree import _Element

    from factcheck.documents.charset import Decoded

_SOURCE_CHARACTERS = 60_000
_BODY_CHARACTERS = 20_000
_PROSE_WORDS = 12
_CYRILLIC = frozenset("ru be uk bg sr mk kk ky mn tg".split())
_LATIN = frozenset("en pl de fr lt lv et es it pt nl sv da no nb fi cs sk hu ro tr hr sl sq".split())
_SCRIPT_SAMPLE = 4_000
_TAG = re.compile(r"<[^<>]{0,4000}>")
# What React, Vue, Nuxt, Next, Gatsby, Svelte and Ember call the one element that their script fills.
_FILLED_BY_SCRIPTS = frozenset("root app __next __nuxt ___gatsby react-root main-app svelte ember-app app-root".split())
_LEAST_FILLING = 3


def judge_html(capture: Capture, decoded: Decoded) -> Page | PageProblem:
    """The page, or what is there instead: challenge, error page, placeholder, login, consent or pay wall."""
    if is_too_large(decoded.text, MAX_PAGE_TAGS):
        detail = f"The page's source is too long to be read ({len(decoded.text)} characters)."
        return PageProblem(dead=False, reason=UncheckedReason.TOO_LARGE, signal="source_too_long", detail=detail)
    root = parse_html(decoded.text)
    if root is None:
        return PageProblem(
            dead=False, reason=UncheckedReason.NO_TEXT, signal="no_text", detail="The page holds no text."
        )
    metadata = read_metadata(root)
    lines = lines_of(root)
    body = "\n".join(line.text for line in lines)
    judged = Judged(
        capture,
        metadata,
        _seen(root, lines, body)[:_BODY_CHARACTERS],
        _words(lines),
        decoded.text[:_SOURCE_CHARACTERS].lower(),
        any((field.get("type") or "").lower() == "password" for field in root.iter("input")),
        _prose(lines),
        _is_unfilled(root),
    )
    problem = (
        judge_challenge(judged)
        or judge_region(judged)
        or judge_gone(judged)
        or judge_unavailable(judged)
        or judge_parked(judged)
        or judge_login(judged)
        or judge_consent(judged)
        or judge_paywall(judged)
        or judge_script(judged)
    )
    return problem or _page(capture, decoded, metadata, body)


def _seen(root: _Element, lines: list[Line], body: str) -> str:
    """Of a short page what a reader sees of it; takes out of the tree what is hidden from one."""
    if _words(lines) >= SHORT_BODY_WORDS:
        return body
    hidden = [element for element in root.iter() if _is_hidden(element)]
    for element in hidden:
        _drop(element)
    seen = lines_of(root) if hidden else lines
    # What a program prints is quoted, and no page's own word on itself.
    spoken = [line.text for line in seen if line.kind is not BlockKind.CODE]
    return "\n".join(spoken or [line.text for line in seen]) or body


def _is_hidden(element: _Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _is_unfilled(root: _Element) -> bool:
    """Whether the element that a script of a known kind fills is there, beside scripts, and holds nothing yet."""
    if next(root.iter("script"), None) is None:
        return False
    for element in root.iter("div", "main", "app-root"):
        if element.tag == "app-root" or (element.get("id") or "").lower() in _FILLED_BY_SCRIPTS:
            text = "".join(str(piece) for _, piece in zip(range(20), element.itertext(), strict=False))
            return len(text.split()) < _LEAST_FILLING
    return False


def _page(capture: Capture, decoded: Decoded, metadata: Metadata, body: str) -> Page:
    warnings: list[str] = []
    if metadata.free is False:
        warnings.append("The page says that it is not free to read: it may show only a part.")
    text = body
    if metadata.body and len(metadata.body) > 2 * len(body):
        text = f"{body}\n{metadata.body}"
        warnings.append("The article's text is taken from the page's own metadata.")
    return Page(
        text=text,
        media_type=capture.media_type or "text/html",
        title=metadata.title,
        language=_plausible(metadata.language, text),
        published=metadata.published,
        authors=metadata.authors,
        site=metadata.site,
        decoding=f"{decoded.encoding} ({decoded.rule})",
        warnings=tuple(warnings),
    )


def _words(lines: list[Line]) -> int:
    return sum(line.text.count(" ") + 1 for line in lines)


def _prose(lines: list[Line]) -> int:
    """The words of running text: in paragraphs, quotes and items of a sentence's length."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)
    counts = (line.text.count(" ") + 1 for line in lines if line.kind in kinds)
    return sum(count for count in counts if count >= _PROSE_WORDS)


def _plausible(language: str | None, text: str) -> str | None:
    """The declared language, unless the text is in another script than it is written in.

    Templates declare their maker's language over texts of any other: between two whose words we know, the words decide.
    """
    written = guess_language(text)
    if language in WORDED and written is not None:
        return written
    letters = [c for c in text[:_SCRIPT_SAMPLE] if c.isalpha()]
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in letters)
    if language in _LATIN and cyrillic * 2 > len(letters):
        return None
    return None if language in _CYRILLIC and letters and cyrillic * 5 < len(letters) else language
