"""The forms in which notes are written: web pages of several makers, notes at the foot of pages, chapters, endnotes."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from factcheck.errors import BriefError
from factcheck.intake import read_brief

PORT, BOATS = "https://port.example/140", "https://boats.example/97"
WORD = """<html><body lang=EN-US><div class=WordSection1><p class=MsoNormal>Sund has 140 ships a year.<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if
!supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></a> It has 97 boats.<a
style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2" title=""><span
class=MsoFootnoteReference>[2]</span></a></p></div><div style='mso-element:footnote-list'><br clear=all><hr
align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a>
Port office, <a href="https://port.example/140">https://port.example/140</a></p></div><div
style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a style='mso-footnote-id:ftn2' href="#_ftnref2"
name="_ftn2" title=""><span class=MsoFootnoteReference>[2]</span></a> Boats office, https://boats.example/97
</p></div></div></body></html>"""
GOOGLE = """<html><body class="c5 doc-content"><p class="c1"><span>Sund has 140 ships a year.</span><sup><a
href="#ftnt1"
id="ftnt_ref1">[1]</a></sup><span> It has 97 boats.</span><sup><a href="#ftnt2"
id="ftnt_ref2">[2]</a></sup></p><hr><div>
<p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Port office, </span><a href="https://port.example/140">
https://port.example/140</a></p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span> Boats office,
https://boats.example/97</span></p></div></body></html>"""
WIKI = """<html><body><p>Sund has 140 ships a year.<sup id="cite_ref-1" class="reference"><a
href="#cite_note-1"><span>[</span>1<span>
]</span></a></sup> It has 97 boats.<sup id="cite_ref-boats_2-0" class="reference"><a
href="#cite_note-boats-2">[2]</a></sup>
It has 12 crews.<sup id="cite_ref-boats_2-1" class="reference"><a
href="#cite_note-boats-2">[2]</a></sup></p><h2>References</h2><ol
class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span
class="reference-text">Port office, <a class="external" href="https://port.example/140">Ships</a></span></li><li
id="cite_note-boats-2"><span class="mw-cite-backlink">^ <a href="#cite_ref-boats_2-0"><sup><i><b>a</b></i></sup></a>
<a
href="#cite_ref-boats_2-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text"><a class="external"
href="https://boats.example/97">Boats office</a></span></li></ol></body></html>"""
NOTEREF = """<html><body><p>Sund has 140 ships a year.<a href="#n1" role="doc-noteref">1</a> It has 97 boats.<a
href="#n2"
role="doc-noteref">2</a></p><aside id="n1" role="doc-footnote"><p>1. Port office,
https://port.example/140</p></aside><aside
id="n2" role="doc-footnote"><p>2. Boats office, https://boats.example/97 <a role="doc-backlink"
href="#r2">↩</a></p></aside></body>
</html>"""
GITHUB = """<article><p>Sund has 140 ships a year.<sup><a href="#user-content-fn-1-abc" id="user-content-fnref-1-abc"
data-footnote-ref="">1</a></sup> It has 97 boats.<sup><a href="#user-content-fn-b-abc" id="user-content-fnref-b-abc"
data-footnote-ref="">2</a></sup></p><section data-footnotes="" class="footnotes"><h2
class="sr-only">Footnotes</h2><ol><li
id="user-content-fn-1-abc"><p>Port office, <a href="https://port.example/140">https://port.example/140</a> <a
href="#user-content-fnref-1-abc" data-footnote-backref="">↩</a></p></li><li id="user-content-fn-b-abc"><p>Boats
office,
https://boats.example/97 <a href="#user-content-fnref-b-abc">↩</a></p></li></ol></section></article>"""
CHAPTERS = """<html><body><h1>One</h1><p>Sund has 140 ships a year.<sup><a href="#a1" id="ra1">1</a></sup></p><p
id="a1"><a
href="#ra1">1</a> Port office, https://port.example/140</p><h1>Two</h1><p>It has 97 boats.<sup><a href="#b1"
id="rb1">1</a></sup></p><p id="b1"><a href="#rb1">1</a> Boats office, https://boats.example/97</p></body></html>"""
TYPED = """<html><body><p>Sund has 140 ships a year.<sup>1</sup> It has 97
boats.<sup>2,3</sup></p><h2>Notes</h2><ol><li>Port
office, https://port.example/140</li><li>Boats office,
https://boats.example/97</li><li>Ibid.</li></ol></body></html>"""
PAGES = {
    "Word": (WORD, "1 2", {"1": (PORT,), "2": (BOATS,)}),
    "Google Docs": (GOOGLE, "1 2", {"1": (PORT,), "2": (BOATS,)}),
    "Wikipedia": (WIKI, "1 2 2", {"1": (PORT,), "2": (BOATS,)}),
    "doc-noteref": (NOTEREF, "1 2", {"1": (PORT,), "2": (BOATS,)}),
    "GitHub": (GITHUB, "1 2", {"1": (PORT,), "2": (BOATS,)}),
    "chapters": (CHAPTERS, "1 1 (2)", {"1": (PORT,), "1 (2)": (BOATS,)}),
    "typed by hand": (TYPED, "1 2 3", {"1": (PORT,), "2": (BOATS,), "3": (BOATS,)}),
}
MARKDOWN = """\
# Harbours in the wind

The three harbours handled 18.6 million tonnes in 2024, 7% more than in 2020.[^1] Container traffic grew faster: it
reached 412,000 units, against 305,500 four years before.[^2] “We have outgrown the quay,” said the harbour master of
Ost-Merrow in May 2025, “and the quay has outgrown the town.”[^3]

| Harbour | Calls in 2023 | Calls in 2024 |
|---------|---------------|---------------|
| Merrow | 1,204 | 1,318 |
| Ost-Merrow | 866 | 902 |

Fishing boats were not counted.[^4] A study puts the loss to the town at EUR 3.4 million a year.[^5]

1. Dues brought in 27.5 million euros in 2024.[^6]
2. Dredging cost 9.1 million euros; the contract runs until 30 June 2027.[^7]

FILLER

The second part tells of the winter of 2019, when 14 ships were caught in the ice.[^8] The town paid EUR 210,000 for
the tug.[^9] A year later the council bought a tug of its own, for 4.4 million euros.[^10]

[^1]: Port Statistics Office, Sea harbours 2024, Table 4, <https://ports.example/statistics/traffic-2024.xlsx>
[^2]: Container register, p. 12.
[^3]: Ostmerrower Tageblatt, 14 May 2025, <https://tageblatt.example/lokales/hafen/2025/05/der-kai-ist-zu-klein>.
[^4]: Boats under 12 metres do not report their calls.
[^5]: See K. Lindqvist, The cost of a quiet quay, <https://university.example/papers/2025-17.pdf>, pp. 12-13. The
author
    adds that the town has never been asked about the noise, that the harbour office has never measured it, and that
    nobody knows who would have to pay for a wall of glass along the northern mole, or for a higher dike behind it.
[^6]: Ministry of Transport, <https://transport.example/otchet/2024?razdel=porty&lang=ru>
[^7]: Contract notice 2023/118, <https://tenders.example/notice/118>; amended by <https://tenders.example/notice/7>.
[^8]: Coast guard, yearbook 2019, <https://coastguard.example/yearbooks/2019/ice>, p. 44.
[^9]: Town council, minutes of 4 May 2020.
[^10]: Town council, minutes of 11 June 2021, <https://council.example/minutes/2021-06-11>
""".replace(
    "FILLER",
    " ".join(["Nobody builds a harbour for one ship, and nobody sends a ship where there is no harbour."] * 30),
)

LATEX = r"""
\documentclass[%s]{article}
\usepackage[utf8]{inputenc}
\usepackage{longtable,booktabs,array,calc,hyperref,fancyhdr}
\pagestyle{fancy}\fancyhead[L]{Harbours of Talvia}\fancyhead[R]{\thepage}\fancyfoot{}
\renewcommand{\thefootnote}{\%s{footnote}}
\providecommand{\tightlist}{}
\begin{document}
\input{body}
\end{document}
"""


def said(path):
    """Markers, the URLs of each note, and the letters of its text and of every claim."""
    found = read_brief(path)
    urls = {citation.id: citation.url for citation in found.apparatus.citations}
    notes = {n.label: tuple(urls[i] for i in n.citations if urls[i]) for n in found.apparatus.footnotes}
    return " ".join(m.label for m in found.apparatus.markers), notes


def letters(path):
    found = read_brief(path)
    return {n.label: "".join(filter(str.isalnum, n.text)) for n in found.apparatus.footnotes}


def run(*command, given=None, cwd=None):
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    subprocess.run([program, *command[1:]], input=given, cwd=cwd, check=True, capture_output=True, timeout=240)


@pytest.mark.parametrize("maker", PAGES)
def test_notes_of_web_pages(maker, tmp_path):
    page, markers, notes = PAGES[maker]
    path = tmp_path / "brief.html"
    path.write_text(f"<!DOCTYPE html>{page}", encoding="utf-8")
    assert said(path) == (markers, notes)


@pytest.fixture
def markdown(tmp_path):
    path = tmp_path / "brief.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    return path


def test_a_pdf_printed_by_an_office_suite(markdown, tmp_path):
    """Notes at the foot of each page, as large as the text, a table between."""
    run("pandoc", "--from=markdown", f"--output={tmp_path}/brief.docx", given=MARKDOWN.encode())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "brief.docx", cwd=tmp_path)
    assert said(tmp_path / "brief.pdf") == said(markdown)
    assert letters(tmp_path / "brief.pdf") == letters(markdown)


@pytest.mark.parametrize("options", ["a5paper", "twocolumn"])
@pytest.mark.parametrize("label", ["arabic", "alph", "roman"])
def test_a_pdf_set_by_latex(markdown, tmp_path, options, label):
    """Small notes at the foot of each page or column, behind running heads; labels that are letters too."""
    rows = options != "twocolumn"  # a long table fits into no column
    text = "".join(line for line in MARKDOWN.splitlines(keepends=True) if rows or "|" not in line)
    run("pandoc", "--from=markdown", "--to=latex", f"--output={tmp_path}/body.tex", given=text.encode())
    (tmp_path / "brief.tex").write_text(LATEX % (options, label), encoding="utf-8")
    for _ in range(2):
        run("pdflatex", "-interaction=batchmode", "brief.tex", cwd=tmp_path)
    found, expected = said(tmp_path / "brief.pdf"), said(markdown)
    assert list(found[1].values()) == list(expected[1].values())
    assert len(found[0].split()) == len(expected[0].split())
    assert list(letters(tmp_path / "brief.pdf").values()) == list(letters(markdown).values())


@pytest.mark.parametrize(
    ("suffix", "word"), [("pptx", "presentation"), ("rtf", "rtf")], ids=["slides", "rich text loses its notes"]
)
def test_formats_that_are_refused_say_what_to_do(tmp_path, suffix, word):
    run("pandoc", "--from=markdown", "--standalone", f"--output={tmp_path}/brief.{suffix}", given=MARKDOWN.encode())
    with pytest.raises(BriefError, match=word) as refused:
        read_brief(tmp_path / f"brief.{suffix}")
    assert "export it as" in str(refused.value)
    assert "\n" not in str(refused.value)
