"""Servers that misbehave on purpose, on loopback, with real sockets; and proxies that lead made-up names to them.

A page is a coroutine that gets an `Ask` and writes bytes; nothing here helps it to keep to HTTP.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
import threading
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


@dataclass
class Ask:
    """One request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    at: float
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    count: int = 1

    @property
    def path(self) -> str:
        return self.target

    async def send(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.writer.write(piece)
            await self.writer.drain()

    async def answer(self, status: int = 200, body: bytes = b"", headers: tuple[tuple[str, str], ...] = ()) -> None:
        names = {name.lower() for name, _ in headers}
        lines = [f"HTTP/1.1 {status} Word"]
        lines += [f"{name}: {value}" for name, value in headers]
        if "content-type" not in names:
            lines.append("Content-Type: text/html; charset=utf-8")
        if not names & {"content-length", "transfer-encoding"}:
            lines.append(f"Content-Length: {len(body)}")
        await self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body)

    def hang_up(self) -> None:
        self.writer.transport.abort()

    def reset(self) -> None:
        import socket
        import struct

        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Page = Callable[[Ask], Awaitable[None]]


@dataclass
class FaultServer:
    """Pages by path; what is not there is a 404.  `asked` keeps every request."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Ask] = field(default_factory=list)
    tls: ssl.SSLContext | None = None
    raw: Page | None = None
    port: int = 0
    connections: int = 0

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [ask.target for ask in self.asked]

    def page(self, path: str) -> Callable[[Page], Page]:
        def keep(page: Page) -> Page:
            self.pages[path] = page
            return page

        return keep

    def html(self, path: str, body: bytes = b"<p>A page with 42 words.</p>", status: int = 200, **headers: str) -> str:
        pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())

        async def page(ask: Ask) -> None:
            await ask.answer(status, body, pairs)

        self.pages[path] = page
        return self.url + path

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while ask := await read_request(reader, writer):
                self.asked.append(ask)
                ask.count = sum(1 for other in self.asked if other.target == ask.target)
                page = self.raw or self.pages.get(ask.target) or not_found
                await page(ask)
                if writer.is_closing() or ask.headers.get("connection") == "close":
                    break
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            with contextlib.suppress(Exception):
                writer.close()


async def not_found(ask: Ask) -> None:
    await ask.answer(404, b"<h1>Nothing here</h1>")


async def read_request(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Ask | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return Ask(method, target, headers, time.monotonic(), reader, writer)


@dataclass
class FaultProxy:
    """A forward and CONNECT proxy that knows made-up names: `names` maps host or host:port to a loopback port."""

    names: dict[str, int] = field(default_factory=dict)
    asked: list[Ask] = field(default_factory=list)
    port: int = 0
    refuse: int = 0
    tls = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while ask := await read_request(reader, writer):
                self.asked.append(ask)
                if self.refuse:
                    await ask.answer(self.refuse, b"no")
                    continue
                if ask.method == "CONNECT":
                    await self._tunnel(ask)
                    break
                await self._forward(ask)
        with contextlib.suppress(Exception):
            writer.close()

    def _port(self, authority: str) -> int | None:
        return self.names.get(authority) or self.names.get(authority.rpartition(":")[0])

    async def _tunnel(self, ask: Ask) -> None:
        port = self._port(ask.target)
        if port is None:
            await ask.answer(502, b"no such host")
            return
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await ask.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(_pump(ask.reader, writer), _pump(reader, ask.writer))

    async def _forward(self, ask: Ask) -> None:
        authority, _, path = ask.target.removeprefix("http://").partition("/")
        port = self._port(authority if ":" in authority else f"{authority}:80")
        if port is None:
            await ask.answer(502, b"no such host")
            return
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        lines = [f"GET /{path} HTTP/1.1", *(f"{name}: {value}" for name, value in ask.headers.items())]
        writer.write(("\r\n".join(lines) + "\r\nConnection: close\r\n\r\n").encode("latin-1"))
        try:
            await _pump(reader, ask.writer)
        finally:
            writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        with contextlib.suppress(Exception):
            writer.close()


class Serving:
    """Servers on a loop of their own, in a thread of their own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._servers: list[asyncio.Server] = []

    def start(self, server: FaultServer | FaultProxy, host: str = "127.0.0.1") -> None:
        async def begin() -> None:
            listening = await asyncio.start_server(server.handle, host, 0, ssl=server.tls, limit=1 << 20)
            server.port = listening.sockets[0].getsockname()[1]
            self._servers.append(listening)

        asyncio.run_coroutine_threadsafe(begin(), self._loop).result(10)

    def stop(self) -> None:
        async def end() -> None:
            for server in self._servers:
                server.close()
            tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.sleep(0.05)

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


# --- misbehaviour ----------------------------------------------------------------------------------------------------


def redirect(location: str, status: int = 302, cookie: str | None = None) -> Page:
    async def page(ask: Ask) -> None:
        headers = [("Location", location)]
        if cookie:
            headers.append(("Set-Cookie", cookie))
        await ask.answer(status, b"elsewhere", tuple(headers))

    return page


def gzip_bomb(megabytes: int) -> bytes:
    """A gzip body that decodes to so many megabytes of zeros."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1 << 20)
    return b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()


def with_body(body: bytes, *headers: tuple[str, str], status: int = 200) -> Page:
    async def page(ask: Ask) -> None:
        await ask.answer(status, body, headers)

    return page


def sending(*pieces: bytes, pause_s: float = 0.0, then: str = "close") -> Page:
    """Sends raw bytes and closes, resets or hangs."""

    async def page(ask: Ask) -> None:
        for piece in pieces:
            await ask.send(piece)
            if pause_s:
                await asyncio.sleep(pause_s)
        if then == "reset":
            ask.reset()
        elif then == "hang":
            await asyncio.sleep(3600)
        else:
            ask.writer.close()

    return page


def dripping(head: bytes, pause_s: float) -> Page:
    """Sends a head and then a byte at a time, for ever."""

    async def page(ask: Ask) -> None:
        await ask.send(head)
        while True:
            await ask.send(b"x")
            await asyncio.sleep(pause_s)

    return page


def first(times: int, early: Page, late: Page) -> Page:
    """`early` for so many requests, then `late`."""

    async def page(ask: Ask) -> None:
        await (early if ask.count <= times else late)(ask)

    return page


def chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


def packed(body: bytes) -> bytes:
    return gzip.compress(body)
