"""Links that may be followed from the report: http(s) only, to the very passage where the browser can find it."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_LONGEST_EXACT = 200
"""Longer passages are named by their first and last words, as the text-fragment proposal advises."""
_EDGE_WORDS = 5
_CONTEXT_WORDS = 3
_BLOCK_END = re.compile(r"\n|(?:^|(?<= ))\|(?: |$)")
"""Where one block of a page ends in its text, a line or a table's cell: no term of a text fragment reaches over it."""
_PDF_PAGE = re.compile(r"^(?:p\.|pp\.|page)\s*(\d{1,5})\b", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f\\<>\"'`{}|^\u2028\u2029\ufffe\uffff]")


def safe_href(url: str | None) -> str | None:
    """`url` where it is http(s) with a host, characters that no URL may hold percent-encoded; else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or not url.lower().startswith(("http://", "https://")):
        return None
    return _UNSAFE.sub(lambda match: quote(match.group(), safe=""), url)


def host_of(url: str | None) -> str | None:
    """The host of an http(s) `url` in small letters, ``www.`` left out."""
    if safe_href(url) is None:
        return None
    host = urlsplit(url or "").hostname or ""
    return host.removeprefix("www.")


def passage_href(url: str | None, media_type: str | None, passage: dict[str, str | None]) -> str | None:
    """The live page, opened at the `passage` (its ``prefix``, ``exact``, ``suffix``, ``locator``); None if not safe.

    Text fragments are those of https://wicg.github.io/scroll-to-text-fragment/; a PDF is opened at its page instead
    (RFC 8118, section 3).
    """
    href = safe_href(url)
    if href is None:
        return None
    if media_type == "application/pdf":
        page = _PDF_PAGE.match(passage.get("locator") or "")
        return f"{href.split('#', 1)[0]}#page={page.group(1)}" if page else href
    fragment = passage_fragment(passage)
    return href + (fragment.removeprefix("#") if "#" in href else fragment)


def passage_fragment(passage: dict[str, str | None]) -> str:
    """The fragment (``#:~:text=…``) that opens a text at the `passage`; empty where it has no words."""
    directive = _text_directive(passage.get("prefix") or "", passage.get("exact") or "", passage.get("suffix") or "")
    return f"#:~:text={directive}" if directive else ""


def _text_directive(prefix: str, exact: str, suffix: str) -> str:
    blocks = [block.split() for block in _BLOCK_END.split(exact) if block.strip(" |")]
    if not blocks:
        return ""
    before = _nearest(_BLOCK_END.split(_last_line(prefix))[::-1])[-_CONTEXT_WORDS:]
    after = _nearest(_BLOCK_END.split(_first_line(suffix)))[:_CONTEXT_WORDS]
    middle = _encoded(blocks[0])
    if len(exact) > _LONGEST_EXACT or len(blocks) > 1:
        middle = f"{_encoded(blocks[0][:_EDGE_WORDS])},{_encoded(blocks[-1][-_EDGE_WORDS:])}"
    lead = f"{_encoded(before)}-," if before else ""
    tail = f",-{_encoded(after)}" if after else ""
    return lead + middle + tail


def _nearest(cells: list[str]) -> list[str]:
    """The words of the first of `cells` that has any: a term may stand in the cell beside, but not reach over both."""
    return next((cell.split() for cell in cells if cell.strip(" |")), [])


def _encoded(words: list[str]) -> str:
    """Words joined by blanks; the hyphen, which the syntax uses, is escaped too (`quote` leaves it)."""
    return quote(" ".join(words).encode("utf-8", "replace"), safe="").replace("-", "%2D")


def _last_line(text: str) -> str:
    """What stands on the passage's own line before it, the ellipsis of a cut left out with the word it cuts."""
    line = text.rsplit("\n", 1)[-1]
    return line.split("…", 1)[1].partition(" ")[2] if line.startswith("…") else _after_cut(line, text)


def _after_cut(line: str, text: str) -> str:
    """The first word of a prefix that was cut at a number of characters may be half a word."""
    return line.partition(" ")[2] if line == text and " " in line.strip() else line


def _first_line(text: str) -> str:
    line = text.split("\n", 1)[0]
    if line.endswith("…"):
        line = line[:-1].rpartition(" ")[0]
    elif line == text and " " in line.strip():
        line = line.rpartition(" ")[0]
    return line
