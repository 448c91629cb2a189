"""A stored report in every other form: complete, readable by those it is for, and hostile text is only text."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from factcheck.errors import ReportError
from factcheck.report import report_data
from factcheck.report.exports import FORMS, export, write_export
from factcheck.report.exports.biblatex import latex
from factcheck.report.exports.markdown import inline, paragraph
from factcheck.report.exports.pdf import VARIABLE
from factcheck.report.exports.plain_text import printable
from factcheck.report.exports.source_rows import COLUMNS, safe_cell

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).parents[3] / "shared"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) ![y](https://a.example/z)",
    r"\input{/etc/passwd} }{ $x$ % # & ~ ^ _",
    "a\x00b\x1b[31mc\ud800d\ufffee",
    "line\n# heading\n\n```\n- list\n1. one\n| a | b |\n|---|---|",
    "\u202eright to left",
    "]]></w:t></w:r> &lt; &amp;",
)


@pytest.fixture
def data(audit):
    return report_data(audit, "0.1.0")


@pytest.fixture
def hostile(data):
    """The report with a payload in every text that a brief or a page has a hand in."""
    keep = {"id", "kind", "citation", "footnote", "footnotes", "claim", "marker", "citations", "links", "verdict"}
    keep |= {"status", "captured_at", "generated_at", "at", "source", "hedge", "level", "sha256", "payload_sha256"}

    def planted(value, payload, key=None):
        if isinstance(value, dict):
            return {name: planted(item, payload, name) for name, item in value.items()}
        if isinstance(value, list):
            return [planted(item, payload, key) for item in value]
        return payload + value if isinstance(value, str) and key not in keep else value

    return [planted(data, payload) for payload in HOSTILE]


def citations(data):
    return [citation for brief in data["briefs"] for citation in brief["citations"]]


def findings(data):
    claims = [claim for brief in data["briefs"] for claim in brief["claims"]]
    return [found for claim in claims for found in claim["figures"] + claim["quotations"]]


# --- tables ----------------------------------------------------------------------------------------------------------


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_every_citation(data):
    head, *rows = table(export(data, "csv"))
    assert tuple(head) == COLUMNS
    assert [row[COLUMNS.index("url")] for row in rows] == [found["url"] or "" for found in citations(data)]
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_xlsx_says_the_same_as_csv(data):
    sheet = load_workbook(io.BytesIO(export(data, "xlsx"))).active
    shown = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert shown == table(export(data, "csv"))
    assert sheet.freeze_panes == "A2"


CELLS = [
    (None, None),
    ("", ""),
    ("plain", "plain"),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'=1"),
    ("\rx", "'x"),
    ("\x00=1", "'=1"),
    (" =1", "'=1"),
    ("＝1", "'＝1"),
    ("https://a.example/?a=1", "https://a.example/?a=1"),
    ("two\nlines", "two lines"),
]


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_no_cell_is_a_formula(text, cell):
    assert safe_cell(text) == cell


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_no_text_makes_a_formula(text):
    assert not (safe_cell(text) or "").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_hostile_cells_are_texts(hostile):
    for data in hostile:
        rows = table(export(data, "csv"))
        assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]
        book = load_workbook(io.BytesIO(export(data, "xlsx")))
        kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
        assert kinds <= {"s", "n"}


# --- bibliographies --------------------------------------------------------------------------------------------------


def test_csl_json_names_access_and_archive(data):
    items = json.loads(export(data, "csl-json"))
    assert len({item["id"] for item in items}) == len(items)
    assert {item["URL"] for item in items if "URL" in item} == {found["url"] for found in citations(data)} - {None}
    read = [found for found in citations(data) if found["capture"] and found["url"]]
    for found in read:
        item = next(item for item in items if item.get("URL") == found["url"])
        day = [int(part) for part in found["capture"]["captured_at"][:10].split("-")]
        assert item["accessed"] == {"date-parts": [day]}
        assert item["archive_location"]
    gone = next(found for found in citations(data) if found["memento"])
    item = next(item for item in items if item.get("URL") == gone["url"])
    assert item["archive_location"] == gone["memento"]["memento_url"]


def test_biblatex_names_access_and_archive(data):
    text = export(data, "biblatex").decode()
    assert text.count("\n@") + text.startswith("@") == len(json.loads(export(data, "csl-json")))
    gone = next(found for found in citations(data) if found["memento"])
    assert "Archived copy of" in text
    assert gone["memento"]["memento_url"] in text
    assert "urldate = {2026-" in text


def balanced(text: str) -> bool:
    depth = 0
    for char in text:  # readers of BibTeX count braces whatever stands before them
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_no_text_escapes_its_braces(text):
    assert balanced(latex(text))
    assert not re.search(r"(?<!\\)[$&#%_]", latex(text))


def test_hostile_entries_stay_whole(hostile):
    for data in hostile:
        text = export(data, "biblatex").decode()
        assert balanced(text)
        assert r"\input" not in text
        assert json.loads(export(data, "csl-json"))


@pytest.mark.skipif(shutil.which("biber") is None, reason="needs biber")
def test_biber_reads_every_entry(data, hostile, tmp_path):
    for number, made in enumerate([data, *hostile]):
        written, read = tmp_path / f"{number}.bib", tmp_path / f"{number}.read.bib"
        written.write_bytes(export(made, "biblatex"))
        command = ["biber", "--tool", "--quiet", "--output-file", read, written]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert (done.returncode, "ERROR" in done.stdout) == (0, False), done.stdout
        entries = [re.findall(r"^@\w+\{([^,]+),", path.read_text("utf-8"), re.MULTILINE) for path in (written, read)]
        assert entries[0] == entries[1] != []


# --- read and set by the processors that others use ------------------------------------------------------------------

ALL = '---\nnocite: "@*"\n---\n'
NEEDS_PANDOC = pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
SAMPLE = json.loads((Path(__file__).parents[2] / "reports/sample/report.json").read_bytes())


def pandoc(*arguments, text=""):
    done = subprocess.run(["pandoc", *arguments], input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@NEEDS_PANDOC
def test_a_citation_processor_sets_each_item_of_the_sample(tmp_path, outline):
    items = json.loads(export(SAMPLE, "csl-json"))
    assert len(items) >= 20
    (tmp_path / "sources.json").write_bytes(export(SAMPLE, "csl-json"))
    made = pandoc(
        "--citeproc", "--bibliography", str(tmp_path / "sources.json"), "-t", "html", "--wrap=none",
        text=ALL,
    )  # fmt: skip
    entries = dict(re.findall(r'<div id="ref-([^"]+)"[^>]*>(.*?)</div>', made, re.DOTALL))
    assert set(entries) == {item["id"] for item in items}
    for item in items:
        words = outline(entries[item["id"]]).text.casefold().replace("’", "'")
        title = item["title"].casefold().replace("’", "'")
        assert title.strip("„”“") in words
        assert item.get("URL", "").casefold() in words
        assert item.get("archive_location", "").casefold() in words


@NEEDS_PANDOC
def test_both_bibliographies_say_the_same_to_another_program(tmp_path):
    (tmp_path / "sources.bib").write_bytes(export(SAMPLE, "biblatex"))
    read = {
        item["id"]: item
        for item in json.loads(pandoc("-f", "biblatex", "-t", "csljson", str(tmp_path / "sources.bib")))
    }
    items = {item["id"]: item for item in json.loads(export(SAMPLE, "csl-json"))}
    assert set(read) == set(items)
    for name, item in items.items():
        for field in ("title", "URL", "issued", "accessed"):
            assert read[name].get(field) == item.get(field), (name, field)


@NEEDS_PANDOC
def test_hostile_sources_are_set_as_text(hostile, tmp_path, outline):
    for made in hostile[1:4]:
        (tmp_path / "sources.json").write_bytes(export(made, "csl-json"))
        found = outline(pandoc("--citeproc", "--bibliography", str(tmp_path / "sources.json"), "-t", "html", text=ALL))
        assert {"script", "img", "iframe", "svg", "meta"}.isdisjoint(tag for tag, _ in found.tags)
        assert not [href for href in found.having("href") if not href.startswith(("http", "#"))]


# --- other programs --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_reads_the_word_file_with_its_comments(data, tmp_path):
    (tmp_path / "report.docx").write_bytes(export(data, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", tmp_path, tmp_path / "report.docx"]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    tree = etree.parse(tmp_path / "report.fodt")
    comments = tree.findall(".//{*}annotation")
    assert len(comments) == len(findings(data))
    text = " ".join("".join(tree.getroot().itertext()).split())
    assert data["briefs"][0]["title"] in text


# --- annotated copies ------------------------------------------------------------------------------------------------


class Words(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.text = set(), [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data):
        self.text += data


def rendered(content: bytes) -> Words:
    return Words(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(content.decode()))


def test_markdown_has_the_text_with_every_finding_in_place_and_explained(data):
    text = export(data, "md").decode()
    page = rendered(text.encode())
    assert data["briefs"][0]["title"] in page.text
    for number in range(1, len(findings(data)) + 1):
        assert f"[{number}: " in page.text
        assert re.search(rf"^{number}\. \*\*", text, re.MULTILINE)
    for note in data["briefs"][0]["footnotes"]:
        assert f"note {note['label']}" in page.text


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), max_size=60))
def test_escaped_text_comes_out_as_it_went_in(text):
    words = Words(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(paragraph(inline(text))))
    assert words.tags <= {"p"}
    assert words.text.strip() == " ".join(text.split()).replace("\ufffe", "")


def test_hostile_markdown_is_text(hostile):
    for data in hostile:
        page = rendered(export(data, "md"))
        assert page.tags <= {
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ol",
            "ul",
            "li",
            "strong",
            "em",
            "a",
            "blockquote",
        }
        assert all(link.startswith(("https://", "http://")) for link in page.links)


def test_public_payload_collections_stay_text_in_markdown():
    listed = SHARED / "corpora/xss-payloadbox/Intruder/xss-payload-list.txt"
    if not listed.exists():
        pytest.skip("the payload collection is not beside the checkout")
    for payload in listed.read_text("utf-8", "replace").splitlines():
        page = rendered(paragraph(inline(payload)).encode())
        assert (page.tags <= {"p"}, page.links) == (True, [])
        assert page.text.split() == printable(payload).split()


def test_word_file_has_a_comment_for_every_finding(data):
    document = Document(io.BytesIO(export(data, "docx")))
    comments = [comment.text for comment in document.comments]
    assert len(comments) == len(findings(data))
    assert comments[0].startswith("1. ")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert data["briefs"][0]["title"] in text
    assert document.core_properties.author == "factcheck 0.1.0"
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.font.underline]
    assert {run.font.underline for run in runs} >= {True}


def test_hostile_word_file_is_well_formed_and_links_to_nothing(hostile):
    for data in hostile:
        with zipfile.ZipFile(io.BytesIO(export(data, "docx"))) as file:
            for name in file.namelist():
                if name.endswith((".xml", ".rels")):
                    tree = etree.fromstring(file.read(name))
                    assert not tree.findall(f".//{W}instrText")
                    assert not [r for r in tree.iter("{*}Relationship") if r.get("TargetMode") == "External"]


@pytest.mark.parametrize("form", ["md", "docx"])
def test_facts_stated_twice_and_differently_stand_at_the_end(form, data):
    left = {"brief": "a.md", "claim": "k1", "text": "It has 4 gates.", "figure": "4", "start": 7, "end": 8}
    right = {"brief": "b.md", "claim": "k9", "text": "It has 5 gates.", "figure": "5", "start": 7, "end": 8}
    pair = {"relation": "contradicting", "kind": "count", "explanation": "4 is not 5.", "left": left, "right": right}
    made = export({**data, "consistency": [pair]}, form)
    if form == "docx":
        text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)
    else:
        text = rendered(made).text
    for words in (
        "Stated twice and differently",
        "4 is not 5.",
        "a.md: “It has »4« gates.”",
        "b.md: “It has »5« gates.”",
    ):
        assert words in text
    assert "Stated twice" not in rendered(export({**data, "consistency": []}, "md")).text


# --- all forms -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"pdf"}))
def test_a_report_of_nothing_has_every_form(form, empty_audit):
    assert export(report_data(empty_audit, "0.1.0"), form) is not None


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"pdf"}))
def test_what_is_no_report_is_named(form):
    with pytest.raises(ReportError, match="has not what format 1 asks for"):
        export({"format": 1, "briefs": [{}]}, form)


def test_a_pdf_is_tagged(data):
    try:
        content = export(data, "pdf")
    except ReportError as error:
        pytest.skip(str(error))
    assert content.startswith(b"%PDF-")
    assert b"/MarkInfo" in content
    assert b"/StructTreeRoot" in content
    sheets = [page.get_textpage().get_text_bounded() for page in PdfDocument(content)]
    assert all(f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))
    title = data["briefs"][0]["title"]
    assert all(title in sheet.replace("\xa0", " ") for sheet in sheets)  # in the text, then at the head
    text = " ".join("".join(sheets).replace("\xa0", " ").split())
    found = [
        text.index(words)
        for words in ("stores held 4.2 bcm", "Findings Verified 4.2 bcm", "Notes and sources", "Without a source")
    ]
    assert found == sorted(found)  # the brief reads through; its findings and sources stand behind it
    assert [
        finding["text"]
        for finding in findings(data)
        if f"“{finding['text']}" not in text and finding["text"] not in text
    ] == []
    addresses = "".join(text.split())
    assert [one["url"] for one in citations(data) if one["url"] and one["url"] not in addresses] == []
    assert "from the site, 21 Nov 2026 17:55 UTC" in text


def test_without_chromium_one_line_says_what_to_install(data, monkeypatch):
    monkeypatch.setenv(VARIABLE, "no-such-browser")
    with pytest.raises(ReportError, match=r"no-such-browser: is no program.*install it") as caught:
        export(data, "pdf")
    assert "\n" not in str(caught.value)
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReportError, match=r"no Chromium or Chrome is installed.*apt install chromium"):
        export(data, "pdf")


@pytest.mark.parametrize("script", ["exit 3", "echo broken >&2; exit 1", "exit 0"])
def test_a_browser_that_does_not_print_is_named(script, data, monkeypatch, tmp_path):
    program = tmp_path / "browser"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))
    with pytest.raises(ReportError, match="did not print the report"):
        export(data, "pdf")


def test_an_export_replaces_what_was_there_or_leaves_it(tmp_path):
    target = tmp_path / "sources.csv"
    write_export(b"one", target)
    write_export(b"two", target)
    assert target.read_bytes() == b"two"
    with pytest.raises(ReportError, match="choose another file"):
        write_export(b"three", tmp_path / "none" / "sources.csv")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReportError, match="choose another file"):
        write_export(b"three", tmp_path / "folder")
    assert sorted(path.name for path in Path(tmp_path).iterdir()) == ["folder", "sources.csv"]
