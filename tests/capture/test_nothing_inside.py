"""Whatever a page says, nothing inside is asked: a canary on loopback stands for every private place."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from fault_server import FaultServer, redirect, with_body

from factcheck.capture import Archive, capture_all
from factcheck.forwarding import follow_refreshes
from factcheck.model import CaptureFailure
from factcheck.probing import mark_stand_ins

METADATA = (
    "169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "[::ffff:169.254.169.254]",
    "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "169.254.169.254.", "metadata.google.internal", "100.100.100.200",
    "192.0.0.192", "168.63.129.16", "[fd00:ec2::254]", "169.254.170.2", "１６９.２５４.１６９.２５４",
)  # fmt: skip


def test_no_canary_hears_anything(serving, settings, monkeypatch):
    canary = FaultServer()
    serving.start(canary)
    port = canary.port
    inside = [
        *(f"http://{name}/latest/meta-data/" for name in METADATA),
        *(
            f"http://{name}:{port}/"
            for name in ("127.0.0.1", "localhost", "127.1", "0", "[::1]", "0x7f.1", "2130706433")
        ),
    ]
    server = FaultServer()
    serving.start(server)
    urls = []
    for number, target in enumerate(inside):
        written = target.encode().decode("latin-1")
        server.pages[f"/by-location/{number}"] = redirect(written)
        server.pages[f"/by-meta/{number}"] = with_body(f'<meta http-equiv=refresh content="0;url={target}">'.encode())
        server.pages[f"/by-header/{number}"] = with_body(b"<p>Go</p>", ("Refresh", f"0;url={written}"))
        server.pages[f"/by-script/{number}"] = with_body(f"<script>location.replace('{target}')</script>".encode())
        urls += [f"{server.url}/{way}/{number}" for way in ("by-location", "by-meta", "by-header", "by-script")]
    opened = []
    connect = asyncio.open_connection

    async def noted(host, port, **rest):
        opened.append((host, port))
        return await connect(host, port, **rest)

    monkeypatch.setattr(asyncio, "open_connection", noted)
    chosen = replace(settings, allow_hosts=(f"127.0.0.1:{server.port}",), obey_robots=False)
    with Archive(chosen) as archive:
        found = follow_refreshes(capture_all([*inside, *urls], chosen, archive=archive), chosen, archive)
        mark_stand_ins(found, chosen, archive)
    assert set(opened) == {("127.0.0.1", server.port)}
    assert canary.asked == []
    assert canary.connections == 0
    assert all(isinstance(found[url], CaptureFailure) for url in inside)
    assert all(found[url].reason == "refused_address" for url in urls if isinstance(found[url], CaptureFailure))
