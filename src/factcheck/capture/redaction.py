"""What of a URL or a header is not kept: archives and reports are passed on, and must let nobody in.

A secret's place is kept by its digest, so that two pages that differ in it alone stay two pages.  It is the same for
all that is stored: the record's address, its request line, where a redirect leads, and the key in the index.
"""

from __future__ import annotations

import hashlib
import re

REDACTED = "[redacted]"
_STANDS_FOR = "redacted-"
# Parameters by which signed links, sessions and application keys are handed on; `key` and `code` mostly are no secret.
_PARAMETER = re.compile(
    r"""(?<=[?&;])(?P<name>
    (?:[\w.-]*[_.-])?(?:token|signature|credential|secret|apikey|api[_-]key|sessionid|session[_-]id)
    |access[_-]?key|authkey|auth|sig|sid|phpsessid|jsessionid|aspsessionid\w*
    |(?P<said>(?:[\w.-]*[_.-])?(?:password|passwd|passphrase|pwd))
    )=(?P<value>[^&;\#<>"'\s]+)""",
    re.VERBOSE | re.IGNORECASE,
)
# What is shorter can be guessed from its digest, and is rather the number of a page than a key to it.
_LEAST = 16
_USERINFO = re.compile(r"(?<=://)[^/?#\s]{1,1000}(?=@)")
_COOKIES = frozenset({"set-cookie", "set-cookie2"})
_WITH_URLS = frozenset({"location", "content-location", "link", "refresh", "referer"})
_SECRET = frozenset(
    {
        "authorization",
        "cookie",
        "proxy-authorization",
        "authentication-info",
        "proxy-authentication-info",
        "x-access-token",
        "x-amz-security-token",
        "x-api-key",
        "x-auth-token",
        "x-csrf-token",
        "x-xsrf-token",
    }
)
_CHANGED = _COOKIES | _WITH_URLS | _SECRET
_LENGTHS = frozenset(map(len, _CHANGED))


def redacted_url(url: str) -> str:
    """`url`, or a text with URLs in it, without user names, passwords and tokens; done twice, it is as done once."""
    if "@" in url:
        url = _USERINFO.sub(REDACTED, url)
    return _PARAMETER.sub(_replaced, url) if "=" in url else url


def _replaced(found: re.Match[str]) -> str:
    name, value = found["name"], found["value"]
    if found["said"]:
        return f"{name}={_STANDS_FOR.rstrip('-')}"
    if len(value) < _LEAST or value.startswith(_STANDS_FOR):
        return found.group()
    return f"{name}={_STANDS_FOR}{hashlib.sha256(value.encode('utf-8', 'replace')).hexdigest()[:16]}"


def redacted_header(header: tuple[str, str]) -> tuple[str, str]:
    """A header as it is kept: of a cookie the name and what is said about it, of a URL all but its secrets."""
    name, text = header
    if len(name) not in _LENGTHS:
        return header
    lower = name.lower()
    if lower in _SECRET:
        return name, REDACTED
    if lower in _WITH_URLS:
        return name, redacted_url(text)
    if lower in _COOKIES:
        cookie, equals, rest = text.partition("=")
        attributes = rest.partition(";")
        return name, f"{cookie}={REDACTED}{attributes[1]}{attributes[2]}" if equals else REDACTED
    return header
