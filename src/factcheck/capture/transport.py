"""HTTP/1.1 by h11 over asyncio's streams, with every connection judged.

httpx and its pools serve others well, but cost more than all the rest of a fetch (1.8 CPU seconds per 1000 requests
against 0.4), keep half-made tunnels, let a header drip for ever, and build the next request of every redirect unasked,
so that they fail on the ``Location`` of a hostile page.  Two dozen lines of pool do for a client that sends GET only
and holds few connections per host.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import h11

from factcheck.capture.connections import Connection, Connector, Peer, basic_authorization, proxy_refusal
from factcheck.capture.failures import FetchError
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

    import httpx

    from factcheck.capture.guard import Guard, Target
    from factcheck.capture.headers import Headers
    from factcheck.capture.proxies import Proxies

_IDLE_S = 15.0
_IDLE_CONNECTIONS = 512
# A body that comes more slowly than this over one read time-out is a drip: nobody waits for such a page either.
_LEAST_BYTES_PER_S = 500
_PROXY_AUTH_REQUIRED = 407
_SHORT = 64

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer, and its body still to come: raw, without the chunks' frames.  Header text is Latin-1."""

    sent: Headers
    status: int
    reason: str
    http_version: str
    headers: Headers
    peer: Peer
    body: Body


class GuardedTransport:
    """Requests go to judged addresses only; connections are kept for a few seconds."""

    def __init__(
        self,
        guard: Guard,
        proxies: Proxies,
        ssl_context: ssl.SSLContext,
        *,
        read_timeout_s: float,
        max_header_bytes: int,
    ) -> None:
        """Opens nothing yet."""
        self._proxies = proxies
        self._connector = Connector(guard, ssl_context, max_header_bytes)
        self._read_timeout_s = read_timeout_s
        self._idle: dict[_Key, list[Connection]] = {}
        self._idle_count = 0

    async def get(self, target: Target, headers: Headers, form: bytes | None = None) -> Answer:
        """One request and the head of its answer; whoever has it closes its body.  With a `form` it is a POST of it."""
        proxy = self._proxies.proxy_for(target.scheme, target.host, target.port)
        key = (target.scheme, target.site, str(proxy.url) if proxy else "")
        forwarded = proxy is not None and target.scheme == "http"
        head = _head(target, headers, proxy if forwarded else None, form)
        connection, answer = await self._ask(key, target, proxy, head, form)
        if forwarded and answer.status_code == _PROXY_AUTH_REQUIRED:
            connection.close()
            raise proxy_refusal(answer.status_code)
        return Answer(
            sent=headers,
            status=answer.status_code,
            reason=bytes(answer.reason).decode("latin-1"),
            http_version="HTTP/" + bytes(answer.http_version).decode("ascii"),
            headers=tuple((_text(name), _text(value)) for name, value in answer.headers.raw_items()),
            peer=connection.peer,
            body=Body(self, key, connection, self._read_timeout_s),
        )

    async def _ask(
        self, key: _Key, target: Target, proxy: httpx.Proxy | None, head: h11.Request, form: bytes | None
    ) -> tuple[Connection, h11.Response]:
        # What is asked for twice over on a connection that was kept too long must not be a submission.
        connection = self._take(key) if form is None else None
        if connection is not None:
            try:
                return connection, await self._exchange(connection, head)
            except (ConnectionError, FetchError, h11.RemoteProtocolError):
                # A kept connection may have been closed by the host just now: that says nothing about the page.
                pass
        connection = await self._connector.connect(target, proxy)
        return connection, await self._exchange(connection, head, form)

    async def _exchange(self, connection: Connection, head: h11.Request, form: bytes | None = None) -> h11.Response:
        try:
            async with asyncio.timeout(self._read_timeout_s):
                await connection.send(head, form)
                return await connection.receive_head()
        except BaseException as error:
            connection.close()
            if isinstance(error, TimeoutError) and connection.begun:
                raise FetchError(UncheckedReason.TIMEOUT, "drip", "the answer's header did not end in time") from error
            raise

    def _take(self, key: _Key) -> Connection | None:
        kept = self._idle.get(key, [])
        while kept:
            connection = kept.pop()
            self._idle_count -= 1
            if not connection.closed_by_peer and time.monotonic() - connection.idle_since < _IDLE_S:
                return connection
            connection.close()
        return None

    def put_back(self, key: _Key, connection: Connection) -> None:
        """Keeps a connection whose answer has been read to its end."""
        if not connection.reusable():
            connection.close()
            return
        if self._idle_count >= _IDLE_CONNECTIONS:
            self._drop_stale()
        connection.idle_since = time.monotonic()
        self._idle.setdefault(key, []).append(connection)
        self._idle_count += 1

    def _drop_stale(self) -> None:
        """Closes the older half of the kept connections."""
        everyone = sorted((c.idle_since, key, i) for key, kept in self._idle.items() for i, c in enumerate(kept))
        limit = everyone[len(everyone) // 2][0]
        for key, kept in list(self._idle.items()):
            for connection in kept:
                if connection.idle_since <= limit:
                    connection.close()
            self._idle[key] = [connection for connection in kept if connection.idle_since > limit]
            if not self._idle[key]:
                del self._idle[key]
        self._idle_count = sum(map(len, self._idle.values()))

    async def aclose(self) -> None:
        """Closes what is kept."""
        for kept in self._idle.values():
            for connection in kept:
                connection.close()
        self._idle.clear()
        self._connector.close()


class Body:
    """The raw body of an answer: not decoded, but without the chunks' frames; to be read once."""

    def __init__(self, transport: GuardedTransport, key: _Key, connection: Connection, read_timeout_s: float) -> None:
        """Reads what follows the head on `connection`, and gives that back at the end."""
        self._transport = transport
        self._key = key
        self._connection: Connection | None = connection
        self._read_timeout_s = read_timeout_s

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The body as it comes, in pieces of what the socket gives."""
        connection = self._connection
        since, received = time.monotonic(), 0
        while connection is not None:
            piece = await self._piece(connection)
            if piece is None:
                self._connection = None
                self._transport.put_back(self._key, connection)
                return
            received += len(piece)
            yield piece
            elapsed = time.monotonic() - since
            if elapsed > self._read_timeout_s:
                if received < elapsed * _LEAST_BYTES_PER_S:
                    raise FetchError(UncheckedReason.TIMEOUT, "drip", f"only {received} bytes came in {elapsed:.0f} s")
                since, received = time.monotonic(), 0

    async def _piece(self, connection: Connection) -> bytes | None:
        try:
            return await connection.receive_piece(self._read_timeout_s)
        except TimeoutError as error:
            if not connection.begun:
                raise
            detail = "what stands between the pieces of the body did not end in time"
            raise FetchError(UncheckedReason.TIMEOUT, "drip", detail) from error

    async def aclose(self) -> None:
        """Ends the connection, if the body has not been read to its end."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _text(raw: bytes) -> str:
    return _same_text(raw) if len(raw) <= _SHORT else raw.decode("latin-1")


@lru_cache(maxsize=1024)
def _same_text(raw: bytes) -> str:
    """One string for what a hundred thousand answers say alike."""
    return raw.decode("latin-1")


def _head(target: Target, headers: Headers, proxy: httpx.Proxy | None, form: bytes | None = None) -> h11.Request:
    """The request line and headers as they go out: to a forwarding proxy with the whole URL."""
    raw = [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers]
    method = b"GET"
    if form is not None:
        method = b"POST"
        raw.append((b"Content-Length", str(len(form)).encode("ascii")))
    if proxy is None:
        return h11.Request(method=method, target=target.path.encode("ascii"), headers=raw)
    authorization = basic_authorization(proxy)
    if authorization:
        raw.append((b"Proxy-Authorization", authorization.encode("ascii")))
    return h11.Request(method=method, target=target.url.encode("ascii"), headers=raw)
