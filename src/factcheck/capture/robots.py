"""What robots.txt says of us (RFC 9309), asked once per origin and day, with protego."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from protego import Protego

from factcheck.capture.decoding import BodyDecoder
from factcheck.capture.failures import FetchError
from factcheck.capture.headers import header
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from factcheck.capture.exchange import Exchange
    from factcheck.capture.guard import Target
    from factcheck.capture.index import Index

AGENT = "factcheck"
# RFC 9309, 2.5: at least 500 KiB must be parsed; what lies behind is not read.
MAX_BYTES = 512 * 1024
_DAY_S = 86_400.0
_ALLOW_ALL = ""
_MAX_CRAWL_DELAY_S = 10.0
# The misspellings of disallow that protego knows begin with these letters too.
_RULE = re.compile(r"\s*(?:user.?agent|allow|dis|dia|crawl)", re.IGNORECASE)
_AGENT_LINE = re.compile(r"^(\s*user.?agent\s*:?\s*)([\w*-]+).*$", re.IGNORECASE)


class Robots:
    """The rules of all origins of a run; texts are kept in the index for a day (RFC 9309, 2.4)."""

    def __init__(self, index: Index, fetch: Callable[[Target], Awaitable[tuple[Exchange, ...]]]) -> None:
        """`fetch` gets the chain of answers to an origin's robots.txt."""
        self._index = index
        self._fetch = fetch
        self._rules: dict[str, asyncio.Task[Protego]] = {}

    async def permit(self, target: Target) -> float | None:
        """Returns if `target` may be asked for, with the delay in seconds that the host wants between requests.

        Raises:
            FetchError: it may not, or nothing could be had from the host at all.
        """
        if target.origin not in self._rules:
            self._rules[target.origin] = asyncio.create_task(self._read(target))
        try:
            rules = await asyncio.shield(self._rules[target.origin])
        except FetchError:
            self._rules.pop(target.origin, None)  # another try asks again
            raise
        if not rules.can_fetch(target.url, AGENT):
            detail = f"{target.origin}/robots.txt asks programs not to read this page"
            raise FetchError(UncheckedReason.ROBOTS, "robots_disallowed", detail)
        delay = rules.crawl_delay(AGENT)
        return min(float(delay), _MAX_CRAWL_DELAY_S) if delay else None

    async def _read(self, target: Target) -> Protego:
        kept = self._index.note(f"robots:{target.origin}")
        if isinstance(kept, str):
            return read_rules(kept)
        text = await self._ask(target)
        self._index.keep_note(f"robots:{target.origin}", text, _DAY_S)
        return read_rules(text)

    async def _ask(self, target: Target) -> str:
        try:
            chain = await self._fetch(target)
        except FetchError as error:
            error.drop()
            return _despite(error, target)
        answer = chain[-1]
        try:
            return _text_of(answer, target)
        finally:
            for each in chain:
                each.body.close()

    def close(self) -> None:
        """Stops what is still being asked."""
        for task in self._rules.values():
            task.cancel()


def read_rules(text: str) -> Protego:
    """The rules of a robots.txt, as RFC 9309 has them where protego has not.

    Lines of other kinds do not end a group (2.2.4), and a product token ends at the first character that no token has
    (2.2.1): ``User-agent: factcheck bot`` is meant for factcheck.
    """
    kept = (line for line in text.removeprefix("\ufeff").splitlines() if _RULE.match(line))
    return Protego.parse("\n".join(_AGENT_LINE.sub(r"\1\2", line) for line in kept))


def _despite(error: FetchError, target: Target) -> str:
    """The rules where there is no whole robots.txt; a host that cannot be asked is reported as that."""
    if error.signal in {"redirect_loop", "too_many_redirects", "bad_redirect", "bad_content_encoding"}:
        return _ALLOW_ALL  # RFC 9309, 2.3.1.2: redirects without an end are "unavailable"
    if error.reason in {UncheckedReason.REFUSED_ADDRESS, UncheckedReason.TOO_LARGE}:
        return _ALLOW_ALL
    error.detail = f"{error.detail}, when asked for {target.origin}/robots.txt"
    raise error


def _text_of(answer: Exchange, target: Target) -> str:
    if answer.status >= 500:
        detail = f"{target.origin}/robots.txt answers {answer.status}, which means that nothing may be read (RFC 9309)"
        raise FetchError(UncheckedReason.ROBOTS, "robots_unreachable", detail, http_status=answer.status)
    if not 200 <= answer.status < 300:
        return _ALLOW_ALL
    answer.body.seek(0)
    decoder = BodyDecoder(header(answer.headers, "content-encoding"), MAX_BYTES)
    return b"".join(decoder.feed(answer.body.read())).decode("utf-8", "replace")
