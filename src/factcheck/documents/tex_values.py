r"""Values of BibTeX fields → what they print: words (``K\"ohler`` is ``Köhler``) and addresses (``\%7e`` is ``%7e``).

An address is taken as it stands or not at all: one with a command that is not known here would be another one.
"""

from __future__ import annotations

import re
import unicodedata

from factcheck.documents.inline import bare_links

_COMBINING = dict(
    zip(
        "\"'`^~=.cvukHbdr",
        "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0327\u030c\u0306\u0328\u030b\u0331\u0323\u030a",
        strict=True,
    )
)
_ACCENT = re.compile(r"\\(?:([\"'`^~=.])\s?|([cvukHbdr])(?:\s|(?=\{)))\{?\\?([A-Za-z])\}?")
_LETTERS = dict(pair.split(">") for pair in "ss>ß o>ø O>Ø l>ł L>Ł ae>æ AE>Æ oe>œ OE>Œ aa>å AA>Å i>ı".split())
_COMMAND = re.compile(r"\\([A-Za-z]{1,40})\s?")
_MARKS = str.maketrans({"{": None, "}": None, "\\": None, "~": " "})
_TILDE = re.compile(r"\$\\sim\$|\{?\\textasciitilde(?![A-Za-z])\s?(?:\{\})?\}?|\\string~|\\~(?:\{\})?")
_UNDERSCORE = re.compile(r"\{?\\textunderscore(?![A-Za-z])\s?(?:\{\})?\}?")
_LINK = re.compile(r"\\(?:url|nolinkurl|path|href)\s{0,9}\{([^{}]{4,2000})\}")
_ESCAPED = re.compile(r"\\([_%&#$])")
_BREAK = re.compile(r"\\[-/]|\{\}")
_WRAPPED = re.compile(r"[ \t]{0,100}\r?\n[ \t]{0,100}")
_ADDRESS = re.compile(r"https?://[^\s\\]{4,2000}", re.IGNORECASE)
_CUT = ("-", "_", "=", "&", "?", "%")


def printed_words(value: str) -> str:
    """The words of a value, without commands and braces."""
    value = _ACCENT.sub(_accented, value)
    value = _COMMAND.sub(lambda match: _LETTERS.get(match.group(1), ""), value)
    return " ".join(value.replace("--", "-").translate(_MARKS).split())


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group(3) + _COMBINING[match.group(1) or match.group(2)])


def address_of(value: str) -> str | None:
    """The address that is the whole value (``url``), be it wrapped; None where it cannot be told."""
    words = _unescaped(_WRAPPED.sub("", value.strip())).split()
    return words[0] if words and _ADDRESS.fullmatch(words[0]) else None


def address_in(value: str) -> str | None:
    """The first address in a value's words (``note``); None where there is none, or where a line's end cuts it."""
    if (link := _LINK.search(_plain_signs(value))) is not None:
        return address_of(link.group(1))
    text = _unescaped(value)
    for found in bare_links(text):
        is_cut = found.text.endswith(_CUT) and text[found.end : found.end + 1] in ("\n", "\r")
        return found.url if found.url and _ADDRESS.fullmatch(found.url) and not is_cut else None
    return None


def _unescaped(value: str) -> str:
    value = _plain_signs(value)
    link = _LINK.search(value)
    value = _ESCAPED.sub(r"\1", link.group(1) if link else value)
    return _BREAK.sub("", value).replace("{", "").replace("}", "")


def _plain_signs(value: str) -> str:
    return _UNDERSCORE.sub("_", _TILDE.sub("~", value))


def identifier(value: str) -> str:
    """An identifier (``doi``) without the escapes of its signs."""
    return _unescaped(value).strip()
