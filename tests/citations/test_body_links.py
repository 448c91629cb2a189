import pytest

from factcheck.model import BlockKind, Link, LinkOrigin

HEADING = BlockKind.HEADING


def linked(paragraphs, block, words, url, origin=LinkOrigin.INLINE):
    text = paragraphs[block][1] if isinstance(paragraphs[block], tuple) else paragraphs[block]
    start = text.index(words)
    return Link(url, words, origin, block, start, start + len(words))


def body(cite, paragraphs, links, **details):
    details.setdefault("media_type", "text/markdown")
    return cite(paragraphs, {}, links=links, **details)


def test_a_link_in_the_text_is_a_citation_without_a_footnote(cite):
    paragraphs = ["Prices rose, as the yearbook shows."]
    found = body(cite, paragraphs, [linked(paragraphs, 0, "yearbook", "https://example.org/yearbook")])
    (citation,) = found.citations
    assert (citation.id, citation.footnote, citation.url, citation.raw_url) == (
        "b1",
        None,
        "https://example.org/yearbook",
        "yearbook",
    )
    assert citation.link == linked(paragraphs, 0, "yearbook", "https://example.org/yearbook")


@pytest.mark.parametrize(
    "url",
    [
        "mailto:desk@example.org",
        "#top",
        "javascript:void(0)",
        "ftp://example.org/x",
        "/about",
    ],
)
def test_what_cannot_be_requested_is_no_citation(cite, url):
    paragraphs = ["Prices rose, as the yearbook shows."]
    assert body(cite, paragraphs, [linked(paragraphs, 0, "yearbook", url)]).citations == ()


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Contacts", "The office is at https://example.org/office today."),
        ("Visit us / Contact us:", "https://example.org/"),
        ("Контакты", "https://example.org/"),
        ("About the authors", "Anna Berg writes at https://example.org/berg on prices."),
        ("Prices", "Web: https://example.org/"),
        ("Prices", "W: https://example.org/"),
        ("Prices", "Twitter: https://twitter.com/office"),
        ("Prices", "https://www.facebook.com/groups/5715/"),
    ],
)
def test_contact_is_no_citation(cite, heading, line):
    assert body(cite, [(HEADING, heading), line], []).citations == ()


@pytest.mark.parametrize(
    "line",
    [
        "He said so at https://twitter.com/office/status/123456.",
        "The channel https://www.youtube.com/watch?v=abc shows the speech.",
        "Its page https://twitter.com/office has been silent since the elections, as was noticed by many people.",
    ],
)
def test_a_post_is_a_source(cite, line):
    assert len(body(cite, [(HEADING, "Prices"), line], []).citations) == 1


def test_a_contact_section_ends_with_the_next_heading(cite):
    paragraphs = [(HEADING, "Contact"), "https://example.org/", (HEADING, "Prices"), "See https://example.org/prices."]
    assert [citation.url for citation in body(cite, paragraphs, []).citations] == ["https://example.org/prices"]


def test_a_list_of_sources_names_what_it_links(cite):
    paragraphs = [
        (HEADING, "Sources"),
        "Berg, A. (2020). The Winter. https://example.org/winter (accessed 5 May 2021), p. 4",
    ]
    (citation,) = body(cite, paragraphs, []).citations
    assert citation.reference.authors == ("Berg, A.",)
    assert citation.reference.title == "The Winter"
    assert citation.reference.accessed == "2021-05-05"
    assert [place.label for place in citation.locators] == ["p. 4"]


def test_a_url_printed_and_linked_is_one_citation(cite):
    paragraphs = ["See https://example.org/a and www.example.org/b now."]
    links = [linked(paragraphs, 0, "https://example.org/a", "https://example.org/a", LinkOrigin.AUTOLINK)]
    urls = [citation.url for citation in body(cite, paragraphs, links).citations]
    assert urls == ["https://example.org/a", "http://www.example.org/b"]


def test_a_url_of_extracted_text_is_read_from_its_lines():
    from factcheck.citations import find_citations
    from factcheck.model import Block, Brief, MappedText

    source = "See https://example.org/annual-\n\nreport/2020 for more."
    joined = MappedText("See https://example.org/annualreport/2020 for more.", (0, 30), (0, 33))
    assert source[33:].startswith("report")
    brief = Brief(
        "b.txt", "0" * 64, "text/plain", None, "en", source, (Block(BlockKind.PARAGRAPH, joined),), (), (), ()
    )
    (citation,) = find_citations(brief).citations
    assert citation.url == "https://example.org/annual-report/2020"
    assert citation.raw_url == "https://example.org/annual-\nreport/2020"
    assert citation.link is not None
    assert joined.text[citation.link.start : citation.link.end] == "https://example.org/annualreport/2020"


def test_lost_links_are_listed_at_their_place_in_the_file(cite):
    paragraphs = ["First paragraph.", "As the meeting in Lind showed."]
    lost = Link(None, "meeting in Lind", LinkOrigin.LOST, 1, 7, 22)
    found = body(cite, paragraphs, [lost])
    assert found.citations == ()
    (link,) = found.lost_links
    assert (link.text, link.end - link.start) == ("meeting in Lind", 15)
    assert link.start == len("First paragraph.") + 2 + 7


def row(*words):
    text = " | ".join(words)
    return text, [
        Link(
            f"https://example.org/{word.lower()}",
            word,
            LinkOrigin.INLINE,
            0,
            text.index(word),
            text.index(word) + len(word),
        )
        for word in words
    ]


@pytest.mark.parametrize(
    ("paragraphs", "words", "url"),
    [
        (["Read also: Another story of prices"], "Another story of prices", "https://example.org/other"),
        (["Читайте также: Цены выросли"], "Цены выросли", "https://example.org/other"),
        (["The Office"], "The Office", "https://example.org/"),
    ],
)
def test_navigation_is_no_citation(cite, paragraphs, words, url):
    assert body(cite, paragraphs, [linked(paragraphs, 0, words, url)]).citations == ()


def test_a_row_of_links_is_a_menu_and_two_are_not(cite):
    text, links = row("Home", "About", "Contact")
    assert body(cite, [text], links).citations == ()
    text, links = row("Report", "Annex")
    assert len(body(cite, [text], links).citations) == 2


def test_the_same_in_a_list_of_sources_cites(cite):
    text, links = row("Yearbook", "Census", "Survey")
    moved = [Link(link.url, link.text, link.origin, 1, link.start, link.end) for link in links]
    assert len(body(cite, [(HEADING, "Sources"), text], moved).citations) == 3


def test_a_printed_address_whose_link_lacks_a_scheme_is_read_from_the_print(cite):
    paragraphs = ["See www.example.org/b now."]
    links = [linked(paragraphs, 0, "www.example.org/b", "www.example.org/b", LinkOrigin.AUTOLINK)]
    assert [citation.url for citation in body(cite, paragraphs, links).citations] == ["http://www.example.org/b"]


@pytest.mark.parametrize(
    "url", ["https://twitter.com/share?url=x", "https://t.me/share/url?url=x", "https://wa.me/?text=x"]
)
def test_share_buttons_are_no_citations(cite, url):
    paragraphs = ["Prices rose, as the yearbook shows."]
    assert body(cite, paragraphs, [linked(paragraphs, 0, "yearbook", url)]).citations == ()
