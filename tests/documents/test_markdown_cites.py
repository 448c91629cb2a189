"""Citations by key in Markdown: notes as the bibliography prints them, and missing ones that are said to be so."""

from __future__ import annotations

import json

import pytest

from factcheck.console import shortfalls
from factcheck.documents import markdown_cites, read_document
from factcheck.documents.bibliography import read_works
from factcheck.documents.markdown_cites import bibliographies
from factcheck.errors import BriefError
from factcheck.intake import read_brief
from factcheck.model import FootnoteKind
from factcheck.pipeline import parse

BIB = r"""
@string{jp = "Journal of Ports"}
@comment{@misc{none, title={No work}}}
@article{berg2020,
  author = {Berg, Anna and Tom Vale},
  title = {The {Cost} of a Quay},
  journal = "Journal of Ports",
  year = 2020,
  url = {https://ports.example/cost\_of-quay?x=1\&y=2},
}
@Misc{lind21, author={{Lind Institute}}, title={Ships \& boats}, date={2021-05-03},
  howpublished={\url{https://lind.example/ships}}}
@book{old, title="A book without an address", year=1987}
@broken{torn, title={never ends
"""
CSL = [
    {
        "id": "stat24",
        "title": "Foreign trade 2024",
        "author": [{"literal": "Statistical Office"}, {"given": "T.", "family": "Vale"}],
        "issued": {"date-parts": [[2025, 3, 1]]},
        "DOI": "10.5555/st.2024",
    },
    {"title": "No id"},
    "not an item",
]
FRONT = '---\ntitle: "Keys"\nlang: en\nbibliography: [refs.bib, more.json]\n---\n\n'


@pytest.fixture
def brief(tmp_path):
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "more.json").write_text(json.dumps(CSL), encoding="utf-8")

    def read(text, front=FRONT):
        path = tmp_path / "brief.qmd"
        path.write_text(front + text, encoding="utf-8")
        return read_brief(path)

    return read


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            "Exports fell by 12% [@berg2020, p. 5].",
            {"@berg2020": ("https://ports.example/cost_of-quay?x=1&y=2", "p. 5")},
        ),
        (
            "Fell by 12% [see @stat24; @lind21, pp. 3-4].",
            {
                "@stat24": ("https://doi.org/10.5555/st.2024", None),
                "@lind21": ("https://lind.example/ships", "pp. 3-4"),
            },
        ),
        ("As @lind21 [p. 7] says, exports fell by 12%.", {"@lind21": ("https://lind.example/ships", "p. 7")}),
        ("Exports fell by 12% [-@stat24].", {"@stat24": ("https://doi.org/10.5555/st.2024", None)}),
        (
            "Exports fell by 12% [@lind21, p. 1], imports by 7% [@lind21, p. 2].",
            {"@lind21": ("https://lind.example/ships", "p. 1"), "@lind21-2": ("https://lind.example/ships", "p. 2")},
        ),
    ],
)
def test_a_key_is_a_note_with_the_address_and_the_locator(brief, text, notes):
    found = brief(text)
    citations = {c.footnote: c for c in found.apparatus.citations}
    assert {label: (c.url, c.locators[0].label if c.locators else None) for label, c in citations.items()} == notes
    labels = [label for claim in found.claims for label in claim.claim.footnotes]
    assert labels == list(notes)
    assert "@" not in "".join(claim.claim.text for claim in found.claims)


def test_a_key_prints_what_the_bibliography_says(brief):
    reference = brief("Fell by 12% [@berg2020].").apparatus.citations[0].reference
    assert (reference.authors, reference.title, reference.published) == (
        ("Anna Berg", "Tom Vale"),
        "The Cost of a Quay",
        "2020",
    )


@pytest.mark.parametrize("front", [FRONT, "", "---\nbibliography: ../elsewhere.bib\n---\n\n"])
def test_a_key_that_no_bibliography_has_is_reported_as_missing(brief, front):
    found = brief("Exports fell by 12% [@nobody99].", front)
    assert [(note.label, note.kind) for note in found.apparatus.footnotes] == [("@nobody99", FootnoteKind.MISSING)]
    assert found.claims[0].claim.footnotes == ("@nobody99",)


def test_a_work_without_an_address_is_cited_without_one(brief):
    (note,) = brief("It was 12% [@old].").apparatus.footnotes
    assert note.text == "“A book without an address”, 1987"


@pytest.mark.parametrize(
    "text",
    [
        "See [@fig-map] and @tbl-rows.",
        "Write to anna@berg.example or [anna@berg.example].",
        "A [@link](https://example.org/) is none.",
        "`[@code]` is read as text.",
    ],
)
def test_what_looks_like_a_key_and_is_none(brief, text):
    found = brief(text)
    assert not [m for m in found.apparatus.markers if m.label != "@code"]


def test_a_handle_is_no_key_where_there_is_no_bibliography(brief):
    assert not brief("Follow @someone.", "").apparatus.markers


def test_a_note_of_the_authors_own_has_its_keys_written_out(brief):
    found = brief("Fell by 12%.[^1]\n\n[^1]: See [@stat24, Table 3] and [@nobody].")
    (note,) = found.apparatus.footnotes
    assert note.text.startswith(
        "See Statistical Office, T. Vale, “Foreign trade 2024”, 2025-03-01, Table 3, https://doi"
    )
    assert found.apparatus.citations[0].url == "https://doi.org/10.5555/st.2024"
    for mapped in (n.text for n in found.brief.notes):
        assert all(0 <= mapped.origin(at) < len(found.brief.text) for at in range(len(mapped.text)))


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("---\nbibliography: a.bib\n---\n", ["a.bib"]),
        ('---\nbibliography: ["a b.bib", c.json]\ncsl: d.csl\n---\n', ["a b.bib", "c.json"]),
        ("---\nbibliography:\n  - a.bib\n  - 'sub/c.json'\ntitle: x.bib\n---\n", ["a.bib", "sub/c.json"]),
        ("bibliography: a.bib\n", []),
    ],
)
def test_the_bibliographies_of_a_front_matter(front, names):
    assert bibliographies(front) == names


@pytest.mark.parametrize("name", ["../outside.bib", "/etc/hostname", "folder", "gone.bib", "nul\x00.bib"])
def test_only_files_below_the_briefs_folder_are_read(tmp_path, name):
    (tmp_path / "outside.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "in" / "folder").mkdir(parents=True)
    assert read_works(tmp_path / "in", [name]) == ({}, [name])


def test_a_bibliography_that_is_not_read_is_told_in_one_line(tmp_path):
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    path = tmp_path / "brief.md"
    path.write_text("---\nbibliography: [../out.bib, refs.bib]\n---\n\nIt fell by 12% [@old].", encoding="utf-8")
    audit = parse([path])
    (line,) = shortfalls(audit)
    assert line.startswith(f"{path.as_posix()}: the bibliography '../out.bib' was not read: ")
    assert not audit.problems
    path.write_text("---\nbibliography: refs.bib\n---\n\nIt fell by 12% [@old].", encoding="utf-8")
    assert not list(shortfalls(parse([path])))


@pytest.mark.parametrize(
    "text", ["", "[", "{}", '{"items": 3}', "@a{" * 5000, '@a{k, t = "' + "{" * 30000, "[" * 100000]
)
def test_a_broken_bibliography_holds_no_works(tmp_path, text):
    (tmp_path / "b.bib").write_text(text, encoding="utf-8")
    works, _ = read_works(tmp_path, ["b.bib"])
    assert not [work for work in works.values() if work.url]


def test_more_works_than_fit_are_refused(tmp_path, monkeypatch):
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    monkeypatch.setattr(markdown_cites, "_MOST_WRITTEN", 100)
    with pytest.raises(BriefError, match="split the file"):
        read_document((FRONT + "[@lind21, p. 1] [@lind21, p. 2]").encode(), name="b.md", folder=tmp_path)
