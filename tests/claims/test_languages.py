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


@pytest.mark.parametrize(
    ("around", "sentence", "language", "unit", "low"),
    [
        ("en", "„Mūsų ūkis per metus surinko 1,5 tūkst. tonų obuolių“, sakė jis.", "lt", "t", 1500),
        ("en", "„Wir haben im letzten Jahr 1,5 Tonnen verloren, und das ist viel“, sagte er.", "de", "t", 1.5),
        ("en", "The Žemaičių farm of Mr Šimkus lost 1.5 tonnes of apples in the storm.", "en", "t", 1.5),
        ("ru", "“We have lost 1.5 tonnes of apples in the last storm of the year,” he said.", "en", "t", 1.5),
    ],
)
def test_a_sentence_inside_a_paragraph_of_another_language(around, sentence, language, unit, low, tmp_path):
    """As a quotation in its own words stands in a brief; names with foreign letters make no foreign sentence."""
    path = tmp_path / "farm.md"
    paragraph = f"{LEADS[around]} {sentence} {LEADS[around]}"
    path.write_text(BRIEF.format(title="2021", lead=LEADS[around], sentence=paragraph), "utf-8")
    (claim,) = [found.claim for found in factcheck.read_brief(path).claims if found.claim.figures]
    assert claim.language == language
    assert [(cited.quantity.unit, float(cited.quantity.low)) for cited in claim.figures] == [(unit, low)]
