"""Bombs, drips and floods cost little memory and hold nobody else up."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from fault_server import dripping, gzip_bomb, packed, sending, with_body

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ONE = """
import json, re, sys, time
from pathlib import Path
from factcheck.capture import capture_all
from factcheck.config import Settings
settings = Settings(archive_dir=Path(sys.argv[1]) / "archive", cache_dir=Path(sys.argv[1]) / "cache",
                    allow_hosts=("127.0.0.1",), delay_s=0.0, read_timeout_s=2.0, attempts=2)
since, times = time.monotonic(), {}
results = capture_all(sys.argv[2:], settings, lambda url, _: times.update({url: time.monotonic() - since}))
signals = [getattr(outcome, "signal", None) or outcome.http_status for outcome in results.values()]
# getrusage would count what the test's own process held when it made this one.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
print(json.dumps([signals, int(peak[1]) // 1024, list(times)]))
"""
FLOOD = b"".join(b"X-%d: %s\r\n" % (number, b"y" * 1000) for number in range(20_000))
ATTACKS = {
    "gzip bomb": (with_body(gzip_bomb(2000), ("Content-Encoding", "gzip")), "body_too_large"),
    "double bomb": (with_body(packed(gzip_bomb(2000)), ("Content-Encoding", "gzip, gzip")), "body_too_large"),
    "endless body": (
        sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[b"10000\r\n" + b"x" * 65536 + b"\r\n"] * 500),
        "body_too_large",
    ),
    "header flood": (sending(b"HTTP/1.1 200 OK\r\n" + FLOOD), "header_too_large"),
    "head for ever": (dripping(b"HTTP/1.1 200 OK\r\nX: ", 0.01), "drip"),
    "body for ever": (dripping(HEAD + b"Content-Length: 99999\r\n\r\n", 0.05), "drip"),
    "endless hints": (sending(*[b"HTTP/1.1 103 Hint\r\nX: y\r\n\r\n"] * 100_000), "*"),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="peak memory is read from /proc")
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_costs_little_and_delays_nobody(server, tmp_path, name):
    page, signal = ATTACKS[name]
    server.pages["/attack"] = page
    others = [server.html(f"/{number}") for number in range(3)]
    command = [sys.executable, "-c", ONE, str(tmp_path), f"{server.url}/attack", *others]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    signals, megabytes, order = json.loads(done.stdout)
    assert signal in {"*", signals[0]}
    assert signals[1:] == [200, 200, 200]
    assert megabytes < 150
    if signal == "drip":
        assert order[-1].endswith("/attack")
