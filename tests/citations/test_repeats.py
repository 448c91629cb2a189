import pytest

FIRST = "Berg, A. (2020) The Long Winter. https://example.org/winter, p. 3"
SECOND = "Novak, I. (2021) Short Summers. https://example.org/summer"


def cited(cite, *notes):
    body = " ".join(f"Sentence.{number}" for number in range(1, len(notes) + 1))
    return cite([body], {str(number): note for number, note in enumerate(notes, start=1)})


@pytest.mark.parametrize(
    "note",
    [
        "Ibid.",
        "ibid., p. 5",
        "Ibidem",
        "Id.",
        "Same source.",
        "Same as above",
        "Там же, с. 5",
        "Tamże, s. 5.",
        "Ebd., S. 5",
        "Ebenda.",
        "Là-même",
        "Ten pat",
    ],
)
def test_the_source_just_cited(cite, note):
    found = cited(cite, FIRST, SECOND, note)
    assert found.citations[2].url == "https://example.org/summer"
    assert found.citations[2].repairs[0].kind == "ibid"
    assert found.citations[2].footnote == "3"
    assert found.footnotes[2].citations == (found.citations[2].id,)


@pytest.mark.parametrize(
    "note",
    [
        "Berg, op. cit., p. 9",
        "Berg, supra note 1, p. 9",
        "See note 1 above.",
        "Same as note 1",
        "Berg A. Указ. соч., с. 9",
        "Berg, dz. cyt., s. 9",
        "Siehe Fn. 1",
        "См. сноску 1",
        "Zob. przypis 1",
    ],
)
def test_an_earlier_source(cite, note):
    assert cited(cite, FIRST, SECOND, note).citations[2].url == "https://example.org/winter"


@pytest.mark.parametrize(
    "note",
    [
        "See the note of the ministry.",
        "Idaho is far away.",
        "Novikova, op. cit., p. 3",
        "See note 9 above.",
        "The office itself says so.",
    ],
)
def test_what_points_nowhere(cite, note):
    assert len(cited(cite, FIRST, SECOND, note).citations) == 2


def test_nothing_stands_before_the_first_note(cite):
    assert cited(cite, "Ibid.").citations == ()


def test_the_place_is_the_repeats_own(cite):
    repeated = cited(cite, FIRST, "Ibid., p. 7").citations[1]
    assert [place.label for place in repeated.locators] == ["p. 7"]
    assert repeated.reference.authors == ("Berg, A.",)


def test_a_note_with_a_url_of_its_own_points_nowhere(cite):
    assert cited(cite, FIRST, "Ibid., https://example.org/other").citations[1].url == "https://example.org/other"


def test_ids_are_unique_even_where_labels_are_not(cite):
    found = cite(
        ["One.1"],
        [
            ("1", "https://example.org/a https://example.org/b"),
            ("1", "https://example.org/c"),
            ("*", "https://example.org/d"),
        ],
    )
    assert [citation.id for citation in found.citations] == ["c1a", "c1b", "c1-2a", "c2aa"]


def test_a_note_may_repeat_a_source_and_add_another(cite):
    found = cited(cite, FIRST, "Ibid., p. 7; see also https://example.org/more, p. 2")
    assert [(each.id, each.url) for each in found.citations[1:]] == [
        ("c2a", "https://example.org/winter"),
        ("c2b", "https://example.org/more"),
    ]
    assert [[place.label for place in each.locators] for each in found.citations[1:]] == [["p. 7"], ["p. 2"]]


def test_links_whose_urls_are_not_printed_keep_their_order(cite):
    note = ("Ibid., p. 5; the report and https://example.org/b", ("https://example.org/a", "https://example.org/b"))
    found = cite(["One.1 Two.2"], {"1": FIRST, "2": note}, media_type="text/html")
    assert [each.url for each in found.citations[1:]] == [
        "https://example.org/winter",
        "https://example.org/a",
        "https://example.org/b",
    ]
