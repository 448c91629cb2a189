"""What an author has struck through is no longer said (HTML Living Standard, 4.5.5 and 4.7.2)."""

import pytest

from factcheck.documents import read_document


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_text_is_left_out(tag):
    source = f"<html lang=en><body><p>The ferry carried <{tag}>803,000</{tag}> 640,000 passengers.</p></body></html>"
    document = read_document(source.encode(), "text/html")
    text = " ".join(block.text.text for block in document.blocks)
    assert "803,000" not in text
    assert "640,000 passengers" in text
