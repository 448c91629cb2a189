import pytest

from factcheck import check_claim
from factcheck.evidence.contrasts import contrast


@pytest.mark.parametrize(
    ("claim", "clause", "other"),
    [
        ("Gas imports fell to 4.2 bcm.", "Gas exports fell to 4.2 bcm", "exports"),
        ("Импорт упал до 4,2 млрд.", "Экспорт упал до 4,2 млрд", "Экспорт"),
        ("Gas imports fell to 4.2 bcm.", "Экспорт газа упал до 4,2 млрд", "Экспорт"),
        ("40 percent of men smoke.", "40 percent of women smoke", "women"),
        ("The average wage was 1,250.", "The minimum wage was 1,250", "minimum"),
        ("The bridge was opened in 2019.", "The bridge was closed in 2019", "closed"),
        ("Trade in the first quarter was 12.5.", "Trade in the third quarter was 12.5", "third quarter"),
        ("They earn 23 percent less.", "They earn 23 percent more", "more"),
        ("Wages rose 5 percent year on year.", "Wages rose 5 percent month on month", "month on month"),
        ("Die Einfuhren stiegen um 5 Prozent.", "Die Ausfuhren stiegen um 5 Prozent", "Ausfuhren"),
        ("Gas imports fell to 4.2 bcm.", "Imports and exports of gas fell to 4.2 bcm", None),
        ("Gas imports fell to 4.2 bcm.", "the figure was 4.2 bcm", None),
        ("«Северсталь» набрала 64 очка.", "Команда с юга набрала 64 очка", None),
        ("The citizens paid 5 euros.", "5 euros in the villages", None),
    ],
)
def test_a_clause_with_the_other_word_of_a_pair_speaks_of_something_else(claim, clause, other):
    assert contrast(claim, 0, len(claim), clause) == other


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Gas imports fell to 4.2 bcm in 2021.", "Gas exports fell to 4.2 bcm in 2021."),
        ("Some 1,200 people were arrested in the city of Velmar.", "Some 1,200 people were arrested in Torvik."),
        ("The debt is 30 percent of GDP.", "The deficit is 30 percent of GDP."),
        ("40 percent of rural residents trust it.", "40 percent of urban residents trust it."),
    ],
)
def test_an_equal_figure_of_something_else_is_left_to_a_person(claim, page):
    figure = next(f for f in check_claim(claim, page, "en", "en").figures if f.text[0].isdigit())
    assert (figure.verdict.value, figure.rule) == ("unchecked", "said_differently")
