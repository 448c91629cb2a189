"""Names of a claim found on a page in another script, and capitalised words that are no names."""

import pytest

from factcheck.evidence.context import KeyKind, word_keys
from factcheck.evidence.location import locate
from factcheck.evidence.reading import read_page
from factcheck.pages import page_from_text


def found(claim: str, page: str, language: str) -> dict[str, bool]:
    reading = read_page(page_from_text(page, language))
    keys = word_keys(claim, "en", translated=True)
    return {key.text: bool(locate(key, reading, "en", translated=True)) for key in keys}


@pytest.mark.parametrize(
    ("name", "page", "language"),
    [
        ("Harlem", "Это было в Гарлеме.", "ru"),
        ("Hamburg", "У Гамбурзі відкрили міст.", "uk"),
        ("William", "Его звали Уильям.", "ru"),
        ("Sarah", "Её зовут Сара.", "ru"),
        ("Martin", "Царква Святога Марціна.", "be"),
        ("Harlem", "Гарлем стаў чорным раёнам.", "be"),
    ],
)
def test_a_name_as_cyrillic_spells_it(name, page, language):
    assert found(f"They met {name} there.", page, language)[name.lower()]


@pytest.mark.parametrize(
    ("name", "page", "language"),
    [("Harlem", "Это было в Берлине.", "ru"), ("William", "Его звали Игорь.", "ru"), ("Martin", "Царква Пятра.", "be")],
)
def test_another_name_is_not_found(name, page, language):
    assert not found(f"They met {name} there.", page, language)[name.lower()]


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("I've met Karin Holt.", {"karin", "holt"}),
        ("Promoted clubs met in Velm.", {"velm"}),
        ("He's sure that it didn't rain in Velm.", {"velm"}),
        ("Zorvin met the mayor.", {"zorvin"}),
    ],
)
def test_what_only_begins_a_sentence_is_no_name(claim, names):
    keys = word_keys(claim, "en", translated=False)
    assert {key.text for key in keys if key.kind is KeyKind.NAME} == names
