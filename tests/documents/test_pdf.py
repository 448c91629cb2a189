"""PDFs read by the child process: places, labels, links, raised digits, and one clear reason for each refusal."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.documents import pdf as pdf_module
from factcheck.documents import pdf_child, pdf_segments, pdf_words, read_document
from factcheck.documents.pdf import PdfError, extract_pdf, read_pdf
from factcheck.errors import PageError
from factcheck.model import LinkOrigin


def test_a_brief_has_its_lines_page_starts_and_links(maker):
    data = maker.pdf(
        [
            [
                maker.Text(72, 700, "Imports fell to 4.2 bcm."),
                maker.Text(72, 680, "See https://m.example/a."),
                maker.Link(72, 676, 300, 694, "https://m.example/annual.pdf"),
            ],
            [maker.Text(72, 700, "Second page")],
        ],
        title="Gas",
        language="en-GB",
    )
    document = read_pdf(data)
    assert (document.title, document.language, document.media_type) == ("Gas", "en", "application/pdf")
    assert document.text.splitlines()[:2] == ["Imports fell to 4.2 bcm.", "See https://m.example/a."]
    assert document.text[document.page_starts[1] :].startswith("Second page")
    (link,) = document.links
    assert (link.url, link.text, link.origin, link.page) == (
        "https://m.example/annual.pdf",
        "See https://m.example/a.",
        LinkOrigin.LISTED,
        1,
    )


def test_page_labels_are_those_printed(maker):
    pages = [[maker.Text(72, 700, "words")] for _ in range(3)]
    labelled = extract_pdf(maker.pdf(pages, labels="0 <</S /r>> 2 <</S /D>>"))
    assert [page.label for page in labelled.pages] == ["i", "ii", "1"]
    assert [page.label for page in extract_pdf(maker.pdf(pages)).pages] == ["1", "2", "3"]


@pytest.mark.parametrize("size", [7, 10])
def test_a_raised_digit_is_no_digit_of_the_figure(maker, size):
    page = [
        maker.Text(72, 700, "It was 1200", 12),
        maker.Text(134.1, 704, "3", size),
        maker.Text(142, 700, "in 2020.", 12),
    ]
    (line,) = extract_pdf(maker.pdf([page])).pages[0].lines
    assert line.text == "It was 1200³ in 2020."


def test_cells_of_a_row_are_set_apart(maker):
    page = [
        maker.Text(72, 700, "Imports"),
        maker.Text(200, 700, "196"),
        maker.Text(240, 700, "373"),
        maker.Text(270, 700, "1 898"),
    ]
    (line,) = extract_pdf(maker.pdf([page])).pages[0].lines
    assert line.text == "Imports | 196 | 373 | 1 898"


@pytest.mark.parametrize(
    ("data", "signal"),
    [
        (b"", "pdf_broken"),
        (b"%PDF-1.7\n", "pdf_broken"),
        (b"no pdf", "pdf_broken"),
        (b"%PDF-1.4" + bytes(2000), "pdf_broken"),
    ],
)
def test_a_broken_file_is_refused_in_one_line(data, signal):
    with pytest.raises(PageError, match=r"\A[^\n]+\Z") as caught:
        read_pdf(data)
    assert caught.value.signal == signal


def test_the_child_answers_in_its_own_process_as_in_ours(maker):
    words = [maker.Text(72, 700, "In 1200", 12), maker.Text(113, 705, "3", 7), maker.Text(72, 680, "next line", 12)]
    data = maker.pdf([words, []], title="Gas", language="pl")
    answer = pdf_child.read(data, 1000)
    assert [line[0] for line in answer["pages"][0]["lines"]] == ["In 1200³", "next line"]
    assert answer["pages"][1]["pictures"] is False
    assert (answer["title"], answer["language"]) == ("Gas", "pl")
    assert pdf_child.read(data, 3) == {"problem": "too_large"}
    assert pdf_child.read(b"", 3) == {"problem": "broken"}


@pytest.mark.parametrize(
    ("first", "end", "turn"),
    [
        ((0, 0, 5, 10), (20, 0, 25, 10), 0),
        ((0, 0, 10, 5), (0, 20, 10, 25), 1),
        ((20, 0, 25, 10), (0, 0, 5, 10), 2),
        ((0, 20, 10, 25), (0, 0, 10, 5), 3),
    ],
)
def test_a_turned_word_is_read_as_if_the_page_were_turned(first, end, turn):
    assert pdf_segments.quarter_turns(first, end) == turn
    begin, last = pdf_segments.as_turned(first, turn), pdf_segments.as_turned(end, turn)
    assert last[0] > begin[0]
    assert begin[1] == last[1]


@pytest.mark.parametrize(
    ("left", "right", "gap", "sign"),
    [
        ("a", "b", 1.5, " "),
        ("a", "b", 3.0, " | "),
        ("a", "1", 0.5, " "),
        ("a", "1", 1.2, " | "),
        ("1", "2", 0.3, " "),
        ("1", "2", 0.6, " | "),
    ],
)
def test_figures_are_kept_apart_sooner_than_words(left, right, gap, sign):
    assert pdf_segments.gap_sign(left, right, gap) == sign


def test_a_page_without_text_is_told_from_a_broken_file(maker):
    with pytest.raises(PdfError) as caught:
        extract_pdf(maker.pdf([[]]))
    assert caught.value.signal == "pdf_empty"


def test_a_child_that_takes_too_long_is_stopped(maker, monkeypatch):
    monkeypatch.setattr(pdf_module, "_WALL_PER_CPU", 0.0)
    with pytest.raises(PdfError) as caught:
        extract_pdf(maker.pdf([[maker.Text(72, 700, "words")]]))
    assert caught.value.signal == "pdf_too_costly"


def test_a_child_that_takes_too_much_memory_is_stopped(maker, monkeypatch):
    monkeypatch.setattr(pdf_module, "_MEMORY_BYTES", 1)
    with pytest.raises(PdfError) as caught:
        extract_pdf(maker.pdf([[maker.Text(72, 700, "words")]]))
    assert caught.value.signal == "pdf_too_costly"


def test_a_text_without_end_is_stopped(maker, monkeypatch):
    monkeypatch.setattr(pdf_module, "MAX_CHARACTERS", 3)
    with pytest.raises(PdfError) as caught:
        extract_pdf(maker.pdf([[maker.Text(72, 700, "words")]]))
    assert caught.value.signal == "pdf_too_costly"


def test_locked_and_hostile_files_end_with_a_page_or_one_reason(shared):
    files = [*(shared / "corpora" / "pdf-broken").glob("*.pdf"), *(shared / "corpora" / "pdfjs-hard").rglob("*.pdf")]
    assert files
    refusals = [refusal for file in files if (refusal := _refusal(file.read_bytes()))]
    assert all("\n" not in str(refusal) for refusal in refusals)
    assert sum(refusal.signal == "pdf_locked" for refusal in refusals) >= 20


def _refusal(data):
    try:
        extract_pdf(data)
    except PdfError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Of\x1cce \x10five\x11 o\x1bered", "Office “five” offered"),
        ("a\x1erm the\x1dow 1990\x152000", "affirm theflow 1990–2000"),
        ("the o\x0ece o\x0bers \x0cve", "the office offers five"),
        ("ﬁve ﬂags", "five flags"),
    ],
)
def test_ligatures_and_marks_of_tex_are_letters(printed, text):
    word = pdf_words.with_letters(printed)
    assert len(word) == len(printed)
    assert pdf_words.plain(word) == text


def test_a_short_page_with_one_wrapped_sentence_has_it_in_one_paragraph(maker):
    """Three broken lines show how a plain text is set; a printed one needs one."""
    printed = [
        "Harbour papers",
        "",
        "The council paid for the lamps, and the pilots",
        "were not asked.",
        "",
        "Merrow, May",
    ]
    page = [maker.Text(72, 700 - 14 * n, words) for n, words in enumerate(printed) if words]
    brief = lay_out(read_document(maker.pdf([page])), "b.pdf", "0" * 64)
    assert "The council paid for the lamps, and the pilots were not asked." in [b.text.text for b in brief.blocks]


def test_the_rectangles_of_a_link_are_read_in_the_order_of_its_words(maker):
    url = "https://example.org/quay"
    lines = ["See Lind, The price of a quiet", "quay, pages 12 and 13."]
    page = [maker.Text(72, 700 - 14 * n, words) for n, words in enumerate(lines)]
    page += [maker.Link(72, 683, 100, 697, url), maker.Link(120, 698, 230, 712, url)]
    words = [link.text for link in read_pdf(maker.pdf([page])).links]
    assert [text.split()[-1].rstrip(",") for text in words] == ["quiet", "quay"]
