import pytest

from factcheck.citations.locators import find_locators


def labels(text, *, after_url):
    return [placed.locator.label for placed in find_locators(text, after_url=after_url)]


@pytest.mark.parametrize(
    ("tail", "kind", "label"),
    [
        ("; p. 568", "page", "p. 568"),
        (", cf. p. 23-25.", "page", "p. 23-25"),
        (", pp. 17–18.", "page", "pp. 17–18"),
        (", p.\n25.", "page", "p. 25"),
        (" , p. 306.", "page", "p. 306"),
        ("; p. 181-2", "page", "p. 181-2"),
        (", pp. 3 and 7", "page", "pp. 3 and 7"),
        (", pages 3 to 5", "page", "pages 3 to 5"),
        (", p. iv", "page", "p. iv"),
        (", с. 12–14", "page", "с. 12–14"),
        (", стр. 5", "page", "стр. 5"),
        (", s. 12", "page", "s. 12"),
        (", S. 12 ff", "page", "S. 12 ff"),
        (", Table 3", "table", "Table 3"),
        (", Table A.3b.", "table", "Table A.3b"),
        (", табл. 2", "table", "табл. 2"),
        (", Abb. 4", "figure", "Abb. 4"),
        (", Figure 2.1", "figure", "Figure 2.1"),
        (", § 12", "section", "§ 12"),
        (", §§ 12–14", "section", "§§ 12–14"),
        (", гл. 3", "chapter", "гл. 3"),
        (", rozdz. 3", "chapter", "rozdz. 3"),
        (", para. 5", "paragraph", "para. 5"),
        (", ст. 5", "article", "ст. 5"),
        (", Art. 5", "article", "Art. 5"),
        (", Annex B", "annex", "Annex B"),
        (", slide 5", "slide", "slide 5"),
        (", 00:14:05", "time", "00:14:05"),
        (", at 14:05", "time", "14:05"),
        (", S. 12 ff.", "page", "S. 12 ff."),
        (", стар. 5", "page", "стар. 5"),
        (", puslapis 5", "page", "puslapis 5"),
        (", с. 12, 15, 18", "page", "с. 12, 15, 18"),
        (", Tables 3 and 4", "table", "Tables 3 and 4"),
        (", Table 3, 2020", "table", "Table 3"),
        (", Figs. 2–3", "figure", "Figs. 2–3"),
        (", slides 4–6", "slide", "slides 4–6"),
        (", section 4(2)", "section", "section 4(2)"),
        (", Annex II", "annex", "Annex II"),
        (", прил. 2", "annex", "прил. 2"),
        (", chap. 3", "chapter", "chap. 3"),
        (", гл. IV", "chapter", "гл. IV"),
        (", Part II", "part", "Part II"),
        (", recital 5", "recital", "recital 5"),
        (", box 3", "box", "box 3"),
        (", map 3", "map", "map 3"),
        (", sheet 2", "sheet", "sheet 2"),
        (", lines 5-10", "line", "lines 5-10"),
    ],
)
def test_places_after_a_url(tail, kind, label):
    (placed,) = find_locators(tail, after_url=True)
    assert (placed.locator.kind, placed.locator.label) == (kind, label)
    assert " ".join(tail[placed.start : placed.end].split()).endswith(label)


@pytest.mark.parametrize(
    "before",
    [
        "Journal of Prices, Vol. 29, No. 1, pp. 69–79. ",
        "Journal of Prices, 59(4), pp. 69–79, ",
        "Вестник, № 3, с. 12–20, ",
        "In J. Smith (ed.), The Book (London: Press, 2010), pp. 12–34, ",
        "The alliance and Article 5 explained, ",
        "Table 3: Population by district, ",
        "Chapter 3 of the story ",
        "U. S. 5 plan, ",
        "at 5 p.m. 3 people ",
    ],
)
def test_what_is_no_place_before_a_url(before):
    assert labels(before, after_url=False) == []


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Smith, The Book, 2010, p. 12, ", ["p. 12"]),
        ("Smith, The Book, 2010, pp. 12–13, ", ["pp. 12–13"]),
        ("Journal, Vol. 29, No. 1, pp. 69–79, here p. 71. ", ["p. 71"]),
        ("Statistics Office (as above), Table 3, ", ["Table 3"]),
        ("Energy Act, § 12, ", ["§ 12"]),
        ("The Treaty, Art. 8 para. 2, ", ["Art. 8", "para. 2"]),
    ],
)
def test_places_before_a_url(before, expected):
    assert labels(before, after_url=False) == expected


@pytest.mark.parametrize(
    "tail", [" (accessed 5 May 2020, 14:05)", " (accessed on 5 May 2020 at 14:05)", ", p. 5.3", ", fn. 12"]
)
def test_what_is_no_place_after_a_url(tail):
    assert labels(tail, after_url=True) == []


def test_each_url_of_a_note_has_its_own_places(cite):
    found = cite(["One.1"], {"1": "https://example.org/a, p. 3; Smith, p. 4, https://example.net/b, Table 2."})
    assert [[place.label for place in each.locators] for each in found.citations] == [["p. 3"], ["p. 4", "Table 2"]]


def test_a_place_right_after_a_url_is_that_urls(cite):
    found = cite(["One.1"], {"1": "https://example.org/a, p. 3, https://example.net/b"})
    assert [[place.label for place in each.locators] for each in found.citations] == [["p. 3"], []]
