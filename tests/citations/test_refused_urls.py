"""A URL that will not be asked for is still what the brief cites: it is a citation, and the capture says why not."""

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document


def urls_of(note):
    text = f"Exports rose by 12 percent.[^1]\n\n[^1]: {note}\n"
    brief = lay_out(read_document(text.encode(), name="b.md"), "b.md", "0" * 64)
    return [citation.url for citation in find_citations(brief).citations]


@pytest.mark.parametrize(
    ("note", "urls"),
    [
        ("<http://user:secret@a.example/page>", ["http://user:secret@a.example/page"]),
        ("http://a.example:9/page", ["http://a.example:9/page"]),
        ("http://127.0.0.1:9/page", ["http://127.0.0.1:9/page"]),
        ("http://localhost:8123/page", ["http://localhost:8123/page"]),
        ("http://archive/reports/1", ["http://archive/reports/1"]),
        ("see http://localhost for an example", []),
        ("see https://... for an example", []),
        ("javascript:alert(1)", []),
    ],
)
def test_what_names_a_host_is_a_citation(note, urls):
    assert urls_of(note) == urls
