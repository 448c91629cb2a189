"""HTML briefs: notes, markers, links and blocks of every export."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.html import read_html
from factcheck.documents.markup import lines_of, parse_html
from factcheck.errors import BriefError
from factcheck.model import BlockKind, LinkOrigin

URL = "https://ministry.example/reports/annual-2021.pdf"
NOTE = f'Ministry, <a href="{URL}">report</a>, p. 7.'
EXPORTS = {
    "word": f"""<p class=MsoNormal>Imports fell<a style='x' href="#_ftn1" name="_ftnref1" title=""><span
        class=MsoFootnoteReference><span>[1]</span></span></a> in 2020.</p><div><br clear=all><hr><div id=ftn1>
        <p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> {NOTE}</p></div></div>""",
    "google docs": f"""<p>Imports fell<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> in 2020.</p><hr><div><p><a
        href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;{NOTE}</span></p></div>""",
    "pandoc": f"""<p>Imports fell<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>
        in 2020.</p><section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>{NOTE}<a href="#fnref1"
        class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>""",
    "mediawiki": f"""<p>Imports fell<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>
        in 2020.</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1">
        <sup><i><b>a</b></i></sup></a></span> <span>{NOTE}</span></li></ol>""",
    "libreoffice": f"""<p>Imports fell<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup>
        </a>in 2020.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym"
        href="#sdfootnote1anc">1</a> {NOTE}</p></div>""",
    "mammoth": f"""<p>Imports fell<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> in 2020.</p><ol><li
        id="footnote-1"><p> {NOTE} <a href="#footnote-ref-1">↑</a></p></li></ol>""",
    "epub": f"""<p>Imports fell<a epub:type="noteref" href="#n1" id="r1">1</a> in 2020.</p><aside
        epub:type="footnote" id="n1"><p><a href="#r1">1.</a> {NOTE}</p></aside>""",
}


@pytest.mark.parametrize("source", EXPORTS.values(), ids=EXPORTS)
def test_the_note_the_marker_and_the_link_of_each_export_are_found(source):
    document = read_html(f"<html lang='en-GB'><title>Gas</title>{source}".encode())
    (note,), (marker,) = document.notes, document.markers
    block = document.blocks[marker.block].text.text
    assert (note.label, note.text.text, note.links) == ("1", "Ministry, report, p. 7.", (URL,))
    assert marker.label == "1"
    assert block[marker.start : marker.end].strip("[]") in ("1", "¹")
    assert f"{block[: marker.start]}{block[marker.end :]}" == "Imports fell in 2020."
    assert (document.title, document.language) == ("Gas", "en")


def test_notes_without_links_are_told_from_exponents():
    document = read_html(
        b"<p>In 2019<sup>1</sup> it was 1200 m<sup>2</sup>, he said.<sup>2</sup></p>"
        b"<p><sup>1</sup> First.<p><sup>2</sup>Two."
    )
    assert [(n.label, n.text.text) for n in document.notes] == [("1", "First."), ("2", "Two.")]
    assert [m.label for m in document.markers] == ["1", "2"]
    assert document.blocks[0].text.text == "In 2019¹ it was 1200 m², he said.²"


def test_a_marker_used_twice_points_to_one_note():
    document = read_html(
        b'<p>A<a href="#fn1" id="r1">1</a> b<a href="#fn1" id="r2">1</a></p>'
        b'<ol><li id=fn1>Note <a href="#r1">^</a></ol>'
    )
    assert len(document.notes) == 1
    assert [m.label for m in document.markers] == ["1", "1"]


def test_links_are_told_apart_and_lost_ones_kept():
    document = read_html(
        b'<p>See <a href="https://a.example/x">the report</a>, <a href="https://b.example/">https://b.example/</a>,'
        b' <a href="#">the decree</a> and <a href="mailto:x@y.example">mail</a>.'
    )
    assert [(link.url, link.text, link.origin) for link in document.links] == [
        ("https://a.example/x", "the report", LinkOrigin.INLINE),
        ("https://b.example/", "https://b.example/", LinkOrigin.AUTOLINK),
        (None, "the decree", LinkOrigin.LOST),
    ]
    for link in document.links:
        assert document.blocks[link.block].text.text[link.start : link.end] == link.text


def test_a_table_of_contents_is_no_list_of_notes():
    document = read_html(
        b"<ul><li><a href='#s1'>1</a><li><a href='#s2'>2</a></ul><h2 id=s1>One</h2>a<h2 id=s2>Two</h2>b"
    )
    assert document.notes == ()
    assert document.markers == ()


def test_navigation_and_forms_are_left_out_of_a_brief():
    document = read_html(
        b"<nav><a href=/>Home</a></nav><h1>Gas</h1><form>Search</form><p>Text</p><footer>Imprint</footer>"
    )
    assert [b.text.text for b in document.blocks] == ["Gas", "Text"]


@pytest.mark.parametrize("data", [b"", b"<!-- -->", b"<script>x</script>", b"<html></html>"])
def test_a_brief_without_text_is_refused_in_one_line(data):
    with pytest.raises(BriefError, match=r"holds no text"):
        read_html(data)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>1200<sup>3</sup> people", ["1200³ people"]),
        ("10<sup>6</sup> m<sup>2</sup>, the 19<sup>th</sup>, x<sup>[12]</sup>", ["10⁶ m², the 19th, x[12]"]),
        ("5<sup>a</sup> CO<sub>2</sub> 8<sub>10</sub>", ["5 a CO2 8₁₀"]),
        (
            "<table><tr><th>Gas<th>2019<tr><td>Imports<td>1 200<td>4.5 %</table>",
            ["Gas | 2019", "Imports | 1 200 | 4.5 %"],
        ),
        ("<table><tr><td rowspan=2>Gas<td>1<tr><td>2</table>", ["Gas | 1", "Gas | 2"]),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", ["a", "b | c"]),
        ("<table><tr><td>only</table>", ["only"]),
        ("one<br>two<br>Three<br><br>four", ["one two", "Three", "four"]),
        ("<b>W</b>ord <b>W</b><i>ord</i> in&shy;side", ["Word Word inside"]),
        ("<span>Price</span><span>100</span><span>Total</span>", ["Price 100 Total"]),
        ("<span>12</span><span>.5</span>", ["12.5"]),
        ("<p>a<noscript>kept 7</noscript><script>no</script><template>no</template><style>no</style>", ["a", "kept 7"]),
        ("<div hidden>folded 12</div>", ["folded 12"]),
        ("<pre>a  1\nb\t2</pre>", ["a  1", "b    2"]),
        ("<ul><li>x<ul><li>y</ul><li>z</ul>tail", ["x", "y", "z", "tail"]),
        ("<figure>p<figcaption>Fig. 1: 20 %</figcaption></figure>", ["p", "Fig. 1: 20 %"]),
        ("a&nbsp;1&nbsp;200", ["a\xa01\xa0200"]),
        ("</td></tr></table>stray<td>cell", ["stray", "cell"]),
    ],
)
def test_html_becomes_lines(source, expected):
    assert [line.text for line in lines_of(parse_html(f"<body>{source}"))] == expected


def test_kinds_and_levels_of_blocks():
    lines = lines_of(
        parse_html("<h2>H</h2><ul><li>a<ul><li>b</ul></ul><blockquote>q</blockquote><table><tr><td>1<td>2")
    )
    assert [(line.kind, line.level) for line in lines] == [
        (BlockKind.HEADING, 2),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTE, 0),
        (BlockKind.TABLE_ROW, 0),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "x",
        "<a href=x>" * 50_000,
        "<table><tr><td>" * 5_000,
        "<b><p>" * 20_000,
        "&#0;\x00" * 1000,
        "<" * 100_000,
    ],
    ids=["deep", "anchors", "tables", "misnested", "nulls", "open"],
)
def test_hostile_markup_is_walked_without_recursion(source):
    root = parse_html(source)
    assert root is None or isinstance(lines_of(root), list)


@pytest.mark.parametrize(
    "source",
    [
        "<font>" * 5_000 + "<p>Imports were 4.2 bcm.",
        "<a href=x><p>" * 3_000 + "Imports were 4.2 bcm.",
        "<div>" * 5_000 + "Imports were 4.2 bcm.",
    ],
    ids=["font", "anchors", "divs"],
)
def test_text_under_tags_that_are_never_closed_is_kept(source):
    assert lines_of(parse_html(source))[-1].text == "Imports were 4.2 bcm."


TAGS = st.sampled_from(
    [
        *"<p> </p> <sup> </sup> <table> </table> <tr> </tr> <br> <div> </div> </a> 1 [2] x".split(),
        *("<a href='#a'>", "<td rowspan=2>", "<li id=a>", " "),
    ]
)


@given(st.lists(TAGS, max_size=60).map("".join))
@settings(deadline=None, max_examples=200)
def test_all_offsets_point_into_the_text(source):
    try:
        document = read_html(source.encode())
    except BriefError:
        return
    for mapped in [b.text for b in document.blocks] + [n.text for n in document.notes]:
        span = mapped.span(0, len(mapped.text))
        assert document.text[span.start : span.end] == mapped.text
    for marker in document.markers:
        assert document.blocks[marker.block].text.text[marker.start : marker.end].strip()


def test_a_raised_number_that_links_down_is_a_marker_without_a_way_back():
    document = read_html(
        b'<p>Gas fell.<sup><a href="#n1" id="r1">1</a></sup> Oil rose.<sup><a href="#n2">2</a></sup></p>'
        b'<ol><li id="n1"><a href="https://a.example/">A</a> <a href="#r1">back</a></li>'
        b'<li id="n2"><a href="https://b.example/">B</a></li></ol>'
    )
    assert [(note.label, note.links) for note in document.notes] == [
        ("1", ("https://a.example/",)),
        ("2", ("https://b.example/",)),
    ]
    assert [marker.label for marker in document.markers] == ["1", "2"]


def test_comments_in_the_margin_are_no_notes_and_no_text():
    document = read_html(
        b"""<p>Imports fell<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> by 5%.<sup><a href="#cmnt1"
        id="cmnt_ref1">[a]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A report.</p></div>
        <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that so?</span></p></div>"""
    )
    assert [(note.label, note.text.text) for note in document.notes] == [("1", "A report.")]
    assert "so?" not in document.text
    assert "[a]" not in document.text


@pytest.mark.parametrize(
    "apart",
    [
        '<sup class="noprint Inline-Template">[<i><a href="/x">citation needed</a></i>]</sup>',
        '<span class="mw-editsection">[<a href="/w">edit</a>]</span>',
        '<a class="button primary" href="https://a.example/subscribe"><span>Subscribe now</span></a>',
    ],
)
def test_what_a_site_adds_inside_a_paragraph_is_none_of_it(apart):
    document = read_html(f"<p>Imports fell by 5%.{apart} They rose in May.</p>".encode())
    assert [block.text.text for block in document.blocks] == ["Imports fell by 5%. They rose in May."]
    assert document.links == ()


def test_links_to_the_bibliography_are_markers_of_its_entries():
    """As Pandoc and Quarto write author and year, with links of citations."""
    page = """<html><body>
      <p>Exports fell by 12% (<a href="#ref-berg2020" role="doc-biblioref">Berg 2020, 5</a>).<a href="#fn1"
        class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
      <div id="refs" role="list"><div id="ref-berg2020" class="csl-entry" role="listitem">Berg, Anna. 2020. <em>The
        Quay</em>. <a href="https://ports.example/quay">https://ports.example/quay</a>.</div></div>
      <section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>See <a href="#ref-berg2020"
        role="doc-biblioref">Berg 2020</a>, Table 3.<a href="#fnref1" role="doc-backlink">↩</a></p></li></ol></section>
      </body></html>"""
    document = read_html(page.encode())
    assert {note.label: (note.text.text, note.links) for note in document.notes} == {
        "@berg2020": ("Berg, Anna. 2020. The Quay. https://ports.example/quay.", ("https://ports.example/quay",)),
        "1": ("See Berg 2020, Table 3.", ()),
    }
    assert [marker.label for marker in document.markers] == ["@berg2020", "1"]
