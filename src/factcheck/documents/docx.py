"""Word files (DOCX) → Document.

mammoth was weighed and not taken: it builds whole trees with minidom (a small file can ask for gigabytes), and knows
neither moved text nor headings by outline level nor cross-references to notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.documents.packaged import PackagedFormat, PackageError, read_packaged
from factcheck.documents.sniffing import DOCX

if TYPE_CHECKING:
    from factcheck.model import Document

_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_FORMAT = PackagedFormat(
    DOCX,
    "factcheck.documents.docx_child",
    "docx",
    {
        "locked": "The Word file is locked with a password: save an unlocked copy.",
        "broken": "The Word file is broken and cannot be opened: fetch or export it again.",
        "not_word": "The ZIP archive holds no Word document: unpack it, and name the file that was meant.",
        "too_large": "The Word file takes more memory or time to read than is allowed: split it, or export it again.",
        "empty": "The Word file holds no text: check that it is the right one.",
        "old": "This is a Word file of before 2007 (.doc) or another OLE file: save it as DOCX.",
    },
)


def read_docx(data: bytes) -> Document:
    """A brief or page that is a DOCX; raises `PackageError`.

    Notes are numbered as Word prints them; tracked changes are read as accepted.
    """
    return read_packaged(_FORMAT, data)


def refuse_ole(data: bytes) -> Document:
    """Raise the reason why a file in an OLE container is not read: it is locked, or from before 2007."""
    raise PackageError(_FORMAT, "locked" if _LOCKED_STREAM in data else "old")
