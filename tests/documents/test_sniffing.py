"""What a file is, is told by its content first."""

from __future__ import annotations

import codecs

import pytest

from factcheck.documents import read_document
from factcheck.documents.sniffing import sniff
from factcheck.errors import BriefError

FRONT = b"---\ntitle: Gas\nlang: en\n---\n\nText.\n"
HTML_PAGE = b"<!-- saved --> <!DOCTYPE html><html><body><p>Text</p></body></html>"


@pytest.mark.parametrize(
    ("data", "declared", "name", "expected"),
    [
        (b"Plain words.", None, "a.txt", "text/plain"),
        (b"Plain words.", None, None, "text/plain"),
        (b"Plain words.", None, "a.md", "text/markdown"),
        (b"Plain words.", "text/x-markdown", None, "text/markdown"),
        (b"Plain words.", "application/xhtml+xml", None, "text/html"),
        (b"See.[^1]\n\n[^1]: Here.\n", None, "a.txt", "text/markdown"),
        (FRONT, None, "a.txt", "text/markdown"),
        (b"# One\n\ntext\n\n## Two\n", None, "a.txt", "text/markdown"),
        (b"Said so.<sup>12</sup>", None, "notes", "text/markdown"),
        (b"It fell^[so the ministry says] again", None, None, "text/markdown"),
        (b"1 + 2 ^ 3 # no heading", None, "a.txt", "text/plain"),
        (HTML_PAGE, None, "a.md", "text/html"),
        (codecs.BOM_UTF16_LE + "<html><p>Text".encode("utf-16-le"), None, "a.txt", "text/html"),
        (b"%PDF-1.7\n", None, "a.txt", "application/pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", None, None, "application/pdf"),
        (b"The header %PDF-1.7 opens a PDF.", None, None, "text/plain"),
        (b"{\\rtf1 x}", None, "a.md", "application/rtf"),
        (b"PK\x03\x04....word/document.xml", None, None, "wordprocessingml"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", None, None, "application/epub+zip"),
        (b"PK\x03\x04....other", None, None, "application/zip"),
        (b"\x89PNG\r\n\x1a\n", None, "a.txt", "image/png"),
    ],
)
def test_content_decides_before_declaration_and_name(data, declared, name, expected):
    assert expected in sniff(data, declared, name)


def test_a_format_that_is_not_read_is_named():
    with pytest.raises(BriefError, match=r"this is image/png, which is not read; export it as"):
        read_document(b"\x89PNG\r\n\x1a\n", name="a.md")


def test_the_declared_charset_reaches_the_decoder():
    document = read_document("Żródła są różne".encode("cp1250"), 'text/plain; charset="windows-1250"')
    assert document.text == "Żródła są różne"
    assert document.encoding == "cp1250"


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"# Gas\n\nText.", "a.md", "text/markdown"),
        (b"Gas\n\nText.", "a.txt", "text/plain"),
        (HTML_PAGE, "a.html", "text/html"),
    ],
)
def test_each_text_format_has_its_reader(data, name, media_type):
    assert read_document(data, name=name).media_type == media_type


def test_form_feeds_of_plain_text_begin_pages():
    assert read_document(b"One\fTwo\fThree").page_starts == (0, 4, 8)
