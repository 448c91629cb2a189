"""Whose figure it is: countries, owners, wholes; and what only a main clause denies."""

import pytest

from factcheck import check_claim

FUND = "By 2020, the fund had planted 900 trees since it was set up."
NOTE = "The crash killed 4 people.\nEditor's note: it had said that it killed 6 people."
PARTY = "14.05.2020\nПартия, которую запретили при короле, подала документы."
NOT_SO = [
    ("pl", "Słowacja przekazała 13 myśliwców.", "pl", "13 myśliwców przekazała Bułgaria. Słowacja czeka na decyzję."),
    ("fr", "L'Espagne a livré 19 chars.", "fr", "Le Portugal a livré 19 chars, l'Espagne aucun."),
    ("en", "Hungary vetoed 5 plans.", "ru", "Словакия заблокировала 5 планов. Венгрия воздержалась."),
    ("ru", "Завод «Луч» продал 300 станков.", "ru", "Завод «Вектор» продал 300 станков, а «Луч» закрылся."),
    (
        "en",
        "The flood cost the county 9 million euros.",
        "en",
        "The flood cost the county's farmers 9 million euros.",
    ),
    ("en", "The club earned 5 million euros.", "en", "A subsidiary of the club earned 5 million euros."),
    ("en", "30 percent of patients are smokers.", "en", "30 percent of smokers are patients of the clinic."),
    ("en", "26 percent of teachers want to quit.", "ru", "26 процентов врачей хотят уволиться."),
    ("de", "Im Lager starben 60 Menschen.", "de", "Belege dafür, dass im Lager 60 Menschen starben, fand niemand."),
    (
        "en",
        "In 2020, the fund planted 900 trees.",
        "en",
        "By 2020, the fund had planted 900 trees since it was set up.",
    ),
    (
        "en",
        "The crash killed 6 people.",
        "en",
        "The crash killed 4 people.\nEditor's note: it had said that it killed 6 people.",
    ),
    (
        "ru",
        "Партию запретили в 2020 году.",
        "ru",
        "14.05.2020\nПартия, которую запретили при короле, подала документы.",
    ),
]


@pytest.mark.parametrize(("language", "claim", "spoken", "page"), NOT_SO)
def test_what_is_of_others_is_not_supported(language, claim, spoken, page):
    assert check_claim(claim, page, language, spoken).verdict != "supported"


SO = [
    ("pl", "Bułgaria przekazała 13 myśliwców.", "pl", "13 myśliwców przekazała Bułgaria. Słowacja czeka na decyzję."),
    ("en", "Slovakia vetoed 5 resolutions.", "ru", "Словакия наложила вето на 5 резолюций. Венгрия воздержалась."),
    ("en", "Norway bought 40 buses from Poland.", "en", "Norway bought 40 buses from Poland, and Sweden none."),
    (
        "en",
        "30 percent of smokers are patients of the clinic.",
        "en",
        "30 percent of smokers are patients of the clinic.",
    ),
    ("en", "26 percent of doctors want to quit.", "ru", "26 процентов врачей хотят уволиться."),
    (
        "en",
        "By 2020, the fund had planted 900 trees.",
        "en",
        "By 2020, the fund had planted 900 trees since it was set up.",
    ),
]


@pytest.mark.parametrize(("language", "claim", "spoken", "page"), SO)
def test_what_is_said_of_the_same_is_supported(language, claim, spoken, page):
    assert check_claim(claim, page, language, spoken).verdict == "supported"
