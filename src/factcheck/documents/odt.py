"""OpenDocument texts (ODT) → Document.

pandoc is not asked: it loses the header rows of tables, and reads deleted text as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.documents.packaged import PackagedFormat, read_packaged
from factcheck.documents.sniffing import ODT

if TYPE_CHECKING:
    from factcheck.model import Document

_FORMAT = PackagedFormat(
    ODT,
    "factcheck.documents.odt_child",
    "odt",
    {
        "locked": "The ODT file is locked with a password: save an unlocked copy.",
        "broken": "The ODT file is broken and cannot be opened: fetch or export it again.",
        "too_large": "The ODT file takes more memory or time to read than is allowed: split it, or export it again.",
        "empty": "The ODT file holds no text: check that it is the right one.",
    },
)


def read_odt(data: bytes) -> Document:
    """A brief or page that is an ODT; raises `PackageError`.  Tracked changes are read as accepted."""
    return read_packaged(_FORMAT, data)
