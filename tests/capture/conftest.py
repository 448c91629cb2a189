from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from factcheck.config import Settings


def _beside(name):
    """A module of this folder, which is no package, under its own name."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


fault_server = _beside("fault_server")
_beside("body_situations")


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
