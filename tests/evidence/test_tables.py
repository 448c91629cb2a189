"""A figure in a table belongs to its row's label and to its column's header."""

import pytest

from factcheck.checks import check_against, check_claim
from factcheck.evidence.reading import read_page
from factcheck.model import CitedQuantity, Claim, VerdictKind
from factcheck.pages import page_from_text
from factcheck.quantities import find_quantities

HARBOURS = """Harbours of the Selk coast, cargo and ships

2019 | 2023
Cargo handled in Norrhavn, thousand tonnes | 4,870 | 5,310
Cargo handled in Vestby, thousand tonnes | 912 | 688
Dockers employed in Norrhavn | 1,245 | 1,102
"""
SIDE_BY_SIDE = """Visitors by country of origin, first and second half of the year

Country | Visitors | Country | Visitors
Norland | 412 | Estmark | 377
Estmark | 305 | Norland | 268
Wester Isles | 118 | Sudmark | 95
"""


def check(text, page, context=None, section=None):
    figures = tuple(CitedQuantity(quantity) for quantity in find_quantities(text, "en"))
    claim = Claim("k1", text, 0, len(text), 0, figures=figures, language="en", context=context, section=section)
    return {figure.text: figure for figure in check_against(claim, page_from_text(page, "en")).figures}


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("In 2019 Norrhavn employed 1,245 dockers.", "1,245", VerdictKind.SUPPORTED),
        ("In 2023 Norrhavn employed 1,102 dockers.", "1,102", VerdictKind.SUPPORTED),
        ("Norrhavn employed 1,102 dockers.", "1,102", VerdictKind.SUPPORTED),
        ("In 2023 Norrhavn employed 1,245 dockers.", "1,245", VerdictKind.MISMATCHED),
        ("In 2019 Norrhavn employed 1,102 dockers.", "1,102", VerdictKind.MISMATCHED),
    ],
)
def test_the_year_of_the_claim_chooses_the_column(text, figure, verdict):
    assert check(text, HARBOURS)[figure].verdict is verdict


def test_the_year_of_the_sentence_before_chooses_the_column():
    text = "Norrhavn employed 1,102 dockers."
    assert check(text, HARBOURS, context="The year 2019 was a hard one.")["1,102"].verdict is VerdictKind.MISMATCHED
    assert check(text, HARBOURS, section="The harbours in 2023")["1,102"].verdict is VerdictKind.SUPPORTED


@pytest.mark.parametrize(("said", "rival"), [("1,118", "1,102"), ("1,236", "1,245")])
def test_without_a_year_the_rival_is_the_closest_value_of_the_row(said, rival):
    assert check(f"Norrhavn employed {said} dockers.", HARBOURS)[said].rival.passage.exact == rival


def test_a_value_of_another_row_is_no_support():
    assert check("In 2023 Vestby handled 5,310 thousand tonnes of cargo.", HARBOURS)[
        "5,310 thousand tonnes"
    ].verdict is not (VerdictKind.SUPPORTED)


def test_every_cell_is_as_near_to_its_label_as_the_first():
    row = "Grain exports of Norland | 11 | 212 | 3,340 | 44.5 | 5,127"
    page = f"Exports of the northern states\nCoal exports of Estmark | 17 | 341 | 2,220 | 41.5 | 6,127\n{row}\n"
    assert check("Grain exports of Norland: 5,127.", page)["5,127"].verdict is VerdictKind.SUPPORTED


@pytest.mark.parametrize(("text", "figure"), [("Norland: 268.", "268"), ("Estmark: 377.", "377")])
def test_tables_side_by_side_have_a_label_in_the_middle(text, figure):
    assert check(text, SIDE_BY_SIDE)[figure].verdict is VerdictKind.SUPPORTED


def test_the_label_at_the_left_does_not_speak_for_the_table_at_the_right():
    assert check("Norland: 377.", SIDE_BY_SIDE)["377"].verdict is not VerdictKind.SUPPORTED


def test_a_header_one_cell_short_stands_over_the_last_columns():
    row = next(iter(sorted(read_page(page_from_text(HARBOURS, "en")).table_rows.items())))[1]
    assert row.header is None
    rows = [row for _, row in sorted(read_page(page_from_text(HARBOURS, "en")).table_rows.items())]
    assert [rows[1].years_of(index) for index in range(3)] == [frozenset(), {2019}, {2023}]


def test_a_line_of_very_many_cells_is_no_row():
    wide = "a | " + " | ".join(str(number) for number in range(20_000))
    assert read_page(page_from_text(wide, "en")).table_rows == {}
    assert check("In 2020 there were 17,000 of them.", wide) is not None


@pytest.mark.parametrize("text", [" | ", "a | | b", "| | |\n| |\n", "1 | 2\n3 | 4 | 5\n" * 40, "2020 | 2021\n" * 30])
def test_odd_tables_are_read(text):
    assert check("In 2020 there were 4 of them.", text) is not None


TRADE = """Trade of Norland by partner, billion euros

Partner | 2020 | 2021 | 2022
Estmark | 12.4 | 14.0 | 16.9
Sudmark | 7.7 | 6.1 | 5.2
"""
TRUST = """Respondents by trust, %
Trust | Men | Women | Over sixty
Government | 41.3 | 38.0 | 39.6
Courts | 55.1 | 52.8 | 53.9
"""


@pytest.mark.parametrize(
    ("text", "page", "figure", "verdict"),
    [
        ("In 2021 trade with Estmark reached 14.0 billion euros.", TRADE, "14.0 billion euros", VerdictKind.SUPPORTED),
        ("In 2022 trade with Estmark reached 14.0 billion euros.", TRADE, "14.0 billion euros", VerdictKind.MISMATCHED),
        ("Among women, 52.8% trust the courts.", TRUST, "52.8%", VerdictKind.SUPPORTED),
        ("Among men, 52.8% trust the courts.", TRUST, "52.8%", VerdictKind.MISMATCHED),
        ("The courts have the trust of 55.1% of men and 52.8% of women.", TRUST, "52.8%", VerdictKind.SUPPORTED),
    ],
)
def test_unit_of_the_caption_and_words_of_the_header(text, page, figure, verdict):
    assert check(text, page)[figure].verdict is verdict


def test_a_headline_that_ends_in_years_is_no_unit():
    page = "The highest prices in years\nGoods | Price\nBread of Norland | 31\nMilk of Norland | 17\n"
    assert {f.quantity.unit for f in read_page(page_from_text(page, "en")).figures} == {None}


def test_a_row_labelled_with_the_claims_words_and_no_more_is_meant():
    page = "Hospital | Patients\nOsmark children's hospital | 8,120\nOsmark hospital | 21,900"
    assert check("Osmark hospital treated 8,120 patients.", page)["8,120"].verdict is VerdictKind.MISMATCHED
    assert check("Osmark hospital treated 21,900 patients.", page)["21,900"].verdict is VerdictKind.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        (
            "В Карске в 2018 году было 77 школ.",
            "Число школ\nГород | 2017 | 2018\nКарск | 80 | 77\nВельм | 31 | 64",
            "supported",
        ),
        (
            "Karsk had 640 births in 2019.",
            "Births, 2019\nTown | Births | Deaths\nKarsk | 640 | 712\nVelm | 1,020 | 980",
            "supported",
        ),
        (
            "In 2018 Karsk had 80 schools.",
            "Number of schools\nTown | 2017 | 2018\nKarsk | 80 | 77\nVelm | 31 | 64",
            "not supported",
        ),
        (
            "In 2017 Karsk had 77 schools.",
            "Number of schools\nTown | 2017 | 2018\nKarsk | 80 | 77\nVelm | 31 | 64",
            "not supported",
        ),
        (
            "Karsk had 640 births in 2018.",
            "Births, 2019\nTown | Births | Deaths\nKarsk | 640 | 712\nVelm | 1,020 | 980",
            "not supported",
        ),
    ],
)
def test_year_over_the_cell_is_the_year_of_the_cell(claim, page, verdict):
    checked = check_claim(claim, page)
    year = next(found for found in checked.figures if found.quantity.kind == "year")
    if verdict == "supported":
        assert year.verdict == checked.verdict == "supported"
    else:
        assert checked.verdict != "supported"
