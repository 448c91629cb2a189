from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from factcheck.config import Settings

_FILE = Path(__file__).with_name("fault_server.py")
_spec = importlib.util.spec_from_file_location("fault_server", _FILE)
fault_server = importlib.util.module_from_spec(_spec)
sys.modules["fault_server"] = fault_server
_spec.loader.exec_module(fault_server)


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def serving():
    loop = fault_server.Serving()
    yield loop
    loop.stop()


@pytest.fixture
def server(serving):
    made = fault_server.FaultServer()
    serving.start(made)
    return made


@pytest.fixture
def proxy(serving, monkeypatch):
    made = fault_server.FaultProxy()
    serving.start(made)
    monkeypatch.setenv("HTTP_PROXY", made.url)
    monkeypatch.setenv("HTTPS_PROXY", made.url)
    return made


@pytest.fixture
def settings(tmp_path):
    return Settings(
        archive_dir=tmp_path / "archive",
        cache_dir=tmp_path / "cache",
        allow_hosts=("127.0.0.1",),
        delay_s=0.0,
        timegates=(),
    )
