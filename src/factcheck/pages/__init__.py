"""Captures → pages: whether an answer is the page that was cited, and its readable text with positions."""

from factcheck.pages.anchors import missing_place
from factcheck.pages.leading_on import meta_refresh, script_redirect
from factcheck.pages.reading import page_from_text, read_page
from factcheck.pages.suspicion import Likeness, seems_gone, seems_walled

__all__ = [
    "Likeness",
    "meta_refresh",
    "missing_place",
    "page_from_text",
    "read_page",
    "script_redirect",
    "seems_gone",
    "seems_walled",
]
