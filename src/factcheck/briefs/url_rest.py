"""Lines that can only be the rest of a URL which the line before them broke off."""

from __future__ import annotations

import re

from factcheck.briefs.layout import URL_START
from factcheck.patterns import regex

# The rest of a URL: one word with marks that only URLs have, perhaps a page reference behind it.
_URL_MARKS = regex(r"[/_=?&%#~]|[^\W_]\.[^\W_]|\d{5}|-[^-]*-|\d-|^-")
# Keys and tokens: letters and digits mixed, capitals inside, no word of any language.
_TOKEN = regex(r"(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[\w-]{8,}")
# A sentence's last word with its stop and note marker is no rest of a URL, though it has a stop inside ("costs.126").
_LAST_WORD = regex(r"[\"'“‘«„(]*[^\W\d_]*[\d⁰¹²³⁴-⁹]{0,3}[.?!,;:…\"'”’»)]+[\d⁰¹²³⁴-⁹]{0,3}[.,;:)]{0,3}")
_LOCATOR = regex(
    r"[\s,;.]*(?:(?:cf\.\s*)?(?:pp?\.|p\s|page|стр\.|с\.|s\.|str\.|art\.|fig\.|table|\(|accessed|\d{1,4}[-–]\d{1,4}\.?$))",
    re.IGNORECASE,
)


def is_url_rest(text: str) -> bool:
    """Whether a line may be the rest of a URL that the line before it broke off."""
    if URL_START.match(text):
        return True
    word, _, rest = text.partition(" ")
    if rest and not _LOCATOR.match(word[len(word.rstrip(",;.")) :] + " " + rest):
        return False
    if _TOKEN.fullmatch(word):
        return True
    return _URL_MARKS.search(word) is not None and not _LAST_WORD.fullmatch(word)
