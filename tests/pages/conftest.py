"""What the tests of pages share."""

from __future__ import annotations

import importlib.util
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.model import Capture, CaptureSource, Hop, WarcLocation

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def maker():
    """The module that makes PDFs."""
    spec = importlib.util.spec_from_file_location("pdf_maker", HERE.parent / "documents" / "pdf_maker.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["pdf_maker"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def shared():
    """The folder of shared material beside the checkout."""
    folder = Path(os.environ.get("FACTCHECK_SHARED", HERE.parents[1].parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared corpora are not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def captured():
    """Makes captures: ``captured(status=200, url=…, final=…, media_type=…, headers=…)``."""
    return _captured


def _captured(
    url: str = "https://ministry.example/reports/energy-2021",
    *,
    final: str | None = None,
    status: int = 200,
    media_type: str | None = "text/html",
    charset: str | None = None,
    headers: tuple[tuple[str, str], ...] = (),
    source: CaptureSource = CaptureSource.NETWORK,
) -> Capture:
    hops = (Hop(url, 301, final),) if final else ()
    return Capture(
        requested_url=url,
        final_url=final or url,
        http_status=status,
        headers=headers,
        media_type=media_type,
        charset=charset,
        captured_at=datetime(2026, 11, 21, tzinfo=UTC),
        source=source,
        payload_sha256="",
        payload_length=0,
        warc=WarcLocation("", 0, ""),
        redirects=hops,
    )
