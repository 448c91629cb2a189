"""Captures 60 pages of a host that lets in five requests a second, and says how often it was asked and for how long.

    python benchmarks/politeness.py

Hosts that count in different ways (a bucket that fills, the last second, whole seconds) and say different things to
those they refuse, asked with no delay between requests and with the usual one.  Twelve seconds are ideal.
`early` are requests that came after a refusal and before the time it named; those under way already are among them.
`tests/capture/test_politeness.py` holds the same bounds by a clock that is counted, not waited for.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from email.utils import formatdate
from itertools import product
from pathlib import Path

from factcheck.capture import capture_all
from factcheck.config import Settings
from factcheck.model import Capture

RATE = 5
PAGES = 60


class Host:
    """One host on a loopback port, served by a thread of its own."""

    def __init__(self, rule: str, says: str) -> None:
        """Is there once it can be asked."""
        self.rule, self.says = rule, says
        self.tokens, self.filled_at, self.let_in = float(RATE), time.monotonic(), list[float]()
        self.asked = self.refused = self.early = self.port = 0
        self.closed_until = 0.0
        started = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve(started)), daemon=True).start()
        started.wait()

    async def _serve(self, started: threading.Event) -> None:
        server = await asyncio.start_server(self._handle, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        await server.serve_forever()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(self._answer(time.monotonic(), time.time()))
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def _answer(self, now: float, clock: float) -> bytes:
        self.asked += 1
        self.early += now < self.closed_until
        if self._lets_in(now):
            self.let_in.append(now)
            return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>a page"
        self.refused += 1
        told, wait = {
            "1 s": (b"Retry-After: 1\r\n", 1.0),
            "a date": (f"Retry-After: {formatdate(int(clock) + 2, usegmt=True)}\r\n".encode(), int(clock) + 2 - clock),
            "nothing": (b"", 0.0),
        }[self.says]
        self.closed_until = max(self.closed_until, now + wait)
        return b"HTTP/1.1 429 Too Many Requests\r\n" + told + b"Content-Length: 0\r\n\r\n"

    def _lets_in(self, now: float) -> bool:
        if self.rule == "bucket":
            self.tokens = min(RATE, self.tokens + (now - self.filled_at) * RATE)
            self.filled_at = now
            whole = int(self.tokens)
            self.tokens -= min(whole, 1)
            return whole > 0
        since = now - 1 if self.rule == "last second" else int(now)
        return len([at for at in self.let_in[-RATE:] if at > since]) < RATE


def _measure(rule: str, says: str, delay_s: float) -> None:
    host = Host(rule, says)
    with tempfile.TemporaryDirectory() as folder:
        archive, cache = Path(folder) / "archive", Path(folder) / "cache"
        settings = Settings(archive_dir=archive, cache_dir=cache, allow_hosts=("127.0.0.1",), delay_s=delay_s)
        since = time.perf_counter()
        results = capture_all([f"http://127.0.0.1:{host.port}/{number}" for number in range(PAGES)], settings)
        seconds = time.perf_counter() - since
    came = sum(isinstance(outcome, Capture) for outcome in results.values())
    print(
        f"{rule:13} says {says:8} delay {delay_s}: {came} of {PAGES} pages, {host.asked} requests, {host.refused} "
        f"refused, {host.early} early, {seconds:.1f} s, {seconds / (PAGES / RATE):.2f} of the ideal time",
        flush=True,
    )


def main() -> None:
    """One after the other, so that none delays another."""
    for case in product(("bucket", "last second", "whole second"), ("1 s", "a date", "nothing"), (0.0, 0.2)):
        _measure(*case)


if __name__ == "__main__":
    main()
