"""Works of bibliographies: an address as it stands or none, words without commands, and no bound of time or folder."""

from __future__ import annotations

import json

import pytest

from factcheck.documents.bibliography import read_works


@pytest.fixture
def work_of(tmp_path):
    def read(text):
        (tmp_path / "refs.bib").write_bytes(text.encode())
        works, unread = read_works(tmp_path, ["refs.bib"])
        assert not unread
        return works["k"]

    return read


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("url={https://e.example/~ann/a--b_c%20d}", "https://e.example/~ann/a--b_c%20d"),
        (r"url={https://e.example/a\%20b\_c\#d\~{}e\&f}", "https://e.example/a%20b_c#d~e&f"),
        (r"url={https://e.example/{\textasciitilde}ann/x\textunderscore y}", "https://e.example/~ann/x_y"),
        (r"url={\url{https://e.example/$\sim$ann}}", "https://e.example/~ann"),
        ("url={https://e.example/a-\n    long-name}", "https://e.example/a-long-name"),
        ("url={https://e.example/x (archived)}", "https://e.example/x"),
        ('url="https://e.example/a" # "/b"', "https://e.example/a/b"),
        ('url=host # "/b", doi={10.5555/1}', "https://doi.org/10.5555/1"),
        ("url=https://e.example/bare", "https://e.example/bare"),
        ("url={HTTPS://e.example/x}", "HTTPS://e.example/x"),
        (r"url={https://e.example/caf\'e}", None),
        (r"url={https://e.example/a\unknown{b}c}", None),
        ("url={ftp://e.example/a}", None),
        ("note={Told at https://e.example/}, doi={10.5555/a\\_b--c}", "https://doi.org/10.5555/a_b--c"),
        ("doi={https://doi.org/10.5555/a<b>c}", "https://doi.org/10.5555/a%3Cb%3Ec"),
        ("doi={10.5555/a b}", None),
        ("note={(see https://e.example/a_(b)).}", "https://e.example/a_(b)"),
        ("note={see https://e.example/the-long-\n name}", None),
        (r"howpublished={\href{https://e.example/a}{words}}", "https://e.example/a"),
        ("abstract={the url = {https://false.example/}}, url={https://e.example/}", "https://e.example/"),
        ("note={as @misc{k, url={https://false.example/}}}, url={https://e.example/}", "https://e.example/"),
    ],
)
def test_an_address_is_taken_as_it_stands_or_not_at_all(work_of, fields, url):
    assert work_of(f"@misc{{k, {fields}}}").url == url


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (r"author={K{\"o}hler, J\'an and \v{S}imek, \O yvind}", "Ján Köhler, Øyvind Šimek"),
        (r"title={Stra{\ss}en \emph{und} H\"afen}", "“Straßen und Häfen”"),
        (r"title={\boldsymbol{A} quay -- and more}, year=1999", "“A quay - and more”, 1999"),
        ("author={A  and\n B}, publisher={P}", "A, B, P"),
    ],
)
def test_words_are_printed_without_commands(work_of, fields, words):
    assert work_of(f"@book{{k, {fields}}}").words == words


@pytest.mark.parametrize(
    ("item", "words", "url"),
    [
        ({"URL": "https://e.example/~a--b/{c}"}, "", "https://e.example/~a--b/{c}"),
        ({"URL": "https://e.example/a b", "DOI": "10.5555/x"}, "", "https://doi.org/10.5555/x"),
        ({"title": "half \ud800", "URL": 3}, "“half ?”", None),
        ({"issued": {"date-parts": [["9" * 10000, "²", True]]}, "author": [None, {"family": {}}]}, "9999", None),
    ],
)
def test_a_work_of_csl_json(work_of, item, words, url):
    work = work_of(json.dumps([{"id": "k", **item}]))
    assert (work.words, work.url) == (words, url)


def test_no_link_leads_out_of_the_folder_or_in_a_circle(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "out.bib").write_text("@misc{k, url={https://e.example/}}")
    (folder / "out.bib").symlink_to("../out.bib")
    (folder / "circle.bib").symlink_to("circle.bib")
    (folder / "zero.bib").symlink_to("/dev/zero")
    names = ["out.bib", "circle.bib", "zero.bib"]
    assert read_works(folder, names) == ({}, names)


@pytest.mark.parametrize(
    "text",
    ["@a{k, title={" * 30000, '@a{k, title="' * 30000, "@a{k, author={" + " " * 19000 + "}}\n" + " " * 900_000],
    ids=["braces", "quotes", "blanks"],
)
def test_torn_entries_take_no_time_that_grows_with_their_square(tmp_path, text):
    (tmp_path / "torn.bib").write_text(text)  # each took minutes once
    works, _ = read_works(tmp_path, ["torn.bib"])
    assert set(works) == {"k"}
