"""Bytes of a web page → text, by the first rule that decides the character set; the rule is kept as a name.

The order is that of the HTML Standard ("determining the character encoding"), with a detector before the last resort:
byte order mark, the HTTP header's charset, a ``<meta>`` or XML declaration in the first 1024 bytes, strict UTF-8, a
detector, windows-1252.  One departure: a body that is UTF-8 throughout and says otherwise is read as UTF-8, since no
text in a single-byte set is valid UTF-8 by accident, while servers that send a wrong default are many.
"""

from __future__ import annotations

import codecs
import re

from factcheck.records import record

# Labels as in the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels), reduced to what Python's own
# aliases do not say: the standard reads these as their larger relatives.
_LARGER_RELATIVE = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-16": "utf-16-le",
    "utf-8-sig": "utf-8",
}
_LABELS = {
    "unicode-1-1-utf-8": "utf-8",
    "unicode11utf8": "utf-8",
    "unicode20utf8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-cp1253": "cp1253",
    "x-cp1254": "cp1254",
    "x-cp1255": "cp1255",
    "x-cp1256": "cp1256",
    "x-cp1257": "cp1257",
    "x-cp1258": "cp1258",
    "x-euc-jp": "euc_jp",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-ukrainian": "mac_cyrillic",
    "x-mac-roman": "mac_roman",
    "dos-874": "cp874",
    "windows-874": "cp874",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8_r": "koi8-r",
    "koi8-ru": "koi8-u",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "unicode": "utf-16-le",
    "ucs-2": "utf-16-le",
    "unicodefffe": "utf-16-be",
    "windows-31j": "cp932",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
}
# What a page may be read as; Python knows more "encodings" (rot13, idna, utf-7) that a page must not choose.
_READABLE = frozenset(
    """
    utf-8 utf-16-le utf-16-be cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10
    iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255
    cp1256 cp1257 cp1258 mac-cyrillic gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949
    """.split()
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PRESCAN_BYTES = 1024
# Some pages put their <meta> after a long script; browsers look no further than 1024 bytes, but are wrong then.
_LONG_PRESCAN_BYTES = 16_384
_DETECTOR_BYTES = 200_000
_LEAST_CONFIDENCE = 0.5
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_TAG = re.compile(rb"<[^<>]{1,2000}>")


@record
class Decoded:
    """A decoded body; `rule` names how `encoding` was decided (``http``, ``meta``, ``utf-8`` …)."""

    text: str
    encoding: str
    rule: str


def web_encoding(label: str) -> str | None:
    """The Python codec that a page means by `label` in the Encoding Standard's sense; None for an unknown one."""
    name = label.strip().lower()
    name = _LABELS.get(name, name)
    try:
        name = codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return None
    name = _LARGER_RELATIVE.get(name, name)
    return name if name in _READABLE else None


def decode_web(data: bytes, http_charset: str | None = None) -> Decoded:
    """`data` as text; bytes that the chosen set does not know become U+FFFD."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"), encoding, "bom")
    return _declared(data, http_charset) or _undeclared(data)


def _declared(data: bytes, http_charset: str | None) -> Decoded | None:
    declarations = (("http", http_charset), ("meta", _meta_charset(data)))
    for rule, label in declarations:
        encoding = web_encoding(label) if label else None
        if encoding is None:
            continue
        if encoding == "utf-8":
            text = data.decode("utf-8", "replace")
            if _is_mostly_utf8(data, text):
                return Decoded(text, encoding, rule)
            continue
        if not encoding.startswith("utf-16") and (text_utf8 := _strict_utf8(data)) is not None and not data.isascii():
            return Decoded(text_utf8, "utf-8", f"utf-8 in spite of {rule}")
        if encoding.startswith("utf-16") and rule == "meta":
            continue  # a <meta> that could be read as ASCII cannot stand in UTF-16: the Standard reads UTF-8
        return Decoded(data.decode(encoding, "replace"), encoding, rule)
    return None


def _meta_charset(data: bytes) -> str | None:
    for limit in (_PRESCAN_BYTES, _LONG_PRESCAN_BYTES):
        head = data[:limit]
        found = _XML.match(head) or _META.search(head)
        if found:
            return found.group(1).decode("ascii", "replace")
    return None


def _is_mostly_utf8(data: bytes, text: str) -> bool:
    """Whether a body declared as UTF-8 is: a few torn characters are forgiven, a whole text in another set is not."""
    torn = text.count("\ufffd")
    if torn == 0:
        return True
    beyond_ascii = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return torn * 10 <= beyond_ascii


def _strict_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A body cut inside its last character is still UTF-8.
        if error.start >= len(data) - 3 and "unexpected end" in error.reason:
            return data[: error.start].decode("utf-8")
        return None


def _undeclared(data: bytes) -> Decoded:
    text = _strict_utf8(data)
    if text is not None:
        return Decoded(text, "utf-8", "utf-8")
    encoding = _detected(data)
    if encoding is not None:
        return Decoded(data.decode(encoding, "replace"), encoding, "detector")
    return Decoded(data.decode("cp1252", "replace"), "cp1252", "fallback")


def _detected(data: bytes) -> str | None:
    import cchardet  # noqa: PLC0415 - a compiled module that only pages without a declaration need

    for sample in (_TAG.sub(b" ", data[:_DETECTOR_BYTES]), data[:_DETECTOR_BYTES]):
        found = cchardet.detect(sample)
        label, confidence = found["encoding"], found["confidence"]
        encoding = web_encoding(label) if label else None
        if encoding is not None and (confidence or 0.0) >= _LEAST_CONFIDENCE:
            return encoding
    return None
