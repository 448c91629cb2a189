"""What a file is, told by its content; its name and declared type decide only what content leaves open."""

from __future__ import annotations

import re

MARKDOWN = "text/markdown"
PLAIN = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLE = "application/msword"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
LATEX = "application/x-tex"
RST = "text/x-rst"

# First bytes of formats that are often mistaken for briefs (each format's own specification).
_MAGIC = (
    (b"%PDF-", PDF),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x7fELF", "application/x-executable"),
)
# A name or type that stands uncompressed in the head of the archive, or in the list of its parts at the end.
_ZIPPED = (
    (b"mimetype" + ODT.encode(), ODT),
    (b"mimetype" + EPUB.encode(), EPUB),
    (b"word/", DOCX),
    (b"xl/", XLSX),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_PDF_HEAD_BYTES = 1024  # a PDF's header may come that late (ISO 32000-1, implementation note 13)
_ZIP_HEAD_BYTES = 4096
_ZIP_TAIL_BYTES = 65_536
_HEAD_BYTES = 2048
_HTML_HEAD = re.compile(
    r"\s{0,400}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,400}-->\s{0,99}){0,4}<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE,
)
_NOTE_DEFINITION = re.compile(r"^ {0,3}\[\^[^\]\s]{1,60}\]:", re.MULTILINE)
_INLINE_NOTE = re.compile(r"\w\^\[[^\]\n]{8,}\]")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\n]*\n){0,60}?(?:title|lang|author|date)[ \t]*:", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_SUP_MARKER = re.compile(r"<sup>\s{0,3}\d{1,3}\s{0,3}</sup>")
# The first line of a LaTeX file that is neither blank nor a comment.
_LATEX_HEAD = re.compile(
    r"(?:[^\S\n]*(?:%[^\n]*)?\n)*+[^\S\n]*\\(?:documentclass|documentstyle|RequirePackage|PassOptionsToPackage)\b"
)
# The definition of a footnote in reStructuredText, and a reference to one.
_RST_NOTE = re.compile(r"^\.\. \[(?:\d{1,3}|#\w{0,40}|\*)\] ", re.MULTILINE)
_RST_REFERENCE = re.compile(r"\[(?:\d{1,3}|#\w{0,40}|\*)\]_")
_SUFFIXES = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mdown": MARKDOWN,
    ".qmd": MARKDOWN,
    ".rmd": MARKDOWN,
    ".htm": HTML,
    ".html": HTML,
    ".xhtml": HTML,
    ".tex": LATEX,
    ".latex": LATEX,
    ".rst": RST,
    ".rest": RST,
}
_ALIASES = {
    "text/x-markdown": MARKDOWN,
    "application/xhtml+xml": HTML,
    "text/x-tex": LATEX,
    "application/x-latex": LATEX,
    "text/prs.fallenstein.rst": RST,
}


def sniff(data: bytes, declared: str | None = None, name: str | None = None) -> str:
    """The media type of `data`: by its first bytes, by marks that only one format writes, as declared or named.

    `declared` is a media type without parameters, `name` a file name.
    """
    binary = _binary_type(data)
    if binary is not None:
        return binary
    if _HTML_HEAD.match(_readable_head(data)):
        return HTML
    claimed = _ALIASES.get(declared or "", declared) or _SUFFIXES.get(_suffix(name))
    if claimed in {MARKDOWN, HTML, LATEX, RST}:
        return claimed
    text = data.replace(b"\x00", b"").decode("latin-1")
    if _LATEX_HEAD.match(text.lstrip("\xef\xbb\xbf\xff\xfe")):
        return LATEX
    if ".. [" in text and _RST_NOTE.search(text) and _RST_REFERENCE.search(text):
        return RST
    return MARKDOWN if _is_markdown(text) else PLAIN


def _binary_type(data: bytes) -> str | None:
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return media_type
    if data.startswith(b"PK\x03\x04"):
        ends = data[:_ZIP_HEAD_BYTES] + data[-_ZIP_TAIL_BYTES:]
        return next((media_type for name, media_type in _ZIPPED if name in ends), "application/zip")
    at = data.find(b"%PDF-", 0, _PDF_HEAD_BYTES)
    return PDF if at > 0 and not data[:at].isascii() else None


def _suffix(name: str | None) -> str:
    stem, dot, suffix = (name or "").rpartition(".")
    return (dot + suffix).lower() if stem else ""


def _readable_head(data: bytes) -> str:
    """The first characters, good enough to see ASCII marks in any encoding."""
    return data[:_HEAD_BYTES].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").decode("latin-1")


def _is_markdown(text: str) -> bool:
    """Marks that plain text does not have by accident: a note's definition, front matter, two ``#`` headings."""
    return bool(
        _FRONT_MATTER.match(text)
        or ("[^" in text and _NOTE_DEFINITION.search(text))
        or ("#" in text and len(_HEADING.findall(text)) > 1)
        or ("^[" in text and _INLINE_NOTE.search(text))
        or ("<sup>" in text and _SUP_MARKER.search(text))
    )
