"""The clause of a figure: whose it is, what happened then, whether it is asked, lost, or the amount of a change."""

from __future__ import annotations

import pytest

from factcheck import check_claim

DIFFERENTLY = [
    (
        "The fund lost 40 million euros in bad loans.",
        "Did the fund lose 40 million euros in bad loans?\nAuditors found none.",
    ),
    ("Завод остановил 12 цехов.", "Правда ли, что завод остановил 12 цехов?\nВсе цеха работают, сказал директор."),
    (
        "The ministry hid 2,300 cases of the disease.",
        "Claim: the ministry hid 2,300 cases of the disease\nThey were published.",
    ),
    ("Das Rathaus ist 74 Meter hoch.", "Das Rathaus ist neu.\nAbb. 3: Der Kirchturm, 74 Meter hoch, vor der Sanierung"),
    ("The air force has 36 helicopters.", "The air force lost 36 helicopters in the first month of the war."),
    ("В армии 120 самолётов.", "Армия потеряла 120 самолётов за два года."),
    ("Gmina ma 14 autobusów.", "Gmina sprzedała 14 autobusów, bo nie było chętnych."),
    ("La ville compte 230 médecins.", "La ville a perdu 230 médecins en dix ans."),
    ("The factory in Torv closed in 2008.", "The factory in Torv was modernised in 2008 and closed after the war."),
    ("The opposition leader was arrested in 2020.", "The opposition leader ran in 2020. His arrest came a year later."),
    ("The Liberals won 27 seats.", "The Greens won 27 seats, the Liberals only a few."),
    ("Kowalski dostał 35 procent głosów.", "Nowak dostał 35 procent głosów, Kowalski przegrał."),
    ("Velm has 52 kindergartens.", "Velm and Torv together have 52 kindergartens."),
    ("40 percent of villages have no doctor.", "40 percent of doctors have no practice in villages."),
    ("Prices rose by 8 percent in Norland.", "Prices rose by 8 percent less in Norland than in Sudland."),
    ("Bilet kosztuje 4 złote.", "Bilet zdrożał o 4 złote."),
    ("Die Karte kostet 12 Euro.", "Die Karte wurde um 12 Euro teurer."),
    ("The trial took 14 months.", "The trial began 14 months after the arrest."),
    ("Суд длился 9 месяцев.", "Через 9 месяцев после ареста начался суд."),
    ("The court acquitted 8 men.", "The court convicted 8 men and acquitted nobody."),
    ("The company paid a fine of 8 million euros.", "The company faces a fine of 8 million euros."),
    ("The new train takes 3 hours to Velm.", "The new train takes 3 hours less to Velm than the old one."),
    ("Зарплата учителя — 300 рублей.", "Зарплата учителя выше на 300 рублей, чем у воспитателя."),
    ("Le parc compte 45 loups.", "Le parc a vu mourir 45 loups en un hiver."),
    ("Rząd sprzedał 30 procent akcji.", "Rząd rozważa sprzedaż 30 procent akcji."),
    ("The army has 36 helicopters.", "Армия потеряла 36 вертолётов в первый месяц войны."),
]
SUPPORTED = [
    (
        "Inflation slowed to 3.2 percent in June.",
        "In June prices were 3.2 percent higher than a year earlier; inflation slowed.",
    ),
    ("The glacier has shrunk by 40 percent.", "The glacier has lost 40 percent of its area."),
    ("The company was fined in 2019.", "In the summer of 2019, the company was fined by a court."),
    ("The book was published in 1994.", "Karin Holt published the book in 1994."),
    ("The club was founded in 1951.", "The club at a glance\nFounded: 1951\nMembers: 1,240"),
    (
        "The capital, Brask, has 640,112 residents.",
        "The capital, Brask, has 640,112 residents; the port of Lunde has fewer.",
    ),
    ("The army lost 36 helicopters.", "Армия потеряла 36 вертолётов в первый месяц войны."),
    ("The trial began 14 months after the arrest.", "The trial began 14 months after the arrest of the banker."),
]


@pytest.mark.parametrize(("claim", "page"), DIFFERENTLY)
def test_what_another_clause_says_is_left_to_a_person(claim, page):
    (figure,) = check_claim(claim, page).figures
    assert figure.rule == "said_differently", figure.explanation


@pytest.mark.parametrize(("claim", "page"), SUPPORTED)
def test_what_the_clause_says_is_supported(claim, page):
    assert {figure.verdict for figure in check_claim(claim, page).figures} == {"supported"}


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (
            'The mayor said that "the water is safe to drink".',
            'The mayor never said that "the water is safe to drink".',
        ),
        ("Генерал сказал: «мы не начинали эту войну».", "Генерал отрицает, что говорил «мы не начинали эту войну»."),
        (
            "Minister powiedział: „nie będzie podwyżek dla nauczycieli”.",
            "Minister zaprzecza, jakoby powiedział „nie będzie podwyżek dla nauczycieli”.",
        ),
    ],
)
def test_a_quotation_that_the_page_denies_is_left_to_a_person(claim, page):
    (quotation,) = check_claim(claim, page).quotations
    assert quotation.rule == "quoted_of_another"
    assert "denies" in quotation.explanation
