"""An httpx transport of our own: HTTP/1.1 by h11 over asyncio's streams, with every connection judged.

httpcore's pools serve httpx well, but looking through them costs more than all the rest of a fetch (1.8 CPU seconds per
1000 requests against 0.6), they keep half-made tunnels, and they let a header drip for ever.  Two dozen lines of pool
do for a client that sends GET only and holds few connections per host.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import h11
import httpx

from factcheck.capture.connections import Connection, Connector, basic_authorization, proxy_refusal
from factcheck.capture.failures import FetchError
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

    from factcheck.capture.guard import Guard, Target
    from factcheck.capture.proxies import Proxies

_IDLE_S = 15.0
_IDLE_CONNECTIONS = 512
# A body that comes more slowly than this over one read time-out is a drip: nobody waits for such a page either.
_LEAST_BYTES_PER_S = 100
_PROXY_AUTH_REQUIRED = 407

_Key = tuple[str, str, str]


class GuardedTransport(httpx.AsyncBaseTransport):
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
        self._guard = guard
        self._proxies = proxies
        self._connector = Connector(guard, ssl_context, max_header_bytes)
        self._read_timeout_s = read_timeout_s
        self._idle: dict[_Key, list[Connection]] = {}
        self._idle_count = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request and the head of its answer; the body is read from the response's stream, raw."""
        target: Target = request.extensions.get("target") or self._guard.target(str(request.url))
        proxy = self._proxies.proxy_for(target.url.scheme, target.host, target.port)
        key = (target.url.scheme, target.site, str(proxy.url) if proxy else "")
        forwarded = proxy is not None and target.url.scheme == "http"
        head = _head(request, proxy if forwarded else None)
        connection, answer = await self._ask(key, target, proxy, head)
        if forwarded and answer.status_code == _PROXY_AUTH_REQUIRED:
            connection.close()
            raise proxy_refusal(answer.status_code)
        return httpx.Response(
            answer.status_code,
            headers=answer.headers.raw_items(),
            stream=_Body(self, key, connection, self._read_timeout_s),
            extensions={
                "http_version": b"HTTP/" + answer.http_version,
                "reason_phrase": answer.reason,
                "peer": connection.peer,
            },
            request=request,
        )

    async def _ask(
        self, key: _Key, target: Target, proxy: httpx.Proxy | None, head: h11.Request
    ) -> tuple[Connection, h11.Response]:
        connection = self._take(key)
        if connection is not None:
            try:
                return connection, await self._exchange(connection, head)
            except (ConnectionError, FetchError, h11.RemoteProtocolError):
                # A kept connection may have been closed by the host just now: that says nothing about the page.
                pass
        connection = await self._connector.connect(target, proxy)
        return connection, await self._exchange(connection, head)

    async def _exchange(self, connection: Connection, head: h11.Request) -> h11.Response:
        try:
            async with asyncio.timeout(self._read_timeout_s):
                await connection.send(head)
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


class _Body(httpx.AsyncByteStream):
    """The raw body of an answer: not decoded, but without the chunks' frames."""

    def __init__(self, transport: GuardedTransport, key: _Key, connection: Connection, read_timeout_s: float) -> None:
        self._transport = transport
        self._key = key
        self._connection: Connection | None = connection
        self._read_timeout_s = read_timeout_s

    async def __aiter__(self) -> AsyncIterator[bytes]:
        connection = self._connection
        since, received = time.monotonic(), 0
        while connection is not None:
            piece = await connection.receive_piece(self._read_timeout_s)
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

    async def aclose(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _head(request: httpx.Request, proxy: httpx.Proxy | None) -> h11.Request:
    """The request line and headers as they go out: to a forwarding proxy with the whole URL."""
    headers = list(request.headers.raw)
    path = request.url.raw_path
    if proxy is None:
        return h11.Request(method=request.method, target=path, headers=headers)
    authorization = basic_authorization(proxy)
    if authorization:
        headers.append((b"Proxy-Authorization", authorization.encode("ascii")))
    whole = f"http://{request.url.netloc.decode('ascii')}".encode("ascii") + path
    return h11.Request(method=request.method, target=whole, headers=headers)
