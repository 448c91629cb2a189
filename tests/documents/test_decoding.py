"""Bytes of briefs become text by a named rule, or one line says which encoding fails where."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.decoding import decode_brief
from factcheck.errors import BriefError

RUSSIAN = "Министерство энергетики опубликовало годовой отчёт о добыче и импорте природного газа. " * 6
POLISH = "Ministerstwo ogłosiło, że zużycie gazu spadło o jedną piątą, a źródła są różne. " * 6


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "rule"),
    [
        ("Füße".encode(), None, "utf-8", "utf-8"),
        (codecs.BOM_UTF8 + "Füße".encode(), None, "utf-8", "bom"),
        (codecs.BOM_UTF16_LE + "Füße".encode("utf-16-le"), None, "utf-16-le", "bom"),
        (codecs.BOM_UTF16_BE + "Füße".encode("utf-16-be"), None, "utf-16-be", "bom"),
        (codecs.BOM_UTF32_LE + "Füße".encode("utf-32-le"), None, "utf-32-le", "bom"),
        ("Gas imports fell in 2021.".encode("utf-16-le"), None, "utf-16-le", "zero bytes"),
        ("Gas imports fell in 2021.".encode("utf-16-be"), None, "utf-16-be", "zero bytes"),
        (RUSSIAN.encode("cp1251"), None, "cp1251", "detector"),
        (POLISH.encode("cp1250"), "windows-1250", "cp1250", "declared"),
        (RUSSIAN.encode("koi8-r"), "koi8-r", "koi8-r", "declared"),
        (RUSSIAN.encode(), "windows-1251", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_its_rule_named(data, declared, encoding, rule):
    decoded = decode_brief(data, declared)
    assert (decoded.encoding, decoded.rule) == (encoding, rule)
    assert decoded.text.strip()
    assert "\ufeff" not in decoded.text


def test_text_in_an_old_encoding_reads_as_it_was_written():
    assert decode_brief(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_short_western_text_falls_back_to_windows_1252():
    assert decode_brief(b"caf\xe9").text == "café"


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_said_to_be_empty(data):
    with pytest.raises(BriefError, match="the file is empty"):
        decode_brief(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Füße ".encode() * 20 + b"\xff und mehr", r"not readable as utf-8: byte 0xff at offset 140"),
        (codecs.BOM_UTF8 + b"ok \xc3\x28", r"utf-8: byte 0xc3 at offset 6"),
        (codecs.BOM_UTF16_LE + b"a\x00b", r"utf-16-le: byte 0x62 at offset 4"),
        (b"plain text \x00 with a zero", r"zero byte at offset 11"),
        (codecs.BOM_UTF8 + b"text\x00", r"zero character at byte 7 \(utf-8\)"),
        (bytes(range(1, 9)) * 40, r"control byte 0x01 at offset 0"),
        (b"\x81\x8d caf\xe9", "not readable as"),
    ],
)
def test_what_cannot_be_read_is_refused_with_encoding_and_offset(data, message):
    with pytest.raises(BriefError, match=message):
        decode_brief(data)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(data):
    try:
        decoded = decode_brief(data)
    except BriefError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is fine, only its form is asked
    else:
        assert "\x00" not in decoded.text
