"""What tells a note's rest from the body."""

from __future__ import annotations

import pytest

from factcheck.briefs.layout import ends_in_url, ends_sentence, goes_on
from factcheck.briefs.url_rest import is_url_rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("136.2014.899769; p. 560", True),
        ("rus/union.htm", True),
        ("region-revisited-amid-the", True),
        ("ference-papers-2018-741, p. 181-2.", True),
        ("tions/AT_70.pdf , p. 306.", True),
        ("7299790", True),
        ("wAR1O9FxONAmc3FiGKtv6u6KbqpDY", True),
        ("-2346.12509", True),
        ("https://a.example", True),
        ("2014.", False),
        ("ation.14", False),
        ("normal?”.35", False),
        ("costs.126", False),
        ("Fig.2).", False),
        ("RGF62.", False),
        ("introduction of a currency", False),
        ("well-known facts", False),
        ("24 year old", False),
    ],
)
def test_rests_of_urls(text, rest):
    assert is_url_rest(text) is rest


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("it fell.", True),
        ("it fell.12", True),
        ("it fell. 12", True),
        ("“it fell”.12", True),
        ("“it fell.”12", True),
        ("it fell!³", True),
        ("after.87.", True),
        ("it fell.[12]", True),
        ("as follows:", True),
        ("it fell", False),
        ("it fell in 2020", False),
        ("exports16,", False),
        ("a word-", False),
    ],
)
def test_sentence_ends(text, ends):
    assert ends_sentence(text) is ends


def test_other_ends_and_beginnings():
    assert ends_in_url("see https://a.example/x")
    assert not ends_in_url("see https://a.example/x today")
    assert goes_on("(and so")
    assert not goes_on("And so")
