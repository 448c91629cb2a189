"""Pages that send their reader on by themselves: ``<meta http-equiv=refresh>`` and scripts that do nothing else."""

from __future__ import annotations

import re
from html import unescape

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
# A frame that only leads on holds no more than this; its words are "Redirecting …" and the like.
_LONGEST_FRAME = 16 * 1024
_FRAME_WORDS = 20
_SCRIPT = re.compile(rb"<script\b[^>]{0,1000}>(.*?)</script", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^<>]{0,4000}>")
_LOCATION = re.compile(
    rb"\blocation(?:\s{0,9}\.\s{0,9}href)?\s{0,9}=\s{0,9}[\"\']([^\"\'\s]{1,2000})[\"\']"
    rb"|\blocation\s{0,9}\.\s{0,9}(?:replace|assign)\s{0,9}\(\s{0,9}[\"\']([^\"\'\s]{1,2000})[\"\']"
)
# A script that sets cookies or reckons before it leads on tests its reader.
_TESTS = (b"cookie", b"atob(", b"eval(", b"navigator.", b"screen.", b"innerwidth")


def meta_refresh(data: bytes, most_s: float = _MOST_REFRESH_S) -> str | None:
    """The address, as written, that a page's ``<meta http-equiv=refresh>`` goes on to within `most_s` seconds.

    One in a comment, a script or a ``<noscript>`` is none: a reader's browser does not follow it.
    """
    for tag in _META_TAG.findall(without_inert(data[:65_536])):
        target = _REFRESH_URL.search(tag) if _REFRESH.search(tag) else None
        if target and target.group(1).count(b".") <= 1 and float(target.group(1).strip(b".") or b"0") <= most_s:
            return unescape(target.group(2).decode("utf-8", "replace")).strip() or None
    return None


def without_inert(data: bytes) -> bytes:
    """The source without what holds no elements for a browser that runs scripts; in one pass, whatever is left open."""
    kept: list[bytes] = []
    lowered, position = data.lower(), 0
    while (opening := _INERT.search(lowered, position)) is not None:
        kept.append(data[position : opening.start()])
        closing = _INERT_ENDS[opening.group(1)]
        end = lowered.find(closing, opening.end())
        position = len(data) if end < 0 else end + len(closing)
    return b"".join([*kept, data[position:]])


def script_redirect(data: bytes) -> str | None:
    """The address, as written, that the script of a page without any content of its own goes on to."""
    if len(data) > _LONGEST_FRAME:
        return None
    scripts = b"\n".join(_SCRIPT.findall(data))
    if any(sign in scripts.lower() for sign in _TESTS):
        return None
    target = _LOCATION.search(scripts)
    body = data.partition(b"</head>")[2] or data.partition(b"</title>")[2] or data
    if target is None or len(_TAG.sub(b" ", without_inert(body)).split()) >= _FRAME_WORDS:
        return None
    written = (target.group(1) or target.group(2)).decode("utf-8", "replace")
    return written.replace("\\/", "/")
