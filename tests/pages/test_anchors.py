"""A link to a place that its page lacks is noticed; what is no place's name is not."""

from __future__ import annotations

import pytest

from factcheck.pages import missing_place

PAGE = (
    "<html><h1 id=top-of-it>Velm</h1><a name='bridges'></a><p id=\"user-content-roads\">Roads</p>"
    "<h2 id='мосты'>Мосты</h2><h2 id='%D0%B4%D0%BE%D0%BC'>Дом</h2></html>"
).encode()


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ("", None),
        ("bridges", None),
        ("roads", None),
        ("top-of-it", None),
        ("top", None),
        ("%D0%BC%D0%BE%D1%81%D1%82%D1%8B", None),
        ("мосты", None),
        ("%D0%B4%D0%BE%D0%BC", None),
        (":~:text=Roads", None),
        ("bridges:~:text=Roads", None),
        ("!/market", None),
        ("/market", None),
        ("page=5", None),
        ("market", "market"),
        ("bridge", "bridge"),
        ("market:~:text=Roads", "market"),
        (".*", ".*"),
    ],
)
def test_places(captured, fragment, missing):
    assert missing_place(captured(), PAGE, f"https://velm.example/a#{fragment}") == missing


def test_a_pdf_has_no_places(captured):
    assert missing_place(captured(media_type="application/pdf"), b"%PDF-1.7 x", "https://velm.example/a.pdf#x") is None
