"""Facts stated twice in two languages: compared by what the words mean, as strictly as in one."""

import pytest

from factcheck.consistency import find_contradictions

from .conftest import read

PAIRS = [
    (
        "Gas imports of Norland fell to 4.2 billion cubic metres in 2021.",
        ("ru", "Импорт газа Норланда сократился до 4,8 млрд куб. м в 2021 году."),
        "contradicting",
    ),
    (
        "Gas imports of Norland fell to 4.2 billion cubic metres in 2021.",
        ("ru", "Импорт газа Норланда сократился до 4,2 млрд куб. м в 2021 году."),
        "agreeing",
    ),
    (
        "Gas imports of Norland fell to 4.2 billion cubic metres in 2021.",
        ("ru", "Импорт газа Норланда сократился до 4,8 млрд куб. м в 2019 году."),
        None,
    ),
    (
        "Gas imports of Norland fell to 4.2 billion cubic metres in 2021.",
        ("ru", "Импорт газа Сюдланда сократился до 4,8 млрд куб. м в 2021 году."),
        None,
    ),
    (
        "Gas imports of Norland fell to 4.2 billion cubic metres in 2021.",
        ("ru", "Экспорт газа Норланда сократился до 4,8 млрд куб. м в 2021 году."),
        None,
    ),
    (
        "Unemployment in Germany was 5.2 percent in March 2020.",
        ("de", "Die Arbeitslosigkeit in Deutschland betrug im März 2020 6,2 Prozent."),
        "contradicting",
    ),
    (
        "Unemployment in Germany was 5.2 percent in March 2020.",
        ("de", "Die Arbeitslosigkeit in Polen betrug im März 2020 6,2 Prozent."),
        None,
    ),
    (
        "In a poll of March 2021 trust in the courts of Poland was 40 percent.",
        ("pl", "W sondażu z maja 2021 roku zaufanie do sądów w Polsce wyniosło 45 procent."),
        None,
    ),
]


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_two_languages(left, right, relation):
    language, text = right
    found = find_contradictions([read(0, (left,), "en", None), read(1, (text,), language, None)])
    values = [pair for pair in found if pair.left.quantity.unit or pair.left.quantity.kind == "percent"]
    assert [pair.relation.value for pair in values] == ([relation] if relation else [])
