"""EPUB → Document, its chapters in the order of the spine.

pandoc is not asked: it loses the markers of notes that are no popups of its own kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.documents.packaged import PackagedFormat, read_packaged
from factcheck.documents.sniffing import EPUB

if TYPE_CHECKING:
    from factcheck.model import Document

_FORMAT = PackagedFormat(
    EPUB,
    "factcheck.documents.epub_child",
    "epub",
    {
        "locked": "The EPUB is locked against copying: get an unlocked one.",
        "broken": "The EPUB is broken and cannot be opened: fetch or export it again.",
        "too_large": "The EPUB takes more memory or time to read than is allowed: split it, or export it again.",
        "empty": "The EPUB holds no text: check that it is the right one.",
    },
)


def read_epub(data: bytes) -> Document:
    """A brief that is an EPUB; raises `PackageError`."""
    return read_packaged(_FORMAT, data)
