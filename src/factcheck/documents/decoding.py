"""Bytes of a brief → text, or one line that says which encoding fails at which byte.

Where the bytes of a brief fit no encoding, it is refused: a figure read through the wrong table is worse than none.
Order: byte order mark, strict UTF-8, UTF-16 told by its zero bytes, the declared character set, a detector,
windows-1252.
"""

from __future__ import annotations

import codecs
import re

from factcheck.documents.charset import Decoded, web_encoding
from factcheck.errors import BriefError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b")
_MOST_CONTROLS = 0.02
_SAMPLE_BYTES = 65_536
_DETECTOR_BYTES = 200_000
_LEAST_CONFIDENCE = 0.5
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Share of one byte of each pair that is zero in UTF-16 of Latin text, and what the other byte may have.
_ZERO_SHARE, _ZERO_SHARE_OTHER = 0.4, 0.1


def decode_brief(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, its encoding and the rule that decided; a byte order mark is not part of the text.

    Raises `BriefError` for an empty file, a binary one, and one whose bytes do not fit its encoding: the message names
    the encoding and the offset of the first byte that does not fit.
    """
    if not data.strip(b" \t\r\n\x00\xff\xfe\xef\xbb\xbf"):
        raise BriefError("the file is empty; there is nothing to check")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strictly(data, encoding, len(bom)), encoding, "bom")
    _refuse_binary(data)
    return _without_mark(data, declared)


def _strictly(data: bytes, encoding: str, skipped: int = 0) -> str:
    try:
        text = data[skipped:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(encoding, error, skipped) from error
    if "\x00" in text:
        at = len(text[: text.index("\x00")].encode(encoding)) + skipped
        raise BriefError(f"not a text file: zero character at byte {at} ({encoding}); is it a binary file?")
    return text


def _unreadable(encoding: str, error: UnicodeDecodeError, skipped: int = 0) -> BriefError:
    byte = error.object[error.start]
    return BriefError(
        f"not readable as {encoding}: byte 0x{byte:02x} at offset {error.start + skipped} ({error.reason}); "
        "save the file as UTF-8"
    )


def _refuse_binary(data: bytes) -> None:
    """Tell binary data by its zero bytes (unless they make UTF-16) and control characters."""
    sample = data[:_SAMPLE_BYTES]
    if b"\x00" in data and _utf16(sample) is None:
        raise BriefError(f"not a text file: zero byte at offset {data.index(0)}; is it a binary file?")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if _utf16(sample) is None and controls > _MOST_CONTROLS * len(sample) + 1:
        at = next(i for i, byte in enumerate(sample) if byte in _CONTROLS)
        raise BriefError(f"not a text file: control byte 0x{sample[at]:02x} at offset {at}; is it a binary file?")


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters, digits and blanks leave a zero in the same byte of most pairs."""
    pairs = len(sample) // 2
    if pairs == 0 or b"\x00" not in sample:
        return None
    even, odd = sample[0 : 2 * pairs : 2].count(0) / pairs, sample[1 : 2 * pairs : 2].count(0) / pairs
    if odd > _ZERO_SHARE and even < _ZERO_SHARE_OTHER:
        return "utf-16-le"
    if even > _ZERO_SHARE and odd < _ZERO_SHARE_OTHER:
        return "utf-16-be"
    return None


def _without_mark(data: bytes, declared: str | None) -> Decoded:
    wide = _utf16(data[:_SAMPLE_BYTES])
    if wide is not None:
        return Decoded(_strictly(data, wide), wide, "zero bytes")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            raise _unreadable("utf-8", error) from error
    named = web_encoding(declared) if declared else None
    if named is not None:
        return Decoded(_strictly(data, named), named, "declared")
    return _guessed(data)


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are whole UTF-8 sequences: a torn UTF-8 file, not one in another encoding."""
    beyond = sum(map(data.count, map(bytes, zip(range(128, 256)))))
    whole = sum(map(len, _UTF8_SEQUENCE.findall(data)))
    return whole >= 0.8 * beyond


def _guessed(data: bytes) -> Decoded:
    import cchardet  # noqa: PLC0415 - a compiled module that only files in old encodings need

    found = cchardet.detect(data[:_DETECTOR_BYTES])
    encoding = web_encoding(found["encoding"]) if found["encoding"] else None
    if encoding is not None and (found["confidence"] or 0.0) >= _LEAST_CONFIDENCE:
        try:
            return Decoded(data.decode(encoding), encoding, "detector")
        except UnicodeDecodeError:
            pass  # the detector reads a sample; the last resort reads the whole
    return Decoded(_strictly(data, "cp1252"), "cp1252", "fallback")
