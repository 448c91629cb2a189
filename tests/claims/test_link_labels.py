"""Links whose words are the number of a source are no figures; figures that are links are."""

from __future__ import annotations

import pytest

from factcheck.intake import read_brief


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Trade fell by 5% [[1]](https://a.example/one) at once.", ["5%"]),
        ("Trade fell by 5%.[1](https://a.example/one)", ["5%"]),
        ("Trade fell by 5% [1].\n\n[1]: https://a.example/one", ["5%"]),
        ("The storm killed [45](https://a.example/one).", ["45"]),
        ("They built [1](https://a.example/one) quay.", ["1"]),
        ("They built [2,500](https://a.example/one) homes.", ["2,500"]),
    ],
)
def test_the_number_of_a_linked_source_is_no_figure(tmp_path, text, figures):
    path = tmp_path / "brief.md"
    path.write_text(text, encoding="utf-8")
    found = read_brief(path)
    assert [cited.quantity.text for claim in found.claims for cited in claim.claim.figures] == figures
    assert [citation.url for citation in found.apparatus.citations] == ["https://a.example/one"]
