"""What holds for every brief, however hostile: no error, ids that are unique, places that slice back to the print."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.citations import find_citations
from factcheck.citations.printed import find_runs, trim_end
from factcheck.urls import request_url

PIECES = st.sampled_from(
    [
        "https://",
        "http://",
        "www.",
        "example.org",
        "/",
        "-",
        "-\n",
        "\n",
        " ",
        ".",
        ",",
        ";",
        ")",
        "(",
        "a",
        "report",
        "1",
        "12",
        "2020",
        "doi:",
        "10.1000/",
        "%D0",
        "%",
        "p. ",
        "pp. 3–4",
        "Ibid.",
        "op. cit.",
        "note 1",
        "“",
        "”",
        "‘",
        "Berg, A.",
        "(2020)",
        "é",
        "ы",
        "\\_",
        "Vol. 2",
        "Table 3",
        "[1]",
        "¹",
        "accessed 5 May 2020",
        "\u00a0",
        "\t",
        "eyJpZCI6",
        "?t=",
        "#x",
        "&",
    ]
)
TEXT = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@settings(deadline=None, max_examples=150)
@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=6), st.lists(TEXT, max_size=2))
def test_any_brief_has_an_apparatus(make_brief_of, paragraphs, notes, listed):
    brief = make_brief_of(paragraphs, {str(number): note for number, note in enumerate(notes, start=1)}, listed=listed)
    found = find_citations(brief)
    ids = [citation.id for citation in found.citations]
    assert len(ids) == len(set(ids))
    assert {label for note in found.footnotes for label in [note.label]} >= {note.label for note in brief.notes}
    assert [each for note in found.footnotes for each in note.citations] == [
        c.id for c in found.citations if c.footnote
    ]
    for marker in found.markers:
        assert brief.blocks[marker.block].text.text[marker.start : marker.end]
    for citation in found.citations:
        assert citation.url is None or request_url(citation.url) is not None
        assert len(citation.alternative_urls) <= 3
        assert citation.url not in citation.alternative_urls


@settings(deadline=None, max_examples=200)
@given(TEXT)
def test_runs_slice_back_to_their_text(text):
    for run in find_runs(text):
        for piece in run.pieces:
            assert text[piece.start : piece.end] == piece.text
            assert not any(character.isspace() for character in piece.text)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="a/.,;:!?()[]'", max_size=30))
def test_trimming_twice_is_trimming_once(text):
    once = trim_end(text)
    assert text.startswith(once)
    assert trim_end(once) == once


def test_a_long_hostile_note_is_read(make_brief):
    hostile = [
        "https://" * 5000,
        "https://example.org/" + "abc-\n" * 5000,
        "www." * 5000,
        "a." * 9000,
        "(" * 9000,
        "p. 1, " * 5000,
    ]
    hostile += [
        "https://example.org/" + ")" * 9000,
        "https://example.org/?t=" + "eyJpZCI6-\n" * 900,
        "“" * 9000,
        "h\n" * 9000 + "ttps://a.org/",
    ]
    brief = make_brief(["One.1 " * 500], {str(number): note for number, note in enumerate(hostile, start=1)})
    assert len(find_citations(brief).footnotes) >= len(hostile)
