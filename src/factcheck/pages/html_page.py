"""An HTML answer → Page, unless a judge finds that something else stands in the page's place."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from factcheck.documents.markup import MAX_PAGE_TAGS, Line, is_too_large, lines_of, parse_html
from factcheck.model import BlockKind, Capture, Page, PageProblem, UncheckedReason
from factcheck.pages.gone import judge_gone, judge_parked
from factcheck.pages.judged import Judged
from factcheck.pages.metadata import Metadata, read_metadata
from factcheck.pages.walls import judge_challenge, judge_consent, judge_login, judge_paywall, judge_script

if TYPE_CHECKING:
    from factcheck.documents.charset import Decoded

_SOURCE_CHARACTERS = 60_000
_BODY_CHARACTERS = 20_000
_PROSE_WORDS = 12
_CYRILLIC = frozenset("ru be uk bg sr mk kk ky mn tg".split())
_LATIN = frozenset("en pl de fr lt lv et es it pt nl sv da no nb fi cs sk hu ro tr hr sl sq".split())
_SCRIPT_SAMPLE = 4_000
_TAG = re.compile(r"<[^<>]{0,4000}>")
_META_TAG = re.compile(rb"<meta\b[^>]{0,1000}>", re.IGNORECASE)
_REFRESH = re.compile(rb"http-equiv\s{0,9}=\s{0,9}[\"']?refresh\b", re.IGNORECASE)
_REFRESH_URL = re.compile(
    rb"content\s{0,9}=\s{0,9}[\"']?\s{0,9}([\d.]{1,9})\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?[\"']?([^\"'>]{1,2000})",
    re.IGNORECASE,
)
_MOST_REFRESH_S = 30.0
_INERT = re.compile(rb"<(!--|(?:noscript|script|style|template|textarea)\b)")
_INERT_ENDS = {
    b"!--": b"-->",
    **{name: b"</" + name for name in (b"noscript", b"script", b"style", b"template", b"textarea")},
}


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
        body[:_BODY_CHARACTERS],
        _words(lines),
        decoded.text[:_SOURCE_CHARACTERS].lower(),
        any((field.get("type") or "").lower() == "password" for field in root.iter("input")),
    )
    problem = (
        judge_challenge(judged)
        or judge_gone(judged)
        or judge_parked(judged)
        or judge_login(judged)
        or judge_consent(judged)
        or judge_paywall(judged, _prose(lines))
        or judge_script(judged)
    )
    return problem or _page(capture, decoded, metadata, body)


def meta_refresh(data: bytes, most_s: float = _MOST_REFRESH_S) -> str | None:
    """The address, as written, that a page's ``<meta http-equiv=refresh>`` goes on to within `most_s` seconds.

    One in a comment, a script or a ``<noscript>`` is none: a reader's browser does not follow it.
    """
    for tag in _META_TAG.findall(_followed(data[:65_536])):
        target = _REFRESH_URL.search(tag) if _REFRESH.search(tag) else None
        if target and target.group(1).count(b".") <= 1 and float(target.group(1).strip(b".") or b"0") <= most_s:
            return unescape(target.group(2).decode("utf-8", "replace")).strip() or None
    return None


def _followed(data: bytes) -> bytes:
    """The source without what holds no elements for a browser that runs scripts; in one pass, whatever is left open."""
    kept: list[bytes] = []
    lowered, position = data.lower(), 0
    while (opening := _INERT.search(lowered, position)) is not None:
        kept.append(data[position : opening.start()])
        closing = _INERT_ENDS[opening.group(1)]
        end = lowered.find(closing, opening.end())
        position = len(data) if end < 0 else end + len(closing)
    return b"".join([*kept, data[position:]])


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
    """The declared language, unless the text is in another script than it is written in."""
    letters = [c for c in text[:_SCRIPT_SAMPLE] if c.isalpha()]
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in letters)
    if language in _LATIN and cyrillic * 2 > len(letters):
        return None
    return None if language in _CYRILLIC and letters and cyrillic * 5 < len(letters) else language
