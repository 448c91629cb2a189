import pytest

from factcheck.claims import find_claims
from factcheck.model import (
    Apparatus,
    Block,
    BlockKind,
    Brief,
    Citation,
    Link,
    LinkOrigin,
    MappedText,
    Marker,
)


def brief(*texts, kinds=None, language="en"):
    origin, blocks = 0, []
    for index, text in enumerate(texts):
        kind = (kinds or {}).get(index, BlockKind.PARAGRAPH)
        blocks.append(Block(kind, MappedText(text, (0,), (origin,))))
        origin += len(text) + 2
    whole = "\n\n".join(texts)
    return Brief("b.md", "0" * 64, "text/markdown", None, language, whole, tuple(blocks), (), (), ())


def marked(text, *labels, block=0):
    """Markers where ``{label}`` stands in the text; gives the text as printed and the markers."""
    markers = []
    for label in labels:
        start = text.index("{" + label + "}")
        text = text.replace("{" + label + "}", label, 1)
        markers.append(Marker(label, block, start, start + len(label)))
    return text, tuple(markers)


def claims_of(text, *labels):
    printed, markers = marked(text, *labels)
    return find_claims(brief(printed), Apparatus(markers, (), ()))


def test_a_sentence_becomes_a_claim_without_its_marker_and_keeps_its_place_in_the_file():
    (claim,) = claims_of("Nothing here. Imports fell by 12 percent in May.{7} Nothing there.", "7")
    assert claim.text == "Imports fell by 12 percent in May."
    assert (claim.start, claim.end) == (14, 48)
    assert claim.footnotes == ("7",)
    assert claim.markers == (("7", 34),)
    assert claim.id == "k1"
    assert claim.context == "Nothing here."


@pytest.mark.parametrize(
    "first",
    [
        "Wydano ok. 4,5 mld zł.{3}",
        "Зарплата составила 2 500 руб.{3}",
        "It cost 5 million roubles a yr.{3}",
        "To 2 tys.{3}",
    ],
)
def test_a_marker_after_a_stop_ends_the_sentence_whatever_stands_before_it(first):
    claim = next(c for c in claims_of(first + " “Po” tym było 7 osób. Też 8 z 9.", "3") if c.footnotes)
    assert claim.text == first.removesuffix("{3}")


def test_a_marker_after_a_stop_and_before_a_small_letter_ends_nothing():
    (claim,) = claims_of("The firm spent 5 mln.{3} euros on it.", "3")
    assert claim.text == "The firm spent 5 mln. euros on it."


@pytest.mark.parametrize(
    ("printed", "labels", "text"),
    [
        ("It cost 5 million euros in 2020.{152} So", ("152",), "It cost 5 million euros in 2020."),
        ("It cost 5 million euros soon after.{87}. So", ("87",), "It cost 5 million euros soon after."),
        ("It cost 5 million euros, they hoped it would{39}, and more.", ("39",), None),
        ("It cost 5 million euros, says the Ministry. {6} So", ("6",), None),
        (
            "It cost 5 million euros, “a lot of our money”{67}. So",
            ("67",),
            "It cost 5 million euros, “a lot of our money”.",
        ),
        ("It cost 5 million euros in their information space{97} which grows.", ("97",), None),
    ],
)
def test_markers_are_cut_however_they_are_glued(printed, labels, text):
    claim = next(c for c in claims_of(printed, *labels) if c.footnotes)
    assert claim.footnotes == labels
    assert labels[0] not in claim.text
    assert "  " not in claim.text
    if text is not None:
        assert claim.text == text


def test_a_figure_rests_on_the_next_marker_and_after_the_last_on_the_last():
    (claim,) = claims_of("They sent 400 tanks{1} and 30 jets{2} within 6 days.", "1", "2")
    assert [(f.quantity.low, f.footnotes) for f in claim.figures] == [(400, ("1",)), (30, ("2",)), (6, ("2",))]


def test_a_quotation_rests_on_its_own_marker():
    (claim,) = claims_of("It grew to level 400{1} and became “the first of its kind”, he said.{2}", "1", "2")
    assert claim.quotations[0].footnotes == ("2",)


def test_a_sentence_without_a_marker_is_a_claim_without_footnotes():
    (claim,) = claims_of("Exports rose by 12 percent. It was cold.")
    assert claim.footnotes == ()
    assert claim.figures[0].footnotes == ()


def test_a_sentence_with_only_a_marker_is_a_claim_too():
    (claim,) = claims_of("It was very cold then.{4} So they say.", "4")
    assert claim.text == "It was very cold then."
    assert claim.figures == ()


def test_sentences_inside_one_quotation_stay_together():
    (claim,) = claims_of("He said “I am done. I will sell 5 ships now.” Nobody cared.{3}", "3")[:1]
    assert claim.text == "He said “I am done. I will sell 5 ships now.”"
    assert claim.quotations[0].quotation.text == "I am done. I will sell 5 ships now."


def test_a_heading_gives_the_section_and_no_claim():
    found = find_claims(
        brief("The 2024 problem", "Exports rose by 12 percent.", kinds={0: BlockKind.HEADING}), Apparatus((), (), ())
    )
    assert [(c.section, c.text) for c in found] == [("The 2024 problem", "Exports rose by 12 percent.")]


def test_a_link_in_a_sentence_is_one_of_its_sources():
    text = "The ministry says that 12 percent left. Others say 15 percent."
    link = Link("https://a.example/x", "ministry", LinkOrigin.INLINE, 0, 4, 12)
    citation = Citation("b1", None, "https://a.example/x", "https://a.example/x", link=link)
    found = find_claims(brief(text), Apparatus((), (), (citation,)))
    assert [c.links for c in found] == [("b1",), ()]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Im Jahr 2020 ist der Export um 12 Prozent gestiegen und die Einfuhr um 3 Prozent nicht.", "de"),
        ("A. Novak, B. Dvorak, C. Svoboda, D. Cerny, E. Vesely, F. Horak, G. Nemec and 12 others.", "en"),
        ("Exports rose by 12 percent.", "en"),
    ],
)
def test_a_claim_is_read_in_its_own_language_where_that_can_be_told(text, language):
    (claim,) = find_claims(brief(text, language="en"), Apparatus((), (), ()))[-1:]
    assert claim.language == language


def test_a_lone_number_is_no_figure_and_keeps_its_marker():
    (claim,) = claims_of("1.{7}", "7")
    assert (claim.figures, claim.footnotes) == ((), ("7",))
    assert claims_of("1.") == ()
