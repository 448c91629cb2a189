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
        "Berg (n 1) 9",
        "Див. прим. 1, с. 5",
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


@pytest.mark.parametrize(
    "note",
    [
        "Cf. ibid., p. 7",
        "См. там же, с. 7",
        "Ср.: Там же. С. 5",
        "Vgl. ebd., S. 7",
        "Там само. С. 5",
        "Тамсама, с. 5",
        "Там жа, с. 5",
        "Loc. cit.",
        "Op. cit., p. 5",
        "Указ. соч. С. 5",
        "Dz. cyt., s. 5",
        "Idem, p. 5",
        "As above",
        "The same.",
    ],
)
def test_more_words_for_the_source_just_cited(cite, note):
    assert cited(cite, FIRST, SECOND, note).citations[2].url == "https://example.org/summer"


@pytest.mark.parametrize(
    "note",
    [
        "Op. cit. note 1, p. 5",
        "Berg (Fn. 1), S. 5",
        "Berg (wie Anm. 1), S. 5",
        "Див. примітку 1",
        "Por. przypis 1, s. 4",
        "Berg, précité, p. 5",
        "Berg, The Long Winter, p. 9.",
        "Berg, Winter, p. 9.",
    ],
)
def test_more_words_for_an_earlier_source(cite, note):
    assert cited(cite, FIRST, SECOND, note).citations[2].url == "https://example.org/winter"


@pytest.mark.parametrize(
    "note",
    ["Idem, Other Winters, Merrow 2021.", "Same author, p. 5", "Berg and Novak, p. 5", "Berg disagrees, Winter says."],
)
def test_the_same_author_is_not_the_same_source(cite, note):
    assert [each.url for each in cited(cite, FIRST, SECOND, note).citations[2:]] in ([], [None])


def test_one_of_several_sources_is_not_guessed_at(cite):
    found = cited(cite, f"{FIRST}; {SECOND}", "Ibid., p. 4")
    (citation,) = found.citations[2:]
    assert (citation.url, citation.footnote) == (None, "2")
    assert [(repair.kind, repair.evidence) for repair in citation.repairs] == [
        ("ambiguous", "Ibid. after note 1, which has 2 sources")
    ]
    assert [place.label for place in citation.locators] == ["p. 4"]


def test_of_several_sources_of_a_note_a_name_tells_which(cite):
    found = cited(cite, f"{FIRST}; {SECOND}", "Novak, op. cit., p. 4", "Berg, supra note 1, p. 5")
    assert [each.url for each in found.citations[2:]] == ["https://example.org/summer", "https://example.org/winter"]


def test_a_note_that_names_another_means_all_its_sources(cite):
    found = cited(cite, f"{FIRST}; {SECOND}", "See note 1 above.")
    assert [(each.id, each.url) for each in found.citations[2:]] == [
        ("c2a", "https://example.org/winter"),
        ("c2b", "https://example.org/summer"),
    ]


def test_one_source_cited_twice_in_a_note_is_one(cite):
    found = cited(cite, "https://example.org/a, p. 3; https://example.org/a, p. 4", "Ibid.")
    assert found.citations[-1].url == "https://example.org/a"


def test_a_title_cited_before_does_not_repeat_it_where_the_note_has_a_url(cite):
    found = cited(cite, FIRST, "Berg, A. (2020). The Long Winter, p. 4. https://example.org/winter")
    assert [each.id for each in found.citations] == ["c1a", "c2a"]


@pytest.mark.parametrize(
    ("labels", "meant"),
    [
        (("1", "i", "2"), 0),  # footnotes, and an endnote between
        (("1", "2", "3"), 1),
        (("*", "i", "1"), 1),  # the first of its series goes on with what stands before it
        (("1", "1 (p. 2)", "2"), 1),  # numbers that begin anew on each page are one series
    ],
)
def test_ibid_is_the_note_before_in_its_own_series(cite, labels, meant):
    notes = dict(zip(labels, (FIRST, SECOND, "Ibid., p. 9"), strict=True))
    found = cite(["Sentence."], notes)
    assert found.citations[2].url == found.citations[meant].url
