"""Hostile text made fit for files that are not HTML."""

from __future__ import annotations

import re

# What XML 1.0 (section 2.2) cannot hold, C1 controls, and the noncharacters that other readers refuse.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def printable(text: str | None) -> str:
    """`text` without the characters that no XML, CSV or TeX file may hold; nothing for None."""
    return _UNPRINTABLE.sub("", text or "")


def one_line(text: str | None) -> str:
    """`printable` text with every run of blanks and line ends as one blank."""
    return " ".join(printable(text).split())
