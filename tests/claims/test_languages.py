"""A sentence's figures are read in its own language, whatever the brief around it is in."""

from __future__ import annotations

import pytest

import factcheck

BRIEF = """# {title}

{lead}

{sentence}[^1]

[^1]: https://farm.example/harvest
"""
LEADS = {
    "en": "This is a long introduction to what the farms of the district have been doing over the last years.",
    "ru": "Это длинное введение о том, чем занимались хозяйства нашего района в последние годы и почему.",
    None: "Farms.",
}


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Собрано 4429 тонн яблок.", "ru"),
        ("Зібрано 4429 тонн яблук і груш.", "uk"),
        ("In all 4429 tonnes of apples were picked by the people.", "en"),
    ],
)
def test_weight_is_read_as_such_in_a_sentence_of_another_language(lead, sentence, language, tmp_path):
    path = tmp_path / "farm.md"
    path.write_text(BRIEF.format(title="2021", lead=LEADS[lead], sentence=sentence), "utf-8")
    (claim,) = [found.claim for found in factcheck.read_brief(path).claims if "4429" in found.claim.text]
    assert claim.language == language or (lead, language) == ("ru", "uk")  # by its letters alone, one name would decide
    assert [(cited.quantity.unit, cited.quantity.low) for cited in claim.figures] == [("t", 4429)]
