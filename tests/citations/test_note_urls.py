import pytest

from factcheck.model import FootnoteKind, Repair


@pytest.mark.parametrize(
    ("note", "urls"),
    [
        ("https://example.org/a", ["https://example.org/a"]),
        ("12https://example.org/a", ["https://example.org/a"]),
        ("See https://example.org/a, and http://example.net/b.", ["https://example.org/a", "http://example.net/b"]),
        ("https://example.org/a.pdf;https://example.net/b", ["https://example.org/a.pdf", "https://example.net/b"]),
        ("(see https://example.org/a_(b)).", ["https://example.org/a_(b)"]),
        ("[https://example.org/a]; more", ["https://example.org/a"]),
        ("“https://example.org/a”", ["https://example.org/a"]),
        ("<https://example.org/a>.", ["https://example.org/a"]),
        ("https://example.org/a,1,2.html", ["https://example.org/a,1,2.html"]),
        ("https://example.org/a?x=1&y=2#part", ["https://example.org/a?x=1&y=2#part"]),
        ("www.example.org/a", ["http://www.example.org/a"]),
        ("50www.example.org", ["http://www.example.org"]),
        ("example.org/reports/2020", ["http://example.org/reports/2020"]),
        ("doi:10.1000/abc.12", ["https://doi.org/10.1000/abc.12"]),
        ("DOI: 10.1000/abc.12.", ["https://doi.org/10.1000/abc.12"]),
        ("https://dx.doi.org/10.1000/abc", ["https://dx.doi.org/10.1000/abc"]),
        ("https://doi.org/10.1000/abc. doi:10.1000/ABC", ["https://doi.org/10.1000/abc"]),
        ("Journal, 10.1000/abc", ["https://doi.org/10.1000/abc"]),
        (r"https://example.org/a\_b", ["https://example.org/a_b"]),
        ("https://пример.рф/статья-1", ["https://пример.рф/статья-1"]),
        ("https://example.org/%D1%8B", ["https://example.org/%D1%8B"]),
        (
            "https://archive.example/web/2020/https://example.org/a",
            ["https://archive.example/web/2020/https://example.org/a"],
        ),
        ("https://example.org/go?to=https://example.net/", ["https://example.org/go?to=https://example.net/"]),
        ("HTTPS://EXAMPLE.ORG/A", ["HTTPS://EXAMPLE.ORG/A"]),
        ("https://example.org/a?b=en\u21a9\ufe0e", ["https://example.org/a?b=en"]),
        ("Report, https://example.org/a/.↩︎", ["https://example.org/a/"]),
        ("https://example.org/a ⤴", ["https://example.org/a"]),
    ],
)
def test_urls_on_one_line(urls_of, note, urls):
    assert urls_of(note) == urls


@pytest.mark.parametrize(
    "note",
    [
        "Tass.ru (4.11.2021). The doctrine.",
        "Interview with an official, Merrow, 30 January 2020.",
        "mailto:desk@example.org",
        "desk@example.org/office",
        "and/or, km/h, 24/7, Naviny.by/Tut.by",
        "https://",
        "http://localhost/x",
        "ftp://example.org/file",
        "See file 10.1000 and version 2.10.1000/3.",
    ],
)
def test_what_is_no_url(urls_of, note):
    assert urls_of(note) == []


@pytest.mark.parametrize(
    ("note", "url", "repair"),
    [
        (
            "https://example.org/a?q=%D0%-\nBE",
            "https://example.org/a?q=%D0%BE",
            Repair("dropped_layout_hyphen", "percent escape"),
        ),
        (
            "https://example.org/2013-04-\n29/trade",
            "https://example.org/2013-04-29/trade",
            Repair("kept_hyphen", "a date"),
        ),
        (
            "https://example.org/publica-\ntions/x",
            "https://example.org/publications/x",
            Repair("dropped_layout_hyphen", "one known word"),
        ),
        (
            "https://example.org/annual-\nreport",
            "https://example.org/annual-report",
            Repair("kept_hyphen", "two known words"),
        ),
        ("https://exam-\nple.org/x", "https://example.org/x", Repair("dropped_layout_hyphen", "one known word")),
        (
            "https://example.org/plans-for-a-\nbase",
            "https://example.org/plans-for-a-base",
            Repair("kept_hyphen", "no word is parted after or before a single letter"),
        ),
        (
            "https://example.org/strate-\ngiceurope/1",
            "https://example.org/strategiceurope/1",
            Repair("dropped_layout_hyphen", "a known word across the hyphen"),
        ),
        (
            "https://example.org/qwzxvu-\nxqkwz.pdf",
            "https://example.org/qwzxvuxqkwz.pdf",
            Repair("dropped_layout_hyphen", "no other hyphen in the path segment"),
        ),
        (
            "https://example.org/doi/10.1000/1468\n-2346.1",
            "https://example.org/doi/10.1000/1468-2346.1",
            Repair("joined_line", "no hyphen at the line end"),
        ),
        (
            "https://example.org/a/096681\n36.2014.899769; p. 5",
            "https://example.org/a/09668136.2014.899769",
            Repair("joined_line", "no hyphen at the line end"),
        ),
        ("https\n://example.org/a/b", "https://example.org/a/b", None),
        ("https://\nexample.org/a/b", "https://example.org/a/b", None),
        (
            "https://example.org/?t=eyJpZCI6IjEyMzQ1Njc4OTAxMjM0-\nNTY3ODkwIiwibmFtZSI6ImFiYyJ9",
            "https://example.org/?t=eyJpZCI6IjEyMzQ1Njc4OTAxMjM0NTY3ODkwIiwibmFtZSI6ImFiYyJ9",
            Repair("dropped_layout_hyphen", "base64 token"),
        ),
    ],
)
def test_urls_broken_over_lines(cite, note, url, repair):
    found = cite(["Text.1"], {"1": note})
    citation = found.citations[0]
    assert citation.url == url
    assert repair is None or repair in citation.repairs
    assert citation.raw_url
    assert citation.raw_url in note


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("https://example.org/a\nAccessed 5 May 2020.", "https://example.org/a"),
        ("https://example.org/a,\np. 5.", "https://example.org/a"),
        ("https://example.org/a\nhttps://example.net/b", "https://example.org/a"),
        ("https://example.org/a\nwww.example.net/b", "https://example.org/a"),
        ("https://example.org/a\nand the same again in a later report", "https://example.org/a"),
    ],
)
def test_a_line_end_that_ends_the_url(urls_of, note, url):
    assert urls_of(note)[0] == url


def test_in_a_format_with_links_a_line_end_always_ends_the_url(urls_of):
    assert urls_of("https://example.org/a-\nb", media_type="text/markdown") == ["https://example.org/a-"]


LINES = ["The prices rose, the ministry", "says, and nobody believed it,", "as the paper wrote on the", "next day.1"]


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("https://example.org/a/som\nething of it", "https://example.org/a/something"),
        ("https://example.org/a/som \nething of it", "https://example.org/a/som"),
    ],
)
def test_where_lines_keep_their_blanks_a_line_without_one_runs_on(cite, note, url):
    assert [each.url for each in cite(LINES, {"1": note}, trailing_blanks=True).citations] == [url]


def test_where_lines_keep_their_blanks_a_note_without_one_is_cut_off(cite):
    notes = [("1", "https://example.org/a/1042 "), ("2", "https://example.org/a/1043"), ("3", "https://example.org/b ")]
    found = cite([*LINES, "Two.2 Three.3"], notes, trailing_blanks=True)
    assert [note.kind.value for note in found.footnotes] == ["citation", "truncated", "citation"]


def test_a_link_annotation_outranks_words(cite):
    url = "https://example.org/special-inter-est/gess"
    found = cite(["Text.1"], {"1": "https://example.org/special-inter-\nest/gess"}, listed=[url])
    assert found.citations[0].url == url
    assert found.citations[0].repairs == (Repair("kept_hyphen", "link annotation"),)


def test_an_annotation_gives_back_a_hyphen_that_the_break_lost(cite):
    url = "https://example.org/one-two"
    found = cite(LINES, {"1": "https://example.org/one\ntwo"}, listed=[url], trailing_blanks=True)
    assert found.citations[0].url == url
    assert found.citations[0].repairs == (Repair("restored_hyphen", "link annotation"),)


def test_an_annotation_of_the_first_line_only_is_not_the_url(cite):
    listed = ["https://example.org/special-"]
    found = cite(["Text.1"], {"1": "https://example.org/special-\nreport/2020"}, listed=listed)
    assert found.citations[0].url == "https://example.org/special-report/2020"


def test_the_same_url_whole_in_another_note_is_evidence(cite):
    notes = {"1": "https://example.org/qwz-xqk/a, p. 3.", "2": "https://example.org/qwz-\nxqk/a, p. 4."}
    found = cite(["One.1 Two.2"], notes)
    assert [citation.url for citation in found.citations] == ["https://example.org/qwz-xqk/a"] * 2
    assert Repair("kept_hyphen", "the same URL elsewhere in the document") in found.citations[1].repairs


def test_a_shared_beginning_in_another_note_is_evidence(cite):
    notes = {"1": "https://example.org/qwzxqk/archive/one, p. 3.", "2": "https://example.org/qwz-\nxqk/two, p. 4."}
    found = cite(["One.1 Two.2"], notes)
    assert found.citations[1].url == "https://example.org/qwzxqk/two"
    assert found.citations[1].repairs[0] == Repair(
        "dropped_layout_hyphen", "the same beginning elsewhere in the document"
    )


def test_what_words_alone_decide_stays_open_and_the_printed_form_comes_first(cite):
    found = cite(["Text.1"], {"1": "https://example.org/qwzxvu-\nxqkwz/blorp-\ngrunz"})
    citation = found.citations[0]
    assert citation.url == "https://example.org/qwzxvuxqkwz/blorpgrunz"
    assert citation.alternative_urls == (
        "https://example.org/qwzxvu-xqkwz/blorp-grunz",
        "https://example.org/qwzxvu-xqkwz/blorpgrunz",
        "https://example.org/qwzxvuxqkwz/blorp-grunz",
    )


def test_a_url_that_ends_in_a_line_end_hyphen_is_truncated_and_not_guessed_at(cite):
    found = cite(
        ["One.1 Two.2"], {"1": "https://example.org/reports/annual-", "2": "https://example.org/reports/annual-report"}
    )
    assert found.footnotes[0].kind is FootnoteKind.TRUNCATED
    assert found.citations[0].url is None
    assert found.citations[0].raw_url == "https://example.org/reports/annual-"
    assert found.footnotes[1].kind is FootnoteKind.CITATION


def test_the_formats_own_link_is_the_url(cite):
    notes = {
        "1": ("The yearbook, p. 4.", ("https://example.org/yearbook",)),
        "2": (r"https://example.org/a\_b", ("https://example.org/a_b",)),
    }
    found = cite(["One.1 Two.2"], notes, media_type="text/markdown")
    assert [citation.url for citation in found.citations] == ["https://example.org/yearbook", "https://example.org/a_b"]


def test_links_of_a_note_that_are_no_web_pages_are_no_citations(cite):
    found = cite(["One.1"], {"1": ("Write to the desk.", ("mailto:desk@example.org", "#top"))}, media_type="text/html")
    assert found.citations == ()
    assert found.footnotes[0].kind is FootnoteKind.TEXT


def test_every_change_is_recorded(cite):
    found = cite(["One.1"], {"1": "https://example.org/a.pdf;https://example.net/b)."})
    kinds = [[repair.kind for repair in citation.repairs] for citation in found.citations]
    assert kinds == [["trimmed_punctuation"], ["split_glued", "trimmed_punctuation"]]
