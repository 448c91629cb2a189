"""One document in every format: the same notes, markers, addresses, figures and quotations come back."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from factcheck.intake import read_brief

ENERGY = (Path(__file__).parents[2] / "references" / "briefs" / "energy.md").read_text(encoding="utf-8")
HARBOURS = """\
---
title: "Harbours in the wind: where the coast of Talvia earns"
lang: en
---

# Harbours in the wind: where the coast of Talvia earns

## The short of it

The three harbours handled 18.6 million tonnes in 2024, 7% more than in 2020.[^count] Container traffic grew faster:
it reached 412,000 units, against 305,500 four years before.[^count] “We have outgrown the quay,” said the harbour
master of Ost-Merrow in May 2025, “and the quay has outgrown the town.”[^master]

## Who calls, and who stays away

| Harbour | Calls in 2023 | Calls in 2024 |
|---------|---------------|---------------|
| Merrow | 1,204 | 1,318 |
| Ost-Merrow | 866 | 902 |
| Sund | 140 | 97 |

Fishing boats were not counted.[^boats] The well-known ferry line to Sund carried 61,200 passengers, a fifth of them on
foot, as the [yearbook of the line](https://ferry.example/yearbook/2024) says. A study of the coastal university puts
the loss to the town at EUR 3.4 million a year.[^study]

### What the port pays

1. Dues brought in 27.5 million euros in 2024.[^dues]
2. Dredging cost 9.1 million euros; the contract runs until 30 June 2027.[^dredge]

> Nobody builds a harbour for one ship.

The ministry did not answer our questions.

[^count]: Port Statistics Office, *Sea harbours 2024*, Table 4, <https://ports.example/statistics/traffic-2024.xlsx>
[^master]: Ostmerrower Tageblatt, 14 May 2025, <https://tageblatt.example/lokales/hafen/2025/05/der-kai-ist-zu-klein>.
[^boats]: Boats under 12 metres do not report their calls.
[^study]: See K. Lindqvist, [The cost of a quiet quay](https://university.example/papers/2025-17.pdf), pp. 12-13.
[^dues]: Ministry of Transport, «Порты: отчёт за 2024 год», <https://transport.example/otchet/2024?razdel=porty&lang=ru>
[^dredge]: Contract notice 2023/118, <https://tenders.example/notice/2023-118>; amended by <https://tenders.example/notice/2024-007>.
"""
BRIEFS = {"energy": ENERGY, "harbours": HARBOURS}
STYLE = """
<style>
@page { size: A4; margin: 22mm 20mm }
body { font: 10.5pt/1.4 "DejaVu Serif", serif; columns: %d; column-gap: 9mm; text-align: %s; hyphens: auto }
h1 { column-span: all; font-size: 18pt }
a { color: inherit; text-decoration: none; overflow-wrap: anywhere; hyphens: manual }
sup { font-size: 60%% }
.footnotes { font-size: 8.5pt; text-align: left }
p:has(> a[href^="http"]) { break-inside: avoid } /* Chromium loses the place of a link that a column's end divides */
</style>
"""
PDFS = {"one column": (1, "left"), "two columns": (2, "left"), "two justified columns": (2, "justify")}


def pandoc(text, target, *options):
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("pandoc is not installed")
    command = [
        program,
        "--from=markdown+autolink_bare_uris",
        "--standalone",
        "--wrap=none",
        f"--output={target}",
        *options,
    ]
    subprocess.run(command, input=text.encode(), check=True, capture_output=True)


def print_pdf(text, folder, columns, align):
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    style, page, target = folder / "style.html", folder / "brief.html", folder / "brief.pdf"
    style.write_text(STYLE % (columns, align), encoding="utf-8")
    # Without the title block: the text has its own heading.
    body = text.partition("\n---\n")[2]
    title = text.partition('title: "')[2].partition('"')[0]
    pandoc(
        body, page, "--to=html5", f"--include-in-header={style}", f"--variable=pagetitle:{title}", "--metadata=lang:en"
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [program, *options, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target


def letters(text):
    return "".join(filter(str.isalnum, text))


def said(finding, *, sentences_only=False):
    """What a brief says, without what formats may differ in: note numbers, quotation marks, blanks, line ends."""
    notes = {note.label: note for note in finding.apparatus.footnotes}
    citations = {citation.id: citation for citation in finding.apparatus.citations}

    def note(label):
        found = notes[label]
        return letters(found.text), found.kind.value, tuple(citations[i].url for i in found.citations)

    def resting(labels):
        return tuple(map(note, labels))

    claims = [each.claim for each in finding.claims]
    return [
        (
            letters(claim.text),
            resting(claim.footnotes),
            tuple(citations[i].url for i in claim.links),
            [
                (c.quantity.low, c.quantity.high, c.quantity.unit, c.quantity.iso_date, resting(c.footnotes))
                for c in claim.figures
            ],
            [(letters(c.quotation.text), resting(c.footnotes)) for c in claim.quotations],
        )
        for claim in claims
        if not sentences_only or claim.text.rstrip("”\"'").endswith((".", "!", "?"))
    ]


def cited(finding):
    return {c.url for c in finding.apparatus.citations}


@pytest.fixture(scope="module", params=sorted(BRIEFS))
def brief(request, tmp_path_factory):
    path = tmp_path_factory.mktemp(request.param) / "brief.md"
    path.write_text(BRIEFS[request.param], encoding="utf-8")
    return path, read_brief(path)


def test_the_example_is_worth_comparing(brief):
    _, expected = brief
    assert len(expected.apparatus.footnotes) >= 6
    assert len(said(expected)) >= 8
    assert all(c.url for c in expected.apparatus.citations)


def assert_same(found, expected, *, sentences_only=False):
    assert said(found, sentences_only=sentences_only) == said(expected, sentences_only=sentences_only)
    assert cited(found) == cited(expected)
    # Written out, the notes are numbered in the order of their markers; a note that is used twice is there twice.
    labels = [marker.label for marker in found.apparatus.markers]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    assert [note.label for note in found.apparatus.footnotes] == labels
    assert letters(found.brief.title) == letters(expected.brief.title)
    assert found.brief.language == expected.brief.language


@pytest.mark.parametrize("suffix", ["docx", "odt", "html", "epub", "tex", "rst"])
def test_every_format_reads_back_as_the_markdown(brief, suffix):
    path, expected = brief
    target = path.with_suffix(f".{suffix}")
    pandoc(path.read_text(encoding="utf-8"), target)
    assert_same(read_brief(target), expected)


RUN = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t [^>]*>[^<]*</w:t></w:r>")
DELETED = '<w:del w:id="9" w:author="A"><w:r><w:delText xml:space="preserve">999 old words </w:delText></w:r></w:del>'


def tracked(parts):
    """Each run of the text and the notes put in by an author who took 999 other words out."""
    for name in ("word/document.xml", "word/footnotes.xml"):
        parts[name] = RUN.sub(lambda run: f'{DELETED}<w:ins w:id="8" w:author="A">{run[0]}</w:ins>', parts[name])
    return parts


def ended(parts):
    """The footnotes as endnotes."""
    return {
        name.replace("footnotes", "endnotes"): text.replace("footnote", "endnote").replace("Footnote", "Endnote")
        for name, text in parts.items()
    }


@pytest.mark.parametrize("change", [tracked, ended])
def test_word_files_with_tracked_changes_or_endnotes_read_back_as_the_markdown(brief, change, tmp_path):
    path, expected = brief
    made, target = tmp_path / "made.docx", tmp_path / "brief.docx"
    pandoc(path.read_text(encoding="utf-8"), made)
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = change({name: data.decode() for name, data in parts.items() if name.endswith((".xml", ".rels"))})
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    found = read_brief(target)
    assert said(found) == said(expected)
    assert cited(found) == cited(expected)
    assert "999" not in found.brief.text


def test_quarto_reads_back_as_the_markdown(brief, tmp_path):
    """Notes in line, attributes of headings, a callout, a chunk of code and a cross-reference: all Quarto's own."""
    path, expected = brief
    source = path.read_text(encoding="utf-8")
    for label, note in re.findall(r"^\[\^(\w+)\]: (.+)$", source, re.MULTILINE):
        if source.count(f"[^{label}]") == 2:
            source = source.replace(f"[^{label}]: {note}\n", "").replace(f"[^{label}]", f"^[{note}]")
    source = re.sub(r"^(##+ .+)$", r"\1 {#sec-a .unnumbered}", source, flags=re.MULTILINE)
    source = re.sub(r"^(> .+(?:\n> .+)*)$", r"::: {.callout-note}\n\1\n:::", source, count=1, flags=re.MULTILINE)
    source += "\n```{r}\n#| label: fig-a\nplot(999) # https://code.example/\n```\n"
    target = tmp_path / "brief.qmd"
    target.write_text(source, encoding="utf-8")
    found = read_brief(target)
    assert said(found) == said(expected)
    assert cited(found) == cited(expected)


@pytest.mark.parametrize("columns", sorted(PDFS))
def test_a_pdf_reads_back_as_the_markdown(brief, columns, tmp_path):
    path, expected = brief
    target = print_pdf(path.read_text(encoding="utf-8"), tmp_path, *PDFS[columns])
    assert_same(read_brief(target), expected, sentences_only=True)


def test_every_character_of_a_made_format_is_where_its_map_says(brief):
    path, _ = brief
    target = path.with_suffix(".docx")
    pandoc(path.read_text(encoding="utf-8"), target)
    found = read_brief(target).brief
    for text in (*(block.text for block in found.blocks), *(note.text for note in found.notes)):
        assert "".join(found.text[text.origin(i)] for i in range(len(text.text))) == text.text
