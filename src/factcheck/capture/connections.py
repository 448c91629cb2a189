"""Opening connections: to the addresses that were judged, or to the operator's proxy, which then finds the host."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import h11

from factcheck.capture.addresses import literal_address
from factcheck.capture.failures import FetchError
from factcheck.capture.translation import translate
from factcheck.model import UncheckedReason

if TYPE_CHECKING:
    import ssl
    from collections.abc import Sequence

    import httpx

    from factcheck.capture.guard import Guard, Target

CONNECT_TIMEOUT_S = 10.0
_TUNNEL_TIMEOUT_S = 20.0
_READ_BYTES = 64 * 1024
_TRIED_ADDRESSES = 4
_BODILESS = frozenset((204, 205, 304))
# Name look-ups block a thread each, for as long as the resolver likes; slow ones must not stand in the way of others.
_LOOKUP_THREADS = 32


@dataclass(frozen=True, slots=True)
class Peer:
    """Who answers: the address of a direct connection (None behind a proxy) and what its TLS says."""

    address: str | None
    tls_version: str | None = None
    cipher: str | None = None
    certificate_sha256: str | None = None


class Connection:
    """One open HTTP/1.1 connection; errors are left as the socket and h11 give them."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, max_header_bytes: int) -> None:
        """Takes over streams that are connected already."""
        self._reader = reader
        self._writer = writer
        self._max_header_bytes = max_header_bytes
        self._http = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=max_header_bytes)
        self.peer = Peer(None)
        self._has_length = False
        self.idle_since = 0.0
        self.used = False

    async def send(self, request: h11.Request, form: bytes | None = None) -> None:
        """Sends a request.  A host may answer and close before it has read it all: that is no error."""
        events = (request, *([h11.Data(data=form)] if form else []), h11.EndOfMessage())
        self._writer.write(b"".join(self._http.send(event) or b"" for event in events))

    async def receive_head(self) -> h11.Response:
        """The final status and headers; whatever is announced on the way is passed over."""
        while True:
            event = await self._event()
            if isinstance(event, h11.Response):
                named = any(name == b"content-length" for name, _ in event.headers)
                self._has_length = named and event.status_code not in _BODILESS
                return event
            if isinstance(event, h11.InformationalResponse) and event.status_code == 101:
                raise h11.RemoteProtocolError("the host changed the protocol unasked")
            if not isinstance(event, h11.InformationalResponse):
                raise h11.RemoteProtocolError("the host closed the connection without an answer")

    async def receive_piece(self, timeout_s: float) -> bytes | None:
        """The next piece of the body, or None at its end; TimeoutError if none comes in time."""
        event = self._http.next_event()
        if event is h11.NEED_DATA:
            async with asyncio.timeout(timeout_s):
                event = await self._event()
        if isinstance(event, h11.Data):
            return bytes(event.data)
        if isinstance(event, h11.EndOfMessage):
            if self._has_length and self._http.trailing_data[0].strip():
                detail = "more came than the header says: what of it is the page cannot be told"
                raise FetchError(UncheckedReason.CONNECTION_ERROR, "truncated", detail)
            return None
        raise h11.RemoteProtocolError(f"an unexpected {type(event).__name__}")

    async def _event(self) -> h11.Event | type[h11.PAUSED]:
        while True:
            event = self._http.next_event()
            if event is not h11.NEED_DATA:
                return event  # type: ignore[return-value]  # the one sentinel left is PAUSED
            data = await self._reader.read(_READ_BYTES)
            if not data and self._http.their_state is h11.SEND_RESPONSE:
                raise _empty_answer(self._http.trailing_data[0])
            self._http.receive_data(data)

    def reusable(self) -> bool:
        """Whether another request may follow; prepares for it."""
        if self._http.our_state is not h11.DONE or self._http.their_state is not h11.DONE or self._reader.at_eof():
            return False
        self._http.start_next_cycle()
        return True

    @property
    def begun(self) -> bool:
        """Whether something has come of what is not whole yet."""
        return bool(self._http.trailing_data[0])

    @property
    def closed_by_peer(self) -> bool:
        """Whether the peer has gone while nothing was asked of it."""
        return self._reader.at_eof() or self._writer.transport.is_closing()

    def close(self) -> None:
        """Ends it at once: a peer that never says goodbye must not be waited for."""
        self._writer.transport.abort()

    async def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Starts TLS; the certificate is checked against `host`, whatever address was connected to."""
        try:
            await self._writer.start_tls(context, server_hostname=host, ssl_handshake_timeout=CONNECT_TIMEOUT_S)
        except ConnectionAbortedError as error:  # asyncio's word for a handshake that takes too long
            detail = "the host did not finish the secure handshake in time"
            raise FetchError(UncheckedReason.TIMEOUT, "connect_timeout", detail, retry=True) from error
        except ConnectionError as error:
            detail = "the host broke off the secure handshake"
            raise FetchError(UncheckedReason.TLS_ERROR, "tls_failed", detail, retry=True) from error

    async def tunnel(self, authority: str, authorization: str | None) -> None:
        """Has the proxy at the other end connect to `authority`."""
        headers = [("Host", authority)]
        if authorization:
            headers.append(("Proxy-Authorization", authorization))
        await self.send(h11.Request(method="CONNECT", target=authority, headers=headers))
        try:
            async with asyncio.timeout(_TUNNEL_TIMEOUT_S):
                answer = await self.receive_head()
        except TimeoutError as error:
            detail = "the proxy did not connect to the host in time"
            raise FetchError(UncheckedReason.TIMEOUT, "connect_timeout", detail, retry=True) from error
        if not 200 <= answer.status_code < 300:
            raise proxy_refusal(answer.status_code)
        self._http = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=self._max_header_bytes)

    def describe(self, *, direct: bool) -> None:
        """Notes who answers."""
        address = self._writer.get_extra_info("peername")
        secured = self._writer.get_extra_info("ssl_object")
        certificate = secured.getpeercert(binary_form=True) if secured else None
        self.peer = Peer(
            address=str(address[0]) if direct and address else None,
            tls_version=secured.version() if secured else None,
            cipher=secured.cipher()[0] if secured else None,
            certificate_sha256=hashlib.sha256(certificate).hexdigest() if certificate else None,
        )


def _empty_answer(begun: bytes) -> FetchError:
    if begun and not begun.startswith(b"HTTP/"):
        raise h11.RemoteProtocolError(f"illegal status line: {bytes(begun[:40])!r}")
    if begun:
        return FetchError(
            UncheckedReason.CONNECTION_ERROR, "truncated", "the answer breaks off within its header", retry=True
        )
    return FetchError(
        UncheckedReason.CONNECTION_ERROR, "empty_answer", "the host closed the connection without an answer", retry=True
    )


def proxy_refusal(status: int) -> FetchError:
    """The proxy would not connect."""
    detail = f"the proxy would not connect to the host (HTTP {status})"
    return FetchError(UncheckedReason.CONNECTION_ERROR, "proxy_refused", detail, http_status=status)


class Connector:
    """Opens connections for one run."""

    def __init__(self, guard: Guard, ssl_context: ssl.SSLContext, max_header_bytes: int) -> None:
        """One of these serves a whole run."""
        self._guard = guard
        self._ssl_context = ssl_context
        self._max_header_bytes = max_header_bytes
        # A name is looked up and judged once a run, so that it cannot come to mean another address half-way.
        self._judged: dict[tuple[str, int], Sequence[str]] = {}
        self._executor = ThreadPoolExecutor(_LOOKUP_THREADS, thread_name_prefix="factcheck-dns")

    async def connect(self, target: Target, proxy: httpx.Proxy | None) -> Connection:
        """A connection on which `target` can be requested, directly or by way of `proxy`."""
        connection = await (self._to_proxy(proxy) if proxy else self._to_host(target))
        try:
            if target.scheme == "https":
                if proxy:
                    await connection.tunnel(target.site, basic_authorization(proxy))
                await connection.secure(self._ssl_context, target.host)
            connection.describe(direct=proxy is None)
        except BaseException:
            connection.close()
            raise
        return connection

    async def _to_host(self, target: Target) -> Connection:
        key = (target.host, target.port)
        judged = self._judged.get(key)
        if judged is None:
            found = await self._look_up(target.host, target.port)
            judged = self._judged[key] = self._guard.judged_addresses(target, found)
        try:
            return await self._open(judged, target.port)
        except (OSError, FetchError):
            # A retry looks the name up again: its addresses may have changed.
            self._judged.pop(key, None)
            raise

    async def _to_proxy(self, proxy: httpx.Proxy) -> Connection:
        port = proxy.url.port or (443 if proxy.url.scheme == "https" else 80)
        try:
            connection = await self._open(await self._look_up(proxy.url.host, port), port)
            if proxy.url.scheme == "https":
                await connection.secure(self._ssl_context, proxy.url.host)
        except (OSError, FetchError) as error:
            detail = f"the proxy that the environment names cannot be reached: {translate(error).detail}"
            raise FetchError(UncheckedReason.CONNECTION_ERROR, "proxy_unreachable", detail) from error
        return connection

    async def _open(self, addresses: Sequence[str], port: int) -> Connection:
        last: Exception | None = None
        for address in addresses[:_TRIED_ADDRESSES]:
            try:
                async with asyncio.timeout(CONNECT_TIMEOUT_S):
                    streams = await asyncio.open_connection(address, port)
            except TimeoutError:
                last = FetchError(UncheckedReason.TIMEOUT, "connect_timeout", "the host did not answer", retry=True)
            except OSError as error:
                last = error
            else:
                return Connection(*streams, self._max_header_bytes)
        raise last or OSError("no address")

    async def _look_up(self, host: str, port: int) -> list[str]:
        address = literal_address(host)
        if address is not None:
            return [str(address)]
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                return await loop.run_in_executor(self._executor, resolve, host, port)
        except TimeoutError as error:
            raise FetchError(
                UncheckedReason.CONNECTION_ERROR,
                "dns_timeout",
                "the host name could not be looked up in time",
                retry=True,
            ) from error

    def close(self) -> None:
        """Lets the resolver's threads go."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def resolve(host: str, port: int) -> list[str]:
    """The host's addresses, IPv4 first since more hosts are right about theirs."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ordered = sorted(infos, key=lambda info: info[0] != socket.AF_INET)
    return list(dict.fromkeys(str(info[4][0]) for info in ordered))


def basic_authorization(proxy: httpx.Proxy) -> str | None:
    """The header by which the operator's own name and password reach the proxy, and nobody else."""
    if not proxy.raw_auth:
        return None
    name, password = proxy.raw_auth
    return "Basic " + base64.b64encode(name + b":" + password).decode("ascii")
