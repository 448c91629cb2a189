"""The report page."""

from __future__ import annotations

from html import escape
from typing import Any


def page(data: dict[str, Any]) -> str:
    """The page of format-1 `data`."""
    return f"<!doctype html><html lang=en><title>factcheck</title><pre>{escape(str(data['summary']))}</pre></html>"
