"""What kind of thing an answer's bytes are: by their first bytes, then by what the server says."""

from __future__ import annotations

from enum import StrEnum

_SNIFFED_BYTES = 1024


class Medium(StrEnum):
    """The kinds that are told apart; the first six can be read, of office files those of today."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "text"
    XML = "xml"
    JSON = "json"
    OFFICE = "office"
    MEDIA = "media"
    BINARY = "binary"


# Leading bytes as in the MIME Sniffing Standard (https://mimesniff.spec.whatwg.org/), and the archives of office files.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", Medium.MEDIA),
    (b"\xff\xd8\xff", Medium.MEDIA),
    (b"GIF8", Medium.MEDIA),
    (b"OggS\x00", Medium.MEDIA),
    (b"ID3", Medium.MEDIA),
    (b"\x1aE\xdf\xa3", Medium.MEDIA),
    (b"fLaC", Medium.MEDIA),
    (b"PK\x03\x04", Medium.OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Medium.OFFICE),
    (b"\x1f\x8b\x08", Medium.BINARY),
    (b"\x28\xb5\x2f\xfd", Medium.BINARY),
    (b"7z\xbc\xaf\x27\x1c", Medium.BINARY),
    (b"Rar!\x1a\x07", Medium.BINARY),
    (b"\x7fELF", Medium.BINARY),
)
_HTML_OPENINGS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<script",
    b"<iframe",
    b"<h1",
    b"<div",
    b"<font",
    b"<table",
    b"<a ",
    b"<style",
    b"<title",
    b"<b>",
    b"<br",
    b"<p>",
    b"<p ",
    b"<!--",
    b"<meta",
    b"<center",
    b"<main",
    b"<article",
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TWO_BYTE = ("utf-16", "utf16", "ucs-2", "unicode", "csunicode", "iso-10646-ucs-2")
_HTML_TYPES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")


def sniff(data: bytes, declared: str | None, charset: str | None = None) -> Medium:
    """What `data` is; the declared media type and `charset` decide only where the bytes leave it open."""
    head = data[:_SNIFFED_BYTES]
    if (charset or "").strip().lower().startswith(_TWO_BYTE) and not head.startswith(_UTF16_MARKS):
        head = _one_byte_each(head)
    declared = (declared or "").partition(";")[0].strip().lower()
    if b"%PDF-" in head and not _opens_html(head):
        return Medium.PDF
    for magic, medium in _MAGIC:
        if head.startswith(magic):
            return medium
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"AVI ", b"WAVE")):
        return Medium.MEDIA
    if _is_binary(head):
        return Medium.MEDIA if declared.startswith(("image/", "audio/", "video/")) else Medium.BINARY
    return _textual(head, declared)


def _textual(head: bytes, declared: str) -> Medium:
    if _opens_html(head) or declared in _HTML_TYPES:
        return Medium.HTML
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if declared == "image/svg+xml":
        return Medium.MEDIA
    if opening.startswith(b"<?xml") or declared.endswith(("/xml", "+xml")):
        return Medium.XML
    if declared.endswith(("/json", "+json")) or declared == "text/json":
        return Medium.JSON
    if declared.startswith(("image/", "audio/", "video/")):
        return Medium.MEDIA
    return Medium.TEXT


def _opens_html(head: bytes) -> bool:
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(b"<?xml"):
        return b"<html" in opening or b"<!doctype html" in opening
    return opening.startswith(_HTML_OPENINGS)


def _one_byte_each(head: bytes) -> bytes:
    """The beginning of a text that is declared as UTF-16 and bears no mark, to be looked at like any other text.

    Text of any script has its line ends, blanks and markup as a byte beside a NUL; what has none is left as it is.
    """
    little, big = head[1::2].count(0), head[::2].count(0)
    if max(little, big) * 10 < len(head):
        return head
    text = head.decode("utf-16-le" if little > big else "utf-16-be", "replace")
    return text.encode()


def _is_binary(head: bytes) -> bool:
    """By the Standard's binary data bytes; UTF-16 text shows itself by its mark."""
    if head.startswith(_UTF16_MARKS):
        return False
    controls = sum(byte < 0x20 and byte not in b"\t\n\x0c\r\x1b" for byte in head)
    return controls > len(head) // 100
