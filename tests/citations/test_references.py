import pytest

from factcheck.citations.dates import access_date, first_date
from factcheck.citations.references import is_work, read_reference
from factcheck.model import FootnoteKind, Reference


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            '"The Ninth Fort". Archived from the original on 4 March 2016. Retrieved 12 May 2019.',
            "",
            Reference((), "The Ninth Fort", None, None, "2019-05-12"),
        ),
        (
            "Ministry of Ports, Monthly Bulletin, April 2024, p. 7, ",
            "",
            Reference(("Ministry of Ports",), "Monthly Bulletin", None, "2024-04"),
        ),
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


HOW = "How full is the store?"
STYLES = [
    # Chicago, notes and bibliography
    (
        "Berg, Anna. “How full is the store?” Daily Press, March 5, 2020. ",
        ("Berg, Anna",),
        HOW,
        "Daily Press",
        "2020-03-05",
    ),
    (
        "Anna Berg and Ivo Novak, The Long Winter: A History (Merrow: Harbour Press, 2016), 45–47, ",
        ("Anna Berg", "Ivo Novak"),
        "The Long Winter: A History",
        "Harbour Press",
        "2016",
    ),
    (
        "Anna Berg. 2020. “How full is the store?” Journal of Stores 12 (3): 45–67. ",
        ("Anna Berg",),
        HOW,
        "Journal of Stores",
        "2020",
    ),
    (
        "See Anna Berg et al., ‘Stores’, Journal of Stores 12, no. 3 (2020): 45–67, ",
        ("Anna Berg",),
        "Stores",
        "Journal of Stores",
        "2020",
    ),
    # APA, Harvard, Vancouver
    (
        "Berg, A., & Novak, I. (2020). How full is the store? Journal of Stores, 12(3), 45–67. ",
        ("Berg, A.", "Novak, I."),
        HOW,
        "Journal of Stores",
        "2020",
    ),
    ("Berg, A. (2020, March 5). How full is the store? Daily Press. ", ("Berg, A.",), HOW, "Daily Press", "2020-03-05"),
    (
        "World Bank (2020) World Report 2020. Washington, DC: World Bank. ",
        ("World Bank",),
        "World Report 2020",
        "World Bank",
        "2020",
    ),
    (
        "Berg A, Novak I. How full is the store? J Stores. 2020;12(3):45-67. ",
        ("Berg A", "Novak I"),
        HOW,
        "J Stores",
        "2020",
    ),
    ("A. Berg. How full is the store? Daily Press, 5 March 2020. ", ("A. Berg",), HOW, "Daily Press", "2020-03-05"),
    # GOST and its neighbours
    (
        "Иванов И. И. Полон ли склад? // Рассвет. – 2021. – № 5. – С. 12–15. – URL: ",
        ("Иванов И. И.",),
        "Полон ли склад?",
        "Рассвет",
        "2021",
    ),
    (
        "Иванов И.И., Петрова А.А. Долгая зима: история. М.: Гавань, 2016. С. 45. ",
        ("Иванов И.И.", "Петрова А.А."),
        "Долгая зима: история",
        "Гавань",
        "2016",
    ),
    (
        "Иванов И. И. Полон ли склад? [Электронный ресурс] // Вестник. 2021. № 5. URL: ",
        ("Иванов И. И.",),
        "Полон ли склад?",
        "Вестник",
        "2021",
    ),
    (
        "Кавалёў А. Ці поўная клець? // Світанак. 2021. 5 мая. С. 3. ",
        ("Кавалёў А.",),
        "Ці поўная клець?",
        "Світанак",
        "2021-05-05",
    ),
    (
        "Бондаренко О. Чи повна комора? Газета «Світанок». 2021. № 5. С. 12–15. URL: ",
        ("Бондаренко О.",),
        "Чи повна комора?",
        "Світанок",
        "2021",
    ),
    ("Газета «Рассвет», 5 мая 2021 г., ", (), None, "Рассвет", "2021-05-05"),
    ("Министр подписал указ // БЕЛТА, 05.05.2021. ", (), "Министр подписал указ", "БЕЛТА", "2021-05-05"),
    (
        "Министерство энергетики. Годовой отчёт за 2020 год. С. 7. ",
        ("Министерство энергетики",),
        "Годовой отчёт за 2020 год",
        None,
        "2020",
    ),
    ("«Полон ли склад?», Рассвет, 5 мая 2021, ", (), "Полон ли склад?", "Рассвет", "2021-05-05"),
    # German, French, Polish, Lithuanian
    (
        "Berg, Anna: Wie voll ist der Speicher?, in: Tagesblatt, 5. März 2020, S. 12 f., ",
        ("Berg, Anna",),
        "Wie voll ist der Speicher?",
        "Tagesblatt",
        "2020-03-05",
    ),
    (
        "Anna Berg, Der Speicher, in: Zeitschrift für Speicher 12 (2020), H. 3, S. 45–67, hier S. 50, ",
        ("Anna Berg",),
        "Der Speicher",
        "Zeitschrift für Speicher",
        "2020",
    ),
    (
        "Berg, Anna (2020): Der Speicher. In: Zeitschrift für Speicher, 12 (3), S. 45–67. ",
        ("Berg, Anna",),
        "Der Speicher",
        "Zeitschrift für Speicher",
        "2020",
    ),
    (
        "Vgl. Anna Berg, „Der Speicher“, Tagesblatt, 5.3.2020, ",
        ("Anna Berg",),
        "Der Speicher",
        "Tagesblatt",
        "2020-03-05",
    ),
    (
        "Anna Berg, « Le grenier est-il plein ? », Le Journal, 5 mars 2020, p. 12. ",
        ("Anna Berg",),
        "Le grenier est-il plein ?",
        "Le Journal",
        "2020-03-05",
    ),
    (
        "A. Berg, Le Long Hiver, Paris, Éditions du Port, 2016, p. 45. ",
        ("A. Berg",),
        "Le Long Hiver",
        "Éditions du Port",
        "2016",
    ),
    (
        "A. Berg, Jak pełny jest spichlerz?, „Dziennik”, 5 marca 2020, s. 12, ",
        ("A. Berg",),
        "Jak pełny jest spichlerz?",
        "Dziennik",
        "2020-03-05",
    ),
    ("Tygodnik „Spichlerz”, nr 5/2021, s. 12, ", (), None, "Spichlerz", None),
    (
        "A. Bergas. Ar pilna klėtis? Dienraštis. 2020-03-05. Prieiga per internetą: ",
        ("A. Bergas",),
        "Ar pilna klėtis?",
        "Dienraštis",
        "2020-03-05",
    ),
    ("„Ar pilna klėtis?“, Dienraštis, 2020 m. kovo 5 d., ", (), "Ar pilna klėtis?", "Dienraštis", "2020-03-05"),
    # without an author; papers of bodies
    ("How full is the store?, Reuters, 5 March 2020, ", (), HOW, "Reuters", "2020-03-05"),
    (
        "UN Security Council, Resolution 1234 (2020), S/RES/1234, 5 March 2020, para. 12, ",
        ("UN Security Council",),
        "Resolution 1234",
        None,
        "2020-03-05",
    ),
    (
        "Statistics Office of Lind, Annual Yearbook 2020 (Merrow, 2021), Table 3, ",
        ("Statistics Office of Lind",),
        "Annual Yearbook 2020",
        None,
        "2021",
    ),
    ("Interview with Anna Berg, Merrow, 5 March 2020. ", (), None, None, "2020-03-05"),
    (
        "Anna Berg (@aberg), “The store is full,” Twitter, March 5, 2020, ",
        ("Anna Berg",),
        "The store is full",
        "Twitter",
        "2020-03-05",
    ),
    (
        "Anna Berg, ‘How Full?’ The Merrow Times (Lind, 5 March 2020) ",
        ("Anna Berg",),
        "How Full?",
        "The Merrow Times",
        "2020-03-05",
    ),
    (
        "Vgl. Anna Berg: Der leere Speicher. Lind: Hafenverlag 2016, ",
        ("Anna Berg",),
        "Der leere Speicher",
        "Hafenverlag",
        "2016",
    ),
    ("A. Berg, I. Nowak, Puste spichlerze, Lind 2016, ", ("A. Berg", "I. Nowak"), "Puste spichlerze", "Lind", "2016"),
    (
        "Dlaczego spichlerz jest pusty, „Dziennik”, 5 marca 2020 r., ",
        (),
        "Dlaczego spichlerz jest pusty",
        "Dziennik",
        "2020-03-05",
    ),
    ("Чаму склад стаіць пусты, «Весці», 5 сакавіка 2020 г., ", (), "Чаму склад стаіць пусты", "Весці", "2020-03-05"),
    ("Berg, A. (2016). Full stores (2nd ed.). Harbour Press. ", ("Berg, A.",), "Full stores", "Harbour Press", "2016"),
]


@pytest.mark.parametrize(("note", "authors", "title", "publisher", "published"), STYLES)
def test_styles(note, authors, title, publisher, published):
    found = read_reference(note)
    assert (found.authors, found.title, found.publisher, found.published) == (authors, title, publisher, published)


@pytest.mark.parametrize(
    "tail",
    [
        " (дата обращения: 05.05.2020).",
        " (дата звернення: 05.05.2020).",
        " [žiūrėta 2020-05-05].",
        " [dostęp 5.05.2020]",
    ],
)
def test_access_dates_after_a_url(tail):
    assert read_reference("Иванов И. И. Полон ли склад? // Рассвет. URL: ", tail).accessed == "2020-05-05"


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
        ("2021. 5 мая", "2021-05-05"),
        ("2020 m. kovo 5 d.", "2020-03-05"),
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
