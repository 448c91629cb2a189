"""Captures 2000 pages of 200 hosts that answer in 50 ms, archived, and sets it beside lychee if that is installed.

    python benchmarks/capture.py [--urls 2000] [--hosts 200] [--delay-ms 50] [--lychee PATH]

Hosts are loopback addresses (127.1.0.1 …; Linux).  Politeness delays are 0 on both sides, and both have at most 128
requests under way, lychee's own default.  CPU seconds and peak memory are of the measured program alone.

Measured in one run on two cores with five other programs at work (CPU seconds per 1000 URLs, wall seconds): factcheck,
judged and archived, .81-1.07, 2.3 and more; lychee .14-.17, 1.0; httpx alone 3.6, 15; httpx over httpx-aiohttp .67,
2.6.  The transport of our own is kept: under httpx-aiohttp the bare requests would cost what the whole capture may, and
it neither connects to judged addresses nor ends a header that drips.  The peak is 44 MB for 2,000 URLs, 51 for 20,000.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_CLIENTS = ("httpx", "httpx-aiohttp")
PAGE = b"<!doctype html><title>Page</title><p>" + b"The budget rose by 4.2 percent in 2024. " * 100


async def _serve(port: int, hosts: int, delay_s: float) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n\r\n".encode()
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(delay_s)
                writer.write(missing if b"robots.txt" in request[:40] else head + PAGE)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(handle, f"127.1.{n // 250}.{n % 250 + 1}", port) for n in range(hosts)]
    print("ready", flush=True)
    await asyncio.gather(*(server.serve_forever() for server in servers))


def _addresses(arguments: argparse.Namespace) -> list[str]:
    return [
        f"http://127.1.{n % arguments.hosts // 250}.{n % arguments.hosts % 250 + 1}:{arguments.port}/page/{n}"
        for n in range(arguments.urls)
    ]


def _capture(arguments: argparse.Namespace) -> None:
    from factcheck.capture import capture_all  # noqa: PLC0415 - the server and the parent have no need of it
    from factcheck.config import Settings  # noqa: PLC0415
    from factcheck.model import Capture  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            archive_dir=Path(folder) / "archive",
            cache_dir=Path(folder) / "cache",
            allow_hosts=("127.1.*",),
            delay_s=0.0,
            concurrency=arguments.concurrency,
            obey_robots=arguments.robots,
        )
        since = time.perf_counter()
        results = capture_all(_addresses(arguments), settings)
        _said(arguments, since, {"captured": sum(isinstance(outcome, Capture) for outcome in results.values())})


def _lychee(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "links.txt"
        listing.write_text("\n".join(_addresses(arguments)), encoding="utf-8")
        most = ["--max-concurrency", str(arguments.concurrency)]
        command = [arguments.lychee, "--no-progress", "--max-retries", "1", *most, str(listing)]
        since = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the program the user names
        wall = time.perf_counter() - since
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (usage.ru_utime + usage.ru_stime) / arguments.urls * 1000
    print(json.dumps({"wall_s": round(wall, 2), "cpu_s_per_1000": round(cpu, 3), "peak_mb": usage.ru_maxrss // 1024}))


async def _bare(arguments: argparse.Namespace) -> None:
    """The same pages by httpx alone: nothing judged, archived or decoded under a limit."""
    import httpx  # noqa: PLC0415 - measured, and no part of the others

    transport = None
    if arguments.part == "httpx-aiohttp":
        httpx_aiohttp = importlib.import_module("httpx_aiohttp")  # need not be installed, and is no dependency

        transport = httpx_aiohttp.AiohttpTransport()
    enough = asyncio.Semaphore(arguments.concurrency)
    since = time.perf_counter()
    limits = httpx.Limits(max_connections=arguments.concurrency, max_keepalive_connections=arguments.concurrency)
    async with httpx.AsyncClient(transport=transport, limits=limits, trust_env=False) as client:

        async def get(url: str) -> int:
            async with enough:
                return (await client.get(url)).status_code

        found = await asyncio.gather(*map(get, _addresses(arguments)))
    _said(arguments, since, {"captured": found.count(200)})


def _said(arguments: argparse.Namespace, since: float, figures: dict[str, float]) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu = (usage.ru_utime + usage.ru_stime) / arguments.urls * 1000
    figures |= {"wall_s": round(time.perf_counter() - since, 2), "cpu_s_per_1000": round(cpu, 3)}
    print(json.dumps(figures | {"peak_mb": usage.ru_maxrss // 1024}))


def main() -> None:
    """Measures in children of its own, so that neither pays for the other or for the server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--urls", type=int, default=2000)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--delay-ms", type=float, default=50.0)
    parser.add_argument("--concurrency", type=int, default=128)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--robots", action="store_true", help="ask for robots.txt too")
    parser.add_argument("--lychee", default=shutil.which("lychee"))
    parser.add_argument("--clients", action="store_true", help="measure httpx, and httpx over aiohttp, beside it")
    parser.add_argument("--part", choices=["serve", "capture", "lychee", *_CLIENTS], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part == "serve":
        asyncio.run(_serve(arguments.port, arguments.hosts, arguments.delay_ms / 1000))
    elif arguments.part == "capture":
        _capture(arguments)
    elif arguments.part == "lychee":
        _lychee(arguments)
    elif arguments.part:
        asyncio.run(_bare(arguments))
    else:
        _measure(arguments)


def _measure(arguments: argparse.Namespace) -> None:
    own = [sys.executable, *sys.argv]
    with subprocess.Popen([*own, "--part", "serve"], stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - this file
        try:
            if server.stdout is None or server.stdout.readline() != "ready\n":
                raise SystemExit("the server did not start")
            parts = ["capture", *(["lychee"] if arguments.lychee else []), *(_CLIENTS if arguments.clients else ())]
            for part in parts:
                done = subprocess.run([*own, "--part", part], capture_output=True, text=True, check=True)  # noqa: S603
                print(f"{part:8}", done.stdout.strip())
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
