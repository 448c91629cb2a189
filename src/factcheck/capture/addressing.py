"""URLs as keys: what two spellings of one address share.

The client is not needed for it: a run from the archive does not load it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from factcheck.capture.redaction import redacted_url
from factcheck.urls import request_url

_DEFAULT_PORTS = {"http": 80, "https": 443}
# All that RFC 3986 lets stand in a path or query, and what was percent-encoded before.
_KEPT = "%/:?#[]@!$&'()*+,;=-._~|"


# What the URL Standard spells otherwise: dot segments, backslashes, and characters that paths or queries encode.
_SPELLED = re.compile(r"""[^!-~]|["'<>\\^`{|}]|/\.""")


# Its own key: what most addresses look like.
_PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?!(?:80|443)/)\d{1,5})?/[\w/.~%=&?+,-]*", re.ASCII)


@lru_cache(maxsize=2048)
def url_key(url: str) -> str:
    """`url` as it is requested, without default port, fragment and empty path.

    Addresses are read as the URL Standard has it where that may make a difference: the answer to a redirect's target is
    archived under what was requested, and must be found by what the redirect said.  Secrets are no part of a key.
    """
    url = redacted_url(url)
    if _PLAIN.fullmatch(url) and "/." not in url and not url.endswith("?"):
        return url
    if _SPELLED.search(url):
        url = request_url(url) or url
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    if ":" in host:
        host = f"[{host}]"
    place = host if port in {None, _DEFAULT_PORTS.get(parts.scheme)} else f"{host}:{port}"
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT)
    return urlunsplit((parts.scheme, place, path, query, ""))


def site_of(url: str) -> str:
    """Host and, where it is not the usual one, port; empty where there is none."""
    try:
        return urlsplit(url_key(url)).netloc
    except ValueError:
        return ""


def twin_of(url: str) -> str | None:
    """The same address by https instead of http, or the reverse; None where it names a port of its own."""
    key = url_key(url)
    try:
        parts = urlsplit(key)
        if parts.port is not None or parts.scheme not in _DEFAULT_PORTS:
            return None
    except ValueError:
        return None
    return urlunsplit(parts._replace(scheme="http" if parts.scheme == "https" else "https"))


def joined(base: str, location: str) -> str:
    """Where a Location header leads from `base`."""
    # Servers send Location in UTF-8 although HTTP knows no such thing; the Latin-1 of the wire is undone first.
    text = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    try:
        return urljoin(base, text)
    except ValueError:
        return text
