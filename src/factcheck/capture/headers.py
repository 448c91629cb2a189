"""HTTP headers as pairs of text, and what is read out of them.  Text is Latin-1: its bytes come back unchanged."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import lru_cache

Headers = tuple[tuple[str, str], ...]


def header(headers: Headers, name: str) -> str | None:
    """The first header of that name (given in lower case), whatever its own case."""
    return next((value for key, value in headers if key.lower() == name), None)


@lru_cache(maxsize=512)  # the email package takes 60 µs for what few servers vary
def media(content_type: str | None) -> tuple[str | None, str | None]:
    """A Content-Type header as (media type in lower case, charset)."""
    if not content_type:
        return None, None
    message = Message()
    message["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    return content_type.partition(";")[0].strip().lower() or None, charset.strip() if isinstance(charset, str) else None


def link_target(link: str, relation: str) -> str | None:
    """The first target of a Link header (RFC 8288) with that relation."""
    for part in link.split("<")[1:]:
        target, _, parameters = part.partition(">")
        relations = parameters.lower().partition("rel=")[2].lstrip('"').partition('"')[0].split(";")[0]
        if relation in relations.replace(",", " ").split():
            return target
    return None


def http_time(text: str | None) -> datetime | None:
    """A date of HTTP (RFC 9110, 5.6.7) in UTC; None if it is none.  One without a zone is meant in UTC, as all are."""
    try:
        at = parsedate_to_datetime((text or "").strip())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
