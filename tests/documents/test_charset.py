"""Which rule decides a page's character set."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.charset import decode_web, web_encoding

RUSSIAN = "Добыча газа выросла на 4,2 процента в прошлом году, сообщило министерство энергетики. " * 4
POLISH = "Zużycie energii wzrosło o cztery procent, podał główny urząd statystyczny. " * 4


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("UTF8", "utf-8"),
        (" latin1 ", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1251", "cp1251"),
        ("x-cp1251", "cp1251"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("windows-874", "cp874"),
        ("koi8-u", "koi8-u"),
        ("iso-8859-9", "cp1254"),
        ("utf-16", "utf-16-le"),
        ("utf-7", None),
        ("rot13", None),
        ("hex", None),
        ("no such set", None),
        ("", None),
        ("\x00", None),
        ("İ", None),
    ],
)
def test_a_label_means_what_the_encoding_standard_says(label, encoding):
    assert web_encoding(label) == encoding


@pytest.mark.parametrize(
    ("data", "http", "encoding", "rule"),
    [
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), "windows-1251", "utf-8", "bom"),
        ("\ufeff".encode("utf-16-le") + RUSSIAN.encode("utf-16-le"), None, "utf-16-le", "bom"),
        (RUSSIAN.encode("cp1251"), "windows-1251", "cp1251", "http"),
        (RUSSIAN.encode("koi8-r"), "KOI8-R", "koi8-r", "http"),
        (b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"), None, "cp1251", "meta"),
        (b"<META content='text/html; charset=cp866' http-equiv=x>" + RUSSIAN.encode("cp866"), None, "cp866", "meta"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>' + POLISH.encode("iso8859-2"), None, "iso8859-2", "meta"),
        (b"<html>" + b" " * 3000 + b"<meta charset=cp1250>" + POLISH.encode("cp1250"), None, "cp1250", "meta"),
        (b"<meta charset=koi8-r>" + RUSSIAN.encode("cp1251"), "cp1251", "cp1251", "http"),
        (RUSSIAN.encode(), None, "utf-8", "utf-8"),
        (RUSSIAN.encode()[:-2], None, "utf-8", "utf-8"),
        (RUSSIAN.encode(), "iso-8859-1", "utf-8", "utf-8 in spite of http"),
        (RUSSIAN.encode("cp1251"), "utf-8", "cp1251", "detector"),
        (RUSSIAN.encode("cp1251"), None, "cp1251", "detector"),
        (b"<meta charset=utf-16>plain", None, "utf-8", "utf-8"),
        (b"plain", "latin1", "cp1252", "http"),
        (b"plain", "rot13", "utf-8", "utf-8"),
        (b"\x80", None, "cp1252", "fallback"),
    ],
)
def test_the_first_rule_that_holds_decides(data, http, encoding, rule):
    decoded = decode_web(data, http)
    assert (decoded.encoding, decoded.rule) == (encoding, rule)


def test_a_text_survives_the_round_trip_through_each_declared_set():
    for encoding in ("utf-8", "cp1251", "koi8-r", "iso8859-5", "cp866"):
        assert decode_web(RUSSIAN.encode(encoding), encoding).text == RUSSIAN


def test_a_few_torn_bytes_do_not_take_utf8_away():
    assert decode_web(RUSSIAN.encode() + b"\xff", "utf-8").encoding == "utf-8"


@given(
    st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["utf-8", "gb2312", "utf-16"]))
)
@settings(deadline=None, max_examples=200)
def test_it_never_raises(data, http):
    assert isinstance(decode_web(data, http).text, str)
