"""`factcheck run` where the network is down, and where a person stops it while pages are being fetched."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys

import pytest

BRIEF = """# Ice on the lake

The lake froze in 4 of 10 winters.[^1] The ferry ran on 212 days.[^2]

[^1]: The lake office, {first}
[^2]: The ferry office, {second}
"""


@pytest.fixture
def brief(folder, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder / ".cache"))
    for variable in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(variable, raising=False)

    def written(first, second):
        (folder / "ice.md").write_text(BRIEF.format(first=first, second=second), encoding="utf-8")
        return "ice.md"

    return written


def statuses(folder):
    report = json.loads((folder / "reports/latest/report.json").read_bytes())
    return [citation["status"] for found in report["briefs"] for citation in found["citations"]]


def test_a_machine_without_network_calls_no_link_dead(brief, program, folder):
    """RFC 6761 keeps names under .invalid from ever being resolved."""
    path = brief("https://lake.invalid/ice", "https://ferry.invalid/days")
    ended = program("run", "-q", path)
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "no host could be reached" in ended.err
    assert statuses(folder) == ["unchecked", "unchecked"]
    assert ended.out.splitlines()[-1].startswith("Report: reports/")


def test_ctrl_c_keeps_what_is_done_and_says_so(brief, folder, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(60)
        port = silent.getsockname()[1]
        monkeypatch.setenv("FACTCHECK_ALLOW_HOSTS", "127.0.0.1")
        monkeypatch.setenv("FACTCHECK_ALLOW_PORTS", str(port))
        path = brief(f"http://127.0.0.1:{port}/ice", f"http://127.0.0.1:{port}/days")
        command = [sys.executable, "-m", "factcheck", "run", "-q", path]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, cwd=folder, **pipes) as running, silent.accept()[0]:  # asked, never answered
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err.decode().splitlines() == [
        "factcheck: stopped: what was captured is kept, the rest is left to the next run and reported as not fetched"
    ]
    assert "Report: reports/" in out.decode()
    assert statuses(folder) == ["unchecked", "unchecked"]
