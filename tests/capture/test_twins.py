"""A page archived by http is found for its https address without network, and the capture says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fault_server import FaultServer, redirect

from factcheck.capture import capture_all
from factcheck.capture.addressing import twin_of
from factcheck.model import Capture, CaptureFailure


@pytest.fixture
def archived(serving, proxy, settings):
    server = FaultServer()
    serving.start(server)
    server.html("/page?x=1")
    server.pages["/old"] = redirect("/page?x=1")
    proxy.names["velm.example:80"] = server.port
    urls = ["http://velm.example/page?x=1", "http://velm.example/old"]
    assert all(isinstance(found, Capture) for found in capture_all(urls, settings).values())
    return settings


@pytest.mark.parametrize("path", ["/page?x=1", "/old"])
def test_offline_the_other_scheme_will_do(archived, path):
    url = f"https://velm.example{path}"
    capture = capture_all([url], replace(archived, offline=True))[url]
    assert (capture.requested_url, capture.final_url) == (url, "http://velm.example/page?x=1")
    assert "by http." in capture.remarks[0]
    url = f"http://velm.example{path}"
    assert capture_all([url], replace(archived, offline=True))[url].remarks == ()


def test_another_port_or_path_is_another_page(archived):
    for url in ("https://velm.example:8443/page?x=1", "https://velm.example/page", "ftp://velm.example/page?x=1"):
        assert isinstance(capture_all([url], replace(archived, offline=True))[url], CaptureFailure)


@pytest.mark.parametrize(
    ("url", "twin"),
    [
        ("http://m.example", "https://m.example/"),
        ("https://m.example:443/a", "http://m.example/a"),
        ("http://m.example:8080/a", None),
        ("ftp://m.example/a", None),
        ("http://[broken", None),
    ],
)
def test_twins(url, twin):
    assert twin_of(url) == twin
