import pytest

from factcheck.citations.dates import access_date, first_date
from factcheck.citations.references import is_work, read_reference
from factcheck.model import FootnoteKind, Reference


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Anna Berg (2021) How full is the store? ",
            "",
            Reference(("Anna Berg",), "How full is the store?", None, "2021"),
        ),
        (
            "For more information see Berg, A. and I. Novak (2021) ‘The winter’, Journal of Stores, available at ",
            "",
            Reference(("Berg, A.", "I. Novak"), "The winter", "Journal of Stores", "2021"),
        ),
        (
            "Berg, A. (2021) 'Talvia' New Political Nation? 2020 as Identity'. New Views, Vol. 2, No. 1, pp. 6–9. ",
            "",
            Reference(("Berg, A.",), "Talvia' New Political Nation? 2020 as Identity", "New Views", "2021"),
        ),
        (
            "Tass.example (4.11.2021). The doctrine says so ",
            "",
            Reference((), "The doctrine says so", "Tass.example", "2021-11-04"),
        ),
        ("IISEPS (2015) ", "", Reference(("IISEPS",), None, None, "2015")),
        (
            "The Formula of Popular Views: For X and Y (2017) ",
            "",
            Reference((), "The Formula of Popular Views: For X and Y", None, "2017"),
        ),
        (
            "Ministry of Energy (2021). Annual Report, p. 7. ",
            " (accessed 5 May 2022)",
            Reference(("Ministry of Energy",), "Annual Report", None, "2021", "2022-05-05"),
        ),
        (
            "Anna Berg, “A study”, Daily Press, 5 March 2020, ",
            "",
            Reference(("Anna Berg",), "A study", "Daily Press", "2020-03-05"),
        ),
        (
            "Иванов И. И. «О ценах». Вестник, № 3, ",
            "(дата обращения: 12.05.2021)",
            Reference(("Иванов И. И.",), "О ценах", "Вестник", None, "2021-05-12"),
        ),
        (
            "Nowak, J., Berg, A. (2019). Tytuł pracy. ",
            "(dostęp: 3 maja 2020)",
            Reference(("Nowak, J.", "Berg, A."), "Tytuł pracy", None, "2019", "2020-05-03"),
        ),
        (
            "Anna Berg, The Long Winter, Merrow: Harbour Press, 2016, ",
            "",
            Reference(("Anna Berg",), "The Long Winter", "Harbour Press", "2016"),
        ),
        ("", "", Reference()),
        ("Video is available at ", " (accessed January 27, 2022).", Reference(accessed="2022-01-27")),
    ],
)
def test_references_in_the_common_styles(before, after, expected):
    assert read_reference(before, after) == expected


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("5 May 2020", "2020-05-05"),
        ("May 5th, 2020", "2020-05-05"),
        ("12 мая 2021", "2021-05-12"),
        ("3 maja 2020", "2020-05-03"),
        ("3. März 2020", "2020-03-03"),
        ("1er avril 2020", "2020-04-01"),
        ("4.11.2021", "2021-11-04"),
        ("2021-11-04", "2021-11-04"),
        ("December 2019", "2019-12"),
        ("in 2015", "2015"),
        ("99.99.2015", "2015"),
        ("no date", None),
        ("call 2015-2016", None),
    ],
)
def test_dates(text, iso):
    assert first_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "accessed 5 May 2020",
        "(last accessed on 5 May 2020)",
        "дата обращения: 05.05.2020",
        "abgerufen am 5. Mai 2020",
        "consulté le 5 mai 2020",
        "Retrieved May 5, 2020",
    ],
)
def test_access_dates(text):
    assert access_date(text) == "2020-05-05"


@pytest.mark.parametrize(
    ("note", "work"),
    [
        ("Anna Berg, The Long Winter, Merrow: Harbour Press, 2016.", True),
        ("Berg, A. The Long Winter. ISBN 978-3-16-148410-0.", True),
        ("Berg, A., Prices, Journal of Stores, Vol. 2, No. 1, pp. 6–9.", True),
        ("Interview with an official, Merrow, 30 January 2020.", False),
        ("Anna Berg, Development in November 2019, newsletter, January 2020.", False),
        ("This cost some 9-10 billion dollars over a decade.", False),
    ],
)
def test_a_work_without_a_url_is_a_citation_only_where_a_library_finds_it(cite, note, work):
    assert is_work(note) is work
    found = cite(["One.1"], {"1": note})
    assert found.footnotes[0].kind is (FootnoteKind.CITATION if work else FootnoteKind.TEXT)
    assert [citation.url for citation in found.citations] == ([None] if work else [])
