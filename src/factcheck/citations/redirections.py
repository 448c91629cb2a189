"""Links that lead through somebody's counter to the page they name: editors and mail programs write them.

Google Docs wraps each link of its HTML export, Outlook each link of a mail, and search engines their results.  The
target stands in the link itself; nobody has to be asked for it.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from factcheck.model import Repair
from factcheck.patterns import regex

_WRAPPERS = regex(
    r"https?://(?:www\.google\.[a-z.]{2,6}/url\?|[\w-]+\.safelinks\.protection\.outlook\.com/?\?|l\.facebook\.com/l\.php\?"
    r"|lm\.facebook\.com/l\.php\?|l\.instagram\.com/?\?|www\.youtube\.com/redirect\?|vk\.com/away\.php\?"
    r"|slack-redir\.net/link\?|duckduckgo\.com/l/\?|steamcommunity\.com/linkfilter/\?)",
    re.IGNORECASE,
)
_NAMES = ("q", "url", "u", "to", "uddg")
_WEB = regex(r"https?://[^\s/]", re.IGNORECASE)
_LONGEST = 8_000
_MOST_FIELDS = 50


def unwrapped(url: str) -> tuple[str, tuple[Repair, ...]]:
    """The page that `url` names where it is such a link, with the repair that tells so; else `url` itself."""
    if _WRAPPERS.match(url) is None or len(url) > _LONGEST:
        return url, ()
    try:
        fields = parse_qs(urlsplit(url).query, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return url, ()
    for name in _NAMES:
        for target in fields.get(name, ()):
            if _WEB.match(target):
                return target, (Repair("unwrapped_redirection", "the link names its target"),)
    return url, ()
