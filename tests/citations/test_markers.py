import pytest

from factcheck.model import BlockKind, FootnoteKind, Marker


def printed(brief_or_paragraphs, found):
    return [(marker.label, brief_or_paragraphs[marker.block][: marker.start][-6:]) for marker in found.markers]


@pytest.mark.parametrize(
    "text",
    [
        "It says it would1, and so on.",
        "They fear a gap.1 The rest follows.",
        "He fights anywhere.”1 By then it was late.",
        "They trust the RGF1. Even so.",
        "It came soon after.1. Then nothing.",
        "In the information space1 people live.",
        "It was so in 2020.1 The next year it was not.",
        "It is held in 2020.”1 In spring.",
        "The share (1.3% of GDP)1, is small.",
        "As the Ministry said. 1 While others waited.",
        "They called it Belarus” 1. Nobody came.",
        "They took it altogether” 1: it was gone.",
        "A claim [1] in brackets.",
        "A claim¹ in small type.",
        "Why is that normal?”.1 In fact it is.",
        "Lithuania’s.1 Hence more.",
        "It is “sharp power”1 – and so on.",
    ],
)
def test_a_marker_is_found_wherever_it_is_printed(cite, text):
    found = cite([text], {"1": "https://example.org/a"})
    assert [marker.label for marker in found.markers] == ["1"]
    marker = found.markers[0]
    assert text[marker.start : marker.end] in {"1", "[1]", "¹"}
    assert found.footnotes[0].markers == (marker,)


@pytest.mark.parametrize(
    "text",
    [
        "The S-1 and the T-1 were sold.",
        "See Fig.1 and no.1 of the series.",
        "Prices rose by 2.1 per cent.",
        "The MiG-1 flew in 2001.",
        "Ukraine 2.1 was a slogan.",
        "It cost 1 million. On 1 May it was over.",
        "The A1 road and the G1 group.",
        "1. The first point",
        "The room is 3 m² in size.",
        "It was at 12:1 or 1/1.",
    ],
)
def test_a_number_that_is_no_marker(cite, text):
    assert cite([text], {"1": "https://example.org/a"}).markers == ()


def test_without_notes_there_are_no_markers(cite):
    found = cite(["It says so.1 And so.2"], {})
    assert (found.markers, found.footnotes) == ((), ())


def test_the_ascending_sequence_decides(cite):
    text = "Spending was 63.9% in Fall 2020.1 In 2016.2 the army had T-3 tanks3, and S-4 missiles.4 Covid-5 came.5"
    found = cite([text], {str(number): "Text of a note." for number in range(1, 6)})
    assert [marker.label for marker in found.markers] == ["1", "2", "3", "4", "5"]
    assert [text[marker.start - 1] for marker in found.markers] == [".", ".", "s", ".", "."]


def test_a_marker_whose_note_is_lost_is_missing(cite):
    found = cite(
        ["One thing.1 Another thing.2 A third thing.3 The end.4"], {"1": "https://example.org/a", "4": "Text."}
    )
    kinds = {note.label: note.kind for note in found.footnotes}
    assert kinds == {
        "1": FootnoteKind.CITATION,
        "2": FootnoteKind.MISSING,
        "3": FootnoteKind.MISSING,
        "4": FootnoteKind.TEXT,
    }
    assert [note.label for note in found.footnotes if note.markers] == ["1", "2", "3", "4"]


def test_a_note_without_a_marker_is_unreferenced(cite):
    found = cite(["One thing.1 The end.3"], {"1": "Text.", "2": "Text.", "3": "Text."})
    assert [note.markers == () for note in found.footnotes] == [False, True, False]


def test_a_marker_out_of_order_is_found_where_it_is_the_only_one(cite):
    body = ["A caption (see below).3", "One thing.1 Two things.2 Four things.4"]
    found = cite(body, {str(number): "Text." for number in range(1, 5)})
    assert sorted(marker.label for marker in found.markers) == ["1", "2", "3", "4"]
    assert [marker.block for marker in found.markers] == [0, 1, 1, 1]


def test_numbers_in_brackets_may_repeat(cite):
    found = cite(["One [1] and two [2] and one again [1]."], {"1": "Text.", "2": "Text."})
    assert [marker.label for marker in found.markers] == ["1", "2", "1"]


def test_the_formats_own_markers_are_taken_as_they_are(cite):
    marker = Marker("1", 0, 8, 12)
    found = cite(["So it is[^1] in 20202."], {"1": "Text."}, markers=[marker], media_type="text/markdown")
    assert found.markers == (marker,)


def test_a_marker_of_the_format_without_a_note_is_missing(cite):
    found = cite(["So it is[^x]."], {}, markers=[Marker("x", 0, 8, 12)], media_type="text/markdown")
    assert [(note.label, note.kind) for note in found.footnotes] == [("x", FootnoteKind.MISSING)]


def test_a_number_in_a_heading_gives_way_to_one_in_the_text(cite):
    found = cite([(BlockKind.HEADING, "What is new.1"), "It is said here.1 More."], {"1": "Text."})
    assert [marker.block for marker in found.markers] == [1]


def test_footnotes_stand_in_the_order_of_their_labels(cite):
    found = cite(["One.1 Two.2 Ten.10"], [("10", "Text."), ("2", "Text."), ("1", "Text.")])
    assert [note.label for note in found.footnotes] == ["1", "2", "10"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("As two reports say.1,2 A third denies it.3", ["1", "2", "3"]),
        ("As two reports say [1, 2] and a third [3].", ["1", "2", "3"]),
        ("As two reports say.1, 2 A third denies it.3", ["1", "2", "3"]),
        ("It rose by 1,2 per cent.1 And fell.2 At last.3", ["1", "2", "3"]),
        ("An area of 12 km2 is enough.1 And 5 m3 too.2 So it is.3", ["1", "2", "3"]),
    ],
)
def test_several_markers_at_one_place(cite, text, labels):
    found = cite([text], {str(number): "Text." for number in range(1, 4)})
    assert [marker.label for marker in found.markers] == labels
    # Each takes what stands before the next one, so that nothing is left of a list.
    assert all(text[marker.start : marker.end].strip("[], ") == marker.label for marker in found.markers)
    assert text[found.markers[0].start - 1] in {".", "[", "y", " "}


def test_a_marker_after_a_year_that_counts_on_from_the_last_note_tells_of_a_lost_note(cite):
    found = cite(["One.1 Two.2 It shall be so before the year 2030.3"], {"1": "Text.", "2": "Text."})
    assert [(note.label, note.kind) for note in found.footnotes][2:] == [("3", FootnoteKind.MISSING)]


def test_a_decimal_that_does_not_count_on_is_no_marker(cite):
    found = cite(["One.1 Two.2 It was so in release 2030.7 of it."], {"1": "Text.", "2": "Text."})
    assert [note.label for note in found.footnotes] == ["1", "2"]
