"""URLs: what is really requested, which two mean the same page, and links that point at words on a page.

Parsing follows the WHATWG URL Standard (https://url.spec.whatwg.org), as browsers do, by the ada parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from ada_url import URL

MAX_URL_LENGTH = 8192
"""Code points; longer ones are refused (RFC 9110, section 4.1, asks for 8000 octets at least)."""

# Ports that the Fetch Standard blocks (https://fetch.spec.whatwg.org/#port-blocking): other protocols listen there.
BAD_PORTS = frozenset(
    {0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109}
    | {110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530}
    | {531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190}
    | {5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
)

# Query parameters that say who sent the reader and never which page is meant: Google and Matomo campaign tags, click
# ids of advertising and mail services.  A parameter with a use of its own on some site (ref, source, id) is not here.
_TRACKING = re.compile(
    r"""utm_\w+|(?:mtm|pk|piwik|matomo)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)
    |fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid
    |mkt_tok|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|_openstat|cmpid|s_cid|wt_mc|_ga|_gl|srsltid""",
    re.VERBOSE | re.IGNORECASE,
)
_DOI_HOSTS = frozenset({"dx.doi.org", "doi.org", "www.doi.org"})
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# RFC 3986, 3.2.1; a line may end within.
_USERINFO = re.compile(
    r"""(?<=://)(?:[^\s/?#@:<>"'.]{1,200}|[^\s/?#@:<>"']{0,200}:(?:[^\s/?#<>"']{0,200}|[^/?#@<>"']{0,200}))(?=@)"""
)
_UNSAID = re.compile(r"[^\s:]")
_LONGEST_EXACT = 300
_WORDS_AT_ENDS = 5
_CONTEXT_WORDS = 4


def request_url(text: str) -> str | None:
    """The URL that a client requests for `text`: absolute, in ASCII, without its fragment; None where it may not be.

    Scheme and host are folded to lower case, an international host becomes Punycode (UTS 46), dot segments are resolved
    and characters outside the URL code points are percent-encoded in UTF-8.  Refused are other schemes than http and
    https, a user name or password, a missing host, the ports that the Fetch Standard blocks, and texts that the URL
    Standard calls a failure.
    """
    url = _parsed(text)
    return None if url is None else url.href.removesuffix(url.hash).removesuffix("#")


def fragment(text: str) -> str:
    """The fragment of a URL without its ``#``, percent-encoded; empty where there is none or no URL."""
    url = _parsed(text)
    return "" if url is None else url.hash.removeprefix("#")


def comparison_key(text: str) -> str:
    """A string that is equal for URLs that surely mean the same page; it is not itself requested.

    Set aside: http or https, a leading ``www.``, a final slash, a default port, tracking parameters, the fragment (but
    for routes, ``#!`` and ``#/``), the way in which unreserved characters are escaped; among DOI links also the host's
    spelling and the letters' case (ISO 26324).  Kept: the path's case, ``index.html``, the order of parameters.
    What is no URL is its own key.
    """
    url = _parsed(text)
    if url is None:
        return text.strip()
    host, path = url.hostname.rstrip("."), _plain_escapes(url.pathname)
    if host in _DOI_HOSTS:
        return "doi.org" + path.rstrip("/").lower()
    port = f":{url.port}" if url.port else ""
    route = url.hash if url.hash.startswith(("#!", "#/")) else ""
    return host.removeprefix("www.") + port + path.rstrip("/") + _plain_escapes(_untracked(url.search)) + route


def text_fragment(prefix: str, exact: str, suffix: str) -> str:
    """A ``#:~:text=`` directive that scrolls to `exact` where it stands between `prefix` and `suffix`.

    Written after https://wicg.github.io/scroll-to-text-fragment: terms are percent-encoded, and so are ``-``, ``,`` and
    ``&``, which part them.  Only the nearest whole words of the context are used; a long passage, or one over several
    lines, is named by its first and last words.  Empty where `exact` has no words.
    """
    words = exact.split()
    if not words:
        return ""
    whole = len(exact) <= _LONGEST_EXACT and "\n" not in exact.strip()
    if whole or len(words) <= _WORDS_AT_ENDS:
        target = _term(words)
    else:
        ends = min(_WORDS_AT_ENDS, len(words) // 2)
        target = f"{_term(words[:ends])},{_term(words[-ends:])}"
    before, after = _context(prefix, from_end=True), _context(suffix, from_end=False)
    return "#:~:text=" + (f"{_term(before)}-," if before else "") + target + (f",-{_term(after)}" if after else "")


def without_password(text: str) -> str:
    """`text` with every user name and password of a URL in it dotted out, each sign for one: offsets stay as they are.

    A name without a password goes too, since access tokens are written so, unless it looks like a host, after which a
    mail address was glued on.
    """
    return _USERINFO.sub(lambda found: _UNSAID.sub("\u2022", found.group()), text) if "@" in text else text


def _parsed(text: str) -> URL | None:
    if len(text) > MAX_URL_LENGTH:
        return None
    # Loaded on first use: the library takes 12 ms, and a run that reads no brief needs none of it.
    from ada_url import URL  # noqa: PLC0415 (see above)

    try:
        url = URL(text)
    except ValueError:  # "Invalid input", and lone surrogates that cannot be encoded
        return None
    if url.protocol not in {"http:", "https:"} or url.username or url.password or not url.hostname:
        return None
    return None if url.port and int(url.port) in BAD_PORTS else url


def _untracked(search: str) -> str:
    kept = [
        part for part in search.removeprefix("?").split("&") if part and not _TRACKING.fullmatch(part.split("=")[0])
    ]
    return "?" + "&".join(kept) if kept else ""


def _plain_escapes(text: str) -> str:
    """Escapes of unreserved characters undone, the others in capitals (RFC 3986, section 6.2.2)."""

    def plain(match: re.Match[str]) -> str:
        character = unquote(match.group(), encoding="latin-1")
        return character if character in _UNRESERVED else match.group().upper()

    return _ESCAPE.sub(plain, text)


def _context(text: str, *, from_end: bool) -> list[str]:
    """The nearest words of a context; its outermost word may be cut, so it goes where there are others."""
    words = text.replace("…", " ").split()
    if len(words) > 1:
        words = words[1:] if from_end else words[:-1]
    return words[-_CONTEXT_WORDS:] if from_end else words[:_CONTEXT_WORDS]


def _term(words: list[str]) -> str:
    encoded = quote(" ".join(words).encode("utf-8", "replace"), safe="")
    return encoded.replace("-", "%2D")
