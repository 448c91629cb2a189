"""Several briefs: a list that leads to a page for each, made one at a time; and a stored run made again."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import ReportError
from factcheck.history import mark_findings, reviewed_report, streamed_report
from factcheck.history.reviews import Review, reviews_text
from factcheck.model import VerdictKind
from factcheck.report import full_data, json_bytes, write_data, write_pages
from factcheck.report.site import page_name, pages

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)


@pytest.fixture
def several(audit, tmp_path):
    """Format 1 of three briefs, of which two contradict each other and one has changed since the last audit."""
    data = full_data(audit, tmp_path / "none")
    second, calm = json.loads(json.dumps([data["briefs"][0]] * 2))
    second.update(path="drafts/heat.md", name="drafts/heat.md", title="The same again")
    calm.update(path="calm.md", name="calm.md", title="Calm", claims=[], citations=[], footnotes=[], body=[])
    for claim in second["claims"]:
        for found in claim["figures"] + claim["quotations"]:
            found["key"] = None
    mark_findings({"briefs": [second]})
    data["briefs"] = [calm, data["briefs"][0], second]
    claim, citation = second["claims"][0], second["citations"][0]
    sides = {
        side: {"brief": brief["path"], "claim": claim["id"], "text": claim["text"], "figure": "", "start": 0, "end": 3}
        for side, brief in zip(("left", "right"), data["briefs"][1:], strict=True)
    }
    data["consistency"] = [{"relation": "contradicting", "kind": "number", "explanation": "They differ.", **sides}]
    change = {"brief": second["path"], "change": "broken", "before": "verified", "after": "mismatched"}
    data["changes"] = {
        "since": "2026-11-20T00:00:00Z",
        "summary": {"citations": {"broken": 1}, "findings": {}},
        "citations": [change | {"id": citation["id"], "footnote": "1", "url": "https://a.example/"}],
        "findings": [],
        "briefs_added": ["calm.md"],
        "briefs_left_out": [],
    }
    return data


@pytest.fixture
def run(several, audit, tmp_path) -> Path:
    return write_data(several, tmp_path / "reports", audit.generated_at)


def links(found) -> list[str]:
    return [href for href in found.having("href") if not re.match(r"https?:|data:", href)]


def test_every_link_between_the_pages_leads_somewhere(run, outline):
    files = [run / "report.html", *(run / "briefs").iterdir()]
    read = {file.resolve(): outline(file.read_text("utf-8")) for file in files}
    assert len(read) == 4
    for file, found in read.items():
        for href in links(found):
            name, _, anchor = href.partition("#")
            target = (file.parent / name).resolve() if name else file
            assert not anchor or anchor in read[target].having("id"), href


def test_the_list_has_the_brief_that_needs_a_person_on_top_and_says_what_changed(run, outline):
    found = outline((run / "report.html").read_text("utf-8"))
    assert "3 briefs" in found.text
    assert found.text.index("The same again") < found.text.index("Calm")
    assert "since the last audit: 1 source gone wrong" in found.text
    assert "since the last audit: 1 brief added" in found.text
    hosts = {a["data-host"]: a["data-in"] for _, a in found.tags if "data-host" in a}
    assert hosts["energy.example"] == "2 3"


def test_a_brief_s_page_has_its_own_part_of_what_is_said_of_all(run, outline):
    texts = {file.name.split("-")[0]: outline(file.read_text("utf-8")) for file in (run / "briefs").iterdir()}
    assert "Since the audit" in texts["heat"].text
    assert "They differ." in texts["heat"].text
    assert "They differ." not in texts["calm"].text
    assert "Briefs that could not be read" not in texts["calm"].text
    assert "../report.html" in texts["calm"].having("href")


def test_one_brief_is_one_file(audit, tmp_path):
    data = full_data(audit, tmp_path / "none")
    made = dict(pages(data, data["briefs"]))
    assert list(made) == ["report.html"]


def test_pages_are_made_one_at_a_time(several):
    taken = []

    def briefs():
        for number in range(50):
            taken.append(number)
            yield {**several["briefs"][2], "path": f"brief-{number}.md"}

    ahead = [len(taken) - made for made, _ in enumerate(pages(several, briefs()), 1)]
    assert max(ahead) <= 2


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("a/b/energy outlook.md", "energy-outlook"),
        ("../../etc/passwd", "passwd"),
        ("зима.md", "brief"),
        ("con", "con"),
        ("x" * 300, "x" * 60),
        ("a\x00/../<b>\"'.html", "b"),
        ("\ud800", "brief"),
    ],
)
def test_page_names_are_safe_and_stable(path, stem):
    name = page_name(path, set())
    assert re.fullmatch(re.escape(stem) + r"-[0-9a-f]{10}\.html", name)
    assert page_name(path, set()) == name


def test_two_briefs_of_one_path_have_a_page_each():
    taken: set[str] = set()
    assert len({page_name("a.md", taken) for _ in range(3)}) == 3


# --- stored, and made again ------------------------------------------------------------------------------------------


def test_json_is_laid_out_as_the_standard_library_does_it(several):
    whole = json.dumps(several, ensure_ascii=False, indent=1) + "\n"
    assert json_bytes(several) == whole.encode("utf-8", "replace")
    assert json.loads(json_bytes({**several, "briefs": []})) == {**several, "briefs": []}


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("indent", [1, None, 4])
def test_a_stored_report_is_read_brief_by_brief_however_it_is_laid_out(several, tmp_path, count, indent):
    data = {**several, "briefs": several["briefs"][:count]}
    stored = tmp_path / "report.json"
    stored.write_bytes(json_bytes(data) if indent == 1 else json.dumps(data, indent=indent).encode())
    head, briefs = streamed_report(stored)
    assert {**head, "briefs": list(briefs)} == json.loads(json_bytes(data))


@pytest.mark.parametrize("content", [b"", b"[]", b'{\n "briefs": [\n  {\n', b'{\n "format": 2,\n "briefs": [\n ]\n}\n'])
def test_what_is_no_report_is_refused_in_one_line(tmp_path, content):
    (tmp_path / "report.json").write_bytes(content)
    with pytest.raises(ReportError, match="is no report of format 1"):
        streamed_report(tmp_path / "report.json")


@pytest.mark.parametrize("brief", [b"  {\n   torn\n  }\n", b"  {\n  },\n  {\n  }\n"])
def test_a_brief_that_is_damaged_is_refused_in_one_line(tmp_path, several, brief):
    head = {key: value for key, value in several.items() if key != "briefs"}
    text = json_bytes({**head, "briefs": []}).replace(b' "briefs": []', b' "briefs": [\n' + brief + b" ]")
    (tmp_path / "report.json").write_bytes(text)
    with pytest.raises(ReportError):
        write_pages(tmp_path / "report.json", None, TODAY)


def test_made_again_the_pages_are_the_same(run):
    before = {file: file.read_bytes() for file in run.rglob("*.html")}
    assert write_pages(run / "report.json", None, TODAY) == run / "report.html"
    assert {file: file.read_bytes() for file in run.rglob("*.html")} == before


def test_made_again_a_report_has_the_reviews_that_are_kept_now(run, several, tmp_path):
    found = several["briefs"][1]["claims"][0]["figures"][0]
    review = Review(
        several["briefs"][1]["name"], found["key"], VerdictKind.NOT_FOUND, "Gone since.", "AB", date(2027, 1, 1),
        found["evidence_digest"],
    )  # fmt: skip
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews/reviews-heat.toml").write_text(reviews_text([review]), "utf-8")
    first = write_pages(run / "report.json", tmp_path / "reviews", TODAY)
    assert "1 finding reviewed by a person" in first.read_text("utf-8")
    assert sum("Gone since." in file.read_text("utf-8") for file in (run / "briefs").iterdir()) == 1
    data = reviewed_report(run / "report.json", tmp_path / "reviews", date(2027, 6, 1))
    assert data["reviews"]["lapsed"] == 1


# --- in a browser ----------------------------------------------------------------------------------------------------


def test_the_list_passes_the_accessibility_run_and_the_judge_of_markup(run, in_browser):
    files = [run / "report.html", *(run / "briefs").glob("calm-*")]
    assert in_browser("look.mjs", *files) == []
    assert in_browser("validate.mjs", *files) == []


def test_a_reviewer_filters_the_list_and_opens_a_brief(run, in_browser):
    seen = in_browser("list.mjs", run / "report.html")
    assert seen["word"] == ["1 of 3 briefs shown", "#?q=calm"]
    assert seen["reloaded"] == "1 of 3 briefs shown"
    assert (seen["status"], seen["not"]) == ("2 of 3 briefs shown", "1 of 3 briefs shown")
    assert seen["host"] == "2 of 3 briefs shown"
    assert seen["all"] == ""
    assert seen["button"] == ["verdict:mismatched", "2 of 3 briefs shown"]
    assert seen["stepped"] == "Heat for the winter"
    assert seen["opened"] == "Heat for the winter · factcheck"
    assert seen["home"] == "3 briefs · factcheck"
    assert seen["help"] is True
    assert seen["noise"] == []
